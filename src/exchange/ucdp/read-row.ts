/*
One row of a file of events to the words of the house. The same row is written in three ways: UCDP GED and Candidate with all their columns, an
extract of them that keeps the year alone, and tables in the way of ACLED, which an operator keeps for itself. A cell that does not fit is named and
its row left out; nothing is guessed but what precision.ts guesses.
*/
import { addDays, isCalendarDate } from '../../kernel/calendar.ts'
import type { ConflictEvent, ConflictSource, DayPrecision, Violence } from '../../modules/conflict/contract-events.ts'
import { type Located, precisionOfNumber, precisionOfWords } from './precision.ts'

/** `line` is the row of the table (the heading is 1) or the feature's place in the file. */
export interface Damage {
  readonly line: number
  readonly column: string | null
  /** A fragment with words: `ucdp.problem.<problem>`. */
  readonly problem: string
}
export interface ReadEvent extends Located {
  readonly line: number
  readonly country: string | null
  readonly event: Omit<ConflictEvent, 'precision'>
}
export type RowRead = { readonly ok: true; readonly read: ReadEvent } | { readonly ok: false; readonly damage: Damage }
/** The cell under a heading, trimmed; `''` where it is empty or the file has no such column. */
export type Cells = (column: string) => string

class Unreadable extends Error {
  readonly column: string
  constructor(column: string, problem: string) {
    super(problem)
    this.column = column
  }
}

export function readEvent(cell: Cells, { line, source }: { readonly line: number; readonly source: ConflictSource }): RowRead {
  try {
    return { ok: true, read: cell('event_id_cnty') === '' ? readGed(cell, line, source) : readOwn(cell, line) }
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault
    return { ok: false, damage: { line, column: fault.column, problem: fault.message } }
  }
}

const violences: { readonly [number: string]: Violence } = { '1': 'state-based', '2': 'non-state', '3': 'one-sided' }
const dayPrecisions: { readonly [number: string]: DayPrecision } = { '1': 'day', '2': 'days', '3': 'week', '4': 'month', '5': 'months' }

function readGed(cell: Cells, line: number, asked: ConflictSource): ReadEvent {
  const violence = violences[first(cell, 'type_of_violence', 'type')]
  if (!violence) throw new Unreadable('type_of_violence', 'unknown-violence')
  const written = orNull(cell('where_coordinates'), 400)
  const number = cell('where_prec')
  const precision = number === '' ? precisionOfWords(written) : precisionOfNumber(number)
  if (number !== '' && precision === null) throw new Unreadable('where_prec', 'unknown-precision')
  const status = cell('status')
  const source = status === 'candidate' ? 'ucdp-candidate' : status === 'ged' ? 'ucdp-ged' : asked
  return {
    ...{ line, precision, country: orNull(cell('country'), 80) },
    ...{ hasProvince: cell('adm_1') !== '', hasTerritoire: cell('adm_2') !== '' },
    ...{ at: positionOf(cell) },
    event: {
      ...{ source, sourceId: needed(cell, 'id').slice(0, 80), violence, ...daysOf(cell) },
      ...{ conflict: orNull(first(cell, 'conflict_name', 'conflict'), 240), sideA: needed(cell, 'side_a').slice(0, 240) },
      ...{ sideB: orNull(cell('side_b'), 240), deaths: deathsOf(cell) },
      // UCDP writes -1 where nobody counted the reports.
      reports: numberOf(cell, first(cell, 'number_of_sources') === '' ? 'sources_n' : 'number_of_sources', -1),
      ...{ placeWritten: written ?? orNull(first(cell, 'adm_2', 'adm_1'), 400), described: orNull(cell('where_description'), 1000) },
      ...{ at: positionOf(cell), province: orNull(cell('adm1_pcode'), 12), territoire: orNull(cell('adm2_pcode'), 12) },
      isProvisional: source === 'ucdp-candidate',
    },
  }
}

/** In the way of ACLED. How well the place is known: 1 the place itself, 2 near a town of the area, 3 a region (U). */
function readOwn(cell: Cells, line: number): ReadEvent {
  const precision = { '1': 'exact', '2': 'near', '3': 'province' } as const
  const known = precision[of(cell('geo_precision'), '1', '2', '3') ?? '3']
  const day = dayOf('event_date', cell('event_date'))
  const dayPrecision = ({ '1': 'day', '2': 'week', '3': 'month' } as const)[of(cell('time_precision'), '1', '2', '3') ?? '3']
  const around = { day: 0, week: 6, month: 30 }[dayPrecision]
  const best = numberOf(cell, 'fatalities') ?? 0
  return {
    ...{ line, precision: known, country: orNull(cell('country'), 80), at: positionOf(cell) },
    ...{ hasProvince: cell('admin1') !== '', hasTerritoire: cell('admin2') !== '' },
    event: {
      ...{ source: 'own', sourceId: needed(cell, 'event_id_cnty').slice(0, 80), violence: 'other', dayPrecision },
      ...{ from: addDays(day, -around), until: addDays(day, around), conflict: orNull(first(cell, 'sub_event_type', 'event_type'), 240) },
      ...{ sideA: needed(cell, 'actor1').slice(0, 240), sideB: orNull(cell('actor2'), 240), reports: null },
      deaths: { best, low: null, high: null, sideA: null, sideB: null, civilians: null, unknown: null },
      ...{ placeWritten: orNull(first(cell, 'location', 'admin2'), 400), described: orNull(cell('notes'), 1000) },
      ...{ at: positionOf(cell), province: null, territoire: null, isProvisional: false },
    },
  }
}

const of = <const Value extends string>(text: string, ...values: readonly Value[]): Value | undefined => values.find((one) => one === text)
const first = (cell: Cells, ...columns: readonly string[]): string => columns.map(cell).find((text) => text !== '') ?? ''
const orNull = (text: string, most: number): string | null => (text === '' ? null : text.slice(0, most))
function needed(cell: Cells, column: string): string {
  const text = cell(column)
  if (text === '') throw new Unreadable(column, 'empty')
  return text
}

function numberOf(cell: Cells, column: string, unknown?: number): number | null {
  const text = cell(column)
  if (text === '') return null
  const number = Number(text)
  if (number === unknown) return null
  if (!Number.isInteger(number) || number < 0) throw new Unreadable(column, 'not-a-count')
  return number
}

function deathsOf(cell: Cells): ConflictEvent['deaths'] {
  const best = numberOf(cell, 'best')
  if (best === null) throw new Unreadable('best', 'empty')
  const [low, high] = [numberOf(cell, 'low'), numberOf(cell, 'high')]
  if ((low !== null && low > best) || (high !== null && high < best)) throw new Unreadable('best', 'not-between')
  return {
    ...{ best, low, high, sideA: numberOf(cell, 'deaths_a'), sideB: numberOf(cell, 'deaths_b') },
    civilians: numberOf(cell, cell('deaths_civilians') === '' ? 'deaths_civ' : 'deaths_civilians'),
    unknown: numberOf(cell, cell('deaths_unknown') === '' ? 'deaths_unk' : 'deaths_unknown'),
  }
}

function positionOf(cell: Cells): ConflictEvent['at'] {
  const [north, east] = [cell('latitude'), cell('longitude')]
  if (north === '' && east === '') return null
  const [latitude, longitude] = [Number(north), Number(east)]
  if (north === '' || !(Math.abs(latitude) <= 90)) throw new Unreadable('latitude', 'not-a-position')
  if (east === '' || !(Math.abs(longitude) <= 180)) throw new Unreadable('longitude', 'not-a-position')
  return { latitude, longitude }
}

function daysOf(cell: Cells): Pick<ConflictEvent, 'from' | 'until' | 'dayPrecision'> {
  if (cell('date_start') === '') {
    const year = needed(cell, 'year')
    if (!/^(19|20)\d\d$/.test(year)) throw new Unreadable('year', 'not-a-date')
    return { from: `${year}-01-01`, until: `${year}-12-31`, dayPrecision: 'year' }
  }
  const from = dayOf('date_start', cell('date_start'))
  const until = cell('date_end') === '' ? from : dayOf('date_end', cell('date_end'))
  if (until < from) throw new Unreadable('date_end', 'ends-before')
  const dayPrecision = dayPrecisions[cell('date_prec')] ?? (until === from ? 'day' : 'days')
  return { from, until, dayPrecision }
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
/** `2024-03-05`, with or without a time behind it, or `05 March 2024`. */
function dayOf(column: string, text: string): string {
  const iso = text.slice(0, 10)
  if (isCalendarDate(iso)) return iso
  const [day = '', month = '', year = ''] = text.split(/\s+/)
  const written = `${year}-${String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isCalendarDate(written)) throw new Unreadable(column, 'not-a-date')
  return written
}
