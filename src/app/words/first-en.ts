/* The same in English; the type makes a missing key an error. */
import { appEn } from './app-en.ts'
import { menuEn } from './menu-en.ts'
import { screenLockEn } from '../../modules/field/words/screen-lock-en.ts'
import { screenPhoneEn } from '../../modules/field/words/screen-phone-en.ts'
import { rolesEn } from '../../modules/people/words/screen-roles-en.ts'
import type { firstFr } from './first-fr.ts'

export const firstEn: { readonly [Key in keyof typeof firstFr]: string } = {
  ...appEn,
  ...menuEn,
  ...screenLockEn,
  ...screenPhoneEn,
  ...rolesEn,
}
