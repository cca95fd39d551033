/*
The engine beside the reference on a real database: random histories written as rows of the read tables and entries of the log, followed by
the graph from the record, from its snapshot and by the tail; every answer must be the same as the record's own. Then the worker itself:
that it answers, that a new event is in the answer within a second, and that the record answers when it is gone.
*/
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { dateFromDayNumber } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { ScanAsked } from '../../domain/tracing/questions.ts'
import { findComposition } from './engine.ts'
import { createKeeper } from './keeper.ts'
import { LAST_DAY, referenceBelow, referenceComposition, referenceImpact } from './reference.ts'
import { startTraceEngine } from './start-engine.ts'

const world = await freshDatabase()
const { database } = world.program
const folder = mkdtempSync(join(tmpdir(), 'chanzo-trace-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SITES = Array.from({ length: 3 }, () => randomUUID())
const HOLDERS = Array.from({ length: 2 }, () => randomUUID())
const FIRST_DAY = 20_000

/** A tenant of its own for each history. */
interface History {
  readonly tenant: string
  readonly lots: { id: string; mass: number; day: number }[]
  position: number
}
const step = fc.record({
  what: fc.constantFrom('bag', 'bag', 'bag', 'blend', 'blend', 'blend', 'overdraw', 'void', 'hold', 'scale', 'correct', 'gold'),
  picks: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 4 }),
  percent: fc.integer({ min: 1, max: 100 }),
  mass: fc.integer({ min: 1, max: 60_000 }),
  site: fc.integer({ min: 0, max: SITES.length }),
  change: fc.integer({ min: -20, max: 5 }),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

async function told(tx: Tx, history: History, lot: string): Promise<void> {
  const position = ++history.position
  const hash = Buffer.alloc(32, position)
  await sql`insert into log_event (tenant_id, position, id, kind, kind_version, subject, subject_version, happened_at, learned_at, actor, device, payload,
      batch_index, batch_size, signature, previous_hash, hash)
    values (${history.tenant}, ${position}, ${randomUUID()}::uuid, 'lot.told', 1, ${`lot:${lot}`}, ${position}, now(), now(), '{}', 'x', '{}', 0, 1, ${hash}, ${hash}, ${hash})`.execute(
    tx,
  )
  await sql`insert into log_head (tenant_id, position, hash, learned_at) values (${history.tenant}, ${position}, ${hash}, now())
    on conflict (tenant_id) do update set position = excluded.position, hash = excluded.hash`.execute(tx)
}

async function insertLot(
  tx: Tx,
  history: History,
  lot: { kind: string; mass: number; site: string | null; draws: readonly { from: string; drawn: number }[]; isGold: boolean },
) {
  const { tenant } = history
  const id = randomUUID()
  const day = FIRST_DAY + history.lots.length
  const mineral = lot.isGold ? 'Au' : 'Sn'
  const fine = lot.isGold ? lot.mass : null
  await sql`insert into lot (tenant_id, id, number, kind, mineral, mass_grams, mass_milligrams, holder_id, site_id, tag, produced_on, formed_on, last_on, learned_at)
    values (${tenant}, ${id}::uuid, ${id}, ${lot.kind}, ${mineral}, ${lot.mass}, ${fine}, ${HOLDERS[lot.mass % 2]}::uuid, ${lot.site}::uuid, ${`T${lot.mass % 40}`},
      ${lot.kind === 'bag' ? dateFromDayNumber(day) : null}, ${dateFromDayNumber(day)}, ${dateFromDayNumber(day)}, now())`.execute(tx)
  for (const draw of lot.draws)
    await sql`insert into lot_input (tenant_id, lot_id, input_id, drawn_grams) values (${tenant}, ${id}::uuid, ${draw.from}::uuid, ${draw.drawn})`.execute(
      tx,
    )
  await sql`insert into lot_holding (tenant_id, lot_id, ordinal, organisation_id, since, position)
    values (${tenant}, ${id}::uuid, 1, ${HOLDERS[lot.mass % 2]}::uuid, ${dateFromDayNumber(day)}, ${history.position + 1})`.execute(tx)
  await weigh(tx, history, { id, kind: lot.kind === 'bag' ? 'tagging' : 'combination', mass: lot.mass, ordinal: 1 })
  history.lots.push({ id, mass: lot.mass, day })
  await told(tx, history, id)
}
async function weigh(
  tx: Tx,
  { tenant }: History,
  { id, kind, mass, ordinal }: { id: string; kind: string; mass: number; ordinal: number },
): Promise<void> {
  await sql`insert into weighing (tenant_id, event_id, lot_id, ordinal, kind, mass_grams, weighed_on, learned_at)
    values (${tenant}, ${randomUUID()}::uuid, ${id}::uuid, ${ordinal}, ${kind}, ${mass}, '2026-01-01', now())`.execute(tx)
}

async function act(tx: Tx, history: History, { what, picks, percent, mass, site, change }: Step): Promise<void> {
  const { tenant, lots } = history
  if (what === 'bag' || what === 'gold' || lots.length === 0)
    return insertLot(tx, history, { kind: 'bag', mass, site: SITES[site] ?? null, draws: [], isGold: what === 'gold' })
  const chosen = [...new Set(picks.map((pick) => pick % lots.length))].map((n) => lots[n]!)
  const first = chosen[0]!
  if (what === 'void' || what === 'hold') {
    await sql`update lot set ${sql.raw(what === 'void' ? 'voided_at' : 'quarantined_at')} = now() where tenant_id = ${tenant} and id = ${first.id}::uuid`.execute(
      tx,
    )
    return told(tx, history, first.id)
  }
  if (what === 'scale' || what === 'correct') {
    first.mass = Math.max(1, Math.round((first.mass * (100 + change)) / 100))
    await sql`update lot set mass_grams = ${first.mass}, mass_milligrams = case when mass_milligrams is null then null else ${first.mass}::bigint end where tenant_id = ${tenant} and id = ${first.id}::uuid`.execute(
      tx,
    )
    await weigh(tx, history, {
      id: first.id,
      kind: what === 'scale' ? 'receipt' : 'correction',
      mass: first.mass,
      ordinal: history.position + 2,
    })
    return told(tx, history, first.id)
  }
  const share = what === 'overdraw' ? 100 : Math.ceil(percent / 4)
  const draws = chosen.map((lot) => ({ from: lot.id, drawn: Math.ceil((lot.mass * share) / 100) }))
  const total = draws.reduce((sum, draw) => sum + draw.drawn, 0)
  await insertLot(tx, history, {
    kind: 'trader-lot',
    mass: Math.max(1, Math.round((total * (100 + change)) / 100)),
    site: null,
    draws,
    isGold: false,
  })
}

const keeperOf = (history: History) =>
  createKeeper({ database, tenant: history.tenant, file: join(folder, history.tenant), clock: () => '' })
/** Every question about every lot and site, on a late day and on an early one: the keeper's answers and the record's own. */
async function compare(history: History, keeper: ReturnType<typeof keeperOf>): Promise<void> {
  await keeper.follow()
  expect(keeper.state().position).toBe(history.position)
  for (const day of [LAST_DAY, FIRST_DAY + Math.ceil(history.lots.length / 2)])
    await database.read(async (tx) => {
      const asked = { tx, tenant: history.tenant, day }
      for (const lot of history.lots) {
        const plain = (found: unknown): unknown => JSON.parse(JSON.stringify(found))
        const quick = keeper.answer({ kind: 'composition', lot: lot.id, day })?.found ?? null
        const slow = await referenceComposition(asked, lot.id)
        const sorted = (found: { readonly ids: readonly string[] } | null) => (found ? { ...found, ids: found.ids.toSorted() } : null)
        expect(plain(quick && 'ids' in quick && 'flow' in quick ? sorted(quick) : quick)).toEqual(plain(sorted(slow)))
        const below = keeper.answer({ kind: 'below', lots: [lot.id], day })?.found
        expect(plain(below)).toEqual(plain(await referenceBelow(asked, [lot.id])))
      }
      for (const site of SITES) {
        const since = FIRST_DAY + 2
        const quick = keeper.answer({ kind: 'impact', site, since, day })?.found
        expect(quick).toEqual(await referenceImpact(asked, { site, since: dateFromDayNumber(since) }))
      }
    })
}

test('whatever happened, the engine from the record, from its snapshot and by the tail answers as the record does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), fc.integer({ min: 1, max: 16 }), async (steps, cut) => {
      const history: History = { tenant: `t${randomUUID().slice(0, 8)}`, lots: [], position: 0 }
      const play = (some: readonly Step[]) =>
        database.transaction(async (tx) => {
          for (const one of some) await act(tx, history, one)
        })
      await play(steps.slice(0, cut))
      const first = keeperOf(history)
      await compare(history, first)
      await play(steps.slice(cut))
      await compare(history, first)
      const again = keeperOf(history)
      await compare(history, again)
      expect(again.state().from).toBe('snapshot')
    }),
    { numRuns: 6 },
  )
}, 120_000)

test('a day before 1970, as a slip of a pen makes it, is the same for the engine and the record', async () => {
  const history: History = { tenant: 'old', lots: [], position: 0 }
  await database.transaction(async (tx) => {
    await insertLot(tx, history, { kind: 'bag', mass: 10_000, site: SITES[0]!, draws: [], isGold: false })
    await sql`update lot set produced_on = '1960-02-03', formed_on = '1960-02-03' where tenant_id = 'old'`.execute(tx)
  })
  const keeper = keeperOf(history)
  await keeper.follow()
  await database.read(async (tx) => {
    const asked = { tx, tenant: 'old', day: FIRST_DAY }
    expect(await referenceComposition(asked, history.lots[0]!.id)).toMatchObject({ mass: 10_000 })
    const slow = await referenceImpact(asked, { site: SITES[0]!, since: '1970-01-01' })
    expect(slow).toMatchObject([{ bags: 1, produced: 10_000 }])
    expect(keeper.answer({ kind: 'impact', site: SITES[0]!, since: 0, day: FIRST_DAY })?.found).toEqual(slow)
  })
})

const THRESHOLDS: Omit<ScanAsked, 'sites'> = {
  ...{ gainWarn: 100, gainCritical: 300, firstLossWarn: 600, firstLossCritical: 2_000, laterLossWarn: 1_500, laterLossCritical: 3_500 },
  ...{ slowDays: [14, 45, 120], marginDays: 1, combinationExcess: 100, capacityFactors: [1.2, 1.5, 2], labourFactors: [1, 1.5, 3] },
}

test('an amount beyond four bytes and the pass of the rules: the engine, its snapshot and the record say the same', async () => {
  const history: History = { tenant: 'wide', lots: [], position: 0 }
  const mass = 6_000_000_000
  const put = (kind: string, lot: { mass: number; draws: { from: string; drawn: number }[] }) =>
    database.transaction((tx) =>
      insertLot(tx, history, { kind, site: kind === 'bag' ? SITES[0]! : null, isGold: true, ...lot, draws: lot.draws }),
    )
  await put('gold-sachet', { mass: 1_003, draws: [] })
  const keeper = keeperOf(history)
  await compare(history, keeper)
  await put('bag', { mass, draws: [] })
  await put('trader-lot', { mass: mass - 7, draws: [{ from: history.lots[1]!.id, drawn: mass }] })
  await compare(history, keeper)
  const again = keeperOf(history)
  await compare(history, again)
  expect(again.state().from).toBe('snapshot')
  const found = keeper.answer({ kind: 'composition', lot: history.lots[2]!.id, day: LAST_DAY })?.found
  expect(found).toMatchObject({ mass: mass - 7, sites: [{ amount: mass - 7, least: mass - 7 }] })
  await put('trader-lot', { mass: 1_100, draws: [{ from: history.lots[0]!.id, drawn: 1_003 }] })
  await keeper.follow()
  const scanned = keeper.answer({ kind: 'scan', day: LAST_DAY, thresholds: { ...THRESHOLDS, sites: [] } })
  const hits = scanned?.kind === 'scan' ? scanned.found.rules.filter((rule) => rule.count > 0) : []
  expect(hits.map(({ rule, count, hits: [first] }) => [rule, count, first?.lot])).toEqual([
    ['F08', 1, history.lots[3]!.id],
    ['F23', 1, history.lots[3]!.id],
  ])
})

test('a snapshot with one changed byte, of another tenant or of another history is refused, and the record is laid out again', async () => {
  const history: History = { tenant: 'snap', lots: [], position: 0 }
  await database.transaction(async (tx) => {
    for (const mass of [10_000, 20_000]) await insertLot(tx, history, { kind: 'bag', mass, site: SITES[0]!, draws: [], isGold: false })
  })
  const file = join(folder, 'snap')
  await keeperOf(history).follow()
  const whole = readFileSync(file)
  const startFrom = async (bytes: Buffer) => {
    writeFileSync(file, bytes)
    const keeper = keeperOf(history)
    await keeper.follow()
    return keeper.state().from
  }
  expect(await startFrom(whole)).toBe('snapshot')
  const changed = Buffer.from(whole)
  changed[8_193] = (changed[8_193] ?? 0) ^ 1
  expect(await startFrom(changed)).toBe('record')
  expect(await startFrom(whole.subarray(0, whole.length - 3))).toBe('record')
  expect(await startFrom(Buffer.from(whole.toString('latin1').replace('"tenant":"snap"', '"tenant":"snip"'), 'latin1'))).toBe('record')
  expect(await startFrom(Buffer.from(whole.toString('latin1').replace(/"hash":"../, '"hash":"ff'), 'latin1'))).toBe('record')
})

test('the worker answers; a new lot is in the answer within a second; without the worker the record answers', async () => {
  const history: History = { tenant: 'live', lots: [], position: 0 }
  await database.transaction((tx) => insertLot(tx, history, { kind: 'bag', mass: 30_000, site: SITES[0]!, draws: [], isGold: false }))
  const troubles: string[] = []
  const engine = startTraceEngine({
    connectionString: world.connectionString,
    folder,
    report: (trouble) => troubles.push(trouble),
    patience: 5_000,
  })
  const room = { current: engine }
  const ask = (lot: string) => database.read((tx) => findComposition({ tx, tenant: 'live', room, day: LAST_DAY }, lot))
  for (let turn = 0; turn < 200 && engine.state('live').engine !== 'ready'; turn++) await new Promise((done) => setTimeout(done, 50))
  expect(await ask(history.lots[0]!.id)).toMatchObject({ answeredBy: 'engine', position: 1, found: { mass: 30_000 } })
  await database.transaction((tx) =>
    insertLot(tx, history, {
      kind: 'trader-lot',
      mass: 29_000,
      site: null,
      draws: [{ from: history.lots[0]!.id, drawn: 30_000 }],
      isGold: false,
    }),
  )
  const began = performance.now()
  const found = await ask(history.lots[1]!.id)
  expect(found).toMatchObject({
    answeredBy: 'engine',
    position: 2,
    found: { mass: 29_000, sites: [{ site: SITES[0], amount: 29_000, least: 29_000 }] },
  })
  expect(performance.now() - began).toBeLessThan(1_000)
  await engine.stop()
  expect(await ask(history.lots[1]!.id)).toMatchObject({ answeredBy: 'reference', position: 2, found: { mass: 29_000 } })
  expect(troubles).toEqual([])
}, 60_000)
