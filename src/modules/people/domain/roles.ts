/*
Roles as data: who may do what on the mineral side, with the evidence for each power and where it is written. The role ids
are those of the ICGLR and DRC procedures; three are the platform's own (administrator,
observer, machine client). It refuses to know any route: capabilities are the only link to what the program does. V read in the
source, S secondary, U unverified, D our own proposal. A ministry that cuts a power differently changes this table.
*/
import type { Capability } from './capabilities.ts'
import {
  type Grant,
  BLUE,
  CODE,
  EPCIS,
  FIELD,
  HANDLE,
  HANDS,
  HEAR,
  HEAR_ALL,
  KEYS,
  NEAR,
  OWN_CHAIN,
  RISKS,
  SITES,
  TAGGING,
  TEAM,
  TELL,
  TRADE,
  TWO,
  VISIT,
  WATCH,
  grant,
  ours,
} from './role-grants.ts'
import { CONFLICT_ROLES } from './conflict-roles.ts'
import { COORDINATION_ROLES, SEATS } from './coordination-roles.ts'
import { MACHINES } from './machine-roles.ts'
import { APART, PROTECTION_ROLES } from './protection-roles.ts'

export const ROLES = {
  /** Ministry of Mines: cabinet, general secretariat. */
  MINES_NAT: [
    grant('V', TEAM, 'sites.inspect'),
    grant('V', BLUE, 'sites.blue-receive', 'sites.blue-object'),
    ours(
      ...HEAR_ALL,
      ...HANDLE,
      ...(['incidents.publish', 'incidents.configure', 'voices.triage', 'webhooks.manage'] as const),
      ...(['operators.exporters', 'operators.owners', 'operators.decide-audit', 'risks.assess', 'risks.lift', ...RISKS] as const),
      ...(['certificates.blocks', 'cases.signal', 'documents.add', 'exchange.openrosa'] as const),
      ...(['custody.set-thresholds', 'custody.gold-prices'] as const),
      'sites.plan-mission',
      'sites.review',
      'sites.draft-order',
      'sites.choose-rules',
      ...NEAR,
      'sites.register',
      'sites.hold',
      'people.enrol-device',
      ...FIELD,
      'imports.manage',
      ...EPCIS,
      'exchange.icglr-read',
      'exchange.icglr-write',
      'forms.publish',
      ...(['operators.register', 'operators.apply', 'operators.issue', 'operators.approve', 'papers.configure'] as const),
      ...WATCH,
      'custody.report-baseline',
      'certificates.read',
      'reports.read',
      'reports.write',
      'reports.release',
    ),
  ],
  /** Only the Minister's signature changes a legal status in the DRC. */
  MINISTER: [
    grant('V', 'press reports of the ministerial orders of 2025 on the status of sites', 'sites.order'),
    grant('V', 'circular of 2008 on approvals; currency not verified', 'operators.approve'),
    ours(
      ...HEAR,
      ...RISKS,
      'operators.issue',
      'sites.draft-order',
      'documents.add',
      ...NEAR,
      ...WATCH,
      'certificates.read',
      'reports.read',
    ),
  ],
  /** Division provinciale des Mines. */
  MINES_PROV: [
    grant('V', TEAM, 'sites.inspect'),
    grant('V', BLUE, 'sites.blue-receive', 'sites.blue-object'),
    ours(
      ...HANDLE,
      'voices.type-in',
      ...(['risks.assess', 'cases.signal', ...RISKS] as const),
      'documents.add',
      'custody.set-thresholds',
      'exchange.openrosa',
      ...NEAR,
      'sites.register',
      ...(['operators.register', 'operators.apply', 'operators.issue', 'operators.persons', 'papers.draw'] as const),
      'people.enrol-device',
      ...FIELD,
      ...WATCH,
      'custody.report-baseline',
      'certificates.read',
      'reports.read',
      'reports.write',
    ),
  ],
  /** Provincial minister of mines; chairs the provincial steering committee in some provinces, which may hold a site. */
  MINISTER_PROV: [
    grant('V', `${CODE}: issues trader cards`, 'operators.issue'),
    ours(
      ...HEAR,
      'incidents.handle',
      'incidents.publish',
      ...RISKS,
      'documents.add',
      ...NEAR,
      'sites.hold',
      'sites.blue-receive',
      'sites.blue-object',
      ...WATCH,
      'certificates.read',
      'reports.read',
    ),
  ],
  GOVERNOR: [ours(...SITES, 'certificates.read', 'reports.read')],
  SAEMAPE_AGENT: [
    grant('V', TAGGING, 'custody.weigh'),
    grant('V', KEYS, 'custody.hold-tags'),
    grant('V', TEAM, 'sites.inspect'),
    ours(
      ...VISIT,
      'documents.add',
      'exchange.openrosa',
      ...NEAR,
      ...WATCH,
      'custody.allocate-tags',
      'custody.report-baseline',
      'custody.quarantine',
      'custody.sheets',
      'custody.seal-gold',
      'operators.register',
      'operators.apply',
      'operators.persons',
      'papers.draw',
    ),
  ],
  CEEC_VERIFIER: [
    grant('V', TWO, 'certificates.verify'),
    grant('V', TEAM, 'sites.inspect'),
    ours(
      ...VISIT,
      ...(['operators.exporters', 'operators.owners', ...RISKS] as const),
      ...(['certificates.use'] as const),
      'documents.add',
      'exchange.openrosa',
      ...NEAR,
      ...WATCH,
      'custody.quarantine',
      'custody.assay',
      'custody.gold-prices',
      'papers.draw',
      'certificates.read',
      'reports.read',
    ),
  ],
  CEEC_VALIDATOR: [
    grant('V', TWO, 'certificates.validate'),
    ours(
      ...TELL,
      ...HEAR,
      ...(['operators.owners', ...RISKS] as const),
      ...(['certificates.blocks', 'certificates.provisional', 'certificates.use'] as const),
      'documents.add',
      'certificates.revoke',
      ...NEAR,
      ...WATCH,
      'custody.quarantine',
      'custody.assay',
      'custody.gold-prices',
      'papers.draw',
      'certificates.read',
      'reports.read',
      'reports.write',
      'reports.release',
    ),
  ],
  /** Mining cadastre: titles, artisanal zones, geodata of sites. */
  CAMI: [
    grant('V', TEAM, 'sites.inspect'),
    ours(...TELL, 'cases.signal', 'documents.add', 'exchange.openrosa', ...NEAR, 'sites.register', 'reports.read'),
  ],
  MINES_POLICE: [
    grant('V', TEAM, 'sites.inspect'),
    ours(...VISIT, 'certificates.use', 'documents.add', 'exchange.openrosa', ...NEAR, ...WATCH, 'custody.quarantine'),
  ],
  COOP: [
    grant('V', KEYS, 'custody.hold-tags'),
    ours(...TELL, 'documents.add', ...SITES, ...HANDS, ...TRADE, 'operators.register', 'operators.persons'),
  ],
  NEGOCIANT: [
    ours(
      ...TELL,
      'documents.add',
      ...SITES,
      ...HANDS,
      'custody.aggregate',
      'custody.sheets',
      'custody.assay',
      ...TRADE,
      'operators.report',
    ),
  ],
  PROCESSOR: [
    ours(
      ...TELL,
      ...OWN_CHAIN,
      'documents.add',
      ...SITES,
      ...HANDS,
      'custody.aggregate',
      'custody.sheets',
      'custody.assay',
      'certificates.read',
      ...EPCIS,
      ...TRADE,
      'operators.report',
      'reports.write',
      'reports.release',
    ),
  ],
  EXPORTER: [
    grant('V', BLUE, 'sites.blue-apply'),
    ours(
      ...TELL,
      ...OWN_CHAIN,
      'documents.add',
      'certificates.prepare',
      ...SITES,
      ...HANDS,
      'custody.aggregate',
      'custody.sheets',
      'custody.assay',
      'certificates.read',
      ...EPCIS,
      ...TRADE,
      'operators.report',
      'reports.write',
      'reports.release',
    ),
  ],
  CONCESSION_HOLDER: [grant('V', KEYS, 'custody.hold-tags'), ours(...TELL, ...SITES, 'custody.read', 'operators.read', 'papers.read')],
  /** Stops tagging at once when an armed group is seen; holds the tag stock. */
  SCHEME_OPERATOR: [
    grant('V', TAGGING, 'custody.allocate-tags'),
    grant('V', 'ITSCI, suspension of activities in an area', 'sites.hold'),
    ours(
      ...HANDLE,
      'voices.type-in',
      ...(['risks.assess', 'risks.lift', ...RISKS] as const),
      'documents.add',
      'custody.set-thresholds',
      'custody.hold-tags',
      'custody.report-baseline',
      ...NEAR,
      ...WATCH,
      'custody.quarantine',
      'people.enrol-device',
      ...FIELD,
      'reports.read',
      'reports.write',
    ),
  ],
  /** IOM, BGR, MONUSCO, Pact, UNICEF and others: mission members. */
  PARTNER_TEAM: [
    grant('V', TEAM, 'sites.inspect'),
    ours(
      ...HEAR_ALL,
      ...VISIT,
      'conflict.triage',
      'incidents.protect',
      'voices.triage',
      'voices.erase',
      'voices.type-in',
      ...RISKS,
      'documents.add',
      'exchange.openrosa',
      ...NEAR,
      'certificates.read',
      'reports.read',
    ),
  ],
  CIVIL_SOCIETY: [
    grant('V', TEAM, 'sites.inspect'),
    ours(
      ...HANDLE,
      'incidents.protect',
      'cases.signal',
      'voices.triage',
      'voices.erase',
      'voices.type-in',
      ...RISKS,
      'documents.add',
      'exchange.openrosa',
      ...SITES,
      'sites.blue-object',
      'certificates.read',
      'reports.read',
    ),
  ],
  /** Federation of enterprises: the private sector's voice in a joint mission. */
  FEC: [
    grant('V', TEAM, 'sites.inspect'),
    ours(...VISIT, 'documents.add', 'exchange.openrosa', ...SITES, 'certificates.read', 'reports.read'),
  ],
  AUDITOR_TPA: [
    ours(
      ...TELL,
      ...HEAR,
      'documents.add',
      'operators.audit',
      'operators.owners',
      'risks.assess',
      ...RISKS,
      ...NEAR,
      ...WATCH,
      'certificates.read',
      'reports.read',
    ),
  ],
  ICGLR_SEC: [
    ours(
      ...HEAR_ALL,
      ...HEAR,
      'certificates.use',
      'voices.triage',
      'voices.erase',
      'operators.owners',
      'operators.decide-audit',
      ...RISKS,
      ...NEAR,
      ...WATCH,
      'exchange.icglr-read',
      'certificates.read',
      'reports.read',
    ),
  ],
  /** The anonymous channel needs no power and no account. */
  WHISTLEBLOWER: [],
  /** Smelter, importer. What a seller shares of a chain comes with sharing; until then the public side of it. */
  DOWNSTREAM: [ours(...SITES, 'certificates.read', 'reports.read')],
  ADMINISTRATOR: [
    ours(
      'certificates.keys',
      'webhooks.manage',
      'people.manage',
      'cases.lock-down',
      'sites.choose-rules',
      'people.enrol-device',
      ...FIELD,
      'places.import',
      'imports.manage',
      'forms.publish',
      ...(['operators.read', 'papers.read', 'papers.configure'] as const),
      ...SITES,
      'reports.read',
    ),
  ],
  OBSERVER: [ours(...SITES, ...WATCH, 'certificates.read', 'reports.read')],
  ...MACHINES,
  ...PROTECTION_ROLES,
  ...CONFLICT_ROLES,
  ...COORDINATION_ROLES,
} as const satisfies { readonly [role: string]: readonly Grant[] }

export type Role = keyof typeof ROLES
const byName: ReadonlyMap<string, readonly Grant[]> = new Map(
  Object.entries(ROLES).map(([role, own]) => [role, [...own, ...(SEATS[role] ?? [])]]),
)
export const ROLE_IDS: readonly string[] = [...byName.keys()]

/** Held by machines alone, and machines hold no other. */
export const MACHINE_ROLES: readonly string[] = Object.keys(MACHINES)

/** Pairs that one account may never hold: a check is worth something only if two persons make it. */
export const INCOMPATIBLE_ROLES: readonly (readonly [string, string])[] = [['CEEC_VERIFIER', 'CEEC_VALIDATOR'], ...APART]

export const isRole = (role: string): role is Role => byName.has(role)

/** What the roles together may do. A role that this program does not know gives nothing. */
export function capabilitiesOf(roles: readonly string[]): ReadonlySet<Capability> {
  return new Set(roles.flatMap((role) => (byName.get(role) ?? []).flatMap((given) => given.may)))
}

/** Every power of a role with its evidence, for the page that shows who may do what. */
export const grantsOf = (role: string): readonly Grant[] => byName.get(role) ?? []
