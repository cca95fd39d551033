import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { sharedFile } from '../../../../test/shared-data.ts'
import { type Client, signIn, subjectOf } from '../../../../test/world/client.ts'
import { addAccount } from '../../people/module.ts'
import { importBoundaries } from '../module.ts'
import { createGazetteerCache } from './gazetteer-cache.ts'

const world = await freshDatabase()
const { program } = world
const door = program.modules.places.door
let app: FastifyInstance
let officer: Client
let reader: Client

beforeAll(async () => {
  app = await program.createHttp()
  officer = await enter('ADMINISTRATOR')
  reader = await enter('OBSERVER')
  return () => app.close()
})
async function enter(role: string): Promise<Client> {
  const email = `${role.toLowerCase()}@places.example`
  const parts = { database: program.database, log: program.log, tenant: program.tenant, places: door, clock: program.clock }
  await addAccount(parts, { email, password: 'une phrase assez longue', roles: [role] })
  return signIn(app, email, 'une phrase assez longue')
}

const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const collection = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const area = (properties: object, ...rings: number[][][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
})
const provinces = collection(
  area({ pcode: 'CD61', name: 'Nord-Kivu' }, square(28, -2, 2)),
  area({ pcode: 'CD62', name: 'Sud-Kivu' }, square(28, -4, 2)),
)
const territoires = collection(
  area({ pcode: 'CD6103', name: 'Masisi', adm1_pcode: 'CD61' }, square(28, -2, 2), square(29, -1.5, 0.5)),
  area({ pcode: 'CD6101', name: 'Goma', adm1_pcode: 'CD61' }, square(29, -1.5, 0.5)),
)
const at = async (latitude: number, longitude: number): Promise<unknown> => {
  const { province, territoire } = JSON.parse(
    JSON.stringify((await reader.get(`/api/places/at?latitude=${latitude}&longitude=${longitude}`)).body),
  )
  return [province?.code, territoire?.code, territoire?.kind]
}
const events = async (): Promise<number> => (await program.log.verify(program.tenant)).events

test('before any import the provinces have names and codes, nothing has a place, and there is nothing to draw', async () => {
  const { areas, boundaries } = JSON.parse(JSON.stringify((await reader.get('/api/places/areas')).body))
  expect([areas.length, boundaries]).toEqual([26, false])
  expect(await at(-1.2, 29.2)).toEqual([undefined, undefined, undefined])
  expect((await reader.get('/api/places/boundaries?level=province')).body).toMatchObject({ type: 'FeatureCollection', features: [] })
})

test('an imported file places positions at once, towns cut out of their territoire', async () => {
  const before = await events()
  expect((await officer.send('/api/places/boundaries', { level: 'province', file: provinces })).body).toMatchObject({
    level: 'province',
    features: 2,
    alreadyKnown: false,
  })
  expect((await officer.send('/api/places/boundaries', { level: 'territoire', file: territoires })).status).toBe(200)
  expect(await events()).toBe(before + 2)
  expect(await at(-1.8, 28.5)).toEqual(['CD61', 'CD6103', 'territoire'])
  expect(await at(-1.2, 29.2)).toEqual(['CD61', 'CD6101', 'ville'])
  expect(await at(-3, 29)).toEqual(['CD62', undefined, undefined])
  expect(await at(10, 10)).toEqual([undefined, undefined, undefined])
})

test('the same file again changes nothing and adds no event; another takes its place; the first may come back', async () => {
  const before = await events()
  expect((await officer.send('/api/places/boundaries', { level: 'province', file: provinces })).body).toMatchObject({ alreadyKnown: true })
  expect(await events()).toBe(before)
  const moved = collection(area({ pcode: 'CD61', name: 'Nord-Kivu' }, square(28, -2, 3)))
  expect((await officer.send('/api/places/boundaries', { level: 'province', file: moved })).status).toBe(200)
  expect(await at(0.5, 30.5)).toEqual(['CD61', undefined, undefined])
  expect((await officer.send('/api/places/boundaries', { level: 'province', file: provinces })).body).toMatchObject({ alreadyKnown: false })
  expect(await events()).toBe(before + 2)
  expect(await at(0.5, 30.5)).toEqual([undefined, undefined, undefined])
})

test('after A, B, A, B every stored place is that of B, each import is an event, and a rebuild gives the same rows', async () => {
  const ministry = await enter('MINES_NAT')
  const west = collection(area({ pcode: 'CD61', name: 'Nord-Kivu' }, square(20, -2, 2)))
  const moved = collection(area({ pcode: 'CD62', name: 'Sud-Kivu' }, square(20, -2, 2)))
  const site = subjectOf(
    await ministry.post('/api/sites', {
      nationalId: 'cd-abab',
      name: 'Site on the move',
      country: 'CD',
      minerals: ['Sn'],
      position: { at: { latitude: -1, longitude: 21 }, origin: 'gps' },
      source: { name: 'joint team', reference: 'MR-1' },
    }),
  )
  const before = await events()
  const provinceOf = (): Promise<unknown> =>
    program.database.read(
      async (tx) =>
        (await sql<{ province_code: string }>`select province_code from site where id = ${site}`.execute(tx)).rows[0]?.province_code,
    )
  for (const [file, province] of [
    [west, 'CD61'],
    [moved, 'CD62'],
    [west, 'CD61'],
    [moved, 'CD62'],
    [moved, 'CD62'],
  ]) {
    expect((await officer.send('/api/places/boundaries', { level: 'province', file })).status).toBe(200)
    expect(await provinceOf()).toBe(province)
  }
  expect(await events()).toBe(before + 4)
  expect((await program.log.checkRebuild()).differing).toEqual([])
  await officer.send('/api/places/boundaries', { level: 'province', file: provinces })
})

test('rows without their event, as a crash leaves them, get it when the file is imported again', async () => {
  const other = collection(area({ pcode: 'CD61', name: 'Nord-Kivu' }, square(28, -2, 2.5)))
  const { log } = program
  const actor = { account: 'operator', organisation: null, role: null }
  const parts = { database: program.database, tenant: program.tenant, clock: program.clock, actor }
  const crash = { record: () => Promise.reject(new Error('the power went')) }
  await expect(importBoundaries({ ...parts, log: crash }, { file: other, level: 'province' })).rejects.toThrow('the power went')
  const before = await events()
  for (const file of [other, other])
    expect(await importBoundaries({ ...parts, log }, { file, level: 'province' })).toMatchObject({ value: { alreadyKnown: true } })
  expect(await events()).toBe(before + 1)
  await importBoundaries({ ...parts, log }, { file: provinces, level: 'province' })
})

test('two files at the same time come one after the other', async () => {
  const { log } = program
  const actor = { account: 'operator', organisation: null, role: null }
  const parts = { database: program.database, log, tenant: 'crowded', clock: program.clock, actor }
  const files = [0, 1, 2, 3].map((step) => collection(area({ pcode: 'CD61', name: 'Nord-Kivu' }, square(28 + step, -2, 2))))
  const outcomes = await Promise.all(files.map((file) => importBoundaries(parts, { file, level: 'province' })))
  expect(outcomes.map((one) => one.ok)).toEqual([true, true, true, true])
  expect((await log.verify('crowded')).events).toBe(4)
})

test('each tenant has its own boundaries behind the same door', async () => {
  await program.database.read(async (tx) => {
    const at = { latitude: -1.8, longitude: 28.5 }
    expect((await door.locate(tx, at)).territoire?.code).toBe('CD6103')
    expect((await door.locate(tx, at, 'nobody')).territoire).toBeNull()
    expect((await door.listAreas(tx, 'territoire', 'nobody')).length).toBe(0)
    expect(await door.findArea(tx, 'territoire', { name: 'Masisi', tenant: 'nobody' })).toBeNull()
  })
})

test('a damaged file is refused by the number of its feature and leaves what was', async () => {
  const broken = collection(
    area({ pcode: 'CD61', name: 'Nord-Kivu' }, square(28, -2, 2)),
    area({ pcode: 'CD62', name: 'Sud-Kivu' }, [[1, 2]]),
  )
  const answer = await officer.send('/api/places/boundaries', { level: 'province', file: broken })
  expect([answer.status, answer.body]).toEqual([
    400,
    { refusal: { code: 'boundaries-damaged', facts: { feature: 2, problem: 'ring-broken' } } },
  ])
  expect(await at(-3, 29)).toEqual(['CD62', undefined, undefined])
})

test('the drawing is GeoJSON with names and codes', async () => {
  const drawing = await reader.get('/api/places/boundaries?level=territoire')
  expect(drawing.body).toMatchObject({
    features: [
      { properties: { code: 'CD6101', kind: 'ville' }, geometry: { type: 'MultiPolygon' } },
      { properties: { code: 'CD6103', kind: 'territoire', parent: 'CD61' } },
    ],
  })
})

test('a position off the globe is refused', async () => {
  expect((await reader.get('/api/places/at?latitude=91&longitude=0')).body).toMatchObject({ refusal: { code: 'position-not-valid' } })
})

test('the door answers inside a transaction, by position and by name', async () => {
  await program.database.read(async (tx) => {
    expect((await door.locate(tx, { latitude: -1.8, longitude: 28.5 })).territoire?.name).toBe('Masisi')
    expect((await door.findArea(tx, 'province', 'KONGO CENTRAL'))?.iso).toBe('CD-BC')
    expect((await door.findArea(tx, 'territoire', 'ville de Goma'))?.code).toBe('CD6101')
    expect((await door.listAreas(tx, 'territoire')).length).toBe(2)
  })
})

test('the import tells how far it is', async () => {
  const seen: string[] = []
  const actor = { account: 'operator', organisation: null, role: null }
  const parts = {
    database: program.database,
    log: program.log,
    tenant: 'another',
    clock: program.clock,
    actor,
    progress: (done: number, total: number) => void seen.push(`${done}/${total}`),
  }
  expect(await importBoundaries(parts, { file: territoires, level: 'territoire' })).toMatchObject({ ok: true, value: { features: 2 } })
  expect(seen).toEqual(['2/2'])
  expect(await at(-1.8, 28.5)).toEqual(['CD61', 'CD6103', 'territoire'])
})

const realFile = sharedFile('data/boundaries/cod_adm2.geojson')
test.skipIf(!realFile)('the real file of 240 units is imported in a few seconds, with progress', async () => {
  const seen: number[] = []
  const parts = {
    database: program.database,
    log: program.log,
    tenant: 'real',
    clock: program.clock,
    actor: { account: 'operator', organisation: null, role: null },
    progress: (done: number) => void seen.push(done),
  }
  const began = performance.now()
  const outcome = await importBoundaries(parts, { file: readFileSync(realFile ?? '', 'utf8'), level: 'territoire' })
  expect(outcome).toMatchObject({ ok: true, value: { features: 240, alreadyKnown: false } })
  expect([seen.at(0), seen.at(-1)]).toEqual([25, 240])
  expect(performance.now() - began).toBeLessThan(10_000)
  const placed = await program.database.read(async (tx) =>
    (await createGazetteerCache()(tx, 'real')).gazetteer.locate({ latitude: -1.4, longitude: 28.81 }),
  )
  expect(placed.territoire).toMatchObject({ code: 'CD6103', name: 'Masisi', kind: 'territoire' })
})

test('soums without an outline come as a list of codes and names, stand beside boundaries, and hold no position', async () => {
  const file = 'code;name;parent\r\nMN4601;Dalanzadgad;MN46\r\nMN4640;Khanbogd;MN46\r\n'
  const before = (await reader.get('/api/places/areas?level=territoire')).body
  expect((await reader.post('/api/places/boundaries', { level: 'territoire', file })).status).toBe(403)
  const send = () => officer.send('/api/places/boundaries', { level: 'territoire', file })
  expect((await send()).body).toMatchObject({ features: 2, alreadyKnown: false })
  expect((await send()).body).toMatchObject({ features: 2, alreadyKnown: true })
  const after = (await reader.get('/api/places/areas?level=territoire')).body
  expect(JSON.stringify(after)).toContain('Khanbogd')
  expect(JSON.stringify(after).length).toBeGreaterThan(JSON.stringify(before).length)
  expect((await reader.get('/api/places/at?latitude=43.1&longitude=107.1')).body).toMatchObject({ territoire: null })
  expect((await officer.send('/api/places/boundaries', { level: 'territoire', file: `${file}x;y;z` })).status).toBe(400)
})
