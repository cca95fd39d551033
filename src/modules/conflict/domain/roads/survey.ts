/*
A survey of roadblocks: somebody declares which territoires were looked at, and on which days. Without one, a road without roadblocks is a road that nobody
looked at. Refuses areas that do not exist and days that have not come. A survey declared by mistake is withdrawn, and then covers nothing.
*/
import { addDays } from '../../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, record } from '../../../../kernel/schema.ts'
import { type Looked, SurveyFacts, WithdrawSurvey } from '../../contract-roads.ts'
import { type Act, by } from './road.ts'

export const SurveyDeclared = record({ ...SurveyFacts.shape, ...by })
export const SurveyWithdrawn = record({ ...WithdrawSurvey.shape, ...by })
export const surveyKinds = {
  'roadblock-survey.declared.v1': SurveyDeclared,
  'roadblock-survey.withdrawn.v1': SurveyWithdrawn,
} as const
type Kinds = typeof surveyKinds
export type SurveyEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export interface SurveyState {
  readonly declared: Infer<typeof SurveyDeclared> | null
  readonly isWithdrawn: boolean
}
export type SurveyCommand = { readonly type: 'declare'; readonly facts: SurveyFacts } | { readonly type: 'withdraw'; readonly why: string }
export interface SurveyContext {
  readonly act: Act
  readonly areasKnown: boolean
}

export const surveyDecider: Decider<SurveyState, SurveyCommand, SurveyEvent, SurveyContext> = {
  initial: { declared: null, isWithdrawn: false },
  decide: (state, command, { act, areasKnown }) => {
    if (command.type === 'withdraw') {
      if (state.declared === null || state.isWithdrawn) return refused('unknown-survey')
      return accepted([{ kind: 'roadblock-survey.withdrawn.v1', payload: { why: command.why, ...act } }])
    }
    const { facts } = command
    if (state.declared) return refused('survey-declared-already')
    if (facts.from > facts.until) return refused('days-the-wrong-way-round')
    if (facts.until > act.on) return refused('conflict-day-in-the-future', { on: facts.until })
    if (!areasKnown) return refused('unknown-area')
    return accepted([{ kind: 'roadblock-survey.declared.v1', payload: { ...facts, ...act } }])
  },
  evolve: (state, event) =>
    event.kind === 'roadblock-survey.declared.v1' ? { declared: event.payload, isWithdrawn: false } : { ...state, isWithdrawn: true },
}

type Surveyed = Pick<SurveyFacts, 'areas' | 'from' | 'until'>
/** Whether somebody looked at an area on each of these days. Sorts the surveys of the area. */
export function lookedAt(surveys: readonly Surveyed[], area: string, days: { readonly from: string; readonly until: string }): Looked {
  const own = surveys
    .filter((one) => one.areas.includes(area) && one.from <= days.until && one.until >= days.from)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  if (own.length === 0) return 'no'
  let next = days.from
  for (const { from, until } of own) {
    if (from > next) break
    if (until >= next) next = addDays(until, 1)
  }
  return next > days.until ? 'yes' : 'partly'
}
/** Of several areas: all of them, none of them, or something between. No area at all is one that nobody looked at. */
export function lookedTogether(each: readonly Looked[]): Looked {
  if (each.length > 0 && each.every((one) => one === 'yes')) return 'yes'
  return each.some((one) => one !== 'no') ? 'partly' : 'no'
}
