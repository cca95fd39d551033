/* Lots of the ICGLR's protocol over HTTP on the real database: documents become custody, what is read goes into a second server, rules answer by field. */
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { sharedFile } from '../../../../test/shared-data.ts'
import { addOrganisation, addToken } from '../../../modules/people/module.ts'

type Json = ReturnType<typeof JSON.parse>
interface Server {
  readonly app: FastifyInstance
  readonly key: string
  readonly holder: string
}
const faults: unknown[] = []
const worlds = [await freshDatabase(), await freshDatabase()]
const servers: Server[] = []
const icglrId = 'UG-+3.8769+24.6975-6467020'
beforeAll(async () => {
  for (const { program } of worlds) {
    const app = await program.createHttp(({ error }) => void faults.push(error))
    const parts = { ...program, places: program.modules.places.door }
    const token = await addToken(parts, { name: 'data centre', role: 'integrator' })
    const holder = await addOrganisation(parts, { name: 'Coopérative Luna', kind: 'cooperative', area: null })
    if (!token.ok || !holder.ok) throw new Error('no key')
    servers.push({ app, key: token.value.token, holder: holder.value.organisation })
    const site = await app.inject({
      method: 'POST',
      url: '/v1/mine-sites',
      headers: { 'x-api-key': token.value.token },
      payload: mineSite(),
    })
    expect(site.statusCode).toBe(201)
  }
})
afterAll(async () => {
  for (const { app } of servers) await app.close()
  expect(faults).toEqual([])
})

const entity = (identifier: string, name: string) => ({
  ...{ identifier, name, tin: '100' },
  contactDetails: { legalRepresentative: 'A Person', contactPhoneNumber: '+256772000000', contactEmail: 'info@coop.africa' },
  physicalAddress: { country: 'BE', addressLocalityText: 'Anvers' },
})
const mineSite = () => ({
  ...{ icglrId, addressCountry: 'UG', nationalId: 'UG-1', certificationStatus: 1, activityStatus: 1 },
  mineSiteLocation: { geolocalization: { latitude: 3.8769, longitude: 24.6975 } },
  ...{ mineral: ['2611.00.00'], license: [{ licenseType: 'unlicensed', coveredCommodities: ['2611.00.00'] }], owner: entity('N/A', 'N/A') },
})
const call = async (server: number, method: 'GET' | 'POST', url: string, payload?: object, headers: Record<string, string> = {}) => {
  const { app, key } = servers[server] ?? { app: undefined, key: '' }
  if (!app) throw new Error('no server')
  const answer = await app.inject({ method, url, headers: { 'x-api-key': key, ...headers }, ...(payload ? { payload } : {}) })
  const body: Json = answer.json()
  return { status: answer.statusCode, body, headers: answer.headers }
}
const lot = (more: object = {}) => ({
  ...{
    lotNumber: 'UG-L-1',
    dateRegistration: '2026-01-04',
    timeRegistration: '13:20:00',
    creator: entity('X', 'Coopérative Luna'),
    mineral: 'IMA2000-014',
  },
  ...{
    concentration: 62.5,
    mass: 0.025,
    unitOfMeasurement: 'TNE',
    creatorRole: [1],
    originatingOperation: [1],
    mineSiteId: icglrId,
    tag: 'UG-0001',
    ...more,
  },
})
const details = ({ body }: { readonly body: Json }): readonly string[] => body.details.map((one: Json) => `${one.field}: ${one.problem}`)

describe('a document becomes custody', () => {
  test('production with site and tag is a bag; the same again adds nothing, another content is refused', async () => {
    const made = await call(
      0,
      'POST',
      '/v1/lots',
      lot({ taxPaid: [{ taxType: 'redevance', taxAmount: 12.5, currency: 'USD' }], packageType: 'bag', nrOfPackages: 1 }),
    )
    expect(made.status).toBe(201)
    expect(made.headers['location']).toContain('/v1/lots/UG-L-1')
    expect(made.body).toMatchObject({
      ...{
        schemaVersion: '1.0.0',
        lotNumber: 'UG-L-1',
        timeRegistration: '132000',
        mineral: '2611.00.00',
        mass: 25,
        unitOfMeasurement: 'KGM',
        tag: 'UG-0001',
      },
      ...{ concentration: 62.5, creatorRole: [1], originatingOperation: [1], mineSiteId: icglrId, packageType: 'bag', nrOfPackages: 1 },
      taxPaid: [{ taxType: 'redevance', taxAmount: 12.5, currency: 'USD' }],
      creator: { identifier: servers[0]?.holder, name: 'Coopérative Luna' },
    })
    const same = lot({ taxPaid: [{ taxType: 'redevance', taxAmount: 12.5, currency: 'USD' }], packageType: 'bag', nrOfPackages: 1 })
    expect((await call(0, 'POST', '/v1/lots', same)).status).toBe(200)
    expect(await call(0, 'POST', '/v1/lots', lot({ mass: 0.026 }))).toMatchObject({ status: 409, body: { code: 'lot-exists' } })
    expect((await call(0, 'GET', '/v1/lots')).body.pagination).toMatchObject({ total: 1, page: 1, limit: 20, hasNext: false })
  })
  test('input lots become a combination; a lot that is spent answers with its field', async () => {
    await call(0, 'POST', '/v1/lots', lot({ lotNumber: 'UG-L-2', tag: 'UG-0002' }))
    const held = await call(
      0,
      'POST',
      '/v1/lots',
      lot({ lotNumber: 'UG-M-1', mass: 0.05, originatingOperation: [3], inputLot: [{ lotNumber: 'UG-L-1' }, { lotNumber: 'UG-L-2' }] }),
    )
    // The tags were never registered, so the bags are in quarantine, and custody lets nothing be made of them.
    expect(held).toMatchObject({ status: 409, body: { code: 'lot-refused' } })
    expect(details(held)).toEqual(['inputLot.0: quarantined'])
    await worlds[0]?.program.database.transaction((tx) => sql`update lot set quarantined_at = null, quarantine_because = null`.execute(tx))
    const inputLot = [{ lotNumber: 'UG-L-1' }, { lotNumber: 'UG-L-2' }]
    const combined = lot({ lotNumber: 'UG-M-1', mass: 0.0495, originatingOperation: [3], mineSiteId: undefined, tag: undefined, inputLot })
    const made = await call(0, 'POST', '/v1/lots', combined)
    expect(made).toMatchObject({ status: 201, body: { lotNumber: 'UG-M-1', mass: 49.5, originatingOperation: [3], inputLot } })
    expect((await call(0, 'POST', '/v1/lots', combined)).status).toBe(200)
    const twice = await call(0, 'POST', '/v1/lots', { ...combined, lotNumber: 'UG-M-3' })
    expect(twice).toMatchObject({ status: 409, body: { code: 'lot-refused' } })
    expect(details(twice)[0]).toMatch(/^inputLot[.]0: (nothing-drawn|double-spend)$/)
    const unknown = await call(
      0,
      'POST',
      '/v1/lots',
      lot({ lotNumber: 'UG-M-2', originatingOperation: [3], inputLot: [{ lotNumber: 'nowhere' }] }),
    )
    expect(details(unknown)).toEqual(['inputLot.0.lotNumber: unknown-lot'])
  })
  test('what cannot be read is named field by field', async () => {
    const bad = lot({ timeRegistration: '25:00:00', mass: -1, unitOfMeasurement: 'LBS', creatorRole: [9], mineral: 'gold?' })
    expect(details(await call(0, 'POST', '/v1/lots', bad)).map((one) => one.split(':')[0])).toEqual(
      expect.arrayContaining(['timeRegistration', 'mass', 'unitOfMeasurement', 'creatorRole.0', 'mineral']),
    )
    expect(details(await call(0, 'POST', '/v1/lots', lot({ lotNumber: 'P', mineSiteId: undefined })))).toEqual([
      'mineSiteId: needed-for-production',
    ])
    expect(
      details(
        await call(0, 'POST', '/v1/lots', lot({ lotNumber: 'P', mineSiteId: 'UG-+0.1000+30.0000-00001', creator: entity('?', 'Nobody') })),
      ),
    ).toEqual(['creator.identifier: unknown-organisation', 'mineSiteId: unknown-site'])
    expect(details(await call(0, 'POST', '/v1/lots', lot({ lotNumber: 'P', tag: undefined })))).toEqual(['tag: needed-for-production'])
  })
  test('no name of a person is kept', async () => {
    expect(JSON.stringify((await call(0, 'GET', '/v1/lots')).body)).not.toContain('A Person')
  })
})

test('what one server says, another takes, and says the same', async () => {
  const said = (await call(0, 'GET', '/v1/lots/UG-L-1')).body
  expect((await call(1, 'POST', '/v1/lots', said)).status).toBe(201)
  const back = (await call(1, 'GET', '/v1/lots/UG-L-1')).body
  const { creator: one, ...first } = said
  const { creator: other, ...second } = back
  expect(second).toEqual(first)
  expect(other.name).toBe(one.name)
  expect((await call(0, 'POST', '/v1/lots', said)).status).toBe(409)
})

test('linked data, unknown numbers, bad queries, no key', async () => {
  const linked = await call(0, 'GET', '/v1/lots/UG-L-1', undefined, { accept: 'application/ld+json' })
  expect(linked.body).toMatchObject({ '@type': 'Lot', lotNumber: 'UG-L-1' })
  expect(await call(0, 'GET', '/v1/lots/none')).toMatchObject({ status: 404, body: { code: 'no-such-lot' } })
  expect((await call(0, 'GET', '/v1/lots?limit=101')).status).toBe(400)
  expect((await call(0, 'GET', '/v1/lots?mineral=2609.00.00')).body.data).toEqual([])
  expect((await call(0, 'GET', '/v1/lots', undefined, { 'x-api-key': 'none' })).status).toBe(401)
})

test('the documents of the standard’s examples are read', async () => {
  const file = sharedFile('standards/icglr-dsp/examples.json')
  if (file === null) return
  const { lot: one, lotWithInputs } = JSON.parse(readFileSync(file, 'utf8'))
  // Their custodian, site and input lots are not ours: every word that is not known here is named, and nothing else is wrong with them.
  expect(details(await call(0, 'POST', '/v1/lots', one))).toEqual([
    'creator.identifier: unknown-organisation',
    'tag: needed-for-production',
  ])
  expect(details(await call(0, 'POST', '/v1/lots', lotWithInputs))).toEqual([
    'creator.identifier: unknown-organisation',
    'inputLot.0.lotNumber: unknown-lot',
    'inputLot.1.lotNumber: unknown-lot',
  ])
})
