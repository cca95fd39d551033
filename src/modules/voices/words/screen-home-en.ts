/* Words of what the grievance desk lays on the home page, in English. */
import type { voicesHomeFr } from './screen-home-fr.ts'

export const voicesHomeEn: { readonly [Key in keyof typeof voicesHomeFr]: string } = {
  'voices.waiting': '{n|report waits for the desk|reports wait for the desk}',
  'voices.waiting.source': 'of people without an account; {late} late',
}
