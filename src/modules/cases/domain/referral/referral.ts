/*
Referrals of one case: what was drafted for whom, on which consent it was sent, who has it open now. Sending asks the consent gate at that moment
and not before, and the basis is kept with it, so that a withdrawal finds everything that rests on it.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import { addHours } from '../clocks/instants.ts'
import { take } from '../machine.ts'
import type { AccountId } from '../../../people/contract.ts'
import type { Disclosure } from '../consent/consent-words.ts'
import { type ReferralKnown, OPEN_REFERRAL, referralMachine } from './referral-machine.ts'
import type {
  Basis,
  Channel,
  PackageField,
  ReferralCommand,
  ReferralEvent,
  ReferralId,
  ReferralState,
  ServiceType,
} from './referral-words.ts'

export interface ReferralFile {
  readonly referral: ReferralId
  readonly state: ReferralState
  readonly recipient: Disclosure['recipient'] & string
  readonly service: ServiceType
  readonly package: readonly PackageField[]
  readonly basis: Basis | null
  readonly respondBy: string | null
  readonly statusAt: string
  readonly sentAt: string | null
  /** Accepted, rejected, or closed in another way; an acknowledgement is no answer. */
  readonly answeredAt: string | null
  /** When help began, as it was told; `null`: not yet, or never said. */
  readonly serviceOn: string | null
  readonly servicePoint: string | null
  readonly channel: Infer<typeof Channel>
  readonly urgency: 'high' | 'medium' | 'low'
  /** The code with which it ended: why it was rejected or taken back, what came of the service. */
  readonly endedAs: string | null
  /** That a file with the name was asked for, and that another person allowed it; asking anew takes the leave back. */
  readonly fileAsked: Said | null
  readonly fileAllowed: Said | null
  readonly feedback: { readonly on: string; readonly helped: 'yes' | 'partly' | 'no' | 'not-said' } | null
}
interface Said {
  readonly by: string
  readonly at: string
}
export type Referrals = ReadonlyMap<string, ReferralFile>

export interface ReferralContext {
  readonly account: AccountId
  readonly at: string
  readonly asker: ReferralKnown['asker']
  readonly graceHours: number
  readonly maySupervise: boolean
  /** The consent gate, and overrides behind it. */
  readonly release: (disclosure: Disclosure) => Outcome<Basis>
}
export const disclosureOf = (file: Pick<ReferralFile, 'recipient' | 'service' | 'package'>): Disclosure => ({
  ...{ purpose: 'service-referral', recipient: file.recipient, service: file.service, fields: [...file.package] },
})
export const isOpenReferral = (file: ReferralFile): boolean => OPEN_REFERRAL.includes(file.state)
export const openReferrals = (referrals: Referrals): readonly ReferralFile[] => [...referrals.values()].filter(isOpenReferral)

const sideOf = (respondBy: string | null, at: string): ReferralKnown['respondByLies'] =>
  respondBy === null ? 'not-set' : respondBy > at ? 'ahead' : 'behind'

export function decideReferral(
  referrals: Referrals,
  command: ReferralCommand,
  context: ReferralContext,
): Outcome<readonly ReferralEvent[]> {
  const { account: by, at, asker, graceHours } = context
  const file = referrals.get(command.referral)
  if (!file && command.step !== 'draft') return refused('unknown-referral')
  if (command.step === 'note-feedback') return file ? feedbackOn(file, command, asker) : refused('unknown-referral')
  if (command.step === 'ask-file' || command.step === 'allow-file')
    return file ? fileFor(file, command.step, context) : refused('unknown-referral')
  const basis = command.step === 'send' && file?.state === 'draft' ? context.release(disclosureOf(file)) : null
  const respondBy = command.step === 'send' ? command.respondBy : (file?.respondBy ?? null)
  const known: ReferralKnown = {
    ...{
      released: basis?.ok === true,
      asker,
      respondByLies: sideOf(respondBy, at),
      isInSystem: (file?.channel ?? 'in-system') === 'in-system',
    },
    expired: respondBy !== null && addHours(respondBy, graceHours) < at,
  }
  const moved = take(referralMachine, { at: file?.state ?? null, before: null }, { step: command.step, known })
  // The gate says which of its reasons it was: a worker does another thing after "refused" than after "not asked".
  if (!moved.ok) return moved.refusal.code === 'referral-without-consent' && basis && !basis.ok ? basis : moved
  const stamp = { to: moved.value, by, at }
  if (command.step !== 'send') return accepted([{ kind: 'referral.moved.v1', payload: { ...command, ...stamp } }])
  return basis?.ok
    ? accepted([{ kind: 'referral.moved.v1', payload: { ...command, ...stamp, basis: basis.value } }])
    : refused('referral-without-consent')
}

/** Only who walks with the person asks it; a service does not grade itself. */
function feedbackOn(
  file: ReferralFile,
  { referral, receivedOn, helped }: Extract<ReferralCommand, { step: 'note-feedback' }>,
  asker: ReferralKnown['asker'],
): Outcome<readonly ReferralEvent[]> {
  if (asker !== 'sender' && asker !== 'manager') return refused('referral-belongs-to-its-sender')
  if (file.sentAt === null) return refused('referral-not-so-far', { state: file.state, step: 'note-feedback' })
  return accepted([{ kind: 'referral.feedback-received.v1', payload: { referral, receivedOn, helped } }])
}

/** Two persons for a file that bears a name: who makes it asks, somebody else who supervises says yes. */
function fileFor(file: ReferralFile, step: 'ask-file' | 'allow-file', context: ReferralContext): Outcome<readonly ReferralEvent[]> {
  const { account: by, at, asker, maySupervise } = context
  const { referral, fileAsked } = file
  if (asker !== 'sender' && asker !== 'manager') return refused('referral-belongs-to-its-sender')
  if (!isOpenReferral(file) || file.sentAt === null) return refused('transfer-referral-not-open')
  const payload = { referral, by, at }
  if (step === 'ask-file') return accepted([{ kind: 'referral.file-asked.v1', payload }])
  if (fileAsked === null) return refused('file-not-asked-for')
  return maySupervise && fileAsked.by !== by
    ? accepted([{ kind: 'referral.file-allowed.v1', payload }])
    : refused('file-allowed-by-another-person')
}

/** Ends what is open, whoever holds it: revoked where the table allows, else closed because the person no longer wants it. */
export function endReferral(
  file: ReferralFile,
  reason: 'consent-withdrawn' | 'consent-expired' | 'override-not-confirmed',
  stamp: { readonly by: AccountId; readonly at: string },
): readonly ReferralEvent[] {
  const { referral, state } = file
  if (state === 'sent' || state === 'acknowledged' || state === 'accepted')
    return [{ kind: 'referral.moved.v1', payload: { step: 'revoke', referral, reason, to: 'revoked', ...stamp } }]
  if (state === 'draft' || state === 'in-service')
    return [
      {
        kind: 'referral.moved.v1',
        payload: { step: 'close-without-service', referral, outcome: 'declined-by-survivor', to: 'closed-no-service', ...stamp },
      },
    ]
  return []
}

export function evolveReferrals(referrals: Referrals, event: ReferralEvent): Referrals {
  const put = (one: ReferralFile): Referrals => new Map([...referrals, [one.referral, one]])
  if (event.kind === 'referral.feedback-received.v1') {
    const { referral, receivedOn: on, helped } = event.payload
    const told = referrals.get(referral)
    return told ? put({ ...told, feedback: { on, helped } }) : referrals
  }
  if (event.kind !== 'referral.moved.v1') {
    const { referral, ...said } = event.payload
    const asked = referrals.get(referral)
    if (!asked) return referrals
    return put(event.kind === 'referral.file-asked.v1' ? { ...asked, fileAsked: said, fileAllowed: null } : { ...asked, fileAllowed: said })
  }
  const { payload } = event
  if (payload.step === 'draft') {
    const { referral, recipient, servicePoint, service, urgency, channel, package: fields, to, at } = payload
    return put({
      ...{ referral, recipient, servicePoint, service, urgency, channel, package: fields, state: to, statusAt: at },
      ...{ basis: null, respondBy: null, sentAt: null, answeredAt: null, serviceOn: null, endedAs: null, feedback: null },
      ...{ fileAsked: null, fileAllowed: null },
    })
  }
  const file = referrals.get(payload.referral)
  if (!file) return referrals
  const answeredAt = payload.step === 'send' || payload.step === 'acknowledge' ? null : (file.answeredAt ?? payload.at)
  const endedAs = 'reason' in payload ? payload.reason : 'outcome' in payload ? payload.outcome : file.endedAs
  // Where nobody said when it began, it had by the day on which it was said to be done.
  const serviceOn =
    payload.step === 'begin-service'
      ? payload.deliveredOn
      : payload.step === 'complete'
        ? (file.serviceOn ?? payload.at.slice(0, 10))
        : file.serviceOn
  const moved = { ...file, state: payload.to, statusAt: payload.at, answeredAt, serviceOn, endedAs }
  return put(payload.step === 'send' ? { ...moved, basis: payload.basis, respondBy: payload.respondBy, sentAt: payload.at } : moved)
}
