/* Words of the server: blocks of numbers, provisional certificates, keys, and what the sheet and the public page say of them. */
import type { issuingFr } from './issuing-fr.ts'

export const issuingEn: { readonly [Key in keyof typeof issuingFr]: string } = {
  'refusal.block-already-reserved': 'This block is reserved already. Open it in the list.',
  'refusal.unknown-block': 'No block has this identifier. Go back to the list of blocks.',
  'refusal.block-closed': 'This block is closed. Reserve another one for the office.',
  'refusal.not-an-office': '{name} is no issuing office. Choose an office of CEEC or of the ministry.',
  'refusal.no-telephone-of-that-office':
    '{name} does not have this telephone, or its owner may not issue. Have the telephone of a validator of that office enrolled.',
  'refusal.block-size': '{size} numbers: it must be 1 to {most}. Reserve fewer, then another block when they are used.',
  'refusal.block-term': 'The block would run {days} days: it must be 1 to {most}. Choose another date.',
  'refusal.block-of-another-telephone': 'This block is of another telephone. Issue with the telephone that holds it.',
  'refusal.no-block-here': 'This telephone carries no block. Ask the central office for one, then open this screen with network.',
  'refusal.block-used-up': 'All numbers of {name} on this telephone are used. Ask the central office for another block.',
  'refusal.block-over':
    'The block of this telephone counts from {from} to {until}. Check the clock of the telephone, or ask for another block.',
  'refusal.block-before-rescue':
    'This telephone has gone on for another since {on}: that one may have used more numbers. Ask for a new block, tomorrow at the earliest.',
  'refusal.only-provisional-here':
    'A telephone issues only provisional certificates. The final certificate is issued at the central office.',
  'refusal.provisional-not-of-this-block':
    'This code is no provisional certificate signed by this telephone with a number of this block. Return the sheet to its office.',
  'refusal.provisional-too-long':
    'A provisional certificate is valid for {most} days at most; this one says {days}. Issue it again with an earlier date.',
  'refusal.unknown-provisional': 'No provisional certificate that waits has the number {number}. Check the printed number.',
  'refusal.provisional-already-withdrawn': 'Provisional certificate {number} is withdrawn already. There is nothing more to do.',
  'refusal.provisional-already-confirmed': 'Certificate {number} is confirmed. To end it, revoke it.',
  'refusal.provisional-number-used-twice':
    'Two sheets have the number {number}: neither counts. Withdraw it and issue under another number.',
  'refusal.provisional-differs':
    'Sheet {number} says {sheet}; the dossier says {lot}. Withdraw the sheet with this reason, then issue under another number.',
  'refusal.lot-has-a-provisional':
    'The office has already issued provisional certificate {certificate} for lot {lot}. Confirm that number, or withdraw it first.',
  'refusal.use-in-the-future': 'The lot cannot have left on {on}: that day has not come. Choose today or a day past.',
  'refusal.signing-key-retired':
    'The key of this server no longer counts, and the new one is not here. The administrator puts the folder of keys back, or makes a new key.',
  'refusal.key-already-known': 'This key has been used before. Make a new one.',
  'refusal.unknown-key': 'No key of this issuer has this value. Copy it from the list of keys.',
  'refusal.key-already-revoked': 'This key is revoked already, from {since}. If the theft was earlier, give an earlier day.',
  'verdict.provisional': 'Provisional',
  'verify.provisional-by': 'Issued without network by {office}, before the checks. It waits to be confirmed.',
  'verify.provisional-confirmed':
    'Issued without network by {office}; confirmed since. Ask for the final sheet, which has the same number.',
  'verify.provisional-withdrawn': 'This provisional certificate was withdrawn on {on}. Hold the lot and call the issuing authority.',
  'verify.provisional-without-office': 'It calls itself provisional, but no office signed it. Hold the lot and call the issuing authority.',
  'verify.office-only-provisional': '{office} may only issue provisional certificates. Hold the lot and call the issuing authority.',
  'verify.number-of-another-block': 'Number {number} is not one of those of {office}. Hold the lot and call the issuing authority.',
  'verify.provisional-too-long':
    'A provisional certificate is valid for {most} days at most; this one says {days}. Call the issuing authority.',
  'certificate.status.provisional': 'provisional',
  'certificate.status.withdrawn': 'withdrawn',
  'certificate.status-provisional':
    'Issued by an office without network, before the checks; to be confirmed. It counts as such until {expiresOn}.',
  'certificate.status-provisional-over':
    'Issued without network by an office and never confirmed. Its last day was {expiresOn}; it no longer counts.',
  'certificate.status-withdrawn': 'Withdrawn on {on}. It does not count.',
  'certificate.status-used': 'The lot left with this certificate on {on}. It covers no other departure.',
  'certificate.phrase': 'Check phrase',
  'certificate.phrase-explain': 'To read over the telephone: the six words on the sheet must be these. Compare the facts as well.',
  'certificate.pattern': 'Pattern of the sheet',
  'certificate.pattern-explain': 'Every certificate has its own. Another pattern on the sheet: another certificate.',
  'certificate.office': 'Office',
  'paper.void.provisional': 'PROVISIONAL',
  'paper.void.withdrawn': 'WITHDRAWN',
  'paper.copy': 'Copy: without the names. The original names the verifier and the validator.',
  'paper.position.verifier': 'Verifier, CEEC',
  'paper.position.validator': 'Validator, CEEC',
  'paper.name-by-hand': 'name by hand',
  'paper.phrase': 'Check phrase, to read over the telephone',
  'paper.pattern': 'Pattern of this certificate',
  'paper.link': 'Public page',
  'paper.confirms': 'Confirms the provisional certificate of {on}',
  'certificate.ledger': 'Check on this device that it is in the public ledger',
  'paper.ledger': 'Public ledger: {size} entries, root {root}. To be typed at {address} or in “chanzo ledger verify --since”.',
  'paper.serial': 'No.',
}
