/*
The words of a referral. It says which coded fields go to whom and what came of it; why the person needs the service is in no field of it,
and neither is a name: the recipient opens what was released from the vault by the package, nowhere else.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import {
  type Id,
  type Infer,
  calendarDate,
  exactly,
  id,
  instant,
  listOf,
  oneOf,
  orNull,
  record,
  taggedBy,
} from '../../../../kernel/schema.ts'
import { ThingId } from '../codes.ts'
import { AccountId, OrganisationId } from '../../../people/contract.ts'
import { ServicePointId, ServiceType } from '../../contract-directory.ts'

export const ReferralId = id('referral')
export type ReferralId = Id<'referral'>
export { ServiceType }

export const ReferralState = oneOf(
  ...(['draft', 'sent', 'acknowledged', 'accepted', 'in-service', 'done', 'rejected', 'revoked', 'expired', 'closed-no-service'] as const),
)
export type ReferralState = Infer<typeof ReferralState>
/** Why no service came of it (Primero's outcomes on the survivor's side, V). */
export const NoService = oneOf(
  'provided-by-own-agency',
  'received-elsewhere',
  'not-applicable',
  'declined-by-survivor',
  'unavailable',
  'no-show',
)
export type NoService = Infer<typeof NoService>
export const RejectionReason = oneOf('no-capacity', 'not-eligible', 'not-our-area', 'not-safe-here', 'service-stopped', 'other')
export const RevocationReason = oneOf(
  'consent-withdrawn',
  'consent-expired',
  'override-not-confirmed',
  'safety',
  'sent-in-error',
  'need-ended',
  'case-transferred',
)
/** What may be released, by name of field; the values stay in the vault. */
export const PackageField = oneOf(
  ...(['subject-code', 'age-band', 'gender', 'languages', 'disability', 'accompanied-by', 'urgency', 'needs'] as const),
  ...(['health-summary', 'safety-summary', 'statement', 'nationality', 'documents-held', 'case-history', 'contact-times'] as const),
  ...(['safe-contact', 'name', 'photo', 'birth-date', 'last-location', 'family', 'nrm-form'] as const),
)
export type PackageField = Infer<typeof PackageField>
export const Channel = oneOf('in-system', 'paper-code', 'phone')

/** Who took a step and when; the decider writes it, nobody sends it. */
const stamp = { to: ReferralState, by: AccountId, at: instant() }
const reach = { recipient: OrganisationId, servicePoint: orNull(ServicePointId), service: ServiceType }
const drafted = {
  ...{ ...reach, urgency: oneOf('high', 'medium', 'low'), channel: Channel },
  package: listOf(PackageField, 40),
}
const referral = { referral: ReferralId }
const details = {
  draft: { ...referral, ...drafted, step: exactly('draft') },
  send: { ...referral, step: exactly('send'), respondBy: instant() },
  acknowledge: { ...referral, step: exactly('acknowledge') },
  accept: { ...referral, step: exactly('accept') },
  reject: { ...referral, step: exactly('reject'), reason: RejectionReason },
  revoke: { ...referral, step: exactly('revoke'), reason: RevocationReason },
  begin: { ...referral, step: exactly('begin-service'), deliveredOn: calendarDate() },
  complete: { ...referral, step: exactly('complete'), outcome: oneOf('need-met', 'need-partly-met', 'need-not-met') },
  expire: { ...referral, step: exactly('expire') },
  noService: { ...referral, step: exactly('close-without-service'), outcome: NoService },
  /** What the person said of it afterwards; moves nothing. */
  /** A file with the name is wished for its house: asked by who would make it, allowed by another who supervises; moves nothing. */
  askFile: { ...referral, step: exactly('ask-file') },
  allowFile: { ...referral, step: exactly('allow-file') },
  feedback: { ...referral, step: exactly('note-feedback'), receivedOn: calendarDate(), helped: oneOf('yes', 'partly', 'no', 'not-said') },
}
/** `basis`: the consent item, or the override, on which it was sent. */
export const Basis = record({ kind: oneOf('consent-item', 'override'), id: ThingId })
export type Basis = Readonly<Infer<typeof Basis>>

export const ReferralCommand = taggedBy('step', [
  ...([record(details.draft), record(details.send), record(details.acknowledge), record(details.accept), record(details.reject)] as const),
  ...([
    record(details.revoke),
    record(details.begin),
    record(details.complete),
    record(details.expire),
    record(details.noService),
    record(details.feedback),
    record(details.askFile),
    record(details.allowFile),
  ] as const),
])
export type ReferralCommand = Infer<typeof ReferralCommand>
/** What is said of a referral without moving it. */
export type ReferralSaying = 'note-feedback' | 'ask-file' | 'allow-file'
export type ReferralStep = Exclude<ReferralCommand['step'], ReferralSaying>

export const ReferralMoved = taggedBy('step', [
  record({ ...details.draft, ...stamp }),
  record({ ...details.send, ...stamp, basis: Basis }),
  record({ ...details.acknowledge, ...stamp }),
  record({ ...details.accept, ...stamp }),
  record({ ...details.reject, ...stamp }),
  record({ ...details.revoke, ...stamp }),
  record({ ...details.begin, ...stamp }),
  record({ ...details.complete, ...stamp }),
  record({ ...details.expire, ...stamp }),
  record({ ...details.noService, ...stamp }),
])
export const ReferralFeedback = record({ ...referral, receivedOn: calendarDate(), helped: oneOf('yes', 'partly', 'no', 'not-said') })
export const ReferralFileSaid = record({ ...referral, by: AccountId, at: instant() })
export const referralKinds = {
  'referral.moved.v1': ReferralMoved,
  'referral.feedback-received.v1': ReferralFeedback,
  'referral.file-asked.v1': ReferralFileSaid,
  'referral.file-allowed.v1': ReferralFileSaid,
} as const
export type ReferralEvent =
  | DomainEvent<'referral.moved.v1', Infer<typeof ReferralMoved>>
  | DomainEvent<'referral.feedback-received.v1', Infer<typeof ReferralFeedback>>
  | DomainEvent<'referral.file-asked.v1' | 'referral.file-allowed.v1', Infer<typeof ReferralFileSaid>>
