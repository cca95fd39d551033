/*
Tracing at any size: `npm run bench -- trace --bags N`. The engine's answers beside those of PostgreSQL on indexes and of DuckDB on columns,
over the same made-up history on the same machine in the same run; the pass of the rules beside the same checks in SQL and beside reading an
array of as many bytes; bytes an arrow, the snapshot, and how layout and pass grow from a tenth of the size.

DuckDB is fetched into `.cache` when the measurement first runs; it is no part of the program. Where it cannot be had, its column is empty.
*/
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { dateFromDayNumber } from '../src/kernel/calendar.ts'
import { boundsOf } from '../src/modules/custody/domain/tracing/bounds.ts'
import { createBuilder } from '../src/modules/custody/domain/tracing/build.ts'
import { compose, createScratch, wholeShares } from '../src/modules/custody/domain/tracing/composition.ts'
import { type Graph, bytesOf, idOf, kindOf } from '../src/modules/custody/domain/tracing/graph.ts'
import { impactOf, startsOfSite } from '../src/modules/custody/domain/tracing/impact.ts'
import { type ScanThresholds, scan } from '../src/modules/custody/domain/tracing/scan.ts'
import { readSnapshot, writeSnapshot } from '../src/modules/custody/server/tracing/snapshot.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts'
import { median } from './benchmark.ts'
import { DAYS, FIRST_DAY, SITES, names, siteId, tellHistory } from './trace-history.ts'
import * as inSql from './trace-sql.ts'

const LAST_DAY = 65_535
const DUCKDB = '1.4.1-r.4'
const EXPORT_LOT = 2

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
const clocked = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}
/** Time that this process was on a processor: on a machine that others use as well, what it would take alone. */
const processorTime = (work: () => unknown): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
const clockedLater = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}
const say = (text: string): void => void process.stderr.write(`${text}\n`)

interface Laid {
  readonly graph: Graph
  readonly milliseconds: number
}
function layOut(bags: number): Laid {
  const builder = createBuilder({ lots: Math.ceil(bags * 1.03) + 4_000, draws: Math.ceil(bags * 1.03) + 4_000 })
  tellHistory(bags, { lot: builder.addLot, draw: builder.addDraw })
  const began = performance.now()
  const graph = builder.finish(names())
  return { graph, milliseconds: performance.now() - began }
}

const thresholds: ScanThresholds = {
  ...{ gainWarn: 100, gainCritical: 300, firstLossWarn: 600, firstLossCritical: 2_000, laterLossWarn: 1_500, laterLossCritical: 3_500 },
  ...{ slowDays: [14, 45, 120], marginDays: 1, combinationExcess: 100 },
  ...{ monthlyBaseline: new Float64Array(SITES).fill(400_000), capacityFactors: [1.2, 1.5, 2] },
  ...{ dailyMost: new Float64Array(SITES).fill(60_000), labourFactors: [1, 1.5, 3] },
}
/** What the pass reads, each column once: flags, both days, grams and code of roots; what stands beside made lots. */
const bytesOfScan = (graph: Graph): number => graph.rootCount * 11 + (graph.count - graph.rootCount) * 38

function readAll(array: Uint32Array): number {
  let sum = 0
  for (let n = 0; n < array.length; n++) sum += array[n] ?? 0
  return sum
}

function measureGraph(graph: Graph) {
  const scratch = createScratch()
  const exports: number[] = []
  for (let lot = graph.rootCount; lot < graph.count; lot++) if (kindOf(graph.code[lot] ?? 0) === EXPORT_LOT) exports.push(lot)
  let turn = 7
  const next = (most: number): number => (turn = (turn * 48_271) % 2_147_483_647) % most
  const [share, bounds, impact, shareAlone]: [number[], number[], number[], number[]] = [[], [], [], []]
  let nodes = 0
  for (let run = 0; run < 3_000; run++) {
    const lot = exports[next(exports.length)] ?? 0
    let found: ReturnType<typeof compose> | null = null
    const milliseconds = clocked(() => {
      found = compose(graph, lot, { day: LAST_DAY, scratch })
      wholeShares(graph, found.composition)
    })
    const { cone, composition } = found ?? compose(graph, lot, { day: LAST_DAY, scratch })
    if (run >= 500) share.push(milliseconds)
    nodes = Math.max(nodes, composition.nodes)
    if (run % 10 === 0)
      bounds.push(clocked(() => boundsOf(graph, cone, { day: LAST_DAY, sites: composition.sites.map((one) => one.site) })))
  }
  for (let run = 0; run < 3_000; run++) {
    const [site, since] = [next(SITES), FIRST_DAY + next(DAYS)]
    const milliseconds = clocked(() =>
      impactOf(graph, startsOfSite(graph, site, { since, day: LAST_DAY, mineral: 1 }), { day: LAST_DAY, scratch }),
    )
    if (run >= 500) impact.push(milliseconds)
  }
  for (let run = 0; run < 2_000; run++) {
    const lot = exports[next(exports.length)] ?? 0
    shareAlone.push(processorTime(() => wholeShares(graph, compose(graph, lot, { day: LAST_DAY, scratch }).composition)))
  }
  const passes = Array.from({ length: 7 }, () => clocked(() => scan(graph, thresholds)))
  const alone = { scan: median(Array.from({ length: 7 }, () => processorTime(() => scan(graph, thresholds)))), read: 0 }
  const plain = new Uint32Array(Math.ceil(bytesOfScan(graph) / 4)).fill(1)
  const reads = Array.from({ length: 7 }, () => clocked(() => readAll(plain)))
  alone.read = median(Array.from({ length: 7 }, () => processorTime(() => readAll(plain))))
  return { exports, nodes, share, bounds, impact, shareAlone, alone, scanMs: median(passes), readMs: median(reads) }
}

type Ask = (query: string, values?: readonly unknown[]) => Promise<unknown>
async function measurePeer(
  graph: Graph,
  exports: readonly number[],
  {
    share,
    impact,
    ask,
    runs,
  }: { share: (lot: string) => Promise<unknown>; impact: (site: string, since: string) => Promise<unknown>; ask: Ask; runs: number },
) {
  const [shares, impacts]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    const lot = idOf(graph, exports[(run * 7_919) % exports.length] ?? 0)
    const milliseconds = await clockedLater(() => share(lot))
    if (run >= runs / 5) shares.push(milliseconds)
    const since = dateFromDayNumber(FIRST_DAY + ((run * 97) % DAYS))
    const down = await clockedLater(() => impact(siteId((run * 131) % SITES), since))
    if (run >= runs / 5) impacts.push(down)
  }
  let scanMs = 0
  for (const check of inSql.checks) {
    const milliseconds = await clockedLater(() => ask(check.query))
    say(`  ${check.name}: ${milliseconds.toFixed(0)} ms`)
    scanMs += milliseconds
  }
  return { share: median(shares), impact: median(impacts), scanMs }
}

async function inPostgres(graph: Graph, exports: readonly number[], files: { readonly lots: string; readonly draws: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-trace-pg-'))
  const server = await startEmbeddedPostgres({ dataDir: folder })
  const client = new pg.Client({ connectionString: server.connectionString })
  await client.connect()
  try {
    await client.query(`set work_mem = '256MB'; set maintenance_work_mem = '1GB'; set synchronous_commit = off`)
    const loaded = await clockedLater(async () => {
      for (const table of inSql.tables('uuid')) await client.query(table)
      await client.query(`copy lot from '${files.lots}' (format csv)`)
      await client.query(`copy lot_input from '${files.draws}' (format csv)`)
      for (const index of inSql.indexes) await client.query(index)
      await client.query('analyze')
    })
    say(`PostgreSQL loaded in ${(loaded / 1000).toFixed(0)} s`)
    const prepared = (name: string, text: string) => (values: readonly unknown[]) => client.query({ name, text, values: [...values] })
    const [share, impact] = [prepared('share', inSql.shareInPostgres), prepared('impact', inSql.impactInPostgres)]
    return await measurePeer(graph, exports, {
      share: (lot) => share([lot]),
      impact: (site, since) => impact([site, since]),
      ask: (query) => client.query(query),
      runs: 60,
    })
  } finally {
    await client.end()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The library, fetched once; `null` where the registry is out of reach. */
function duckLibrary(): string | null {
  const cache = fileURLToPath(new URL('../.cache/duckdb/', import.meta.url))
  const entry = join(cache, 'node_modules', '@duckdb', 'node-api')
  if (existsSync(entry)) return cache
  try {
    mkdirSync(cache, { recursive: true })
    execFileSync('npm', ['install', '--prefix', cache, '--no-save', '--no-audit', '--no-fund', `@duckdb/node-api@${DUCKDB}`], {
      stdio: 'ignore',
    })
    return cache
  } catch {
    return null
  }
}
interface Duck {
  readonly DuckDBInstance: {
    readonly create: (
      path: string,
    ) => Promise<{ readonly connect: () => Promise<{ readonly runAndReadAll: (query: string) => Promise<unknown> }> }>
  }
}
async function inDuck(graph: Graph, exports: readonly number[], files: { readonly lots: string; readonly draws: string }) {
  const cache = duckLibrary()
  if (cache === null) return null
  const library: Duck = createRequire(join(cache, 'package.json'))('@duckdb/node-api')
  const connection = await (await library.DuckDBInstance.create(':memory:')).connect()
  const ask: Ask = (query) => connection.runAndReadAll(query)
  for (const table of inSql.tables('uuid')) await ask(table)
  await ask(`copy lot from '${files.lots}' (format csv, header false)`)
  await ask(`copy lot_input from '${files.draws}' (format csv, header false)`)
  await ask('create table lot_total as select lot_id, sum(drawn)::bigint as drawn from lot_input group by lot_id')
  say('DuckDB loaded')
  return measurePeer(graph, exports, {
    share: (lot) => ask(inSql.shareInDuck(lot)),
    impact: (site, since) => ask(inSql.impactInDuck(site, since)),
    ask,
    runs: 15,
  })
}

export async function runTrace({ bags, json }: { readonly bags: number; readonly json: boolean }): Promise<void> {
  const load = loadavg()[0] ?? 0
  const small = layOut(Math.ceil(bags / 10))
  const smallScan = median(Array.from({ length: 7 }, () => clocked(() => scan(small.graph, thresholds))))
  say(`a tenth laid out in ${small.milliseconds.toFixed(0)} ms`)
  const { graph, milliseconds: layoutMs } = layOut(bags)
  say(`${graph.count} lots, ${graph.edgeCount} draws laid out in ${layoutMs.toFixed(0)} ms`)
  const ours = measureGraph(graph)
  say(
    `share p50 ${quantile(ours.share, 0.5).toFixed(3)} ms, impact p50 ${quantile(ours.impact, 0.5).toFixed(3)} ms, scan ${ours.scanMs.toFixed(0)} ms, reading ${ours.readMs.toFixed(0)} ms`,
  )
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-trace-'))
  chmodSync(folder, 0o755)
  try {
    const snapshot = measureSnapshot(join(folder, 'bench.snapshot'), graph)
    const writer = inSql.csvWriter(folder)
    tellHistory(bags, writer)
    const files = writer.close()
    const postgres = await inPostgres(graph, ours.exports, files)
    const duck = await inDuck(graph, ours.exports, files)
    const result = resultOf({
      bags,
      graph,
      ours,
      postgres,
      duck,
      snapshot,
      layoutMs,
      small: { layoutMs: small.milliseconds, scanMs: smallScan, draws: small.graph.edgeCount },
      load,
    })
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : tableOf(result))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measureSnapshot(file: string, graph: Graph) {
  const at = { tenant: 'cd', position: 1, hash: '00', madeAt: 'bench' }
  const writeMs = clocked(() => writeSnapshot(file, graph, at))
  const readMs = median(Array.from({ length: 3 }, () => clocked(() => readSnapshot(file, 'cd'))))
  return { writeMs, readMs, bytes: statSync(file).size }
}

interface Raw {
  readonly bags: number
  readonly graph: Graph
  readonly ours: ReturnType<typeof measureGraph>
  readonly postgres: Awaited<ReturnType<typeof measurePeer>>
  readonly duck: Awaited<ReturnType<typeof measurePeer>> | null
  readonly snapshot: ReturnType<typeof measureSnapshot>
  readonly layoutMs: number
  readonly small: { readonly layoutMs: number; readonly scanMs: number; readonly draws: number }
  readonly load: number
}
const rounded = (value: number): number => Number(value.toPrecision(4))
function resultOf({ bags, graph, ours, postgres, duck, snapshot, layoutMs, small, load }: Raw) {
  const exponent = (large: number, tenth: number): number => rounded(Math.log(large / tenth) / Math.log(graph.edgeCount / small.draws))
  const row = (name: string, values: { ours: number; p99?: number; postgres?: number; duckdb?: number | undefined; goal: string }) => ({
    name,
    unit: 'ms',
    ours: rounded(values.ours),
    ...(values.p99 === undefined ? {} : { p99: rounded(values.p99) }),
    ...(values.postgres === undefined ? {} : { postgres: rounded(values.postgres), ratio: rounded(values.ours / values.postgres) }),
    ...(values.duckdb === undefined ? {} : { duckdb: rounded(values.duckdb) }),
    goal: values.goal,
  })
  const [share, impact] = [quantile(ours.share, 0.5), quantile(ours.impact, 0.5)]
  return {
    name: 'trace',
    bags,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.versions.node}, load ${load.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after`,
    lots: graph.count,
    draws: graph.edgeCount,
    rows: [
      row('share', {
        ours: share,
        p99: quantile(ours.share, 0.99),
        postgres: postgres.share,
        duckdb: duck?.share,
        goal: 'p50 ≤ 1/50, p99 ≤ 1 ms',
      }),
      row('impact', {
        ours: impact,
        p99: quantile(ours.impact, 0.99),
        postgres: postgres.impact,
        duckdb: duck?.impact,
        goal: 'p50 ≤ 0.2 ms',
      }),
      row('bounds of all sites', { ours: quantile(ours.bounds, 0.5), p99: quantile(ours.bounds, 0.99), goal: '' }),
      row('scan', { ours: ours.scanMs, postgres: postgres.scanMs, duckdb: duck?.scanMs, goal: '≤ 1/100' }),
      row('ready from snapshot', { ours: snapshot.readMs, goal: '≤ 3,000 ms at 10 million' }),
      row('layout', { ours: layoutMs, goal: '' }),
      row('snapshot written', { ours: snapshot.writeMs, goal: '' }),
    ],
    nodesOfAnExportLot: ours.nodes,
    onProcessor: {
      shareP50: rounded(quantile(ours.shareAlone, 0.5)),
      shareP99: rounded(quantile(ours.shareAlone, 0.99)),
      scan: rounded(ours.alone.scan),
      read: rounded(ours.alone.read),
      speed: rounded(ours.alone.read / ours.alone.scan),
    },
    scanBesideReading: {
      bytes: bytesOfScan(graph),
      readMs: rounded(ours.readMs),
      speed: rounded(ours.readMs / ours.scanMs),
      goal: '≥ 0.5',
    },
    bytesPerDraw: { ours: rounded(bytesOf(graph) / graph.edgeCount), goal: '≤ 50' },
    growth: { layout: exponent(layoutMs, small.layoutMs), scan: exponent(ours.scanMs, small.scanMs), goal: '≤ 1.1' },
    residentMegabytes: rounded(residentMegabytes()),
  }
}
const residentMegabytes = (): number =>
  existsSync('/proc/self/statm')
    ? (Number(readFileSync('/proc/self/statm', 'utf8').split(' ')[1]) * 4_096) / 1e6
    : process.memoryUsage().rss / 1e6

function tableOf(result: ReturnType<typeof resultOf>): string {
  const rows = result.rows.map((one) => {
    const cell = (key: string): string => String(Object.entries(one).find(([name]) => name === key)?.[1] ?? '')
    return `${one.name.padEnd(22)}${cell('ours').padStart(10)}${cell('p99').padStart(10)}${cell('postgres').padStart(12)}${cell('duckdb').padStart(10)}${cell('ratio').padStart(12)}  ${one.goal}`
  })
  const { scanBesideReading, bytesPerDraw, growth, onProcessor } = result
  return [
    `${result.bags} bags, ${result.lots} lots, ${result.draws} draws; ${result.machine}`,
    `${'milliseconds'.padEnd(22)}${'ours p50'.padStart(10)}${'p99'.padStart(10)}${'PostgreSQL'.padStart(12)}${'DuckDB'.padStart(10)}${'ratio'.padStart(12)}  goal`,
    ...rows,
    `scan beside reading ${(scanBesideReading.bytes / 1e6).toFixed(0)} MB: ${scanBesideReading.speed} of the speed (goal ${scanBesideReading.goal})`,
    `on a processor: share p50 ${onProcessor.shareP50} ms, p99 ${onProcessor.shareP99} ms; scan ${onProcessor.scan} ms at ${onProcessor.speed} of the speed of reading`,
    `bytes a draw: ${bytesPerDraw.ours} (goal ${bytesPerDraw.goal}); growth from a tenth: layout ${growth.layout}, scan ${growth.scan} (goal ${growth.goal})`,
    '',
  ].join('\n')
}
