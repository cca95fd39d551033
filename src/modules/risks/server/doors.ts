/* What risks are handed of other modules, and what every read asks: the chain of a body, names of subjects, what somebody may see. */
import { addMonths } from '../../../kernel/calendar.ts'
import { listOf, mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { ChainDoor } from '../../custody/contract-chain.ts'
import type { TradesDoor } from '../../custody/contract-trades.ts'
import type { IncidentsDoor } from '../../incidents/contract.ts'
import type { DocumentsDoor } from '../../documents/contract.ts'
import type { ExportersDoor } from '../../operators/contract-exporters.ts'
import { OrganisationId, type PeopleDoor } from '../../people/contract.ts'
import { SiteId, type SitesDoor } from '../../sites/contract.ts'
import { RiskActs } from '../domain/risk-events.ts'
import { type RiskOnDay, riskOn } from '../domain/standing.ts'
import { riskRulebook } from '../domain/risk-rules.ts'
import { routeName } from '../domain/risk.ts'
import { PlaceDeclared } from '../domain/declaration.ts'
import type { RiskSubject, SupplyChain } from '../contract.ts'
import { type RiskRow, listDeclarations } from './store-risks.ts'

export interface RiskDoors {
  readonly people: PeopleDoor<Tx>
  readonly sites: Pick<SitesDoor<Tx>, 'briefs'>
  readonly exporters: ExportersDoor<Tx>
  readonly trades: TradesDoor<Tx>
  readonly chain: ChainDoor<Tx>
  readonly documents: Pick<DocumentsDoor<Tx>, 'kept' | 'content'>
  /** Who works a site, as far as its box of tags says. */
  readonly workersOf: (tx: Tx, tenant: string, site: SiteId) => Promise<readonly OrganisationId[]>
  readonly incidents: () => Pick<IncidentsDoor<Tx>, 'touching' | 'visibleTo' | 'stopping' | 'concerning'> | null
}

const Acts = RiskActs
export const readRisk = (row: RiskRow, day: string): RiskOnDay | null => riskOn(mustParse(Acts, row.acts), day)
export const Declared = listOf(PlaceDeclared)

/** Suppliers it names, bodies and sites of what came in during the last twelve months, roads that it declared. */
export async function chainOf(
  tx: Tx,
  doors: Pick<RiskDoors, 'exporters' | 'trades' | 'chain'>,
  asked: { readonly tenant: string; readonly organisation: OrganisationId; readonly on: string },
): Promise<SupplyChain> {
  const { tenant, organisation, on } = asked
  const named = await doors.exporters.suppliersOn(tx, tenant, { organisation, on })
  const from = addMonths(on, -riskRulebook.values.sourcedMonths.value)
  const came = (await doors.trades.trades(tx, tenant, { organisation, from, until: on })).filter((one) => one.direction === 'in')
  const sites = await doors.chain.sitesOfLots(tx, tenant, [...new Set(came.map((one) => one.lot))])
  const routes = (await listDeclarations(tx, tenant, on)).flatMap((row) => {
    const { place, body } = mustParse(PlaceDeclared, row.declared)
    return place.kind === 'route' && body === organisation ? [routeName(place.route)] : []
  })
  const bodies = [...named, ...came.flatMap((one) => (one.other === null ? [] : [one.other]))]
  return { organisations: [...new Set(bodies)], sites, routes: [...new Set(routes)] }
}

/** Suppliers, sites and roads of the own chain, and what one recorded oneself; everything for who oversees. */
export async function sightOf(
  tx: Tx,
  doors: RiskDoors,
  { tenant, who, on }: { readonly tenant: string; readonly who: Who; readonly on: string },
): Promise<{ readonly ids: readonly string[]; readonly routes: readonly string[]; readonly recordedBy: string | null } | null> {
  if (who.capabilities.has('risks.oversee')) return null
  if (who.organisation === null) return { ids: [], routes: [], recordedBy: null }
  const organisation = mustParse(OrganisationId, who.organisation)
  const chain = await chainOf(tx, doors, { tenant, organisation, on })
  return { ids: [organisation, ...chain.organisations, ...chain.sites], routes: chain.routes, recordedBy: organisation }
}

export const subjectOf = (row: Pick<RiskRow, 'subjectKind' | 'subject' | 'route'>): RiskSubject =>
  row.subjectKind === 'route'
    ? { kind: 'route', route: row.route ?? '' }
    : row.subjectKind === 'site'
      ? { kind: 'site', site: mustParse(SiteId, row.subject) }
      : { kind: 'organisation', organisation: mustParse(OrganisationId, row.subject) }
export const subjectKey = (subject: RiskSubject): string =>
  subject.kind === 'route' ? `route:${routeName(subject.route)}` : subject.kind === 'site' ? subject.site : subject.organisation

/** Names of subjects and bodies; a subject that is not known any more is named by its identifier. */
export async function namesOf(
  tx: Tx,
  doors: Pick<RiskDoors, 'people' | 'sites'>,
  asked: { readonly tenant: string; readonly subjects: readonly RiskSubject[]; readonly bodies?: readonly (string | null)[] },
): Promise<(key: string) => string> {
  const organisations = [
    ...asked.subjects.flatMap((one) => (one.kind === 'organisation' ? [one.organisation] : [])),
    ...(asked.bodies ?? []).flatMap((one) => (one === null ? [] : [mustParse(OrganisationId, one)])),
  ]
  const sites = asked.subjects.flatMap((one) => (one.kind === 'site' ? [one.site] : []))
  const known = new Map<string, string>()
  for (const one of await doors.people.organisations(tx, [...new Set(organisations)], asked.tenant)) known.set(one.id, one.name)
  for (const one of sites.length === 0 ? [] : await doors.sites.briefs(tx, [...new Set(sites)], asked.tenant)) known.set(one.id, one.name)
  return (key) => known.get(key) ?? (key.startsWith('route:') ? key.slice('route:'.length) : key)
}

/** The own body is what the risk is about, or works the site that it is about. */
export async function isConcerned(
  tx: Tx,
  doors: Pick<RiskDoors, 'workersOf'>,
  asked: { readonly tenant: string; readonly organisation: string | null; readonly subject: RiskSubject },
): Promise<boolean> {
  const { tenant, organisation, subject } = asked
  if (organisation === null || subject.kind === 'route') return false
  if (subject.kind === 'organisation') return subject.organisation === organisation
  return (await doors.workersOf(tx, tenant, subject.site)).some((one) => one === organisation)
}
