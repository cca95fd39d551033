/* Every English word that the app may show; the type makes a missing key an error. */
import { fieldEn } from './words/field-en.ts'
import { firstEn } from './words/first-en.ts'
import { homeEn } from './words/home-en.ts'
import { officeEn } from './words/office-en.ts'
import type { Dictionary } from './words-fr.ts'

export const dictionaryEn: Dictionary = { ...officeEn, ...homeEn, ...fieldEn, ...firstEn }
