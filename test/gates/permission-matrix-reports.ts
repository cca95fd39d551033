/* Who may use the routes of reports and of the workbooks that buyers ask for: rows of the matrix that stand apart for their number. */
const WRITERS = ['MINES_NAT', 'MINES_PROV', 'CEEC_VALIDATOR', 'SCHEME_OPERATOR', 'EXPORTER', 'PROCESSOR'] as const
const RELEASERS = ['MINES_NAT', 'CEEC_VALIDATOR', 'EXPORTER', 'PROCESSOR'] as const

export const reportRows: { readonly [route: string]: 'anyone' | 'signed-in' | readonly string[] } = {
  // Signed in is not enough: the answer holds what the asker wrote or may read, which the module's own tests hold.
  'GET /api/reports': 'signed-in',
  'GET /api/reports/:report': 'signed-in',
  'POST /api/reports': WRITERS,
  'POST /api/reports/:report/texts': WRITERS,
  'POST /api/reports/:report/releases': RELEASERS,
  'GET /reports/drafts/:report/:form': WRITERS,
  // Of what was not released as public these answer strangers with 404.
  'GET /reports/released': 'anyone',
  'GET /reports/released/:number': 'anyone',
  'GET /reports/released/:number/print': 'anyone',
  'GET /reports/released/:number/json': 'anyone',
  'GET /reports/released/:number/xlsx': 'anyone',
  'GET /api/report-sources': WRITERS,
  'POST /api/rmi/fillings': WRITERS,
  'GET /api/trade-statistics': WRITERS,
  'POST /api/trade-statistics': WRITERS,
  'POST /api/trade-statistics/files': WRITERS,
  'DELETE /api/trade-statistics/:statistics': WRITERS,
}
