/*
What sealing costs on a telephone, in Chromium with the processor slowed four times: records of one kilobyte written a hundred at a time and read back,
beside the same in bare Dexie with the same durability; and the time from a PIN to its key at three costs of Argon2id, beside the cheapest.
*/
import { type Benchmark, median } from './benchmark.ts'
import { ROOT, bundle, onSlowPage } from './in-browser.ts'

const SCRIPT = `
import { Dexie } from 'dexie'
import { PhoneDatabase, SealedDexie } from '${ROOT}src/app/field/sealed-dexie.ts'
import { chance, holderKeys } from '${ROOT}src/app/field/keys.ts'
import { pinKey } from '${ROOT}src/app/field/pin-key.ts'
const record = (at) => ({ path: '/api/sites/' + at, answeredAt: '2026-11-21T09:40:00.000Z', data: { name: 'Site ' + at, text: 'observé sur place par les trois membres de la mission '.repeat(16) } })
const batches = (count) => Array.from({ length: Math.ceil(count / 100) }, (_, at) => Array.from({ length: Math.min(100, count - at * 100) }, (_none, n) => at * 100 + n))
const timed = async (act) => { const began = performance.now(); await act(); return performance.now() - began }
globalThis.sealed = async (count) => {
  const database = new PhoneDatabase({ name: 'sealed-' + count + Math.random() })
  await database.seats.put({ seat: 1, tag: 'tag' })
  const store = new SealedDexie(database, 'tag', await holderKeys(chance(32)))
  const write = await timed(async () => { for (const batch of batches(count)) await store.write(batch.map((at) => ({ box: 'answer', key: 'k' + at, put: record(at) }))) })
  const read = await timed(async () => { const rows = await store.list('answer'); if (rows.length !== count) throw new Error('read ' + rows.length) })
  await database.delete()
  return [write, read]
}
globalThis.bare = async (count) => {
  const database = new Dexie('bare-' + count + Math.random(), { chromeTransactionDurability: 'strict', cache: 'disabled' })
  database.version(1).stores({ rows: '++seq, &[holder+id], [holder+box]' })
  const table = database.table('rows')
  const write = await timed(async () => { for (const batch of batches(count)) await table.bulkPut(batch.map((at) => ({ holder: 'tag', box: 'answer', id: 'k' + at, value: record(at) }))) })
  const read = await timed(async () => { const rows = await table.where('[holder+box]').equals(['tag', 'answer']).toArray(); if (rows.length !== count) throw new Error('read ' + rows.length) })
  await database.delete()
  return [write, read]
}
globalThis.unlock = (memoryKibibytes, passes) => timed(() => pinKey('481735', new Uint8Array(16), { memoryKibibytes, passes, lanes: 1 }))
`
interface Pair {
  readonly write: number
  readonly read: number
}
interface Measured {
  readonly sealed: ReadonlyMap<number, Pair>
  readonly bare: ReadonlyMap<number, Pair>
  /** By mebibytes, at three passes. */
  readonly unlock: ReadonlyMap<number, number>
}
const SIZES = [1250, 5000, 10_000] as const
const MEBIBYTES = [8, 32, 64] as const
const RUNS = 3

let measured: Promise<Measured> | undefined
const measureOnce = (): Promise<Measured> =>
  (measured ??= (async () => {
    const built = await bundle(SCRIPT)
    try {
      return await onSlowPage(built, 'unlock', async (page) => {
        const pairs = async (kind: 'sealed' | 'bare', count: number): Promise<readonly [number, Pair]> => {
          const runs: number[][] = []
          for (let n = 0; n < RUNS; n++) runs.push(await page.evaluate(`globalThis.${kind}(${count})`))
          return [count, { write: median(runs.map(([write = 0]) => write)), read: median(runs.map(([, read = 0]) => read)) }]
        }
        const [sealed, bare]: (readonly [number, Pair])[][] = [[], []]
        for (const size of SIZES) {
          sealed?.push(await pairs('sealed', size))
          bare?.push(await pairs('bare', size))
        }
        const unlock = new Map<number, number>()
        for (const mebibytes of MEBIBYTES) {
          const runs: number[] = []
          for (let n = 0; n < RUNS; n++) runs.push(await page.evaluate(`globalThis.unlock(${mebibytes * 1024}, 3)`))
          unlock.set(mebibytes, median(runs))
        }
        return { sealed: new Map(sealed), bare: new Map(bare), unlock }
      })
    } finally {
      built.remove()
    }
  })())

const storing = (size: number, what: 'write' | 'read'): Benchmark => ({
  name: `field-store-${what}-${size}`,
  about: `${size} sealed records of 1 kB, ${what}, processor slowed four times`,
  measure: async () => {
    const { sealed, bare } = await measureOnce()
    return {
      ours: sealed.get(size)?.[what] ?? 0,
      peer: bare.get(size)?.[what] ?? 0,
      peerName: 'bare Dexie, nothing sealed',
      unit: 'ms',
      runs: RUNS,
    }
  },
})
const unlocking = (mebibytes: number): Benchmark => ({
  name: `field-unlock-${mebibytes}`,
  about: `a PIN becomes a key: Argon2id of ${mebibytes} MiB and three passes, processor slowed four times`,
  measure: async () => {
    const { unlock } = await measureOnce()
    return { ours: unlock.get(mebibytes) ?? 0, peer: unlock.get(8) ?? 0, peerName: 'Argon2id of 8 MiB', unit: 'ms', runs: RUNS }
  },
})
export const fieldStoreBenchmarks: readonly Benchmark[] = [
  ...SIZES.flatMap((size) => [storing(size, 'write'), storing(size, 'read')]),
  ...MEBIBYTES.map(unlocking),
]
