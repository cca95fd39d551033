/* One sheet while it is filled in, without a screen: a badge begins empty, an answer may be taken back, what is handed in says which questions it answers. Pure. */
import type { HandInSheet, KeptTest, SheetLanguage } from '../../contract-sheets.ts'
import type { TestMoment } from '../../contract-training.ts'
import type { BegunSheet } from './kept-tests.ts'

export interface Begin {
  readonly badge: string
  readonly when: TestMoment
  readonly language: SheetLanguage
}
/** `null`: no number that a badge can have. */
export function badgeIn(typed: string): number | null {
  const badge = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
  return badge > 0 ? badge : null
}
/** Goes on with the sheet that lies here only for the same badge and moment. */
export function begin(test: KeptTest, { badge: typed, when, language }: Begin, lying: BegunSheet | null): BegunSheet | null {
  const badge = badgeIn(typed)
  if (badge === null) return null
  if (lying !== null && lying.badge === badge && lying.when === when) return { ...lying, language, at: 0 }
  return { badge, when, language, answers: test.questions.map(() => null), at: 0 }
}
export const answered = (sheet: BegunSheet, option: number | null): BegunSheet => ({
  ...sheet,
  answers: sheet.answers.map((answer, at) => (at === sheet.at ? option : answer)),
})
export const openQuestions = ({ answers }: Pick<BegunSheet, 'answers'>): readonly number[] =>
  answers.flatMap((answer, at) => (answer === null ? [at + 1] : []))
export const handedIn = ({ questions }: KeptTest, { badge, when, language, answers }: BegunSheet): HandInSheet => ({
  ...{ badge, when, language, answers, items: questions.map(({ id }) => id) },
})
