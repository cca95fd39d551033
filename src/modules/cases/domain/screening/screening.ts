/*
A screening as it is kept in a case: coded answers and what was concluded from them, the worker's own opinion beside it. The finding is computed
here again from the answers, so that what a device showed and what is kept cannot differ; what the person told lies in the vault.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import {
  type Infer,
  count,
  exactly,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { AccountId } from '../../../people/contract.ts'
import { type Explanation, assess } from '../identification/assess.ts'
import { AssessmentId } from '../identification/determination-words.ts'
import { GivenFacts, GivenFieldAnswer } from '../identification/assessment-words.ts'
import { AreaCode, ListCode } from '../codes.ts'
import { SiteId } from '../../../sites/contract.ts'
import { siteEventTypes } from '../identification/site-events.ts'
import { SealedRef } from '../sealed-ref.ts'
import { type Row, adultRows, childRows } from '../identification/findings.ts'

const Opinion = record({ agrees: yesOrNo(), reason: maybe(SealedRef) })
const recorded = {
  assessment: AssessmentId,
  /** One set of answers for each table by which the person was read. */
  facts: listOf(GivenFacts, 2).min(1, 'too-few'),
  fieldAnswers: listOf(GivenFieldAnswer, 60),
  opinion: orNull(Opinion),
  version: oneOf('adult', 'child'),
  isComplete: yesOrNo(),
  minutes: count(),
  heldAt: instant(),
  /** What the person works at, and who proposed it: codes of the form's own lists, for who counts. */
  ...{ tasks: maybe(listOf(ListCode, 20)), proposedBy: maybe(listOf(ListCode, 12)) },
  /** The mine, else the territoire, that the answers speak of; told of it later, without the person and never of few. */
  workedAt: maybe(record({ site: orNull(SiteId), area: orNull(AreaCode) })),
  /** What the questions of the mine say of the place by themselves. */
  noticed: maybe(listOf(oneOf(...siteEventTypes), siteEventTypes.length)),
}
export const ScreeningCommand = taggedBy('step', [record({ step: exactly('record-screening'), ...recorded })])
export type ScreeningCommand = Infer<typeof ScreeningCommand>
export const screeningKinds = {
  'case-screening.recorded.v1': record({
    ...{
      ...recorded,
      rows: listOf(oneOf(...adultRows, ...childRows), 5),
      instrument: text(40),
      instrumentSha256: text(64),
      by: AccountId,
      at: instant(),
    },
  }),
} as const
export type ScreeningEvent = DomainEvent<'case-screening.recorded.v1', Infer<(typeof screeningKinds)['case-screening.recorded.v1']>>
export type Screening = ScreeningEvent['payload']
export type Screenings = ReadonlyMap<string, Screening>

/** In the order of the tables; the same answers give the same text. */
export const explanationsOf = ({ facts, heldAt }: Pick<Screening, 'facts' | 'heldAt'>): readonly Explanation[] =>
  facts.map((one) => assess(one, { computedAt: heldAt }))
export const rowsOf = (explanations: readonly Explanation[]): readonly Row[] => [
  ...new Set(explanations.flatMap((one) => one.findings.map((finding) => finding.rule))),
]

export function decideScreening(
  screenings: Screenings,
  command: ScreeningCommand,
  stamp: { readonly by: AccountId; readonly at: string },
): Outcome<readonly ScreeningEvent[]> {
  if (screenings.has(command.assessment)) return refused('screening-already-recorded')
  const explanations = explanationsOf(command)
  const [first] = explanations
  const { id: instrument, sha256: instrumentSha256 } = first?.instrumentVersion ?? { id: '', sha256: '' }
  const { step: _step, ...said } = command
  return accepted([
    { kind: 'case-screening.recorded.v1', payload: { ...said, rows: [...rowsOf(explanations)], instrument, instrumentSha256, ...stamp } },
  ])
}
export const evolveScreenings = (screenings: Screenings, { payload }: ScreeningEvent): Screenings =>
  new Map([...screenings, [payload.assessment, payload]])
