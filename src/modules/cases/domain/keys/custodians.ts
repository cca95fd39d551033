/*
Who keeps the shares of an organisation: three different people with a key of their own. One person names them, one of the three confirms; until then the former three stay. Whoever watches over
the data names them and keeps no share. (D)
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import type { CustodianEvent } from './key-words.ts'

type Named = Extract<CustodianEvent, { kind: 'key-custodians.named.v1' }>['payload']
export interface CustodiansState {
  readonly waiting: Named | null
  readonly current: Named | null
}
export type CustodianCommand = ({ readonly step: 'name' } & Named) | { readonly step: 'confirm' }
export interface CustodianContext {
  /** Who decides this. */
  readonly account: string
  /** Who may keep shares for this organisation and has a key. */
  readonly fit: readonly string[]
}
export const CUSTODIANS = 3

export const custodianDecider: Decider<CustodiansState, CustodianCommand, CustodianEvent, CustodianContext> = {
  initial: { waiting: null, current: null },
  decide: ({ waiting }, command, { account, fit }) => {
    if (command.step === 'confirm') {
      if (waiting === null) return refused('no-custodians-to-confirm')
      if (!waiting.custodians.some((one) => one === account)) return refused('custodians-confirmed-by-one-of-them')
      return accepted([{ kind: 'key-custodians.confirmed.v1', payload: { naming: waiting.naming } }])
    }
    const { naming, organisation, custodians } = command
    const named = new Set<string>(custodians)
    if (named.size !== CUSTODIANS || custodians.length !== CUSTODIANS) return refused('custodians-must-be-three', { named: named.size })
    // Who names does not confirm, so who names is none of them.
    if (named.has(account)) return refused('custodian-not-oneself')
    if (!custodians.every((one) => fit.includes(one))) return refused('custodian-without-key')
    return accepted([{ kind: 'key-custodians.named.v1', payload: { naming, organisation, custodians } }])
  },
  evolve: (state, event) =>
    event.kind === 'key-custodians.named.v1' ? { ...state, waiting: event.payload } : { waiting: null, current: state.waiting },
}
