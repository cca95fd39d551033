import type { screenLedgerFr } from './screen-ledger-fr.ts'

/* The screen that checks an entry of the public ledger. */
export const screenLedgerEn: { readonly [Key in keyof typeof screenLedgerFr]: string } = {
  'ledger.entry.title': 'Check in the public ledger',
  'ledger.entry.lead':
    'Type the number printed on the order or certificate. This device does the sums itself: it does not take the server’s word.',
  'ledger.entry.number': 'Printed number',
  'ledger.entry.look': 'Look up',
  'ledger.entry.none': 'Nothing stands under this number',
  'ledger.entry.none.do': 'Check the number as printed. An act just made joins the ledger within seconds.',
  'ledger.entry.checking': 'Checking…',
  'ledger.entry.holds': 'The entry is in the ledger: place {place} of {size}.',
  'ledger.entry.not-signed-yet': 'The entry waits for the next signature of the ledger. Ask again in a few seconds.',
  'ledger.entry.unreachable': 'The proof could not be read. Check the connection and try again.',
  'ledger.entry.fault': 'The proof does not hold: {why} Do not trust this entry and tell the authority.',
  'ledger.entry.fault.not-a-proof': 'the server gave no proof.',
  'ledger.entry.fault.not-a-checkpoint': 'the head of the ledger cannot be read.',
  'ledger.entry.fault.signature-does-not-hold': 'the signature of the head is wrong.',
  'ledger.entry.fault.not-signed-by-the-log': 'the head is not signed by the key that this device knows.',
  'ledger.entry.fault.not-in-the-tree': 'the entry is not in the signed tree.',
  'ledger.entry.key.first':
    'The key of the ledger is seen for the first time on this device; compare it once with the one that is printed or published.',
  'ledger.entry.key.known': 'The same key as at your last visit.',
  'ledger.entry.key.changed': 'The server shows another key than at your last visit. Ask the authority why.',
  'ledger.entry.growth.first': 'This device now keeps the head of the ledger; next time it checks that it is still in it.',
  'ledger.entry.growth.holds': 'The ledger still contains the head of {keptSize} entries that this device had kept.',
  'ledger.entry.growth.smaller': 'The ledger is smaller than the head of {keptSize} entries kept here: entries are gone.',
  'ledger.entry.growth.rewritten': 'The ledger no longer contains the head of {keptSize} entries kept here: it was rewritten.',
  'ledger.entry.hash': 'Fingerprint in the ledger',
  'ledger.entry.held': 'Text of the code, or printed fingerprint',
  'ledger.entry.held.hint':
    'Of a certificate: the text printed under the large code (it begins with ASM); this device computes its fingerprint. Of an order: the printed fingerprint.',
  'ledger.entry.held.fits': 'It is this paper.',
  'ledger.entry.held.other': 'This is not the same text: paper and ledger do not belong together.',
  'ledger.entry.keep': 'Proof to keep with the paper',
  'ledger.entry.about': 'What the public ledger is',
  'ledger.paper.title': 'The head printed on a paper',
  'ledger.paper.lead':
    'A printed order or certificate carries the number of entries and the root of the ledger of that day. Type them: this device checks that the ledger of today still begins with them.',
  'ledger.paper.size': 'Entries',
  'ledger.paper.root': 'Root',
  'ledger.paper.compare': 'Compare',
  'ledger.paper.holds': 'The ledger of {size} entries still contains this head of {typed}: nothing was taken away or changed since.',
  'ledger.paper.smaller':
    'The ledger has only {size} entries, the paper says {typed}: entries are gone. Keep the paper and tell the authority.',
  'ledger.paper.rewritten':
    'The first {typed} entries do not give this root. Read it again letter by letter (capitals count); if it is right, the ledger was rewritten: keep the paper and tell the authority.',
  'ledger.paper.not-signed':
    'The ledger of today is not signed by the key that this device knows: nothing was compared. Tell the authority.',
  'ledger.paper.not-typed-whole': 'Type the number of entries and the 44 signs of the root, the sign “=” included.',
  'ledger.paper.unreachable': 'The ledger could not be read. Check the connection and try again.',
}
