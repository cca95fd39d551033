/*
The way of a referral, as a table. A referral in service cannot be revoked, only closed because the person no longer wants it: that is what a
withdrawal of consent does to it. Access of the recipient follows from the state alone, so that no forgotten switch leaves a file open.
*/
import type { Guard, Machine } from '../machine.ts'
import type { ReferralState, ReferralStep } from './referral-words.ts'

export interface ReferralKnown {
  /** What the consent gate answered: see consent/gate.ts. */
  readonly released: boolean
  readonly asker: 'sender' | 'recipient' | 'manager' | 'other'
  /** The recipient has it in Chanzo and answers there; of a slip or a call only the sender can say what was answered. */
  readonly isInSystem: boolean
  readonly expired: boolean
  /** An answer is only due from somebody who was given a time. */
  readonly respondByLies: 'ahead' | 'behind' | 'not-set'
}
const gate: Guard<ReferralKnown> = { code: 'referral-without-consent', holds: (known) => known.released }
const byRecipient: Guard<ReferralKnown> = {
  code: 'referral-answered-by-recipient-only',
  holds: ({ asker, isInSystem }) => asker === 'recipient' || (!isInSystem && (asker === 'sender' || asker === 'manager')),
}
const bySender: Guard<ReferralKnown> = {
  code: 'referral-belongs-to-its-sender',
  holds: (known) => known.asker === 'sender' || known.asker === 'manager',
}
const byEither: Guard<ReferralKnown> = { code: 'referral-of-others', holds: (known) => known.asker !== 'other' }
const late: Guard<ReferralKnown> = { code: 'referral-still-in-time', holds: (known) => known.expired }
const ahead: Guard<ReferralKnown> = { code: 'referral-answer-due-in-the-past', holds: (known) => known.respondByLies === 'ahead' }

export const OPEN_REFERRAL: readonly ReferralState[] = ['draft', 'sent', 'acknowledged', 'accepted', 'in-service']

export const referralMachine: Machine<ReferralState, ReferralStep, ReferralKnown> = {
  name: 'referral',
  evidence: 'D',
  source: 'own table on the shape of Primero’s transitions (in progress, accepted, rejected, done, revoked: V)',
  states: [...OPEN_REFERRAL, 'done', 'rejected', 'revoked', 'expired', 'closed-no-service'],
  names: ['draft', 'send', 'acknowledge', 'accept', 'reject', 'revoke', 'begin-service', 'complete', 'expire', 'close-without-service'],
  steps: [
    { step: 'draft', from: [null], to: 'draft', guards: [bySender] },
    { step: 'send', from: ['draft'], to: 'sent', guards: [bySender, ahead, gate] },
    { step: 'acknowledge', from: ['sent'], to: 'acknowledged', guards: [byRecipient] },
    { step: 'accept', from: ['sent', 'acknowledged'], to: 'accepted', guards: [byRecipient] },
    { step: 'reject', from: ['sent', 'acknowledged'], to: 'rejected', guards: [byRecipient] },
    { step: 'revoke', from: ['sent', 'acknowledged', 'accepted'], to: 'revoked', guards: [bySender] },
    { step: 'begin-service', from: ['accepted'], to: 'in-service', guards: [byEither] },
    { step: 'complete', from: ['in-service', 'accepted'], to: 'done', guards: [byEither] },
    { step: 'expire', from: ['sent'], to: 'expired', guards: [late] },
    { step: 'close-without-service', from: OPEN_REFERRAL, to: 'closed-no-service', guards: [byEither] },
  ],
}

/** The recipient sees the package from the moment it is sent until it is over, however it is over. */
export const recipientReads = (state: ReferralState): boolean => state !== 'draft' && OPEN_REFERRAL.includes(state)
