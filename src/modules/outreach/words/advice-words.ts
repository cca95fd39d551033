/* The languages of the advice sheet, each fetched when a person asks for it. */
import type { AdviceWords } from './advice-fr.ts'

export type { AdviceWords } from './advice-fr.ts'
export const adviceLanguages = ['fr', 'en', 'mn'] as const
export type AdviceLanguage = (typeof adviceLanguages)[number]
/** As each calls itself. */
export const adviceNames: { readonly [Code in AdviceLanguage]: string } = { fr: 'Français', en: 'English', mn: 'Монгол' }

export const loadAdvice: { readonly [Code in AdviceLanguage]: () => Promise<AdviceWords> } = {
  fr: async () => (await import('./advice-fr.ts')).adviceFr,
  en: async () => (await import('./advice-en.ts')).adviceEn,
  mn: async () => (await import('./advice-mn.ts')).adviceMn,
}
