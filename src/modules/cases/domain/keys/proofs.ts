/*
Opening a proof of consent whose file is forgotten: one custodian lends their share to another with a ground, the other opens. Two people, two lines of the
log, and none of them says whose proof it is: nobody knows before it is open.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, listOf, record } from '../../../../kernel/schema.ts'
import { AccountId } from '../../../people/contract.ts'
import { ProofGround } from '../../contract-proofs.ts'
import { GIVERS_NEEDED } from './recovery.ts'

const Lent = record({ to: AccountId, ground: ProofGround })
const Opened = record({ ground: ProofGround, lenders: listOf(AccountId, 3) })
export const proofKinds = { 'consent-proof.share-lent.v1': Lent, 'consent-proof.opened.v1': Opened } as const
export type ProofEvent =
  | DomainEvent<'consent-proof.share-lent.v1', Infer<typeof Lent>>
  | DomainEvent<'consent-proof.opened.v1', Infer<typeof Opened>>
export type ProofCommand =
  | ({ readonly step: 'lend' } & Infer<typeof Lent>)
  | { readonly step: 'open'; readonly ground: ProofGround; readonly lenders: readonly AccountId[] }
export interface ProofContext {
  readonly by: string
  /** Of this proof, in whole. */
  readonly holdsShares: boolean
  /** Whether the other keeps a share of it too. */
  readonly otherHolds: boolean
}
export const proofDecider: Decider<null, ProofCommand, ProofEvent, ProofContext> = {
  initial: null,
  decide: (_state, command, { by, holdsShares, otherHolds }) => {
    if (!holdsShares) return refused('unknown-consent-proof')
    if (command.step === 'open') {
      const { ground, lenders } = command
      if (lenders.length === 0) return refused('two-custodians-needed', { needed: GIVERS_NEEDED, given: 1 })
      return accepted([{ kind: 'consent-proof.opened.v1', payload: { ground, lenders: [...lenders] } }])
    }
    if (command.to === by || !otherHolds) return refused('proof-share-for-custodian')
    return accepted([{ kind: 'consent-proof.share-lent.v1', payload: { to: command.to, ground: command.ground } }])
  },
  evolve: (state) => state,
}
