/* A quarter as people write it. */
import type { Language } from '../../../../kernel/phrase.ts'

/** `2026-Q2`: the second quarter of 2026. */
export const quarterText = (quarter: string, language: Language): string =>
  language === 'fr' ? `T${quarter.slice(6)} ${quarter.slice(0, 4)}` : `Q${quarter.slice(6)} ${quarter.slice(0, 4)}`
