/*
How long a reader waits when 10,000 events of violence are filtered: the whole answer of the server (counts of every area, what is covered, the newest 500),
signed in, over one question without filters and one with a group and a province. The peer is one statement that counts the same rows of the same table.
*/
import pg from 'pg'
import type { Program } from '../src/bin/program.ts'
import { importEventsFile } from '../src/exchange/ucdp/server/import-into-log.ts'
import { addDays } from '../src/kernel/calendar.ts'
import { csvLine } from '../src/kernel/csv.ts'
import { DEMO_PASSWORD, demoAccounts } from '../test/world/accounts.ts'
import { signIn } from '../test/world/client.ts'
import { type Benchmark, median, timed } from './benchmark.ts'
import { withStage } from './with-stage.ts'

const EVENTS = 10_000
const RUNS = 15
const FIRST = '2022-01-01'

interface Times {
  readonly all: number
  readonly filtered: number
  readonly plain: number
  readonly plainFiltered: number
}
let made: Promise<Times> | null = null
const times = (): Promise<Times> => (made ??= measure())

const measure = (): Promise<Times> =>
  withStage(30, async ({ program, connectionString }) => {
    await write(program)
    return await look(program, connectionString)
  })

async function* file(): AsyncGenerator<string> {
  const heading = ['id', 'type_of_violence', 'side_a', 'side_b', 'where_prec', 'where_coordinates', 'where_description', 'adm_1', 'adm_2']
  yield await Promise.resolve(csvLine([...heading, 'latitude', 'longitude', 'date_start', 'date_end', 'best']))
  for (let n = 0; n < EVENTS; n++) {
    const day = addDays(FIRST, n % 1_700)
    const place = [
      String((n % 6) + 1),
      `Place ${n % 600}`,
      'A village between two rivers, as a newspaper told it on the day after.',
      'P',
      'T',
    ]
    const at = [String(-2.4 - (n % 100) / 100), String(21 + (n % 90) / 90)]
    yield csvLine([String(n), String((n % 3) + 1), `Group ${n % 80}`, `Group ${(n * 7) % 80}`, ...place, ...at, day, day, String(n % 5)])
  }
}
async function write(program: Program): Promise<void> {
  const { database, log, tenant, clock, modules } = program
  const actor = { account: 'operator', organisation: null, role: null }
  const house = { database, log, tenant, clock, actor, places: modules.places.door, conflict: modules.conflict.door }
  const covers = { from: FIRST, until: '2026-11-21' }
  const asked = { country: 'XL', source: 'ucdp-ged', name: 'measurement', mayBeShared: true, dryRun: false, covers, open: file } as const
  const outcome = await importEventsFile(house, asked)
  if (!outcome.ok || outcome.value.added !== EVENTS) throw new Error('the events of the measurement were not taken')
}

async function look(program: Program, connectionString: string): Promise<Times> {
  const plain = new pg.Client({ connectionString })
  await plain.connect()
  const app = await program.createHttp(({ error }) => {
    throw error
  })
  const partner = await signIn(app, demoAccounts.find((one) => one.key === 'partner')?.email ?? '', DEMO_PASSWORD)
  const ask = (query: string) => async (): Promise<void> => {
    const { status } = await partner.get(`/api/conflict/events?from=${FIRST}&until=2026-11-21${query}`)
    if (status !== 200) throw new Error(`the events answered ${status}`)
  }
  const many = async (work: () => Promise<unknown>): Promise<number> => {
    await work()
    const taken: number[] = []
    for (let n = 0; n < RUNS; n++) taken.push(await timed(work))
    return median(taken)
  }
  const found = {
    all: await many(ask('')),
    filtered: await many(ask('&actor=group%207&area=XL1')),
    plain: await many(() => plain.query('select count(*), sum(deaths_best) from conflict_event')),
    plainFiltered: await many(() =>
      plain.query("select count(*), sum(deaths_best) from conflict_event where strpos(actors, 'group 7') > 0 and province = 'XL1'"),
    ),
  }
  await plain.end()
  await app.close()
  return found
}

export const conflictBenchmarks: readonly Benchmark[] = [
  { name: 'conflict-events-all', about: 'four years, no filter', of: ({ all, plain }: Times) => [all, plain] as const },
  {
    name: 'conflict-events-filtered',
    about: 'one group in one province',
    of: ({ filtered, plainFiltered }: Times) => [filtered, plainFiltered] as const,
  },
].map(({ name, about, of }) => ({
  name,
  about: `${EVENTS} events, ${about}: the whole answer over HTTP`,
  measure: async () => {
    const [ours, peer] = of(await times())
    return { ours, peer, peerName: 'PostgreSQL, the count alone', unit: 'ms', runs: RUNS }
  },
}))
