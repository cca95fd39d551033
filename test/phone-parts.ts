/* A telephone for tests: the browser's database in memory, a PIN that costs nothing, a clock that the test turns. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { RescueKey } from '../src/app/field/keys.ts'
import { PhoneDatabase } from '../src/app/field/sealed-dexie.ts'
import type { PhoneParts } from '../src/app/field/vault-seats.ts'

export interface TestPhone {
  /** A page of the app on this phone; ask again after a "kill". */
  readonly parts: () => PhoneParts
  readonly factory: IDBFactory
  readonly clock: { now: number }
  readonly marked: { is: boolean }
}
export function testPhone(): TestPhone {
  const factory = new IDBFactory()
  const clock = { now: Date.parse('2026-11-22T06:00:00.000Z') }
  const marked = { is: false }
  return {
    factory,
    clock,
    marked,
    parts: () => ({
      database: new PhoneDatabase({ name: 'chanzo-field', indexedDB: factory, IDBKeyRange }),
      cost: { memoryKibibytes: 64, passes: 1, lanes: 1 },
      now: () => clock.now,
      mark: (is) => {
        marked.is = is
      },
      persist: () => Promise.resolve(true),
      forgetApp: () => Promise.resolve(),
    }),
  }
}

/** A rescue key as a server has it. */
export async function testRescueKey(id = 'r1'): Promise<{ readonly key: RescueKey; readonly privateKey: CryptoKey }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  return { key: { id, publicKey: Buffer.from(point).toString('base64') }, privateKey: pair.privateKey }
}
