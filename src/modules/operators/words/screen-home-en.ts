/* The same in English; the type makes a missing one an error. */
import type { operatorsHomeFr } from './screen-home-fr.ts'

export const operatorsHomeEn: { readonly [Key in keyof typeof operatorsHomeFr]: string } = {
  'operators.home': '{n|operator whose paper expires or ran out|operators whose paper expires or ran out}',
  'operators.home.rule': 'within 30 days: {ending}; run out: {ended}',
}
