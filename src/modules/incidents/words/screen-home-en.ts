/* What incidents lay on the home page. */
import type { incidentsHomeFr } from './screen-home-fr.ts'

export const incidentsHomeEn: { readonly [Key in keyof typeof incidentsHomeFr]: string } = {
  'incidents.home': '{n|incident waits for you|incidents wait for you}',
  'incidents.home.rule': '{fresh} to take up, {late} late, {actions} {actions|action|actions} of your body',
}
