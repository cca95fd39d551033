/*
What one row of a list says, by the columns as mapped: a bag, a draw of a trader's lot, a range of tags; or why it cannot be read, with the column.
It knows sites and organisations only through the two look-ups that it is given.
*/
import type { Mineral } from '../../modules/sites/contract.ts'
import type { ChainSettings } from './chain-words.ts'
import type { FieldName } from './fields.ts'
import type { SourceRow } from './open-rows.ts'
import { readDay, readGrams, readMineral, readTag, readTagType } from './read-cells.ts'

export type Found = { readonly id: string } | 'unknown' | 'several'
export interface Lookups {
  readonly site: (word: string, territoire: string | null) => Found
  readonly holder: (word: string) => Found
  readonly today: string
}
export interface RowRead {
  readonly line: number
  readonly verdict: 'ok' | 'doubtful' | 'unreadable'
  readonly problem: string | null
  /** The heading and what was found under it. */
  readonly about: { readonly column: string | null; readonly found: string } | null
  readonly tag: string | null
  readonly site: string | null
  readonly day: string | null
  readonly massGrams: number | null
  readonly content: { readonly [name: string]: string | number | null }
}
export interface Reading {
  readonly columns: readonly string[]
  readonly settings: ChainSettings
  readonly lookups: Lookups
}

type Bad = Pick<RowRead, 'verdict' | 'problem' | 'about'>
const fine: Bad = { verdict: 'ok', problem: null, about: null }

/** Cells of a row by field, and the ways to say what is wrong with one. */
function cellsOf({ cells }: SourceRow, { columns, settings }: Reading) {
  const at = (field: FieldName): number | undefined => settings.mapping[field]
  const cell = (field: FieldName): string => (cells[at(field) ?? -1] ?? '').trim()
  const bad = (verdict: 'doubtful' | 'unreadable', problem: string, field: FieldName): Bad => ({
    verdict,
    problem,
    about: { column: columns[at(field) ?? -1] ?? null, found: cell(field).slice(0, 80) },
  })
  return { cell, bad, isMapped: (field: FieldName) => at(field) !== undefined }
}
const worst = (found: readonly (Bad | null)[]): Bad =>
  found.find((one) => one?.verdict === 'unreadable') ?? found.find((one) => one !== null && one !== undefined) ?? fine

export function readRow(row: SourceRow, reading: Reading): RowRead {
  switch (reading.settings.kind) {
    case 'mine-sheet':
      return readBag(row, reading)
    case 'trader-sheet':
      return readDraw(row, reading)
    case 'tag-batches':
      return readRange(row, reading)
  }
}

function readBag(row: SourceRow, reading: Reading): RowRead {
  const { cell, bad } = cellsOf(row, reading)
  const { settings, lookups } = reading
  const tag = cell('tag') === '' ? null : readTag(cell('tag'))
  const massGrams = readGrams(cell('weight'), settings.unit)
  const day = readDay(cell('date'), settings.dayOrder)
  const mineral: Mineral | undefined = cell('mineral') === '' ? settings.mineral : readMineral(cell('mineral'))
  const site = siteOf(row, reading)
  const holder: Found | null =
    cell('holder') === '' ? (settings.holder === undefined ? null : { id: settings.holder }) : lookups.holder(cell('holder'))
  const verdict = worst([
    massGrams === undefined ? bad('unreadable', 'chain-row-weight', 'weight') : null,
    day === undefined
      ? bad('unreadable', 'chain-row-day', 'date')
      : day > lookups.today
        ? bad('unreadable', 'chain-row-future', 'date')
        : null,
    tag === undefined ? bad('unreadable', 'chain-row-tag-long', 'tag') : tag === null ? bad('doubtful', 'chain-row-no-tag', 'tag') : null,
    mineral === undefined ? bad('unreadable', 'chain-row-mineral', 'mineral') : null,
    holder === null || holder === 'unknown' || holder === 'several' ? bad('unreadable', 'chain-row-holder', 'holder') : null,
    site === 'unknown'
      ? bad('doubtful', 'chain-row-site', 'site')
      : site === 'several'
        ? bad('doubtful', 'chain-row-site-several', 'site')
        : null,
    site === null ? bad('doubtful', 'chain-row-no-site', 'site') : null,
  ])
  const short = (field: FieldName): string | null => cell(field).slice(0, 40) || null
  return {
    ...{ line: row.line, ...verdict, tag: tag ?? null, site: idOf(site), day: day ?? null, massGrams: massGrams ?? null },
    content: {
      ...{ mineral: mineral ?? null, holder: idOf(holder), team: short('team'), pit: short('pit') },
      ...{ agent: short('agent'), remark: cell('remark').slice(0, 400) || null },
    },
  }
}
const idOf = (found: Found | null): string | null => (found === null || typeof found === 'string' ? null : found.id)

function siteOf(row: SourceRow, reading: Reading): Found | null {
  const { cell } = cellsOf(row, reading)
  if (cell('site') !== '') return reading.lookups.site(cell('site'), cell('territoire') || null)
  return reading.settings.site === undefined ? null : { id: reading.settings.site }
}

function readDraw(row: SourceRow, reading: Reading): RowRead {
  const { cell, bad, isMapped } = cellsOf(row, reading)
  const { settings, lookups } = reading
  const [tag, newTag] = [readTag(cell('tag')), readTag(cell('newTag'))]
  const massGrams = cell('weight') === '' ? null : readGrams(cell('weight'), settings.unit)
  const lotGrams = !isMapped('lotWeight') || cell('lotWeight') === '' ? null : readGrams(cell('lotWeight'), settings.unit)
  const day = readDay(cell('date'), settings.dayOrder)
  const verdict = worst([
    !tag ? bad('unreadable', 'chain-row-needed', 'tag') : null,
    !newTag ? bad('unreadable', 'chain-row-needed', 'newTag') : null,
    massGrams === undefined ? bad('unreadable', 'chain-row-weight', 'weight') : null,
    lotGrams === undefined ? bad('unreadable', 'chain-row-weight', 'lotWeight') : null,
    day === undefined
      ? bad('unreadable', 'chain-row-day', 'date')
      : day > lookups.today
        ? bad('unreadable', 'chain-row-future', 'date')
        : null,
  ])
  return {
    ...{ line: row.line, ...verdict, tag: tag ?? null, site: null, day: day ?? null, massGrams: massGrams ?? null },
    content: { newTag: newTag ?? null, lotGrams: lotGrams ?? null, remark: cell('remark').slice(0, 400) || null },
  }
}

function readRange(row: SourceRow, reading: Reading): RowRead {
  const { cell, bad } = cellsOf(row, reading)
  const { settings } = reading
  const [first, last] = [rangeEnd(cell('first')), rangeEnd(cell('last'))]
  const issuer = cell('issuer') || settings.tagIssuer
  const site = siteOf(row, reading)
  const tagType = cell('tagType') === '' ? 'mine' : readTagType(cell('tagType'))
  const [day, allocatedOn] = [dayIn(cell('date'), settings), dayIn(cell('allocatedOn'), settings)]
  const verdict = worst([
    issuer === undefined ? bad('unreadable', 'chain-row-needed', 'issuer') : null,
    first === null ? bad('unreadable', 'chain-row-range', 'first') : null,
    last === null || (first !== null && (last.series !== first.series || last.digits !== first.digits || last.number < first.number))
      ? bad('unreadable', 'chain-row-range', 'last')
      : null,
    tagType === undefined ? bad('unreadable', 'chain-row-tag-type', 'tagType') : null,
    day === undefined ? bad('unreadable', 'chain-row-day', 'date') : null,
    allocatedOn === undefined ? bad('unreadable', 'chain-row-day', 'allocatedOn') : null,
    site === 'unknown'
      ? bad('doubtful', 'chain-row-site', 'site')
      : site === 'several'
        ? bad('doubtful', 'chain-row-site-several', 'site')
        : null,
  ])
  return {
    ...{
      line: row.line,
      ...verdict,
      tag: first === null ? null : cell('first').replaceAll(/\s+/g, '').toUpperCase().slice(0, 40),
      site: idOf(site),
      day: day ?? null,
      massGrams: null,
    },
    content: {
      ...{
        issuer: issuer ?? null,
        series: first?.series ?? null,
        digits: first?.digits ?? null,
        from: first?.number ?? null,
        to: last?.number ?? null,
      },
      ...{ tagType: tagType ?? null, allocatedOn: allocatedOn ?? null },
    },
  }
}
const dayIn = (cell: string, { dayOrder }: ChainSettings): string | null | undefined => (cell === '' ? null : readDay(cell, dayOrder))
function rangeEnd(cell: string): { readonly series: string; readonly digits: number; readonly number: number } | null {
  const found = /^(.*?)(\d{1,12})$/.exec(cell.replaceAll(/\s+/g, '').toUpperCase())
  return found?.[2] === undefined ? null : { series: (found[1] ?? '').slice(0, 20), digits: found[2].length, number: Number(found[2]) }
}
