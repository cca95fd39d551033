/*
Sheets of a test that come from telephones. A sheet is what somebody answered, so it is always taken: it counts at once, or it waits with the reason for somebody who
teaches. A later sheet of the same telephone counts in place of the earlier one; what another telephone says otherwise of the same badge and moment never replaces
anything by itself. It refuses a sheet of a session without a test, and one whose answers are no answers to what it says was asked.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { HandInSheet, SettleSheet, SheetFinding, WaitingSheet } from '../../contract-sheets.ts'
import type { TestMoment } from '../../contract-training.ts'
import { scoreTenths } from './rules.ts'
import type { SessionEvent } from './session-events.ts'

type Answers = readonly (number | null)[]
/** The sheet of a badge and moment that counts, and where it came from. */
export interface StandingSheet {
  readonly source: string
  readonly answers: Answers
  readonly scoreTenths: number
}
export interface SheetState {
  readonly items: readonly string[]
  readonly right: readonly number[]
  /** By moment and badge. */
  readonly sheets: ReadonlyMap<string, StandingSheet>
  readonly waiting: ReadonlyMap<string, Pick<WaitingSheet, 'badge' | 'when' | 'answers' | 'scoreTenths'>>
}
export const noSheets: Pick<SheetState, 'sheets' | 'waiting'> = { sheets: new Map(), waiting: new Map() }
/** Typed in by who teaches: they had the paper in their hand. */
export const DESK = 'desk'
const placeOf = (when: TestMoment, badge: number): string => `${when}/${badge}`

interface Around {
  readonly state: 'planned' | 'closed' | 'cancelled' | 'imported'
  readonly participants: ReadonlyMap<number, unknown>
}
export interface HandedIn {
  readonly sheet: WaitingSheet['sheet']
  readonly source: string
  readonly at: string
}
type Decided = Outcome<readonly SessionEvent[]>

/** Refusals: `training-session-imported`, `session-without-test`, `answers-do-not-fit`. */
export function handIn(state: SheetState & Around, said: HandInSheet, from: HandedIn): Decided {
  if (state.state === 'imported') return refused('training-session-imported')
  if (state.right.length === 0) return refused('session-without-test')
  const { when, badge, items, answers } = said
  if (answers.length !== items.length) return refused('answers-do-not-fit', { badge })
  const isOfThisTest = items.length === state.items.length && items.every((item, at) => item === state.items[at])
  const before = state.sheets.get(placeOf(when, badge))
  const differs = before !== undefined && before.source !== from.source && !areSame(before.answers, answers)
  const finding = findingOf(state, { badge, isOfThisTest, differs })
  const standing = finding === 'differs' && before ? { answers: [...before.answers], scoreTenths: before.scoreTenths } : null
  const score = isOfThisTest ? scoreTenths(answers, state.right) : null
  return accepted([{ kind: 'training-session.sheet-handed-in.v1', payload: { ...said, ...from, scoreTenths: score, finding, standing } }])
}
function findingOf(
  state: Around,
  { badge, isOfThisTest, differs }: { readonly badge: number; readonly isOfThisTest: boolean; readonly differs: boolean },
): SheetFinding | null {
  if (!isOfThisTest) return 'other-test'
  if (!state.participants.has(badge)) return 'unknown-badge'
  if (state.state !== 'planned') return 'session-over'
  return differs ? 'differs' : null
}
const areSame = (one: Answers, other: Answers): boolean => one.length === other.length && one.every((answer, at) => answer === other[at])

/** Refusals: `sheet-not-waiting`, `sheet-of-another-test`, `unknown-badge`. */
export function settle(state: SheetState & Around, { sheet, counts, badge: said }: SettleSheet): Decided {
  const held = state.waiting.get(sheet)
  if (held === undefined) return refused('sheet-not-waiting')
  const badge = said ?? held.badge
  if (counts && held.scoreTenths === null) return refused('sheet-of-another-test')
  if (counts && !state.participants.has(badge)) return refused('unknown-badge', { badge })
  const payload = { sheet, counts, badge, when: held.when, scoreTenths: counts ? held.scoreTenths : null }
  return accepted([{ kind: 'training-session.sheet-settled.v1', payload }])
}

/** Refusals: `training-session-imported`, `training-session-over`, `test-items-unknown`, `test-was-taken`. `right`: of the items, `null` where one is unknown or retired. */
export function composeAnew(
  state: SheetState & Around,
  { items, right }: { readonly items: HandInSheet['items']; readonly right: readonly number[] | null },
): Decided {
  if (state.state === 'imported') return refused('training-session-imported')
  if (state.state !== 'planned') return refused('training-session-over')
  if (right === null || new Set(items).size < items.length) return refused('test-items-unknown')
  if (state.sheets.size > 0 || state.waiting.size > 0) return refused('test-was-taken')
  return accepted([{ kind: 'training-session.test-composed.v1', payload: { items, right: [...right] } }])
}

type SheetEvent = Extract<
  SessionEvent,
  {
    readonly kind:
      | 'training-session.tested.v1'
      | 'training-session.sheet-handed-in.v1'
      | 'training-session.sheet-settled.v1'
      | 'training-session.test-composed.v1'
  }
>
export function onSheet<State extends SheetState>(state: State, event: SheetEvent): State {
  switch (event.kind) {
    case 'training-session.tested.v1': {
      const sheets = new Map(state.sheets)
      for (const { badge, answers, scoreTenths: score } of event.payload.sheets)
        sheets.set(placeOf(event.payload.when, badge), { source: DESK, answers, scoreTenths: score })
      return { ...state, sheets }
    }
    case 'training-session.sheet-handed-in.v1': {
      const { sheet, when, badge, answers, source, finding, scoreTenths: score } = event.payload
      if (finding === null && score !== null)
        return { ...state, sheets: new Map(state.sheets).set(placeOf(when, badge), { source, answers, scoreTenths: score }) }
      return { ...state, waiting: new Map(state.waiting).set(sheet, { badge, when, answers, scoreTenths: score }) }
    }
    case 'training-session.sheet-settled.v1': {
      const { sheet, badge, when, scoreTenths: score } = event.payload
      const held = state.waiting.get(sheet)
      const waiting = new Map(state.waiting)
      waiting.delete(sheet)
      if (held === undefined || score === null) return { ...state, waiting }
      // Who teaches looked at it: it stands like what they typed in.
      const stands = { source: DESK, answers: held.answers, scoreTenths: score }
      return { ...state, waiting, sheets: new Map(state.sheets).set(placeOf(when, badge), stands) }
    }
    default:
      return { ...state, items: event.payload.items, right: event.payload.right }
  }
}
