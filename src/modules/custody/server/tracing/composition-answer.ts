/*
Of what a lot is made, as a reader gets it: what the graph found, with names, papers, hands and places looked up beside. Whoever may see
the lot may see everything inside of it; where sites lie exactly is only for who is cleared.
*/
import { dateFromDayNumber } from '../../../../kernel/calendar.ts'
import { type Infer, asId, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LotId } from '../../contract.ts'
import { type Amount, LotComposition } from '../../contract-tracing.ts'
import { KINDS, STANDINGS } from '../../domain/tracing/graph.ts'
import type { CompositionFound } from '../../domain/tracing/questions.ts'
import type { CustodyDoors } from '../doors.ts'
import { readLot } from '../lots/lot-shapes.ts'
import { findLotRow, listLotRows } from '../lots/store-lot-reads.ts'
import { type Sight, isLotSeen } from '../lots/store-sight.ts'
import { type EngineRoom, findComposition, toldPosition } from './engine.ts'
import { dayOfAsOf } from './reference.ts'
import { listHands, listPapers, listStops } from './store-touched.ts'

export const END_OF_DAYS = '9999-12-31'
const MOST_PAPERS = 200
const MOST_STOPS = 200

export interface Reader {
  readonly tx: Tx
  readonly tenant: string
  readonly doors: CustodyDoors
  readonly room: EngineRoom
  readonly sight: Sight
  readonly precision: 'exact' | 'coarse'
  readonly today: string
  readonly now: string
}
export const amountIn =
  (inMilligrams: boolean) =>
  (units: number): Amount =>
    inMilligrams ? { grams: Math.round(units / 1000), milligrams: units } : { grams: units, milligrams: null }
const dayOrNull = (day: number): string | null => (day === 0 ? null : dateFromDayNumber(day))

/** `null` when the lot is not known, not for the reader's eyes, or was made after that day. */
export async function compositionAnswer(reader: Reader, lot: LotId, asOf?: string): Promise<Infer<typeof LotComposition> | null> {
  const { tx, tenant, room, sight } = reader
  const row = await findLotRow(tx, tenant, lot)
  if (!row || !(await isLotSeen(tx, tenant, lot, sight))) return null
  const { found, answeredBy, position } = await findComposition({ tx, tenant, room, day: dayOfAsOf(asOf) }, lot)
  if (!found) return null
  const shape = readLot(row)
  const amount = amountIn(found.inMilligrams)
  const beside = { lots: found.ids, until: asOf ?? END_OF_DAYS }
  const papers = await listPapers(tx, tenant, beside, MOST_PAPERS + 1)
  const hands = await listHands(tx, tenant, beside)
  const stops = await listStops(tx, tenant, beside, MOST_STOPS + 1)
  const names = await namesOf(reader, {
    sites: found.sites.map((one) => one.site),
    organisations: [shape.holder, ...hands.map((one) => one.organisation), ...stops.flatMap((one) => one.organisation ?? [])],
  })
  return mustParse(LotComposition, {
    ...{
      answeredBy,
      position: toldPosition(position),
      asOf: asOf ?? null,
      lot,
      number: shape.number,
      kind: shape.kind,
      mineral: shape.mineral,
    },
    state: found.held && shape.state !== 'voided' && shape.state !== 'seized' ? 'quarantined' : shape.state,
    mass: amount(found.mass),
    ...{ holder: shape.holder, holderName: names.organisation(shape.holder), formedOn: shape.formedOn },
    ...{ nodes: found.nodes, draws: found.draws },
    sites: found.sites.map((one) => siteRow(one, { amount, name: names.site(one.site)?.name ?? null })),
    unexplained: {
      total: amount(found.unexplained.total),
      hundredthsOfPercent: found.unexplained.hundredths,
      siteUnknown: amount(found.unexplained.siteUnknown),
      gained: amount(found.unexplained.gained),
      overdrawn: amount(found.unexplained.overdrawn),
      voided: amount(found.unexplained.voided),
    },
    papers: papers.slice(0, MOST_PAPERS),
    hands: hands.map((one) => ({ ...one, name: names.organisation(one.organisation) })),
    shortened: found.isShort || papers.length > MOST_PAPERS || stops.length > MOST_STOPS,
    flow: await flowAnswer(reader, found, names),
    way: [...found.sites.slice(0, MOST_STOPS).map((one) => sitePlace(one, names)), ...stops.slice(0, MOST_STOPS).map(stopPlace)],
  })
}

type SiteFound = CompositionFound['sites'][number]
function siteRow(one: SiteFound, { amount, name }: { readonly amount: (units: number) => Amount; readonly name: string | null }) {
  return {
    ...{ site: one.site, siteName: name, amount: amount(one.amount), hundredthsOfPercent: one.hundredths },
    ...{ least: amount(one.least), most: amount(one.most), proven: one.proven, lots: one.lots },
    ...{ producedFrom: dayOrNull(one.from), producedTo: dayOrNull(one.to), held: one.held, withoutRight: one.withoutRight },
    standings: one.standings.flatMap((lots, n) => (lots === 0 ? [] : [{ status: n === 0 ? null : (STANDINGS[n - 1] ?? null), lots }])),
  }
}

interface SiteName {
  readonly name: string
  readonly position: { readonly latitude: number; readonly longitude: number } | null
  readonly exact: boolean
}
export interface Names {
  readonly site: (id: string) => SiteName | undefined
  readonly organisation: (id: string | null) => string | null
}
/** Names of organisations; of sites name and place, rounded for who is not cleared. */
export async function namesOf(
  { tx, tenant, doors, today, now, precision }: Reader,
  asked: { readonly sites: readonly string[]; readonly organisations: readonly string[] },
): Promise<Names> {
  const wanted = new Set(asked.sites)
  const all = wanted.size === 0 ? [] : await doors.sites.overview(tx, tenant, { asOf: today, knownAt: now, precision })
  const shown = all.filter((site) => wanted.has(site.id))
  const sites = new Map<string, SiteName>(shown.map(({ id, name, position }) => [id, { name, position, exact: precision === 'exact' }]))
  const missing = asked.sites.filter((site) => !sites.has(site)).map((site) => asId('site', site))
  const merged = missing.length === 0 ? [] : await doors.sites.briefs(tx, missing, tenant)
  for (const { id, name } of merged) sites.set(id, { name, position: null, exact: false })
  const ids = [...new Set(asked.organisations)].map((one) => asId('organisation', one))
  const organisations = new Map<string, string>(
    (ids.length === 0 ? [] : await doors.people.organisations(tx, ids, tenant)).map((one) => [one.id, one.name]),
  )
  return { site: (id) => sites.get(id), organisation: (id) => (id === null ? null : (organisations.get(id) ?? null)) }
}

function sitePlace(one: SiteFound, names: Names) {
  const site = names.site(one.site)
  const { latitude, longitude } = site?.position ?? { latitude: null, longitude: null }
  const when = { from: dayOrNull(one.from), to: dayOrNull(one.to) }
  return {
    what: 'site',
    site: one.site,
    name: site?.name ?? '?',
    organisation: null,
    latitude,
    longitude,
    exact: site?.exact ?? false,
    ...when,
    lots: one.lots,
  }
}
const stopPlace = (stop: Awaited<ReturnType<typeof listStops>>[number]) => ({
  ...stop,
  site: null,
  latitude: null,
  longitude: null,
  exact: false,
})

/** Numbers of lots and names of sites beside what is drawn. */
async function flowAnswer({ tx, tenant }: Reader, found: CompositionFound, names: Names) {
  const amount = amountIn(found.inMilligrams)
  const lots = found.flow.nodes.flatMap((node) => node.lot ?? [])
  const numbers = new Map((await listLotRows(tx, tenant, lots)).map((row) => [row.id, row.number]))
  return {
    nodes: found.flow.nodes.map((node) => ({
      ...node,
      label: node.lot !== null ? (numbers.get(node.lot) ?? null) : node.site !== null ? (names.site(node.site)?.name ?? null) : null,
      kind: node.kind === null ? null : (KINDS[node.kind] ?? null),
      amount: amount(node.amount),
    })),
    links: found.flow.links.map((link) => ({ ...link, amount: amount(link.amount) })),
  }
}
