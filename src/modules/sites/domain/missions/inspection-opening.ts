/*
A team opens the form of one site. At a desk, what does not fit the plan is refused before anybody works; a telephone that was without network
brings a visit that took place, so what does not fit is marked and only what cannot be placed at all is refused.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { InspectionContext } from './inspection-context.ts'
import type { InspectionState } from './inspection-state.ts'
import type { AnswerMark, InspectionCommand, InspectionEvent } from './inspection-words.ts'

type Opening = Extract<InspectionCommand, { say: 'open' }>
export const isCarried = (command: InspectionCommand): boolean => command.say === 'open' && command.carried === true

export function openInspection(state: InspectionState, command: Opening, context: InspectionContext): Outcome<readonly InspectionEvent[]> {
  const { siteKnown, mission, rulebook } = context
  if (state.phase !== 'none') return refused('inspection-already-opened')
  if (!siteKnown) return refused('no-such-site')
  const misfit = command.carried ? accepted(null) : misfitAtDesk(command, context)
  if (!misfit.ok) return misfit
  if (command.mission !== undefined && mission === null) return refused('no-such-mission')
  const members = mission?.members ?? command.members ?? []
  const heads = members.filter((member) => member.head).length
  if (heads !== 1) return refused('mission-needs-one-head', { heads })
  if (!command.carried && !command.onSite && command.notVisitedReason === undefined) return refused('reason-not-visited-missing')
  if (!command.carried && command.form !== undefined && context.form === null)
    return refused('form-not-published-here', { form: command.form.form, version: command.form.version })
  const { say: _say, members: _members, form: named, carried: _carried, ...rest } = command
  const form = context.form ?? named ?? null
  const marks = marksOf(command, context)
  const extra = { ...(form === null ? {} : { form }), ...(marks.length > 0 ? { marks } : {}) }
  return accepted([{ kind: 'inspection.opened.v1', payload: { ...rest, members: [...members], rulebook, ...extra } }])
}

function misfitAtDesk(command: Opening, { mission, today }: InspectionContext): Outcome<null> {
  if (command.date > today) return refused('day-in-the-future', { day: command.date })
  if (mission === null) return accepted(null)
  if (mission.phase !== 'in-field' && !wasOut(mission, command.date)) return refused('mission-not-in-field', { phase: mission.phase })
  return mission.visitsSite ? accepted(null) : refused('site-not-in-mission')
}

function marksOf(command: Opening, { mission, today, outsideTerritory, form }: InspectionContext): AnswerMark[] {
  const marks: AnswerMark[] = []
  if (mission?.phase === 'planned') marks.push('mission-not-started')
  if (mission?.phase === 'closed') marks.push('mission-over')
  if (mission?.phase === 'cancelled') marks.push('mission-cancelled')
  if (mission !== null && !mission.visitsSite) marks.push('not-in-plan')
  if (outsideTerritory !== null) marks.push('outside-territory')
  if (command.date > today) marks.push('day-ahead')
  if (!command.onSite && command.notVisitedReason === undefined) marks.push('reason-missing')
  if (command.form !== undefined && form === null) marks.push('form-unknown')
  return marks
}

/** A form that was opened while the team was out, and that reached us after the mission was closed. */
const wasOut = ({ phase, startedOn, closedOn }: NonNullable<InspectionContext['mission']>, date: string): boolean =>
  phase === 'closed' && startedOn !== null && closedOn !== null && date >= startedOn && date <= closedOn
