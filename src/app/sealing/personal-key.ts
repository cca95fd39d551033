/*
A person's own key: made here, shown to nobody, sealed before it leaves memory. Under a passphrase through Argon2id and AES-256-GCM, or under a passkey whose secret the browser never gives
out. Whoever keeps the sealed key (the server does, so that another device can open it) can try passphrases, each at the price of Argon2id; hence the rule of
domain/keys/passphrase.ts.
*/
import type { PassphraseLock, SealedPersonalKey } from '../../modules/cases/contract-keys.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { type Bytes, chance, fromBase64, fromUtf8, open, seal, sealingKey, toBase64, toUtf8 } from '../field/keys.ts'
import { chosenPassphrase, drawnPassphrase, spelledPassphrase } from '../../modules/cases/domain/keys/passphrase.ts'
import { type Pair, newPair, pairOf } from './age.ts'
import { openByPasskey, sealByPasskey } from './passkey.ts'

/** How the person opens it: by what they know, or by what they hold. */
export type Opener = { readonly kind: 'passphrase'; readonly passphrase: string } | { readonly kind: 'passkey' }
export interface KeyCost {
  readonly memoryKibibytes: number
  readonly passes: number
  readonly lanes: number
}
export const DESK_KEY_COST: KeyCost = { memoryKibibytes: 64 * 1024, passes: 3, lanes: 1 }
/** What a telephone of 2 GB gives without closing the app. */
export const PHONE_KEY_COST: KeyCost = { memoryKibibytes: 32 * 1024, passes: 3, lanes: 1 }

export interface MadeKey {
  readonly pair: Pair
  readonly sealed: SealedPersonalKey
}

/** Refuses with `passphrase-too-short`, `passphrase-too-easy`, `passphrase-too-long`, `passkey-unavailable`. */
export async function makePersonalKey(by: Opener, cost: KeyCost = DESK_KEY_COST): Promise<Outcome<MadeKey>> {
  return sealPersonalKey(await newPair(), by, cost)
}

/** Refuses with `wrong-passphrase`, `passkey-unavailable`. */
export async function openPersonalKey(sealed: SealedPersonalKey, by: Opener): Promise<Outcome<Pair>> {
  const privateHalf = sealed.lock.kind === 'passkey' ? await openByPasskey(sealed.lock, sealed.box) : await byPassphrase(sealed, by)
  if (privateHalf === null) return refused(sealed.lock.kind === 'passkey' ? 'passkey-unavailable' : 'wrong-passphrase')
  const pair = await pairOf(privateHalf)
  return pair.publicKey === sealed.publicKey ? accepted(pair) : refused('wrong-passphrase')
}

/** The same key under another passphrase or a passkey: what was sealed to it stays readable. The old sealed key opens with the old passphrase for ever, wherever a copy of it lies. */
export async function changeOpener(
  sealed: SealedPersonalKey,
  { from, to, cost = DESK_KEY_COST }: { readonly from: Opener; readonly to: Opener; readonly cost?: KeyCost },
): Promise<Outcome<MadeKey>> {
  const opened = await openPersonalKey(sealed, from)
  return opened.ok ? sealPersonalKey(opened.value, to, cost) : opened
}
export const changePassphrase = (
  sealed: SealedPersonalKey,
  change: { readonly from: string; readonly to: string; readonly cost?: KeyCost },
) =>
  changeOpener(sealed, {
    ...change,
    from: { kind: 'passphrase', passphrase: change.from },
    to: { kind: 'passphrase', passphrase: change.to },
  })

/** Six words of chance, each as likely as the other. */
export const drawPassphrase = (): string =>
  drawnPassphrase((most) => {
    const limit = Math.floor(65_536 / most) * most
    for (;;) {
      const [high = 0, low = 0] = chance(2)
      const drawn = high * 256 + low
      if (drawn < limit) return drawn % most
    }
  })

async function sealPersonalKey(pair: Pair, by: Opener, cost: KeyCost): Promise<Outcome<MadeKey>> {
  if (by.kind === 'passkey') {
    const kept = await sealByPasskey(pair.privateHalf)
    return kept.ok ? accepted({ pair, sealed: { version: 1, publicKey: pair.publicKey, ...kept.value } }) : kept
  }
  const chosen = chosenPassphrase(by.passphrase)
  if (!chosen.ok) return chosen
  const lock: PassphraseLock = { kind: 'passphrase', salt: toBase64(chance(16)), ...cost }
  const key = await lockKey(chosen.value, lock)
  const box = toBase64(await seal(key, fromUtf8(pair.privateHalf), boundTo(pair.publicKey, lock)))
  return accepted({ pair, sealed: { version: 1, publicKey: pair.publicKey, lock, box } })
}

async function byPassphrase({ lock, box, publicKey }: SealedPersonalKey, by: Opener): Promise<string | null> {
  if (lock.kind !== 'passphrase' || by.kind !== 'passphrase') return null
  const passphrase = spelledPassphrase(by.passphrase)
  if (passphrase === '') return null
  const opened = await open(await lockKey(passphrase, lock), fromBase64(box), boundTo(publicKey, lock))
  return opened === null ? null : toUtf8(opened)
}
async function lockKey(passphrase: string, lock: PassphraseLock): Promise<CryptoKey> {
  const { pinKey } = await import('../field/pin-key.ts')
  const raw: Bytes = await pinKey(passphrase, fromBase64(lock.salt), lock)
  return sealingKey(raw)
}
/** Public half and parameters cannot be exchanged under a box. */
const boundTo = (publicKey: string, lock: PassphraseLock): string =>
  ['chanzo-personal-key-v1', publicKey, lock.salt, lock.memoryKibibytes, lock.passes, lock.lanes].join('\n')
