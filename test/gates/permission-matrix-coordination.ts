/* Rows of the matrix of rights: committees and their meetings, actions, funds and scorecards. */
const roles = (names: string): readonly string[] => names.trim().split(/\s+/)

const SEATED = roles(`
  MINES_NAT MINES_PROV MINISTER_PROV SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR CAMI MINES_POLICE COOP NEGOCIANT PROCESSOR EXPORTER CONCESSION_HOLDER
  SCHEME_OPERATOR PARTNER_TEAM CIVIL_SOCIETY FEC PEACE_SECRETARIAT COMMITTEE_SECRETARY`)
const READERS = [
  ...SEATED,
  ...roles('MINISTER GOVERNOR CONFLICT_ANALYST CASE_SUPERVISOR DATA_PROTECTION_OFFICER MONITORING_OFFICER PROJECT_MANAGER'),
]
const KEEPERS = ['COMMITTEE_SECRETARY']
const PRESIDING = roles('MINES_NAT MINES_PROV MINISTER_PROV')
const committee = '/api/coordination/committees/:committee'
const meeting = '/api/coordination/meetings/:meeting'

export const coordinationRows: { readonly [route: string]: 'anyone' | readonly string[] } = {
  'GET /committees': 'anyone',
  'GET /committees/:committee': 'anyone',
  'GET /api/coordination/committees': READERS,
  'POST /api/coordination/committees': KEEPERS,
  [`GET ${committee}`]: READERS,
  [`POST ${committee}/revisions`]: KEEPERS,
  [`POST ${committee}/withdrawals`]: KEEPERS,
  [`POST ${committee}/returns`]: KEEPERS,
  [`POST ${committee}/meetings`]: KEEPERS,
  [`GET ${meeting}`]: READERS,
  [`POST ${meeting}/refreshes`]: KEEPERS,
  [`POST ${meeting}/items`]: KEEPERS,
  [`POST ${meeting}/removals`]: KEEPERS,
  [`POST ${meeting}/orders`]: KEEPERS,
  [`POST ${meeting}/openings`]: KEEPERS,
  [`POST ${meeting}/seats`]: KEEPERS,
  [`POST ${meeting}/decisions`]: KEEPERS,
  [`POST ${meeting}/closings`]: KEEPERS,
  [`POST ${meeting}/cancellations`]: KEEPERS,
  [`POST ${meeting}/minutes`]: KEEPERS,
  [`POST ${meeting}/approvals`]: PRESIDING,
  [`POST ${meeting}/notes`]: KEEPERS,
  [`POST ${meeting}/actions`]: KEEPERS,
  'GET /api/coordination/actions': READERS,
  'GET /api/coordination/my-actions': READERS,
  'GET /api/coordination/actions-kept': SEATED,
  'POST /api/coordination/actions/:action/reports': SEATED,
  'POST /api/coordination/actions/:action/cancellations': KEEPERS,
  'GET /api/coordination/actions/:action/files/:sha256': READERS,
  [`GET ${committee}/fund`]: READERS,
  [`POST ${committee}/fund/contributions`]: KEEPERS,
  [`POST ${committee}/fund/projects`]: KEEPERS,
  [`POST ${committee}/fund/project-states`]: KEEPERS,
  [`POST ${committee}/fund/spendings`]: KEEPERS,
  [`POST ${committee}/fund/reversals`]: KEEPERS,
  [`GET ${committee}/promises`]: READERS,
  [`POST ${committee}/promises`]: KEEPERS,
  'POST /api/coordination/promises/:promise/scores': SEATED,
  'GET /coordination/meetings/:meeting/invitation/print': READERS,
  'GET /coordination/meetings/:meeting/attendance/print': READERS,
  'GET /coordination/meetings/:meeting/minutes/print': READERS,
  'GET /coordination/meetings/:meeting/actions/print': READERS,
  'GET /coordination/committees/:committee/receipts/:receipt/print': READERS,
}
