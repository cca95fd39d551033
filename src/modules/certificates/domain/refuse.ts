/*
A refusal that can be answered: it has a reason in words, and names the checks that it rests on, so that the exporter reads what to do about each. Where the
validator names none, every check that is failed, doubtful or could not be made is named. A check that passed may be named too: that is whom the validator doubts.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, asId } from '../../../kernel/schema.ts'
import type { CheckReport, RefuseDossier } from '../contract.ts'
import { decidedAtIssue } from './checks.ts'
import type { DossierEvent } from './dossier-events.ts'
import { type KnownLot, type OpenedDossier, reportsOf } from './dossier-state.ts'

/** Ours (D): two words of together ten letters; a bare no is no reason. */
const isReason = (reason: string): boolean =>
  reason.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= 2 && (reason.match(/\p{L}/gu) ?? []).length >= 10

/** In question, by number: failed, to be judged, or not made by anybody. */
export const inQuestion = (reports: readonly CheckReport[]): readonly number[] =>
  reports
    .filter(
      ({ result, number }) =>
        result === 'failed' || result === 'review' || (result === 'not-yet-checked' && !decidedAtIssue.includes(number)),
    )
    .map(({ number }) => number)

/**
 * The names that a reader gets: where what it reads of a check is not what was decided upon (check 10 without what is not public), the number is left out
 * too, or it would tell that there is something.
 */
export const namedAsSeen = (named: readonly number[], all: readonly CheckReport[], seen: readonly CheckReport[]): readonly number[] =>
  named.filter((number) => {
    const resultIn = (reports: readonly CheckReport[]) => reports.find((check) => check.number === number)?.result
    return resultIn(all) === resultIn(seen)
  })

export function refuse(dossier: OpenedDossier, data: Infer<typeof RefuseDossier>, context: KnownLot): Outcome<readonly DossierEvent[]> {
  if (dossier.state !== 'open' && dossier.state !== 'recommended') return refused('dossier-not-open', { state: dossier.state })
  if (!isReason(data.reason)) return refused('refusal-needs-a-reason')
  const checks = [...reportsOf(dossier, context)]
  const named = [...new Set(data.checks ?? inQuestion(checks))].toSorted((a, b) => a - b)
  if (named.length === 0 || named.some((number) => !checks.some((check) => check.number === number)))
    return refused('refusal-names-no-check')
  const validator = asId('account', context.account)
  const payload = { on: context.today, reason: data.reason, checks, named, rulebook: context.rulebook, validator }
  return accepted([{ kind: 'dossier.refused.v1', payload }])
}
