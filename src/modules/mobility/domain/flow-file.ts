/*
Group rows as files write them: one line a group, columns after the records of displacement tracking, a line of HXL tags below the headings. Reading forgives the order of columns, their
case and codes in either spelling (WORK_MINING, work-mining); what it cannot understand it names by column and takes nothing of that line. Vulnerable counts, hours and places finer than a
province are read and never written.
*/
import { isCalendarDate } from '../../../kernel/calendar.ts'
import { type Infer, parse } from '../../../kernel/schema.ts'
import { FlowDirection, FlowGroup, FlowReason, Stay, Transport } from '../contract.ts'

/** Heading and HXL tag of what an export writes. */
export const fileColumns = [
  ['record_id', '#meta+id'],
  ['point_code', '#loc+code'],
  ['point_name', '#loc+name'],
  ['adm2_code', '#adm2+code'],
  ['date', '#date+observed'],
  ['direction', '#movement+direction'],
  ['group_size', '#affected+total'],
  ['women', '#affected+f+adults'],
  ['men', '#affected+m+adults'],
  ['girls', '#affected+f+children'],
  ['boys', '#affected+m+children'],
  ['under_5', '#affected+infants'],
  ['adds_up', '#meta+valid'],
  ['departure_country', '#country+origin+code'],
  ['departure_adm1', '#adm1+origin+code'],
  ['destination_country', '#country+destination+code'],
  ['destination_adm1', '#adm1+destination+code'],
  ['nationalities', '#population+nationality'],
  ['transport', '#movement+transport'],
  ['reason', '#cause+reason'],
  ['intended_stay', '#movement+duration'],
] as const

export interface FileRow {
  /** As the file numbers it, or `null`. */
  readonly id: string | null
  readonly code: string
  readonly day: string
  readonly group: FlowGroup
}
export type RowRead =
  | { readonly ok: true; readonly row: FileRow }
  | { readonly ok: false; readonly column: string; readonly problem: string }
export type FileHead = ReadonlyMap<string, number>

const NEEDED = ['point_code', 'date', 'direction', 'group_size'] as const
/** Other names that files use for the same. */
const ALSO: { readonly [heading: string]: string } = {
  ...{ fmp_code: 'point_code', fmp_id: 'point_code', fmpid: 'point_code', id: 'record_id', groupsize: 'group_size', under5: 'under_5' },
  ...{ departure_adm1_pcode: 'departure_adm1', departure_adm2_pcode: 'departure_adm2', destination_adm1_pcode: 'destination_adm1' },
  ...{ destination_adm2_pcode: 'destination_adm2', flow_direction: 'direction', stay: 'intended_stay', pregnant_lactating: 'pregnant' },
  ...{ unaccompanied_children: 'unaccompanied', children_under_5: 'under_5' },
}
/** `null` where a column that is needed is missing. */
export function headOf(cells: readonly string[]): FileHead | null {
  const head = new Map<string, number>()
  for (const [at, cell] of cells.entries()) {
    const name = cell
      .trim()
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
    head.set(ALSO[name] ?? name, at)
  }
  return NEEDED.every((name) => head.has(name)) ? head : null
}
export const isTagLine = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim().startsWith('#'))

class Damaged extends Error {
  readonly column: string
  readonly problem: string
  constructor(column: string, problem: string) {
    super(problem)
    this.column = column
    this.problem = problem
  }
}
type Cell = (column: string) => string

function numberIn(cell: Cell, column: string): number | null {
  const said = cell(column)
  if (said === '') return null
  const n = Number(said)
  if (!Number.isSafeInteger(n) || n < 0) throw new Damaged(column, 'not-a-count')
  return n
}
interface Choice<Value extends string> {
  readonly options: readonly Value[]
}
const STAYS: { readonly [said: string]: Infer<typeof Stay> } = {
  ...{
    '<1w': 'under-week',
    '1w-3m': 'week-to-3-months',
    '1w–3m': 'week-to-3-months',
    '3-12m': 'to-year',
    '3–12m': 'to-year',
    '>12m': 'over-year',
  },
}
function choiceIn<Value extends string>(cell: Cell, column: string, { options }: Choice<Value>): Value | null {
  const said = cell(column).toLowerCase().replaceAll('_', '-')
  if (said === '') return null
  const found = options.find((one) => one === (STAYS[said] ?? said))
  if (found === undefined) throw new Damaged(column, 'not-in-the-list')
  return found
}
function countryIn(cell: Cell, column: string): string | undefined {
  const said = cell(column).toUpperCase()
  if (said === '') return undefined
  if (!/^[A-Z]{3}$/.test(said)) throw new Damaged(column, 'not-a-country')
  return said
}
function placeIn(cell: Cell, side: 'departure' | 'destination'): FlowGroup['from'] {
  const country = countryIn(cell, `${side}_country`)
  const [adm1, adm2] = [cell(`${side}_adm1`).toUpperCase(), cell(`${side}_adm2`).toUpperCase()]
  for (const [level, code] of [
    ['adm1', adm1],
    ['adm2', adm2],
  ] as const)
    if (code !== '' && !/^[A-Z]{2}[A-Z0-9-]{1,10}$/.test(code)) throw new Damaged(`${side}_${level}`, 'not-a-place-code')
  if (country === undefined && adm1 === '' && adm2 === '') return undefined
  return { ...(country ? { country } : {}), ...(adm1 ? { adm1 } : {}), ...(adm2 ? { adm2 } : {}) }
}
/** `COD:3 UGA:2`, or one country for all of the group. */
function nationalitiesIn(cell: Cell, size: number): FlowGroup['nationalities'] {
  const said = cell('nationalities').toUpperCase()
  if (said === '') return undefined
  if (/^[A-Z]{3}$/.test(said)) return [{ iso3: said, n: size }]
  return said.split(/[;, |]+/).map((one) => {
    const found = /^([A-Z]{3}):(\d+)$/.exec(one)
    const n = Number(found?.[2])
    if (!found?.[1] || !Number.isSafeInteger(n) || n < 1) throw new Damaged('nationalities', 'not-nationalities')
    return { iso3: found[1], n }
  })
}

function groupIn(cell: Cell): FlowGroup {
  const [direction, size] = [choiceIn(cell, 'direction', FlowDirection), numberIn(cell, 'group_size')]
  if (direction === null) throw new Damaged('direction', 'not-in-the-list')
  if (size === null || size === 0) throw new Damaged('group_size', 'not-a-count')
  const [pregnant, elderly] = [numberIn(cell, 'pregnant'), numberIn(cell, 'elderly')]
  const [disability, unaccompanied] = [numberIn(cell, 'disability'), numberIn(cell, 'unaccompanied')]
  const isVulnerableSaid = [pregnant, elderly, disability, unaccompanied].some((one) => one !== null)
  const [from, to, nationalities] = [placeIn(cell, 'departure'), placeIn(cell, 'destination'), nationalitiesIn(cell, size)]
  const group: FlowGroup = {
    ...{ hour: numberIn(cell, 'hour'), direction, size },
    ...{ women: numberIn(cell, 'women'), men: numberIn(cell, 'men'), girls: numberIn(cell, 'girls'), boys: numberIn(cell, 'boys') },
    under5: numberIn(cell, 'under_5'),
    ...(isVulnerableSaid ? { vulnerable: { pregnant, elderly, disability, unaccompanied } } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(nationalities ? { nationalities } : {}),
    ...{ transport: choiceIn(cell, 'transport', Transport), reason: choiceIn(cell, 'reason', FlowReason) },
    stay: choiceIn(cell, 'intended_stay', Stay),
  }
  const whole = parse(FlowGroup, group)
  if (!whole.ok) throw new Damaged(whole.faults[0]?.path ?? 'row', whole.faults[0]?.problem ?? 'not-understood')
  return whole.value
}

export function readRow(head: FileHead, cells: readonly string[], today: string): RowRead {
  const cell: Cell = (column) => cells[head.get(column) ?? -1]?.trim() ?? ''
  try {
    const [code, day] = [cell('point_code'), cell('date').slice(0, 10)]
    if (code === '') throw new Damaged('point_code', 'empty')
    if (!isCalendarDate(day)) throw new Damaged('date', 'not-a-date')
    if (day > today) throw new Damaged('date', 'in-the-future')
    return { ok: true, row: { id: cell('record_id').slice(0, 60) || null, code, day, group: groupIn(cell) } }
  } catch (fault) {
    if (fault instanceof Damaged) return { ok: false, column: fault.column, problem: fault.problem }
    throw fault
  }
}

interface Written {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly area: string
  readonly day: string
  readonly isMisfit: boolean
  readonly group: FlowGroup
}
export function lineOfRow({ id, code, name, area, day, isMisfit, group }: Written): readonly string[] {
  const said = (value: number | string | null | undefined): string => (value === null || value === undefined ? '' : String(value))
  const codeOf = (value: string | null): string => said(value).toUpperCase().replaceAll('-', '_')
  return [
    ...[id, code, name, area, day, codeOf(group.direction), said(group.size)],
    ...[said(group.women), said(group.men), said(group.girls), said(group.boys), said(group.under5), isMisfit ? '0' : '1'],
    ...[said(group.from?.country), said(group.from?.adm1), said(group.to?.country), said(group.to?.adm1)],
    (group.nationalities ?? []).map(({ iso3, n }) => `${iso3}:${n}`).join(' '),
    ...[codeOf(group.transport), codeOf(group.reason), codeOf(group.stay)],
  ]
}
