/* The two halves of a recovery as devices do them: a custodian reseals what they keep, the asker joins what two gave and wraps it for themselves. */
import type {
  FinishRecovery,
  GiveShares,
  KeyHolder,
  RenewShares,
  SharesGiven,
  SharesToGive,
  SharesWanting,
} from '../../modules/cases/contract-keys.ts'
import { type Outcome, accepted } from '../../kernel/outcome.ts'
import type { Unlocked } from './unlocked.ts'

/** Refuses with the first share that does not open: half a gift would look like a whole one. */
export async function resealAll(unlocked: Unlocked, { shares }: SharesToGive, toPublicKey: string): Promise<Outcome<GiveShares>> {
  const resealed: GiveShares['shares'][number][] = []
  for (const { case: caseId, vault, generation, share } of shares) {
    const one = await unlocked.resealShare({ share }, { caseId, vault, generation }, toPublicKey)
    if (!one.ok) return one
    resealed.push({ case: caseId, vault, generation, share: one.value })
  }
  return accepted({ shares: resealed })
}

/** What two gave and fits together; a vault that does not open is left out, and may be asked for again. */
export async function openGiven(
  unlocked: Unlocked,
  { vaults }: SharesGiven,
): Promise<{ readonly wraps: FinishRecovery['wraps']; readonly cases: number }> {
  const wraps: FinishRecovery['wraps'] = []
  const known = new Set<string>()
  for (const { case: caseId, vault, generation, publicKey, shares } of vaults) {
    const joined = await unlocked.joinShares(shares, { caseId, vault, generation, publicKey })
    if (joined.ok) known.add(`${caseId} ${vault} ${generation}`)
  }
  for (const caseId of new Set(vaults.map((one) => one.case))) {
    const own = await unlocked.wrapFor(caseId, [...new Set(vaults.map(({ vault }) => vault))], unlocked.holder)
    if (own.ok)
      for (const wrap of own.value) if (known.has(`${caseId} ${wrap.vault} ${wrap.generation}`)) wraps.push({ case: caseId, ...wrap })
  }
  return { wraps, cases: new Set(wraps.map((one) => one.case)).size }
}

/** The keys of one case split anew for these three; only of what this person can open. */
export async function newShares(
  unlocked: Unlocked,
  wanting: SharesWanting['cases'][number],
  custodians: readonly KeyHolder[],
): Promise<Outcome<RenewShares>> {
  const opened = await unlocked.openVaults(wanting.case, wanting)
  if (!opened.ok) return opened
  const made = await unlocked.sharesFor(wanting.case, [...new Set(wanting.keys.map(({ vault }) => vault))], custodians)
  if (!made.ok) return made
  const asked = new Set(wanting.wraps.map(({ vault, generation }) => `${vault} ${generation}`))
  return accepted({ case: wanting.case, shares: made.value.filter(({ vault, generation }) => asked.has(`${vault} ${generation}`)) })
}
