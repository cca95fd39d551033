import type { pageFr } from './page-fr.ts'

/* The public page of the ledger. */
export const pageEn: { readonly [Key in keyof typeof pageFr]: string } = {
  'ledger.page.title': 'Public ledger',
  'ledger.page.lead':
    'Every order, certificate, revocation and released report leaves a fingerprint here that nobody can take away or change in silence, not even the authority that runs this server. No personal data stands in it: only the kind of act, its public number and the fingerprint of its text.',
  'ledger.page.empty': 'The ledger has no entry yet.',
  'ledger.page.stopped':
    'Attention: the ledger signs nothing any more, because its entries no longer contain what was signed before ({signedSize} entries). Keep your signed heads and tell the authority.',
  'ledger.page.head': 'Signed head',
  'ledger.page.name': 'Name of the ledger',
  'ledger.page.size': 'Entries',
  'ledger.page.root': 'Root',
  'ledger.page.signed': 'Signed on',
  'ledger.page.key': 'Public key',
  'ledger.page.witnesses': 'Cosigned by',
  'ledger.page.no-witness': 'no witness so far',
  'ledger.page.newest': 'Newest entries',
  'ledger.page.place': 'Place',
  'ledger.page.kind': 'Act',
  'ledger.page.number': 'Number',
  'ledger.page.hash': 'Fingerprint (SHA-256)',
  'ledger.page.check': 'Check it yourself',
  'ledger.page.check.entry': 'Look up an order or a certificate and check its proof on this device',
  'ledger.page.check.keep':
    'Keep the signed head of today, on paper or in a file. Later the ledger must still contain it: if it does not, it was rewritten. Printed orders and certificates carry this head.',
  'ledger.page.check.command': 'On a computer, one command reads the whole ledger and makes the tree again:',
  'ledger.page.check.paper': 'With the head on a paper, type the number of entries and the root printed on it:',
  'ledger.page.check.files': 'Files for machines (C2SP tlog-tiles):',
  'ledger.kind.order-signed': 'order signed',
  'ledger.kind.order-published': 'order published',
  'ledger.kind.order-annulled': 'order annulled',
  'ledger.kind.certificate-issued': 'certificate issued',
  'ledger.kind.certificate-provisional': 'provisional certificate',
  'ledger.kind.certificate-confirmed': 'certificate confirmed',
  'ledger.kind.certificate-withdrawn': 'certificate withdrawn',
  'ledger.kind.certificate-revoked': 'certificate revoked',
  'ledger.kind.certificate-replaced': 'certificate replaced',
  'ledger.kind.report-released': 'report released',
  'ledger.kind.issuer-key-added': 'issuer key added',
  'ledger.kind.issuer-key-revoked': 'issuer key revoked',
}
