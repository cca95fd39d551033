/*
The red flags of a chain, computed from what custody, the register and declarations say today. Each says why, from which source, how well it is
known and with which mark; what the record cannot tell is not passed over: it has no flag of its own and is asked by hand (L4, C1).
*/
import { listOf, mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { OrganisationId } from '../../people/contract.ts'
import type { SiteBrief } from '../../sites/contract.ts'
import type { Infer } from '../../../kernel/schema.ts'
import type { FoundFlag, RiskSubject, SupplyChain } from '../contract.ts'
import { PlaceDeclared } from '../domain/declaration.ts'
import { flagRules } from '../domain/risk-rules.ts'
import { routeName } from '../domain/risk.ts'
import { type RiskDoors, chainOf, namesOf, readRisk, subjectKey, subjectOf } from './doors.ts'
import { listDeclarations, listRisks } from './store-risks.ts'
import { RiskId } from '../contract.ts'

type Declared = Infer<typeof PlaceDeclared>
type Flag = Omit<FoundFlag, 'subjectName' | 'risk' | 'mark'>
export interface Screened {
  readonly chain: SupplyChain
  readonly flags: readonly FoundFlag[]
}
interface Ground {
  readonly declared: readonly Declared[]
  readonly sites: readonly SiteBrief[]
  readonly bodyOf: (body: string | null) => string
}
const ANY_MINERAL = ['Au', 'Sn', 'Ta', 'W', 'other'] as const

export async function screen(
  tx: Tx,
  doors: RiskDoors,
  asked: { readonly tenant: string; readonly exporter: OrganisationId; readonly on: string },
): Promise<Screened> {
  const { tenant, exporter, on } = asked
  const chain = await chainOf(tx, doors, { tenant, organisation: exporter, on })
  const declared = mustParse(
    listOf(PlaceDeclared),
    (await listDeclarations(tx, tenant, on)).map((row) => row.declared),
  )
  // What another company holds of a place is its own business; what an authority holds is for all.
  const authors = await doors.people.organisations(tx, bodies(declared), tenant)
  const commercial = new Set<string>(authors.filter((one) => TRADERS.includes(one.kind)).map((one) => one.id))
  const counts = declared.filter((one) => one.body === null || one.body === exporter || !commercial.has(one.body))
  const sites = chain.sites.length === 0 ? [] : await doors.sites.briefs(tx, [...chain.sites], tenant)
  const bodyOf = await namesOf(tx, doors, { tenant, subjects: [], bodies: bodies(declared) })
  const ground: Ground = { declared: counts, sites, bodyOf: (body) => (body === null ? '' : bodyOf(body)) }
  const found = [
    ...siteFlags(ground),
    ...routeFlags(ground, chain),
    ...(await supplierFlags(tx, doors, { ...asked, ground, chain })),
    ...(await figureFlags(tx, doors, { ...asked, ground })),
  ]
  return { chain, flags: await withCases(tx, doors, { ...asked, found }) }
}
const TRADERS: readonly string[] = ['cooperative', 'trader', 'processor', 'exporter', 'concession-holder', 'importer', 'private-sector']
const bodies = (declared: readonly Declared[]): OrganisationId[] => [
  ...new Set(declared.flatMap((one) => (one.body === null ? [] : [mustParse(OrganisationId, one.body)]))),
]

const declaredFacts = (one: Declared, place: string, ground: Ground) => ({
  place,
  source: one.source,
  declaredBy: ground.bodyOf(one.body),
  declaredOn: one.on,
})
/** The declaration under which a site lies in an area that somebody holds to be one of conflict or high risk. */
function overSite(site: SiteBrief, { declared }: Ground): Declared | null {
  return (
    declared.find(({ place }) =>
      place.kind === 'site'
        ? place.site === site.id
        : place.kind === 'area' && [site.provinceCode, site.territoireCode].some((code) => code !== null && code === place.code),
    ) ?? null
  )
}
function siteFlags(ground: Ground): readonly Flag[] {
  return ground.sites.flatMap((site) => {
    const one = overSite(site, ground)
    if (one === null) return []
    const place = one.place.kind === 'area' ? one.place.name : site.name
    return [
      {
        flag: 'L1',
        subject: { kind: 'site', site: site.id },
        why: 'flag.l1',
        facts: declaredFacts(one, place, ground),
        grade: 'established',
      },
    ]
  })
}
function routeFlags(ground: Ground, chain: SupplyChain): readonly Flag[] {
  const transit = ground.declared.filter(({ place }) => place.kind === 'country' && place.about === 'transit')
  const routes = ground.declared.flatMap(({ place }) =>
    place.kind === 'route' && chain.routes.includes(routeName(place.route)) ? [place] : [],
  )
  return routes.flatMap((route) => {
    const one = transit.find(({ place }) => place.kind === 'country' && route.countries.includes(place.country))
    if (one?.place.kind !== 'country') return []
    const subject: RiskSubject = { kind: 'route', route: routeName(route.route) }
    return [{ flag: 'L3', subject, why: 'flag.l3', facts: declaredFacts(one, one.place.country, ground), grade: 'reasonable' }]
  })
}

interface Asked {
  readonly tenant: string
  readonly exporter: OrganisationId
  readonly on: string
  readonly ground: Ground
}
async function supplierFlags(tx: Tx, doors: RiskDoors, asked: Asked & { readonly chain: SupplyChain }): Promise<readonly Flag[]> {
  const { tenant, on, ground, chain } = asked
  const briefs = await doors.people.organisations(tx, [...chain.organisations], tenant)
  const areas = ground.declared.filter(({ place }) => place.kind === 'area')
  const flags: Flag[] = []
  for (const supplier of briefs) {
    const subject: RiskSubject = { kind: 'organisation', organisation: supplier.id }
    const over = areas.find(({ place }) => place.kind === 'area' && place.code === supplier.area)
    if (over?.place.kind === 'area')
      flags.push({ flag: 'S1', subject, why: 'flag.s1', facts: declaredFacts(over, over.place.name, ground), grade: 'reasonable' })
    const sourced = await chainOf(tx, doors, { tenant, organisation: supplier.id, on })
    const sites = sourced.sites.length === 0 ? [] : await doors.sites.briefs(tx, [...sourced.sites], tenant)
    const site = sites.find((one) => overSite(one, ground) !== null)
    const one = site ? overSite(site, ground) : null
    if (site && one) flags.push({ flag: 'S2', subject, why: 'flag.s2', facts: declaredFacts(one, site.name, ground), grade: 'established' })
  }
  return flags
}
async function figureFlags(tx: Tx, doors: RiskDoors, { tenant, exporter, ground }: Asked): Promise<readonly Flag[]> {
  const subject: RiskSubject = { kind: 'organisation', organisation: exporter }
  const minerals = [...new Set(ground.sites.flatMap((one) => one.minerals))]
  const hits = await doors.chain.balances(tx, tenant, minerals.length === 0 ? ANY_MINERAL : minerals)
  const computed = hits.slice(0, 1).map((hit): Flag => {
    // A finding about the whole country names no area.
    const place = /\p{L}|\d/u.test(hit.area) ? hit.area : tenant.toUpperCase()
    const facts = { place, other: `${hit.mineral} ${monthText(hit.period)}`, source: 'F24' }
    return { flag: 'L2', subject, why: 'flag.l2', facts, grade: 'reasonable' }
  })
  const small = ground.declared.find(({ place }) => place.kind === 'country' && place.about === 'small-output')
  if (computed.length > 0 || small?.place.kind !== 'country') return computed
  return [{ flag: 'L2', subject, why: 'flag.l2-declared', facts: declaredFacts(small, small.place.country, ground), grade: 'alleged' }]
}

/** `03-2026`, as people write a month. */
const monthText = (period: string): string => period.replace(/^(\d{4})-(\d{2})$/, '$2-$1')

/** Beside each flag the case that is open on it. */
async function withCases(
  tx: Tx,
  doors: RiskDoors,
  { tenant, on, found }: { readonly tenant: string; readonly on: string; readonly found: readonly Flag[] },
): Promise<readonly FoundFlag[]> {
  const nameOf = await namesOf(tx, doors, { tenant, subjects: found.map((one) => one.subject) })
  const ids = found.flatMap(({ subject }) => (subject.kind === 'route' ? [] : [subjectKey(subject)]))
  const routes = found.flatMap(({ subject }) => (subject.kind === 'route' ? [routeName(subject.route)] : []))
  const open = new Map<string, string>()
  for (const row of await listRisks(tx, tenant, { subjects: { ids, routes } })) {
    const risk = readRisk(row, on)
    if (risk && !risk.closed) open.set(`${row.code}/${subjectKey(subjectOf(row))}`, row.id)
  }
  return found.map((one) => {
    const key = subjectKey(one.subject)
    const risk = open.get(`${one.flag}/${key}`)
    return {
      ...one,
      mark: flagRules[one.flag].evidence,
      subjectName: nameOf(key),
      risk: risk === undefined ? null : mustParse(RiskId, risk),
    }
  })
}
