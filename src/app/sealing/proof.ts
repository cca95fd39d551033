/*
A proof of consent on the devices of two custodians. Its file is forgotten, so nobody can say to which case it belonged: the place is read from inside the
share, must be of the evidence vault, and must be the same in both.
*/
import type { ProofShares, ProofToOpen } from '../../modules/cases/contract-proofs.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { toUtf8 } from '../field/keys.ts'
import { type PrivateHalf, openWith, sealTo } from './age.ts'
import { openText } from './sealed-text.ts'
import { type Place, joinShares } from './vault-keys.ts'

const LABEL = /^chanzo-vault-share-v1 ([0-9a-f-]{36}) evidence (\d+)\n/

async function placeIn(
  share: string,
  by: PrivateHalf,
): Promise<{ readonly place: Place; readonly plain: Awaited<ReturnType<typeof openWith>> } | null> {
  const plain = await openWith(by, share)
  const found = plain === null ? null : LABEL.exec(toUtf8(plain))
  return found === null ? null : { place: { caseId: found[1] ?? '', vault: 'evidence', generation: Number(found[2]) }, plain }
}
/** One's shares for another custodian; refuses with the first that does not open. */
export async function lendProof(
  { shares }: ProofShares,
  { own, toPublicKey }: { readonly own: PrivateHalf; readonly toPublicKey: string },
): Promise<Outcome<ProofShares>> {
  const lent: ProofShares['shares'][number][] = []
  for (const { generation, share } of shares) {
    const opened = await placeIn(share, own)
    if (opened === null || opened.plain === null) return refused('cannot-open', { vault: 'evidence' })
    lent.push({ generation, share: await sealTo(toPublicKey, opened.plain) })
  }
  return accepted({ shares: lent })
}
/** The words of the proof; what does not open is left out, and nothing opening is a refusal. */
export async function openProof(proof: ProofToOpen, own: PrivateHalf): Promise<Outcome<readonly string[]>> {
  const opened: string[] = []
  for (const { generation, publicKey } of proof.keys) {
    const shares = [...proof.own, ...proof.lent].filter((one) => one.generation === generation).map((one) => one.share)
    const first = shares[0] === undefined ? null : await placeIn(shares[0], own)
    if (first === null) continue
    const key = await joinShares(shares, { place: first.place, publicKey, reader: own })
    if (!key.ok) continue
    for (const text of proof.texts.filter((one) => one.generation === generation)) {
      const words = await openText({ ...text, vault: 'evidence' }, { caseId: first.place.caseId, privateHalf: key.value.privateHalf })
      if (words.ok) opened.push(words.value)
    }
  }
  return opened.length === 0 ? refused('shares-do-not-fit', { shares: 2, needed: 2 }) : accepted(opened)
}
