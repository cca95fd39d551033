/* What a company or an authority holds of a place, with day and author. It is never called official; it can be withdrawn and stays in the log. */
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, orNull, record, text } from '../../../kernel/schema.ts'
import { type DeclarePlace, DeclaredPlace, type WithdrawDeclaration } from '../contract.ts'

const by = { on: calendarDate(), by: text(60), body: orNull(text(60)) }
export const PlaceDeclared = record({ place: DeclaredPlace, source: text(400), why: text(2000), ...by })
export const DeclarationWithdrawn = record({ reason: text(400), ...by })
export const declarationKinds = {
  'risk-declaration.made.v1': PlaceDeclared,
  'risk-declaration.withdrawn.v1': DeclarationWithdrawn,
} as const
export type DeclarationEvent =
  | DomainEvent<'risk-declaration.made.v1', Infer<typeof PlaceDeclared>>
  | DomainEvent<'risk-declaration.withdrawn.v1', Infer<typeof DeclarationWithdrawn>>
export type DeclarationCommand =
  | ({ readonly type: 'declare' } & Infer<typeof DeclarePlace>)
  | ({ readonly type: 'withdraw' } & Infer<typeof WithdrawDeclaration>)
export interface DeclarationContext {
  readonly today: string
  readonly account: string
  readonly organisation: string | null
  readonly known: boolean
}
type Standing = { readonly body: string | null; readonly withdrawn: boolean } | null

export const declarationDecider: Decider<Standing, DeclarationCommand, DeclarationEvent, DeclarationContext> = {
  initial: null,
  decide: (state, command, { today, account, organisation, known }) => {
    const act = { on: today, by: account, body: organisation }
    if (command.type === 'declare') {
      const { place, source, why } = command
      if (state) return refused('declared-already')
      if (!known) return refused('unknown-risk-subject')
      return accepted([{ kind: 'risk-declaration.made.v1', payload: { place, source, why, ...act } }])
    }
    if (!state || state.withdrawn) return refused('unknown-declaration')
    if (state.body !== organisation) return refused('declaration-not-yours')
    return accepted([{ kind: 'risk-declaration.withdrawn.v1', payload: { reason: command.reason, ...act } }])
  },
  evolve: (state, event) =>
    event.kind === 'risk-declaration.made.v1'
      ? { body: event.payload.body, withdrawn: false }
      : { body: state?.body ?? null, withdrawn: true },
}
