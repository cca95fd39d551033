/* A title as it was written, in the language of the screen where there is one, else in French. */
import type { InLanguages } from '../../contract-training.ts'

export const inLanguage = (said: InLanguages, language: 'fr' | 'en'): string => (language === 'en' ? (said.en ?? said.fr) : said.fr)
