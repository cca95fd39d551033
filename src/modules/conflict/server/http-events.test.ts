import { expect, test } from 'vitest'
import { freshProvince } from '../../../../test/played-province.ts'
import { DEMO_PASSWORD, demoAccounts } from '../../../../test/world/accounts.ts'
import { signIn } from '../../../../test/world/client.ts'
import { importEventsFile } from '../../../exchange/ucdp/server/import-into-log.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { EventAnswer } from '../contract-events.ts'

const { program } = await freshProvince()
const app = await program.createHttp(({ error }) => {
  throw error
})
const as = (key: string) => signIn(app, demoAccounts.find((one) => one.key === key)?.email ?? '', DEMO_PASSWORD)
async function ask(key: string, query = ''): Promise<EventAnswer> {
  const { status, body } = await (await as(key)).get(`/api/conflict/events${query}`)
  expect(status).toBe(200)
  return mustParse(EventAnswer, body)
}

test('without days the answer chooses the two years up to the last day that a source tells of, and says which', async () => {
  const answer = await ask('planner')
  const [source] = answer.sources
  expect(answer.until).toBe(source?.coversUntil)
  expect(answer.total).toBe(5)
  const state = (code: string) => answer.areas.find((one) => one.area === code)
  expect(state('XL102')).toMatchObject({ events: 2, isCovered: true })
  // Known for the province: counted there and in no territoire.
  expect(state('XL1')).toMatchObject({ events: 1, deaths: 3 })
  expect(state('XL103')).toMatchObject({ events: 0, isCovered: true })
  expect(state('CD10')).toMatchObject({ events: 0, isCovered: false })
  expect(answer.ofNoArea).toBe(1)
  expect(answer.events.map(({ precision, at }) => [precision, at === null])).toEqual([
    ['country', true],
    ['province', true],
    ['territoire', true],
    ['near', false],
    ['exact', false],
  ])
})

test('a row of an own file, its source and its days: for who is cleared, and nothing of it for anybody else', async () => {
  const { database, log, tenant, clock, modules } = program
  const actor = { account: 'operator', organisation: null, role: null }
  const house = { database, log, tenant, clock, actor, places: modules.places.door, conflict: modules.conflict.door }
  const own = { country: 'XL', source: 'own', name: 'own notes', mayBeShared: false, dryRun: false, covers: null } as const
  const open = async function* () {
    yield await Promise.resolve(
      'event_id_cnty,event_date,event_type,actor1,latitude,longitude,geo_precision,fatalities\nZ1,2019-05-05,Battles,Group in nobody else’s file,-3.0,21.2,1,1\n',
    )
  }
  expect((await importEventsFile(house, { ...own, open })).ok).toBe(true)
  const days = '?from=2019-01-01&until=2019-12-31'
  const cleared = await ask('partner', days)
  expect([cleared.total, cleared.withheld, cleared.sources.map((one) => one.source)]).toEqual([1, [], ['ucdp-ged', 'own']])
  const others = await ask('witness', days)
  expect([others.total, others.withheld, others.sources.map((one) => one.source)]).toEqual([0, ['own-source'], ['ucdp-ged']])
  expect(others.areas.some((one) => one.isCovered)).toBe(false)
})

test('days the wrong way round are refused', async () => {
  const { status, body } = await (await as('partner')).get('/api/conflict/events?from=2026-01-02&until=2026-01-01')
  expect([status, body]).toMatchObject([400, { refusal: { code: 'days-the-wrong-way-round' } }])
})
