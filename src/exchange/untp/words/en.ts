/* What a program, or whoever opens an address by hand, is told when nothing answers to an identifier. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'refusal.unknown-credential':
    'No credential has this address: check the version of UNTP and the number. A site without an order has none.',
  'refusal.not-an-identifier': 'This address cannot be an identifier. Copy it as it is printed, check digit included.',
  'refusal.unknown-identifier': 'This identifier is well formed, but the register knows nothing of that name. Ask whoever issued it.',
  'refusal.unknown-link-type': 'Nothing of this kind exists for this thing. Ask for the list of links with ?linkType=linkset.',
  'refusal.not-a-link-type':
    'The kind of link that was asked for cannot be read. Write for example ?linkType=untp:dcc or ?linkType=linkset.',
}
