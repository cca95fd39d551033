/* The same in English. */
import type { screenFr } from './screen-fr.ts'

export const screenEn: { readonly [Key in keyof typeof screenFr]: string } = {
  'sites.nav': 'Sites',
  'map.nav': 'Map',
  'validity.nav': 'Reports',
}
