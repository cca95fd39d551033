/* Rows of the matrix of rights: flow monitoring points and what they count. */
const COUNTERS = ['FLOW_ENUMERATOR']
const KEEPERS = ['PROJECT_MANAGER', 'MONITORING_OFFICER']
const READERS = [...COUNTERS, ...KEEPERS, 'TRAINING_OFFICER', 'DATA_PROTECTION_OFFICER']

export const mobilityRows = {
  'GET /api/flow-points': READERS,
  'POST /api/flow-points': KEEPERS,
  'POST /api/flow-points/:point/suspensions': KEEPERS,
  'POST /api/flow-points/:point/resumptions': KEEPERS,
  'POST /api/flow-points/:point/closings': KEEPERS,
  'GET /api/flows': READERS,
  'GET /api/flow-points/:point/flows': READERS,
  'GET /api/flow-axes/:site': READERS,
  'GET /api/flows/rows': KEEPERS,
  'POST /api/flow-counts': COUNTERS,
  'POST /api/flow-counts/:count/withdrawals': KEEPERS,
  'GET /api/foreign-workers': READERS,
  'POST /api/foreign-workers': KEEPERS,
  'POST /api/foreign-workers/withdrawals': KEEPERS,
}
