/* The import of trainings on a real house: damaged rows named, a repeat adds nothing, names apart from the log, one person by name and year, a dry run writes nothing. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Stage, openStage } from '../../../test/world/stage.ts'
import { csvOfRows } from '../../kernel/csv.ts'
import { mustParse } from '../../kernel/schema.ts'
import { SessionShown, Sessions, TrainingNumbers } from '../../modules/outreach/contract-training.ts'
import { csvSource, importTrainingList } from './server/import-into-log.ts'

const world = await freshDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await openStage(world, 780)
  stage.onDay(0)
  return () => stage.app.close()
}, 180_000)

const heading = [
  'session',
  'curriculum',
  'province',
  'first_day',
  'last_day',
  'half_days',
  'badge',
  'category',
  'sex',
  'present',
  'first_time',
  'pre',
  'post',
  'name',
  'birth_year',
]
const row = (session: string, badge: number, more: Partial<Record<string, string>> = {}) =>
  heading.map((column) => {
    const day = session === 'A-1' ? '2026-03-03' : '2026-05-05'
    const said: Record<string, string> = {
      ...{ session, curriculum: 'Identification', province: 'Lukanda (fictive)', first_day: day, last_day: day, half_days: '2' },
      ...{ badge: String(badge), category: 'medical', sex: badge % 2 === 0 ? 'woman' : 'man', present: '2', pre: '40,5', post: '70' },
    }
    return more[column] ?? said[column] ?? ''
  })
const rows = [
  ...Array.from({ length: 6 }, (_none, at) => row('A-1', at + 1, { first_time: 'yes' })),
  row('A-1', 7, { name: 'Marie Kabéya', birth_year: '1990' }),
  row('A-1', 8),
  row('B-2', 1, { name: 'KABEYA Marie', birth_year: '1990' }),
  row('B-2', 2, { category: 'nurse' }),
  row('B-2', 3, { present: '3' }),
  row('B-2', 1),
  row('B-2', 4, { first_day: '2026-05-04' }),
]
const house = () => {
  const { database, log, tenant, clock, modules } = world.program
  const actor = { account: 'operator', organisation: null, role: null }
  return { database, log, tenant, clock, actor, places: modules.places.door, trainings: modules.outreach.trainings }
}
async function* pieces(lines: readonly (readonly string[])[]): AsyncGenerator<string> {
  yield await Promise.resolve(csvOfRows([heading, ...lines]))
}
const bring = (lines: readonly (readonly string[])[], dryRun = false) =>
  importTrainingList(house(), { rows: csvSource(pieces(lines)), dryRun })
const logged = () =>
  world.program.database.read(
    async (tx) =>
      (
        await sql<{
          n: number
          all: string | null
        }>`select count(*)::int as n, string_agg(payload::text, ' ') as all from log_event where kind like 'training-session%'`.execute(tx)
      ).rows[0],
  )

test('a dry run says what each row would do and writes nothing', async () => {
  const outcome = await bring(rows, true)
  expect(outcome).toMatchObject({ ok: true, value: { rows: 13, added: 9, sessions: 2, rowsRejected: 4, dryRun: true } })
  expect((await logged())?.n).toBe(0)
})

test('damaged rows are named with column and reason, the rest goes in, and a repeat adds nothing', async () => {
  const seen: (readonly [number, number])[] = []
  const outcome = await importTrainingList(house(), {
    rows: csvSource(pieces(rows)),
    dryRun: false,
    onProgress: (...of) => void seen.push(of),
  })
  expect(outcome).toMatchObject({ ok: true, value: { added: 9, named: 2, alreadyKnown: 0 } })
  expect(outcome.ok && outcome.value.rejected).toEqual([
    { line: 11, column: 'category', problem: 'not-in-the-list' },
    { line: 12, column: 'present', problem: 'more-than-half-days' },
    { line: 13, column: 'badge', problem: 'badge-twice' },
    { line: 14, column: 'session', problem: 'other-session' },
  ])
  expect(seen).toEqual([[9, 9]])
  const before = await logged()
  expect(await bring(rows)).toMatchObject({ ok: true, value: { added: 0, alreadyKnown: 9 } })
  expect(await bring([...rows.slice(0, 9), row('B-2', 9)])).toMatchObject({ ok: true, value: { added: 1, alreadyKnown: 9 } })
  expect((await logged())?.n).toBe((before?.n ?? 0) + 1)
  expect(before?.all).not.toMatch(/Kab/i)
})

test('one name and one year of birth are one person; who was not told apart is a participation alone', async () => {
  const read = mustParse(TrainingNumbers, (await stage.as('trainer').get('/api/training/numbers?from=2026-01-01&until=2026-06-30')).body)
  // Told rounded down to a multiple of five; how many they are is what the measure counts.
  expect([read.participationsTotal, read.trainedUniqueTotal]).toEqual([
    { is: 'shown', n: 10 },
    { is: 'shown', n: 5 },
  ])
  expect(await counted('trained-unique')).toEqual([{ of: {}, numerator: 7, denominator: null }])
  const sessions = mustParse(Sessions, (await stage.as('trainer').get('/api/training/sessions')).body).sessions
  const b = sessions.find(({ number }) => number === 'B-2')
  const shown = mustParse(SessionShown, (await stage.as('trainer').get(`/api/training/sessions/${b?.id}`)).body)
  expect(shown.participants?.[0]).toMatchObject({ sessions: 2, isLinked: true, preTenths: 405, postTenths: 700, isTrained: true })
  expect(shown.line.state).toBe('imported')
  expect(
    (await stage.as('trainer').post(`/api/training/sessions/${b?.id}/attendance`, { marks: [{ badge: 1, halfDay: 0, present: true }] }))
      .status,
  ).toBe(409)
})

const counted = (id: string) =>
  world.program.database.read(async (tx) => {
    const occurred = { from: '2026-01-01', to: '2026-06-30' }
    const measure = world.program.modules.outreach.measures.find((one) => one.id === `outreach.${id}`)
    return measure?.ask(tx, world.program.tenant, { occurred, learned: { after: null, until: null }, by: [] })
  })

test('a list without its columns or without rows is refused in words', async () => {
  const short = importTrainingList(house(), { rows: csvSource(text('session;badge\n1;2\n')), dryRun: false })
  expect(await short).toMatchObject({ ok: false, refusal: { code: 'training-list-columns' } })
  expect(await bring([])).toMatchObject({ ok: false, refusal: { code: 'training-list-empty' } })
})
async function* text(whole: string): AsyncGenerator<string> {
  yield await Promise.resolve(whole)
}
