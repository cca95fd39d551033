/*
Who coordinates, teaches, receives, counts and reports, as data; and which offices sit in committees besides their own work. All of it our own proposal (D)
after the matrix of who may see what. It refuses to give anybody here a key or a file of a person: numbers, minutes, and what a desk itself writes.
*/
import { type Grant, HEAR, SITES, grant } from './role-grants.ts'
import type { Capability } from './capabilities.ts'

const MATRIX = 'proposal of this project, default matrix of access to committees, training and indicators; ask the programme'
const given = (...may: readonly Capability[]): readonly Grant[] => [grant('D', MATRIX, ...may)]
// Posters, scripts and leaflets of a campaign are files.
const TEACHES = ['outreach.train', 'outreach.campaign', 'documents.add'] as const

export const COORDINATION_ROLES = {
  /** Technical secretariat of a committee: provincial, territorial, local, of validation or of referral. */
  COMMITTEE_SECRETARY: given(
    ...SITES,
    ...HEAR,
    'coordination.read',
    'coordination.act',
    'coordination.keep',
    // Papers that show what was done, for a seat that brings them on paper.
    'documents.add',
    'outreach.read',
    'projects.locked-read',
  ),
  /** Plans and gives trainings and campaigns. */
  TRAINING_OFFICER: given(...TEACHES, 'outreach.test', 'outreach.read', 'mobility.read'),
  /** Receives people at a migrant resource centre; a person in danger is told of, sealed, to those who protect. */
  RESOURCE_DESK: given('outreach.desk', 'outreach.read', 'cases.signal'),
  /** Counts who passes at a flow monitoring point. */
  FLOW_ENUMERATOR: given('mobility.count', 'mobility.read'),
  /** Answers for a project before its donor: approves what the monitoring officer wrote. */
  PROJECT_MANAGER: given(
    ...(['projects.read', 'projects.locked-read', 'projects.write', 'projects.approve'] as const),
    ...TEACHES,
    ...(['outreach.read', 'mobility.read', 'mobility.keep', 'coordination.read'] as const),
  ),
  /** Pays, and reads what was locked or frozen. */
  DONOR: given('projects.locked-read'),
} as const satisfies { readonly [role: string]: readonly Grant[] }

const SEAT = given('coordination.read', 'coordination.act', 'projects.locked-read')
const READS = given('coordination.read', 'outreach.read', 'projects.locked-read')
const RECEIVES = given('coordination.escalated-read')
const PRESIDES = given('coordination.read', 'coordination.act', 'coordination.preside', 'outreach.read', 'projects.locked-read')

/** What an office may in committees and of their numbers, besides its own work. */
export const SEATS: { readonly [role: string]: readonly Grant[] } = {
  ...{ MINES_NAT: [...PRESIDES, ...RECEIVES], MINES_PROV: PRESIDES, MINISTER_PROV: PRESIDES },
  ...{ MINISTER: [...READS, ...RECEIVES], GOVERNOR: [...READS, ...RECEIVES] },
  ...{ SAEMAPE_AGENT: SEAT, CEEC_VERIFIER: SEAT, CEEC_VALIDATOR: SEAT, CAMI: SEAT, MINES_POLICE: SEAT },
  ...{ COOP: SEAT, NEGOCIANT: SEAT, PROCESSOR: SEAT, EXPORTER: SEAT, CONCESSION_HOLDER: SEAT, SCHEME_OPERATOR: SEAT },
  ...{ PARTNER_TEAM: SEAT, CIVIL_SOCIETY: SEAT, FEC: SEAT, PEACE_SECRETARIAT: SEAT },
  ...{ CONFLICT_ANALYST: READS, CASE_SUPERVISOR: READS, DATA_PROTECTION_OFFICER: [...READS, ...given('projects.read', 'mobility.read')] },
  MONITORING_OFFICER: [...READS, ...given('projects.read', 'projects.write', ...TEACHES, 'mobility.read', 'mobility.keep')],
}
