/*
Every French word that the app may show: the shell's and each module's. French is the reference: its keys are the keys.
A module joins with one line here and one in words-en.ts.
*/
import { screenFr as ipisScreenFr } from '../exchange/ipis/words/screen-fr.ts'
import { screenFr as certificatesScreenFr } from '../modules/certificates/words/screen-fr.ts'
import { fr as certificatesFr } from '../modules/certificates/words/fr.ts'
import { fr as custodyFr } from '../modules/custody/words/fr.ts'
import { screenFr as custodyScreenFr } from '../modules/custody/words/screen-fr.ts'
import { screenInspectionsFr } from '../modules/sites/words/screen-inspections-fr.ts'
import { screenRunnerFr } from '../modules/forms/words/screen-runner-fr.ts'
import { screenCarryFr } from '../modules/field/words/screen-carry-fr.ts'
import { screenConflictsFr } from '../modules/field/words/screen-conflicts-fr.ts'
import { screenCareFr } from '../modules/field/words/screen-care-fr.ts'
import { screenLockFr } from '../modules/field/words/screen-lock-fr.ts'
import { screenPhoneFr } from '../modules/field/words/screen-phone-fr.ts'
import { screenHandOverFr } from '../modules/field/words/screen-hand-over-fr.ts'
import { screenFr as noticesScreenFr } from '../modules/notices/words/screen-fr.ts'
import { screenOdkFr } from '../exchange/odk/words/screen-fr.ts'
import { screenFr as siteListsScreenFr } from '../exchange/site-lists/words/screen-fr.ts'
import { screenFr as formsScreenFr } from '../modules/forms/words/screen-fr.ts'
import { screenFr as peopleScreenFr } from '../modules/people/words/screen-fr.ts'
import { screenFr as sitesScreenFr } from '../modules/sites/words/screen-fr.ts'
import { screenMapFr } from '../modules/sites/words/screen-map-fr.ts'
import { screenSiteFr } from '../modules/sites/words/screen-site-fr.ts'
import { screenStatusFr } from '../modules/sites/words/screen-status-fr.ts'
import { screenOrdersFr } from '../modules/sites/words/screen-orders-fr.ts'
import { screenRegisterFr } from '../modules/sites/words/screen-register-fr.ts'
import { screenPlansFr } from '../modules/sites/words/screen-plans-fr.ts'
import { screenOfflineFr } from '../modules/sites/words/screen-offline-fr.ts'
import { screenMissionsFr } from '../modules/sites/words/screen-missions-fr.ts'
import { appFr } from './words/app-fr.ts'

export const dictionaryFr = {
  ...appFr,
  ...certificatesScreenFr,
  ...certificatesFr,
  ...custodyFr,
  ...custodyScreenFr,
  ...ipisScreenFr,
  ...screenCareFr,
  ...screenLockFr,
  ...screenPhoneFr,
  ...screenHandOverFr,
  ...screenCarryFr,
  ...screenConflictsFr,
  ...noticesScreenFr,
  ...formsScreenFr,
  ...peopleScreenFr,
  ...screenOdkFr,
  ...siteListsScreenFr,
  ...sitesScreenFr,
  ...screenMissionsFr,
  ...screenPlansFr,
  ...screenOfflineFr,
  ...screenRegisterFr,
  ...screenOrdersFr,
  ...screenStatusFr,
  ...screenRunnerFr,
  ...screenInspectionsFr,
  ...screenMapFr,
  ...screenSiteFr,
} as const

export type WordKey = keyof typeof dictionaryFr
export type Dictionary = { readonly [Key in WordKey]: string }
