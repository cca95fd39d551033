/*
Rows of files of persons, see permission-matrix.ts. A capability opens the door; whose file it is decides behind it, and what is not
yours answers as what does not exist: that is held by the tests of the routes themselves.
*/
export const SIGNALLERS = [
  ...(['MINES_NAT', 'MINES_PROV', 'SAEMAPE_AGENT', 'CEEC_VERIFIER', 'CAMI', 'MINES_POLICE', 'PARTNER_TEAM', 'CIVIL_SOCIETY'] as const),
  ...(['FEC', 'CASE_WORKER', 'RESOURCE_DESK'] as const),
]
export const CASE_WORKERS = ['CASE_WORKER'] as const
export const CASE_SUPERVISORS = ['CASE_SUPERVISOR'] as const
/** Whose own files they are: who accompanies and who supervises. */
export const CASE_TEAM = ['CASE_WORKER', 'CASE_SUPERVISOR'] as const
export const RECEIVERS = ['SERVICE_PROVIDER', 'SHELTER_MANAGER', 'JUSTICE_LIAISON', 'IDENTIFICATION_BODY'] as const
export const SHELTERS = ['SHELTER_MANAGER'] as const
export const JUSTICE = ['JUSTICE_LIAISON'] as const
export const DETERMINERS = ['IDENTIFICATION_BODY'] as const
export const DIRECTORY = ['CASE_WORKER', 'CASE_SUPERVISOR', 'SERVICE_PROVIDER', 'SHELTER_MANAGER'] as const
export const DATA_OFFICERS = ['DATA_PROTECTION_OFFICER'] as const
export const COUNTERS = ['MONITORING_OFFICER'] as const
export const CUSTODIANS = ['KEY_CUSTODIAN'] as const
export const KEY_HOLDERS = [...CASE_TEAM, ...RECEIVERS, ...CUSTODIANS] as const
/** Who opens secret names of conflict maps holds a personal key too. */
const NAME_READERS = ['CONFLICT_ANALYST', 'PEACE_SECRETARIAT'] as const
export const LOCKERS = ['ADMINISTRATOR', 'CASE_SUPERVISOR', 'DATA_PROTECTION_OFFICER'] as const

/** Who looks after accounts that open files. */
const CARERS = ['ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'] as const

/** Who refers somebody on, looks up where to. */
const LOOKERS = [...CASE_TEAM, ...RECEIVERS] as const
const HOUSES = [...CASE_TEAM, ...SHELTERS] as const

export const caseRows: { readonly [route: string]: 'anyone' | 'signed-in' | readonly string[] } = {
  'POST /api/cases': SIGNALLERS,
  'GET /api/cases': KEY_HOLDERS,
  'GET /api/cases/team': CASE_SUPERVISORS,
  'GET /api/cases/team/figures': CASE_SUPERVISORS,
  'GET /api/case-statistics': COUNTERS,
  'GET /api/cases/protected': DATA_OFFICERS,
  'GET /api/cases/:case': KEY_HOLDERS,
  'GET /api/cases/:case/texts/:vault': KEY_HOLDERS,
  'GET /api/cases/:case/views': KEY_HOLDERS,
  'GET /api/cases/:case/print': KEY_HOLDERS,
  'GET /api/cases/:case/copy': KEY_HOLDERS,
  'GET /api/cases/:case/transfers/:referral': KEY_HOLDERS,
  'POST /api/cases/:case/steps': KEY_HOLDERS,
  'GET /api/cases/:case/files': KEY_HOLDERS,
  'GET /api/cases/:case/files/:attachment': KEY_HOLDERS,
  // Who kept a file in a case sends it, also a team on a site that reads nothing back; to anybody else there is none.
  'GET /api/cases/:case/files/:attachment/pieces': 'signed-in',
  'PUT /api/cases/:case/files/:attachment/pieces': 'signed-in',
  'GET /api/referrals/:referral/files/:attachment': RECEIVERS,
  'POST /api/cases/:case/protection': DATA_OFFICERS,
  'GET /api/consent-overrides': DATA_OFFICERS,
  'GET /api/case-views': DATA_OFFICERS,
  'GET /api/referrals/received': RECEIVERS,
  'GET /api/handovers/received': KEY_HOLDERS,
  'GET /api/handovers/sent': KEY_HOLDERS,
  'POST /api/handovers/:handover/answers': KEY_HOLDERS,
  'GET /api/referrals/:referral/package': RECEIVERS,
  'POST /api/referrals/:referral/answers': RECEIVERS,
  'POST /api/referrals/:referral/determinations': DETERMINERS,
  'GET /api/referrals/:referral/justice': JUSTICE,
  'POST /api/referrals/:referral/justice': JUSTICE,
  'GET /api/offices': LOCKERS,
  'POST /api/offices/:organisation/lock-downs': LOCKERS,
  'POST /api/offices/:organisation/liftings': LOCKERS,
  'GET /api/undertaking': 'signed-in',
  'GET /api/colleagues': [...KEY_HOLDERS, ...CARERS],
  'POST /api/undertaking/signatures': 'signed-in',
  'GET /api/case-accounts': CARERS,
  // A supervisor comes as far as the shape of the command and is refused behind it: http-care.test.ts.
  'POST /api/case-accounts/:account/reviews': LOCKERS,
  'POST /api/case-accounts/:account/rests': LOCKERS,
  'POST /api/case-accounts/:account/wakings': LOCKERS,
  // Who supervises and who runs the platform take a lost second factor off together: http-second-factor.test.ts.
  'GET /api/second-factors': LOCKERS,
  'POST /api/second-factors/:account/resets': LOCKERS,
  'POST /api/second-factors/:account/withdrawals': LOCKERS,
  'POST /api/second-factor-rules/:organisation': ['ADMINISTRATOR'],
  'POST /api/cases/:case/breach-warnings': KEY_HOLDERS,
  'GET /api/case-trainings': 'signed-in',
  'POST /api/case-accounts/:account/trainings': LOCKERS,
  'GET /api/case-view-alerts': DATA_OFFICERS,
  'GET /api/breaches': DATA_OFFICERS,
  'GET /api/breaches/:breach': DATA_OFFICERS,
  'POST /api/breach-steps/:breach': DATA_OFFICERS,

  'POST /api/interview-tallies': SIGNALLERS,
  'GET /api/interview-tallies': ['CASE_SUPERVISOR', ...COUNTERS],
  'POST /api/signals': SIGNALLERS,
  // The shape of what is sent is looked at first; who neither signals nor supervises is refused behind it.
  'POST /api/signals/:signal/withdrawals': 'signed-in',
  'GET /api/signals': [...SIGNALLERS, 'CASE_SUPERVISOR', ...DATA_OFFICERS, ...COUNTERS],
  'GET /api/service-points': LOOKERS,
  'GET /api/service-points/suggestions': LOOKERS,
  'GET /api/service-points/:servicePoint': LOOKERS,
  'POST /api/service-points': DIRECTORY,
  'POST /api/service-points/:servicePoint/descriptions': DIRECTORY,
  'POST /api/service-points/:servicePoint/verifications': DIRECTORY,
  'POST /api/service-points/:servicePoint/closings': DIRECTORY,
  'POST /api/service-points/:servicePoint/place-boxes': DIRECTORY,
  'POST /api/service-points/:servicePoint/place-openings': LOOKERS,
  'POST /api/service-point-lists': DIRECTORY,
  'POST /api/shelters/:shelter/admissions': SHELTERS,
  'POST /api/shelters/:shelter/stays': SHELTERS,
  'GET /api/shelters/:shelter/stays': SHELTERS,
  'GET /api/shelters': HOUSES,
  'GET /api/shelters/:shelter': HOUSES,
  'GET /api/shelter-capacity': COUNTERS,
  'POST /api/shelters': SHELTERS,
  'POST /api/shelters/:shelter/descriptions': SHELTERS,
  'POST /api/shelters/:shelter/arrangements': SHELTERS,
  'POST /api/shelters/:shelter/closings': SHELTERS,
  'POST /api/shelters/:shelter/place-boxes': SHELTERS,
  'POST /api/shelters/:shelter/place-openings': HOUSES,
  'GET /api/case-rules': [...KEY_HOLDERS, ...DATA_OFFICERS],
  'POST /api/case-rules': [...CASE_SUPERVISORS, ...DATA_OFFICERS],
  'POST /api/case-rules/answers': [...CASE_SUPERVISORS, ...DATA_OFFICERS],
  'GET /api/keys/mine': [...KEY_HOLDERS, ...NAME_READERS],
  'POST /api/keys/mine': [...KEY_HOLDERS, ...NAME_READERS],
  'POST /api/keys/mine/sealed': [...KEY_HOLDERS, ...NAME_READERS],
  'GET /api/keys/holders': [...KEY_HOLDERS, ...NAME_READERS, ...SIGNALLERS, ...DATA_OFFICERS],
  'GET /api/keys/intake': SIGNALLERS,
  'GET /api/keys/custodians': [...KEY_HOLDERS, ...DATA_OFFICERS],
  'POST /api/keys/custodians': DATA_OFFICERS,
  'POST /api/keys/custodians/confirmations': CUSTODIANS,
  'GET /api/keys/recoveries': [...CUSTODIANS, ...DATA_OFFICERS],
  'POST /api/keys/recoveries': KEY_HOLDERS,
  'GET /api/keys/shares/wanting': KEY_HOLDERS,
  'GET /api/keys/reopenings/:case': KEY_HOLDERS,
  'POST /api/keys/shares': KEY_HOLDERS,
  'GET /api/keys/recoveries/:recovery/shares': CUSTODIANS,
  'POST /api/keys/recoveries/:recovery/shares': CUSTODIANS,
  'GET /api/consent-proofs': CUSTODIANS,
  'GET /api/consent-proofs/:proof': CUSTODIANS,
  'GET /api/consent-proofs/:proof/shares': CUSTODIANS,
  'POST /api/consent-proofs/:proof/shares': CUSTODIANS,
  'GET /api/keys/recoveries/:recovery/given': KEY_HOLDERS,
  'POST /api/keys/recoveries/:recovery/endings': KEY_HOLDERS,
}
