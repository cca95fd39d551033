/* Who may use which route of exporters, audits and risks: rows of the permission matrix in their own file. */
const roles = (names: string): readonly string[] => names.split(/\s+/)

const REGISTER_READERS = roles(
  `MINES_NAT MINISTER MINES_PROV MINISTER_PROV SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR MINES_POLICE COOP
  NEGOCIANT PROCESSOR EXPORTER CONCESSION_HOLDER SCHEME_OPERATOR AUDITOR_TPA ICGLR_SEC OBSERVER ADMINISTRATOR CONFLICT_ANALYST PEACE_SECRETARIAT`,
)
const EXPORTER_DESKS = roles('MINES_NAT CEEC_VERIFIER PROCESSOR EXPORTER')
const OWNER_READERS = roles('MINES_NAT CEEC_VERIFIER CEEC_VALIDATOR PROCESSOR EXPORTER AUDITOR_TPA ICGLR_SEC')
const AUDITORS = roles('AUDITOR_TPA')
const RISK_READERS = roles(
  `MINES_NAT MINISTER MINES_PROV MINISTER_PROV CEEC_VERIFIER CEEC_VALIDATOR SCHEME_OPERATOR AUDITOR_TPA ICGLR_SEC
  PARTNER_TEAM CIVIL_SOCIETY EXPORTER PROCESSOR`,
)
const RISK_ASSESSORS = roles('MINES_NAT MINES_PROV SCHEME_OPERATOR EXPORTER PROCESSOR AUDITOR_TPA')
const COMMITTEE = roles('MINES_NAT ICGLR_SEC')

export const exporterRows: { readonly [route: string]: readonly string[] } = {
  'GET /api/exporters': REGISTER_READERS,
  'GET /api/exporters/:organisation': REGISTER_READERS,
  'GET /api/exporters/:organisation/due-diligence-reports/:sha256': REGISTER_READERS,
  'GET /api/exporters/:organisation/owners': OWNER_READERS,
  'POST /api/exporters/:organisation/blue-admissions': COMMITTEE,
  'POST /api/exporters/:organisation/descriptions': EXPORTER_DESKS,
  'POST /api/exporters/:organisation/due-diligence-reports': EXPORTER_DESKS,
  'POST /api/exporters/:organisation/owners': EXPORTER_DESKS,
  'POST /api/exporters/:organisation/owners/:owner/erasures': EXPORTER_DESKS,
  'POST /api/exporters/:organisation/owners/:owner/leavings': EXPORTER_DESKS,
  'POST /api/exporters/:organisation/sanctions-screenings': EXPORTER_DESKS,
  'POST /api/exporters/:organisation/supplier-ends': EXPORTER_DESKS,
  'POST /api/exporters/:organisation/suppliers': EXPORTER_DESKS,
  'GET /api/audits': REGISTER_READERS,
  'GET /api/audits/:audit': REGISTER_READERS,
  'GET /api/audits/:audit/reports/:sha256': REGISTER_READERS,
  'POST /api/audits': AUDITORS,
  'POST /api/audits/:audit/appeal-decisions': COMMITTEE,
  'POST /api/audits/:audit/appeals': roles('PROCESSOR EXPORTER'),
  'POST /api/audits/:audit/decisions': COMMITTEE,
  'POST /api/audits/:audit/findings': AUDITORS,
  'POST /api/audits/:audit/proposals': AUDITORS,
  'POST /api/audits/:audit/reports': AUDITORS,
  'GET /api/risks': RISK_READERS,
  'GET /api/risks/:risk': RISK_READERS,
  'GET /api/risks/:risk/files/:sha256': RISK_READERS,
  'POST /api/risks': RISK_ASSESSORS,
  'POST /api/risks/:risk/case-answers': RISK_ASSESSORS,
  'POST /api/risks/:risk/case-owners': RISK_ASSESSORS,
  'POST /api/risks/:risk/closings': RISK_ASSESSORS,
  'POST /api/risks/:risk/grades': RISK_ASSESSORS,
  'POST /api/risks/:risk/lifted-suspensions': roles('MINES_NAT SCHEME_OPERATOR'),
  'POST /api/risks/:risk/plan-adoptions': RISK_ASSESSORS,
  'POST /api/risks/:risk/plan-failures': RISK_ASSESSORS,
  'POST /api/risks/:risk/plan-readings': RISK_ASSESSORS,
  'POST /api/risks/:risk/plan-successes': RISK_ASSESSORS,
  'POST /api/risks/:risk/plans': RISK_ASSESSORS,
  'POST /api/risks/:risk/suspensions': RISK_ASSESSORS,
  'GET /api/risk-screening': RISK_READERS,
  'POST /api/risk-screenings': RISK_ASSESSORS,
  'GET /api/risk-declarations': RISK_READERS,
  'POST /api/risk-declarations': RISK_ASSESSORS,
  'POST /api/risk-declarations/:declaration/withdrawals': RISK_ASSESSORS,
}
