/* What is written in several languages, in the one asked for; else in French, which is always there. */
import type { SheetLanguage } from '../../contract-sheets.ts'
import type { InLanguages } from '../../contract-training.ts'

export const sheetText = (said: InLanguages, language: SheetLanguage): string => said[language] ?? said.fr
