/* The desk over HTTP on a real database: visits without a name, numbers by reader, quick screens without answers, recruiters, days of Ulaanbaatar. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type Answer, subjectOf } from '../../../../../test/world/client.ts'
import { posted } from '../../../../../test/world/posted.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { importBoundaries } from '../../../places/module.ts'
import { DeskNumbers, Recruiters } from '../../contract-desk.ts'
import { deskMeasures } from '../../module-desk.ts'

const world = await freshDatabase()
let stage: Stage
let centre = ''
beforeAll(async () => {
  stage = await openStage(world, 60)
  stage.onDay(0)
  centre = subjectOf(await stage.as('counsellor').post('/api/desk/centres', { name: 'Centre de Lukanda', area: 'XL101' }))
  return () => stage.app.close()
}, 60_000)

const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const visit = (more: object = {}) => ({
  ...{ centre, day: stage.today, sex: 'woman', ageBand: '25-34', nationality: 'COD', direction: 'outbound', topics: ['job-offer'] },
  ...{ service: 'information', minutes: 20, satisfaction: 4 },
  ...more,
})
const come = (more: object = {}) => stage.as('counsellor').post('/api/desk/visits', visit(more))
const numbers = async (key: string, query = '') => mustParse(DeskNumbers, (await stage.as(key).get(`/api/desk${query}`)).body)

test('a visit is counted under a number of the day and leaves nothing in the log but centre, day and number', async () => {
  const id = subjectOf(await come())
  subjectOf(await come({ sex: 'man', nationality: null, topics: ['visa', 'health'] }))
  expect((await numbers('counsellor')).today.map(({ ticket }) => ticket.slice(-3)).toSorted()).toEqual(['-01', '-02'])
  const { rows } = await world.program.database.read((tx) =>
    sql<{ payload: object }>`select payload from log_event where subject = ${`desk-visit:${id}`}`.execute(tx),
  )
  expect(Object.keys(rows[0]?.payload ?? {}).toSorted()).toEqual(['at', 'body', 'centre', 'day', 'ticket'])
})

test('single visits of today are for the desks where the reader works, and for nobody of another territoire', async () => {
  const elsewhere = await posted(world.program, stage, {
    name: 'desk',
    role: 'RESOURCE_DESK',
    organisation: 'partner',
    territory: ['XL102'],
  })
  expect((await numbers('counsellor')).today).toHaveLength(2)
  const read = mustParse(DeskNumbers, (await elsewhere.get('/api/desk')).body)
  expect([read.receives, read.today]).toEqual([true, []])
})

test('who sits at a desk is told from five on, a committee from ten on and rounded down; fewer are few for both', async () => {
  expect((await numbers('counsellor')).visits).toEqual({ is: 'few' })
  for (let n = 0; n < 11; n++) subjectOf(await come({ nationality: n < 6 ? 'BDI' : 'COD' }))
  const desk = await numbers('counsellor')
  expect([desk.visits, desk.least, desk.receives]).toEqual([{ is: 'shown', n: 10 }, 5, true])
  expect(desk.byNationality).toEqual([
    { key: 'BDI', visits: { is: 'shown', n: 5 } },
    { key: 'COD', visits: { is: 'shown', n: 5 } },
    { key: 'unknown', visits: { is: 'few' } },
  ])
  const committee = await numbers('secretary')
  expect([committee.visits, committee.least, committee.today, committee.receives]).toEqual([{ is: 'shown', n: 10 }, 10, [], false])
  expect(committee.byNationality.map(({ visits }) => visits.is)).toEqual(['few', 'few', 'few'])
})

test('a visit that was taken back is in no number, and what was said of it is gone', async () => {
  const id = subjectOf(await come({ nationality: 'CHN' }))
  subjectOf(await stage.as('counsellor').post(`/api/desk/visits/${id}/takings-back`, { reason: 'mistyped' }))
  const { rows } = await world.program.database.read((tx) => sql`select 1 from desk_visit_said where visit = ${id}::uuid`.execute(tx))
  expect(rows).toEqual([])
  expect((await numbers('counsellor')).byNationality.map(({ key }) => key)).not.toContain('CHN')
})

test('of the five questions the server learns that they were asked, in which month, and has no field for an answer', async () => {
  subjectOf(await stage.as('counsellor').post('/api/desk/quick-screens', { centre }))
  const answers = { centre, threatened: 'yes' }
  expect((await stage.as('counsellor').post('/api/desk/quick-screens', answers)).status).toBe(400)
  expect((await numbers('counsellor')).quickScreens).toEqual({ is: 'few' })
  for (let n = 0; n < 5; n++) subjectOf(await stage.as('counsellor').post('/api/desk/quick-screens', { centre }))
  expect((await numbers('counsellor')).quickScreens).toEqual({ is: 'shown', n: 5 })
})

test('a recruiter: licence that runs out, complaints whose number is not told while they are few, a warning and its end', async () => {
  const path = '/api/desk/recruiters'
  const [desk, agency] = [stage.as('counsellor'), { name: 'Agence Étoile', country: 'COD', licence: 'valid' }]
  expect(codeOf(await desk.post(path, agency))).toBe('licence-needs-number')
  const id = subjectOf(await desk.post(path, { ...agency, licenceNumber: 'L-1', licenceUntil: '2026-11-20' }))
  expect(codeOf(await desk.post(path, { ...agency, name: 'AGENCE ETOILE', licence: 'none' }))).toBe('recruiter-there')
  const read = async () => mustParse(Recruiters, (await stage.as('secretary').get(path)).body).recruiters[0]
  expect(await read()).toMatchObject({ licence: stage.today > '2026-11-20' ? 'expired' : 'valid', complaints: 'none', warning: null })
  for (let n = 0; n < 4; n++) subjectOf(await desk.post(`${path}/${id}/complaints`, { kind: 'fee' }))
  expect(await read()).toMatchObject({ complaints: 'some', kinds: [] })
  subjectOf(await desk.post(`${path}/${id}/complaints`, { kind: 'papers-kept' }))
  expect(await read()).toMatchObject({ complaints: 'many', kinds: ['fee', 'papers-kept'] })
  subjectOf(await desk.post(`${path}/${id}/warnings`, { because: 'many-complaints' }))
  expect(codeOf(await desk.post(`${path}/${id}/warnings`, { because: 'unlicensed' }))).toBe('recruiter-warned-already')
  subjectOf(await desk.post(`${path}/${id}/warning-liftings`, { because: 'complaints-settled' }))
  expect((await read())?.warning).toBeNull()
  expect((await stage.as('secretary').post(`${path}/${id}/warnings`, { because: 'unlicensed' })).status).toBe(403)
})

test('a centre in the Gobi counts by the days of Ulaanbaatar, where today begins before it does here', async () => {
  const { database, log, tenant, clock } = world.program
  const ring = [
    [104, 43],
    [105, 43],
    [105, 44],
    [104, 43],
  ]
  const feature = (properties: object) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } })
  const file = JSON.stringify({
    type: 'FeatureCollection',
    features: [feature({ pcode: 'MN46', name: 'Omnogovi' }), feature({ pcode: 'XL1', name: 'Lukanda (fictive)' })],
  })
  const actor = { account: 'operator', organisation: null, role: null }
  expect((await importBoundaries({ database, log, tenant, clock, actor }, { file, level: 'province' })).ok).toBe(true)
  const gobi = subjectOf(await stage.as('counsellor').post('/api/desk/centres', { name: 'Dalanzadgad', area: 'MN46' }))
  world.setClock(`${stage.today}T17:00:00.000Z`)
  const line = (await numbers('counsellor')).centres.find((one) => one.name === 'Dalanzadgad')
  expect([line?.zone, line?.areaName, line?.today === stage.today]).toEqual(['Asia/Ulaanbaatar', 'Omnogovi', false])
  subjectOf(await come({ centre: gobi, day: line?.today }))
  expect(codeOf(await come({ day: line?.today }))).toBe('desk-day-in-the-future')
  stage.onDay(0)
})

test('the measure counts visits by what was known when', async () => {
  const occurred = { from: '2026-01-01', to: '2026-12-31' }
  const [measure] = deskMeasures
  const ask = (until: string | null) =>
    world.program.database.read(
      (tx) => measure?.ask(tx, 'cd', { occurred, learned: { after: null, until }, by: ['area'] }) ?? Promise.resolve([]),
    )
  expect(await ask(null)).toContainEqual({ of: { area: 'XL101' }, numerator: 13, denominator: null })
  expect(await ask('2020-01-01T00:00:00.000Z')).toEqual([])
})

test('only what a desk may do is done by a desk; wrong questions are refused in words', async () => {
  expect((await stage.as('trader').get('/api/desk')).status).toBe(403)
  expect((await stage.as('secretary').post('/api/desk/visits', visit())).status).toBe(403)
  expect(codeOf(await come({ topics: [] }))).toBe('desk-visit-without-topic')
  expect((await come({ name: 'x' })).status).toBe(400)
  expect((await stage.as('counsellor').get('/api/desk?from=2026-02-01&until=2026-01-01')).status).toBe(400)
})

test('the read tables of centres, visits and recruiters follow from the log', async () => {
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})
