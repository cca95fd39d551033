/*
A million groups of passing people: how long the import of such a file takes, and how long a reader waits for the table of all points. The peer of the import is one `copy` of the same rows
into a bare table; that of the table is the same sums asked of those raw rows, with an index on the day.
*/
import pg from 'pg'
import type { Program } from '../src/bin/program.ts'
import { addDays } from '../src/kernel/calendar.ts'
import { importFlows } from '../src/modules/mobility/module.ts'
import { DEMO_PASSWORD, demoAccounts } from '../test/world/accounts.ts'
import { signIn, subjectOf } from '../test/world/client.ts'
import { type Benchmark, median, timed } from './benchmark.ts'
import { withStage } from './with-stage.ts'

const ROWS = Number(process.env['FLOW_ROWS'] ?? 1_000_000)
const POINTS = 20
const DAYS = 700
const RUNS = 7
const LAST = '2026-11-20'
const REASONS = ['WORK_MINING', 'TRADE', 'FAMILY', 'RETURN', 'OTHER', '']
const NATIONS = ['COD', 'BDI', 'RWA', 'UGA', 'TZA', 'ZMB']

interface Times {
  readonly imported: number
  readonly again: number
  readonly copied: number
  readonly table: number
  readonly naive: number
}
let made: Promise<Times> | null = null
const times = (): Promise<Times> => (made ??= measure())

const measure = (): Promise<Times> =>
  withStage(DAYS + 30, async ({ program, stage, connectionString }) => {
    const from = addDays(LAST, -DAYS)
    for (let point = 0; point < POINTS; point++)
      subjectOf(
        await stage.as('monitor').post('/api/flow-points', {
          ...{ code: `P${point}`, name: `Point ${point}`, type: 'mine-access', area: 'XL101', from },
        }),
      )
    const imported = await timed(() => bring(program))
    const again = await timed(() => bring(program))
    return { imported, again, ...(await look(program, connectionString)) }
  })

/** Day by day and point by point, as counting goes. Every hundredth group does not add up. */
function lineOf(n: number): string {
  const perDay = Math.ceil(ROWS / (POINTS * DAYS))
  const at = Math.floor(n / perDay)
  const day = addDays(LAST, -(Math.floor(at / POINTS) % DAYS))
  const [women, men, girls, boys] = [n % 3, 1 + (n % 4), n % 2, n % 100 === 0 ? 9 : 0]
  const size = women + men + girls + (n % 100 === 0 ? 0 : boys)
  const way = n % 3 === 0 ? 'OUT' : 'IN'
  return `P${at % POINTS},${day},${n % 24},${way},${size},${women},${men},${girls},${boys},COD,CD${60 + (n % 5)},${NATIONS[n % 6]}:${size},FOOT,${REASONS[n % 6]}`
}
const HEAD =
  'point_code,date,hour,direction,group_size,women,men,girls,boys,departure_country,departure_adm1,nationalities,transport,reason'
async function* file(): AsyncGenerator<string> {
  yield await Promise.resolve(`${HEAD}\n`)
  for (let n = 0; n < ROWS; n += 1000) {
    const lines: string[] = []
    for (let one = n; one < Math.min(n + 1000, ROWS); one++) lines.push(lineOf(one))
    yield `${lines.join('\n')}\n`
  }
}
async function bring({ database, log, tenant, clock }: Program): Promise<void> {
  const actor = { account: 'operator', organisation: null, role: null }
  const outcome = await importFlows({ database, log, tenant, clock, actor, dryRun: false, open: file })
  if (!outcome.ok || outcome.value.added + outcome.value.alreadyKnown !== ROWS) throw new Error('the file of the measurement was not taken')
}

const BARE = `create table bare_flow (point text, day date, direction text, size integer, women integer, men integer, girls integer, boys integer, adm1 text, nation text, reason text)`
const FILL = `insert into bare_flow select p.code, r.day, r.content->>'direction', (r.content->>'size')::int, (r.content->>'women')::int, (r.content->>'men')::int,
  (r.content->>'girls')::int, (r.content->>'boys')::int, r.content->'from'->>'adm1', r.content->'nationalities'->0->>'iso3', r.content->>'reason'
  from flow_row r join flow_point p on p.tenant_id = r.tenant_id and p.id = r.point`
const within = `where day >= '${addDays(LAST, -DAYS)}' and day <= '${LAST}'`
const NAIVE = [
  `select point, day, sum(size) from bare_flow ${within} group by 1, 2`,
  `select point, sum(women), sum(men), sum(girls), sum(boys) from bare_flow ${within} and women + men + girls + boys = size group by 1`,
  `select point, direction, sum(size) from bare_flow ${within} group by 1, 2`,
  `select point, reason, sum(size) from bare_flow ${within} group by 1, 2`,
  `select adm1, sum(size) from bare_flow ${within} group by 1`,
  `select point, nation, sum(size) from bare_flow ${within} group by 1, 2`,
]

async function look(program: Program, connectionString: string): Promise<Omit<Times, 'imported' | 'again'>> {
  const plain = new pg.Client({ connectionString })
  await plain.connect()
  await plain.query(BARE)
  const copied = await timed(() => plain.query(FILL))
  await plain.query('create index on bare_flow (day)')
  await plain.query('analyze')
  const app = await program.createHttp(({ error }) => {
    throw error
  })
  const reader = await signIn(app, demoAccounts.find((one) => one.key === 'monitor')?.email ?? '', DEMO_PASSWORD)
  const ask = async (): Promise<void> => {
    const { status } = await reader.get(`/api/flows?from=${addDays(LAST, -DAYS)}&until=${LAST}`)
    if (status !== 200) throw new Error(`the flows answered ${status}`)
  }
  const many = async (work: () => Promise<unknown>): Promise<number> => {
    await work()
    const taken: number[] = []
    for (let n = 0; n < RUNS; n++) taken.push(await timed(work))
    return median(taken)
  }
  const naive = async (): Promise<void> => {
    for (const query of NAIVE) await plain.query(query)
  }
  const found = { copied, table: await many(ask), naive: await many(naive) }
  await plain.end()
  await app.close()
  return found
}

export const flowBenchmarks: readonly Benchmark[] = [
  {
    ...{
      name: 'flows-import',
      about: 'a file of a million groups into the record',
      peerName: 'PostgreSQL, the same rows written into a bare table',
    },
    of: ({ imported, copied }: Times) => [imported, copied] as const,
  },
  {
    ...{
      name: 'flows-again',
      about: 'the same file a second time: nothing new',
      peerName: 'PostgreSQL, the same rows written into a bare table',
    },
    of: ({ again, copied }: Times) => [again, copied] as const,
  },
  {
    ...{
      name: 'flows-table',
      about: 'all points over 700 days, the whole answer over HTTP',
      peerName: 'PostgreSQL, the same sums asked of a million raw rows',
    },
    of: ({ table, naive }: Times) => [table, naive] as const,
  },
].map(({ name, about, peerName, of }) => ({
  ...{ name, about },
  measure: async () => {
    const [ours, peer] = of(await times())
    return { ours, peer, peerName, unit: 'ms', runs: name === 'flows-table' ? RUNS : 1 }
  },
}))
