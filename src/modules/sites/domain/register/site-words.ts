/*
What may be said to a site and what may have happened to it, beside the observations of `observation.ts`. A correction, a void and
the end of a hold are events of their own, each with a reason: nothing that was written is ever changed.
*/
import { type Infer, calendarDate, count, exactly, id, listOf, maybe, oneOf, record, taggedBy, text } from '../../../../kernel/schema.ts'
import { LocatedPosition, StatedPlace } from '../../../places/contract.ts'
import {
  ActivityStatus,
  Mineral,
  QualificationReported,
  SiteRegistered,
  SiteVisited,
  TraceabilityReported,
} from '../../contract-observations.ts'
import { Seen, registerCommands, registerEventKinds } from './register-words.ts'

/** `site.corrected.v1`: only the named fields change, from now on; what was known before stays readable in the log. */
export const SiteCorrected = record({
  reason: text(),
  name: maybe(text(160)),
  aliases: maybe(listOf(text(160), 40)),
  minerals: maybe(listOf(Mineral, 5)),
  position: maybe(LocatedPosition),
  stated: maybe(StatedPlace),
  activity: maybe(ActivityStatus),
})
export type SiteCorrected = Infer<typeof SiteCorrected>

/** `site.fact-voided.v1`: an earlier observation, by the id of its event, no longer counts. */
export const SiteFactVoided = record({ fact: id('event'), reason: text() })
export const SiteIcglrIdIssued = record({ icglrId: text(60), serial: count() })
export const SiteHeld = record({
  hold: id('hold'),
  by: oneOf('scheme', 'committee', 'mining-service', 'ministry'),
  /** Of who laid it; absent for an account of none. */
  organisation: maybe(id('organisation')),
  reason: text(),
  from: calendarDate(),
})
export const SiteHoldLifted = record({ hold: id('hold'), on: calendarDate(), reason: text() })

export const ReceiptLevel = oneOf('local', 'provincial', 'national')
export const BlueReceipt = record({ level: ReceiptLevel, on: calendarDate() })
/**
 * An exporter asks that a site nobody inspected may be traded, with its risk assessment. `receipts` is empty: the authorities record
 * what they received. Requests written before that rule carry some.
 */
export const BlueApplied = record({
  application: id('blue-application'),
  exporter: id('organisation'),
  riskAssessment: record({ reference: text(200), date: calendarDate() }),
  receipts: listOf(BlueReceipt, 3),
})
export const BlueReceiptRecorded = record({ application: id('blue-application'), level: ReceiptLevel, on: calendarDate() })
export const BlueObjected = record({
  application: id('blue-application'),
  /** The red or yellow criterion that is at risk. */
  criterion: text(20),
  by: oneOf('mining-service', 'committee'),
  on: calendarDate(),
  narrative: maybe(text(2000)),
})

/** Every kind that a stream `site:<id>` may carry. */
export const siteKinds = {
  'site.registered.v1': SiteRegistered,
  'site.corrected.v1': SiteCorrected,
  'site.visited.v1': SiteVisited,
  'site.qualification-reported.v1': QualificationReported,
  'site.traceability-reported.v1': TraceabilityReported,
  'site.fact-voided.v1': SiteFactVoided,
  'site.icglr-id-issued.v1': SiteIcglrIdIssued,
  'site.held.v1': SiteHeld,
  'site.hold-lifted.v1': SiteHoldLifted,
  'site.blue-applied.v1': BlueApplied,
  'site.blue-receipt-recorded.v1': BlueReceiptRecorded,
  'site.blue-objected.v1': BlueObjected,
  ...registerEventKinds,
} as const

export type SiteEvent = {
  [Kind in keyof typeof siteKinds]: { readonly kind: Kind; readonly payload: Infer<(typeof siteKinds)[Kind]> }
}[keyof typeof siteKinds]

const say = <const Name extends string, Shape extends Parameters<typeof record>[0]>(name: Name, shape: Shape) =>
  record({ say: exactly(name), ...shape })

export const SiteCommand = taggedBy('say', [
  say('register', { site: SiteRegistered }),
  say('correct', { correction: SiteCorrected, seen: Seen }),
  say('record-visit', { visit: SiteVisited }),
  say('record-qualification', { qualification: QualificationReported }),
  say('record-traceability', { traceability: TraceabilityReported }),
  say('void-fact', { fact: id('event'), reason: text() }),
  say('issue-icglr-id', {}),
  say('hold', { reason: text(), from: calendarDate() }),
  say('lift-hold', { hold: id('hold'), on: calendarDate(), reason: text() }),
  say('blue-apply', { exporter: id('organisation'), riskAssessment: BlueApplied.shape.riskAssessment }),
  say('blue-receipt', { application: id('blue-application'), level: ReceiptLevel, on: calendarDate() }),
  say('blue-object', {
    application: id('blue-application'),
    criterion: text(20),
    /** Passed over: the body follows from the sender's office. Senders of before still write it. */
    by: maybe(BlueObjected.shape.by),
    on: calendarDate(),
    narrative: maybe(text(2000)),
  }),
  ...registerCommands,
])
export type SiteCommand = Infer<typeof SiteCommand>
