/*
How long the list of 100,000 participants takes to come in, and how long a reader waits for the tables of indicators over them: province by category and sex, participations and
trained persons, with every small cell withheld. The peer is one plain statement that groups the same rows of the same table and withholds nothing.
*/
import pg from 'pg'
import type { Program } from '../src/bin/program.ts'
import { csvSource, importTrainingList } from '../src/exchange/training-lists/server/import-into-log.ts'
import { addDays } from '../src/kernel/calendar.ts'
import { csvLine } from '../src/kernel/csv.ts'
import { ParticipantCategory } from '../src/modules/outreach/contract-training.ts'
import { DEMO_PASSWORD, demoAccounts } from '../test/world/accounts.ts'
import { signIn } from '../test/world/client.ts'
import { type Benchmark, median, timed } from './benchmark.ts'
import { withStage } from './with-stage.ts'

const PARTICIPANTS = 100_000
const PER_SESSION = 25
const RUNS = 7
const FIRST = '2023-01-09'

interface Times {
  readonly imported: number
  readonly table: number
  readonly plain: number
}
let made: Promise<Times> | null = null
const times = (): Promise<Times> => (made ??= measure())

const measure = (): Promise<Times> =>
  withStage(30, async ({ program, connectionString }) => {
    const imported = await timed(() => bring(program))
    return { imported, ...(await look(program, connectionString)) }
  })

const sexes = ['woman', 'man', 'woman', 'man', 'not-said']
async function* file(): AsyncGenerator<string> {
  const heading = ['session', 'curriculum', 'province', 'first_day', 'last_day', 'half_days', 'badge', 'category', 'sex', 'present', 'age']
  yield await Promise.resolve(csvLine([...heading, 'first_time', 'institution', 'pre', 'post', 'person']))
  for (let n = 0; n < PARTICIPANTS; n++) {
    const session = Math.floor(n / PER_SESSION)
    const day = addDays(FIRST, session % 1_300)
    const what = [`S-${session}`, `Formation ${session % 40}`, 'XL1', day, addDays(day, 1), '4', String((n % PER_SESSION) + 1)]
    const who = [
      ParticipantCategory.options[(n * 7) % 12] ?? 'cso',
      sexes[n % 5] ?? 'man',
      String(2 + (n % 3)),
      '25-34',
      n % 4 === 0 ? 'no' : 'yes',
    ]
    yield csvLine([
      ...what,
      ...who,
      `Institution ${n % 900}`,
      String(30 + (n % 40)),
      String(50 + (n % 50)),
      n % 4 === 0 ? `P${n % 9_000}` : '',
    ])
  }
}
async function bring({ database, log, tenant, clock, modules }: Program): Promise<void> {
  const actor = { account: 'operator', organisation: null, role: null }
  const house = { database, log, tenant, clock, actor, places: modules.places.door, trainings: modules.outreach.trainings }
  const outcome = await importTrainingList(house, { rows: csvSource(file()), dryRun: false })
  if (!outcome.ok || outcome.value.added !== PARTICIPANTS) throw new Error('the list did not come in whole')
}

async function look(program: Program, connectionString: string): Promise<Omit<Times, 'imported'>> {
  const app = await program.createHttp(() => undefined)
  const pool = new pg.Client({ connectionString })
  await pool.connect()
  const account = demoAccounts.find(({ key }) => key === 'trainer')
  const client = await signIn(app, account?.email ?? '', DEMO_PASSWORD)
  const path = `/api/training/numbers?table=province-category&from=${FIRST}&until=2026-11-21`
  const plain = `select province, category, sex, count(*) filter (where present > 0), count(distinct person_id) filter (where is_trained)
    from training_participation where tenant_id = 'cd' and last_day between '${FIRST}' and '2026-11-21' group by 1, 2, 3`
  try {
    const seen: number[] = []
    const peer: number[] = []
    for (let run = 0; run < RUNS; run++) {
      seen.push(
        await timed(async () => {
          if ((await client.get(path)).status !== 200) throw new Error('the table was not answered')
        }),
      )
      peer.push(await timed(async () => void (await pool.query(plain))))
    }
    return { table: median(seen), plain: median(peer) }
  } finally {
    await pool.end()
    await app.close()
  }
}

export const trainingBenchmarks: readonly Benchmark[] = [
  {
    name: 'training-table',
    about: 'province by category and sex, two indicators, over HTTP',
    of: ({ table, plain }: Times) => [table, plain] as const,
  },
  { name: 'training-import', about: 'the whole list imported', of: ({ imported, plain }: Times) => [imported, plain] as const },
].map(({ name, about, of }) => ({
  name,
  about: `${PARTICIPANTS} participants: ${about}`,
  measure: async () => {
    const [ours, peer] = of(await times())
    return { ours, peer, peerName: 'PostgreSQL, one plain group by', unit: 'ms', runs: RUNS }
  },
}))
