/*
Decisions about a committee: founded once under its code, its seats and rule revised with why, a component that leaves by letter and one that comes back. Leaving makes
the committee impaired from that day; it refuses to be healed by anybody but the component that left.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, instant, listOf, orNull, record, text, whole } from '../../../kernel/schema.ts'
import {
  Component,
  CommitteeId,
  CommitteeLevel,
  FoundCommittee,
  QuorumRule,
  type ReturnComponent,
  type ReviseCommittee,
  SeatKey,
  type WithdrawComponent,
} from '../contract.ts'
import { SiteId } from '../../sites/contract.ts'
import { refusedWords } from './said.ts'

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
  ...by,
})
export const CommitteeRevised = record({
  components: listOf(Component, 20),
  quorum: QuorumRule,
  meetingsPerYear: whole(),
  reason: text(400),
  ...by,
})
export const ComponentWithdrew = record({ component: SeatKey, letterOn: calendarDate(), reason: text(600), ...by })
export const ComponentReturned = record({ component: SeatKey, letterOn: calendarDate(), words: orNull(text(600)), ...by })
export const committeeKinds = {
  'committee.founded.v1': CommitteeFounded,
  'committee.revised.v1': CommitteeRevised,
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
}
export interface Committee {
  readonly founded: Infer<typeof CommitteeFounded>
  readonly components: readonly Component[]
  readonly quorum: QuorumRule
  readonly meetingsPerYear: number
  readonly withdrawn: readonly Infer<typeof ComponentWithdrew>[]
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
    const stop = refusedSeats(founded.components) ?? refusedWords(founded.name, founded.mandate)
    if (stop) return stop
    const payload = { ...founded, code: codeOf(command), parent: parent ?? null, sites, ...act }
    return accepted([{ kind: 'committee.founded.v1', payload }])
  }
  if (state === null) return refused('unknown-committee')
  if (command.type === 'revise') {
    if (!context.known) return refused('unknown-committee-link')
    const { type: _revise, ...revised } = command
    const stop = refusedSeats(revised.components) ?? refusedWords(revised.reason)
    if (stop) return stop
    const gone = state.withdrawn.find((one) => !revised.components.some((component) => component.key === one.component))
    // A letter is answered, not revised away.
    if (gone !== undefined) return refused('withdrawn-component-stays')
    return accepted([{ kind: 'committee.revised.v1', payload: { ...revised, ...act } }])
  }
  return command.type === 'withdraw' ? withdraw(state, command, act) : giveBack(state, command, act)
}
type Act = { readonly on: string; readonly at: string }
function withdraw(state: Committee, { component, on, reason }: Extract<CommitteeCommand, { type: 'withdraw' }>, act: Act): Decided {
  if (!state.components.some((one) => one.key === component)) return refused('no-such-component')
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

function evolve(state: MaybeCommittee, event: CommitteeEvent): MaybeCommittee {
  if (event.kind === 'committee.founded.v1') {
    const { components, quorum, meetingsPerYear } = event.payload
    return { founded: event.payload, components, quorum, meetingsPerYear, withdrawn: [] }
  }
  if (state === null) return null
  switch (event.kind) {
    case 'committee.revised.v1': {
      const { components, quorum, meetingsPerYear } = event.payload
      return { ...state, components, quorum, meetingsPerYear }
    }
    case 'committee.component-withdrew.v1':
      return { ...state, withdrawn: [...state.withdrawn, event.payload] }
    case 'committee.component-returned.v1':
      return { ...state, withdrawn: state.withdrawn.filter((one) => one.component !== event.payload.component) }
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
