/* Who may do what about incidents. A body that is named is kept out by the domain, whatever its role. */
const roles = (names: string): readonly string[] => names.split(/\s+/)

const INCIDENT_REPORTERS = roles(
  `
  MINES_NAT MINES_PROV SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR CAMI MINES_POLICE COOP NEGOCIANT PROCESSOR EXPORTER CONCESSION_HOLDER SCHEME_OPERATOR PARTNER_TEAM CIVIL_SOCIETY FEC AUDITOR_TPA CONFLICT_ANALYST PEACE_SECRETARIAT`.trim(),
)
const INCIDENT_READERS = roles(
  `
  MINES_NAT MINISTER MINES_PROV MINISTER_PROV SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR MINES_POLICE SCHEME_OPERATOR PARTNER_TEAM CIVIL_SOCIETY FEC AUDITOR_TPA ICGLR_SEC COMMITTEE_SECRETARY CONFLICT_ANALYST PEACE_SECRETARIAT`.trim(),
)
const INCIDENT_HANDLERS = roles('MINES_NAT MINES_PROV SCHEME_OPERATOR CIVIL_SOCIETY MINISTER_PROV')

export const incidentRows = {
  'GET /outcomes': 'anyone',
  'GET /api/outcomes': 'anyone',
  'GET /api/incident-actions': 'signed-in',
  'GET /api/incident-rules': INCIDENT_READERS,
  'POST /api/incident-rules': roles('MINES_NAT'),
  'GET /api/incidents': INCIDENT_READERS,
  'POST /api/incidents': INCIDENT_REPORTERS,
  'GET /api/incidents/responses': INCIDENT_READERS,
  'GET /api/incidents/:incident': INCIDENT_READERS,
  'GET /api/incidents/:incident/photos/:sha256': INCIDENT_READERS,
  'GET /api/incidents/:incident/proposed-lots': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/actions/:action/reports': 'signed-in',
  'POST /api/incidents/:incident/descriptions': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/take-ups': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/verifications': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/conclusions': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/escalations': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/resolutions': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/closings': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/reopenings': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/lots': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/holds': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/releases': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/actions': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/actions/:action/checks': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/actions/:action/withdrawals': INCIDENT_HANDLERS,
  'POST /api/incidents/:incident/outcomes': roles('MINES_NAT MINISTER_PROV'),
  'POST /api/incidents/:incident/outcome-withdrawals': roles('MINES_NAT MINISTER_PROV'),
} as const
