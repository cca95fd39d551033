/* Problems of a workbook as plain facts of a refusal: at most a hundred, so that a wrong file does not fill the screen. */
import type { Fact } from '../../../kernel/outcome.ts'
import type { Problem } from '../domain/xlsform/problem.ts'

const MOST = 100

export const problemFacts = (problems: readonly Problem[]): Fact =>
  problems.slice(0, MOST).map(({ sheet, row, column, code, facts }) => ({ sheet, row, column, code, facts: { ...facts } }))
