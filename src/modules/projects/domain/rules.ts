/* What this module decides by itself: each a proposal of ours (D) that a programme may make stricter, shown with its mark. */
import type { Evidence } from '../../../kernel/rulebook.ts'

const rule = (value: number, source: string): { readonly value: number; readonly evidence: Evidence; readonly source: string } => ({
  ...{ value, source },
  evidence: 'D',
})
export const projectRules = {
  /** Tenths of a percent. */
  asksAbove: rule(150, 'A reason is asked for where what was reached deviates by more than 15 % from what was expected (proposal)'),
  soonDays: rule(30, 'A report is called due soon thirty days before its day (proposal)'),
  overDays: rule(15, 'A value of a quarter is called missing fifteen days after its end (proposal)'),
} as const
