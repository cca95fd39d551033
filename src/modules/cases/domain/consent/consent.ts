/*
Decisions about consent. What a person said is recorded as they said it, also when it is not worth what the form hoped: the gate judges that
later. An override is for life only: by a role that may, for one disclosure, with a reason in the vault, a second person within a day, and
notice to the officer for data protection; nothing that serves statistics, research or publicity can be overridden at all.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { addHours } from '../clocks/instants.ts'
import type { Consent, ConsentCommand } from './consent-words.ts'
import { type Giving, consentFor, isSameQuestion } from './gate.ts'
import { isOpenReferral } from '../referral/referral.ts'
import { faultOf, purposeRules } from './purposes.ts'
import { gateOf } from './release.ts'
import { type Reach, type ReachEvent, type Stamp, cutOff, decideWithdrawal, takeBack } from './withdrawal.ts'

export interface ConsentContext extends Stamp {
  readonly giving: Omit<Giving, 'isDecidedInBestInterests'>
  readonly isChild: boolean
  readonly isTrained: boolean
  readonly maySupervise: boolean
  readonly mayOverride: boolean
  readonly isUnderLegalHold: boolean
  /** Within which another person confirms (D). */
  readonly confirmWithinHours: number
}
export const firstOverrideRule: { readonly confirmWithinHours: number; readonly evidence: Evidence } = {
  confirmWithinHours: 24,
  evidence: 'D',
}
type Of<Step extends ConsentCommand['step']> = Extract<ConsentCommand, { step: Step }>
type Result = Outcome<readonly ReachEvent[]>

export function decideConsent(reach: Reach, command: ConsentCommand, context: ConsentContext): Result {
  switch (command.step) {
    case 'record':
      return recordConsent(reach, command.given, context)
    case 'withdraw':
      return decideWithdrawal(reach, command, { ...stampOf(context), isUnderLegalHold: context.isUnderLegalHold })
    case 'cut-expired':
      return cutExpired(reach, context)
    case 'propose-best-interests':
    case 'approve-best-interests':
      return decideInBestInterests(reach, command, context)
    case 'override':
      return overrideConsent(reach, command, context)
    case 'confirm-override':
    case 'lapse-override':
      return endOverride(reach, command, context)
  }
}
const stampOf = ({ by, at }: Stamp): Stamp => ({ by, at })

/** A later no, or a recipient from whom things are withheld now, takes back the earlier yes: it is a withdrawal in other words. */
function recordConsent(reach: Reach, given: Consent, context: ConsentContext): Result {
  const { consents } = reach
  if (consents.kept.some((one) => one.given.consent === given.consent)) return refused('consent-already-recorded')
  if (given.validTo !== null && given.validTo <= given.validFrom) return refused('consent-ends-before-it-begins')
  const used = new Set(consents.kept.flatMap((one) => one.given.items.map((item) => item.id)))
  const ids = given.items.map((item) => item.id)
  if (new Set(ids).size < ids.length || ids.some((id) => used.has(id))) return refused('consent-item-id-reused')
  const faults = given.items.flatMap((item) => {
    const fault = faultOf(item)
    return fault === null ? [] : [{ purpose: item.purpose, fault }]
  })
  return faults.length > 0
    ? refused('consent-item-cannot-be-asked-so', { faults })
    : accepted([
        { kind: 'consent.recorded.v1', payload: { given, ...stampOf(context) } },
        ...takeBack(reach, contradicted(reach, given), context),
      ])
}

function contradicted({ consents }: Reach, given: Consent): readonly string[] {
  const refusals = given.items.filter((item) => item.answer === 'no')
  return consents.kept
    .flatMap((one) => one.given.items)
    .filter((item) => item.answer === 'yes')
    .filter((item) => given.withheldFrom.some((body) => body === item.recipient) || refusals.some((one) => isSameQuestion(one, item)))
    .map((item) => item.id)
}

/** What was given for a time is over with it; the case itself waits for a person. */
function cutExpired({ consents, referrals }: Reach, context: ConsentContext): Result {
  const over = consents.kept.filter(({ given }) => given.validTo !== null && given.validTo < context.at)
  const ids = over.flatMap(({ given }) => given.items.map((item) => item.id))
  const files = [...referrals.values()].filter((file) => isOpenReferral(file) && file.basis !== null && ids.includes(file.basis.id))
  return files.length === 0
    ? refused('no-consent-expired')
    : accepted(files.flatMap((file) => cutOff(file, 'consent-expired', stampOf(context))))
}

function decideInBestInterests(
  { consents }: Reach,
  command: Of<'propose-best-interests' | 'approve-best-interests'>,
  context: ConsentContext,
): Result {
  if (!context.isChild) return refused('best-interests-for-children-only')
  if (command.step === 'propose-best-interests')
    return context.isTrained
      ? accepted([{ kind: 'consent.best-interests-proposed.v1', payload: { reason: command.reason, ...stampOf(context) } }])
      : refused('case-worker-not-trained')
  if (!consents.bestInterests) return refused('best-interests-not-proposed')
  if (consents.bestInterests.by === context.by) return refused('best-interests-by-another-person')
  if (!context.maySupervise) return refused('supervisor-must-agree')
  return accepted([{ kind: 'consent.best-interests-approved.v1', payload: stampOf(context) }])
}

function overrideConsent({ consents }: Reach, command: Of<'override'>, context: ConsentContext): Result {
  const { override, disclosure, ground, reason } = command
  if (!context.mayOverride) return refused('consent-override-not-yours')
  if (!purposeRules[disclosure.purpose].mayBeOverridden) return refused('purpose-cannot-be-overridden', { purpose: disclosure.purpose })
  if (ground === 'vital-interest-of-child' && !context.isChild) return refused('override-ground-for-children-only')
  if (consents.overrides.has(override)) return refused('consent-override-already-made')
  const standing = consentFor(gateOf({ consents, giving: context.giving, at: context.at }), disclosure)
  if (standing.ok) return refused('consent-given-no-override-needed')
  return accepted([
    {
      kind: 'consent.overridden.v1',
      payload: {
        ...{ override, disclosure, ground, reason, against: standing.refusal.code, ...stampOf(context) },
        confirmBefore: addHours(context.at, context.confirmWithinHours),
        noticeTo: 'data-protection-officer',
      },
    },
  ])
}

function endOverride({ consents, referrals }: Reach, command: Of<'confirm-override' | 'lapse-override'>, context: ConsentContext): Result {
  const { override } = command
  const kept = consents.overrides.get(override)
  if (!kept) return refused('unknown-consent-override')
  if (kept.state !== 'provisional') return refused('consent-override-not-open')
  const isLate = context.at > kept.confirmBefore
  if (command.step === 'confirm-override') {
    if (!context.mayOverride) return refused('consent-override-not-yours')
    if (kept.by === context.by) return refused('override-confirmed-by-another-person')
    if (isLate) return refused('override-confirmed-too-late', { until: kept.confirmBefore })
    return accepted([{ kind: 'consent.override-confirmed.v1', payload: { override, ...stampOf(context) } }])
  }
  if (!isLate) return refused('consent-override-still-open', { until: kept.confirmBefore })
  const sent = [...referrals.values()].filter((file) => file.basis?.kind === 'override' && file.basis.id === override)
  return accepted([
    { kind: 'consent.override-lapsed.v1', payload: { override, noticeTo: 'data-protection-officer', ...stampOf(context) } },
    ...sent.flatMap((file) => cutOff(file, 'override-lapsed', stampOf(context))),
  ])
}
