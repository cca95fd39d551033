/*
The fifteen checks as whoever does not certify reads them: the exporter, other bodies, the public. A dossier is read by those whom an incident may name.
Of check 10 they read what public incidents say; what else is open changes neither the result, nor the words, nor a count, so that nobody learns from
a dossier that somebody spoke. One sentence, always the same, says that the authority looks at more. Which other dossier holds the same paper, and whose
it is, is for those who certify.
*/
import type { CheckReport, Statement } from '../contract.ts'
import { isSettled, type Look, look, worst } from './check-input.ts'

const INCIDENTS = 10
const KEPT: readonly string[] = ['incident-open-kept', 'incident-alleged-kept', 'trade-suspended-kept']
/** Said anew for this reader, at the same place whatever the others read. */
const SAID_ANEW: readonly string[] = ['no-grave-incident', 'no-public-incident', 'nothing-suspended', 'also-not-public']
/** What each statement of check 10 that may be read is worth; a finding by what it says of itself. */
const worth: { readonly [code: string]: Look['result'] } = {
  'lot-in-quarantine': 'failed',
  'lot-not-held': 'failed',
  'incident-open': 'failed',
  'trade-suspended': 'failed',
  'incident-alleged': 'review',
  'finding-released': 'review',
  'no-grave-incident': 'passed',
  'no-public-incident': 'passed',
  'nothing-suspended': 'passed',
  'incidents-not-in-the-data': 'not-yet-checked',
  'risks-not-in-the-data': 'not-yet-checked',
}
const mender: { readonly [code: string]: string } = {
  'lot-not-held': 'EXPORTER',
  'incident-open': 'CPS',
  'incident-alleged': 'CPS',
  'trade-suspended': 'MINES_NAT',
}
const neutral: Statement = { code: 'also-not-public', facts: {} }

export const asPublicReads = (reports: readonly CheckReport[]): readonly CheckReport[] =>
  reports.map((report) => (report.number === INCIDENTS ? withoutKept(report) : { ...report, evidence: report.evidence.map(withoutOthers) }))

function withoutKept(report: CheckReport): CheckReport {
  const told = report.evidence.filter(({ code }) => !KEPT.includes(code) && !SAID_ANEW.includes(code))
  const has = (...codes: readonly string[]): boolean => told.some(({ code }) => codes.includes(code))
  // How many lesser or closed ones there are would count those that are not public.
  const quiet = has('incident-open', 'incident-alleged', 'incidents-not-in-the-data') ? [] : [{ code: 'no-public-incident', facts: {} }]
  const trading = has('trade-suspended', 'risks-not-in-the-data') ? [] : [{ code: 'nothing-suspended', facts: {} }]
  const looks = [...told, ...quiet, ...trading].map((statement) => look(worthOf(statement), statement.code, statement.facts))
  const result = worst(looks)
  const first = looks.find((one) => one.result === result)?.statement.code ?? ''
  return {
    ...report,
    result,
    evidence: [...looks.map((one) => one.statement), neutral],
    remedy: isSettled(result) ? null : { code: report.id, who: mender[first] ?? 'SCHEME_OPERATOR' },
  }
}

function worthOf({ code, facts }: Statement): Look['result'] {
  if (code === 'finding') return facts['severity'] === 'C' ? 'failed' : 'review'
  // Of more than a hundred statements the rest is cut away: what is not read here is not called settled.
  return worth[code] ?? 'review'
}

const withoutOthers = (statement: Statement): Statement =>
  statement.code === 'paper-elsewhere'
    ? { code: 'paper-elsewhere-kept', facts: { reference: statement.facts['reference'] ?? null } }
    : statement
