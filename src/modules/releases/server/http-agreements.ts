/* Agreements on sharing over HTTP: drafted by who asks for releases, signed and ended by who protects the data. */
import { accepted } from '../../../kernel/outcome.ts'
import { asId, mustParse, record } from '../../../kernel/schema.ts'
import { todayAt } from '../../../kernel/calendar.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import {
  type AgreementAnswer,
  AgreementId,
  AgreementList,
  AgreementState,
  AgreementTerms,
  DraftAgreement,
  GiveReason,
  SignAgreement,
} from '../contract.ts'
import {
  type Agreement,
  type AgreementCommand,
  type AgreementContext,
  type AgreementEvent,
  agreementDecider,
  agreementKinds,
} from '../domain/agreement.ts'
import * as store from './store.ts'

export const agreementAggregate: Aggregate<Agreement, AgreementCommand, AgreementEvent, AgreementContext> = {
  name: 'sharing-agreement',
  decider: agreementDecider,
  kinds: agreementKinds,
}
const params = record({ agreement: AgreementId })
const contextOf =
  (who: Who) =>
  (_tx: unknown, _state: unknown, { today }: { readonly today: string }): Promise<AgreementContext> =>
    Promise.resolve({ today, by: asId('account', who.account) })

export const agreementRoutes = (): readonly Route[] => [
  readRoute({
    path: '/api/sharing-agreements',
    allow: can('releases.read'),
    summary: 'Agreements under which figures and coded rows may leave; newest first',
    answer: AgreementList,
    read: async ({ tx, tenant, who, now }) => {
      const rows = await store.listAgreements(tx, tenant)
      return accepted({ agreements: rows.map((row) => answerOf(row, { who, today: todayAt(now) })) })
    },
  }),
  writeRoute({
    path: '/api/sharing-agreements',
    allow: can('cases.statistics'),
    summary: 'Drafts an agreement; another person signs it off',
    body: DraftAgreement,
    write: ({ door, who, envelope, data }) =>
      door.execute({
        ...{ aggregate: agreementAggregate, subject: data.id, envelope, who, context: contextOf(who) },
        command: { step: 'draft', terms: data.terms },
      }),
  }),
  writeRoute({
    path: '/api/sharing-agreements/:agreement/signature',
    allow: can('cases.protect-data'),
    summary: 'Records that the parties signed; never by who drafted it',
    params,
    body: SignAgreement,
    write: ({ door, who, envelope, data, params: { agreement } }) =>
      door.execute({
        ...{ aggregate: agreementAggregate, subject: agreement, envelope, who, context: contextOf(who) },
        command: { step: 'sign', signedOn: data.signedOn },
      }),
  }),
  writeRoute({
    path: '/api/sharing-agreements/:agreement/end',
    allow: can('cases.protect-data'),
    summary: 'Ends an agreement with a reason: nothing leaves under it any more',
    params,
    body: GiveReason,
    write: ({ door, who, envelope, data, params: { agreement } }) =>
      door.execute({
        ...{ aggregate: agreementAggregate, subject: agreement, envelope, who, context: contextOf(who) },
        command: { step: 'end', reason: data.reason },
      }),
  }),
]

export function answerOf(row: store.AgreementRow, { who, today }: { readonly who: Who; readonly today: string }): AgreementAnswer {
  const terms = mustParse(AgreementTerms, row.terms)
  const state = mustParse(AgreementState, row.state)
  return {
    ...{ id: asId('sharing-agreement', row.id), terms, state, isActive: state === 'signed' && terms.expiresOn >= today },
    ...{ signedOn: row.signedOn, endedOn: row.endedOn, endReason: row.endReason, isMine: row.draftedBy === who.account },
  }
}
/** The terms, `null` unless it is active on that day. */
export const activeTerms = (row: store.AgreementRow | null, today: string): AgreementTerms | null => {
  if (row === null || row.state !== 'signed') return null
  const terms = mustParse(AgreementTerms, row.terms)
  return terms.expiresOn >= today ? terms : null
}
