/*
The list of sites with filter and search, as the route answers it: 95 of 100 questions are faster than this. Questions as officers ask
them: a beginning, a name with a wrong letter, a colour, a mineral, a later page. Beside it a bare query for the same words on the
name: no standing, no forgiveness, no counts by colour.
*/
import { sql } from 'kysely'
import type { Program } from '../src/bin/program.ts'
import type { Incoming } from '../src/platform/http/route.ts'
import { capabilitiesOf } from '../src/modules/people/domain/roles.ts'
import { type Benchmark, timed } from './benchmark.ts'
import { withWorld } from './with-world.ts'
import { NOW, TENANT } from './world.ts'

const RUNS = 200
const questions: readonly Readonly<Record<string, string>>[] = [
  { text: 'lukand' },
  { text: 'nyantere' },
  { text: 'mukongwa', colour: 'green,yellow' },
  { text: 'rubaya', mineral: 'Sn,Ta' },
  { text: 'codmine0004' },
  { text: 'kalimbi ola', lapsed: 'true' },
  { colour: 'red', sort: 'ending', page: '7' },
  { sort: 'last-visit' },
]

/** What a ministry's officer sends, without the wire. */
export function incomingOf(program: Program, query: Readonly<Record<string, string>>): Incoming {
  const roles = ['MINES_NAT', 'integrator']
  const who = {
    tenant: TENANT,
    account: 'bench',
    organisation: null,
    roles,
    capabilities: capabilitiesOf(roles),
    territory: 'everywhere',
    language: 'fr',
  } as const
  const no = () => Promise.reject(new Error('a benchmark only reads'))
  const door = { read: program.log.read, execute: no, together: no }
  return { params: {}, query, body: null, headers: {}, who, language: 'fr', tenant: TENANT, now: NOW, door }
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? 0

async function measure(program: Program) {
  const route = program.routes.find((one) => one.method === 'GET' && one.path === '/api/sites')
  if (route === undefined) throw new Error('there is no list of sites')
  const list = async (query: Readonly<Record<string, string>>): Promise<void> => {
    const reply = await route.answerTo(incomingOf(program, query))
    if (reply.status !== 200) throw new Error(`the list answered ${reply.status}`)
    JSON.stringify(reply.body)
  }
  const bare = (query: Readonly<Record<string, string>>) =>
    program.database.read(async (tx) => {
      const words = `%${query['text'] ?? ''}%`
      await sql`select * from site where tenant_id = ${TENANT} and name ilike ${words} order by name, id limit 50`.execute(tx)
      await sql`select count(*) from site where tenant_id = ${TENANT} and name ilike ${words}`.execute(tx)
    })
  const ours: number[] = []
  const peer: number[] = []
  await list({})
  for (let run = 0; run < RUNS; run++) {
    const query = questions[run % questions.length] ?? {}
    ours.push(await timed(() => list(query)))
    peer.push(await timed(() => bare(query)))
  }
  return {
    ours: percentile(ours, 0.95),
    peer: percentile(peer, 0.95),
    peerName: 'bare SQL: name ilike, a page and its count (95th percentile of both)',
    unit: 'ms',
    runs: RUNS,
  }
}

const siteList = (sites: number): Benchmark => ({
  name: `site-list-${sites}`,
  about: `list of ${sites} sites with filter and search, 95th percentile`,
  measure: () => withWorld(sites, measure),
})
export const siteListBenchmarks: readonly Benchmark[] = [siteList(1000), siteList(10_000)]
