/* Who may use the routes of agreements and releases of figures about people. Who asks never decides; both see what left. */
import { CASE_WORKERS, COUNTERS, DATA_OFFICERS } from './permission-matrix-cases.ts'

const READERS = [...COUNTERS, ...DATA_OFFICERS]
export const releaseRows: { readonly [route: string]: 'anyone' | 'signed-in' | readonly string[] } = {
  'GET /api/sharing-agreements': READERS,
  'POST /api/sharing-agreements': COUNTERS,
  'POST /api/sharing-agreements/:agreement/signature': DATA_OFFICERS,
  'POST /api/sharing-agreements/:agreement/end': DATA_OFFICERS,
  'GET /api/statistics-releases': READERS,
  'GET /api/statistics-releases/columns': READERS,
  'POST /api/statistics-releases/preview': COUNTERS,
  'POST /api/statistics-releases': COUNTERS,
  'POST /api/statistics-releases/:release/approval': DATA_OFFICERS,
  'POST /api/statistics-releases/:release/refusal': DATA_OFFICERS,
  'POST /api/statistics-releases/:release/withdrawal': DATA_OFFICERS,
  'GET /api/statistics-releases/:release/file': READERS,
  // Narrowed inside: who reads sites, or figures, and each their own territory.
  'GET /api/told-places/:area': 'signed-in',
  'POST /api/htcds-imports/checks': CASE_WORKERS,
  'POST /api/htcds-imports/claims': CASE_WORKERS,
  'POST /api/htcds-imports/sources': CASE_WORKERS,
}
