/* Proofs of consent that outlive a file for a year, as the devices of custodians get them: ciphertext, and shares that open for one of them each. */
import { type Infer, calendarDate, count, id, listOf, oneOf, record, text, whole, yesOrNo } from '../../kernel/schema.ts'
import { AccountId } from '../people/contract.ts'
import { PublicKey, TextSlot, VaultShare } from './contract-vault.ts'

export const ProofId = id('consent-proof')
/** Why a proof is asked for. */
export const ProofGround = oneOf('asked-by-the-person', 'complaint', 'court-order', 'audit')
export type ProofGround = Infer<typeof ProofGround>
export const ProofShare = record({ generation: whole().min(1), share: VaultShare.shape.share })
export const LendShares = record({ to: AccountId, ground: ProofGround, shares: listOf(ProofShare, 40) })
export type LendShares = Infer<typeof LendShares>
export const ProofShares = record({ shares: listOf(ProofShare, 40) })
export type ProofShares = Infer<typeof ProofShares>
export const ProofList = record({
  proofs: listOf(record({ proof: ProofId, until: calendarDate(), isLentToMe: yesOrNo(), lentTo: listOf(AccountId, 3) }), 5000),
  months: count(),
})
export type ProofList = Infer<typeof ProofList>
export const SealedProof = record({
  keys: listOf(record({ generation: whole().min(1), publicKey: PublicKey }), 40),
  texts: listOf(record({ id: text(40), slot: TextSlot, generation: whole().min(1), box: text(90_000) }), 500),
})
export type SealedProof = Infer<typeof SealedProof>
/** With one's own shares and those that another lent. */
export const ProofToOpen = record({ ...SealedProof.shape, own: listOf(ProofShare, 40), lent: listOf(ProofShare, 80) })
export type ProofToOpen = Infer<typeof ProofToOpen>
