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
import { roles } from './permission-lists.ts'

const TEACHERS = roles('TRAINING_OFFICER PROJECT_MANAGER MONITORING_OFFICER')
const OUTREACH_READERS = [
  ...TEACHERS,
  ...roles('RESOURCE_DESK COMMITTEE_SECRETARY MINES_NAT MINES_PROV MINISTER_PROV MINISTER GOVERNOR CONFLICT_ANALYST CASE_SUPERVISOR'),
  ...roles('DATA_PROTECTION_OFFICER'),
]

export const outreachRows = {
  'GET /api/training/curricula': OUTREACH_READERS,
  'POST /api/training/curricula': TEACHERS,
  'POST /api/training/curricula/:curriculum/versions': TEACHERS,
  'GET /api/training/items': TEACHERS,
  'POST /api/training/items': TEACHERS,
  'POST /api/training/items/:item/retirement': TEACHERS,
  'GET /api/training/sessions': OUTREACH_READERS,
  'POST /api/training/sessions': TEACHERS,
  'GET /api/training/sessions/:session': OUTREACH_READERS,
  'GET /api/training/numbers': OUTREACH_READERS,
  'GET /api/training/follow-ups': TEACHERS,
  'POST /api/training/sessions/:session/participants': TEACHERS,
  'POST /api/training/sessions/:session/participants/:badge/links': TEACHERS,
  'POST /api/training/sessions/:session/participants/:badge/withdrawal': TEACHERS,
  'POST /api/training/sessions/:session/participants/:badge/erasure': TEACHERS,
  'GET /api/training/sessions/:session/participants/:badge/person': TEACHERS,
  'POST /api/training/lookups': TEACHERS,
  'POST /api/training/sessions/:session/attendance': TEACHERS,
  'POST /api/training/sessions/:session/tests': TEACHERS,
  'POST /api/training/sessions/:session/closing': TEACHERS,
  'POST /api/training/sessions/:session/cancellation': TEACHERS,
  'POST /api/training/sessions/:session/certificates': TEACHERS,
  'POST /api/training/sessions/:session/certificate-revocations': TEACHERS,
  'POST /api/training/sessions/:session/follow-ups': TEACHERS,
  'GET /training/sessions/:session/attendance-sheet': TEACHERS,
  'GET /training/sessions/:session/tests/:when': TEACHERS,
  'GET /training/sessions/:session/test-key': TEACHERS,
  'GET /training/sessions/:session/certificates/:badge': TEACHERS,
  'GET /api/campaigns': OUTREACH_READERS,
  'POST /api/campaigns': TEACHERS,
  'GET /api/campaigns/:campaign': OUTREACH_READERS,
  'POST /api/campaigns/:campaign/checks': TEACHERS,
  'POST /api/campaigns/:campaign/materials': TEACHERS,
  'POST /api/campaigns/:campaign/publication': TEACHERS,
  'POST /api/campaigns/:campaign/reach': TEACHERS,
  'POST /api/campaigns/:campaign/reach-withdrawals': TEACHERS,
  'POST /api/campaigns/:campaign/kap': TEACHERS,
  'POST /api/campaigns/:campaign/closing': TEACHERS,
  'GET /training/verify': 'anyone',
  'GET /training/verify/:code': 'anyone',
} as const
