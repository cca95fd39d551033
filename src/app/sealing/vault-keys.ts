/*
The keys of a case's vaults: made, handed to readers, split among custodians, joined again. Each box says inside to which case, vault and generation it belongs. Who makes the keys of a case
without being a reader forgets them here and can open nothing afterwards: that is write-only capture.
*/
import type { KeyHolder } from '../../modules/cases/contract-keys.ts'
import type { VaultKey, VaultKeys, VaultName, VaultShare, VaultWrap } from '../../modules/cases/contract-vault.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { fromBase64, toBase64 } from '../field/keys.ts'
import { type Pair, type PrivateHalf, labelled, newPair, openWith, pairOf, readLabelled, sealTo } from './age.ts'

export interface Reader extends KeyHolder {
  /** Absent: all vaults that are made. */
  readonly vaults?: readonly VaultName[]
}
export interface Place {
  readonly caseId: string
  readonly vault: VaultName
  readonly generation: number
}
/** A vault whose private half is at hand. */
export interface OpenVaultKey extends Place {
  readonly publicKey: string
  readonly privateHalf: PrivateHalf
}
export const SHARES = 3
export const SHARES_NEEDED = 2

/**
 * With custodians: exactly three, or none where the organisation has not named them; then a lost key is lost, and the screen says so beforehand.
 * Refuses with `custodians-must-be-three`, `no-reader`.
 */
export async function makeVaultKeys({
  caseId,
  generation = 1,
  ...to
}: {
  readonly caseId: string
  readonly vaults: readonly VaultName[]
  readonly generation?: number
  readonly readers: readonly Reader[]
  readonly custodians: readonly KeyHolder[]
}): Promise<Outcome<VaultKeys>> {
  const vaults = [...new Set(to.vaults)]
  const persons = new Set(to.custodians.map(({ account }) => account))
  if (to.custodians.length > 0 && (to.custodians.length !== SHARES || persons.size !== SHARES))
    return refused('custodians-must-be-three', { named: persons.size })
  if (!vaults.every((vault) => to.readers.some((reader) => reads(reader, vault)))) return refused('no-reader')
  const made = await Promise.all(vaults.map(async (vault) => makeOne({ caseId, vault, generation }, to)))
  return accepted({
    keys: made.map(({ key }) => key),
    wraps: made.flatMap(({ wraps }) => wraps),
    shares: made.flatMap(({ shares }) => shares),
  })
}

const reads = ({ vaults }: Reader, vault: VaultName): boolean => vaults === undefined || vaults.includes(vault)

async function makeOne(place: Place, to: { readonly readers: readonly Reader[]; readonly custodians: readonly KeyHolder[] }) {
  const { publicKey, privateHalf } = await newPair()
  const opened = { ...place, publicKey, privateHalf }
  const { vault, generation } = place
  const key: VaultKey = { vault, generation, publicKey }
  const wraps = await Promise.all(to.readers.filter((reader) => reads(reader, vault)).map(async (reader) => wrapFor(opened, reader)))
  return { key, wraps, shares: await sharesFor(opened, to.custodians) }
}

/** The vault's private half for one more reader. */
export async function wrapFor(opened: OpenVaultKey, { account, key, publicKey }: KeyHolder): Promise<VaultWrap> {
  const { vault, generation } = opened
  return { vault, generation, reader: account, key, wrapped: await sealTo(publicKey, labelled(wrapLabel(opened), opened.privateHalf)) }
}

/** Refuses with `cannot-open`: sealed to another key, for another case, or not the half of this public key. */
export async function openWrap(
  wrap: Pick<VaultWrap, 'wrapped'>,
  by: { readonly place: Place; readonly publicKey: string; readonly reader: PrivateHalf },
): Promise<Outcome<OpenVaultKey>> {
  const privateHalf = readLabelled(wrapLabel(by.place), await openWith(by.reader, wrap.wrapped))
  const { caseId, vault, generation } = by.place
  const place = { caseId, vault, generation }
  if (privateHalf === null) return refused('cannot-open', { vault })
  const pair = await pairIf(privateHalf)
  return pair?.publicKey === by.publicKey ? accepted({ ...place, ...pair }) : refused('cannot-open', { vault })
}

/** Shares for custodians who were named after the case was opened, or anew after one was replaced: by any reader of the vault. */
export async function sharesFor(opened: OpenVaultKey, custodians: readonly KeyHolder[]): Promise<VaultShare[]> {
  if (custodians.length === 0) return []
  const { split } = await import('shamir-secret-sharing')
  const parts = await split(new TextEncoder().encode(opened.privateHalf), SHARES, SHARES_NEEDED)
  const { vault, generation } = opened
  return Promise.all(
    custodians.slice(0, SHARES).map(async ({ account, key, publicKey }, at) => {
      const part = new Uint8Array(parts[at] ?? [])
      return { vault, generation, custodian: account, key, share: await sealTo(publicKey, labelled(shareLabel(opened), toBase64(part))) }
    }),
  )
}

/** What a custodian hands on: the share, readable by the person who asked and by nobody else. The custodian's device sees the share and never the key. */
export async function resealShare(
  share: Pick<VaultShare, 'share'>,
  by: { readonly place: Place; readonly custodian: PrivateHalf; readonly toPublicKey: string },
): Promise<Outcome<string>> {
  const part = readLabelled(shareLabel(by.place), await openWith(by.custodian, share.share))
  if (part === null) return refused('cannot-open', { vault: by.place.vault })
  return accepted(await sealTo(by.toPublicKey, labelled(shareLabel(by.place), part)))
}

/** Two shares, resealed to this reader. Refuses with `shares-do-not-fit`: too few, twice the same, of different splits, or of another key. */
export async function joinShares(
  shares: readonly string[],
  by: { readonly place: Place; readonly publicKey: string; readonly reader: PrivateHalf },
): Promise<Outcome<OpenVaultKey>> {
  const parts = await Promise.all(shares.map(async (share) => readLabelled(shareLabel(by.place), await openWith(by.reader, share))))
  const distinct = [...new Set(parts.filter((part) => part !== null))]
  if (distinct.length < SHARES_NEEDED) return refused('shares-do-not-fit', { shares: distinct.length, needed: SHARES_NEEDED })
  const { combine } = await import('shamir-secret-sharing')
  const pair = await combine(distinct.map(fromBase64)).then(
    async (whole) => pairIf(new TextDecoder().decode(whole)),
    () => null,
  )
  const { caseId, vault, generation } = by.place
  if (pair?.publicKey !== by.publicKey) return refused('shares-do-not-fit', { shares: distinct.length, needed: SHARES_NEEDED })
  return accepted({ caseId, vault, generation, ...pair })
}

const pairIf = async (privateHalf: string): Promise<Pair | null> => pairOf(privateHalf).catch(() => null)
const wrapLabel = ({ caseId, vault, generation }: Place): string => `chanzo-vault-key-v1 ${caseId} ${vault} ${generation}`
const shareLabel = ({ caseId, vault, generation }: Place): string => `chanzo-vault-share-v1 ${caseId} ${vault} ${generation}`
