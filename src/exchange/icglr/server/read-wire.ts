/* Sites in the protocol's form, as of today and by what is known now: one by its identifier, and pages of those that fit a filter. */
import type { Position } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { RegisterDoor, SiteRecord } from '../../../modules/sites/contract-register.ts'
import { hsCodeOfMineral } from '../../../modules/sites/contract-register.ts'
import { readIcglrId } from '../../../modules/sites/contract-icglr-id.ts'
import type { SiteOverview, SitesDoor } from '../../../modules/sites/contract.ts'
import { codeOfActivity } from '../codes.ts'
import { type Reported, siteToWire } from '../to-wire.ts'
import { type StatusRow, listInspections, listStatuses } from './store.ts'

export interface Reading {
  readonly tx: Tx
  readonly tenant: string
  readonly sites: SitesDoor<Tx> & RegisterDoor<Tx>
  readonly asOf: string
  readonly knownAt: string
}
export interface WireFilter {
  readonly addressCountry?: string | undefined
  readonly certificationStatus?: number | undefined
  readonly activityStatus?: number | undefined
  /** An HS code with its points. */
  readonly mineral?: string | undefined
  readonly nationalId?: string | undefined
  readonly icglrId?: string | undefined
}

/** The country that this installation keeps the register of: for its sites only its own orders and requests speak. */
const homeOf = (tenant: string): string => tenant.slice(0, 2).toUpperCase()

/** For a site of another state the last status that its authority wrote down here; for our own, and where an order speaks, the standing. */
function codeOf(site: Pick<SiteOverview, 'country' | 'standing'>, last: StatusRow | undefined, tenant: string): number {
  const ours = site.standing.basis === 'order' || site.standing.basis === 'blue-application'
  return ours || site.country === homeOf(tenant) || last === undefined ? site.standing.wireCode : last.code
}

export interface WireSiteFound {
  readonly record: SiteRecord
  readonly reported: Reported
  readonly code: number
  readonly wire: ReturnType<typeof siteToWire>
}
async function wireOf(
  { tx, tenant, sites, asOf, knownAt }: Reading,
  wanted: readonly Pick<SiteOverview, 'id'>[],
): Promise<readonly WireSiteFound[]> {
  if (wanted.length === 0) return []
  const ids = wanted.map((site) => site.id)
  const records = new Map((await sites.records(tx, { tenant, sites: ids, asOf, knownAt })).map((record) => [record.site, record]))
  const inspections = Map.groupBy(await listInspections(tx, tenant, ids), (row) => row.site_id)
  const statuses = Map.groupBy(await listStatuses(tx, tenant, ids), (row) => row.site_id)
  return ids.flatMap((id) => {
    const record = records.get(id)
    if (record === undefined) return []
    const said = statuses.get(id) ?? []
    const reported = {
      inspections: (inspections.get(id) ?? []).map((row) => row.content),
      statuses: said.map((row) => ({ on: row.dated_on, code: row.code })),
    }
    const code = codeOf(record, said.at(-1), tenant)
    return [{ record, reported, code, wire: siteToWire(record, reported, code) }]
  })
}

const isListed = (site: SiteOverview): boolean => site.icglrId !== null && site.position !== null

export async function readWireList(
  reading: Reading,
  filter: WireFilter,
  { page, limit }: { readonly page: number; readonly limit: number },
): Promise<{ readonly total: number; readonly found: readonly WireSiteFound[] }> {
  const { tx, tenant, sites, asOf, knownAt } = reading
  const last = new Map((await listStatuses(tx, tenant, null)).map((row) => [row.site_id, row]))
  const others = await withOtherCode(reading, filter.mineral)
  const found = (await sites.overview(tx, tenant, { asOf, knownAt, precision: 'exact' })).filter(
    (site) =>
      isListed(site) &&
      (filter.addressCountry === undefined || site.country === filter.addressCountry) &&
      (filter.certificationStatus === undefined || codeOf(site, last.get(site.id), tenant) === filter.certificationStatus) &&
      (filter.activityStatus === undefined || (codeOfActivity(site.activity) ?? 2) === filter.activityStatus) &&
      (filter.mineral === undefined || others?.has(site.id) || site.minerals.some((one) => hsCodeOfMineral[one] === filter.mineral)) &&
      (filter.nationalId === undefined || site.nationalId.toLowerCase() === filter.nationalId.toLowerCase()) &&
      (filter.icglrId === undefined || sameId(site, filter.icglrId)),
  )
  const shown = found
    .toSorted((one, other) => ((one.icglrId ?? '') < (other.icglrId ?? '') ? -1 : 1))
    .slice((page - 1) * limit, page * limit)
  return { total: found.length, found: await wireOf(reading, shown) }
}

/** Sites that name an HS code beyond the four minerals; it stands in their register entries, so all of them are read for it. */
async function withOtherCode(
  { tx, tenant, sites, asOf, knownAt }: Reading,
  mineral: string | undefined,
): Promise<ReadonlySet<string> | null> {
  if (mineral === undefined || Object.values(hsCodeOfMineral).includes(mineral)) return null
  return new Set((await sites.records(tx, { tenant, asOf, knownAt })).filter((one) => one.hsCodes.includes(mineral)).map((one) => one.site))
}

/** The identifier without a sign takes it from the coordinates of the record. */
function sameId(site: Pick<SiteOverview, 'icglrId' | 'position'>, given: string): boolean {
  const read = readIcglrId(given, site.position)
  return read.ok && read.value.canonical === site.icglrId
}

export type Found = { readonly kind: 'one'; readonly site: WireSiteFound } | { readonly kind: 'none' } | { readonly kind: 'several' }
export async function readWireSite(reading: Reading, given: string): Promise<Found> {
  const found = (await reading.sites.byIcglrId(reading.tx, reading.tenant, signsOf(given))).filter((site) => sameId(site, given))
  if (found.length > 1) return { kind: 'several' }
  const [site] = await wireOf(reading, found)
  return site === undefined ? { kind: 'none' } : { kind: 'one', site }
}

/** The identifiers that may be meant: the one that is written, or where the sign of the latitude is left out, one on each side of the equator. */
const signsOf = (given: string): readonly string[] => [
  given,
  ...(['north', 'south'] as const)
    .map((side) => readIcglrId(given, { latitude: side === 'north' ? 1 : -1, longitude: 0 }))
    .flatMap((read) => (read.ok ? [read.value.canonical] : [])),
]

/** The field that a site here carries already, the identifier or the national key. */
export async function takenField(
  { tx, tenant, sites, asOf, knownAt }: Reading,
  icglrId: string,
  nationalId: string,
): Promise<'icglrId' | 'nationalId' | null> {
  if ((await sites.byIcglrId(tx, tenant, [icglrId])).length > 0) return 'icglrId'
  const all = await sites.overview(tx, tenant, { asOf, knownAt, precision: 'exact' })
  return all.some((site) => site.nationalId === nationalId) ? 'nationalId' : null
}

/** Canonical, both signs written; `null` where it cannot be read or names another country. */
export function canonicalId(given: string, country: string, at: Position): string | null {
  const read = readIcglrId(given, at)
  return read.ok && read.value.country === country ? read.value.canonical : null
}
