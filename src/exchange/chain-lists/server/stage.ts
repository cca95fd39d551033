/*
The dry run: every row of the file is read by the columns as said, compared with the register and with the rows before it, and kept with its verdict.
Nothing else is written. Rows go through in pieces, so a million take the room of a few thousand.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { ChainSettings } from '../chain-words.ts'
import { type FieldName, neededFields } from '../fields.ts'
import { organisationIndex, siteIndex } from '../match-words.ts'
import type { OpenedList } from '../open-rows.ts'
import { type Lookups, type RowRead, readRow } from '../read-row.ts'
import type { ChainHouse, Stopped, Told } from './house.ts'
import { type StagedRead, advance, clearRows, insertRows, markRepeats, setState } from './store.ts'

export const ROWS_AT_ONCE = 2_000

export interface Staging {
  readonly id: string
  readonly settings: ChainSettings
  readonly told?: Told
}

/** Refusals: `chain-list-field-needed` {field}, `chain-list-no-such-column`, `chain-list-broken` {line}. */
export async function stageList(house: ChainHouse, list: OpenedList, { id, settings, told }: Staging): Promise<Outcome<Stopped>> {
  const { database, tenant } = house
  const mapped = checkMapping(list.columns, settings)
  if (!mapped.ok) return mapped
  await database.transaction((tx) => clearRows(tx, tenant, id))
  const lookups = await lookupsOf(house)
  const reading = { columns: list.columns, settings, lookups }
  let [rows, isHeading, piece]: [number, boolean, RowRead[]] = [0, true, []]
  const flush = async (): Promise<boolean> => {
    rows += piece.length
    const staged = await compare(house, piece, settings)
    const stop = await database.transaction(async (tx) => {
      await insertRows(tx, tenant, id, staged)
      return advance(tx, tenant, id, { rowsRead: rows })
    })
    piece = []
    told?.(rows)
    return stop
  }
  let lastLine = 0
  try {
    for await (const row of list.rows()) {
      if (isHeading) {
        isHeading = false
        continue
      }
      // Two rows on one line of the file cannot be told apart.
      lastLine = Math.max(row.line, lastLine + 1)
      piece.push(readRow({ ...row, line: lastLine }, reading))
      if (piece.length >= ROWS_AT_ONCE && (await flush())) return accepted('stopped')
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) throw error
    return refused('chain-list-broken', { line: lastLine })
  }
  if (piece.length > 0) await flush()
  await database.transaction(async (tx) => {
    if (settings.kind === 'mine-sheet') await markRepeats(tx, tenant, id)
    await setState(tx, tenant, id, { state: 'tried', rowsRead: rows, doneLine: 0, stopAsked: false, triedAt: house.clock() })
  })
  return accepted('finished')
}

export function checkMapping(columns: readonly string[], { kind, mapping, holder }: ChainSettings): Outcome<null> {
  const needed: readonly FieldName[] = neededFields[kind]
  const missing = needed.find((field) => mapping[field] === undefined)
  if (missing !== undefined) return refused('chain-list-field-needed', { field: missing })
  if (kind === 'mine-sheet' && holder === undefined && mapping['holder'] === undefined)
    return refused('chain-list-field-needed', { field: 'holder' })
  const places = Object.values(mapping)
  if (places.some((at) => at >= columns.length)) return refused('chain-list-no-such-column', { columns: columns.length })
  return new Set(places).size === places.length ? accepted(null) : refused('chain-list-column-twice')
}

/** The register as it stands, kept in memory for the whole file: a few thousand sites. */
export async function lookupsOf({ database, tenant, sites, people, places, clock }: ChainHouse): Promise<Lookups> {
  const now = clock()
  return database.read(async (tx) => {
    const territoires = new Map((await places.listAreas(tx, 'territoire', tenant)).map((area) => [area.code, area.name]))
    const all = await sites.overview(tx, tenant, { asOf: todayAt(now), knownAt: now, precision: 'exact' })
    const site = siteIndex(
      all.map(({ id, name, nationalId, icglrId, aliases, territoireCode }) => ({
        ...{ id, name, nationalId, icglrId, aliases },
        territoire: territoireCode === null ? [] : [territoireCode, territoires.get(territoireCode) ?? territoireCode],
      })),
    )
    const holder = organisationIndex(await people.listOrganisations(tx, undefined, tenant))
    return { site, holder, today: todayAt(now) }
  })
}

/** What the register has of these tags: the same bag is known; another weight, day or site under one tag is a doubt. */
async function compare(
  { database, tenant, bulk }: ChainHouse,
  piece: readonly RowRead[],
  { kind }: ChainSettings,
): Promise<readonly StagedRead[]> {
  const tags = piece.flatMap(({ tag }) => (tag === null ? [] : [tag]))
  const known = kind === 'tag-batches' ? [] : await database.read((tx) => bulk.tagged(tx, tenant, tags))
  const byTag = Map.groupBy(known, (one) => one.tag)
  return piece.map((row) => {
    const there = row.tag === null ? [] : (byTag.get(row.tag) ?? [])
    if (row.verdict === 'unreadable') return row
    if (kind === 'trader-sheet')
      return there.length > 0
        ? row
        : { ...row, verdict: 'doubtful', problem: 'chain-row-no-such-bag', about: { column: null, found: row.tag } }
    const [first] = there
    if (!first) return row
    const same = there.find((one) => one.site === row.site && one.massGrams === row.massGrams && one.producedOn === row.day)
    return same
      ? { ...row, verdict: 'known', problem: null, about: { column: null, found: same.number, lot: same.lot } }
      : { ...row, verdict: 'doubtful', problem: 'chain-row-tag-in-register', about: { column: null, found: first.number, lot: first.lot } }
  })
}
