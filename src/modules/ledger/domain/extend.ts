/*
Which kinds of event become entries is itself a fact of the log: a kind that joins brings its earlier events into the ledger at that moment and not
before, so that neither a new release nor a rebuild gives any entry another place.
*/
import type { Decider } from '../../../kernel/decider.ts'
import { accepted } from '../../../kernel/outcome.ts'
import { type Infer, listOf, record, text } from '../../../kernel/schema.ts'

export const ledgerKinds = { 'ledger.extended.v1': record({ kinds: listOf(text(80), 200) }) } as const
export interface LedgerEvent {
  readonly kind: 'ledger.extended.v1'
  readonly payload: Infer<(typeof ledgerKinds)['ledger.extended.v1']>
}
interface State {
  readonly kinds: readonly string[]
}
export interface Extend {
  readonly kinds: readonly string[]
}

export const ledgerDecider: Decider<State, Extend, LedgerEvent, null> = {
  initial: { kinds: [] },
  decide: (state, { kinds }) => {
    const fresh = [...new Set(kinds)].filter((kind) => !state.kinds.includes(kind)).sort()
    return accepted(fresh.length === 0 ? [] : [{ kind: 'ledger.extended.v1', payload: { kinds: fresh } }])
  },
  evolve: (state, { payload }) => ({ kinds: [...state.kinds, ...payload.kinds] }),
}
