/*
Runs a list against the register, a piece at a time. A piece is planned from what stands now and written in one transaction, so a
crash leaves whole pieces; sites and entries have ids that follow from the list, so a piece that is done again adds nothing. A correction
carries the version of the record that it was planned on.
*/
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { startOf, todayAt } from '../../../kernel/calendar.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import type { Outcome } from '../../../kernel/outcome.ts'
import type { Infer, Position } from '../../../kernel/schema.ts'
import type { PlacesDoor, PositionOrigin, StatedPlace } from '../../../modules/places/contract.ts'
import { amendmentKinds, observationKinds } from '../../../modules/sites/contract.ts'
import { type EntryContent, type SitePolygon, registerKinds } from '../../../modules/sites/contract-register.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Actor, Draft } from '../../../platform/log/event.ts'
import type { Log } from '../../../platform/log/log.ts'
import { knownEventIds } from '../../../platform/log/store.ts'
import type { Mapping } from '../fields.ts'
import type { OpenList } from '../open-list.ts'
import { type Choice, type Planned, type Planning, type RegisterRow, planRows, positionText } from '../plan-rows.ts'
import type { SaidOfSite } from '../read-row.ts'

/** What the import needs of the house; the register's own rules come from the module of sites. */
export interface ListHouse {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly log: () => Pick<Log, 'record'>
  readonly places: PlacesDoor<Tx>
  readonly register: (tx: Tx, tenant: string) => Promise<readonly RegisterRow[]>
  readonly likely: Planning['likely']
  readonly checkPolygon: (polygon: SitePolygon, country: string) => Outcome<unknown>
  /** Where a site lies for those who are not cleared for exact positions. */
  readonly coarse: (at: Position) => Position
}
export interface Settings {
  readonly mapping: Mapping
  readonly source: string
  /** Of rows without a day of their own. */
  readonly date: string
  readonly origin: Infer<typeof PositionOrigin>
  readonly choices: readonly Choice[]
  readonly otherwise: 'new' | 'leave' | null
}
export interface Officer {
  readonly tenant: string
  readonly actor: Actor
  readonly territory: 'everywhere' | readonly string[]
  /** Cleared for exact positions. Who is not could ask with an invented list where every site lies. */
  readonly seesExact: boolean
  readonly now: string
}
export interface Piece {
  readonly from: number
  readonly write: boolean
}
export interface PieceDone {
  readonly planned: readonly Planned[]
  readonly next: number | null
  readonly added: number
}

/** Which house, and in whose name. */
export interface Run {
  readonly house: ListHouse
  readonly officer: Officer
}

export const ROWS_PER_PIECE = 200

export async function runPiece(
  { house, officer }: Run,
  list: { readonly open: OpenList; readonly settings: Settings },
  { from, write }: Piece,
): Promise<PieceDone> {
  const { open, settings } = list
  const to = Math.min(open.rows.length, from + ROWS_PER_PIECE)
  const planned = await house.database.read(async (tx) => {
    const all = await planPiece(tx, house, { officer, open, settings, from, to })
    return officer.territory === 'everywhere' ? all : await withinTerritory(tx, { house, officer }, all)
  })
  const drafts = write ? planned.flatMap((one) => draftsOf(one, officer, settings)) : []
  const { added } = drafts.length > 0 ? await house.log().record(officer.tenant, drafts) : { added: 0 }
  const shown = officer.seesExact ? planned : planned.map((one) => roughly(one, house))
  return { planned: shown, next: to < open.rows.length ? to : null, added }
}

function roughly(one: Planned, { coarse }: ListHouse): Planned {
  if (one.verdict !== 'changes' || one.site.at === null) return one
  const before = positionText(coarse(one.site.at))
  return { ...one, changes: one.changes.map((change) => (change.field === 'position' ? { ...change, before } : change)) }
}

interface Planed {
  readonly officer: Officer
  readonly open: OpenList
  readonly settings: Settings
  readonly from: number
  readonly to: number
}
async function planPiece(tx: Tx, house: ListHouse, { officer, open, settings, from, to }: Planed): Promise<readonly Planned[]> {
  const asked = new Set<string>()
  const entryId = (site: string, said: SaidOfSite, content: EntryContent): string => entryIdOf(site, { said, settings, content })
  const choices = new Map(settings.choices.map(({ line, as }) => [line, as]))
  const planning: Planning = {
    reading: {
      columns: open.columns,
      mapping: settings.mapping,
      country: countryOf(officer.tenant),
      today: todayAt(officer.now),
      checkPolygon: house.checkPolygon,
    },
    register: await house.register(tx, officer.tenant),
    choices,
    likely: officer.seesExact
      ? house.likely
      : (said, among) =>
          house.likely(
            said,
            among.map((row) => ({ ...row, at: row.at && house.coarse(row.at) })),
          ),
    isKnownEntry: (site, said, entry) => {
      asked.add(entryId(site, said, entry))
      return false
    },
  }
  const first = planRows(open.rows, planning, { from, to })
  const known = new Set(asked.size > 0 ? await knownEventIds(tx, officer.tenant, [...asked]) : [])
  // What a person decided for all rows that may be known sites counts where a row has no word of its own.
  const waiting = first.filter((one) => one.verdict === 'likely')
  const { otherwise } = settings
  const all = otherwise === null ? choices : new Map([...waiting.map(({ line }) => [line, otherwise] as const), ...choices])
  if (known.size === 0 && all === choices) return first
  return planRows(
    open.rows,
    { ...planning, choices: all, isKnownEntry: (site, said, entry) => known.has(entryId(site, said, entry)) },
    { from, to },
  )
}

async function withinTerritory(tx: Tx, { house, officer }: Run, planned: readonly Planned[]): Promise<readonly Planned[]> {
  const { tenant, territory } = officer
  if (territory === 'everywhere') return planned
  const kept: Planned[] = []
  for (const one of planned) {
    if (one.verdict !== 'new' && one.verdict !== 'changes') {
      kept.push(one)
      continue
    }
    // A site must lie inside before and after: nobody moves a site into or out of the area of somebody else.
    const places = [codesAt(tx, house, { tenant, at: one.said.at, stated: one.said.stated })]
    if (one.verdict === 'changes') places.push(codesAt(tx, house, { tenant, at: one.site.at, stated: one.site.stated }))
    const codes = (await Promise.all(places)).filter((found) => found.length > 0)
    const isInside = codes.length > 0 && codes.every((found) => found.some((code) => territory.includes(code)))
    const { line, nationalId, name } = one
    kept.push(
      isInside
        ? one
        : { line, nationalId, name, verdict: 'error', problems: [{ column: null, code: 'outside-your-territory', facts: {} }] },
    )
  }
  return kept
}

async function codesAt(
  tx: Tx,
  { places }: ListHouse,
  { tenant, at, stated }: { readonly tenant: string; readonly at: Position | null; readonly stated: StatedPlace },
): Promise<readonly string[]> {
  const computed = at ? await places.locate(tx, at, tenant) : null
  if (computed?.province || computed?.territoire)
    return [computed.province?.code, computed.territoire?.code].filter((code) => code !== undefined)
  const province = stated.province ? await places.findArea(tx, 'province', { name: stated.province, tenant }) : null
  const territoire = stated.territoire ? await places.findArea(tx, 'territoire', { name: stated.territoire, tenant }) : null
  return [province?.code, territoire?.code].filter((code) => code !== undefined)
}

/** A tenant is a country programme, named by the country. */
const countryOf = (tenant: string): string => tenant.slice(0, 2).toUpperCase()
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
const siteIdOf = (tenant: string, nationalId: string): string => uuidV7(0, sha256(`site-list/site/${tenant}/${nationalId}`))
const dayOfRow = (said: SaidOfSite, settings: Settings): string => said.date ?? settings.date
function entryIdOf(
  site: string,
  { said, settings, content }: { readonly said: SaidOfSite; readonly settings: Settings; readonly content: EntryContent },
): string {
  const day = dayOfRow(said, settings)
  return uuidV7(Date.parse(startOf(day)), sha256(`site-list/entry/${site}/${settings.source}/${canonicalJson(content)}`))
}

function draftsOf(one: Planned, { tenant, actor }: Officer, settings: Settings): readonly Draft[] {
  if (one.verdict !== 'new' && one.verdict !== 'changes') return []
  const { said } = one
  const site = one.verdict === 'new' ? siteIdOf(tenant, said.nationalId) : one.site.id
  const happenedAt = startOf(dayOfRow(said, settings))
  const source = { name: settings.source, reference: said.nationalId }
  const base = { subject: `site:${site}`, happenedAt, actor }
  const entries = (one.verdict === 'new' ? said.entries : one.entries).map((content) => ({
    ...base,
    id: entryIdOf(site, { said, settings, content }),
    kind: registerKinds.entryRecorded,
    payload: { content, from: dayOfRow(said, settings), source },
  }))
  const position = said.at ? { position: { at: said.at, origin: settings.origin } } : {}
  if (one.verdict === 'new') {
    const payload = {
      nationalId: said.nationalId,
      name: said.name,
      ...(said.aliases.length > 0 ? { aliases: [...said.aliases] } : {}),
      country: countryOf(tenant),
      minerals: [...(said.minerals ?? [])],
      ...position,
      ...(Object.keys(said.stated).length > 0 ? { stated: said.stated } : {}),
      ...(said.activity ? { activity: said.activity } : {}),
      source,
    }
    return [
      { ...base, id: uuidV7(0, sha256(`site-list/registered/${tenant}/${said.nationalId}`)), kind: observationKinds.registered, payload },
      ...entries,
    ]
  }
  if (!one.correction) return entries
  const { at, ...rest } = one.correction
  const payload = {
    reason: `${settings.source} (${said.nationalId})`,
    ...rest,
    ...(at ? { position: { at, origin: settings.origin } } : {}),
  }
  const id = uuidV7(Date.parse(happenedAt), sha256(`site-list/corrected/${site}/${one.site.version}/${canonicalJson(payload)}`))
  return [{ ...base, id, kind: amendmentKinds.corrected, payload }, ...entries]
}
