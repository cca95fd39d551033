/*
Gathers the record for one report: what the author may see by the routes, what concerns its bodies and mines by the doors. Nothing is decided
here; what nobody answered stays `null`.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import { asId, looseRecord, maybe, orNull, text } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { SiteId, Standing } from '../../sites/contract.ts'
import type { RiskSubject, Suspension } from '../../risks/contract.ts'
import type { ReportKind, ReportPeriod, ReportSubject } from '../contract.ts'
import { KINDS } from '../domain/kinds.ts'
import type { ReportRecord, Shipment } from '../domain/record.ts'
import { type Ask, askAs } from './ask.ts'
import type { ReportHouse } from './house.ts'
import { shipmentAskedFor, shipmentsOfPeriod } from './shipments.ts'
import { listStatistics } from './store-statistics.ts'

export interface Gathering {
  readonly who: Who
  readonly now: string
  readonly kind: ReportKind
  readonly period: ReportPeriod
  readonly subject: ReportSubject
  /** The organisation that writes; of a reader it may be another one. */
  readonly author: string
  readonly texts: readonly { readonly section: string; readonly version: number; readonly text: string }[]
}
/** Who watches over the trade writes of all of it, everybody else of itself. */
export const isAuthority = ({ capabilities }: Who): boolean => capabilities.has('custody.oversee')

export async function gather(house: ReportHouse, asked: Gathering): Promise<ReportRecord> {
  const { who, now, kind, period, subject } = asked
  const ask = askAs(house.dispatch, who)
  const authority = isAuthority(who)
  const about = subject.organisation ?? (authority ? null : asked.author)
  const { shipments, shortened } =
    KINDS[kind].about === 'shipment' ? await shipmentAskedFor(ask, subject) : await shipmentsOfPeriod(ask, { period, exporter: about })
  const addresses = kind === 'eu-shipment' ? await addressesOf(ask, shipments ?? []) : []
  return house.database.read(async (tx) => {
    const where: Where = { tx, tenant: who.tenant, now, today: todayAt(now) }
    const known = shipments ?? []
    const siteIds = [...new Set(known.flatMap(({ composition }) => composition?.sites.map(({ site }) => site) ?? []))]
    const parties = new Set([
      ...(about === null ? [] : [about]),
      ...known.flatMap(({ exporter, composition }) => [
        exporter,
        ...(composition?.hands.map(({ organisation }) => String(organisation)) ?? []),
      ]),
    ])
    parties.delete('')
    const ids = [...new Set([...parties, ...(asked.author === '' ? [] : [asked.author])])].map((one) => asId('organisation', one))
    const names = new Map((await house.people.organisations(tx, ids, who.tenant)).map(({ id, name }) => [String(id), name]))
    const touched: Touched = { about, parties: [...parties], siteIds, shipments: known, period }
    const risks = await risksOf(house, { ...where, who }, touched)
    const stopped = await namesOfStopped(house, where, risks.suspensions ?? [])
    return {
      ...{ today: where.today, period, subject, isAuthority: authority, shipments, shortened },
      subjectName: about === null ? null : (names.get(about) ?? null),
      authorName: names.get(asked.author) ?? asked.author,
      lots: await lotsInHand(house, where, touched),
      sites: await sitesOf(house, where, siteIds),
      standings: await standingsOf(house, where, known),
      incidents: await incidentsOf(house, { ...where, who }, touched),
      ...risks,
      ...(await exporterOf(house, where, about)),
      names: new Map([...stopped, ...names, ...addresses]),
      statistics: kind === 'export-mirror' ? await listStatistics(tx, who.tenant, period) : [],
      texts: new Map(asked.texts.map(({ section, version, text: said }) => [section, { version, text: said }])),
    }
  })
}

interface Where {
  readonly tx: Tx
  readonly tenant: string
  readonly now: string
  readonly today: string
}
interface Touched {
  readonly about: string | null
  readonly parties: readonly string[]
  readonly siteIds: readonly SiteId[]
  readonly shipments: readonly Shipment[]
  readonly period: ReportPeriod
}

const Address = looseRecord({
  described: orNull(
    looseRecord({
      legalAddress: maybe(looseRecord({ country: maybe(text()), province: maybe(text()), locality: maybe(text()), street: maybe(text()) })),
    }),
  ),
})
async function addressesOf(ask: Ask, shipments: readonly Shipment[]): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = []
  for (const exporter of new Set(shipments.map((one) => one.exporter).filter((one) => one !== ''))) {
    const at = (await ask(Address, `/api/operators/${exporter}`))?.described?.legalAddress
    const said = at === undefined ? [] : [at.street, at.locality, at.province, at.country].filter((part) => part !== undefined)
    if (said.length > 0) found.push([`address:${exporter}`, said.join(', ')])
  }
  return found
}

async function lotsInHand(house: ReportHouse, { tx, tenant }: Where, { about, period }: Touched): Promise<ReportRecord['lots']> {
  if (about === null) return null
  const held = await house.trades.heldLots(tx, tenant, { organisation: asId('organisation', about), ...period })
  const kept = held.filter(({ heldAfter }) => heldAfter)
  return { count: kept.length, grams: kept.reduce((sum, { closing }) => sum + closing.grams, 0) }
}

/** Coarse always: what a report says of a pit may be read by anybody. */
async function sitesOf(house: ReportHouse, { tx, tenant, now, today }: Where, ids: readonly SiteId[]): Promise<ReportRecord['sites']> {
  if (ids.length === 0) return []
  const provinces = new Map((await house.places.listAreas(tx, 'province', tenant)).map(({ code, name }) => [code, name]))
  const wanted = new Set<string>(ids)
  const all = await house.sites.overview(tx, tenant, { asOf: today, knownAt: now, precision: 'coarse' })
  const known = all.filter(({ id }) => wanted.has(id))
  return known.map((site) => ({
    ...site,
    provinceName: site.provinceCode === null ? null : (provinces.get(site.provinceCode) ?? site.provinceCode),
  }))
}

async function standingsOf(
  house: ReportHouse,
  { tx, tenant, now }: Where,
  shipments: readonly Shipment[],
): Promise<ReportRecord['standings']> {
  const days = shipments.flatMap(({ composition }) =>
    (composition?.sites ?? []).flatMap(({ site, producedTo }) => (producedTo === null ? [] : [{ site, asOf: producedTo }])),
  )
  const once = [...new Map(days.map((one) => [`${one.site} ${one.asOf}`, one])).values()]
  if (once.length === 0) return []
  const standings: readonly Standing[] = await house.sites.standingsOn(tx, tenant, { asked: once, knownAt: now })
  return once.flatMap(({ site, asOf }, at) => {
    const standing = standings[at]
    return standing === undefined ? [] : [{ site, on: asOf, standing }]
  })
}

/** Those that the author may see in full: a body that a file names must not learn of it by a count in its own report. */
async function incidentsOf(
  house: ReportHouse,
  { tx, tenant, today, who }: Where & { readonly who: Who },
  touched: Touched,
): Promise<ReportRecord['incidents']> {
  const door = house.later.incidents()
  if (door === null) return null
  const { about, period, shipments, siteIds, parties } = touched
  const found = await door.touching(tx, tenant, {
    lots: shipments.flatMap(({ lot }) => (lot === '' ? [] : [asId('lot', lot)])),
    ...{ sites: siteIds, organisations: parties.map((one) => asId('organisation', one)) },
    places: [...new Set(shipments.flatMap(({ composition }) => composition?.way.map(({ name }) => name) ?? []))],
    ...{ from: period.from, until: period.until < today ? period.until : today },
    // An authority writes of every file that it sees, also where nothing was certified.
    ...(about === null ? { everything: true as const } : {}),
  })
  const { organisation, capabilities, territory } = who
  const seen = await door.visibleTo(tx, tenant, { incidents: found.map(({ id }) => id), who: { organisation, capabilities, territory } })
  // The door also gives what is open from other years; a yearly report counts its own year and what stood open in it.
  return found.filter(({ id, reportedOn }) => reportedOn <= period.until && seen.has(id))
}

type Risks = Pick<ReportRecord, 'suspensions' | 'risks'>
async function risksOf(house: ReportHouse, { tx, tenant, today, who }: Where & { readonly who: Who }, touched: Touched): Promise<Risks> {
  const door = house.later.risks()
  if (door === null) return { suspensions: null, risks: null }
  const { about, parties, siteIds, period } = touched
  const on = period.until < today ? period.until : today
  // The chain knows suppliers and roads of which no certified lot tells.
  const chain = about === null ? null : await door.chainOf(tx, tenant, { organisation: asId('organisation', about), on })
  const bodies = new Set<string>([...parties, ...(chain?.organisations ?? [])])
  const sites = new Set<SiteId>([...siteIds, ...(chain?.sites ?? [])])
  const ofChain: readonly RiskSubject[] = [
    ...[...bodies].map((one): RiskSubject => ({ kind: 'organisation', organisation: asId('organisation', one) })),
    ...[...sites].map((site): RiskSubject => ({ kind: 'site', site })),
    ...(chain?.routes ?? []).map((route): RiskSubject => ({ kind: 'route', route })),
  ]
  // Who oversees risks and writes of no single exporter writes of all: roads and bodies beside the certified lots too.
  const subjects = about === null && who.capabilities.has('risks.oversee') ? 'everything' : ofChain
  const found = await door.suspensions(tx, tenant, { subjects, on })
  return { suspensions: await suspensionsSeen(house, { tx, tenant, who }, found), risks: await door.table(tx, tenant, { subjects, on }) }
}
/** Bodies and sites that stand still may lie beside every certified lot. */
async function namesOfStopped(
  house: ReportHouse,
  { tx, tenant }: Where,
  stopped: readonly Suspension[],
): Promise<readonly (readonly [string, string])[]> {
  const bodies = stopped.flatMap(({ subject }) => (subject.kind === 'organisation' ? [subject.organisation] : []))
  const sites = stopped.flatMap(({ subject }) => (subject.kind === 'site' ? [subject.site] : []))
  const named = [
    ...(await house.people.organisations(tx, [...new Set(bodies)], tenant)),
    ...(sites.length === 0 ? [] : await house.sites.briefs(tx, [...new Set(sites)], tenant)),
  ]
  return named.map(({ id, name }) => [id, name] as const)
}
/** What stands still by a file that is not public counts for who sees that file: a body must not learn of it by a figure in its own report. */
async function suspensionsSeen(
  house: ReportHouse,
  { tx, tenant, who }: Pick<Where, 'tx' | 'tenant'> & { readonly who: Who },
  found: readonly Suspension[],
): Promise<readonly Suspension[]> {
  const kept = found.flatMap((one) => (one.kept === true && one.incident !== null ? [one.incident] : []))
  const { organisation, capabilities, territory } = who
  const asked = { incidents: kept, who: { organisation, capabilities, territory } }
  const seen = kept.length === 0 ? null : await house.later.incidents()?.visibleTo(tx, tenant, asked)
  return found.filter((one) => one.kept !== true || (one.incident !== null && seen?.has(one.incident) === true))
}

async function exporterOf(
  house: ReportHouse,
  { tx, tenant, today }: Where,
  about: string | null,
): Promise<Pick<ReportRecord, 'exporter' | 'suppliers'>> {
  const door = house.later.exporters()
  if (door === null || about === null) return { exporter: null, suppliers: null }
  const asked = { organisation: asId('organisation', about), on: today }
  const suppliers = await door.suppliersOn(tx, tenant, asked)
  const named = await house.people.organisations(tx, suppliers, tenant)
  return { exporter: await door.exporterOn(tx, tenant, asked), suppliers: named.map(({ id, name }) => ({ id, name })) }
}
