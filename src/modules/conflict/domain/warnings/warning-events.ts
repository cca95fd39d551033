/* What can happen to a warning, as the log keeps it. Bodies act; accounts stand here only so that who sent it can be answered. Never a name. */
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, calendarDate, exactly, instant, listOf, maybe, orNull, record, taggedBy, text } from '../../../../kernel/schema.ts'
import { IncidentId } from '../../../incidents/contract.ts'
import { ActorClass } from '../../../incidents/contract-report.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { SiteId } from '../../../sites/contract.ts'
import { VoiceId } from '../../../voices/contract.ts'
import {
  Assessment,
  FalseReason,
  FeedbackWay,
  PersonCounts,
  ReporterKind,
  ResponseKind,
  Severity,
  UnsurePart,
  WarningBasis,
  WarningChannel,
  WarningType,
} from '../../contract-warnings.ts'

const by = { at: instant(), by: text(60), body: orNull(text(60)) }
const words = orNull(text(400))
export const WarningReceived = record({
  number: text(40),
  channel: WarningChannel,
  type: WarningType,
  province: orNull(text(12)),
  territoire: text(12),
  site: orNull(SiteId),
  occurredAt: orNull(instant()),
  receivedAt: instant(),
  severity: Severity,
  reporter: ReporterKind,
  persons: orNull(PersonCounts),
  what: words,
  organisations: listOf(OrganisationId, 30),
  actors: listOf(ActorClass, 10),
  source: orNull(record({ voice: VoiceId })),
  /** Of a text message. What stands for these parts is nobody's word. */
  unsure: maybe(listOf(UnsurePart, 3)),
  ...by,
})
export type WarningReceived = Infer<typeof WarningReceived>
export const WarningAssessed = record({ as: Assessment, basis: WarningBasis, because: orNull(FalseReason), words, ...by })
export const WarningSettled = record({ type: WarningType, severity: Severity, province: orNull(text(12)), territoire: text(12), ...by })
export const WarningGraded = record({ severity: Severity, why: text(40), words, ...by })
/** Words came later than the first of these events. */
export const WarningShared = record({ responders: listOf(OrganisationId, 12), words: maybe(words), ...by })
export const WarningAcknowledged = record({ organisation: OrganisationId, ...by })
export const WarningAnswered = record({ organisation: OrganisationId, did: listOf(ResponseKind, 9), doneOn: calendarDate(), words, ...by })
export const WarningClosed = record({ feedback: FeedbackWay, unanswered: orNull(text(40)), words, ...by })
export const WarningIncidentOpened = record({ incident: IncidentId, ...by })
/** It was announced and then refused where incidents are reported. */
export const WarningIncidentRefused = record({ incident: IncidentId, code: text(60), ...by })

export const warningKinds = {
  'warning.received.v1': WarningReceived,
  'warning.assessed.v1': WarningAssessed,
  'warning.graded.v1': WarningGraded,
  'warning.settled.v1': WarningSettled,
  'warning.shared.v1': WarningShared,
  'warning.acknowledged.v1': WarningAcknowledged,
  'warning.answered.v1': WarningAnswered,
  'warning.closed.v1': WarningClosed,
  'warning.incident-opened.v1': WarningIncidentOpened,
  'warning.incident-refused.v1': WarningIncidentRefused,
} as const
type Kinds = typeof warningKinds
export type WarningEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export const WarningActs = listOf(
  taggedBy('kind', [
    record({ kind: exactly('warning.received.v1'), payload: WarningReceived }),
    record({ kind: exactly('warning.assessed.v1'), payload: WarningAssessed }),
    record({ kind: exactly('warning.graded.v1'), payload: WarningGraded }),
    record({ kind: exactly('warning.settled.v1'), payload: WarningSettled }),
    record({ kind: exactly('warning.shared.v1'), payload: WarningShared }),
    record({ kind: exactly('warning.acknowledged.v1'), payload: WarningAcknowledged }),
    record({ kind: exactly('warning.answered.v1'), payload: WarningAnswered }),
    record({ kind: exactly('warning.closed.v1'), payload: WarningClosed }),
    record({ kind: exactly('warning.incident-opened.v1'), payload: WarningIncidentOpened }),
    record({ kind: exactly('warning.incident-refused.v1'), payload: WarningIncidentRefused }),
  ]),
)
