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
export type CustodianCommand =
  | ({ readonly step: 'name' } & Named)
  | { readonly step: 'confirm' }
  | { readonly step: 'renew-shares'; readonly case: string; readonly shares: number }
export interface CustodianContext {
  /** Who decides this. */
  readonly account: string
  /** Who may keep shares for this organisation and has a key. */
  readonly fit: readonly string[]
  /** Renewing: for each vault that the person may read now, one share for each of the three, sealed to their present keys, and nothing else. */
  readonly sharesFit?: boolean
}
export const CUSTODIANS = 3

export const custodianDecider: Decider<CustodiansState, CustodianCommand, CustodianEvent, CustodianContext> = {
  initial: { waiting: null, current: null },
  decide: ({ waiting }, command, context) => {
    const { account, fit } = context
    if (command.step === 'confirm') {
      if (waiting === null) return refused('no-custodians-to-confirm')
      if (!waiting.custodians.some((one) => one === account)) return refused('custodians-confirmed-by-one-of-them')
      return accepted([{ kind: 'key-custodians.confirmed.v1', payload: { naming: waiting.naming } }])
    }
    if (command.step === 'renew-shares') {
      if (context.sharesFit !== true) return refused('shares-not-for-custodians')
      return accepted([{ kind: 'key-custodians.shares-renewed.v1', payload: { case: command.case, shares: command.shares } }])
    }
    const { naming, organisation, custodians } = command
    const named = new Set<string>(custodians)
    if (named.size !== CUSTODIANS || custodians.length !== CUSTODIANS) return refused('custodians-must-be-three', { named: named.size })
    // Who names does not confirm, so who names is none of them.
    if (named.has(account)) return refused('custodian-not-oneself')
    if (!custodians.every((one) => fit.includes(one))) return refused('custodian-without-key')
    return accepted([{ kind: 'key-custodians.named.v1', payload: { naming, organisation, custodians } }])
  },
  evolve: (state, event) => {
    if (event.kind === 'key-custodians.named.v1') return { ...state, waiting: event.payload }
    return event.kind === 'key-custodians.confirmed.v1' ? { waiting: null, current: state.waiting } : state
  },
}
