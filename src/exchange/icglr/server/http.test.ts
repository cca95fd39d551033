import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { sharedFile } from '../../../../test/shared-data.ts'
import { addToken } from '../../../modules/people/module.ts'

const world = await freshDatabase()
const { program } = world
let app: FastifyInstance
let key = ''
const faults: unknown[] = []
beforeAll(async () => {
  app = await program.createHttp(({ error }) => void faults.push(error))
  const parts = { ...program, places: program.modules.places.door }
  const added = await addToken(parts, { name: 'data centre', role: 'integrator' })
  key = added.ok ? added.value.token : ''
})
afterAll(async () => {
  await app.close()
  expect(faults).toEqual([])
})

type Json = ReturnType<typeof JSON.parse>
const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, headers: Record<string, string> = {}) => {
  const answer = await app.inject({ method, url, headers: { 'x-api-key': key, ...headers }, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers }
}

const owner = {
  identifier: 'UG-ENT-1',
  name: 'Kamwenge Cooperative',
  tin: '100200300',
  contactDetails: { legalRepresentative: 'A Person', contactPhoneNumber: '+256772000000', contactEmail: 'info@coop.africa' },
  physicalAddress: { country: 'UG', addressLocalityText: 'Kamwenge' },
}
const siteOf = (icglrId: string, more: object = {}) => ({
  icglrId,
  addressCountry: icglrId.slice(0, 2),
  nationalId: `N-${icglrId.slice(-5)}`,
  certificationStatus: 1,
  activityStatus: 1,
  mineSiteLocation: { geolocalization: { latitude: 0.2001, longitude: 30.45004 } },
  mineral: ['2609.00.00'],
  license: [{ licenseType: 'unlicensed', coveredCommodities: ['2609.00.00'] }],
  owner,
  ...more,
})
const at = (id: string): string => `/v1/mine-sites/${encodeURIComponent(id)}`
const without = ({ contactDetails: _contactDetails, ...entity }: Json): Json => entity

test('the example of the standard goes in and comes out as it was, without the persons', async () => {
  const file = sharedFile('standards/icglr-dsp/examples.json')
  if (file === null) return
  const { mineSite } = JSON.parse(readFileSync(file, 'utf8'))
  const made = await call('POST', '/v1/mine-sites', mineSite)
  expect(made).toMatchObject({ status: 201, body: { schemaVersion: '1.0.0' } })
  const read = await call('GET', at(mineSite.icglrId))
  expect(read.status).toBe(200)
  const { owner: ownerOut, license, statusChange, operator, inspection, name, schemaVersion, ...rest } = read.body
  const { owner: ownerIn, license: licenceIn, ...restIn } = mineSite
  expect(rest).toEqual({ ...restIn, icglrId: 'SS--4.9726+26.3294-982930' })
  expect(without(ownerOut)).toEqual(without(ownerIn))
  expect(license.map((one: Json) => ({ ...one, owner: without(one['owner']) }))).toEqual(
    licenceIn.map((one: Json) => ({ ...one, owner: without(one['owner']) })),
  )
  expect(ownerOut.contactDetails).toEqual({ legalRepresentative: 'N/A', contactPhoneNumber: ['N/A'], contactEmail: 'N/A' })
  expect(statusChange).toEqual([{ dateOfChange: '2026-11-21', newStatus: 3 }])
  expect([operator, inspection, name, schemaVersion]).toEqual([[], [], mineSite.nationalId, '1.0.0'])
  const stored = await program.database.read((tx) =>
    program.modules.sites.door.records(tx, { tenant: 'cd', asOf: '2026-11-21', knownAt: '2027-01-01T00:00:00.000Z' }),
  )
  expect(JSON.stringify(stored)).not.toContain('Test Person')
  // What was read may be sent back, and adds nothing.
  const again = await call('PUT', at(mineSite.icglrId), read.body)
  expect(again).toMatchObject({ status: 200, body: read.body })
})

describe('a site of its own', () => {
  const id = 'UG-+0.2001+30.4500-00017'
  beforeAll(async () => void (await call('POST', '/v1/mine-sites', siteOf(id))))

  test('has four decimals, a status of its authority, and no right here', async () => {
    const { body } = await call('GET', at(id))
    expect(body).toMatchObject({ certificationStatus: 1, mineSiteLocation: { geolocalization: { latitude: 0.2001, longitude: 30.45 } } })
    const [found] = await program.database.read((tx) =>
      program.modules.sites.door
        .overview(tx, 'cd', { asOf: '2026-11-21', knownAt: '2027-01-01T00:00:00.000Z', precision: 'exact' })
        .then((all) => all.filter((one) => one.icglrId === id)),
    )
    expect(found?.standing).toMatchObject({ internal: 'NONE', basis: 'reported', allows: { produce: 'no', certify: 'no' } })
  })

  test.each([
    ['encoded', at(id)],
    ['with a raw plus', `/v1/mine-sites/${id}`],
    ['without the sign of the latitude', `/v1/mine-sites/${id.replace('-+', '-')}`],
  ])('is found by its identifier %s', async (_how, url) => {
    expect(await call('GET', url)).toMatchObject({ status: 200, body: { icglrId: id } })
  })
  test.each([
    ['encoded', encodeURIComponent(id)],
    ['raw', id],
  ])('is found in a query %s', async (_how, value) => {
    expect((await call('GET', `/v1/mine-sites?icglrId=${value}`)).body).toMatchObject({ pagination: { total: 1 }, data: [{ icglrId: id }] })
  })
  test('is not made twice, by either key', async () => {
    expect(await call('POST', '/v1/mine-sites', siteOf(id))).toMatchObject({ status: 409, body: { code: 'site-exists' } })
    expect(await call('POST', '/v1/mine-sites', siteOf(id.replace('17', '18'), { nationalId: `N-${id.slice(-5)}` }))).toMatchObject({
      status: 409,
      body: { details: [{ field: 'nationalId' }] },
    })
  })
  test('two that come at once make one', async () => {
    const twin = siteOf('UG-+0.3001+30.4500-00019', { mineSiteLocation: { geolocalization: { latitude: 0.3001, longitude: 30.45 } } })
    const answers = await Promise.all([call('POST', '/v1/mine-sites', twin), call('POST', '/v1/mine-sites', twin)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })
  test('takes an inspection, a title, an activity and a status, once each, and changes nothing that was', async () => {
    const inspection = {
      inspectionId: 'PS-2026-10-02-16-03',
      inspectionDate: '2026-10-02',
      inspectionResult: 2,
      inspectorName: 'Some Inspector',
      inspectorPosition: 'geologist',
      governmentAgency: 'DGSM',
    }
    const licence = { licenseType: 'Artisanal_Permit', licenseId: 'AP-7', grantedDate: '2026-01-05', coveredCommodities: ['IMA1960-001'] }
    const next = siteOf(id, {
      certificationStatus: 2,
      activityStatus: 2,
      inspection: [inspection],
      license: [licence],
      statusChange: [{ dateOfChange: '2026-10-05', newStatus: 2 }],
    })
    const put = await call('PUT', at(id), next)
    expect(put.body).toMatchObject({
      certificationStatus: 2,
      activityStatus: 2,
      inspection: [{ ...inspection, inspectorName: 'DGSM' }],
    })
    expect(put.body['license']).toEqual(
      expect.arrayContaining([
        { licenseType: 'artisanal_permit', licenseId: 'AP-7', grantedDate: '2026-01-05', coveredCommodities: ['2609.00.00'] },
      ]),
    )
    expect(put.body['statusChange']).toEqual(
      expect.arrayContaining([
        { dateOfChange: '2026-10-05', newStatus: 2 },
        { dateOfChange: '2026-11-21', newStatus: 1 },
      ]),
    )
    const again = await call('PUT', at(id), next)
    expect(again.body).toEqual(put.body)
    const other = await call('PUT', at(id), { ...next, inspection: [{ ...inspection, inspectionResult: 1 }] })
    expect(other).toMatchObject({
      status: 409,
      body: { code: 'history-kept', details: [{ field: 'inspection.0', problem: 'history-never-changes' }] },
    })
    expect((await call('GET', at(id))).body).toEqual(put.body)
  })
  test.each([
    ['another national identifier', { nationalId: 'other' }, 'nationalId'],
    ['another place', { mineSiteLocation: { geolocalization: { latitude: 0.9, longitude: 30.45 } } }, 'mineSiteLocation.geolocalization'],
    ['another identifier', { icglrId: 'UG-+0.2001+30.4500-00099' }, 'icglrId'],
  ])('is not moved by %s', async (_what, change, field) => {
    const answer = await call('PUT', at(id), { ...siteOf(id), ...change })
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'history-kept', details: expect.arrayContaining([expect.objectContaining({ field })]) },
    })
  })
  test('is a document of linked data when that is asked for', async () => {
    const { body, headers } = await call('GET', at(id), undefined, { accept: 'application/ld+json' })
    expect(headers['content-type']).toContain('application/ld+json')
    expect(body).toMatchObject({ '@context': expect.any(Object), '@type': 'MineSite', '@id': expect.stringContaining('%2B'), icglrId: id })
    const list = await call('GET', '/v1/mine-sites', undefined, { accept: 'application/ld+json' })
    expect(list.body).toMatchObject({
      '@context': expect.any(Object),
      data: expect.arrayContaining([expect.objectContaining({ '@type': 'MineSite' })]),
    })
  })
})

test('an identifier without a sign takes it from the coordinates of its record, and is emitted with it', async () => {
  const south = siteOf('CD-1.5000+29.0000-00007', { mineSiteLocation: { geolocalization: { latitude: -1.5, longitude: 29 } } })
  const made = await call('POST', '/v1/mine-sites', south)
  expect(made).toMatchObject({ status: 201, body: { icglrId: 'CD--1.5000+29.0000-00007', certificationStatus: 0 } })
  expect(made.headers['location']).toContain('CD--1.5000%2B29.0000-00007')
  expect((await call('GET', '/v1/mine-sites/CD-1.5000+29.0000-00007')).body).toMatchObject({ icglrId: 'CD--1.5000+29.0000-00007' })
})

describe('lists', () => {
  beforeAll(async () => {
    for (let number = 1; number <= 5; number++)
      await call(
        'POST',
        '/v1/mine-sites',
        siteOf(`RW--1.9${number}00+30.0000-0002${number}`, {
          certificationStatus: number % 2,
          activityStatus: number % 3,
          mineral: number === 5 ? ['2530.90'] : ['7108.12.00', '2615.90.00'],
          mineSiteLocation: { geolocalization: { latitude: -1.9 - number / 100, longitude: 30 } },
        }),
      )
  })
  test.each([
    ['a country in small letters', 'addressCountry=rw', 5],
    ['a filter in another case', 'ADDRESSCOUNTRY=RW', 5],
    ['a status', 'addressCountry=RW&certificationStatus=1', 3],
    ['an activity', 'addressCountry=RW&activityStatus=0', 1],
    ['a mineral by HS', 'addressCountry=RW&mineral=7108.12.00', 4],
    ['by HS without points', 'addressCountry=RW&mineral=71081200', 4],
    ['by its species', 'addressCountry=RW&mineral=ima1979-a', 4],
    ['an HS code that is not designated', 'mineral=2530.90.00', 1],
    ['nothing', 'addressCountry=AO', 0],
  ])('filter by %s', async (_what, query, total) => {
    const { body } = await call('GET', `/v1/mine-sites?${query}&limit=100`)
    expect(body['pagination'].total).toBe(total)
    expect(body['data']).toHaveLength(total)
  })
  test.each([
    ['the first page', 'limit=2', { page: 1, limit: 2, total: 5, totalPages: 3, hasNext: true, hasPrevious: false }, 2],
    ['the last', 'limit=2&page=3', { page: 3, limit: 2, total: 5, totalPages: 3, hasNext: false, hasPrevious: true }, 1],
    ['one beyond it', 'limit=2&page=4', { page: 4, limit: 2, total: 5, totalPages: 3, hasNext: false, hasPrevious: true }, 0],
    ['exactly full', 'limit=5', { page: 1, limit: 5, total: 5, totalPages: 1, hasNext: false, hasPrevious: false }, 5],
    ['without a limit', '', { page: 1, limit: 20, total: 5, totalPages: 1, hasNext: false, hasPrevious: false }, 5],
  ])('pages: %s', async (_what, query, pagination, rows) => {
    const { body } = await call('GET', `/v1/mine-sites?addressCountry=RW&${query}`)
    expect(body['pagination']).toEqual(pagination)
    expect(body['data']).toHaveLength(rows)
  })
  test('pages do not overlap and leave nobody out', async () => {
    const ids: string[] = []
    for (let page = 1; page <= 3; page++)
      ids.push(
        ...(await call('GET', `/v1/mine-sites?addressCountry=RW&limit=2&page=${page}`)).body['data'].map((one: Json) => one['icglrId']),
      )
    expect(new Set(ids).size).toBe(5)
  })
  test.each([
    ['page=0', 'page'],
    ['page=1.5', 'page'],
    ['limit=101', 'limit'],
    ['limit=many', 'limit'],
    ['addressCountry=FR', 'addressCountry'],
    ['certificationStatus=4', 'certificationStatus'],
    ['certificationStatus=green', 'certificationStatus'],
    ['activityStatus=3', 'activityStatus'],
    ['mineral=gold', 'mineral'],
    ['colour=green', 'colour'],
  ])('refuse %s by its name', async (query, field) => {
    expect(await call('GET', `/v1/mine-sites?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'not-understood', timestamp: expect.stringMatching(/Z$/), details: [{ field }] },
    })
  })
})

test.each([
  ['a status beyond the list', { certificationStatus: 4 }, 'certificationStatus'],
  ['a status in words', { certificationStatus: 'green' }, 'certificationStatus'],
  ['an activity beyond the list', { activityStatus: 7 }, 'activityStatus'],
  ['a country outside the region', { addressCountry: 'BE' }, 'addressCountry'],
  ['an identifier of another country', { icglrId: 'RW-+0.2001+30.4500-00031' }, 'icglrId'],
  ['a malformed identifier', { icglrId: 'UG-1' }, 'icglrId'],
  ['a mineral by name', { mineral: ['Gold'] }, 'mineral.0'],
  ['no mineral', { mineral: [] }, 'mineral'],
  [
    'a latitude beyond the pole',
    { mineSiteLocation: { geolocalization: { latitude: 91, longitude: 30 } } },
    'mineSiteLocation.geolocalization.latitude',
  ],
  ['no place', { mineSiteLocation: {} }, 'mineSiteLocation.geolocalization'],
  ['a claim without its number', { license: [{ licenseType: 'claim', owner, coveredCommodities: ['2609.00.00'] }] }, 'license.0.licenseId'],
  [
    'a claim without its owner',
    { license: [{ licenseType: 'claim', licenseId: '1', coveredCommodities: ['2609.00.00'] }] },
    'license.0.owner',
  ],
  ['an unknown kind of title', { license: [{ licenseType: 'permit', coveredCommodities: ['2609.00.00'] }] }, 'license.0.licenseType'],
  ['an owner without an address', { owner: { ...owner, physicalAddress: undefined } }, 'owner.physicalAddress'],
  [
    'an address that is no e-mail',
    { owner: { ...owner, contactDetails: { ...owner.contactDetails, contactEmail: 'nobody' } } },
    'owner.contactDetails.contactEmail',
  ],
  [
    'an inspection of tomorrow',
    {
      inspection: [
        {
          inspectionId: 'x',
          inspectionDate: '2026-11-22',
          inspectionResult: 1,
          inspectorName: 'n',
          inspectorPosition: 'p',
          governmentAgency: 'a',
        },
      ],
    },
    'inspection.0.inspectionDate',
  ],
  ['a day that no calendar has', { statusChange: [{ dateOfChange: '2026-02-30', newStatus: 1 }] }, 'statusChange.0.dateOfChange'],
  ['a field that nobody knows', { colour: 'green' }, 'colour'],
])('a document with %s is refused and the field is named', async (_what, change, field) => {
  const answer = await call('POST', '/v1/mine-sites', { ...siteOf('UG-+0.2001+30.4500-00030'), ...change })
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'not-understood', message: expect.any(String), timestamp: expect.any(String) },
  })
  expect(answer.body['details'].map((one: Json) => one['field'])).toContain(field)
  expect((await call('GET', at('UG-+0.2001+30.4500-00030'))).status).toBe(404)
})

test('whoever may not is told so in the shape of the protocol', async () => {
  expect(await call('GET', '/v1/mine-sites', undefined, { 'x-api-key': '' })).toMatchObject({
    status: 401,
    body: { code: 'not-signed-in', message: expect.any(String), timestamp: expect.any(String) },
  })
  expect(await call('POST', '/v1/mine-sites', undefined, { 'content-type': 'application/json' })).toMatchObject({
    status: 400,
    body: { code: 'not-understood' },
  })
  const reader = await addToken({ ...program, places: program.modules.places.door }, { name: 'map', role: 'map-reader' })
  const token = reader.ok ? reader.value.token : ''
  expect(await call('GET', '/v1/mine-sites', undefined, { 'x-api-key': token })).toMatchObject({
    status: 403,
    body: { code: 'not-allowed' },
  })
  expect(await call('GET', '/v1/mine-sites', undefined, { 'x-api-key': '', authorization: `Bearer ${key}` })).toMatchObject({ status: 200 })
  expect(await call('GET', '/v1/mine-sites/AO-+1.0000+1.0000-1')).toMatchObject({ status: 404, body: { code: 'no-such-site' } })
  expect((await app.inject({ url: '/v1/health' })).json()).toMatchObject({ status: 'ok', schemaVersion: '1.0.0' })
})
