/*
The status of an exporter on any day: a pure function of the steps that a committee took and of the day. A yellow that was not put right within
its months counts as red from its end (D); a red stands until a new audit is decided; a blue that ran out allows nothing more (D). It
refuses to know audits: a step says what was decided and from when.
*/
import { addMonths } from '../../../../kernel/calendar.ts'
import type { Evidence, Rulebook } from '../../../../kernel/rulebook.ts'
import type { ExporterStanding, ExporterStatus, StatusStep } from '../../contract-exporters.ts'

interface Value<T> {
  readonly value: T
  readonly evidence: Evidence
  readonly source: string
}
const RCM = 'ICGLR, third-party audits of exporters, as reported'
const OURS = 'proposal of this project'
export const exporterRules = {
  id: 'exporter-status-1',
  from: '2011-01-01',
  title: 'Status of exporters after the third-party audit',
  values: {
    yellowMonths: { value: 6, evidence: 'V', source: RCM },
    redMonths: { value: 6, evidence: 'V', source: RCM },
    blueMonths: { value: 36, evidence: 'U', source: 'as for sites; length for exporters not verified' },
    yellowEndsRed: { value: true, evidence: 'D', source: OURS },
    appealDays: { value: 30, evidence: 'U', source: 'manual, second edition: an appeal exists; its days were not seen' },
    appealDecisionDays: { value: 60, evidence: 'U', source: 'manual, second edition: an appeal exists; its days were not seen' },
  },
} as const satisfies Rulebook<{ readonly [name: string]: Value<unknown> }>
const rules = exporterRules.values

export interface StatusOnDay {
  readonly status: ExporterStatus
  readonly since: string | null
  readonly validUntil: string | null
  readonly lapsed: boolean
  readonly audit: string | null
  readonly followUpOn: string | null
}
const NOTHING: StatusOnDay = { status: 'none', since: null, validUntil: null, lapsed: false, audit: null, followUpOn: null }

/** `steps` in the order in which they were learned: of two from the same day the later one counts. */
export function exporterStatusOn(steps: readonly StatusStep[], day: string): StatusOnDay {
  const step = steps.reduce<StatusStep | null>(
    (best, one) => (one.from <= day && (best === null || one.from >= best.from) ? one : best),
    null,
  )
  if (step === null) return NOTHING
  const { status, from, audit, followUpOn } = step
  const base = { since: from, audit, followUpOn }
  if (status === 'green') return { ...base, status, validUntil: null, lapsed: false }
  const end = addMonths(
    from,
    status === 'yellow' ? rules.yellowMonths.value : status === 'red' ? rules.redMonths.value : rules.blueMonths.value,
  )
  const over = day >= end
  if (status === 'yellow' && over)
    return { ...base, status: 'red', since: end, validUntil: addMonths(end, rules.redMonths.value), lapsed: true }
  return { ...base, status, validUntil: end, lapsed: over && status === 'blue' }
}

/** What a status allows. Nobody has said anything: under the conditions of a new exporter (D). */
export function mayExport(
  approvalHolds: boolean,
  { status, lapsed }: Pick<StatusOnDay, 'status' | 'lapsed'>,
): ExporterStanding['mayExport'] {
  if (!approvalHolds || status === 'red' || lapsed) return 'no'
  return status === 'green' ? 'yes' : 'conditions'
}
