/* People with keys, for tests and for the demonstration world: made in milliseconds, because the private half is not sealed under a passphrase here. */
import { asId } from '../src/kernel/schema.ts'
import type { KeyHolder } from '../src/modules/cases/contract-keys.ts'
import { type Pair, newPair } from '../src/app/sealing/age.ts'
import { type IdleClock, type Unlocked, holdUnlocked } from '../src/app/sealing/unlocked.ts'

export interface KeyedPerson {
  readonly pair: Pair
  readonly holder: KeyHolder
}
export async function keyedPerson(account: string = crypto.randomUUID()): Promise<KeyedPerson> {
  const pair = await newPair()
  return { pair, holder: { account: asId('account', account), key: asId('personal-key', crypto.randomUUID()), publicKey: pair.publicKey } }
}
export const neverIdle: IdleClock = { now: () => 0, after: () => () => undefined }
export const unlockedAs = ({ pair, holder }: KeyedPerson, clock: IdleClock = neverIdle): Unlocked =>
  holdUnlocked({ holder, pair, idleMinutes: 3, clock })
