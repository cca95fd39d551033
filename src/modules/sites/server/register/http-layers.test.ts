/* The map's layers and the sites near one, over HTTP: newest answers, *not asked* apart from *no*, and positions for the cleared only. */
import { expect, test } from 'vitest'
import { dateFromDayNumber } from '../../../../kernel/calendar.ts'
import { NearbySites } from '../../domain/register/near.ts'
import { SiteLayers } from '../../domain/register/site-layers.ts'
import { app, ask, registerSite, source, taken } from '../../../../../test/sites-bed.ts'

const visit = (site: string, date: string, observed: object, onSite = true) =>
  taken('MINES_PROV', `/api/sites/${site}/visits`, { date, onSite, source, observed })
const army = (interference: object) => ({ actor: 'FARDC', actorClass: 'army', interference })

const at = async (site: string, query = '', role = 'MINES_NAT') => {
  const layers = await ask(SiteLayers, `/api/sites/layers${query}`, role)
  const place = layers.id.indexOf(Buffer.from(site.replaceAll('-', ''), 'hex').toString('base64url'))
  const visitOn = layers.visitOn[place] ?? null
  const day = (value: number | null | undefined) =>
    value === null || value === undefined ? null : dateFromDayNumber(value + (visitOn ?? 0))
  const armed: { actor: string | undefined; on: string | null }[] = []
  for (let n = 0; n < layers.armed.length; n += 3)
    if (layers.armed[n] === place) armed.push({ actor: layers.codes.actors[layers.armed[n + 1] ?? -1], on: day(layers.armed[n + 2]) })
  return {
    position: [layers.latitude[place], layers.longitude[place]],
    workers: layers.workers[place],
    workersOn: day(layers.workersOn[place]),
    interference: layers.interference[place],
    interferenceOn: day(layers.interferenceOn[place]),
    services: layers.services[place]?.map((one) => layers.codes.services[one]) ?? null,
    scheme: layers.codes.schemes[layers.scheme[place] ?? -1] ?? null,
    visitOn: visitOn === null ? null : dateFromDayNumber(visitOn),
    colour: layers.codes.colours[layers.colour[place] ?? -1],
    armed,
  }
}

test('each layer keeps its newest answer, and what was not asked stays apart from no and from zero', async () => {
  const site = await registerSite({ position: { at: { latitude: -1.4567, longitude: 28.9876 }, origin: 'gps' } })
  expect(await at(site)).toMatchObject({ workers: null, interference: null, services: null, scheme: null, visitOn: null, armed: [] })
  await visit(site, '2022-03-01', { workers: 120, armedInterference: true, armed: [army({ taxation: true })], services: ['SAEMAPE'] })
  await visit(site, '2023-05-02', { workers: 0 })
  await visit(site, '2023-06-03', { armedInterference: false }, false)
  await taken('MINES_NAT', `/api/sites/${site}/reported-traceability`, { date: '2021-01-01', scheme: 'ITSCI', source })
  expect(await at(site)).toMatchObject({
    workers: 0,
    workersOn: '2023-05-02',
    interference: 0,
    interferenceOn: '2023-06-03',
    services: ['SAEMAPE'],
    scheme: 'ITSCI',
    visitOn: '2023-05-02',
    armed: [{ actor: 'army', on: '2022-03-01' }],
  })
  expect(await at(site, '?asOf=2022-12-31')).toMatchObject({ workers: 120, interference: 1, visitOn: '2022-03-01' })
})

test('interference of an actor whom nobody named counts as unknown, and a presence without it does not count', async () => {
  const site = await registerSite()
  await visit(site, '2022-03-01', { armedInterference: true, armed: [army({ taxation: false })] })
  expect((await at(site)).armed).toEqual([{ actor: 'unknown', on: '2022-03-01' }])
})

test('positions are whole for the cleared and rounded for the others', async () => {
  const site = await registerSite({ position: { at: { latitude: -1.4567, longitude: 28.9876 }, origin: 'gps' } })
  expect((await at(site)).position).toEqual([-1.4567, 28.9876])
  expect((await at(site, '', 'OBSERVER')).position).toEqual([-1.45, 29])
})

test('what lies near: nearest first, within the distance, by the positions that the asker may see', async () => {
  const place = (latitude: number) => ({ position: { at: { latitude, longitude: 20 }, origin: 'gps' } })
  const site = await registerSite(place(-7))
  const four = await registerSite(place(-7.036))
  const nine = await registerSite(place(-7.081))
  const far = await registerSite(place(-7.3))
  const near = async (within: string, role?: string) =>
    (await ask(NearbySites, `/api/sites/${site}/near?within=${within}`, role)).sites.map(({ id, kilometres }) => [id, kilometres])
  expect(await near('5')).toEqual([[four, 4]])
  expect(await near('10')).toEqual([
    [four, 4],
    [nine, 9],
  ])
  expect((await near('25')).some(([id]) => id === far)).toBe(false)
  // Rounded, the two lie on the same points of the grid, 5.6 and 11.1 km away: whole kilometres, nothing finer.
  expect(await near('5', 'OBSERVER')).toEqual([])
  expect(await near('10', 'OBSERVER')).toEqual([[four, 6]])
})

test('a distance that was not offered is refused, and so is a site that nobody knows', async () => {
  const site = await registerSite()
  expect(await ask(NearbySites, `/api/sites/${site}/near`)).toMatchObject({ within: 10, hasPosition: true })
  const status = async (url: string) => (await app.inject({ url, headers: { 'x-role': 'MINES_NAT' } })).statusCode
  expect(await status(`/api/sites/${site}/near?within=500`)).toBe(400)
  expect(await status('/api/sites/019aa5db-c580-7fff-bfff-ffffffffffff/near')).toBe(404)
})

test('a count that is a slip of the finger is kept and does not take the map away from everybody', async () => {
  const site = await registerSite()
  await visit(site, '2026-11-01', { workers: 3_000_000_000 })
  expect(await at(site)).toMatchObject({ workers: 3_000_000_000, workersOn: '2026-11-01' })
})
