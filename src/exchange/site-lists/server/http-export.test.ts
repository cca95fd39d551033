import { read, utils } from '@e965/xlsx'
import { beforeAll, expect, test } from 'vitest'
import { app, program } from '../../../../test/sites-bed.ts'

beforeAll(async () => {
  const actor = { account: 'operator', organisation: null, role: null }
  const source = { name: 'DPM' }
  await program.log.record(
    'cd',
    [
      ['=CMD|x', -2.0601, 28.7512],
      ['Luwowo, "bas"', -1.4023, 28.9011],
    ].map(([name, latitude, longitude], at) => ({
      id: `019aa5db-c580-7fff-bfff-00000000000${at}`,
      subject: `site:019aa5db-c580-7fff-bfff-00000000001${at}`,
      actor,
      happenedAt: '2026-01-01T00:00:00.000Z',
      kind: 'site.registered.v1',
      payload: {
        nationalId: `E-${at}`,
        name,
        country: 'CD',
        minerals: ['Sn'],
        source,
        position: { at: { latitude, longitude }, origin: 'gps' },
      },
    })),
  )
})
const get = (file: string, role = 'MINES_NAT') =>
  app.inject({ url: `/api/exports/${file}`, headers: { 'x-role': role, 'accept-language': 'fr' } })

test('CSV: headings and codes in the language, tags on demand, formulas disarmed, quotes kept', async () => {
  const answer = await get('sites.csv?hxl=true')
  expect(answer.headers['content-disposition']).toBe('attachment; filename="sites-2026-11-21.csv"')
  const [heading = '', tags = '', ...rows] = answer.body.split('\r\n')
  expect(heading.startsWith('\ufeffNom du site,Code du site')).toBe(true)
  expect(tags.startsWith('#loc+name,#loc+code')).toBe(true)
  expect(rows[0]).toContain("'=CMD|x,E-0,,-2.0601,28.7512,exacte")
  expect(rows[1]).toContain('"Luwowo, ""bas""",E-1')
  expect(rows[0]).toContain('"Registre Chanzo, situation au 21-11-2026"')
  expect((await get('sites.csv?language=en')).body).toContain('Site name,Site key')
})
test('who is not cleared gets rounded positions, and the file says so', async () => {
  const rows = (await get('sites.csv', 'EXPORTER')).body
  expect(rows).toContain('-2.05,28.75,"arrondie à 0,05°"')
  expect(rows).not.toContain('28.7512')
  expect((await get('sites.geojson', 'EXPORTER')).json()).toMatchObject({ positionPrecision: 'coarse' })
})
test('the filters are those of the list', async () => {
  expect((await get('sites.geojson?text=luwowo')).json()).toMatchObject({
    type: 'FeatureCollection',
    asOf: '2026-11-21',
    features: [{ geometry: { type: 'Point', coordinates: [28.9011, -1.4023] }, properties: { nationalId: 'E-1', colour: 'none' } }],
  })
  expect((await get('sites.csv?asOf=yesterday')).statusCode).toBe(400)
  expect((await get('sites.pdf')).statusCode).toBe(400)
})
test('XLSX opens, with names as text and coordinates as numbers', async () => {
  const book = read((await get('sites.xlsx')).rawPayload)
  const rows = utils.sheet_to_json<(string | number)[]>(book.Sheets['sites'] ?? {}, { header: 1 })
  expect(rows[1]?.slice(0, 2)).toEqual(['=CMD|x', 'E-0'])
  expect(rows[1]?.[3]).toBe(-2.0601)
})
