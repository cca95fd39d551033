/*
Conflict sheets by tier, cut here before an answer is put together: a committee gets territoires with categories, who is cleared whole sheets, who opens names the
numbers of sealed names too. Everybody reads back what they proposed themselves, and only that version of it.
*/
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { SheetAnswer, SheetLine, SheetWithheld, SheetsAnswer, VersionsDiff, ZoneLine } from '../../contract-sheet-answers.ts'
import { SheetId } from '../../contract-ids.ts'
import type { SheetContent, SheetState } from '../../contract-sheets.ts'
import { foldedActor } from '../../domain/folded.ts'
import { diffSheets, verdictOf } from '../../domain/sheets/diff.ts'
import { zoneOf } from '../../domain/sheets/zones.ts'
import { type Tier, sees, tierOf } from '../../domain/tiers/tiers.ts'
import { type SheetDoors, areasOf, bodyNames, namesOf, placeName } from './doors.ts'
import { type Reader, actsOf, contentOf, lineOf, nextSteps, shownVersion, stateOf } from './shown.ts'
import { type SheetsAsked, type VersionRow, MOST_VERSIONS, countVersions, everyVersion, listRounds, listVersions } from './store-sheets.ts'
import { cutAt } from '../cut.ts'

export interface Asking {
  readonly tenant: string
  readonly reader: Reader
}
export const withheldFor = (tier: Tier): SheetWithheld[] => {
  if (tier === 'named') return []
  if (tier === 'cleared') return ['named-beneficiaries']
  return tier === 'committee' ? ['sites-and-actors', 'named-beneficiaries'] : ['sheets', 'sites-and-actors', 'named-beneficiaries']
}

const NO_TEXT = '\n'
export interface ListAsked extends Omit<SheetsAsked, 'which' | 'proposer' | 'sheet'> {
  /** Found in names of places, actors and in what it is about; looked for only in what the reader may see. */
  readonly text?: string | undefined
}
export async function readSheets(
  tx: Tx,
  doors: SheetDoors,
  { tenant, reader, on, asked }: Asking & { readonly on: string; readonly asked: ListAsked },
): Promise<SheetsAnswer> {
  const tier = tierOf(reader.capabilities)
  const { text, ...filter } = asked
  const wanted: SheetsAsked = {
    ...filter,
    which: filter.state === 'superseded' ? 'all' : 'current',
    ...(sees(tier, 'cleared') ? {} : { proposer: reader.account }),
  }
  const rows = await listVersions(tx, tenant, wanted)
  const named = await namesOf(tx, doors, { tenant, contents: rows.map(contentOf) })
  const lines = bySheet(rows).flatMap((versions): { line: SheetLine; nature: string }[] => {
    const line = lineOf(versions, named, reader.account)
    return line ? [{ line, nature: versions.map((one) => contentOf(one).nature).join(' ') }] : []
  })
  // Of signs alone nothing is found: they stand in no text.
  const sought = text === undefined ? null : foldedActor(text) || NO_TEXT
  const provinces = await doors.places.listAreas(tx, 'province', tenant)
  return {
    ...{ tier, on },
    sheets: lines
      .filter(({ line, nature }) => sought === null || foldedActor([line.name, ...line.actors, nature].join(' ')).includes(sought))
      .map(({ line }) => line)
      .toSorted((a, b) => (a.asOf === b.asOf ? (a.name < b.name ? -1 : 1) : a.asOf > b.asOf ? -1 : 1)),
    cut: await cutAt(rows.length, MOST_VERSIONS, () => countVersions(tx, tenant, wanted)),
    zones: sees(tier, 'committee') ? await readZones(tx, doors, { tenant, asked: filter }) : [],
    withheld: withheldFor(tier),
    rounds: sees(tier, 'committee') ? (await listRounds(tx, tenant)).map((one) => one.round) : [],
    provinces: provinces.map(({ code, name }) => ({ code, name })),
    may: {
      propose: reader.capabilities.has('conflict.propose'),
      map: reader.capabilities.has('conflict.map'),
      validate: reader.capabilities.has('conflict.validate'),
    },
  }
}
const bySheet = (rows: readonly VersionRow[]): readonly (readonly VersionRow[])[] => {
  const sheets = new Map<string, VersionRow[]>()
  for (const row of rows) sheets.set(row.sheet, [...(sheets.get(row.sheet) ?? []), row])
  return [...sheets.values()]
}

/**
 * Every territoire of the wanted province, looked at or not, and a province where sheets are placed no better. Asks only by area and round: to count by site or by
 * actor would tell both.
 */
export async function readZones(
  tx: Tx,
  doors: Pick<SheetDoors, 'places'>,
  { tenant, asked: { province, territoire, round } }: { readonly tenant: string; readonly asked: ListAsked },
): Promise<ZoneLine[]> {
  const rows = await everyVersion(tx, tenant, { which: 'stands', province, territoire, round })
  const areas = await areasOf(tx, doors, tenant)
  const wanted = areas.filter(
    ({ code, parent }) =>
      (territoire === undefined || code === territoire) && (province === undefined || code === province || parent === province),
  )
  return wanted.flatMap((area) => {
    const level = area.level === 'province' ? 'province' : 'territoire'
    const own = rows.filter((one) =>
      level === 'province' ? one.province === area.code && one.territoire === null : one.territoire === area.code,
    )
    if (level === 'province' && own.length === 0) return []
    const { code, name, kind, parent } = area
    const sheets = own.map((row) => ({ asOf: row.asOf, content: contentOf(row) }))
    return [zoneOf({ code, name, kind, level, province: parent ?? code }, sheets)]
  })
}

/** The versions of one sheet that the reader may see; none for who may see nothing of it. */
async function versionsSeen(tx: Tx, { tenant, reader }: Asking, sheet: string): Promise<readonly VersionRow[]> {
  const proposer = sees(tierOf(reader.capabilities), 'cleared') ? {} : { proposer: reader.account }
  return listVersions(tx, tenant, { which: 'all', sheet, ...proposer })
}

/** `null`: there is none that the reader may see. */
export async function readSheet(
  tx: Tx,
  doors: SheetDoors,
  { sheet, ...asking }: Asking & { readonly sheet: string },
): Promise<SheetAnswer | null> {
  const { tenant, reader } = asking
  const rows = await versionsSeen(tx, asking, sheet)
  const newest = rows.at(-1)
  if (!newest) return null
  const named = await namesOf(tx, doors, { tenant, contents: rows.map(contentOf) })
  const bodies = await bodyNames(tx, doors, { tenant, bodies: rows.flatMap((row) => actsOf(row).flatMap(({ body }) => body ?? [])) })
  const { place } = contentOf(newest)
  const tier = tierOf(reader.capabilities)
  return {
    ...{
      sheet: mustParse(SheetId, sheet),
      tier,
      withheld: withheldFor(tier).filter((one) => one !== 'sites-and-actors' || !sees(tier, 'cleared')),
    },
    siteName: (place.site === null ? undefined : named.sites.get(place.site)?.name) ?? null,
    provinceName: named.areas.get(place.province)?.name ?? null,
    territoireName: (place.territoire === null ? undefined : named.areas.get(place.territoire)?.name) ?? null,
    versions: rows.map((row) => shownVersion(row, { named, bodies, reader })),
    next: nextSteps(rows, reader),
  }
}

export async function readDiff(
  tx: Tx,
  doors: SheetDoors,
  { sheet, before, after, ...asking }: Asking & { readonly sheet: string; readonly before: number; readonly after: number },
): Promise<VersionsDiff | null> {
  const rows = await versionsSeen(tx, asking, sheet)
  const [old, fresh] = [before, after].map((version) => rows.find((one) => one.version === version))
  if (!old || !fresh) return null
  // Who is not cleared does not learn here either that a name lies sealed.
  const isCleared = sees(tierOf(asking.reader.capabilities), 'cleared')
  const [then, now] = [contentOf(old), contentOf(fresh)].map((one) => (isCleared ? one : withoutNames(one)))
  if (!then || !now) return null
  const named = await namesOf(tx, doors, { tenant: asking.tenant, contents: [now] })
  return {
    sheet: mustParse(SheetId, sheet),
    name: placeName(now, named),
    before,
    after,
    diff: diffSheets(then, now),
    verdict: verdictOf(then, now),
  }
}

const withoutNames = (content: SheetContent): SheetContent => ({
  ...content,
  beneficiaries: content.beneficiaries.map((one) => ({ ...one, name: null })),
})

export interface SheetOfWorkshop {
  readonly sheet: SheetId
  readonly version: number
  readonly state: SheetState
  readonly round: string
  readonly asOf: string
  readonly content: SheetContent
}
/**
 * For the workshop's own page: of each sheet with a version of that workshop the newest such version, over or not. Whole contents: the caller cuts by tier.
 */
export async function sheetsOfWorkshop(tx: Tx, tenant: string, workshop: string): Promise<readonly SheetOfWorkshop[]> {
  return bySheet(await listVersions(tx, tenant, { which: 'all', workshop })).flatMap((versions) => {
    const row = versions.at(-1)
    return row ? [workshopLine(row)] : []
  })
}
const workshopLine = (row: VersionRow): SheetOfWorkshop => ({
  ...{ sheet: mustParse(SheetId, row.sheet), version: row.version, state: stateOf(row), round: row.round, asOf: row.asOf },
  content: contentOf(row),
})
