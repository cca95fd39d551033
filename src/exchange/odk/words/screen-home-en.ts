/* The same in English; the type makes a missing one an error. */
import type { odkHomeFr } from './screen-home-fr.ts'

export const odkHomeEn: { readonly [Key in keyof typeof odkHomeFr]: string } = {
  'submissions.waiting': '{n|form received waits|forms received wait} for an inspection',
  'submissions.waiting.source': 'ODK Collect, KoboCollect and imports',
}
