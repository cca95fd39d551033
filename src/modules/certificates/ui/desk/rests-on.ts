/* The checks that a refusal rests on when nobody chooses others: the same that the decision would name. Pure. */
import type { CheckReport } from '../../contract.ts'
import { isDecidedAtIssue } from './check-order.ts'

export const restsOn = (checks: readonly CheckReport[]): readonly number[] =>
  checks
    .filter(
      (check) => check.result === 'failed' || check.result === 'review' || (check.result === 'not-yet-checked' && !isDecidedAtIssue(check)),
    )
    .map(({ number }) => number)
