/*
The ICGLR interface as its routes answer: a page of twenty with a filter, and one site by its identifier. The standard has no server of
its own that could run here, so a bare query stands beside: the same rows by the same columns, without standing, history, titles or
parties.
*/
import { sql } from 'kysely'
import type { Program } from '../src/bin/program.ts'
import { type Benchmark, median, timed } from './benchmark.ts'
import { incomingOf } from './site-list.ts'
import { withWorld } from './with-world.ts'
import { TENANT } from './world.ts'

const RUNS = 40

function routeOf(program: Program, path: string) {
  const route = program.routes.find((one) => one.method === 'GET' && one.path === path)
  if (route === undefined) throw new Error(`there is no route ${path}`)
  return route
}

async function measureList(program: Program) {
  const route = routeOf(program, '/v1/mine-sites')
  const ask = async (run: number): Promise<void> => {
    const reply = await route.answerTo(
      incomingOf(program, { mineral: '2609.00.00', certificationStatus: '1', page: String(1 + (run % 5)) }),
    )
    if (reply.status !== 200) throw new Error(`the list answered ${reply.status}`)
    JSON.stringify(reply.body)
  }
  const bare = (run: number) =>
    program.database.read(async (tx) => {
      const fitting = sql`from site where tenant_id = ${TENANT} and icglr_id is not null and minerals @> '["Sn"]'::jsonb`
      await sql`select * ${fitting} order by icglr_id limit 20 offset ${(run % 5) * 20}`.execute(tx)
      await sql`select count(*) ${fitting}`.execute(tx)
    })
  return measure(ask, bare, 'bare SQL: mineral, a page and its count')
}

async function measureSingle(program: Program) {
  const ids = await program.database.read((tx) =>
    sql<{ icglr_id: string }>`select icglr_id from site where tenant_id = ${TENANT} order by national_id limit ${RUNS + 1}`.execute(tx),
  )
  const idOf = (run: number): string => ids.rows[run]?.icglr_id ?? ''
  const route = routeOf(program, '/v1/mine-sites/:icglrId')
  const ask = async (run: number): Promise<void> => {
    const reply = await route.answerTo({ ...incomingOf(program, {}), params: { icglrId: idOf(run) } })
    if (reply.status !== 200) throw new Error(`the site answered ${reply.status}`)
    JSON.stringify(reply.body)
  }
  const bare = (run: number) =>
    program.database.read(async (tx) => {
      const found = await sql<{ id: string }>`select * from site where tenant_id = ${TENANT} and icglr_id = ${idOf(run)}`.execute(tx)
      const id = found.rows[0]?.id ?? ''
      await sql`select * from site_status_fact where tenant_id = ${TENANT} and site_id = ${id}`.execute(tx)
      await sql`select * from inspection where tenant_id = ${TENANT} and site_id = ${id}`.execute(tx)
    })
  return measure(ask, bare, 'bare SQL: the site, its facts and its inspections')
}

type Ask = (run: number) => Promise<unknown>
async function measure(ask: Ask, bare: Ask, peerName: string) {
  const ours: number[] = []
  const peer: number[] = []
  await ask(0)
  await bare(0)
  for (let run = 1; run <= RUNS; run++) {
    ours.push(await timed(() => ask(run)))
    peer.push(await timed(() => bare(run)))
  }
  return { ours: median(ours), peer: median(peer), peerName, unit: 'ms', runs: RUNS }
}

const benchmark = (name: string, sites: number, work: (program: Program) => ReturnType<typeof measureList>): Benchmark => ({
  name: `${name}-${sites}`,
  about: `${name} of ${sites} sites`,
  measure: () => withWorld(sites, work),
})
export const icglrBenchmarks: readonly Benchmark[] = [1000, 10_000].flatMap((sites) => [
  benchmark('icglr-list', sites, measureList),
  benchmark('icglr-single', sites, measureSingle),
])
