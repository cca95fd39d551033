/* Lists over HTTP on the real database: what is tried is what is done, nothing half-written, a second run adds nothing. */
import { beforeEach, describe, expect, test } from 'vitest'
import { app, program } from '../../../../test/sites-bed.ts'
import { sql } from 'kysely'
import type { PieceAnswer, ReadList } from '../list-words.ts'

const send = async (content: string, type = 'text/csv', role = 'MINES_NAT') => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/imports/site-lists',
    headers: { 'x-role': role, 'content-type': type },
    payload: Buffer.from(content),
  })
  const body: ReadList & { readonly refusal?: { readonly code: string } } = answer.json()
  return { status: answer.statusCode, body }
}
const settings = (mapping: object, more: object = {}) => ({ mapping, source: 'DPM Lukanda', date: '2026-11-20', origin: 'gps', ...more })
const piece = async (list: string, body: object, role = 'MINES_NAT', territory?: string) => {
  const headers = { 'x-role': role, ...(territory ? { 'x-territory': territory } : {}) }
  const answer = await app.inject({ method: 'POST', url: `/api/imports/site-lists/${list}/pieces`, headers, payload: body })
  const done: PieceAnswer & { readonly refusal?: { readonly code: string; readonly facts: object } } = answer.json()
  return { status: answer.statusCode, body: done }
}
const events = (): Promise<number> =>
  program.database.read(async (tx) => (await sql<{ n: number }>`select count(*) as n from log_event`.execute(tx)).rows[0]?.n ?? -1)
const verdicts = (done: PieceAnswer) =>
  done.rows.map((row) => `${row.line} ${row.verdict}${row.problems.map((one) => ` ${one.column ?? '-'}:${one.code}`).join('')}`)

const CSV = [
  'Code;Nom du site;Latitude;Longitude;Province;Substances;Hommes;Femmes;Puits',
  'L-1;Nyabibwe;-2,0601;28,7501;Sud-Kivu;cassitérite;120;14;9',
  'L-2;Luwowo;-1,4;28,9;Nord-Kivu;coltan;;;',
  'L-3;Turned;28,9;-1,4;Nord-Kivu;coltan;;;',
  'L-4;;-1,5;28,9;Nord-Kivu;kryptonite;x;;',
  'L-1;Again;-1,6;28,9;;or;;;',
  'L-5;Trop;de;cellules;ici;or;;;;;;9',
].join('\n')

describe('a list in semicolons, decimals with commas', () => {
  let list: ReadList
  beforeEach(async () => {
    list = (await send(CSV)).body
  })
  test('is understood when it is sent, and changes nothing', async () => {
    const before = await events()
    expect(list).toMatchObject({ format: 'csv', separator: ';', rows: 5, uneven: 1 })
    expect(list.columns[2]).toEqual({ name: 'Latitude', samples: ['-2,0601', '-1,4', '28,9'] })
    expect(list.guess).toMatchObject({
      nationalId: 0,
      name: 1,
      latitude: 2,
      longitude: 3,
      province: 4,
      minerals: 5,
      workersMen: 6,
      workersWomen: 7,
      pits: 8,
    })
    expect(await events()).toBe(before)
  })
  test('tried: every fault with line and column; run: the same rows, once', async () => {
    const before = await events()
    const tried = await piece(list.list, { settings: settings(list.guess), from: 0, write: false })
    expect(tried.status).toBe(200)
    expect(verdicts(tried.body)).toEqual([
      '7 error -:row-uneven',
      '2 new',
      '3 new',
      '4 error Latitude:row-turned',
      '5 error Nom du site:row-needed Substances:row-mineral-unknown Hommes:row-not-a-count',
      '6 error Code:row-key-twice',
    ])
    expect(await events()).toBe(before)
    const run = await piece(list.list, { settings: settings(list.guess), from: 0, write: true })
    expect(run.body).toMatchObject({ wrote: true, next: null, added: 4 })
    const again = await piece(list.list, { settings: settings(list.guess), from: 0, write: true })
    expect(again.body.added).toBe(0)
    expect(verdicts(again.body).slice(1, 3)).toEqual(['2 same', '3 same'])
    const sites = await app.inject({ url: '/api/sites?text=nyabibwe', headers: { 'x-role': 'MINES_NAT' } })
    expect(sites.json()).toMatchObject({ total: 1, sites: [{ nationalId: 'L-1', name: 'Nyabibwe', minerals: ['Sn'] }] })
  })
  test('a later list renames, moves and adds; the old name stays as an alias; an empty cell erases nothing', async () => {
    await piece(list.list, { settings: settings(list.guess), from: 0, write: true })
    const later = (await send('Code,Nom,Latitude,Longitude,Substances,Hommes\nL-2,Luwowo Nord,"-1,41","28,9",,30\n')).body
    const tried = await piece(later.list, { settings: settings(later.guess), from: 0, write: false })
    expect(tried.body.rows[0]?.changes).toEqual([
      { field: 'name', before: 'Luwowo', after: 'Luwowo Nord' },
      { field: 'aliases', before: '', after: 'Luwowo' },
      { field: 'position', before: '-1.4, 28.9', after: '-1.41, 28.9' },
      { field: 'workforce', before: '', after: 'men 30' },
    ])
    expect((await piece(later.list, { settings: settings(later.guess), from: 0, write: true })).body.added).toBe(2)
    const back = await app.inject({ url: '/api/sites?text=luwowo', headers: { 'x-role': 'MINES_NAT' } })
    expect(back.json()).toMatchObject({ sites: [{ name: 'Luwowo Nord', minerals: ['Ta'] }] })
  })
  test('a row that may be a known site waits for a person, who says which', async () => {
    await piece(list.list, { settings: settings(list.guess), from: 0, write: true })
    const other = (await send('Code,Nom,Latitude,Longitude\nX-77,Nyabibue,-2.0602,28.7502\n')).body
    const ask = (more: object, write = false) => piece(other.list, { settings: settings(other.guess, more), from: 0, write })
    const tried = await ask({})
    expect(tried.body.rows[0]).toMatchObject({ verdict: 'likely', likely: [{ nationalId: 'L-1', name: 'Nyabibwe' }] })
    expect((await ask({}, true)).body.added).toBe(0)
    const site = tried.body.rows[0]?.likely[0]?.site ?? ''
    expect((await ask({ choices: [{ line: 2, as: site }] })).body.rows[0]).toMatchObject({
      verdict: 'changes',
      changes: [{ field: 'aliases', after: 'Nyabibue' }, { field: 'position' }],
    })
    expect((await ask({ choices: [{ line: 2, as: 'leave' }] })).body.rows[0]).toMatchObject({ verdict: 'left' })
    expect((await ask({ otherwise: 'new' })).body.rows[0]).toMatchObject({ verdict: 'new' })
  })
  test('where a site lies to the metre is told to the cleared, not to whoever tries an invented list', async () => {
    await piece(list.list, { settings: settings(list.guess), from: 0, write: true })
    const csv = 'Code,Nom,Latitude,Longitude\nL-1,Nyabibwe,-2.0,28.7\nX-1,Nyabibue,-2.06,28.75\n'
    const tryAs = async (role: string) => {
      const { body } = await send(csv, 'text/csv', role)
      const { rows } = (await piece(body.list, { settings: settings(body.guess), from: 0, write: false }, role)).body
      return [rows[0]?.changes.find((one) => one.field === 'position')?.before, rows[1]?.likely[0]?.distanceMetres]
    }
    const [cleared, told] = [await tryAs('MINES_NAT'), await tryAs('ADMINISTRATOR')]
    expect(cleared[0]).toBe('-2.0601, 28.7501')
    expect(told[0]).toBe('-2.05, 28.75')
    expect(told[1]).not.toBe(cleared[1])
  })
  test('a wrong column, a day in the future and somebody else’s list get their own answer', async () => {
    expect(await piece(list.list, { settings: settings({ nationalId: 0, name: 40 }), from: 0, write: true })).toMatchObject({
      status: 400,
      body: { refusal: { code: 'list-no-such-column' } },
    })
    expect(await piece(list.list, { settings: settings({ name: 1 }), from: 0, write: true })).toMatchObject({
      body: { refusal: { code: 'list-field-needed' } },
    })
    expect(await piece(list.list, { settings: { ...settings(list.guess), date: '2027-01-01' }, from: 0, write: true })).toMatchObject({
      body: { refusal: { code: 'list-day-in-the-future' } },
    })
    expect(await piece(list.list, { settings: settings(list.guess), from: 0, write: true }, 'ADMINISTRATOR')).toMatchObject({ status: 404 })
  })
  test('whoever keeps the program tries a list; what it writes is the work of a registrar', async () => {
    const { body } = await send('Code,Nom\nR-1,Zobia\n', 'text/csv', 'ADMINISTRATOR')
    const ask = (write: boolean) => piece(body.list, { settings: settings(body.guess), from: 0, write }, 'ADMINISTRATOR')
    expect(verdicts((await ask(false)).body)).toEqual(['2 new'])
    expect(await ask(true)).toMatchObject({ status: 403, body: { refusal: { code: 'list-needs-a-registrar' } } })
  })
  test('rows outside the sender’s area are refused, the others are not', async () => {
    const own = await send('Code,Nom,Province\nT-1,Zobia,Sud-Kivu\nT-2,Yumbi,Nord-Kivu\nT-3,Ailleurs,\n', 'text/csv', 'MINES_NAT')
    const done = await piece(own.body.list, { settings: settings(own.body.guess), from: 0, write: true }, 'MINES_NAT', 'CD62')
    expect(verdicts(done.body)).toEqual(['2 new', '3 error -:outside-your-territory', '4 error -:outside-your-territory'])
  })
})

describe('a GeoJSON collection', () => {
  const ring = (...points: readonly (readonly [number, number])[]) => ({ type: 'Polygon', coordinates: [points] })
  const feature = (code: string, geometry: unknown) => ({ type: 'Feature', properties: { code, name: `Carré ${code}` }, geometry })
  const file = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature('G-1', { type: 'Point', coordinates: [28.51, -2.51] }),
      feature('G-2', ring([28.6, -2.6], [28.61, -2.6], [28.61, -2.61], [28.6, -2.6])),
      feature('G-3', ring([28.7, -2.7], [28.71, -2.71], [28.71, -2.7], [28.7, -2.71], [28.7, -2.7])),
      feature('G-4', { type: 'Point', coordinates: [-2.8, 28.8] }),
      feature('G-5', {
        type: 'LineString',
        coordinates: [
          [28, -2],
          [29, -2],
        ],
      }),
    ],
  })
  test('points and outlines come in; an outline that crosses itself is refused by the name of its feature, the rest is kept', async () => {
    const { body: list } = await send(file, 'application/geo+json')
    expect(list).toMatchObject({ format: 'geojson', points: 2, polygons: 2, guess: { nationalId: 0, name: 1 } })
    const done = await piece(list.list, { settings: settings(list.guess), from: 0, write: true })
    expect(verdicts(done.body)).toEqual([
      '1 new',
      '2 new',
      '3 error -:polygon-crosses-itself',
      '4 error -:row-turned',
      '5 error -:row-geometry-not-taken',
    ])
    expect(done.body.rows[2]).toMatchObject({ name: 'Carré G-3', nationalId: 'G-3' })
    expect(done.body.added).toBe(3)
  })
})

test('a workbook, a picture and a stranger are answered before anything is read of sites', async () => {
  expect(await send('PK\x03\x04')).toMatchObject({ status: 415, body: { refusal: { code: 'list-is-a-workbook' } } })
  expect((await send('Code,Nom\nA,B', 'text/csv', 'OBSERVER')).status).toBe(403)
})

test('a thousand rows go in pieces, each whole, and can be taken up where they stopped', async () => {
  const rows = Array.from(
    { length: 450 },
    (_, at) =>
      `P-${at},Site ${'abcdefghij'[at % 10]}${at} ${(at * 7919) % 1000}x,${(-4 + (at % 30) * 0.2).toFixed(4)},${(26 + Math.floor(at / 30) * 0.2).toFixed(4)}`,
  )
  const { body: list } = await send(`Code,Nom,Latitude,Longitude\n${rows.join('\n')}\n`)
  const ask = (from: number) => piece(list.list, { settings: settings(list.guess, { otherwise: 'new' }), from, write: true })
  const first = await ask(0)
  expect(first.body).toMatchObject({ next: 200, total: 450, added: 200 })
  expect((await ask(0)).body).toMatchObject({ next: 200, added: 0 })
  expect((await ask(200)).body).toMatchObject({ next: 400, added: 200 })
  expect((await ask(400)).body).toMatchObject({ next: null, added: 50 })
})
