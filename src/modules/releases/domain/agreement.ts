/*
An agreement on sharing: drafted by one person, signed off by another, ended with a reason. Its terms never change; other terms are another agreement.
It is active from its signature until it is ended or its last day has passed, and nothing leaves without one that is.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, record, text } from '../../../kernel/schema.ts'
import { AccountId } from '../../people/contract.ts'
import { AgreementTerms } from '../contract.ts'

export const AgreementDrafted = record({ terms: AgreementTerms, by: AccountId })
export const AgreementSigned = record({ signedOn: calendarDate(), by: AccountId })
export const AgreementEnded = record({ endedOn: calendarDate(), reason: text(400), by: AccountId })
export const agreementKinds = {
  'sharing-agreement.drafted.v1': AgreementDrafted,
  'sharing-agreement.signed.v1': AgreementSigned,
  'sharing-agreement.ended.v1': AgreementEnded,
} as const
export type AgreementEvent =
  | DomainEvent<'sharing-agreement.drafted.v1', Infer<typeof AgreementDrafted>>
  | DomainEvent<'sharing-agreement.signed.v1', Infer<typeof AgreementSigned>>
  | DomainEvent<'sharing-agreement.ended.v1', Infer<typeof AgreementEnded>>

export type Agreement =
  | { readonly at: 'none' }
  | {
      readonly at: 'drafted' | 'signed' | 'ended'
      readonly terms: AgreementTerms
      readonly draftedBy: AccountId
      readonly signedOn: string | null
    }
export type AgreementCommand =
  | { readonly step: 'draft'; readonly terms: AgreementTerms }
  | { readonly step: 'sign'; readonly signedOn: string }
  | { readonly step: 'end'; readonly reason: string }
export interface AgreementContext {
  readonly today: string
  readonly by: AccountId
}

export const isActive = (agreement: Agreement, today: string): boolean => agreement.at === 'signed' && agreement.terms.expiresOn >= today

/** Refusals: `agreement-exists`, `unknown-agreement`, `agreement-would-be-over`, `second-person-for-agreement`, `agreement-not-drafted`, `agreement-signed-in-the-future`, `agreement-not-signed`. */
export const agreementDecider: Decider<Agreement, AgreementCommand, AgreementEvent, AgreementContext> = {
  initial: { at: 'none' },
  decide: (state, command, { today, by }) => {
    if (command.step === 'draft') {
      if (state.at !== 'none') return refused('agreement-exists')
      if (command.terms.expiresOn < today) return refused('agreement-would-be-over', { day: command.terms.expiresOn })
      return accepted([{ kind: 'sharing-agreement.drafted.v1', payload: { terms: command.terms, by } }])
    }
    if (state.at === 'none') return refused('unknown-agreement')
    if (command.step === 'sign') {
      if (state.at !== 'drafted') return refused('agreement-not-drafted')
      if (state.draftedBy === by) return refused('second-person-for-agreement')
      if (command.signedOn > today) return refused('agreement-signed-in-the-future', { day: command.signedOn })
      if (state.terms.expiresOn < today) return refused('agreement-would-be-over', { day: state.terms.expiresOn })
      return accepted([{ kind: 'sharing-agreement.signed.v1', payload: { signedOn: command.signedOn, by } }])
    }
    if (state.at !== 'signed') return refused('agreement-not-signed')
    return accepted([{ kind: 'sharing-agreement.ended.v1', payload: { endedOn: today, reason: command.reason, by } }])
  },
  evolve: (state, event) => {
    if (event.kind === 'sharing-agreement.drafted.v1')
      return { at: 'drafted', terms: event.payload.terms, draftedBy: event.payload.by, signedOn: null }
    if (state.at === 'none') return state
    return event.kind === 'sharing-agreement.signed.v1'
      ? { ...state, at: 'signed', signedOn: event.payload.signedOn }
      : { ...state, at: 'ended' }
  },
}
