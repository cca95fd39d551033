/* The same in English. */
import type { fieldHomeFr } from './screen-home-fr.ts'

export const fieldHomeEn: { readonly [Key in keyof typeof fieldHomeFr]: string } = {
  'devices.late': 'Telephones not heard of',
  'devices.late.count': '{n} {n|telephone|telephones} not heard of',
  'devices.late.source': 'more than {days} days without contact, or work unsent for more than {unsent} days',
}
