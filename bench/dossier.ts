/*
All fifteen checks of the dossier of a 25 t lot (3,000 bags, 100 sites) among bags of other lots, as the page of the dossier asks for them: the lot's
way, exact shares, standing of each site on each day, legs and papers, cards, incidents, suspensions, and the verdicts. Beside it what anybody would
write without such doors: the same questions as plain SQL, one for each bag, hand, leg and site, which gives no verdict at all.
*/
import { type RawBuilder, sql } from 'kysely'
import type { Program } from '../src/bin/program.ts'
import { todayAt } from '../src/kernel/calendar.ts'
import { asId } from '../src/kernel/schema.ts'
import { reportsOf } from '../src/modules/certificates/domain/dossier-state.ts'
import { issuerOf } from '../src/modules/certificates/domain/issuer.ts'
import { certificateRulebook } from '../src/modules/certificates/domain/rulebook.ts'
import { type WorldDoors, lotWorld } from '../src/modules/certificates/server/facts.ts'
import type { TraceEngine } from '../src/modules/custody/server/tracing/engine.ts'
import { startTraceEngine } from '../src/modules/custody/server/tracing/start-engine.ts'
import type { Tx } from '../src/platform/database/transaction.ts'
import { type Benchmark, median, timed } from './benchmark.ts'
import { BAGS, SITES, exportLot, exporter, fillChain } from './dossier-world.ts'
import { type Cost, costMeter, tellCosts } from './processor.ts'
import { type Place, withWorld } from './with-world.ts'
import { NOW, TENANT } from './world.ts'

const RUNS = 21
/** Until the program is as quick as in a server that has run for a while. */
const WARMING = 10
const PEER_RUNS = 3
const peerName = 'plain SQL, one question per bag, site, leg and hand, no verdicts'

function doorsOf({ modules }: Program): WorldDoors {
  const { custody, sites, people, operators, papers, incidents, risks } = modules
  return {
    ...{ custody: custody.door, sites: sites.door, people: people.door },
    registers: {
      ...{ origin: custody.origin, titles: sites.door.titles, operators: () => operators.door, papers: () => papers.door },
      ...{ exporters: () => operators.exporters, incidents: () => incidents.door, risks: () => risks.door },
    },
  }
}

const terms = {
  ...{ importer: { name: 'Smelter', country: 'MY' }, grade: '65 % Sn', origin: ['CD'], customsValueUsdCents: 1 },
  plannedShipmentOn: '2026-12-01',
}
async function ask(program: Program, doors: ReturnType<typeof doorsOf>) {
  const asked = { tenant: TENANT, lot: asId('lot', exportLot), exporter, today: todayAt(NOW), knownAt: NOW }
  const world = await program.database.read((tx) => lotWorld(doors, { tx, ...asked }))
  if (world === null) throw new Error('the lot of the measurement is not there')
  const reports = reportsOf(
    { exporter, terms, papers: [] },
    { world, rules: certificateRulebook.values, issuer: issuerOf(TENANT), today: todayAt(NOW) },
  )
  if (world.trace.roots.length !== BAGS || world.sites.length !== SITES || reports.length !== 15)
    throw new Error('not the lot that is measured')
  return reports
}

const rows = async (tx: Tx, query: RawBuilder<{ readonly id: string }>): Promise<readonly string[]> =>
  (await query.execute(tx)).rows.map((row) => row.id)
/** One question after the other, as a first program would ask them: down the draws lot by lot, then bag by bag. */
async function askPlainly(tx: Tx): Promise<void> {
  const lots: string[] = []
  for (let waiting: readonly string[] = [exportLot]; waiting.length > 0;) {
    lots.push(...waiting)
    const next: string[] = []
    for (const lot of waiting)
      next.push(...(await rows(tx, sql`select input_id as id from lot_input where tenant_id = ${TENANT} and lot_id = ${lot}::uuid`)))
    waiting = [...new Set(next)]
  }
  for (const lot of lots) {
    await sql`select site_id, tag, produced_on, mass_grams from lot where tenant_id = ${TENANT} and id = ${lot}::uuid`.execute(tx)
    await sql`select organisation_id, since from lot_holding where tenant_id = ${TENANT} and lot_id = ${lot}::uuid`.execute(tx)
    await sql`select paper, sent_on from transfer where tenant_id = ${TENANT} and lot_id = ${lot}::uuid`.execute(tx)
    await sql`select rule from lot_finding where tenant_id = ${TENANT} and lot_id = ${lot}::uuid`.execute(tx)
  }
  const sites = await rows(
    tx,
    sql`select distinct site_id as id from lot where tenant_id = ${TENANT} and id = any(${lots}::uuid[]) and site_id is not null`,
  )
  for (const site of sites)
    await sql`select content from site_status_fact where tenant_id = ${TENANT} and site_id = ${site}::uuid order by acts_on desc limit 1`.execute(
      tx,
    )
}

/** As beside a running server: the engine answers of what a lot is made. */
async function readyEngine(program: Program, { connectionString }: Place): Promise<TraceEngine> {
  const engine = startTraceEngine({ connectionString, folder: null, report: (trouble) => void process.stderr.write(`${trouble}\n`) })
  while (engine.state(TENANT).engine !== 'ready') await new Promise((done) => setTimeout(done, 100))
  program.modules.custody.engine.current = engine
  return engine
}

const dossier = (bags: number): Benchmark => ({
  name: `dossier-${bags}`,
  about: `all checks of a 25 t lot of 3,000 bags and 100 sites among ${bags} bags`,
  measure: () =>
    withWorld(
      SITES,
      async (program, place) => {
        const doors = doorsOf(program)
        const engine = await readyEngine(program, place)
        for (let run = 0; run < WARMING; run++) await ask(program, doors)
        const costOf = costMeter(place.folder)
        const costs: Cost[] = []
        for (let run = 0; run < RUNS; run++) costs.push(await costOf(() => ask(program, doors)))
        tellCosts(`dossier-${bags}`, costs)
        const peer: number[] = []
        for (let run = 0; run < PEER_RUNS; run++) peer.push(await timed(() => program.database.read(askPlainly)))
        await engine.stop()
        return { ours: median(costs.map((cost) => cost.clock)), peer: median(peer), peerName, unit: 'ms', runs: RUNS }
      },
      { name: `dossier-${bags}`, write: (owner) => fillChain(owner, bags) },
    ),
})
/** `npm run bench -- dossier-10000000` takes an hour to write its world on two cores, and is not among those that run without a name. */
export const dossierBenchmarks: readonly Benchmark[] = [dossier(10_000), dossier(100_000)]
export const largeDossierBenchmarks: readonly Benchmark[] = [dossier(1_000_000), dossier(10_000_000)]
