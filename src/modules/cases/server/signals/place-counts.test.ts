/* What cases tell sites: a finding gives a type at a place, added to what bodies reported, told late, of ten and more, once; of a single case nobody learns. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { consentTo, yesTo } from '../../../../../test/world/case-acts.ts'
import { type KeyedPerson, withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { newId } from '../../../../../test/world/client.ts'
import { sites } from '../../../../../test/world/lukanda.ts'
import { registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { daysBetween } from '../../../../kernel/calendar.ts'
import { dayAfter, newestTold } from '../../../../kernel/disclosure/place-and-time.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import { ToldPlaces } from '../../../releases/contract.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { child } from '../../domain/identification/example-facts.ts'
import { Signals } from '../../domain/signals/signal-answers.ts'

const world = await freshDatabase()
let stage: Stage
let worker: KeyedPerson
let site: string
let quarter: string
let inQuarter: number
const TYPE = 'child-labour-observed'

beforeAll(async () => {
  stage = await openStage(world, 350)
  quarter = newestTold(stage.today)
  inQuarter = -daysBetween(dayAfter(quarter), stage.today) - 20
  stage.onDay(inQuarter)
  worker = await withKey(stage, 'caseworker')
  const [first] = sites
  if (first === undefined) throw new Error('the province has sites')
  site = await registerSite(stage, first, 1)
})
const screened = (place: object): OneCommand => {
  const facts = child(12)
  return {
    about: 'screening',
    ask: {
      ...{ step: 'record-screening', assessment: asId('assessment', newId()), fieldAnswers: [], opinion: null, version: 'child' },
      ...{ isComplete: true, minutes: 20, heldAt: world.program.clock(), ...place },
      facts: [
        {
          ...{ ...facts, answers: [], means: [], act: { answer: 'NOT_ASKED', which: [] }, purpose: { answer: 'NOT_ASKED', which: [] } },
          ...{ c182: { answer: 'NOT_ASKED', which: [] }, armed: { answer: 'NOT_ASKED', which: [] } },
          miningWork: { answer: 'YES', which: ['LOADS'] },
        },
      ],
    },
  }
}
async function heard({
  place = { workedAt: { site: asId('site', site), area: null } },
  agreed = true,
}: { place?: object; agreed?: boolean } = {}) {
  const yes = agreed ? [yesTo('case-management'), yesTo('non-identifiable-statistics')] : [yesTo('case-management')]
  const { id, answer } = await openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Neema Canari', story: 'Au puits.', type: 'wfcl' },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
    more: [screened(place), consentTo(yes, world.program.clock())],
  })
  expect(answer).toMatchObject({ status: 200 })
  return id
}
const told = async (key: string, area = 'XL1') =>
  mustParse(ToldPlaces, (await stage.as(key).get(`/api/told-places/${area}`)).body).lines.map(({ level, type, persons }) => [
    level,
    type,
    persons,
  ])

test('nine persons are told nowhere, whatever one body reports beside them; a second body tells the site; who is not cleared reads the territory', async () => {
  for (let n = 0; n < 9; n += 1) await heard()
  // Not counted: nobody agreed, no place was said, and another type.
  await heard({ agreed: false })
  const counts = () => world.program.database.read((tx) => world.program.modules.releases.counts(tx, 'cd', quarter))
  const sum = async () => (await counts()).map((one) => one.persons).reduce((a, b) => a + b, 0)
  expect(await counts()).toMatchObject([{ site, type: TYPE, persons: 9 }])
  const report = { types: [TYPE], channel: 'site-visit', source: 'seen', observedOn: stage.onDay(inQuarter), site, area: null }
  // Who sends reports learns nothing by them: neither by one nor by nine.
  for (let n = 0; n < 9; n += 1) expect(await stage.as('agent').post('/api/signals', report)).toMatchObject({ status: 200 })
  expect(await sum()).toBe(9)
  expect(await worker.client.post('/api/signals', report)).toMatchObject({ status: 200 })
  expect(await sum()).toBe(10)
  expect(await told('inspector')).toEqual([])
  stage.onDay(0)
  await world.program.modules.releases.round()
  expect(await told('inspector')).toEqual([
    ['province', TYPE, 10],
    ['territoire', TYPE, 10],
    ['site', TYPE, 10],
  ])
  expect(await told('monitor')).toEqual([
    ['province', TYPE, 10],
    ['territoire', TYPE, 10],
  ])
  const signals = mustParse(Signals, (await stage.as('monitor').get('/api/signals')).body)
  expect(signals.told.map((one) => one.persons)).toEqual([10, 10])
})

test('no case that is opened, agrees late or is forgotten afterwards moves any answer, and nothing that is kept names one', async () => {
  const before = await Promise.all(['inspector', 'monitor', 'dpo'].map((key) => told(key)))
  const late = await heard()
  await heard()
  await world.program.modules.releases.round()
  const steps = (by: KeyedPerson, all: readonly object[]) => by.client.post(`/api/cases/${late}/steps`, { all })
  expect(await steps(worker, [{ about: 'case', ask: { step: 'screen', screening: newId(), isComplete: true } }])).toMatchObject({
    status: 200,
  })
  expect(await steps(worker, [{ about: 'case', ask: { step: 'obtain-consent' } }])).toMatchObject({ status: 200 })
  expect(await steps(worker, [{ about: 'case', ask: { step: 'withdraw-consent' } }])).toMatchObject({ status: 200 })
  await world.program.modules.cases.round()
  await world.program.modules.releases.round()
  expect(await Promise.all(['inspector', 'monitor', 'dpo'].map((key) => told(key)))).toEqual(before)
  const kept = await world.program.database.read((tx) =>
    sql<{ line: string }>`select t::text as line from told_places t where quarter = ${quarter}`.execute(tx),
  )
  expect(kept.rows).toHaveLength(1)
  for (const word of ['Canari', late, stage.account('caseworker'), inQuarterDay()]) expect(JSON.stringify(kept.rows)).not.toContain(word)
})
const inQuarterDay = (): string => stage.onDay(inQuarter)
