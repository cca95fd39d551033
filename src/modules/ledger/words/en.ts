import type { fr } from './fr.ts'

/* The public ledger: refusals and sentences of the terminal. */
export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.ledger-is-empty': 'The public ledger has no entry yet. Sign a first order, then ask again.',
  'refusal.unknown-tile': 'The ledger has no such file. Read /ledger/checkpoint first: the size says which files there are.',
  'refusal.unknown-ledger-entry':
    'Nothing stands under this number in the signed ledger. Check the number; an entry just made is in it after a few seconds.',
  'refusal.not-a-checkpoint': 'This text is no signed head of a ledger. Send it as the ledger hands it out.',
  'refusal.unknown-log': 'We do not know this ledger. Ask the operator of this server to register its key (chanzo ledger watch).',
  'refusal.log-signature-not-valid': 'The head is not signed by the key that we know of this ledger.',
  'refusal.head-not-consistent': 'The proof does not show that the old head is the beginning of the new one. We do not cosign it.',
  'ledger.fault.smaller':
    'Nothing is signed: the ledger has {size} entries, but a head of {signedSize} was signed before. The database was probably put back from an older copy; put back the newest one.',
  'ledger.fault.different':
    'Nothing is signed: the ledger no longer contains what was signed at {signedSize} entries. Run chanzo rebuild; if that is not enough, this is not the database that signed.',
  'ledger.export.done': '{size} entries in {folder} (before: {before}), {files} files written.',
  'ledger.export.ledger-is-empty': 'The ledger has no entry yet; nothing was written.',
  'ledger.export.folder-holds-another-ledger':
    '{folder} holds another ledger, or a head that ours does not continue. Choose another folder; nothing was changed.',
  'ledger.check.holds': 'The ledger {origin} holds: {size} entries, signed by {signers}.',
  'ledger.check.since': 'It continues the kept head of {since} entries: nothing is gone, nothing was changed.',
  'ledger.check.key-believed':
    'The key was taken from beside the files. Compare it with the one that the authority publishes, or give it with --key.',
  'ledger.check.no-checkpoint': 'There is no signed head ({at}). Check the address or the folder.',
  'ledger.check.not-a-checkpoint': 'The head cannot be read ({at}).',
  'ledger.check.no-key': 'There is no key beside the files. Give it with --key.',
  'ledger.check.signature-does-not-hold': 'The signature of the head does not hold ({at}). Do not trust this ledger.',
  'ledger.check.not-signed-by-the-log': 'The head is not signed by the key that was expected ({at}). Do not trust this ledger.',
  'ledger.check.entries-missing': 'Entries are missing: {at}. The ledger is not whole.',
  'ledger.check.tile-differs': 'The file {at} does not fit the entries. The ledger was tampered with.',
  'ledger.check.root-differs': 'The entries do not give the signed root ({at}). The ledger was tampered with.',
  'ledger.check.kept-head-not-signed': 'The head that was kept is not signed by this key ({at}).',
  'ledger.check.smaller-than-kept-head': 'The head that was kept has {at} entries, more than the ledger: entries are gone.',
  'ledger.check.different-from-kept-head': 'The ledger no longer contains what it contained at {at} entries: it was rewritten.',
  'ledger.peer.kept': '{name} is registered.',
  'ledger.peer.own-key': 'Witness key of this server: {key}',
}
