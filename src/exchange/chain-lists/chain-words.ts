/* What goes over the wire of an import of lists of the chain: what a file holds, how it is to be read, how far the work is, and its rows. */
import {
  type Infer,
  anything,
  calendarDate,
  count,
  eitherOf,
  exactly,
  id,
  instant,
  keyed,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
} from '../../kernel/schema.ts'
import { OrganisationId } from '../../modules/people/contract.ts'
import { Mineral, SiteId } from '../../modules/sites/contract.ts'
import { listKinds } from './fields.ts'

export const ImportId = id('chain-import')
export const Kind = oneOf(...listKinds)
export const Verdict = oneOf('ok', 'doubtful', 'unreadable', 'known')
export type Verdict = Infer<typeof Verdict>
export const RowOutcome = oneOf('made', 'held', 'known', 'refused', 'left', 'undone', 'kept')
export type RowOutcome = Infer<typeof RowOutcome>
export const ImportState = oneOf('sent', 'trying', 'tried', 'running', 'done', 'undoing', 'undone')

/** How a list is to be read. `mapping`: which column holds which field, by its place. */
export const ChainSettings = record({
  kind: Kind,
  mapping: keyed(count()),
  unit: oneOf('kg', 'g', 't'),
  dayOrder: oneOf('day-first', 'month-first'),
  /** Where the list has no such column, or a cell is empty. */
  mineral: maybe(Mineral),
  site: maybe(SiteId),
  holder: maybe(OrganisationId),
  tagIssuer: maybe(text(40)),
  /** Doubtful rows come in too, with their findings; otherwise they are left out. */
  doubtful: oneOf('leave', 'take'),
})
export type ChainSettings = Infer<typeof ChainSettings>

export const ReadColumn = record({ name: text(), samples: listOf(text(), 3) })
export const ReadFile = record({
  format: oneOf('csv', 'xlsx'),
  encoding: orNull(text()),
  separator: orNull(text(4)),
  sheet: orNull(text()),
  columns: listOf(record({ name: anything(), samples: listOf(anything(), 3) }), 300),
  kind: Kind,
  guess: keyed(count()),
})
export interface FoundFile {
  readonly format: 'csv' | 'xlsx'
  readonly encoding: string | null
  readonly separator: string | null
  readonly sheet: string | null
  readonly columns: readonly { readonly name: string; readonly samples: readonly string[] }[]
  readonly kind: (typeof listKinds)[number]
  readonly guess: { readonly [field: string]: number }
}

const Counted = keyed(count())
export const ImportAnswer = record({
  id: ImportId,
  fileName: text(),
  kind: Kind,
  state: ImportState,
  createdAt: instant(),
  finishedAt: orNull(instant()),
  bytes: count(),
  rowsRead: count(),
  /** Rows worked off by a run or by an undo. */
  doneRows: count(),
  found: orNull(ReadFile),
  settings: orNull(ChainSettings),
  verdicts: Counted,
  outcomes: Counted,
  problems: listOf(record({ problem: text(), verdict: Verdict, rows: count() }), 100),
  /** Of rows that would come in, by site and month. */
  totals: listOf(
    record({ site: orNull(SiteId), siteName: orNull(text()), month: orNull(text(7)), rows: count(), massGrams: count() }),
    2_000,
  ),
  reason: orNull(text()),
  fault: anything(),
})
export type ImportAnswer = Infer<typeof ImportAnswer>
export const ImportList = record({
  imports: listOf(record({ id: ImportId, fileName: text(), kind: Kind, state: ImportState, createdAt: instant(), rowsRead: count() })),
})

export const RowAnswer = record({
  line: count(),
  tag: orNull(text()),
  verdict: Verdict,
  problem: orNull(text()),
  about: anything(),
  site: orNull(SiteId),
  day: orNull(calendarDate()),
  massGrams: orNull(count()),
  outcome: orNull(RowOutcome),
  made: orNull(text()),
  told: anything(),
})
export type RowAnswer = Infer<typeof RowAnswer>
export const RowsQuery = record({ verdict: maybe(Verdict), outcome: maybe(RowOutcome), after: maybe(eitherOf(text(20), exactly(0))) })
export const RowsAnswer = record({ rows: listOf(RowAnswer), next: orNull(count()) })
export const UndoAsked = record({ reason: text(400) })
export const StateAnswer = record({ id: ImportId, state: ImportState })
