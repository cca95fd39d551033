/*
How somebody fares, asked at the beginning and after six and twelve months: a number from 1 to 5 for each question that was answered, nothing for one
that was not. Asked again for the same month, the later answers count and both stay in the file.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, exactly, instant, listOf, oneOf, record, taggedBy, whole } from '../../../../kernel/schema.ts'
import { AccountId } from '../../../people/contract.ts'
import type { Dimension, ReintegrationScore } from './reintegration.ts'
import { reintegrationScore } from './reintegration.ts'

export const ScoredRound = oneOf('0', '6', '12')
export type ScoredRound = Infer<typeof ScoredRound>
/** Ours (D); worded so that more is better. */
export const ReintegrationQuestion = oneOf(
  ...(['needs-covered', 'work-steady', 'debts-manageable'] as const),
  ...(['accepted-around', 'services-reached', 'safe-at-home'] as const),
  ...(['feels-well', 'decides-for-oneself', 'sees-ahead'] as const),
)
export type ReintegrationQuestion = Infer<typeof ReintegrationQuestion>
export const dimensionOf: { readonly [Question in ReintegrationQuestion]: Dimension } = {
  ...({ 'needs-covered': 'economic', 'work-steady': 'economic', 'debts-manageable': 'economic' } as const),
  ...({ 'accepted-around': 'social', 'services-reached': 'social', 'safe-at-home': 'social' } as const),
  ...({ 'feels-well': 'psychosocial', 'decides-for-oneself': 'psychosocial', 'sees-ahead': 'psychosocial' } as const),
}
const score = {
  ...{ step: exactly('score'), round: ScoredRound, on: calendarDate() },
  answers: listOf(record({ question: ReintegrationQuestion, value: whole().min(1, 'out-of-scale').max(5, 'out-of-scale') }), 9),
}
export const ReintegrationCommand = taggedBy('step', [record(score)])
export type ReintegrationCommand = Infer<typeof ReintegrationCommand>
export const reintegrationKinds = { 'reintegration.scored.v1': record({ ...score, by: AccountId, at: instant() }) } as const
export type ReintegrationEvent = DomainEvent<'reintegration.scored.v1', Infer<(typeof reintegrationKinds)['reintegration.scored.v1']>>
export type Rounds = ReadonlyMap<ScoredRound, ReintegrationEvent['payload']>

export function decideReintegration(
  command: ReintegrationCommand,
  stamp: { readonly by: AccountId; readonly at: string },
): Outcome<readonly ReintegrationEvent[]> {
  const asked = new Set(command.answers.map((one) => one.question))
  if (command.answers.length === 0 || asked.size < command.answers.length) return refused('reintegration-answers-once-each')
  return accepted([{ kind: 'reintegration.scored.v1', payload: { ...command, ...stamp } }])
}
export const evolveRounds = (rounds: Rounds, { payload }: ReintegrationEvent): Rounds => new Map([...rounds, [payload.round, payload]])
export const scoreOf = (answers: ReintegrationEvent['payload']['answers']): ReintegrationScore =>
  reintegrationScore(answers.map(({ question, value }) => ({ dimension: dimensionOf[question], value, worst: 1, best: 5 })))
