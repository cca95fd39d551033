/* Every English word that the app may show; the type makes a missing key an error. */
import { screenEn as certificatesScreenEn } from '../modules/certificates/words/screen-en.ts'
import { screenEn as peopleScreenEn } from '../modules/people/words/screen-en.ts'
import { screenEn as sitesScreenEn } from '../modules/sites/words/screen-en.ts'
import { appEn } from './words/app-en.ts'
import type { Dictionary } from './words-fr.ts'

export const dictionaryEn: Dictionary = {
  ...appEn,
  ...certificatesScreenEn,
  ...peopleScreenEn,
  ...sitesScreenEn,
}
