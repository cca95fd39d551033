/*
The header of an IPIS open-data file. A file is read by the names of its columns, never by their order, because the order has
changed between extracts. Without the needed columns a wrong picture would come out silently (a site without interference is
not a site where nobody asked), so the import refuses to begin and says which are missing.
*/
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'

export const interferenceColumns = [
  'taxation',
  'commerce_taxation',
  'entrance_taxation',
  'monopoly',
  'buying_minerals',
  'digging',
  'forced_labour',
  'pillaging',
  'pit_ownership',
] as const
export type InterferenceColumn = (typeof interferenceColumns)[number]
export const armedSlots = ['1', '2', '3'] as const
export const serviceSlots = ['1', '2', '3', '4'] as const

/** What no import can do without: who, where, when, which kind of row, and what conclusions are drawn from. */
export const neededColumns = [
  'vid',
  'pcode',
  'name',
  'source',
  'project',
  'visit_date',
  'visit_onsite',
  'longitude',
  'latitude',
  'mineral1',
  'presence',
  'interference',
  'armed_group1',
  'type_armed_group1',
  'traceability',
  'qualification',
] as const

const plainColumns = [
  'visit_onsite_novisitreason',
  'location_origin',
  'geom',
  'province',
  'province_old',
  'is_3t_mine',
  'is_gold_mine',
  'territoire',
  'collectivite',
  'groupement',
  'village',
  'workers_numb',
  'access_dry',
  'access_wet',
  'mercury',
  'mechanisation',
  'childunder15',
  'childunder15work',
  'women',
  'womenwork',
  'mineral2',
  'mineral3',
  'armed_group2',
  'armed_group3',
  'type_armed_group2',
  'type_armed_group3',
] as const

export type IpisColumn =
  | (typeof neededColumns)[number]
  | (typeof plainColumns)[number]
  | `${'selling_points' | 'final_destination'}_mineral${(typeof armedSlots)[number]}`
  | `frequency_armed_group${(typeof armedSlots)[number]}`
  | `${InterferenceColumn}_armed_group${(typeof armedSlots)[number]}`
  | `state_service${(typeof serviceSlots)[number]}`

export const ipisColumns: readonly IpisColumn[] = [
  ...neededColumns,
  ...plainColumns,
  ...armedSlots.flatMap((slot): IpisColumn[] => [
    `selling_points_mineral${slot}`,
    `final_destination_mineral${slot}`,
    `frequency_armed_group${slot}`,
    ...interferenceColumns.map((kind): IpisColumn => `${kind}_armed_group${slot}`),
  ]),
  ...serviceSlots.map((slot): IpisColumn => `state_service${slot}`),
]

export interface Header {
  /** Names as they stand in the file, to name the column of a damaged cell. */
  readonly names: readonly string[]
  readonly places: ReadonlyMap<string, number>
  /** Known columns that this file lacks; what they hold counts as not asked. */
  readonly absent: readonly string[]
}

/** Refusals: `ipis-no-header`, `ipis-header-damaged` {column}, `ipis-columns-missing` {columns}, `ipis-column-twice` {column}. */
export function readHeader(cells: readonly string[]): Outcome<Header> {
  const names = cells.map((cell) => cell.trim())
  const places = new Map(names.map((name, index) => [name, index]))
  if (!neededColumns.some((column) => places.has(column))) return refused('ipis-no-header')
  // A line break in a name: the header and the first row have run together, and no row would fit.
  const damaged = cells.findIndex((cell) => /[\r\n]/.test(cell))
  if (damaged >= 0) return refused('ipis-header-damaged', { column: damaged + 1 })
  const missing = neededColumns.filter((column) => !places.has(column))
  if (missing.length > 0) return refused('ipis-columns-missing', { columns: missing })
  const twice = ipisColumns.find((column) => names.filter((name) => name === column).length > 1)
  if (twice) return refused('ipis-column-twice', { column: twice })
  return accepted({ names, places, absent: ipisColumns.filter((column) => !places.has(column)) })
}
