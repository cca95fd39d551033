/* Export certificates of other states over HTTP on the real database: kept as received, read again, conflicts by field, traps of the standard. */
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { sharedFile } from '../../../../test/shared-data.ts'
import { addOrganisation, addToken } from '../../../modules/people/module.ts'

type Json = ReturnType<typeof JSON.parse>
const { program } = await freshDatabase()
const faults: unknown[] = []
let app: FastifyInstance
const keys: Record<string, string> = {}
beforeAll(async () => {
  app = await program.createHttp(({ error }) => void faults.push(error))
  const parts = { ...program, places: program.modules.places.door }
  const comptoir = await addOrganisation(parts, { name: 'Comptoir Nyota', kind: 'exporter', area: null })
  if (!comptoir.ok) throw new Error('no organisation')
  const state = await addToken(parts, { name: 'data centre', role: 'integrator' })
  const trading = await addToken(parts, { name: 'system of a comptoir', role: 'integrator' })
  if (!state.ok || !trading.ok) throw new Error('no key')
  const { organisation } = comptoir.value
  await program.database.transaction((tx) =>
    sql`update account set organisation_id = ${organisation} where id = ${trading.value.account}`.execute(tx),
  )
  Object.assign(keys, { state: state.value.token, comptoir: trading.value.token })
})
afterAll(async () => {
  await app.close()
  expect(faults).toEqual([])
})

const entity = (country: string, name: string) => ({
  ...{ identifier: `${country}-1`, name, tin: '100' },
  contactDetails: { legalRepresentative: 'A Person', contactPhoneNumber: '+256772000000', contactEmail: 'info@comptoir.africa' },
  physicalAddress: { country, addressLocalityText: 'Town' },
})
const certificate = (more: object = {}) => ({
  ...{
    issuingCountry: 'RW',
    identifier: 'RW-000311',
    exporter: entity('RW', 'Exporter'),
    importer: entity('BE', 'Smelter'),
    lotNumber: 'RW-L-1',
  },
  ...{
    typeOfOre: 'IMA2000-014',
    lotWeight: 20.899,
    lotWeightUOM: 'TNE',
    lotGrade: '65 %',
    mineralOrigin: 'RW BI;0',
    customsValue: 85000.5,
  },
  ...{
    dateOfShipment: '2026-11-30',
    shipmentRoute: 'RW; TZ',
    memberStateIssuingAuthority: 'RMB',
    nameOfVerifier: 'Verena Fier',
    positionOfVerifier: 'Inspector',
  },
  ...{
    idOfVerifier: 'V-7',
    dateOfVerification: '2026-11-10',
    nameOfValidator: 'Valid Ator',
    dateOfIssuance: '2026-11-12',
    dateOfExpiration: '2027-02-10',
  },
  ...{ certificateFile: 'https://rmb.example/311.pdf', certificateFileHash: `sha-256=${'a'.repeat(64)}` },
  ...more,
})
const call = async (method: 'GET' | 'POST', url: string, payload?: object, { key = 'state', ...headers }: Record<string, string> = {}) => {
  const answer = await app.inject({ method, url, headers: { 'x-api-key': keys[key] ?? key, ...headers }, ...(payload ? { payload } : {}) })
  const body: Json = answer.json()
  return { status: answer.statusCode, body, headers: answer.headers }
}
const post = (more: object = {}) => call('POST', '/v1/export-certificates', certificate(more))
const details = ({ body }: { readonly body: Json }): readonly string[] => body.details.map((one: Json) => `${one.field}: ${one.problem}`)

test('a certificate of another state is kept and read again, without the names of persons', async () => {
  const made = await post()
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  expect(made.headers['location']).toContain('/v1/export-certificates/RW-000311?issuingCountry=RW')
  const read = await call('GET', '/v1/export-certificates/RW-000311?issuingCountry=RW')
  expect(read).toMatchObject({
    status: 200,
    body: {
      ...{
        schemaVersion: '1.0.0',
        issuingCountry: 'RW',
        identifier: 'RW-000311',
        typeOfOre: '2611.00.00',
        lotWeight: 20.899,
        lotWeightUOM: 'TNE',
      },
      ...{
        mineralOrigin: 'RW;BI;0',
        shipmentRoute: 'RW;TZ',
        customsValue: 'USD 85000.50',
        nameOfVerifier: 'N/A',
        positionOfVerifier: 'Inspector',
      },
      importer: { physicalAddress: { country: 'BE' } },
      certificateFileHash: `sha-256=${'a'.repeat(64)}`,
    },
  })
  expect(JSON.stringify(read.body)).not.toMatch(/A Person|Verena|Valid Ator|V-7/)
  const log = await program.database.read(async (tx) =>
    JSON.stringify((await tx.selectFrom('log_event').selectAll().execute()).map((one) => one.payload)),
  )
  expect(log).not.toMatch(/A Person|Verena|Valid Ator/)
})

test('the same again adds nothing; another content under the serial is refused; the serial of another country is another certificate', async () => {
  expect((await post({ customsValue: 'USD 85000.50', mineralOrigin: 'RW;BI;0' })).status).toBe(200)
  expect(await post({ lotWeight: 20.9 })).toMatchObject({ status: 409, body: { code: 'certificate-exists' } })
  expect((await post({ issuingCountry: 'UG' })).status).toBe(201)
  expect((await call('GET', '/v1/export-certificates/RW-000311?issuingCountry=UG')).body.issuingCountry).toBe('UG')
  const again = (await call('GET', '/v1/export-certificates/RW-000311?issuingCountry=RW')).body
  expect((await call('POST', '/v1/export-certificates', again)).status).toBe(200)
})

test('case and blanks of the serial do not make another certificate, however many machines type it', async () => {
  const typed = { issuingCountry: 'TZ', identifier: 'TZ 77-ab' }
  expect((await post(typed)).status).toBe(201)
  const again = await post({ ...typed, identifier: ' tz77-AB' })
  expect(again).toMatchObject({ status: 200, body: { identifier: 'TZ 77-ab' } })
  expect((await post({ ...typed, identifier: 'tz 77-ab', lotWeight: 1 })).status).toBe(409)
  expect((await call('GET', '/v1/export-certificates/TZ77-AB?issuingCountry=TZ')).body.identifier).toBe('TZ 77-ab')
  expect((await call('GET', '/v1/export-certificates?issuingCountry=TZ')).body.pagination.total).toBe(1)
})

test('two machines at once keep one document', async () => {
  const answers = await Promise.all([1, 2, 3].map((at) => post({ identifier: 'RW-000400', lotWeight: at })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
})

test('pages and filters', async () => {
  expect((await call('GET', '/v1/export-certificates')).body.pagination).toEqual({
    ...{ page: 1, limit: 20, total: 4, totalPages: 1, hasNext: false, hasPrevious: false },
  })
  const second = (await call('GET', '/v1/export-certificates?limit=2&page=2')).body
  expect(second.data.length).toBe(2)
  expect(second.pagination).toMatchObject({ totalPages: 2, hasNext: false, hasPrevious: true })
  expect((await call('GET', '/v1/export-certificates?IssuingCountry=ug')).body.data.map((one: Json) => one.issuingCountry)).toEqual(['UG'])
  expect((await call('GET', '/v1/export-certificates?typeOfOre=2609.00.00')).body.data).toEqual([])
  expect((await call('GET', '/v1/export-certificates?lotNumber=RW-L-1')).body.pagination.total).toBe(4)
  for (const bad of ['limit=101', 'page=0', 'issuingCountry=BE', 'colour=green'])
    expect((await call('GET', `/v1/export-certificates?${bad}`)).status, bad).toBe(400)
})

describe('the traps of the standard', () => {
  test.each([
    ['more than 90 days', { dateOfExpiration: '2027-02-11' }, 'dateOfExpiration: longer-than-ninety-days'],
    ['an end before the issue', { dateOfExpiration: '2026-11-11' }, 'dateOfExpiration: before-the-issue'],
    ['verified after the issue', { dateOfVerification: '2026-11-13' }, 'dateOfVerification: after-the-issue'],
    ['issued tomorrow', { dateOfIssuance: '2026-11-23', dateOfExpiration: '2027-01-01' }, 'dateOfIssuance: in-the-future'],
    ['no weight', { lotWeight: 0 }, 'lotWeight: out-of-range'],
    ['four decimals', { lotWeight: 1.0001 }, 'lotWeight: more-than-three-decimals'],
    ['an origin that is no country', { mineralOrigin: 'CD;Congo' }, 'mineralOrigin: not-country-codes'],
    ['another currency', { customsValue: 'EUR 5' }, 'customsValue: not-an-amount-in-usd'],
    ['an issuer outside the mechanism', { issuingCountry: 'BE' }, 'issuingCountry: not-a-member-state'],
    ['a file that is no address', { certificateFile: 'c.pdf' }, 'certificateFile: not-an-address'],
    [
      'an address without an @',
      {
        exporter: {
          ...entity('RW', 'X'),
          contactDetails: { legalRepresentative: 'P', contactPhoneNumber: '+25070000000', contactEmail: 'x' },
        },
      },
      'exporter.contactDetails.contactEmail: not-an-email-address',
    ],
  ])('%s', async (_name, more, wanted) => {
    const answer = await post({ identifier: 'RW-trap', ...more })
    expect(answer.status).toBe(400)
    expect(details(answer)).toEqual([wanted])
  })
  test('importers anywhere, unknown origin alone, commas between countries', async () => {
    const answer = await post({ identifier: 'RW-wide', importer: entity('MY', 'Smelter'), mineralOrigin: '0', shipmentRoute: 'RW, KE,AE' })
    expect(answer).toMatchObject({ status: 201, body: { mineralOrigin: '0', shipmentRoute: 'RW;KE;AE' } })
  })
})

test('who may: no certificate of our own from a document, no stranger, a trading body sees none of others', async () => {
  expect(await post({ issuingCountry: 'CD' })).toMatchObject({ status: 409, body: { code: 'certificate-of-our-own' } })
  expect((await call('GET', '/v1/export-certificates', undefined, { key: 'none' })).status).toBe(401)
  expect((await call('GET', '/v1/export-certificates', undefined, { key: 'comptoir' })).body.data).toEqual([])
  expect((await call('GET', '/v1/export-certificates/RW-000311?issuingCountry=RW', undefined, { key: 'comptoir' })).status).toBe(404)
})

test('the country must be said; unknown serials; linked data', async () => {
  const without = await call('GET', '/v1/export-certificates/RW-000311')
  expect(without.status).toBe(400)
  expect(details(without)[0]).toMatch(/^issuingCountry:/)
  expect(await call('GET', '/v1/export-certificates/none?issuingCountry=RW')).toMatchObject({
    status: 404,
    body: { code: 'no-such-certificate' },
  })
  const linked = await call('GET', '/v1/export-certificates/RW-000311?issuingCountry=RW', undefined, { accept: 'application/ld+json' })
  expect(linked.body).toMatchObject({ '@type': 'ExportCertificate', identifier: 'RW-000311' })
})

test('the document of the standard’s examples is taken', async () => {
  const file = sharedFile('standards/icglr-dsp/examples.json')
  if (file === null) return
  const { exportCertificate } = JSON.parse(readFileSync(file, 'utf8'))
  const answer = await call('POST', '/v1/export-certificates', exportCertificate)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  expect(answer.body).toMatchObject({
    identifier: 'EXP-demo-0-a',
    typeOfOre: '2615.90.00',
    importer: { physicalAddress: { country: 'BE' } },
  })
})
