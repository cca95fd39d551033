/*
A directory out of a spreadsheet, row by row: what each cell means, what cannot be read, and which rows say the same point twice, in the file or in
the directory. It writes nothing; a row with a fault is named with its column, and the others can be taken.
*/
import { isCalendarDate } from '../../../../kernel/calendar.ts'
import { asId, parse } from '../../../../kernel/schema.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import { type RowProblem, ServicePointFacts } from '../../contract-directory.ts'
import { type Column, columnOf, costOf, gendersOf, languageOf, reasonOf, roleOf, safeOf, typeOf, yesOf } from './directory-words.ts'
import { plainName } from './shelter-register.ts'

export interface DirectoryWorld {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  /** Points that stand already. */
  readonly points: readonly { readonly name: string; readonly type: string; readonly area: string }[]
  readonly today: string
}
export interface ReadPoint {
  readonly row: number
  readonly name: string
  readonly problems: readonly RowProblem[]
  /** `null` with problems. */
  readonly facts: ServicePointFacts | null
  readonly verifiedOn: string | null
  readonly same: string | null
}
export interface ReadDirectory {
  readonly unknownColumns: readonly string[]
  readonly missingColumns: readonly Column[]
  readonly rows: readonly ReadPoint[]
}
const NEEDED = ['name', 'type', 'area'] as const

/** `table`: the headings, then a row for each line of the sheet. */
export function readDirectory(table: readonly (readonly string[])[], world: DirectoryWorld): ReadDirectory {
  const [headings = [], ...lines] = table
  const places = new Map<Column, number>()
  const unknownColumns: string[] = []
  headings.forEach((heading, at) => {
    const column = columnOf(heading)
    if (column !== undefined && !places.has(column)) places.set(column, at)
    else if (heading.trim() !== '') unknownColumns.push(heading.trim().slice(0, 80))
  })
  const missingColumns = NEEDED.filter((column) => !places.has(column))
  if (missingColumns.length > 0) return { unknownColumns, missingColumns, rows: [] }
  const seen = new Map(world.points.map((one): [string, string] => [sameness(one), one.name]))
  const rows = lines.flatMap((cells, at): ReadPoint[] => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const read = readRow({ row: at + 2, cells, places, headings }, world)
    if (read.facts === null) return [read]
    const key = sameness(read.facts)
    const same = seen.get(key) ?? null
    if (same === null) seen.set(key, `${read.name} (${read.row})`)
    return [{ ...read, same }]
  })
  return { unknownColumns, missingColumns, rows }
}
const sameness = ({ name, type, area }: { readonly name: string; readonly type: string; readonly area: string }): string =>
  `${plainName(name)}/${type}/${area}`

interface Row {
  readonly row: number
  readonly cells: readonly string[]
  readonly places: ReadonlyMap<Column, number>
  readonly headings: readonly string[]
}
function readRow({ row, cells, places, headings }: Row, world: DirectoryWorld): ReadPoint {
  const problems: RowProblem[] = []
  const said = (column: Column): string => (cells[places.get(column) ?? -1] ?? '').trim()
  const wrong = (column: Column, code: string): null => {
    problems.push({
      column: headings[places.get(column) ?? -1]?.trim().slice(0, 80) ?? column,
      code,
      value: said(column).slice(0, 120) || null,
    })
    return null
  }
  const word = <Value>(column: Column, read: (said: string) => Value | undefined, empty: Value): Value => {
    if (said(column) === '') return empty
    const value = read(said(column))
    if (value !== undefined) return value
    wrong(column, 'row-not-understood')
    return empty
  }
  const parts = (column: Column): readonly string[] =>
    said(column)
      .split(/[;,/|]/)
      .map((one) => one.trim())
      .filter(Boolean)
  const listed = <Value>(column: Column, read: (said: string) => Value | undefined): Value[] =>
    parts(column).flatMap((one) => {
      const value = read(one)
      if (value === undefined) wrong(column, 'row-not-understood')
      return value === undefined ? [] : [value]
    })
  const name = said('name').slice(0, 160)
  if (name === '') wrong('name', 'row-needed')
  const type = said('type') === '' ? wrong('type', 'row-needed') : (typeOf(said('type')) ?? wrong('type', 'row-not-understood'))
  const area = said('area') === '' ? wrong('area', 'row-needed') : (areaOf(said('area'), world) ?? wrong('area', 'row-unknown-area'))
  const organisation = said('organisation') === '' ? null : bodyOf(said('organisation'), world)
  if (organisation === undefined) wrong('organisation', 'row-unknown-body')
  const genders = listed('genders', gendersOf)
  const capacity =
    said('capacity') === '' ? null : /^\d{1,5}$/.test(said('capacity')) ? Number(said('capacity')) : wrong('capacity', 'row-not-a-count')
  const verifiedOn = said('verifiedOn') === '' ? null : (dayOf(said('verifiedOn')) ?? wrong('verifiedOn', 'row-not-a-day'))
  if (verifiedOn !== null && verifiedOn > world.today) wrong('verifiedOn', 'row-day-to-come')
  const safeToRefer = word('safeToRefer', safeOf, 'caution')
  const safetyReason = safeToRefer === 'yes' ? null : word('safetyReason', reasonOf, said('safeToRefer') === '' ? 'other' : null)
  if (safeToRefer !== 'yes' && safetyReason === null && said('safetyReason') === '') wrong('safetyReason', 'row-safety-needs-reason')
  const facts = {
    ...{ name, type, organisation: organisation ?? null, area, contactRole: word('contactRole', roleOf, 'reception') },
    ...{ phone: said('phone') || null, hours: said('hours').slice(0, 200) || null, languages: listed('languages', languageOf) },
    ...{ genders: genders.includes('all') ? [] : [...new Set(genders)], ageBands: [...parts('ageBands')] },
    ...{ cost: word('cost', costOf, 'unknown'), isAccessible: word('isAccessible', yesOf, false), capacity, safeToRefer, safetyReason },
  }
  if (problems.length > 0) return { row, name: name || '—', problems: problems.slice(0, 40), facts: null, verifiedOn, same: null }
  const read = parse(ServicePointFacts, facts)
  if (read.ok) return { row, name, problems: [], facts: read.value, verifiedOn, same: null }
  for (const { path } of read.faults.slice(0, 20)) wrong(fieldOf(path), 'row-not-understood')
  return { row, name, problems, facts: null, verifiedOn, same: null }
}
const fieldOf = (path: string): Column => {
  const first = path.split('.')[0] ?? ''
  return first === 'phone' || first === 'languages' || first === 'ageBands' || first === 'hours' ? first : 'name'
}
const areaOf = (said: string, { areas }: DirectoryWorld): string | undefined =>
  areas.find((one) => one.code === said || plainName(one.name) === plainName(said))?.code
function bodyOf(said: string, { organisations }: DirectoryWorld): OrganisationId | undefined {
  const found = organisations.filter((one) => plainName(one.name) === plainName(said))
  return found.length === 1 && found[0] ? asId('organisation', found[0].id) : undefined
}
/** `2026-11-22`, or `22/11/2026` as offices write it. */
function dayOf(said: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(said) ?? []
  const date = year === '' ? said : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : undefined
}
