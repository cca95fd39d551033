/* What happens in a session, as the log keeps it: badges and pseudonyms, never a name. */
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, calendarDate, count, instant, listOf, orNull, parse, record, text } from '../../../../kernel/schema.ts'
import { ComposeTest, HandInSheet, SettleSheet, SheetFinding, SheetId, WaitingSheet } from '../../contract-sheets.ts'
import {
  Badge,
  Described,
  FollowUp,
  MarkAttendance,
  PlanSession,
  RevocationReason,
  SessionImported,
  TestMoment,
  TraineeId,
  TrainingModule,
} from '../../contract-training.ts'

/** `right`: the right options of its items, as the bank had them on that day. */
export const SessionPlanned = record({
  ...PlanSession.shape,
  number: text(60),
  title: record({ fr: text(400), en: orNull(text(400)) }),
  modules: listOf(TrainingModule, 10),
  right: listOf(count(), 40),
})
export const Enrolled = record({ participants: listOf(record({ ...Described.shape, person: orNull(TraineeId) }), 60) })
export const Attended = MarkAttendance
export const Tested = record({
  when: TestMoment,
  sheets: listOf(record({ badge: Badge, answers: listOf(orNull(count()), 40), scoreTenths: count() }), 60),
})
/** A sheet that came from a telephone. `source`: the telephone, or `desk`; without a finding it counts. */
export const SheetHandedIn = record({
  ...HandInSheet.shape,
  sheet: SheetId,
  source: text(60),
  at: instant(),
  scoreTenths: orNull(count()),
  finding: orNull(SheetFinding),
  standing: WaitingSheet.shape.standing,
})
export const SheetSettled = record({ ...SettleSheet.shape, badge: Badge, when: TestMoment, scoreTenths: orNull(count()) })
/** `right`: as in a plan. */
export const TestComposed = record({ ...ComposeTest.shape, right: listOf(count(), 40) })
export const Closed = record({})
export const Cancelled = record({ reason: text(400) })
export const Certified = record({
  on: calendarDate(),
  certificates: listOf(record({ badge: Badge, number: text(80), code: text(12) }), 250),
})
/** `reason`: a code of the list; the first events carry free words, which are read as `other` and shown to nobody. */
export const CertificateRevoked = record({ badge: Badge, code: text(12), reason: text(400), on: calendarDate() })
export function revocationReasonOf(said: string | null): RevocationReason {
  const code = parse(RevocationReason, said)
  return code.ok ? code.value : 'other'
}
export const FollowedUp = FollowUp
export const Linked = record({ badge: Badge, person: TraineeId })
export const Withdrawn = record({ badge: Badge, reason: text(400) })
export const Erased = record({ badge: Badge, reason: text(400) })

export const sessionKinds = {
  'training-session.planned.v1': SessionPlanned,
  'training-session.imported.v1': SessionImported,
  'training-session.enrolled.v1': Enrolled,
  'training-session.attended.v1': Attended,
  'training-session.tested.v1': Tested,
  'training-session.sheet-handed-in.v1': SheetHandedIn,
  'training-session.sheet-settled.v1': SheetSettled,
  'training-session.test-composed.v1': TestComposed,
  'training-session.closed.v1': Closed,
  'training-session.cancelled.v1': Cancelled,
  'training-session.certified.v1': Certified,
  'training-session.certificate-revoked.v1': CertificateRevoked,
  'training-session.followed-up.v1': FollowedUp,
  'training-session.linked.v1': Linked,
  'training-session.withdrawn.v1': Withdrawn,
  'training-session.person-erased.v1': Erased,
} as const
type Kinds = typeof sessionKinds
export type SessionEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
