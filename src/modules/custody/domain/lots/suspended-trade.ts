/*
Goods of a supplier or a site with which trade stands still may go only with a written reason: custody keeps what happened, the certificate
refuses. It says since when, and neither why nor with whom: that is kept to those who handle it.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Finding } from '../../contract.ts'

export function despiteSuspension(
  suspended: { readonly since: string } | null | undefined,
  { number, despite }: { readonly number: string; readonly despite: string | undefined },
): Outcome<Finding | null> {
  if (!suspended) return accepted(null)
  const { since } = suspended
  if (despite === undefined || despite.trim() === '') return refused('trade-is-suspended', { number, since })
  return accepted({ rule: 'P12', severity: 'A', facts: { number, since, reason: despite } })
}
