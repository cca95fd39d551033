/*
Who has what was not settled, worked out from days and agendas: what is overdue after two meetings of a local committee goes to the territorial one, after two of that to
the provincial one, and after sixty days there to the ministry (D). Nobody has to pass it on, and nobody can forget to. Pure.
*/
import { addDays } from '../../../kernel/calendar.ts'
import type { CommitteeLevel, Escalation } from '../contract.ts'
import { type Action, isOver } from './action.ts'
import { PASSES_BY_MEETINGS, committeeRules } from './rules.ts'

export interface Agenda {
  readonly committee: string
  readonly day: string
  readonly isClosed: boolean
  readonly keys: readonly string[]
}
export interface Ladder {
  /** From the committee of the action upwards. */
  readonly steps: readonly { readonly committee: string; readonly code: string; readonly level: CommitteeLevel }[]
  /** Of all of them. */
  readonly agendas: readonly Agenda[]
}
export const overdueKey = (action: string): string => `action-overdue:${action}`
export const escalatedKey = (action: string): string => `escalated:${action}`

/** How often it came back: agendas of its own committee that carried it. */
export const carriedOver = (action: string, { steps, agendas }: Ladder): number =>
  agendas.filter((one) => one.committee === steps[0]?.committee && one.keys.includes(overdueKey(action))).length

interface Asked {
  readonly id: string
  readonly action: Action
  readonly ladder: Ladder
  readonly today: string
}
/** Every step up, in order. */
export function climbOf({ id, action, ladder, today }: Asked): readonly Escalation[] {
  if (isOver(action) || action.opened.due >= today) return []
  const climbed: Escalation[] = []
  // At each level the clock runs from when it came there.
  let since = action.opened.due
  for (const [place, step] of ladder.steps.entries()) {
    if (!PASSES_BY_MEETINGS.includes(step.level)) {
      const on = addDays(since, committeeRules.provincialDays)
      return on <= today ? [...climbed, { at: 'ministry', committee: null, since: on, because: 'days' }] : climbed
    }
    const above = ladder.steps[place + 1]
    const key = place === 0 ? overdueKey(id) : escalatedKey(id)
    const passed = ladder.agendas
      .filter((one) => one.committee === step.committee && one.isClosed && one.day >= since && one.keys.includes(key))
      .map((one) => one.day)
      .toSorted()[committeeRules.unresolvedMeetings - 1]
    if (passed === undefined || above === undefined) return climbed
    since = passed
    climbed.push({ at: above.level, committee: above.code, since, because: 'meetings' })
  }
  return climbed
}
export const escalationOf = (asked: Asked): Escalation | null => climbOf(asked).at(-1) ?? null
