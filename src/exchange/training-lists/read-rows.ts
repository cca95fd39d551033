/*
A list of participants of trainings, one row for each participation, as CSV or XLSX: columns by their names, in any order. A damaged row is named with its column and what
is wrong, and the rest goes on. Names are optional; they leave this file for the plain table alone.
*/
import { isCalendarDate } from '../../kernel/calendar.ts'
import { type Infer, type Schema, parse } from '../../kernel/schema.ts'
import { AgeBand, Sex } from '../../modules/outreach/contract.ts'
import {
  type ImportedParticipant,
  type ImportedSession,
  ParticipantCategory,
  Practice,
  SaidOrNot,
  TrainingLanguage,
  TrainingMode,
} from '../../modules/outreach/contract-training.ts'

/** In the order of the documentation; those marked by `needed` must be there and filled. */
export const needed = [
  'session',
  'curriculum',
  'province',
  'first_day',
  'last_day',
  'half_days',
  'badge',
  'category',
  'sex',
  'present',
] as const
export const optional = [
  ...([
    'territoire',
    'place',
    'mode',
    'language',
    'age',
    'institution',
    'home_province',
    'disability',
    'first_time',
    'pre',
    'post',
  ] as const),
  ...(['practice', 'followed_on', 'name', 'birth_year', 'person'] as const),
]
export type Column = (typeof needed)[number] | (typeof optional)[number]

export interface SourceRow {
  readonly line: number
  readonly cells: readonly string[]
}
export interface Damage {
  readonly line: number
  readonly column: string
  readonly problem:
    | 'empty'
    | 'not-in-the-list'
    | 'not-a-day'
    | 'not-a-number'
    | 'more-than-half-days'
    | 'unknown-area'
    | 'badge-twice'
    | 'other-session'
}
export interface ReadRow {
  readonly line: number
  readonly session: ImportedSession
  readonly participant: ImportedParticipant
  readonly named: { readonly name: string; readonly birthYear: number | null } | null
  /** The own sign of a person in the file: a number of staff, never a name. */
  readonly sign: string | null
}
export interface Areas {
  /** Codes of provinces by code and by folded name; territoires likewise. */
  readonly province: (written: string) => string | null
  readonly territoire: (written: string) => string | null
}

/** Columns that are missing, or where each stands. */
export function columnsOf(heading: readonly string[]): { readonly missing: readonly string[]; readonly at: ReadonlyMap<Column, number> } {
  const names = heading.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  )
  const at = new Map<Column, number>(
    [...needed, ...optional].flatMap((column) => (names.includes(column) ? [[column, names.indexOf(column)] as const] : [])),
  )
  return { missing: needed.filter((column) => !at.has(column)), at }
}

class Wrong extends Error {
  readonly damage: Damage
  constructor(damage: Damage) {
    super(damage.problem)
    this.damage = damage
  }
}
/** One row, or what is wrong with it. */
export function readRow(
  { line, cells }: SourceRow,
  { at, areas }: { readonly at: ReadonlyMap<Column, number>; readonly areas: Areas },
): ReadRow | Damage {
  try {
    return rowOf({ line, areas, cell: (column) => (cells[at.get(column) ?? -1] ?? '').trim() })
  } catch (error) {
    if (error instanceof Wrong) return error.damage
    throw error
  }
}
interface Reading {
  readonly line: number
  readonly areas: Areas
  readonly cell: (column: Column) => string
}
function rowOf(row: Reading): ReadRow {
  const { cell, areas, line } = row
  const say = (column: Column, problem: Damage['problem']): never => {
    throw new Wrong({ line, column, problem })
  }
  const must = (column: Column): string => cell(column) || say(column, 'empty')
  const day = (column: Column): string => (isCalendarDate(must(column)) ? cell(column) : say(column, 'not-a-day'))
  const whole = (column: Column): number => (/^\d{1,4}$/.test(must(column)) ? Number(cell(column)) : say(column, 'not-a-number'))
  const chosen = <S extends Schema<string>>(column: Column, schema: S, otherwise?: Infer<S>): Infer<S> => {
    if (cell(column) === '' && otherwise !== undefined) return otherwise
    const read = parse(schema, must(column).toLowerCase().replaceAll('_', '-'))
    return read.ok ? read.value : say(column, 'not-in-the-list')
  }
  const [first, last, halfDays, present] = [day('first_day'), day('last_day'), whole('half_days'), whole('present')]
  if (last < first) say('last_day', 'not-a-day')
  if (present > halfDays) say('present', 'more-than-half-days')
  const badge = whole('badge')
  if (badge < 1 || badge > 999) say('badge', 'not-a-number')
  const province = areas.province(must('province')) ?? say('province', 'unknown-area')
  const home = cell('home_province') === '' ? province : (areas.province(cell('home_province')) ?? say('home_province', 'unknown-area'))
  const practice = cell('practice') === '' ? null : chosen('practice', Practice)
  return {
    line,
    session: {
      ...{ number: must('session').slice(0, 60), title: must('curriculum').slice(0, 200), modules: [], province },
      territoire: cell('territoire') === '' ? null : (areas.territoire(cell('territoire')) ?? say('territoire', 'unknown-area')),
      ...{ place: cell('place').slice(0, 160) || null, firstDay: first, lastDay: last, halfDays },
      ...{ mode: chosen('mode', TrainingMode, 'on-site'), language: chosen('language', TrainingLanguage, 'fr') },
    },
    participant: {
      ...{ badge, category: chosen('category', ParticipantCategory), sex: chosen('sex', Sex), age: chosen('age', AgeBand, 'not-said') },
      ...{ institution: cell('institution').slice(0, 160) || '–', province: home },
      ...{ disability: chosen('disability', SaidOrNot, 'not-said'), firstTime: chosen('first_time', SaidOrNot, 'not-said') },
      ...{ person: null, present, preTenths: tenths(row, 'pre', say), postTenths: tenths(row, 'post', say), practice },
      followedOn: practice === null || cell('followed_on') === '' ? null : day('followed_on'),
    },
    ...personOf(row, say),
  }
}
type Say = (column: Column, problem: Damage['problem']) => never
/** Per cent with at most one decimal, with a point or a comma. */
function tenths({ cell }: Reading, column: 'pre' | 'post', say: Say): number | null {
  const typed = cell(column).replace(',', '.')
  if (typed === '') return null
  const value = Number(typed)
  return /^\d{1,3}(\.\d+)?$/.test(typed) && value <= 100 ? Math.round(value * 10) : say(column, 'not-a-number')
}
function personOf({ cell }: Reading, say: Say): Pick<ReadRow, 'named' | 'sign'> {
  const year = cell('birth_year')
  if (year !== '' && !/^(19|20)\d\d$/.test(year)) say('birth_year', 'not-a-number')
  const name = cell('name').slice(0, 120)
  return { named: name === '' ? null : { name, birthYear: year === '' ? null : Number(year) }, sign: cell('person') || null }
}
