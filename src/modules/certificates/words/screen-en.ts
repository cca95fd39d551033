/* The same in English. */
import type { screenFr } from './screen-fr.ts'

export const screenEn: { readonly [Key in keyof typeof screenFr]: string } = {
  'verify-page.title': 'Verification',
  'verify-page.nav': 'Verify',
  'verify-page.link': 'Verify a certificate',
  'verify-page.explain': 'Read the code printed on the certificate. Everything happens on this device, without network too.',
  'verify-page.private': 'Neither the code nor the picture leaves this device.',
  'verify-page.camera': 'Read with the camera',
  'verify-page.camera.look': 'Hold the whole code in the picture, flat and in the light.',
  'verify-page.camera.stop': 'Close the camera',
  'verify-page.camera.refused': 'The camera cannot be used.',
  'verify-page.camera.refused.do': 'Allow it in the browser’s settings, or photograph the code and give the picture as a file.',
  'verify-page.file': 'Give a file (picture, text, JSON)',
  'verify-page.paste': 'Or paste the text of the code',
  'verify-page.paste.hint': 'It begins with ASM1:',
  'verify-page.check': 'Verify this text',
  'verify-page.again': 'Read another code',
  'verify-page.trouble.no-code-in-picture':
    'No code can be read in this file. Photograph closer, flat, without glare. A PDF cannot be read: print it or make a picture of it.',
  'verify-page.trouble.file-too-large': 'This file is too large. Give a picture or the text of the code.',

  'verify-page.do': 'What to do:',
  'verify-page.do.genuine':
    'compare the lines below with the papers and the bags. If a single one differs, hold the lot and call the issuer.',
  'verify-page.do.altered':
    'do not accept this certificate. Keep the paper, note bearer and place as your procedure says, warn the issuer.',
  'verify-page.do.expired': 'the lot can no longer leave with this certificate. The exporter must ask for a new one.',
  'verify-page.do.not-yet-valid': 'check the date of this device. If it is right, wait for the first day of validity.',
  'verify-page.do.revoked': 'do not accept this certificate. Hold the lot and warn the issuer.',
  'verify-page.do.unknown-issuer':
    'do not take this certificate for good. Update the lists, then read again; if nothing changes, ask the issuer.',
  'verify-page.do.unreadable': 'read the whole code again. If the paper is damaged, ask the exporter for the certificate’s file.',
  'verify-page.certificate': 'ICGLR certificate',
  'verify-page.validity': 'Valid from {issuedOn} to {expiresOn}',

  'verify-page.compare': 'Compare with the bags',
  'verify-page.compare.explain': 'A genuine code on other bags proves nothing.',
  'verify-page.mineral': 'Mineral',
  'verify-page.mass': 'Net mass',
  'verify-page.grade': 'Grade',
  'verify-page.tags': 'Tags',
  'verify-page.lot': 'Lot number',
  'verify-page.exporter': 'Exporter',
  'verify-page.hs': 'HS code',
  'verify-page.origin': 'Country of origin',
  'verify-page.origin.unknown': 'unknown source',
  'verify-page.sites': 'Where this lot comes from',
  'verify-page.sites.more': 'and {n} other {n|site|sites} that the code does not name.',

  'verify-page.revocation.not': 'Not revoked',
  'verify-page.revocation.asOf': 'as of {asOf}',
  'verify-page.revocation.unknown':
    'It is not known whether it was revoked: this device has no revocation list that is recent enough. Update before you accept.',
  'verify-page.list.today': 'This list is of today.',
  'verify-page.list.age': 'This list is {n} {n|day|days} old.',
  'verify-page.list.old': 'The lists on this device are too old to rely on.',
  'verify-page.list.refresh': 'Update',
  'verify-page.list.kept': 'Lists kept on this device, received on {when}.',
  'verify-page.list.none':
    'This device does not have the issuers’ key list yet. Connect it once to the network; after that it verifies alone.',
  'verify-page.list.another-root':
    'The list received is signed by another root key than the one this device knows. It is not taken. Ask the issuer by another way.',
  'verify-page.list.not-signed': 'A list received is not signed as it should be. It is not taken; the earlier ones stay.',
}
