/* The mineral side of an organisation: what it is in the chain, under which numbers, where. How to reach it is kept apart from the log. */
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import type { Infer } from '../../../kernel/schema.ts'
import { DescribeOperator } from '../contract.ts'

export const OperatorDescribed = DescribeOperator
export const operatorKinds = { 'operator.described.v1': OperatorDescribed } as const
export type OperatorEvent = DomainEvent<'operator.described.v1', Infer<typeof OperatorDescribed>>
export type OperatorCommand = { readonly type: 'describe' } & Infer<typeof DescribeOperator>
export interface OperatorContext {
  readonly known: boolean
  readonly inside: boolean
  readonly own: boolean
  readonly oversees: boolean
}

/** Refusals: `unknown-operator`, `operator-outside-your-territory`, `operator-not-yours`, `operator-needs-address`. */
export const operatorDecider: Decider<Infer<typeof DescribeOperator> | null, OperatorCommand, OperatorEvent, OperatorContext> = {
  initial: null,
  decide: (_state, { type: _type, ...payload }, { known, inside, own, oversees }) => {
    if (!known) return refused('unknown-operator')
    if (oversees ? !inside : !own) return refused(oversees ? 'operator-outside-your-territory' : 'operator-not-yours')
    if (payload.legalAddress === undefined && payload.physicalAddress === undefined) return refused('operator-needs-address')
    return accepted([{ kind: 'operator.described.v1', payload }])
  },
  evolve: (_state, event) => event.payload,
}
