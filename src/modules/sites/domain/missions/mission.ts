/*
A joint mission: who goes where, under which act, with whose consent. Members are bodies with an account where
the platform knows one; no name is written here. The mission does not decide a colour: its inspections and an order do.
A plan may be changed, with the reason, until the team leaves. What is merely missing from a team is written into the mission as a
warning, unless the rules of the day refuse it.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, exactly, id, listOf, maybe, oneOf, record, taggedBy, text, yesOrNo } from '../../../../kernel/schema.ts'
import { attendances, memberBodies, missionKindNames } from './member-bodies.ts'
import { planDetails } from './mission-plan.ts'
import { type PublishedTeamRules, missingBodies } from './team-rules.ts'

export { stateServices } from './member-bodies.ts'

export const MemberBody = oneOf(...memberBodies)
export type MemberBody = Infer<typeof MemberBody>

export const Member = record({
  body: MemberBody,
  attendance: oneOf(...attendances),
  head: yesOrNo(),
  organisation: maybe(id('organisation')),
  account: maybe(id('account')),
  function: maybe(text(120)),
})
export type Member = Infer<typeof Member>

/** What a planner says. */
export const MissionPlan = record({
  missionKind: oneOf(...missionKindNames),
  plannedFrom: calendarDate(),
  plannedTo: calendarDate(),
  sites: listOf(id('site'), 200),
  members: listOf(Member, 40),
  legalBasis: listOf(text(200), 20),
  fundingBody: maybe(text(160)),
  securityClearance: maybe(text(400)),
  ...planDetails,
})
export type MissionPlan = Infer<typeof MissionPlan>

/** What stands in the log: the plan, and what the rules of the day said about it. */
export const MissionPlanned = record({
  ...MissionPlan.shape,
  teamRules: maybe(record({ id: text(40), hash: text(64) })),
  missingBodies: maybe(listOf(MemberBody, 40)),
})
export type MissionPlanned = Infer<typeof MissionPlanned>

export const missionKinds = {
  'mission.planned.v1': MissionPlanned,
  'mission.changed.v1': record({ mission: MissionPlanned, reason: text(1000) }),
  'mission.started.v1': record({ on: calendarDate() }),
  'mission.closed.v1': record({ on: calendarDate(), note: maybe(text(2000)) }),
  'mission.cancelled.v1': record({ on: calendarDate(), reason: text() }),
} as const
export type MissionEvent = {
  [Kind in keyof typeof missionKinds]: { readonly kind: Kind; readonly payload: Infer<(typeof missionKinds)[Kind]> }
}[keyof typeof missionKinds]

export const MissionCommand = taggedBy('say', [
  record({ say: exactly('plan'), mission: MissionPlan }),
  record({ say: exactly('change'), mission: MissionPlan, reason: text(1000) }),
  record({ say: exactly('start'), on: calendarDate() }),
  record({ say: exactly('close'), on: calendarDate(), note: maybe(text(2000)) }),
  record({ say: exactly('cancel'), on: calendarDate(), reason: text() }),
])
export type MissionCommand = Infer<typeof MissionCommand>

export interface MissionState {
  readonly phase: 'none' | 'planned' | 'in-field' | 'closed' | 'cancelled'
  readonly startedOn: string | null
}
export interface MissionContext {
  /** Of the planned sites, those that the register does not hold. */
  readonly unknownSites: readonly string[]
  readonly outsideTerritory: { readonly place: string } | null
  /** Inspections of this mission that nobody has submitted or abandoned yet. */
  readonly openInspections: number
  readonly today: string
  /** The day on which the planner said it; a plan made on paper may reach us later. */
  readonly toldOn: string
  readonly teamRules: PublishedTeamRules
}

function decide(state: MissionState, command: MissionCommand, context: MissionContext): Outcome<readonly MissionEvent[]> {
  if (context.outsideTerritory !== null) return refused('outside-your-territory', { place: context.outsideTerritory.place })
  if (command.say === 'plan') {
    if (state.phase !== 'none') return refused('mission-already-planned')
    const planned = checked(command.mission, context)
    return planned.ok ? accepted([{ kind: 'mission.planned.v1', payload: planned.value }]) : planned
  }
  if (state.phase === 'none') return refused('no-such-mission')
  if (command.say === 'change') {
    if (state.phase !== 'planned') return refused('mission-not-planned', { phase: state.phase })
    const changed = checked(command.mission, context)
    return changed.ok ? accepted([{ kind: 'mission.changed.v1', payload: { mission: changed.value, reason: command.reason } }]) : changed
  }
  return move(state, command, context)
}

function move(
  state: MissionState,
  command: Extract<MissionCommand, { say: 'start' | 'cancel' | 'close' }>,
  context: MissionContext,
): Outcome<readonly MissionEvent[]> {
  if (command.on > context.today) return refused('day-in-the-future', { day: command.on })
  if (command.say === 'start') {
    return state.phase === 'planned'
      ? accepted([{ kind: 'mission.started.v1', payload: { on: command.on } }])
      : refused('mission-not-planned', { phase: state.phase })
  }
  if (command.say === 'cancel') {
    const { on, reason } = command
    return state.phase === 'planned'
      ? accepted([{ kind: 'mission.cancelled.v1', payload: { on, reason } }])
      : refused('mission-not-planned', { phase: state.phase })
  }
  if (state.phase !== 'in-field') return refused('mission-not-in-field', { phase: state.phase })
  if (state.startedOn !== null && command.on < state.startedOn) return refused('mission-dates-reversed')
  if (context.openInspections > 0) return refused('inspections-still-open', { open: context.openInspections })
  const { on, note } = command
  return accepted([{ kind: 'mission.closed.v1', payload: { on, ...(note === undefined ? {} : { note }) } }])
}

/** The plan with what the rules of its first day say about its team, or why it cannot be. */
function checked(mission: MissionPlan, { unknownSites, toldOn, teamRules }: MissionContext): Outcome<MissionPlanned> {
  if (mission.sites.length === 0) return refused('mission-without-sites')
  if (unknownSites.length > 0) return refused('unknown-sites', { sites: unknownSites })
  if (mission.plannedTo < mission.plannedFrom) return refused('mission-dates-reversed')
  if (mission.plannedFrom < toldOn) return refused('mission-in-the-past', { day: mission.plannedFrom })
  if (mission.legalBasis.length === 0) return refused('mission-without-legal-basis')
  const heads = mission.members.filter((member) => member.head)
  if (heads.length !== 1) return refused('mission-needs-one-head', { heads: heads.length })
  if (heads.some((head) => head.attendance === 'observer')) return refused('observer-cannot-lead')
  const away = (mission.itinerary ?? []).find((day) => day.date < mission.plannedFrom || day.date > mission.plannedTo)
  if (away) return refused('itinerary-outside-dates', { day: away.date })
  if ((mission.stays ?? []).some((stay) => stay.to < stay.from)) return refused('mission-dates-reversed')
  const missing = missingBodies(teamRules.book.values, mission.missionKind, mission.members)
  if (missing.length > 0 && teamRules.book.values.missingRequired.value === 'refuse')
    return refused('required-bodies-missing', { bodies: missing })
  return accepted({
    ...mission,
    teamRules: { id: teamRules.book.id, hash: teamRules.hash },
    ...(missing.length > 0 ? { missingBodies: [...missing] } : {}),
  })
}

const phases = {
  'mission.planned.v1': 'planned',
  'mission.changed.v1': 'planned',
  'mission.started.v1': 'in-field',
  'mission.closed.v1': 'closed',
  'mission.cancelled.v1': 'cancelled',
} as const
const evolve = (state: MissionState, event: MissionEvent): MissionState => ({
  phase: phases[event.kind],
  startedOn: event.kind === 'mission.started.v1' ? event.payload.on : state.startedOn,
})

export const missionDecider: Decider<MissionState, MissionCommand, MissionEvent, MissionContext> = {
  initial: { phase: 'none', startedOn: null },
  decide,
  evolve,
}
