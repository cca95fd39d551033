/* The directory over HTTP on a real database: the spreadsheet, what is offered, who may keep what, houses without addresses, capacity by province. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { bringDirectory, openHouses, verifyService } from '../../../../../test/world/case-directory-scenes.ts'
import { type Answer, subjectOf } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { listOf, looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { utils, write } from '@e965/xlsx'
import {
  CapacityAnswer,
  DirectoryAnswer,
  ImportAnswer,
  OpenedPlace,
  ServicePointDetail,
  ShelterDetail,
  SheltersAnswer,
  SuggestionLine,
} from '../../contract-directory.ts'

const world = await freshDatabase()
let stage: Stage
let day = ''
let houses: readonly string[] = []
beforeAll(async () => {
  stage = await openStage(world, 400)
  day = stage.onDay(-20)
  await bringDirectory(stage, day)
  houses = await openHouses(stage, stage.onDay(-19))
  stage.onDay(0)
  return () => stage.app.close()
}, 60_000)

const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const listed = async (key: string, query = '') => mustParse(DirectoryAnswer, (await stage.as(key).get(`/api/service-points${query}`)).body)
const named = async (name: string): Promise<string> => (await listed('caseworker')).points.find((one) => one.facts.name === name)?.id ?? ''
const detail = async (key: string, id: string) => mustParse(ServicePointDetail, (await stage.as(key).get(`/api/service-points/${id}`)).body)
const facts = {
  ...{ name: 'Dispensaire du marché', type: 'medical', organisation: null, area: 'XL101', contactRole: 'nurse', phone: '+243 810 000 999' },
  ...{ hours: null, languages: ['sw'], genders: [], ageBands: [], cost: 'free', isAccessible: true, capacity: null, safeToRefer: 'yes' },
  safetyReason: null,
}
const events = async (): Promise<number> =>
  world.program.database.read(
    async (tx) => (await sql<{ n: number }>`select count(*)::int as n from log_event`.execute(tx)).rows[0]?.n ?? -1,
  )

test('what was not verified for longest stands first, with its freshness and the mark of the rule', async () => {
  const { points, rules, may } = await listed('caseworker')
  expect(points).toHaveLength(12)
  expect(points[0]).toMatchObject({ facts: { name: 'Ligne verte de la province' }, verifiedOn: null, freshness: 'hidden' })
  expect(points.slice(1).map((one) => one.verifiedOn)).toEqual(
    points
      .slice(1)
      .map((one) => one.verifiedOn)
      .toSorted(),
  )
  expect([rules, may]).toEqual([{ amberAfterDays: 90, hiddenAfterDays: 180, mark: 'D' }, { keep: true }])
  expect((await listed('clinic', '?type=medical&area=XL102')).points.map((one) => one.facts.name)).toEqual(['Hôpital de Lukanda-Est'])
  expect((await listed('apltp')).may.keep).toBe(false)
})

test('what is offered knows need and freshness, never consent: unsafe and stale points are not in it', async () => {
  const ask = async (query: string) =>
    mustParse(
      looseRecord({ suggestions: listOf(SuggestionLine) }),
      (await stage.as('caseworker').get(`/api/service-points/suggestions?${query}`)).body,
    ).suggestions
  const medical = await ask('type=medical&area=XL101&ageBand=18-and-over&gender=Feminine&languages=sw')
  expect(medical.map((one) => [one.point.facts.name, one.cautions])).toEqual([
    ['Centre de santé Lukanda-Nord', []],
    ['Hôpital de Lukanda-Est', ['not-verified-lately', 'another-area']],
  ])
  expect((await ask('type=safehouse&ageBand=18-and-over&gender=Feminine')).map((one) => one.point.facts.name)).toEqual(['Accueil de l’Est'])
  expect(await ask('type=safehouse&ageBand=18-and-over&gender=Masculine')).toEqual([])
  expect(
    (await stage.as('caseworker').get('/api/service-points/suggestions?type=medical&ageBand=x&gender=Feminine&consent=yes')).status,
  ).toBe(400)
})

test('one tap verifies; the list and the suggestion follow, and the history names the body', async () => {
  const before = await listed('caseworker', '?freshness=amber')
  const hospital = await verifyService(stage, 'Hôpital de Lukanda-Est')
  const after = await detail('caseworker', hospital)
  expect(before.points.map((one) => one.id)).toContain(hospital)
  expect(after.point).toMatchObject({ verifiedOn: stage.today, freshness: 'fresh', freePlaces: 6, hiddenInDays: 180 })
  expect(after.history[0]).toMatchObject({ what: 'verified', body: expect.stringContaining('Ngao') })
})

test('who accompanies keeps all; a clinic only its own services; who only looks up writes nothing', async () => {
  const own = { ...facts, name: 'Clinique Tumaini', organisation: stage.organisation('tumaini') }
  expect(codeOf(await stage.as('clinic').post('/api/service-points', { facts, verifiedOn: null }))).toBe('service-point-of-another-body')
  const made = subjectOf(await stage.as('clinic').post('/api/service-points', { facts: own, verifiedOn: stage.today }))
  expect((await detail('clinic', made)).may.keep).toBe(true)
  const other = await named('Centre de santé Lukanda-Nord')
  expect(codeOf(await stage.as('clinic').post(`/api/service-points/${other}/verifications`, {}))).toBe('service-point-of-another-body')
  expect((await detail('clinic', other)).may.keep).toBe(false)
  expect((await stage.as('apltp').post('/api/service-points', { facts: own, verifiedOn: null })).status).toBe(403)
  expect((await stage.as('inspector').get('/api/service-points')).status).toBe(403)
})

test('a mark of care needs its reason, an area must exist, a closed point is offered to nobody and stays readable', async () => {
  const post = (more: object) => stage.as('supervisor').post('/api/service-points', { facts: { ...facts, ...more }, verifiedOn: null })
  expect(codeOf(await post({ safeToRefer: 'no' }))).toBe('safety-needs-reason')
  expect(codeOf(await post({ area: 'XL1' }))).toBe('unknown-area')
  expect(codeOf(await stage.as('supervisor').post('/api/service-points', { facts, verifiedOn: addDays(stage.today, 1) }))).toBe(
    'verified-in-the-future',
  )
  expect((await post({ phone: 'chez Aline' })).status).toBe(400)
  const made = subjectOf(await post({}))
  const change = await stage.as('supervisor').post(`/api/service-points/${made}/descriptions`, { facts: { ...facts, area: 'XL103' } })
  expect(subjectOf(change)).toBe(made)
  subjectOf(await stage.as('supervisor').post(`/api/service-points/${made}/closings`, { reason: 'moved' }))
  expect((await listed('caseworker')).points.map((one) => one.id)).not.toContain(made)
  expect((await detail('caseworker', made)).closed).toEqual({ on: stage.today, reason: 'moved' })
  expect(codeOf(await stage.as('supervisor').post(`/api/service-points/${made}/verifications`, {}))).toBe('service-point-closed')
  expect((await stage.as('supervisor').get(`/api/service-points/${houses[0]}`)).status).toBe(404)
})

test('a spreadsheet is tried without a trace; faults are named by row and column, what stands already is left alone', async () => {
  const before = await events()
  const csv = [
    'Name;Type;Territory;Phone;Languages;Safe;Reason;Verified on;Remarks',
    'Centre de sante LUKANDA-NORD;health;Lukanda-Nord;;;yes;;;x',
    'Maison neuve;shelter;XL103;117;swahili;yes;;21/11/2026;',
    'Maison  neuve;Hébergement;Lukanda-Lac;;;yes;;;',
    ';cabinet;Atlantide;;klingon;no;;2026-13-01;',
  ].join('\n')
  const send = async (bytes: Uint8Array, wanted = '', type = 'text/csv') =>
    stage.as('supervisor').upload(`/api/service-point-lists${wanted}`, bytes, type)
  const tried = mustParse(ImportAnswer, (await send(Buffer.from(csv))).body)
  expect(tried.rows.map((one) => [one.row, one.verdict, one.same])).toEqual([
    [2, 'double', 'Centre de santé Lukanda-Nord'],
    [3, 'new', null],
    [4, 'double', 'Maison neuve (3)'],
    [5, 'error', null],
  ])
  expect(tried.rows[3]?.problems.map((one) => `${one.column}:${one.code}`)).toEqual([
    ...['Name:row-needed', 'Type:row-not-understood', 'Territory:row-unknown-area', 'Verified on:row-not-a-day'],
    ...['Reason:row-safety-needs-reason', 'Languages:row-not-understood'],
  ])
  expect([tried.wrote, tried.unknownColumns, await events()]).toEqual([false, ['Remarks'], before])
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(csv.split('\n').map((line) => line.split(';'))), 'Annuaire')
  const xlsx: unknown = write(book, { type: 'buffer', bookType: 'xlsx' })
  if (!Buffer.isBuffer(xlsx)) throw new Error('no workbook')
  const wrote = mustParse(ImportAnswer, (await send(xlsx, '?write=true', 'application/octet-stream')).body)
  expect([wrote.added, wrote.rows.map((one) => one.verdict)]).toEqual([1, ['double', 'new', 'double', 'error']])
  const again = mustParse(ImportAnswer, (await send(xlsx, '?write=true', 'application/octet-stream')).body)
  expect([again.added, again.wrote, await events()]).toEqual([0, false, before + 1])
  expect(codeOf(await send(Buffer.from('Nom;Truc\na;b')))).toBe('directory-list-columns-missing')
  expect(codeOf(await send(Buffer.from('PK\u0003\u0004 not a workbook')))).toBe('directory-list-not-read')
})

test('a house: rooms for its body, a coded name and free places for others, its name tells no place', async () => {
  const acacia = houses[0] ?? ''
  const mine = mustParse(ShelterDetail, (await stage.as('shelter').get(`/api/shelters/${acacia}`)).body)
  expect(mine).toMatchObject({
    shelter: { beds: 17, occupied: 0, isOwn: true, facts: { name: 'Acacia', security: 'secret' } },
    may: { keep: true },
  })
  expect(mine.shelter.rooms.map((one) => one.kind)).toEqual(['women', 'girls', 'family', 'accessible'])
  const theirs = mustParse(SheltersAnswer, (await stage.as('caseworker').get('/api/shelters')).body).shelters
  expect(theirs.map((one) => [one.facts.name, one.beds, one.rooms, one.facts.rules, one.isOwn])).toEqual([
    ['Acacia', 17, [], [], false],
    ['Baobab', 14, [], [], false],
  ])
  for (const key of ['clinic', 'justice', 'monitor', 'inspector', 'administrator'])
    expect((await stage.as(key).get('/api/shelters')).status).toBe(403)
  const put = (name: string) =>
    stage.as('shelter').post('/api/shelters', { facts: { name, province: 'XL1', facility: 'shelter', security: 'open', rules: [] } })
  expect(codeOf(await put('Maison de Lukanda-Nord'))).toBe('shelter-name-tells-place')
  expect((await stage.as('supervisor').post(`/api/shelters/${acacia}/closings`, { reason: 'unsafe' })).status).toBe(403)
  const rooms = [...['1', '1'].map((room) => ({ room, kind: 'women', beds: 1 }))]
  expect(codeOf(await stage.as('shelter').post(`/api/shelters/${acacia}/arrangements`, { from: stage.today, rooms }))).toBe(
    'room-named-twice',
  )
})

test('toward reports: one rounded number for a province, and no house', async () => {
  const answer = await stage.as('monitor').get('/api/shelter-capacity')
  const { provinces, least, mark } = mustParse(CapacityAnswer, answer.body)
  expect([provinces.filter((one) => one.beds !== null).map(({ province, beds }) => [province, beds]), least, mark]).toEqual([
    [['XL1', 30]],
    10,
    'D',
  ])
  // Whoever has no house stands there like whoever has a small one.
  expect(provinces.length).toBeGreaterThan(10)
  expect(JSON.stringify(answer.body)).not.toMatch(/Acacia|Baobab/)
  const early = await world.program.database.read((tx) =>
    world.program.modules.directory.door.capacityByProvince(tx, 'cd', addDays(stage.today, -30)),
  )
  expect(early.every((one) => one.beds === null)).toBe(true)
})

test('where a house lies: each reader their own box, written down each time; who has none hears what does not exist hears', async () => {
  const acacia = houses[0] ?? ''
  const key = uuidV7(Date.now(), new Uint8Array(10))
  const boxOf = (reader: string, said: string) => ({ reader: stage.account(reader), key, box: Buffer.from(said).toString('base64') })
  const seal = (...boxes: readonly object[]) => stage.as('shelter').post(`/api/shelters/${acacia}/place-boxes`, { boxes })
  const open = (who: string, house = acacia) => stage.as(who).post(`/api/shelters/${house}/place-openings`, {})
  subjectOf(await seal(boxOf('shelter', 'sealed for the house'), boxOf('caseworker', 'sealed for the worker')))
  expect(mustParse(OpenedPlace, (await open('caseworker')).body)).toEqual({
    key,
    box: Buffer.from('sealed for the worker').toString('base64'),
  })
  const unasked = await world.program.database.read(async (tx) => (await sql`select 1 from directory_place_box`.execute(tx)).rows)
  // A connection of the program that did not enter as a reader sees no place.
  expect(unasked).toEqual([])
  const before = await events()
  const [none, missing] = [await open('casework2'), await open('casework2', key)]
  expect([none.status, none.body]).toEqual([404, missing.body])
  await open('shelter')
  expect(await events()).toBe(before + 1)
  expect(codeOf(await seal(boxOf('shelter', 'a'), boxOf('shelter', 'b')))).toBe('reader-named-twice')
  subjectOf(await seal(boxOf('shelter', 'moved')))
  expect((await open('caseworker')).status).toBe(404)
  const kept = await world.program.database.read(
    async (tx) =>
      (await sql<{ payload: string }>`select payload::text as payload from log_event where kind like 'shelter.place%'`.execute(tx)).rows,
  )
  expect(kept.map((one) => one.payload).join()).not.toContain(Buffer.from('moved').toString('base64'))
  const refused = await stage.as('shelter').post(`/api/shelters/${key}/place-boxes`, { boxes: [] })
  expect(codeOf(refused)).toBe('unknown-shelter')
})

test('a sealing that is refused moves no box, neither of a point of another body nor of one of a device that nobody knows', async () => {
  const key = uuidV7(Date.now(), new Uint8Array(10))
  const point = await named('Centre de santé Lukanda-Nord')
  const path = `/api/service-points/${point}/place-boxes`
  const boxes = (reader: string, said: string) => [{ reader: stage.account(reader), key, box: Buffer.from(said).toString('base64') }]
  const open = async () => (await stage.as('caseworker').post(`/api/service-points/${point}/place-openings`, {})).body
  subjectOf(await stage.as('caseworker').post(path, { boxes: boxes('caseworker', 'behind the market') }))
  const before = await open()
  expect(codeOf(await stage.as('clinic').post(path, { boxes: boxes('caseworker', 'into the trap') }))).toBe('service-point-of-another-body')
  const proof = { device: uuidV7(Date.now(), new Uint8Array(10).fill(7)), signatures: [Buffer.alloc(64).toString('base64')] }
  const unsigned = { id: uuidV7(Date.now(), new Uint8Array(10).fill(8)), proof, data: { boxes: boxes('caseworker', 'into the trap') } }
  expect(codeOf(await stage.as('caseworker').send(path, unsigned))).toBe('device-not-enrolled')
  expect(await open()).toEqual(before)
})
