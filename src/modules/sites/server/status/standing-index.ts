/*
The dated facts of all sites of a tenant, kept in memory between questions, so that a list of ten thousand standings need not read a
quarter of a million rows. Never a standing that somebody must believe: those are computed from the facts, for the day and the
instant asked. Before every answer the database says, in the transaction that asks, which sites changed; only those are read again.
Several servers may do the same on one database, since none of them tells another anything.

A picture is never changed once it is made; whoever finds it too old makes the next one. A transaction that may have written makes
one for itself alone, because it may still be undone, and so does one that began before the newest change that is remembered.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type SearchWords, searchWordsOf } from '../../domain/register/name-search.ts'
import type { StandingShort } from '../../domain/register/answers.ts'
import type { LegibleStanding } from '../../domain/status/status.ts'
import type { StatusFact } from '../../domain/status/status-fact.ts'
import { rowToFact } from '../register/store-observations.ts'
import { type SiteTableRow, listSiteRows, siteRowsById } from '../register/store-register.ts'
import {
  type ChangeRow,
  type DayRow,
  listChangedSites,
  listDayRows,
  listOwnFactRows,
  listSurvivors,
  newestChange,
  readSight,
  sees,
} from './store-standing-index.ts'

/** A site with its duplicates: what its standing is computed from. */
export interface SiteOfIndex {
  readonly row: SiteTableRow
  /** What a search by name looks at. */
  readonly words: SearchWords
  readonly facts: readonly StatusFact[]
  /** Newest first. */
  readonly days: readonly DayRow[]
  /** The newest instant in the facts: whoever knows what was known then knows all of them. */
  readonly newestAt: string
  /** Answers for the last few questions; they follow from the facts above and go with them. */
  readonly remembered: Map<string, { readonly standing: LegibleStanding; readonly short: StandingShort }>
}
export interface StandingIndex {
  /** By name, as the register lists them; a record that was merged into another is not among them. */
  readonly sites: readonly SiteOfIndex[]
  readonly byId: ReadonlyMap<string, SiteOfIndex>
}

/** One record of the register with its own facts, whether it survives or not. */
interface Part {
  readonly row: SiteTableRow | null
  readonly survivor: string
  readonly facts: readonly StatusFact[]
  readonly days: readonly DayRow[]
}
interface Picture extends StandingIndex {
  readonly parts: ReadonlyMap<string, Part>
  readonly oldestOpen: string
  readonly newest: string | null
  /** Changes at or after `oldestOpen` that are in the picture already. */
  readonly seen: ReadonlyMap<string, string>
}

const MOST_PICTURES = 8
/** By epoch and tenant, the one used last at the end. */
const pictures = new Map<string, Picture>()
const loading = new Map<string, Promise<Picture>>()

export async function readStandingIndex(tx: Tx, tenant: string): Promise<StandingIndex> {
  const { epoch, oldestOpen, writing } = await readSight(tx)
  const key = `${epoch} ${tenant}`
  if (!writing) await loading.get(key)?.catch(() => undefined)
  const known = pictures.get(key)
  if (known === undefined || (known.newest !== null && !(await sees(tx, known.newest)))) {
    const read = loadAll(tx, tenant, oldestOpen)
    if (writing || known !== undefined) return read
    return alone(key, read)
  }
  const next = await refresh(tx, tenant, { known, oldestOpen })
  if (!writing) remember(key, next)
  return next
}

/** Others who ask meanwhile wait for the same picture. */
async function alone(key: string, read: Promise<Picture>): Promise<Picture> {
  loading.set(key, read)
  try {
    const picture = await read
    remember(key, picture)
    return picture
  } finally {
    loading.delete(key)
  }
}

function remember(key: string, picture: Picture): void {
  const known = pictures.get(key)
  const newest = known !== undefined && BigInt(known.oldestOpen) > BigInt(picture.oldestOpen) ? known : picture
  pictures.delete(key)
  pictures.set(key, newest)
  const [oldest] = pictures.keys()
  if (pictures.size > MOST_PICTURES && oldest !== undefined) pictures.delete(oldest)
}

async function loadAll(tx: Tx, tenant: string, oldestOpen: string): Promise<Picture> {
  const newest = await newestChange(tx, tenant)
  const parts = await readParts(tx, tenant, null)
  const byId = new Map<string, SiteOfIndex>()
  for (const [survivor, family] of familiesOf(parts, null)) {
    const site = siteOf(survivor, family)
    if (site !== null) byId.set(survivor, site)
  }
  const seen = new Map((await listChangedSites(tx, tenant, oldestOpen)).map((row) => [row.site_id, row.changed_in]))
  return { parts, byId, sites: inOrder(byId), oldestOpen, newest, seen }
}

interface Refreshing {
  readonly known: Picture
  readonly oldestOpen: string
}
async function refresh(tx: Tx, tenant: string, { known, oldestOpen }: Refreshing): Promise<Picture> {
  const rows = await listChangedSites(tx, tenant, known.oldestOpen)
  const changed = rows.filter((row) => known.seen.get(row.site_id) !== row.changed_in).map((row) => row.site_id)
  if (changed.length === 0 && known.oldestOpen === oldestOpen) return known
  const seen = new Map(rows.filter((row) => BigInt(row.changed_in) >= BigInt(oldestOpen)).map((row) => [row.site_id, row.changed_in]))
  const newest = rows.reduce(newer, known.newest)
  if (changed.length === 0) return { ...known, oldestOpen, newest, seen }

  const read = await readParts(tx, tenant, changed)
  const parts = new Map(known.parts)
  const touched = new Set<string>()
  for (const site of changed) {
    const [before, after] = [parts.get(site), read.get(site)]
    for (const survivor of [before?.survivor, after?.survivor, site]) if (survivor !== undefined) touched.add(survivor)
    if (after) parts.set(site, after)
    else parts.delete(site)
  }
  const byId = new Map(known.byId)
  const families = familiesOf(parts, touched)
  for (const survivor of touched) {
    const site = siteOf(survivor, families.get(survivor) ?? [])
    if (site === null) byId.delete(survivor)
    else byId.set(survivor, site)
  }
  return { parts, byId, sites: inOrder(byId), oldestOpen, newest, seen }
}
const newer = (newest: string | null, { changed_in }: ChangeRow): string =>
  newest === null || BigInt(changed_in) > BigInt(newest) ? changed_in : newest

async function readParts(tx: Tx, tenant: string, sites: readonly string[] | null): Promise<Map<string, Part>> {
  const rows = sites === null ? await listSiteRows(tx, tenant, '9999-12-31T00:00:00.000Z') : await siteRowsById(tx, tenant, sites)
  const survivors = new Map((await listSurvivors(tx, tenant, sites)).map((row) => [row.id, row.merged_into]))
  const facts = Map.groupBy(await listOwnFactRows(tx, tenant, sites), (row) => row.site_id)
  const days = Map.groupBy(await listDayRows(tx, tenant, sites), (row) => row.site_id)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const parts = new Map<string, Part>()
  for (const id of new Set([...byId.keys(), ...facts.keys(), ...days.keys()])) {
    const own = { facts: (facts.get(id) ?? []).map(rowToFact), days: days.get(id) ?? [] }
    parts.set(id, { row: byId.get(id) ?? null, survivor: survivors.get(id) ?? id, ...own })
  }
  return parts
}

/** Parts by the record that stands for them; only of the named ones, where some are named. */
function familiesOf(parts: ReadonlyMap<string, Part>, named: ReadonlySet<string> | null): ReadonlyMap<string, readonly Part[]> {
  const families = new Map<string, Part[]>()
  for (const part of parts.values()) {
    if (named !== null && !named.has(part.survivor)) continue
    const family = families.get(part.survivor)
    if (family) family.push(part)
    else families.set(part.survivor, [part])
  }
  return families
}

function siteOf(survivor: string, family: readonly Part[]): SiteOfIndex | null {
  const row = family.find((part) => part.row?.id === survivor)?.row ?? null
  if (row === null) return null
  const facts = family.flatMap((part) => part.facts)
  const days = family.flatMap((part) => part.days)
  const ordered = family.length === 1 ? days : days.toSorted((one, other) => (one.visited_on < other.visited_on ? 1 : -1))
  const newestAt = facts.reduce((newest, fact) => later(newest, newestOf(fact)), '')
  return {
    row,
    words: searchWordsOf({ name: row.name, aliases: [...row.aliases, ...namesIn(family, row.id)], nationalId: row.national_id }),
    facts,
    days: ordered,
    newestAt,
    remembered: new Map(),
  }
}

/** A merged record is still looked for by the names and the key that it had. */
const namesIn = (family: readonly Part[], survivor: string): readonly string[] =>
  family.flatMap(({ row }) => (row === null || row.id === survivor ? [] : [row.name, ...row.aliases, row.national_id]))

/** The last instant at which anything about the fact was learned. */
function newestOf(fact: StatusFact): string {
  const last = later(fact.recordedAt, fact.voidedAt ?? '')
  if (fact.kind === 'order') return later(last, fact.published?.recordedAt ?? '')
  if (fact.kind === 'hold') return later(last, fact.lifted?.recordedAt ?? '')
  if (fact.kind === 'blue') return [...fact.receipts, ...fact.objections].reduce((newest, one) => later(newest, one.recordedAt), last)
  return last
}
const later = (one: string, other: string): string => (one > other ? one : other)

const inOrder = (byId: ReadonlyMap<string, SiteOfIndex>): readonly SiteOfIndex[] =>
  [...byId.values()].toSorted(({ row: one }, { row: other }) => compare(one.name, other.name) || compare(one.id, other.id))
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
