/* Rows of the matrix of rights: projects, indicators, donor reports. */
import { roles } from './permission-lists.ts'

const READERS = roles('DATA_PROTECTION_OFFICER MONITORING_OFFICER PROJECT_MANAGER')
const WRITERS = roles('MONITORING_OFFICER PROJECT_MANAGER')
const APPROVERS = roles('PROJECT_MANAGER')
/** Who pays, and who sits in committees: locked values and frozen reports. */
const LOCKED_READERS = roles(
  `MINES_NAT MINISTER MINES_PROV MINISTER_PROV GOVERNOR SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR CAMI MINES_POLICE COOP NEGOCIANT PROCESSOR EXPORTER
  CONCESSION_HOLDER SCHEME_OPERATOR PARTNER_TEAM CIVIL_SOCIETY FEC CASE_SUPERVISOR DATA_PROTECTION_OFFICER MONITORING_OFFICER CONFLICT_ANALYST
  PEACE_SECRETARIAT COMMITTEE_SECRETARY PROJECT_MANAGER DONOR`,
)

export const projectRows = {
  'GET /api/projects': LOCKED_READERS,
  'GET /api/projects/:project': LOCKED_READERS,
  'GET /api/projects/:project/values': LOCKED_READERS,
  'GET /api/projects/:project/quality': READERS,
  'GET /api/projects/:project/activities/:fileForm': LOCKED_READERS,
  'GET /api/projects/:project/iati': LOCKED_READERS,
  'GET /api/project-measures': WRITERS,
  'POST /api/projects': WRITERS,
  'POST /api/projects/:project/plans': WRITERS,
  'POST /api/projects/:project/heads': WRITERS,
  'POST /api/projects/:project/spendings': WRITERS,
  'POST /api/projects/:project/spending-reversals': WRITERS,
  'GET /api/donor-reports': LOCKED_READERS,
  'POST /api/donor-reports': WRITERS,
  'GET /api/donor-reports/:donorReport': LOCKED_READERS,
  'POST /api/donor-reports/:donorReport/texts': WRITERS,
  'POST /api/donor-reports/:donorReport/freezings': APPROVERS,
  'GET /api/frozen-donor-reports/:donorNumber': LOCKED_READERS,
  'GET /api/donor-report-comparisons': LOCKED_READERS,
  'GET /donor-reports/drafts/:donorReport/:form': WRITERS,
  'GET /donor-reports/frozen/:donorNumber/:form': LOCKED_READERS,
  'POST /api/indicators/:indicator/drafts': WRITERS,
  'POST /api/indicators/:indicator/restatement-proposals': WRITERS,
  'POST /api/indicators/:indicator/verifications': APPROVERS,
  'POST /api/indicators/:indicator/returns': APPROVERS,
  'POST /api/indicators/:indicator/locks': APPROVERS,
  'POST /api/indicators/:indicator/restatements': APPROVERS,
} satisfies { readonly [route: string]: readonly string[] }
