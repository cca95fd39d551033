/*
Decisions about a promise of mutual accountability: made between two seats for some quarters, rated by each side once a quarter and apart from the other. What the other
said is nobody's before both are in or the time is over; it refuses a side that rates twice or for the other.
*/
import { addDays, addMonths } from '../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, instant, record, text } from '../../../kernel/schema.ts'
import type { OrganisationId } from '../../people/contract.ts'
import { CommitteeId } from '../contract.ts'
import { GiveScore, MakePromise, type QuarterShown, Quarter, Score, Side } from '../contract-scores.ts'
import { type Committee, seatsOf } from './committee.ts'
import { committeeRules } from './rules.ts'
import { refusedWords } from './said.ts'
import { standingOn } from './versions.ts'

export const PromiseMade = record({ committee: CommitteeId, ...MakePromise.shape, on: calendarDate(), at: instant() })
export const PromiseRated = record({ quarter: Quarter, side: Side, score: Score, comment: text(400), on: calendarDate(), at: instant() })
export const promiseKinds = { 'committee-promise.made.v1': PromiseMade, 'committee-promise.rated.v1': PromiseRated } as const
type Kinds = typeof promiseKinds
export type PromiseEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export type PromiseCommand =
  | ({ readonly type: 'make'; readonly committee: CommitteeId } & Infer<typeof MakePromise>)
  | ({ readonly type: 'rate' } & Infer<typeof GiveScore>)
export interface PromiseContext {
  readonly now: string
  readonly today: string
  readonly organisation: string | null
  readonly committee: Committee | null
}
export interface Promised {
  readonly made: Infer<typeof PromiseMade>
  readonly rated: readonly Infer<typeof PromiseRated>[]
}
export type MaybePromise = Promised | null
type Decided = Outcome<readonly PromiseEvent[]>
const MOST_QUARTERS = 12

const bodyOf = (committee: Pick<Committee, 'components'>, seat: string): OrganisationId | null =>
  seatsOf(committee).find((one) => one.key === seat)?.organisation ?? null
/**
 * The two bodies of a promise: those whose seats made it, whoever has the seats now (D). Two different ones made it, and so a body is one side for ever, never both, and
 * rates neither itself nor twice.
 */
export function sidesOf(committee: Committee, { made }: Promised): { readonly [One in Side]: OrganisationId | null } {
  const then = standingOn(committee, { day: made.on, knownAt: made.at })
  return { holder: bodyOf(then, made.holder), beneficiary: bodyOf(then, made.beneficiary) }
}
/** Which side a body is; `null` for everybody else, whatever it keeps or other seats it has. */
export function sideOf(committee: Committee, promise: Promised, organisation: string | null): Side | null {
  if (organisation === null) return null
  const { holder, beneficiary } = sidesOf(committee, promise)
  if (holder === organisation) return 'holder'
  return beneficiary === organisation ? 'beneficiary' : null
}

function decide(state: MaybePromise, command: PromiseCommand, { now: at, today, organisation, committee }: PromiseContext): Decided {
  if (committee === null) return refused('unknown-committee')
  if (command.type === 'make') {
    if (state !== null) return refused('promise-there')
    const { type: _make, ...made } = command
    const [holder, beneficiary] = [bodyOf(committee, made.holder), bodyOf(committee, made.beneficiary)]
    if (holder === null || beneficiary === null) return refused('promise-seat-without-body')
    if (holder === beneficiary) return refused('promise-needs-two-bodies')
    if (made.until < made.from) return refused('promise-ends-before-it-begins')
    if (quartersOf(made).length > MOST_QUARTERS) return refused('promise-too-long')
    const stop = refusedWords(made.text, made.indicator)
    return stop ?? accepted([{ kind: 'committee-promise.made.v1', payload: { ...made, on: today, at } }])
  }
  if (state === null) return refused('unknown-promise')
  const side = sideOf(committee, state, organisation)
  if (side === null) return refused('not-a-side-of-the-promise')
  const { quarter, score, comment } = command
  if (!quartersOf(state.made).includes(quarter)) return refused('promise-not-of-that-quarter')
  const standing = stateOfQuarter(quarter, today)
  if (standing !== 'open') return refused(standing === 'closed' ? 'quarter-closed' : 'quarter-to-come', { on: closesOn(quarter) })
  if (state.rated.some((one) => one.quarter === quarter && one.side === side)) return refused('rated-already')
  const stop = refusedWords(comment)
  return stop ?? accepted([{ kind: 'committee-promise.rated.v1', payload: { quarter, side, score, comment, on: today, at } }])
}
function evolve(state: MaybePromise, event: PromiseEvent): MaybePromise {
  if (event.kind === 'committee-promise.made.v1') return { made: event.payload, rated: [] }
  return state === null ? null : { ...state, rated: [...state.rated, event.payload] }
}
export const promiseDecider: Decider<MaybePromise, PromiseCommand, PromiseEvent, PromiseContext> = { initial: null, decide, evolve }

/* ---- quarters ---- */

const firstDay = (quarter: string): string => `${quarter.slice(0, 4)}-${String((Number(quarter.slice(6)) - 1) * 3 + 1).padStart(2, '0')}-01`
const lastDay = (quarter: string): string => addDays(addMonths(firstDay(quarter), 3), -1)
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
export const closesOn = (quarter: string): string => addDays(lastDay(quarter), committeeRules.scoringDays)
/** A quarter is rated from its last month on, until thirty days after it. */
export function stateOfQuarter(quarter: string, today: string): QuarterShown['state'] {
  if (today < addMonths(firstDay(quarter), 2)) return 'to-come'
  return today <= closesOn(quarter) ? 'open' : 'closed'
}
export function quartersOf({ from, until }: { readonly from: string; readonly until: string }): readonly string[] {
  const found: string[] = []
  for (let quarter = from; quarter <= until && found.length <= MOST_QUARTERS; quarter = quarterOf(addDays(lastDay(quarter), 1)))
    found.push(quarter)
  return found
}

interface Reading {
  readonly today: string
  readonly mine: Side | null
}
/** One quarter as a reader may see it. */
export function quarterShown({ rated }: Promised, quarter: string, { today, mine }: Reading): QuarterShown {
  const of = rated.filter((one) => one.quarter === quarter)
  const state = stateOfQuarter(quarter, today)
  const isTold = of.length === 2 || state === 'closed'
  const [a, b] = of
  const gap = a !== undefined && b !== undefined ? Math.abs(a.score - b.score) : null
  return {
    ...{ quarter, state, closesOn: closesOn(quarter), rated: of.map((one) => one.side) },
    scores: of
      .filter((one) => isTold || one.side === mine)
      .map(({ side, score, comment, on }) => ({ side, score, comment, on }))
      .toSorted((one, other) => other.side.localeCompare(one.side)),
    ...{ gap, isWide: gap !== null && gap >= committeeRules.gap },
  }
}
/** Quarters in which both have rated and are far apart: something to talk about. */
export const wideGaps = (promise: Promised, today: string): readonly QuarterShown[] =>
  quartersOf(promise.made)
    .map((quarter) => quarterShown(promise, quarter, { today, mine: null }))
    .filter((one) => one.isWide)
