/* The same in English; the type makes a missing one an error. */
import type { risksHomeFr } from './screen-home-fr.ts'

export const risksHomeEn: { readonly [Key in keyof typeof risksHomeFr]: string } = {
  'risks.home': '{n|mitigation plan that ends, or suspension in force|mitigation plans that end, or suspensions in force}',
  'risks.home.rule': 'plans with 30 days or less: {ending}; suspensions: {suspended}',
}
