/*
After a reader left nothing more is sealed under the key that they know: the device of whoever writes next makes a new one, for all who read the
vault now and for the custodians, and sends it with the text in the same step.
*/
import type { Outcome } from '../../../../kernel/outcome.ts'
import { refused } from '../../../../kernel/outcome.ts'
import type { KeyHolderShown } from '../../contract-keys.ts'
import type { VaultKey, VaultKeys, VaultName } from '../../contract-vault.ts'
import type { Access } from '../../domain/access/access.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { makeVaultKeys } from '../../../../app/sealing/vault-keys.ts'

export const newestKey = (keys: readonly VaultKey[], vault: VaultName): VaultKey | null =>
  keys
    .filter((one) => one.vault === vault)
    .reduce<VaultKey | null>((best, one) => (best === null || one.generation > best.generation ? one : best), null)

export interface RenewAsked {
  readonly caseId: string
  readonly vaults: readonly VaultName[]
  readonly access: Access
  /** Of everybody in the team, admitted by `Colleagues`. */
  readonly holders: readonly Pick<KeyHolderShown, 'account' | 'key' | 'publicKey'>[]
  readonly custodians: readonly Pick<KeyHolderShown, 'account' | 'key' | 'publicKey'>[]
}
const joined = (parts: readonly VaultKeys[]): VaultKeys => ({
  keys: parts.flatMap((one) => one.keys),
  wraps: parts.flatMap((one) => one.wraps),
  shares: parts.flatMap((one) => one.shares),
})
export const joinKeys = (...parts: readonly (VaultKeys | undefined)[]): VaultKeys | undefined => {
  const there = parts.filter((one) => one !== undefined)
  return there.length === 0 ? undefined : joined(there)
}

/** Each vault has its own readers and its own count of generations. */
export async function renewVaults({ caseId, vaults, access, holders, custodians }: RenewAsked): Promise<Outcome<VaultKeys>> {
  const parts: VaultKeys[] = []
  for (const vault of vaults) {
    const reading = new Set<string>(access.members.filter((one) => one.vaults.includes(vault)).map((one) => one.account))
    const readers = holders.filter((one) => reading.has(one.account))
    if (readers.length === 0) return refused('no-reader')
    const made = await makeVaultKeys({ caseId, vaults: [vault], generation: (access.generations.get(vault) ?? 0) + 1, readers, custodians })
    if (!made.ok) return made
    parts.push(made.value)
  }
  return { ok: true, value: joined(parts) }
}
export const renewCommand = (keys: VaultKeys): OneCommand => ({
  about: 'access',
  ask: { step: 'renew-keys', generations: [...keys.keys] },
})
