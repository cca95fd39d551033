/*
Decisions about a committee: founded once under its code, revised version by version from a day and with why, a component that leaves by letter and one that comes back.
Leaving makes the committee impaired from that day; it refuses to be healed by anybody but the component that left, and a meeting that sits to lose its quorum by pen.
*/
import { addDays } from '../../../kernel/calendar.ts'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, instant, listOf, maybe, orNull, record, text, whole } from '../../../kernel/schema.ts'
import {
  Component,
  CommitteeId,
  CommitteeLevel,
  FoundCommittee,
  LegalAct,
  type LegalActValue,
  Officers,
  QuorumRule,
  type ReturnComponent,
  type ReviseCommittee,
  SeatKey,
  type WithdrawComponent,
} from '../contract.ts'
import { SiteId } from '../../sites/contract.ts'
import { refusedWords } from './said.ts'
import { type CommitteeVersion, type Leave, changesQuorum, standingOn, versionOn } from './versions.ts'

const by = { on: calendarDate(), at: instant() }
export const CommitteeFounded = record({
  level: CommitteeLevel,
  name: text(160),
  area: text(12),
  code: text(20),
  legal: FoundCommittee.shape.legal,
  mandate: text(1000),
  meetingsPerYear: whole(),
  quorum: QuorumRule,
  components: listOf(Component, 20),
  parent: orNull(CommitteeId),
  sites: listOf(SiteId, 40),
  officers: maybe(Officers),
  ...by,
})
/** As it was written before versions had a day, an act and officers: it held from when it was written down. */
export const CommitteeRevisedOnce = record({
  components: listOf(Component, 20),
  quorum: QuorumRule,
  meetingsPerYear: whole(),
  reason: text(400),
  ...by,
})
export const CommitteeRevised = record({
  ...CommitteeRevisedOnce.shape,
  version: whole(),
  from: calendarDate(),
  officers: Officers,
  legal: LegalAct,
})
export const ComponentWithdrew = record({ component: SeatKey, letterOn: calendarDate(), reason: text(600), ...by })
export const ComponentReturned = record({ component: SeatKey, letterOn: calendarDate(), words: orNull(text(600)), ...by })
export const committeeKinds = {
  'committee.founded.v1': CommitteeFounded,
  'committee.revised.v1': CommitteeRevisedOnce,
  'committee.revised.v2': CommitteeRevised,
  'committee.component-withdrew.v1': ComponentWithdrew,
  'committee.component-returned.v1': ComponentReturned,
} as const
type Kinds = typeof committeeKinds
export type CommitteeEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export type CommitteeCommand =
  | ({ readonly type: 'found' } & Infer<typeof FoundCommittee>)
  | ({ readonly type: 'revise' } & Infer<typeof ReviseCommittee>)
  | ({ readonly type: 'withdraw' } & Infer<typeof WithdrawComponent>)
  | ({ readonly type: 'return' } & Infer<typeof ReturnComponent>)
export interface CommitteeContext {
  readonly now: string
  readonly today: string
  /** The area, bodies of seats, sites and the committee above exist. */
  readonly known: boolean
  readonly isCodeTaken: boolean
  /** The meeting that is open at this moment. */
  readonly sitting: { readonly code: string; readonly day: string } | null
}
/** As it was written down last; `standingOn` a day gives what holds then. */
export interface Committee {
  readonly founded: Infer<typeof CommitteeFounded>
  readonly components: readonly Component[]
  readonly quorum: QuorumRule
  readonly meetingsPerYear: number
  readonly officers: Officers
  readonly legal: LegalActValue
  readonly versions: readonly CommitteeVersion[]
  readonly withdrawn: readonly Leave[]
  /** All that ever left, back or not. */
  readonly leaves: readonly Leave[]
}
export type MaybeCommittee = Committee | null
type Decided = Outcome<readonly CommitteeEvent[]>

const twice = (keys: readonly string[]): boolean => new Set(keys).size < keys.length
function refusedSeats(components: readonly Component[]): Extract<Decided, { ok: false }> | null {
  if (components.length < 2) return refused('committee-needs-two-components')
  if (twice(components.map((one) => one.key)) || twice(components.flatMap((one) => one.seats.map((seat) => seat.key))))
    return refused('seat-named-twice')
  const without = components.find((one) => !one.seats.some((seat) => seat.voting))
  if (without !== undefined) return refused('component-without-vote', { name: without.name })
  return refusedWords(...components.flatMap((one) => [one.name, ...one.seats.map((seat) => seat.title)]))
}

function decide(state: MaybeCommittee, command: CommitteeCommand, context: CommitteeContext): Decided {
  const act = { on: context.today, at: context.now }
  if (command.type === 'found') {
    if (state !== null) return refused('committee-there')
    if (!context.known) return refused('unknown-committee-link')
    if (context.isCodeTaken) return refused('committee-code-taken', { code: codeOf(command) })
    const { type: _found, sign: _sign, parent, sites = [], ...founded } = command
    const stop =
      refusedSeats(founded.components) ??
      refusedRule(founded.quorum, founded.components) ??
      refusedOfficers(founded.officers ?? {}, founded.components) ??
      refusedAct(founded.legal, context.today) ??
      refusedWords(founded.name, founded.mandate, founded.legal.number)
    if (stop) return stop
    const payload = { ...founded, code: codeOf(command), parent: parent ?? null, sites, ...act }
    return accepted([{ kind: 'committee.founded.v1', payload }])
  }
  if (state === null) return refused('unknown-committee')
  if (command.type === 'revise') return revise(state, command, context)
  return command.type === 'withdraw' ? withdraw(state, command, act) : giveBack(state, command, act)
}
type Refused = Extract<Decided, { ok: false }>
/** A rule that nobody could ever meet would end the committee by pen. */
function refusedRule(rule: QuorumRule, components: readonly Component[]): Refused | null {
  if (rule.is === 'every-component') return null
  const seats = components.flatMap((one) => one.seats).filter((seat) => seat.voting).length
  return rule.components > components.length || rule.seats > seats
    ? refused('quorum-never-met', { components: components.length, seats })
    : null
}
function refusedOfficers(officers: Officers, components: readonly Component[]): Refused | null {
  const held = Object.values(officers).flatMap((one) => one ?? [])
  const seats = components.flatMap((one) => one.seats.map((seat) => seat.key))
  const stranger = held.find((one) => !seats.includes(one))
  if (stranger !== undefined) return refused('no-such-committee-seat', { seat: stranger })
  return twice(held) ? refused('two-offices-of-one-seat') : null
}
const refusedAct = ({ date }: LegalActValue, today: string): Refused | null =>
  date !== undefined && date > today ? refused('committee-day-in-the-future') : null
const isActOfState = ({ basis }: LegalActValue): boolean => basis === 'governor-order' || basis === 'minister-order'
const isSameAct = (a: LegalActValue, b: LegalActValue): boolean => a.basis === b.basis && a.number === b.number && a.date === b.date
const MOST_DAYS_AHEAD = 366

function revise(
  state: Committee,
  { type: _revise, ...revised }: Extract<CommitteeCommand, { type: 'revise' }>,
  context: CommitteeContext,
): Decided {
  const { today, now: at, sitting } = context
  const newest = state.versions.at(-1)
  const standing = versionOn(state.versions, { day: today })
  if (newest === undefined || standing === undefined) return refused('unknown-committee')
  if (!context.known) return refused('unknown-committee-link')
  if (revised.version !== newest.n) return refused('committee-revised-meanwhile', { version: newest.n })
  // A version that does not hold yet may be replaced by one that holds sooner; what has held is history.
  if (revised.from < standing.from) return refused('revision-before-the-last', { from: standing.from })
  if (revised.from > addDays(today, MOST_DAYS_AHEAD)) return refused('revision-too-far-ahead')
  const stop =
    refusedSeats(revised.components) ??
    refusedRule(revised.quorum, revised.components) ??
    refusedOfficers(revised.officers, revised.components) ??
    refusedAct(revised.legal, today) ??
    refusedWords(revised.reason, revised.legal.number)
  if (stop) return stop
  const isNewAct = !isSameAct(revised.legal, newest.legal)
  if (isNewAct && isActOfState(revised.legal) && (revised.legal.number === undefined || revised.legal.date === undefined))
    return refused('new-act-needs-number-and-date')
  // A letter is answered, not revised away.
  if (state.withdrawn.some((one) => !revised.components.some((component) => component.key === one.component)))
    return refused('withdrawn-component-stays')
  if (saysSame(newest, revised) && (newest.from <= today || newest.from === revised.from)) return refused('committee-revision-the-same')
  const sat = sitting === null ? null : standingOn(state, { day: sitting.day })
  if (sitting !== null && sat !== null && revised.from <= sitting.day && changesQuorum(sat, revised))
    return refused('revision-while-a-meeting-sits', { code: sitting.code })
  return accepted([{ kind: 'committee.revised.v2', payload: { ...revised, version: newest.n + 1, on: today, at } }])
}
type Content = Pick<CommitteeVersion, 'components' | 'quorum' | 'meetingsPerYear' | 'officers' | 'legal'>
function saysSame(newest: Content, revised: Content): boolean {
  const compared = ({ components, quorum, meetingsPerYear, officers, legal }: Content): string =>
    canonicalJson({ components, quorum, meetingsPerYear, officers, legal })
  return compared(newest) === compared(revised)
}

type Act = { readonly on: string; readonly at: string }
function withdraw(state: Committee, { component, on, reason }: Extract<CommitteeCommand, { type: 'withdraw' }>, act: Act): Decided {
  if (!standingOn(state, { day: act.on }).components.some((one) => one.key === component)) return refused('no-such-component')
  if (state.withdrawn.some((one) => one.component === component)) return refused('component-gone-already')
  if (on > act.on) return refused('committee-day-in-the-future')
  const stop = refusedWords(reason)
  if (stop) return stop
  return accepted([{ kind: 'committee.component-withdrew.v1', payload: { component, letterOn: on, reason, ...act } }])
}
function giveBack(state: Committee, { component, on, words }: Extract<CommitteeCommand, { type: 'return' }>, act: Act): Decided {
  const gone = state.withdrawn.find((one) => one.component === component)
  if (gone === undefined) return refused('component-not-gone')
  if (on > act.on) return refused('committee-day-in-the-future')
  if (on < gone.letterOn) return refused('component-back-before-it-left')
  const stop = refusedWords(words)
  if (stop) return stop
  return accepted([{ kind: 'committee.component-returned.v1', payload: { component, letterOn: on, words: words ?? null, ...act } }])
}

const adding = (state: Committee, version: CommitteeVersion): Committee => {
  const { components, quorum, meetingsPerYear, officers, legal } = version
  return { ...state, components, quorum, meetingsPerYear, officers, legal, versions: [...state.versions, version] }
}
function evolve(state: MaybeCommittee, event: CommitteeEvent): MaybeCommittee {
  if (event.kind === 'committee.founded.v1') {
    const { components, quorum, meetingsPerYear, legal, officers = {}, on, at } = event.payload
    const version = { n: 1, from: on, on, at, components, quorum, meetingsPerYear, officers, legal, reason: null }
    const founded = { founded: event.payload, components, quorum, meetingsPerYear, officers, legal, versions: [version] }
    return { ...founded, withdrawn: [], leaves: [] }
  }
  if (state === null) return null
  switch (event.kind) {
    case 'committee.revised.v1': {
      const { officers, legal, versions } = state
      return adding(state, { ...event.payload, n: versions.length + 1, from: event.payload.on, officers, legal })
    }
    case 'committee.revised.v2': {
      const { version: n, ...payload } = event.payload
      return adding(state, { n, ...payload })
    }
    case 'committee.component-withdrew.v1': {
      const left = { ...event.payload, backAt: null }
      return { ...state, withdrawn: [...state.withdrawn, left], leaves: [...state.leaves, left] }
    }
    case 'committee.component-returned.v1': {
      const { component, at } = event.payload
      const leaves = state.leaves.map((one) => (one.component === component && one.backAt === null ? { ...one, backAt: at } : one))
      return { ...state, leaves, withdrawn: state.withdrawn.filter((one) => one.component !== component) }
    }
  }
}
export const committeeDecider: Decider<MaybeCommittee, CommitteeCommand, CommitteeEvent, CommitteeContext> = {
  initial: null,
  decide,
  evolve,
}

/** `CPS-NK`: beginning of every number of its meetings, decisions and actions. */
export const codeOf = ({ level, sign }: Pick<Infer<typeof FoundCommittee>, 'level' | 'sign'>): string => `${level}-${sign}`
export const seatsOf = ({ components }: Pick<Committee, 'components'>) => components.flatMap((one) => one.seats)
export const sittingOf = ({ components, withdrawn, quorum }: Committee) => ({
  ...{ components, rule: quorum },
  withdrawn: withdrawn.map((one) => one.component),
})
