/*
Which commands a telephone may sign and send later: observations and the papers of a visit, written where there is no network. Decisions that others must see at once
(orders, certificates, transfers of lots) are not among them: they are made with the server, or not at all.
*/
const TAKEN: readonly string[] = [
  '/api/inspections',
  '/api/inspections/:id/answers',
  '/api/inspections/:id/findings',
  '/api/inspections/:id/dissents',
  '/api/inspections/:id/signatures',
  '/api/inspections/:id/submission',
  '/api/inspections/:id/abandonment',
  '/api/inspections/:id/amendments',
  '/api/inspections/:id/actions',
  '/api/inspections/:id/action-completions',
  '/api/sites/:id/visits',
  '/api/bags',
  '/api/incidents',
  // Kept always; its clock runs from when it was written.
  '/api/conflict/warnings',
  '/api/signals',
  '/api/flow-counts',
  // What somebody answered in a hall without network: always taken, it counts or it waits for who teaches.
  '/api/training/sessions/:id/sheets',
  // Sealed on the telephone; what comes is kept no longer than until it is applied.
  '/api/cases',
  '/api/cases/:id/steps',
  '/api/lots/:id/corrections',
  '/api/lots/:id/withdrawals',
  // On paper already when it is sent, from numbers reserved for this telephone: recorded as it happened, judged by the desk.
  '/api/number-blocks/:id/provisional-certificates',
  '/api/number-blocks/:id/own-withdrawals',
]

const shapes = TAKEN.map((path) => new RegExp(`^${path.replaceAll(':id', '[0-9a-f-]{36}')}$`))
export const isTakenPath = (path: string): boolean => shapes.some((shape) => shape.test(path))
