/*
Consent as it is asked: for each purpose, each recipient and each extent separately, yes, no or not asked. What is written here are codes and
dates; the paper, the recording and the reason why something is withheld lie in the vault.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import {
  type Id,
  type Infer,
  exactly,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { LanguageCode, ListCode, ThingId } from '../codes.ts'
import { AccountId, OrganisationId } from '../../../people/contract.ts'
import { PackageField, ReferralId, ServiceType } from '../referral/referral-words.ts'
import { SealedRef } from '../sealed-ref.ts'

export const ConsentId = id('consent')
export type ConsentId = Id<'consent'>
export const OverrideId = id('consent-override')
export const Purpose = oneOf(
  ...(['case-management', 'service-referral', 'case-transfer', 'justice-report', 'family-tracing', 'authority-identification'] as const),
  ...(['non-identifiable-statistics', 'research-synthetic', 'communication-testimony', 'follow-up-contact'] as const),
)
export type Purpose = Infer<typeof Purpose>
export const Extent = oneOf(
  ...(['full', 'selected', 'minimum-for-service', 'statement-only', 'identity-and-last-location', 'nrm-form'] as const),
  ...(['aggregates', 'synthetic-attributes', 'anonymised-story', 'safe-contact'] as const),
)
export type Extent = Infer<typeof Extent>
/** No is an answer; not asked is none. */
export const ItemAnswer = oneOf('yes', 'no', 'not-asked')

export const ConsentItem = record({
  id: ThingId,
  purpose: Purpose,
  /** `null`: our own organisation, or nobody in particular. */
  recipient: orNull(OrganisationId),
  service: maybe(ServiceType),
  extent: Extent,
  /** For `selected`. */
  fields: maybe(listOf(PackageField, 40)),
  answer: ItemAnswer,
})
export type ConsentItem = Readonly<Infer<typeof ConsentItem>>

export const Consent = record({
  consent: ConsentId,
  givenBy: oneOf('self', 'parent', 'guardian', 'other'),
  assentOfChild: oneOf('yes', 'no', 'not-applicable'),
  /** Beside the young person's own consent. */
  guardianAgrees: oneOf('yes', 'no', 'unsafe-to-ask', 'not-applicable'),
  form: oneOf('written', 'audio', 'verbal-certified-by-worker'),
  language: LanguageCode,
  interpreterUsed: yesOrNo(),
  items: listOf(ConsentItem, 60),
  withheldFields: listOf(PackageField, 40),
  withheldFrom: listOf(OrganisationId, 60),
  /** What was kept back before and is kept back no more; whatever is not named here stays kept back. */
  liftedFields: maybe(listOf(PackageField, 40)),
  liftedFrom: maybe(listOf(OrganisationId, 60)),
  reasonWithheld: maybe(SealedRef),
  validFrom: instant(),
  /** `null`: until it is withdrawn. */
  validTo: orNull(instant()),
  evidence: maybe(SealedRef),
  /** What was explained before it was asked, by code. */
  explained: maybe(listOf(ListCode, 20)),
  policyVersion: ListCode,
})
export type Consent = Readonly<Infer<typeof Consent>>

/** What somebody wants to let out, and to whom. */
export const Disclosure = record({
  purpose: Purpose,
  recipient: orNull(OrganisationId),
  service: orNull(ServiceType),
  fields: listOf(PackageField, 40),
})
export type Disclosure = Readonly<Infer<typeof Disclosure>>
export const OverrideGround = oneOf('vital-interest-of-child', 'imminent-danger')

const stamp = { by: AccountId, at: instant() }
const withdrawal = { step: exactly('withdraw'), consent: ConsentId, items: listOf(ThingId, 60) }
const override = { override: OverrideId, disclosure: Disclosure, ground: OverrideGround, reason: SealedRef }
export const ConsentCommand = taggedBy('step', [
  record({ step: exactly('record'), given: Consent }),
  record(withdrawal),
  record({ step: exactly('propose-best-interests'), reason: SealedRef }),
  record({ step: exactly('approve-best-interests') }),
  record({ step: exactly('override'), ...override }),
  record({ step: exactly('confirm-override'), override: OverrideId }),
  /** The last two by the round alone. */
  record({ step: exactly('cut-expired') }),
  record({ step: exactly('lapse-override'), override: OverrideId }),
])
export type ConsentCommand = Infer<typeof ConsentCommand>

export const consentKinds = {
  'consent.recorded.v1': record({ given: Consent, ...stamp }),
  'consent.withdrawn.v1': record({ consent: ConsentId, items: listOf(ThingId, 60), ...stamp }),
  'consent.best-interests-proposed.v1': record({ reason: SealedRef, ...stamp }),
  'consent.best-interests-approved.v1': record(stamp),
  /** `against`: what stood in the way. The officer for data protection is told of each. */
  'consent.overridden.v1': record({
    ...{ ...override, ...stamp, against: text(60), confirmBefore: instant(), noticeTo: exactly('data-protection-officer') },
  }),
  'consent.override-confirmed.v1': record({ override: OverrideId, ...stamp }),
  'consent.override-lapsed.v1': record({ override: OverrideId, noticeTo: exactly('data-protection-officer'), ...stamp }),
  /** Whoever received something on it stops and erases. */
  'disclosure.erasure-asked.v1': record({
    ...{
      referral: ReferralId,
      recipient: OrganisationId,
      because: oneOf('consent-withdrawn', 'consent-expired', 'override-lapsed'),
      at: instant(),
    },
  }),
} as const
type Kinds = typeof consentKinds
export type ConsentEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
