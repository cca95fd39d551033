/* Every English word that the app may show; the type makes a missing key an error. */
import { screenEn as ipisScreenEn } from '../exchange/ipis/words/screen-en.ts'
import { screenEn as certificatesScreenEn } from '../modules/certificates/words/screen-en.ts'
import { en as certificatesEn } from '../modules/certificates/words/en.ts'
import { en as custodyEn } from '../modules/custody/words/en.ts'
import { screenEn as custodyScreenEn } from '../modules/custody/words/screen-en.ts'
import { screenInspectionsEn } from '../modules/sites/words/screen-inspections-en.ts'
import { screenRunnerEn } from '../modules/forms/words/screen-runner-en.ts'
import { screenCarryEn } from '../modules/field/words/screen-carry-en.ts'
import { screenConflictsEn } from '../modules/field/words/screen-conflicts-en.ts'
import { screenCareEn } from '../modules/field/words/screen-care-en.ts'
import { screenLockEn } from '../modules/field/words/screen-lock-en.ts'
import { screenPhoneEn } from '../modules/field/words/screen-phone-en.ts'
import { screenHandOverEn } from '../modules/field/words/screen-hand-over-en.ts'
import { screenEn as noticesScreenEn } from '../modules/notices/words/screen-en.ts'
import { screenOdkEn } from '../exchange/odk/words/screen-en.ts'
import { screenEn as siteListsScreenEn } from '../exchange/site-lists/words/screen-en.ts'
import { screenEn as formsScreenEn } from '../modules/forms/words/screen-en.ts'
import { screenEn as peopleScreenEn } from '../modules/people/words/screen-en.ts'
import { screenEn as sitesScreenEn } from '../modules/sites/words/screen-en.ts'
import { screenMapEn } from '../modules/sites/words/screen-map-en.ts'
import { screenSiteEn } from '../modules/sites/words/screen-site-en.ts'
import { screenStatusEn } from '../modules/sites/words/screen-status-en.ts'
import { screenOrdersEn } from '../modules/sites/words/screen-orders-en.ts'
import { screenRegisterEn } from '../modules/sites/words/screen-register-en.ts'
import { screenPlansEn } from '../modules/sites/words/screen-plans-en.ts'
import { screenOfflineEn } from '../modules/sites/words/screen-offline-en.ts'
import { screenMissionsEn } from '../modules/sites/words/screen-missions-en.ts'
import { appEn } from './words/app-en.ts'
import type { Dictionary } from './words-fr.ts'

export const dictionaryEn: Dictionary = {
  ...appEn,
  ...certificatesScreenEn,
  ...certificatesEn,
  ...custodyEn,
  ...custodyScreenEn,
  ...ipisScreenEn,
  ...screenCareEn,
  ...screenLockEn,
  ...screenPhoneEn,
  ...screenHandOverEn,
  ...screenCarryEn,
  ...screenConflictsEn,
  ...noticesScreenEn,
  ...formsScreenEn,
  ...peopleScreenEn,
  ...screenOdkEn,
  ...siteListsScreenEn,
  ...sitesScreenEn,
  ...screenMissionsEn,
  ...screenPlansEn,
  ...screenOfflineEn,
  ...screenRegisterEn,
  ...screenOrdersEn,
  ...screenStatusEn,
  ...screenRunnerEn,
  ...screenInspectionsEn,
  ...screenMapEn,
  ...screenSiteEn,
}
