/*
The words with which the app begins, in French: frame, menu, lock, home of the telephone, who one is. A locked telephone carries only these, so they are kept few.
*/
import { appFr } from './app-fr.ts'
import { menuFr } from './menu-fr.ts'
import { screenLockFr } from '../../modules/field/words/screen-lock-fr.ts'
import { screenPhoneFr } from '../../modules/field/words/screen-phone-fr.ts'
import { rolesFr } from '../../modules/people/words/screen-roles-fr.ts'

export const firstFr = {
  ...appFr,
  ...menuFr,
  ...screenLockFr,
  ...screenPhoneFr,
  ...rolesFr,
} as const
