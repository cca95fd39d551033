/* A file as a list: a table or a GeoJSON collection, told apart by how it begins; and the settings held against its columns. */
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { type FieldName, type Mapping, fieldNames, guessMapping, neededFields } from './fields.ts'
import { readGeoJson } from './read-geojson.ts'
import type { ListRow } from './read-row.ts'
import { type Table, readTable } from './read-table.ts'

export interface OpenList {
  readonly format: 'csv' | 'geojson'
  readonly encoding: Table['encoding']
  readonly separator: Table['separator'] | null
  readonly columns: readonly string[]
  readonly rows: readonly ListRow[]
  readonly uneven: Table['uneven']
  readonly guess: Mapping
}

export function openList(bytes: Uint8Array): Outcome<OpenList> {
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (!start.startsWith('{') && !start.startsWith('[')) {
    const table = readTable(bytes)
    if (!table.ok) return table
    const { columns, tags } = table.value
    return accepted({ format: 'csv' as const, ...table.value, guess: guessMapping(columns, tags) })
  }
  const read = readGeoJson(new TextDecoder().decode(bytes))
  if (!read.ok) return read
  const { columns, rows } = read.value
  return accepted({
    format: 'geojson' as const,
    encoding: 'utf-8' as const,
    separator: null,
    columns,
    rows,
    uneven: [],
    guess: guessMapping(columns, null),
  })
}

/** Refusals: `list-no-such-column` {column, columns}, `list-field-needed` {field}, `list-column-twice` {column}. */
export function checkMapping(list: OpenList, given: { readonly [field: string]: number | undefined }): Outcome<Mapping> {
  const mapping: { [Field in FieldName]?: number } = {}
  for (const field of fieldNames) {
    const at = given[field]
    if (at === undefined) continue
    if (at >= list.columns.length)
      return refused('list-no-such-column', { column: String(at + 1), columns: list.columns.slice(0, 60).join(', ') })
    if (Object.values(mapping).includes(at)) return refused('list-column-twice', { column: list.columns[at] ?? '' })
    mapping[field] = at
  }
  const missing = neededFields.find((field) => mapping[field] === undefined)
  return missing ? refused('list-field-needed', { field: missing }) : accepted(mapping)
}

/** `name=Nom,latitude=Lat` as typed on a command line; a heading is compared without accents and case. */
export function mappingFromWords(list: OpenList, words: string): Outcome<Mapping> {
  const given: { [field: string]: number | undefined } = { ...list.guess }
  for (const pair of words.split(',').filter((one) => one.trim() !== '')) {
    const [field = '', ...rest] = pair.split('=')
    const heading = rest.join('=').trim()
    const name = fieldNames.find((one) => one.toLowerCase() === field.trim().toLowerCase())
    if (!name) return refused('list-no-such-field', { field: field.trim().slice(0, 60), fields: fieldNames.join(', ') })
    const at = heading === '' ? undefined : list.columns.findIndex((column) => column.toLowerCase() === heading.toLowerCase())
    if (at === -1) return refused('list-no-such-column', { column: heading.slice(0, 80), columns: list.columns.slice(0, 60).join(', ') })
    for (const other of fieldNames) if (at !== undefined && given[other] === at) given[other] = undefined
    given[name] = at
  }
  return checkMapping(list, given)
}
