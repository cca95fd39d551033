/*
The status of every site as of a day, each time another day, at 1,000 and at 10,000 sites: first as a server answers that has asked
before (the facts are in memory, the standings are not), then the very first question after a start. Beside it what anybody would
ask the database for: the newest order of each site on that day, without periods, lapses, holds, requests or reports.
*/
import { sql } from 'kysely'
import { addDays } from '../src/kernel/calendar.ts'
import { standingsOf } from '../src/modules/sites/server/status/standings.ts'
import type { Program } from '../src/bin/program.ts'
import { type Benchmark, median, timed } from './benchmark.ts'
import { withWorld } from './with-world.ts'
import { NOW, TENANT, TODAY } from './world.ts'

const RUNS = 15
const peerName = 'bare SQL: newest order per site, no rules'
const dayOfRun = (run: number): string => addDays(TODAY, -31 * run)

const ask = (program: Program, asOf: string) => program.database.read((tx) => standingsOf(tx, TENANT, { asOf, knownAt: NOW }))
const askBare = (program: Program, asOf: string) =>
  program.database.read((tx) =>
    sql`select distinct on (site_id) site_id, content ->> 'colour' as colour, content ->> 'effectiveFrom' as since from site_status_fact
      where tenant_id = ${TENANT} and kind = 'order' and acts_on <= ${asOf} and recorded_at <= ${NOW} and voided_at is null
      order by site_id, acts_on desc`.execute(tx),
  )

async function measureWarm(program: Program) {
  await ask(program, TODAY)
  const ours: number[] = []
  const peer: number[] = []
  for (let run = 1; run <= RUNS; run++) {
    ours.push(await timed(() => ask(program, dayOfRun(run))))
    peer.push(await timed(() => askBare(program, dayOfRun(run))))
  }
  return { ours: median(ours), peer: median(peer), peerName, unit: 'ms', runs: RUNS }
}

async function measureFirst(program: Program) {
  await askBare(program, TODAY)
  const ours = await timed(() => ask(program, TODAY))
  const peer = await timed(() => askBare(program, TODAY))
  return { ours, peer, peerName, unit: 'ms', runs: 1 }
}

const status = (sites: number): Benchmark => ({
  name: `status-${sites}`,
  about: `the status of ${sites} sites on a day not asked before, facts in memory`,
  measure: () => withWorld(sites, measureWarm),
})
const statusFirst: Benchmark = {
  name: 'status-first-10000',
  about: 'the same as the first question after a start, facts read from the database',
  measure: () => withWorld(10_000, measureFirst),
}
export const statusBenchmarks: readonly Benchmark[] = [status(1000), status(10_000), statusFirst]
