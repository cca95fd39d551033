/* The same in English; the type makes a missing one an error. */
import type { certificatesHomeFr } from './screen-home-fr.ts'

export const certificatesHomeEn: { readonly [Key in keyof typeof certificatesHomeFr]: string } = {
  'desk.home': 'certificate {n|dossier|dossiers} to handle',
  'desk.home.more': 'certificate {n|dossier|dossiers} to handle, and more',
  'desk.home.mine': 'certificate {n|dossier waits|dossiers wait} for you',
  'desk.home.mine.rule': '{returned} to correct, {refused} refused, {again} to open again',
  'desk.home.rule': '{open} to verify, {recommended} to validate',
  'verify-page.link': 'Verify a certificate',
}
