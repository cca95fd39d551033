/* What outreach lays on the home page. */
import type { outreachHomeFr } from './screen-home-fr.ts'

export const outreachHomeEn: { readonly [Key in keyof typeof outreachHomeFr]: string } = {
  'follow-ups.home': '{n|trained person to ask|trained persons to ask}',
  'follow-ups.home.rule': 'Follow-up after six months; {soon} within a month',
  'trained-home.title': 'Persons trained',
  'trained-home.step': 'Quarter of the last day',
  'trained-home.trained': 'Persons trained',
  'trained-home.below': 'fewer than {n}',
  'trained-home.kept': 'not shown',
  'trained-home.source':
    'At least 80 % of the half-days, each person once in a quarter: quarters do not add up. Rounded down to a multiple of {n} (proposal). Source: recorded sessions, as of {day}.',
}
