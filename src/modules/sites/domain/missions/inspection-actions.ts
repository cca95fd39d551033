/*
Corrective actions are decided with the inspection that asks for them: the team writes them while it works, the reviewer adds or changes
them, and a yellow that is accepted without one for a violated criterion gets it by the rule. Closing one needs words about what was done.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import { dueOfAction } from './corrective-action.ts'
import { findCriterion } from './criteria.ts'
import { type InspectionState, criteriaToCorrect, isOpen } from './inspection-state.ts'
import type { InspectionCommand, InspectionEvent } from './inspection-words.ts'

export type ActionCommand = Extract<InspectionCommand, { say: 'set-action' | 'complete-action' | 'drop-action' }>
export const isActionCommand = (command: InspectionCommand): command is ActionCommand =>
  command.say === 'set-action' || command.say === 'complete-action' || command.say === 'drop-action'

interface Asked {
  readonly isMember: boolean
  readonly mayReview: boolean
  readonly yellowMonths: number
  readonly today: string
  readonly newId: () => string
}

export function decideAction(state: InspectionState, command: ActionCommand, asked: Asked): Outcome<readonly InspectionEvent[]> {
  if (command.say === 'set-action') return setAction(state, command, asked)
  const action = state.actions.find((one) => one.action === (command.say === 'drop-action' ? command.action : command.done.action))
  if (!action) return refused('no-such-action')
  if (action.closed) return refused('action-already-closed')
  if (command.say === 'drop-action') {
    if (!asked.mayReview) return refused('action-of-the-reviewer')
    return accepted([{ kind: 'inspection.action-dropped.v1', payload: { action: action.action, reason: command.reason } }])
  }
  if (command.done.on > asked.today) return refused('day-in-the-future', { day: command.done.on })
  if (command.done.on < state.date) return refused('action-done-before-the-visit', { day: state.date })
  return accepted([{ kind: 'inspection.action-done.v1', payload: command.done }])
}

function setAction(
  state: InspectionState,
  command: Extract<ActionCommand, { say: 'set-action' }>,
  asked: Asked,
): Outcome<readonly InspectionEvent[]> {
  const { criterion, owner, text, due = dueOfAction(state.date, asked.yellowMonths) } = command
  const teamMay = asked.isMember && (isOpen(state) || state.phase === 'team-signed')
  if (!teamMay && !asked.mayReview) return refused('action-of-the-reviewer')
  if (state.phase === 'abandoned') return refused('inspection-not-open', { phase: state.phase })
  if (findCriterion(criterion) === undefined) return refused('unknown-criterion', { criterion })
  if (due < state.date) return refused('action-due-before-the-visit', { day: state.date })
  const earlier = state.actions.find((one) => one.action === command.action)
  if (command.action !== undefined && !earlier) return refused('no-such-action')
  if (earlier?.closed) return refused('action-already-closed')
  const action = command.action ?? asId('action', asked.newId())
  const origin = teamMay ? 'team' : 'reviewer'
  return accepted([
    { kind: 'inspection.action-set.v1', payload: { action, criterion, owner, due, origin, ...(text === undefined ? {} : { text }) } },
  ])
}

/** One action per violated yellow criterion that has none yet; the operator owns it until somebody says otherwise (D). */
export function yellowActions(
  state: InspectionState,
  { yellowMonths, newId }: Pick<Asked, 'yellowMonths' | 'newId'>,
): readonly InspectionEvent[] {
  if (state.result !== 'yellow') return []
  const due = dueOfAction(state.date, yellowMonths)
  return criteriaToCorrect(state)
    .filter((criterion) => !state.actions.some((one) => one.criterion === criterion))
    .map((criterion) => ({
      kind: 'inspection.action-set.v1' as const,
      payload: { action: asId('action', newId()), criterion, owner: 'operator' as const, due, origin: 'rule' as const },
    }))
}
