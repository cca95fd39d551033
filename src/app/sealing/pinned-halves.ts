/*
Which public key a vault of a case had when this device first sealed to it or saw it. A vault's key never changes under its number; when one does,
somebody put their own in its place, and nothing more is sealed. Cases are hashes here: who finds the store learns no number.
*/
import { fromUtf8, toBase64 } from '../field/keys.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import type { VaultKey } from '../../modules/cases/contract-vault.ts'
import type { SmallStore } from './colleagues.ts'

export interface PinnedHalves {
  /** Remembers what was never seen; `vault-key-changed` where one is another than before. */
  readonly admit: (caseId: string, keys: readonly VaultKey[]) => Promise<Outcome<readonly VaultKey[]>>
}
export function pinnedHalvesOf(account: string, store: SmallStore): PinnedHalves {
  const hash = async (words: string): Promise<string> =>
    toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', fromUtf8(words)))).slice(0, 22)
  return {
    admit: async (caseId, keys) => {
      for (const { vault, generation, publicKey } of keys) {
        const name = `chanzo.vaults.${await hash(`${account}\n${caseId}\n${vault}\n${generation}`)}`
        const now = await hash(publicKey)
        const before = store.getItem(name)
        if (before !== null && before !== now) return refused('vault-key-changed', { vault })
        if (before === null) store.setItem(name, now)
      }
      return accepted(keys)
    },
  }
}
