/* The languages of a sheet. All of them come with the screen: a telephone without network cannot fetch one. */
import type { SheetLanguage } from '../contract-sheets.ts'
import { sheetEn } from './sheet-en.ts'
import { type SheetWords, sheetFr } from './sheet-fr.ts'
import { sheetMn } from './sheet-mn.ts'

export type { SheetWords } from './sheet-fr.ts'
export const sheetWords: { readonly [Code in SheetLanguage]: SheetWords } = { fr: sheetFr, en: sheetEn, mn: sheetMn }
