/*
The one holder of opened keys: the person's own private half, the private halves of vaults opened with it, and the texts that were read. All live in this closure and nowhere else; lock() lets go of
all of it at once, and after idle minutes it locks itself. A telephone stops timers while its screen is dark, so the time is also looked at before every use. JavaScript cannot
overwrite a text in memory; what is let go of goes when the browser collects it.
*/
import type { KeyHolder } from '../../modules/cases/contract-keys.ts'
import type { ProofShares, ProofToOpen } from '../../modules/cases/contract-proofs.ts'
import type { SealedText, VaultKey, VaultName, VaultShare, VaultWrap } from '../../modules/cases/contract-vault.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import type { Bytes } from '../field/keys.ts'
import { type Pair, openWith } from './age.ts'
import { lendProof, openProof } from './proof.ts'
import { type Hit, type OpenedText, searchTexts } from './search.ts'
import { openBytes, openText } from './sealed-text.ts'
import { type OpenVaultKey, type Place, joinShares, openWrap, resealShare, sharesFor, wrapFor } from './vault-keys.ts'

/** D: defaults of protection.md §8.3; an organisation may ask for less. */
export const IDLE_MINUTES = { phone: 3, desk: 10 } as const

export interface IdleClock {
  readonly now: () => number
  /** Runs once, after so many milliseconds; the answer stops it. */
  readonly after: (ms: number, run: () => void) => () => void
}
export const browserClock: IdleClock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
export interface UnlockedBy {
  readonly holder: Pick<KeyHolder, 'account' | 'key'>
  readonly pair: Pair
  readonly idleMinutes: number
  readonly clock?: IdleClock
}

export interface SealedVaults {
  readonly keys: readonly VaultKey[]
  readonly wraps: readonly VaultWrap[]
}
/** Every refusal of a locked one is `locked`. */
export interface Unlocked {
  readonly holder: KeyHolder
  readonly isLocked: () => boolean
  /** The person did something. */
  readonly touch: () => void
  readonly lock: () => void
  readonly onLock: (listener: () => void) => () => void
  /** Opens what was wrapped for this person; answers the vaults that are open now. Wraps for others or for an older key are passed over. */
  readonly openVaults: (caseId: string, sealed: SealedVaults) => Promise<Outcome<readonly Place[]>>
  readonly openText: (caseId: string, sealed: SealedText) => Promise<Outcome<string>>
  readonly openBytes: (caseId: string, sealed: SealedText) => Promise<Outcome<Bytes>>
  /** What was sealed to this person with a referral; `id` is the referral. */
  readonly openPackage: (sealed: SealedText) => Promise<Outcome<string>>
  /** A whole file that was sealed to this person, in base64. */
  readonly openFile: (box: string) => Promise<Outcome<Bytes>>
  /** All generations of the named vaults that are open here, for one more reader. Admit the reader's key by `Colleagues` first. */
  readonly wrapFor: (caseId: string, vaults: readonly VaultName[], reader: KeyHolder) => Promise<Outcome<readonly VaultWrap[]>>
  readonly sharesFor: (
    caseId: string,
    vaults: readonly VaultName[],
    custodians: readonly KeyHolder[],
  ) => Promise<Outcome<readonly VaultShare[]>>
  readonly resealShare: (share: Pick<VaultShare, 'share'>, place: Place, toPublicKey: string) => Promise<Outcome<string>>
  /** Joins two resealed shares and keeps the vault open; the wrap for oneself follows with `wrapFor`. */
  readonly joinShares: (shares: readonly string[], place: Place & { readonly publicKey: string }) => Promise<Outcome<Place>>
  /** One's shares of a proof of consent, for another custodian. */
  readonly lendProof: (shares: ProofShares, toPublicKey: string) => Promise<Outcome<ProofShares>>
  /** The words of a proof of consent; nothing of it is kept here. */
  readonly openProof: (proof: ProofToOpen) => Promise<Outcome<readonly string[]>>
  /** In texts that were opened since the key was; nothing is fetched for it. */
  readonly search: (asked: string) => Outcome<readonly Hit[]>
}

interface Held {
  readonly pair: Pair
  readonly vaults: Map<string, OpenVaultKey>
  readonly texts: Map<string, OpenedText & { readonly box: string }>
}
const nameOf = ({ caseId, vault, generation }: Place): string => `${caseId} ${vault} ${generation}`

export function holdUnlocked({ holder, pair, idleMinutes, clock = browserClock }: UnlockedBy): Unlocked {
  const guard = guardOf({ pair, vaults: new Map(), texts: new Map() }, idleMinutes * 60_000, clock)
  const self: KeyHolder = { ...holder, publicKey: pair.publicKey }
  const { locked, use } = guard
  return {
    holder: self,
    isLocked: guard.isLocked,
    touch: guard.touch,
    lock: guard.lock,
    onLock: guard.onLock,
    openVaults: (caseId, sealed) =>
      use(async (held) => {
        await openAll(held, { caseId, self, sealed })
        return accepted(
          [...held.vaults.values()]
            .filter((open) => open.caseId === caseId)
            .map(({ vault, generation }) => ({ caseId, vault, generation })),
        )
      }),
    openText: (caseId, sealed) => use((held) => textOf(held, caseId, sealed)),
    openBytes: (caseId, sealed) =>
      use(async (held) => {
        const vault = held.vaults.get(nameOf({ caseId, ...sealed }))
        return vault === undefined
          ? refused('not-a-reader', { vault: sealed.vault })
          : openBytes(sealed, { caseId, privateHalf: vault.privateHalf })
      }),
    openPackage: (sealed) => use((held) => openText(sealed, { caseId: sealed.id, privateHalf: held.pair.privateHalf })),
    openFile: (box) =>
      use(async (held) => {
        const plain = await openWith(held.pair.privateHalf, box)
        return plain === null ? refused('cannot-open', { vault: 'identity' }) : accepted(plain)
      }),
    wrapFor: (caseId, vaults, reader) =>
      use(async (held) => accepted(await Promise.all(openOf(held, caseId, vaults).map((vault) => wrapFor(vault, reader))))),
    sharesFor: (caseId, vaults, custodians) =>
      use(async (held) => accepted((await Promise.all(openOf(held, caseId, vaults).map((vault) => sharesFor(vault, custodians)))).flat())),
    resealShare: (share, place, toPublicKey) => use((held) => resealShare(share, { place, custodian: held.pair.privateHalf, toPublicKey })),
    joinShares: (shares, { publicKey, ...place }) =>
      use(async (held) => {
        const joined = await joinShares(shares, { place, publicKey, reader: held.pair.privateHalf })
        if (!joined.ok) return joined
        held.vaults.set(nameOf(place), joined.value)
        return accepted(place)
      }),
    lendProof: (shares, toPublicKey) => use((held) => lendProof(shares, { own: held.pair.privateHalf, toPublicKey })),
    openProof: (proof) => use((held) => openProof(proof, held.pair.privateHalf)),
    search: (asked) => {
      const held = guard.held()
      return held === null ? locked : accepted(searchTexts(held.texts.values(), asked))
    },
  }
}

/** Who holds, until when. What was under way when it locked answers `locked` and leaves nothing behind. */
function guardOf(start: Held, idleMs: number, clock: IdleClock) {
  const locked = refused('locked')
  const listeners = new Set<() => void>()
  let kept: Held | null = start
  let until = clock.now() + idleMs
  let stop = clock.after(idleMs, lockIfIdle)
  const lock = (): void => {
    if (kept === null) return
    stop()
    kept.vaults.clear()
    kept.texts.clear()
    kept = null
    for (const listener of listeners) listener()
  }
  function lockIfIdle(): void {
    const left = until - clock.now()
    if (left <= 0) lock()
    else stop = clock.after(left, lockIfIdle)
  }
  const held = (): Held | null => {
    // A clock that went back must not lengthen the time.
    const left = until - clock.now()
    if (kept !== null && (left <= 0 || left > idleMs)) lock()
    return kept
  }
  return {
    locked,
    held,
    lock,
    isLocked: () => held() === null,
    touch: () => {
      if (held() !== null) until = clock.now() + idleMs
    },
    onLock: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    use: async <Value>(work: (held: Held) => Promise<Outcome<Value>>): Promise<Outcome<Value>> => {
      const now = held()
      if (now === null) return locked
      const answer = await work(now)
      if (held() === now) return answer
      now.vaults.clear()
      now.texts.clear()
      return locked
    },
  }
}

async function openAll(
  held: Held,
  { caseId, self, sealed }: { readonly caseId: string; readonly self: KeyHolder; readonly sealed: SealedVaults },
): Promise<void> {
  const mine = sealed.wraps.filter(({ reader, key }) => reader === self.account && key === self.key)
  await Promise.all(
    mine.map(async (wrap) => {
      const place = { caseId, vault: wrap.vault, generation: wrap.generation }
      const publicKey = sealed.keys.find(({ vault, generation }) => vault === wrap.vault && generation === wrap.generation)?.publicKey
      if (publicKey === undefined || held.vaults.has(nameOf(place))) return
      const opened = await openWrap(wrap, { place, publicKey, reader: held.pair.privateHalf })
      if (opened.ok) held.vaults.set(nameOf(place), opened.value)
    }),
  )
}

async function textOf(held: Held, caseId: string, sealed: SealedText): Promise<Outcome<string>> {
  const { vault, slot, id, box } = sealed
  const name = `${caseId} ${vault} ${slot} ${id}`
  const known = held.texts.get(name)
  if (known?.box === box) return accepted(known.text)
  const key = held.vaults.get(nameOf({ caseId, ...sealed }))
  if (key === undefined) return refused('not-a-reader', { vault })
  const opened = await openText(sealed, { caseId, privateHalf: key.privateHalf })
  if (opened.ok) held.texts.set(name, { caseId, vault, slot, id, text: opened.value, box })
  return opened
}

const openOf = (held: Held, caseId: string, vaults: readonly VaultName[]): readonly OpenVaultKey[] =>
  [...held.vaults.values()].filter((open) => open.caseId === caseId && vaults.includes(open.vault))
