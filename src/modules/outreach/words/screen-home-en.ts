/* What outreach lays on the home page. */
import type { outreachHomeFr } from './screen-home-fr.ts'

export const outreachHomeEn: { readonly [Key in keyof typeof outreachHomeFr]: string } = {
  'follow-ups.home': '{n|trained person to ask|trained persons to ask}',
  'follow-ups.home.rule': 'Follow-up after six months; {soon} within a month',
}
