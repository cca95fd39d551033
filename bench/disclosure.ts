/*
How long all combinations of at most three attributes take that ten people share, of 20 columns and 100,000 or 1,000,000 rows: reading the
stream and counting together, every combination handed out. The table has the shape of the CTDC microdata: a year, an age band, two
countries, flags that are mostly empty. The peer is what one writes first: a Map from the text of each combination to its count, which
keeps them all and then drops the rare ones; at a million rows it would not fit in memory, so it counts the first hundred thousand there.
Peak memory and load go to standard error, since a measurement has one number.
*/
import { loadavg } from 'node:os'
import { type AttributeRow, codeColumns } from '../src/kernel/disclosure/coded-columns.ts'
import { kAggregates } from '../src/kernel/disclosure/k-aggregates.ts'
import { type Benchmark, median, timed } from './benchmark.ts'

const COLUMNS = 20
const K = 10
const LENGTH = 3
const PEER_ROWS = 100_000
const NAMES = Array.from({ length: COLUMNS }, (_, at) => `column${at}`)
/** Values of the first columns; all others are flags that one row in four bears. */
const WIDTHS = [22, 9, 190, 120, 3, 3]

async function* rows(count: number): AsyncGenerator<AttributeRow> {
  let state = 20_240_201
  const chance = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296
  for (let row = 0; row < count; row++) {
    yield NAMES.map((_, column) => {
      const width = WIDTHS[column]
      // Squared: a few countries have most people, as in the real files.
      if (width !== undefined) return chance() < 0.1 ? null : `v${Math.floor(chance() ** 2 * width)}`
      return chance() < 0.25 ? '1' : null
    })
  }
}

type Look = () => void
async function countOurs(count: number, look: Look): Promise<number> {
  const coded = await codeColumns(NAMES, rows(count))
  if ('problem' in coded) throw new Error(coded.problem.problem)
  look()
  let found = 0
  for (const one of kAggregates(coded.table, { k: K, length: LENGTH })) {
    found += one.count > 0 ? 1 : 0
    if (found % 2000 === 0) look()
  }
  return found
}

async function countPeer(count: number, look: Look): Promise<number> {
  const counts = new Map<string, number>()
  const add = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)
  for await (const row of rows(count)) {
    const has = row.flatMap((value, column) => (value === null ? [] : [`${column}=${value}`]))
    for (let a = 0; a < has.length; a++) {
      add(`${has[a]}`)
      for (let b = a + 1; b < has.length; b++) {
        add(`${has[a]};${has[b]}`)
        for (let c = b + 1; c < has.length; c++) add(`${has[a]};${has[b]};${has[c]}`)
      }
    }
  }
  look()
  let found = 0
  for (const one of counts.values()) found += one - (one % K) > 0 ? 1 : 0
  return found
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
/** The most memory that the process was seen to hold while `work` ran. */
async function peak(
  work: (look: Look) => Promise<number>,
): Promise<{ readonly found: number; readonly bytes: number; readonly ms: number }> {
  let bytes = 0
  const look = (): void => void (bytes = Math.max(bytes, process.memoryUsage.rss()))
  look()
  let found = 0
  const ms = await timed(async () => (found = await work(look)))
  look()
  return { found, bytes, ms }
}

async function measure(count: number, runs: number) {
  const ours: number[] = []
  const before = process.memoryUsage().rss
  const first = await peak((look) => countOurs(count, look))
  ours.push(first.ms)
  for (let run = 1; run < runs; run++) ours.push(await timed(() => countOurs(count, () => undefined)))
  const peer = await peak((look) => countPeer(Math.min(count, PEER_ROWS), look))
  if (count <= PEER_ROWS && peer.found !== first.found) throw new Error(`ours found ${first.found} combinations, the peer ${peer.found}`)
  process.stderr.write(
    `disclosure ${count}: ${first.found} combinations; peak ${megabytes(first.bytes)} (before: ${megabytes(before)}), peer ${megabytes(peer.bytes)}; load ${loadavg()[0]?.toFixed(1)}\n`,
  )
  const part = count > PEER_ROWS ? ` (its time for ${PEER_ROWS} rows)` : ''
  return { ours: median(ours), peer: peer.ms, peerName: `a Map from text to count${part}`, unit: 'ms', runs }
}

export const disclosureBenchmarks: readonly Benchmark[] = [
  { name: 'disclosure-100000', about: 'k-aggregates of 100,000 rows of 20 columns', measure: () => measure(100_000, 3) },
  { name: 'disclosure-1000000', about: 'k-aggregates of 1,000,000 rows of 20 columns', measure: () => measure(1_000_000, 1) },
]
