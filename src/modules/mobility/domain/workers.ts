/*
A sheet of the register of foreign workers: what one source stated for one area and one quarter. The log holds that it was said and by which body; the lines lie beside it
under the name of their revision, because a line of one is nearly a person and a log cannot forget. Not even their hash is there: so few numbers are soon guessed. It refuses areas that nobody registered, quarters that have not begun, and the same sheet twice.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, instant, orNull, record, text } from '../../../kernel/schema.ts'
import { quarterOf } from '../../../kernel/disclosure/place-and-time.ts'
import { SheetWithdrawal, WorkerSource, type WithdrawSheet, type WorkersSheet } from '../contract-workers.ts'

const key = { area: text(12), quarter: text(7), source: WorkerSource }
const by = { at: instant(), body: orNull(text(60)) }
export const SheetRecorded = record({ ...key, revision: text(60), ...by })
export const SheetWithdrawn = record({ reason: SheetWithdrawal, ...by })
export const sheetKinds = { 'workers-sheet.recorded.v1': SheetRecorded, 'workers-sheet.withdrawn.v1': SheetWithdrawn } as const
type Kinds = typeof sheetKinds
export type SheetEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export type SheetCommand =
  | { readonly type: 'record'; readonly sheet: WorkersSheet; readonly revision: string }
  | { readonly type: 'withdraw'; readonly reason: WithdrawSheet['reason'] }
export interface SheetContext {
  readonly now: string
  /** In the area. */
  readonly today: string
  readonly organisation: string | null
  readonly isAreaKnown: boolean
  readonly isNear: boolean
  /** What is sent is what stands already. */
  readonly isSame: boolean
}
/** The revision that stands; `null` where nothing does. */
export type SheetState = string | null

export const isQuarter = (said: string): boolean => /^[0-9]{4}-Q[1-4]$/.test(said)

function decide(state: SheetState, command: SheetCommand, context: SheetContext): Outcome<readonly SheetEvent[]> {
  const act = { at: context.now, body: context.organisation }
  if (!context.isAreaKnown) return refused('workers-area-not-known')
  if (!context.isNear) return refused('outside-your-territory')
  if (command.type === 'withdraw') {
    if (state === null) return refused('unknown-workers-sheet')
    return accepted([{ kind: 'workers-sheet.withdrawn.v1', payload: { reason: command.reason, ...act } }])
  }
  const { area, quarter, source } = command.sheet
  if (!isQuarter(quarter) || quarter > quarterOf(context.today)) return refused('workers-quarter-not-begun')
  if (state !== null && context.isSame) return refused('workers-sheet-there')
  return accepted([{ kind: 'workers-sheet.recorded.v1', payload: { area, quarter, source, revision: command.revision, ...act } }])
}
const evolve = (_: SheetState, event: SheetEvent): SheetState =>
  event.kind === 'workers-sheet.recorded.v1' ? event.payload.revision : null

export const sheetDecider: Decider<SheetState, SheetCommand, SheetEvent, SheetContext> = { initial: null, decide, evolve }
