/* The public register over HTTP: what strangers find, what they never find, and that coming back costs little. */
import { parse as parseCsv } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { OrderPage } from '../../domain/orders/order-answers.ts'
import { app, ask, inspect, newId, registerSite, setClock, source, taken } from '../../../../../test/sites-bed.ts'

const get = async (url: string, headers: { readonly [name: string]: string } = {}) => {
  const answer = await app.inject({ url, headers })
  return { status: answer.statusCode, text: answer.body, headers: answer.headers }
}
const LATITUDE = '-1.7654'
const place = { position: { at: { latitude: -1.7654, longitude: 28.4321 }, origin: 'gps' } }

async function greenSite(name: string): Promise<{ readonly site: string; readonly order: string; readonly number: string }> {
  const site = await registerSite({ ...place, name, nationalId: `pub-${name}` })
  await inspect(site, { date: '2026-03-01' })
  const number = `${name}/2026`
  const order = await taken('MINISTER', '/api/orders', {
    number,
    orderKind: 'validation',
    signatoryRole: 'MINISTER',
    signedOn: '2026-03-10',
    effectiveFrom: '2026-03-10',
    legalBasis: ['Code minier'],
    annex: [{ site, colour: 'green' }],
  })
  return { site, order, number }
}

test('a stranger finds a site by a name without accents, with its status, order and date', async () => {
  setClock('2026-11-21T09:40:00.000Z')
  const { number } = await greenSite('Mukúngwe')
  await registerSite({ ...place, name: 'Autre lieu', nationalId: 'pub-other' })
  const { status, text, headers } = await get('/register?q=mukungwe')
  expect(status).toBe(200)
  expect(text).toContain('Mukúngwe')
  expect(text).toContain(number)
  expect(text).toContain('Situation au 21/11/2026')
  expect(text).not.toContain('Autre lieu')
  expect(text).not.toContain('<script')
  expect(headers['content-security-policy']).toContain("form-action 'self'")
  expect((await get('/register?q=mukungwe&language=en')).text).toContain('As of 21-11-2026')
  expect((await get('/register?colour=red')).text).toContain('Aucun site ne répond')
  expect((await get('/register?mineral=plutonium&page=-3')).status).toBe(200)
})

test('orders are listed with what is recorded of their publication, and each has its page with its annex', async () => {
  const { order, number } = await greenSite('Kalehe')
  expect((await get('/register/orders')).text).toContain('non enregistré')
  await taken('MINISTER', `/api/orders/${order}/publication`, { on: '2026-03-20', reference: 'JO 12' })
  const { text } = await get(`/register/orders/${order}`)
  for (const part of [number, '20/03/2026', 'JO 12', 'Kalehe', 'Code minier']) expect(text).toContain(part)
  const { fingerprint, earlierFingerprints } = await ask(OrderPage, `/api/orders/${order}`)
  expect([fingerprint, ...earlierFingerprints]).toEqual([
    expect.stringMatching(/^v2:[0-9a-f]{64}$/),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ])
  for (const printed of [fingerprint, ...earlierFingerprints])
    expect(text, 'who holds a sheet of either version can check it').toContain(printed)
  expect((await get(`/register/orders/${newId()}`)).status).toBe(404)
  expect((await get('/register/orders/nothing')).status).toBe(404)
})

test('open data: one line a site, dated, without position, and formulas stay texts', async () => {
  const site = await registerSite({ ...place, name: '=Puits "B"', nationalId: 'pub-formula' })
  await taken('MINES_PROV', `/api/sites/${site}/visits`, { date: '2026-05-05', onSite: true, source, observed: { workers: 777_123 } })
  const { text, headers } = await get('/register/sites.csv')
  const rows: { [name: string]: string }[] = parseCsv(text, { columns: true, bom: true })
  const row = rows.find((one) => one['national_id'] === 'pub-formula')
  expect(row).toMatchObject({ name: `'=Puits "B"`, status: 'none', last_visit_on: '2026-05-05', as_of: '2026-11-21' })
  expect(headers['content-disposition']).toContain('sites.csv')
  const collection: { features: { geometry: unknown; properties: { national_id: string } }[]; as_of: string } = JSON.parse(
    (await get('/register/sites.geojson')).text,
  )
  expect(collection.as_of).toBe('2026-11-21')
  expect(collection.features.every(({ geometry }) => geometry === null)).toBe(true)
  expect(collection.features.map(({ properties }) => properties.national_id)).toContain('pub-formula')
  expect((await get('/register/orders.csv')).text).toContain('published_on')
})

test('no public answer tells a position, an ICGLR identifier, a visitor or a number of workers', async () => {
  const site = await registerSite({ ...place, name: 'Secret', nationalId: 'pub-secret' })
  await taken('MINES_NAT', `/api/sites/${site}/icglr-id`, {})
  await taken('MINES_PROV', `/api/sites/${site}/visits`, { date: '2026-05-05', onSite: true, source, observed: { workers: 777_123 } })
  const { order } = await greenSite('Secret-2')
  const addresses = ['/register', '/register?q=secret', '/register/orders', `/register/orders/${order}`, '/register/open-data']
  const files = ['/register/sites.csv', '/register/sites.geojson', '/register/orders.csv', '/site/pub-secret']
  for (const address of [...addresses, ...files]) {
    const { text } = await get(address)
    for (const secret of [LATITUDE.slice(1), '28.43', '28.45', '777123', source.reference, 'CD-'])
      expect({ address, secret, told: text.includes(secret) }).toMatchObject({ told: false })
  }
  // Nor is it found by the part of an identifier that the uncleared see.
  expect((await get('/register?q=00001')).text).not.toContain('Secret')
})

test('from the register a stranger finds the way to sign in and to verify a certificate', async () => {
  const { text } = await get('/register')
  expect(text).toContain('href="/sign-in"')
  expect(text).toContain('href="/verify"')
})

test('who holds the page already pays a few bytes, until something changes', async () => {
  const first = await get('/register')
  const etag = String(first.headers['etag'])
  setClock('2026-11-21T10:15:00.000Z')
  expect((await get('/register', { 'if-none-match': etag })).status).toBe(304)
  await registerSite({ name: 'Nouveau', nationalId: 'pub-new' })
  expect((await get('/register', { 'if-none-match': etag })).status).toBe(200)
  expect((await get('/register/sites.csv', { 'if-none-match': etag })).status).toBe(200)
})
