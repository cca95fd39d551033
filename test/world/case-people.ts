/*
The people of the world who protect others, with their keys: each makes a personal key as a device does and registers its public half. What they seal
and open here is sealed and opened by the code of the app itself; the server sees of it what it always sees.
*/
import { asId } from '../../src/kernel/schema.ts'
import type { Outcome } from '../../src/kernel/outcome.ts'
import type { KeyHolder } from '../../src/modules/cases/contract-keys.ts'
import { DEMO_PASSPHRASE } from '../../src/modules/cases/domain/keys/demo-passphrase.ts'
import { makePersonalKey } from '../../src/app/sealing/personal-key.ts'
import { type IdleClock, type Unlocked, holdUnlocked } from '../../src/app/sealing/unlocked.ts'
import { type Client, newId } from './client.ts'
import type { Stage } from './stage.ts'

/** Cheap on purpose: the demonstration's phrase is printed on its sign-in page. */
const WORLD_COST = { memoryKibibytes: 8192, passes: 1, lanes: 1 }

export interface KeyedPerson {
  readonly client: Client
  readonly holder: KeyHolder
  readonly unlocked: Unlocked
}
export const must = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value
  throw new Error(`the world was refused: ${outcome.refusal.code}`)
}

/** Nothing locks itself in a world that is played. */
const still: IdleClock = { now: () => 0, after: () => () => undefined }

/** Makes and registers a key for somebody of the province. */
export async function withKey(stage: Pick<Stage, 'as' | 'account'>, name: string): Promise<KeyedPerson> {
  const client = stage.as(name)
  const made = must(await makePersonalKey({ kind: 'passphrase', passphrase: DEMO_PASSPHRASE }, WORLD_COST))
  const key = asId('personal-key', newId())
  const answer = await client.post('/api/keys/mine', { key, sealed: made.sealed, because: 'replaced' })
  if (answer.status !== 200) throw new Error(`the key of ${name} was refused: ${JSON.stringify(answer.body)}`)
  const holder = { account: asId('account', stage.account(name)), key, publicKey: made.pair.publicKey }
  return { client, holder, unlocked: holdUnlocked({ holder, pair: made.pair, idleMinutes: 600, clock: still }) }
}
