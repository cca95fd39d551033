/*
What indicators ask of incidents, sites, conflict sheets and protection, on the played province: locked at an instant and counted late after it, each thing once; of
protection only what was told of a quarter, so that a case opened now moves nothing.
*/
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addDays, todayAt } from '../../src/kernel/calendar.ts'
import { dayAfter, newestTold } from '../../src/kernel/disclosure/place-and-time.ts'
import type { Measure, MeasureAsk } from '../../src/kernel/measure.ts'
import { caseMeasures } from '../../src/modules/cases/module.ts'
import { conflictMeasures } from '../../src/modules/conflict/module.ts'
import { incidentMeasures } from '../../src/modules/incidents/module.ts'
import { statusMeasures } from '../../src/modules/sites/module.ts'
import type { Tx } from '../../src/platform/database/transaction.ts'
import { freshProvince } from '../played-province.ts'
import { DEMO_PASSWORD } from '../world/accounts.ts'
import { type Client, signIn, subjectOf } from '../world/client.ts'

const { program, province } = await freshProvince()
const today = todayAt(program.clock())
const years = { from: addDays(today, -1200), to: today }
const measures: readonly Measure<Tx>[] = [...incidentMeasures, ...statusMeasures, ...conflictMeasures, ...caseMeasures]
const ask = (id: string, more: Partial<MeasureAsk> = {}) => {
  const found = measures.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return program.database.read((tx) =>
    found.ask(tx, 'cd', { occurred: years, learned: { after: null, until: program.clock() }, by: [], ...more }),
  )
}
const numerator = async (id: string, more: Partial<MeasureAsk> = {}): Promise<number> => (await ask(id, more))[0]?.numerator ?? 0
let witness: Client
beforeAll(async () => {
  const app = await program.createHttp(({ error }) => {
    throw error
  })
  witness = await signIn(app, 'witness@demo.chanzo.example', DEMO_PASSWORD)
  return () => app.close()
}, 200_000)

test('no measure of theirs is divided by a place, an actor or a person', () => {
  expect(measures.map(({ id, divides }) => [id, divides])).toEqual([
    ['incidents.closed-on-time', []],
    ['sites.child-labour-resolved', []],
    ['conflict.sheets-validated', ['as']],
    ['cases.told-identified', []],
    ['cases.told-referrals-completed', []],
  ])
})
test('incidents that were due, and those settled by their day; what is locked and what came after make the whole', async () => {
  const middle = `${addDays(today, -100)}T12:00:00.000Z`
  const occurred = { ...years, to: addDays(today, 900) }
  const [whole] = await ask('incidents.closed-on-time', { occurred })
  expect(whole?.denominator).toBeGreaterThan(0)
  const [locked] = await ask('incidents.closed-on-time', { occurred, learned: { after: null, until: middle } })
  const [late] = await ask('incidents.closed-on-time', { occurred, learned: { after: middle, until: program.clock() } })
  for (const part of ['numerator', 'denominator'] as const) expect((locked?.[part] ?? 0) + (late?.[part] ?? 0)).toBe(whole?.[part])
  // What is due tomorrow or later is there only where it was settled already: nothing is late before its day.
  const [ahead] = await ask('incidents.closed-on-time', { occurred: { from: addDays(today, 1), to: addDays(today, 900) } })
  expect(ahead?.numerator).toBe(ahead?.denominator)
})
test('a site is resolved when somebody who stands on it no longer sees children', async () => {
  const before = await numerator('sites.child-labour-resolved')
  const site = province.sites['colline']
  const visit = (date: string, childrenUnder15: boolean, onSite = true) =>
    witness.post(`/api/sites/${site}/visits`, {
      date,
      source: { name: 'Société civile de Lukanda' },
      onSite,
      observed: { childrenUnder15 },
    })
  subjectOf(await visit(addDays(today, -3), true))
  subjectOf(await visit(addDays(today, -2), false, false))
  const seen = await numerator('sites.child-labour-resolved')
  subjectOf(await visit(addDays(today, -1), false))
  expect(await numerator('sites.child-labour-resolved')).toBe(seen + 1)
  expect(seen).toBeLessThanOrEqual(before)
  // A quarter that ended before knows nothing of it.
  const earlier = { from: years.from, to: addDays(today, -2) }
  expect(await numerator('sites.child-labour-resolved', { occurred: earlier })).toBe(seen)
})
test('validated sheets, new and updated, add up', async () => {
  const all = await numerator('conflict.sheets-validated')
  const parts = await ask('conflict.sheets-validated', { by: ['as'] })
  expect(all).toBeGreaterThan(0)
  expect(parts.reduce((sum, one) => sum + one.numerator, 0)).toBe(all)
})
test('of protection only what was told: a told quarter counts, what is withheld does not, and no case of now moves it', async () => {
  const quarter = newestTold(today)
  const span = { from: addDays(dayAfter(quarter), -91), to: addDays(dayAfter(quarter), -1) }
  expect(await ask('cases.told-identified', { occurred: { from: today, to: today } })).toEqual([])
  const before = await ask('cases.told-identified', { occurred: span })
  const figures = (value: number | null) =>
    JSON.stringify({ figures: [{ figure: 'cases', unit: 'number', value, count: null, of: null, isWithheld: value === null }], tables: [] })
  const tell = (body: string, value: number | null) =>
    program.database.transaction((tx) =>
      sql`insert into case_figures_told (tenant_id, organisation_id, quarter, figures, told_at)
        values ('cd', ${body}::uuid, ${quarter}, ${figures(value)}::jsonb, ${`${today}T00:00:00.000Z`})`.execute(tx),
    )
  await tell('0192f0c4-0000-7000-8000-0000000000a1', 40)
  await tell('0192f0c4-0000-7000-8000-0000000000a2', null)
  const told = await ask('cases.told-identified', { occurred: span })
  expect(told).toEqual([{ of: {}, numerator: (before[0]?.numerator ?? 0) + 40, denominator: null }])
})
