/* Rows of the matrix of rights: training, campaigns, the resource-centre desk. */
const DESK = ['RESOURCE_DESK']
/** Numbers of the desk, cut by the least cell. */
const OUTREACH_READERS = [
  ...['RESOURCE_DESK', 'COMMITTEE_SECRETARY', 'TRAINING_OFFICER', 'PROJECT_MANAGER', 'MONITORING_OFFICER', 'MINES_NAT', 'MINES_PROV'],
  ...['MINISTER_PROV', 'MINISTER', 'GOVERNOR', 'CONFLICT_ANALYST', 'CASE_SUPERVISOR', 'DATA_PROTECTION_OFFICER'],
]
const recruiter = 'POST /api/desk/recruiters/:recruiter'

export const outreachRows = {
  'GET /api/desk': OUTREACH_READERS,
  'GET /api/desk/recruiters': OUTREACH_READERS,
  'POST /api/desk/centres': DESK,
  'POST /api/desk/visits': DESK,
  'POST /api/desk/visits/:visit/takings-back': DESK,
  'POST /api/desk/quick-screens': DESK,
  'POST /api/desk/recruiters': DESK,
  [`${recruiter}/licences`]: DESK,
  [`${recruiter}/complaints`]: DESK,
  [`${recruiter}/warnings`]: DESK,
  [`${recruiter}/warning-liftings`]: DESK,
}
