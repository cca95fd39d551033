/*
The played province as UNTP: every credential is valid by the published schemas (read in place) and by that of the data model, signed by the key that this
server publishes, and tells no position and no trader's name. Then the resolver, and ICGLR certificates of our own, which need the same province.
*/
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import { compactVerify, importJWK } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshProvince } from '../../../../test/played-province.ts'
import { sharedFile } from '../../../../test/shared-data.ts'
import { DEMO_PASSWORD, demoAccounts } from '../../../../test/world/accounts.ts'
import { sites } from '../../../../test/world/lukanda.ts'
import { addToken } from '../../../modules/people/module.ts'
import { bitstringStatus } from '../../../platform/credentials/status-list.ts'

type Json = ReturnType<typeof JSON.parse>
const world = await freshProvince()
const { province } = world
let app: FastifyInstance
const bodies: Record<string, string> = {}
const session: Record<string, Record<string, string>> = {}
let key = ''
beforeAll(async () => {
  app = await world.program.createHttp()
  const { database } = world.program
  const named = await database.read((tx) => sql<{ id: string; kind: string }>`select id, kind from organisation`.execute(tx))
  for (const { id, kind } of named.rows) bodies[kind] ??= id
  for (const who of ['exporter', 'inspector', 'validator']) {
    const email = demoAccounts.find((one) => one.key === who)?.email ?? ''
    session[who] = await headersOf(email)
  }
  const token = await addToken({ ...world.program, places: world.program.modules.places.door }, { name: 'data centre', role: 'integrator' })
  key = token.ok ? token.value.token : ''
})
afterAll(() => app.close())
async function headersOf(email: string): Promise<Record<string, string>> {
  const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password: DEMO_PASSWORD } })
  return { cookie: answer.cookies.map((one) => `${one.name}=${one.value}`).join('; ') }
}

const get = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await app.inject({ method: 'GET', url, headers: { accept: 'application/json', ...headers } })
  return {
    status: answer.statusCode,
    type: String(answer.headers['content-type']),
    location: answer.headers['location'],
    text: answer.body,
    raw: answer.rawPayload,
  }
}
/** By jose, with the key of the DID document. */
async function opened(url: string, headers: Record<string, string> = {}): Promise<Json> {
  const answer = await get(url, { ...headers, accept: 'application/vc+jwt' })
  expect(answer.status, `${url} ${answer.text.slice(0, 200)}`).toBe(200)
  const [head = ''] = answer.text.split('.')
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString())
  const document: Json = JSON.parse((await get('/.well-known/did.json')).text)
  const method = document.verificationMethod.find((one: Json) => one.id === kid)
  const { payload } = await compactVerify(answer.text, await importJWK(method.publicKeyJwk, 'EdDSA'))
  return JSON.parse(new TextDecoder().decode(payload))
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const schemaOf = (path: string) => {
  const file = sharedFile(path)
  return file === null ? null : ajv.compile(JSON.parse(readFileSync(file, 'utf8')))
}
const schemas = Object.fromEntries(
  ['dcc', 'dfr', 'dia', 'dpp', 'dte'].map((kind) => [kind, schemaOf(`standards/untp/schemas/0.6.0/untp-${kind}-schema.json`)]),
)
const vcdm = schemaOf('standards/vc/vcdm-schema/verifiable-credential-schema.json')
function expectValid(kind: string, credential: Json): void {
  for (const validate of [schemas[kind], vcdm]) {
    if (!validate) continue
    expect([validate(credential), validate.errors]).toEqual([true, null])
  }
}
const coordinates = sites.flatMap(({ latitude, longitude }) => [latitude, longitude]).map((degrees) => String(Math.abs(degrees)))

describe('for strangers', () => {
  test('the status of a site under its order, with its places in two lists', async () => {
    const credential = await opened(`/untp/0.6.0/sites/${province.sites['mweupe']}`)
    expectValid('dcc', credential)
    expect(credential.credentialSubject.assessment[0]).toMatchObject({
      referenceRegulation: { name: expect.any(String) },
      conformance: true,
    })
    const [revocation, suspension] = credential.credentialStatus
    for (const entry of [revocation, suspension]) {
      const list = await opened(new URL(entry.statusListCredential).pathname)
      expectValid('', list)
      expect(await bitstringStatus(list, entry)).toEqual({ status: 0, valid: true })
    }
    // A copy from under an earlier order, in somebody's hands, is told so.
    const site = province.sites['mweupe'] ?? ''
    await world.program.database.transaction((tx) =>
      sql`insert into credential_index (tenant_id, subject, list_index) values ('cd', ${`site/${site}/earlier/order`}, 90000)`.execute(tx),
    )
    const path = new URL(revocation.statusListCredential).pathname
    expect(await bitstringStatus(await opened(path), { ...revocation, statusListIndex: '90000' })).toEqual({ status: 1, valid: false })
    expect(await bitstringStatus(await opened(path), revocation)).toEqual({ status: 0, valid: true })
    const again = await opened(`/untp/0.6.0/sites/${site}`)
    expect(again.credentialStatus[0].statusListIndex).toBe(revocation.statusListIndex)
  })
  test('every site: facility records are valid and no credential tells a position; nobody attests what no order says', async () => {
    let attested = 0
    for (const site of Object.values(province.sites)) {
      const record = await opened(`/untp/0.6.0/facilities/${site}`)
      expectValid('dfr', record)
      const answer = await get(`/untp/0.6.0/sites/${site}`)
      expect([200, 404]).toContain(answer.status)
      const conformity = answer.status === 200 ? await opened(`/untp/0.6.0/sites/${site}`) : {}
      if (answer.status === 200) expectValid('dcc', conformity)
      attested += answer.status === 200 ? 1 : 0
      const text = JSON.stringify([record, conformity])
      expect(coordinates.filter((degrees) => text.includes(degrees))).toEqual([])
      expect(text).not.toMatch(/geoLocation|plusCode/)
    }
    expect(attested).toBeGreaterThan(0)
    expect(attested).toBeLessThan(Object.values(province.sites).length)
  })
  test('a cooperative and a comptoir have a registered identity; a trader, who may be one man, has none', async () => {
    for (const kind of ['cooperative', 'exporter']) expectValid('dia', await opened(`/untp/0.6.0/organisations/${bodies[kind]}`))
    expect((await get(`/untp/0.6.0/organisations/${bodies['trader']}`)).status).toBe(404)
  })
  test('an export certificate: valid, without buyer and value, with its place in the list of certificates', async () => {
    const credential = await opened(`/untp/0.6.0/certificates/${province.certificateNumber}`)
    expectValid('dcc', credential)
    expect(credential.credentialStatus[0]).toMatchObject({
      statusPurpose: 'revocation',
      statusListCredential: expect.stringContaining('/credentials/status/1'),
    })
    const row = await world.program.database.read((tx) =>
      sql<{ issued: Json }>`select issued from certificate where number = ${province.certificateNumber}`.execute(tx),
    )
    const { terms, sites: named } = row.rows[0]?.issued ?? {}
    for (const hidden of [terms.importer.name, named[0].icglrId]) expect(JSON.stringify(credential)).not.toContain(hidden)
    expectValid('', await opened(`/credentials/certificates/${province.certificateNumber}`))
  })
  test('versions and things that are not known', async () => {
    for (const url of [
      `/untp/0.7.0/sites/${province.sites['mweupe']}`,
      '/untp/0.6.0/sites/x',
      '/untp/0.6.0/certificates/CD-2020-000001',
      '/untp/0.6.0/organisations/x',
    ])
      expect((await get(url)).status, url).toBe(404)
  })
})

describe('for who may read the lot', () => {
  const url = (kind: string) => `/untp/0.6.0/lots/${province.certifiedLot}/${kind}`
  test('passport and events of a certified lot', async () => {
    const passport = await opened(url('passport'), session['validator'])
    expectValid('dpp', passport)
    const { product, conformityClaim, materialsProvenance, traceabilityInformation } = passport.credentialSubject
    expect(product.dimensions.weight).toMatchObject({ unit: 'KGM', value: expect.any(Number) })
    expect(conformityClaim[0].description).toContain(province.certificateNumber)
    expect(materialsProvenance[0]).toMatchObject({ originCountry: 'CD', massFraction: 1 })
    expect(traceabilityInformation[0].verifiedRatio).toBe(1)
    const events = await opened(url('events'), session['exporter'])
    expectValid('dte', events)
    expect(events.credentialSubject[0].type).toContain('AggregationEvent')
    expect(events.credentialSubject[0].childEPCList.length).toBeGreaterThan(0)
  })
  test('events of a bag name the site; of goods on the road the two parties', async () => {
    const found = await world.program.database.read((tx) => sql<{ id: string }>`select id from lot order by id limit 40`.execute(tx))
    const seen = new Set<string>()
    for (const { id } of found.rows) {
      if ((await get(`/untp/0.6.0/lots/${id}/events`, session['validator'])).status !== 200) continue
      const events = await opened(`/untp/0.6.0/lots/${id}/events`, session['validator'])
      expectValid('dte', events)
      expectValid('dpp', await opened(`/untp/0.6.0/lots/${id}/passport`, session['validator']))
      for (const event of events.credentialSubject) seen.add(event.type[0])
      if (events.credentialSubject[0].type[0] === 'ObjectEvent') expect(events.credentialSubject[0].epcList.length).toBe(1)
    }
    expect([...seen]).toEqual(expect.arrayContaining(['ObjectEvent', 'AggregationEvent']))
  })
  test('strangers and those who do not see the lot get nothing', async () => {
    expect((await get(url('passport'))).status).toBe(401)
    expect((await get(url('events'))).status).toBe(401)
    const others = await world.program.database.read((tx) =>
      sql<{ id: string }>`select id from lot where holder_id = ${bodies['cooperative'] ?? ''} limit 3`.execute(tx),
    )
    for (const { id } of others.rows) {
      const answer = await get(`/untp/0.6.0/lots/${id}/passport`, session['exporter'])
      const known = await get(`/api/lots/${id}`, session['exporter'])
      expect(answer.status === 200).toBe(known.status === 200)
    }
  })
})

describe('the resolver', () => {
  const site = () => `/resolve/loc/${province.sites['mweupe']}`
  test('all links as a linkset, by query or by what is accepted', async () => {
    for (const answer of [await get(`${site()}?linkType=linkset`), await get(site(), { accept: 'application/linkset+json' })]) {
      expect(answer).toMatchObject({ status: 200, type: expect.stringContaining('application/linkset+json') })
      const [links] = JSON.parse(answer.text).linkset
      expect(links.anchor).toContain(`/id/loc/${province.sites['mweupe']}`)
      expect(links['https://test.uncefact.org/vocabulary/linkTypes/dcc'][0].href).toContain(`/untp/0.6.0/sites/${province.sites['mweupe']}`)
    }
  })
  test('one link type, and nothing asked, lead on with 307; every link that strangers may follow is there', async () => {
    expect(await get(`${site()}?linkType=untp:dfr`)).toMatchObject({
      status: 307,
      location: expect.stringContaining('/untp/0.6.0/facilities/'),
    })
    expect(await get(site())).toMatchObject({ status: 307, location: expect.stringContaining('/site/') })
    const certificate = `/resolve/bt/certificate-${province.certificateNumber}`
    for (const path of [site(), certificate, `/resolve/party/${bodies['cooperative']}`]) {
      const [links] = JSON.parse((await get(`${path}?linkType=linkset`)).text).linkset
      const { anchor: _anchor, ...rest } = links
      for (const { href } of Object.values<Json>(rest).flat())
        expect([href, (await get(new URL(href).pathname)).status]).toEqual([href, 200])
    }
  })
  test('a lot is known to strangers by its number alone', async () => {
    const lot = await world.program.database.read((tx) =>
      sql<{ number: string; mineral: string }>`select number, mineral from lot where id = ${province.certifiedLot}`.execute(tx),
    )
    const { number = '', mineral = '' } = lot.rows[0] ?? {}
    const path = `/resolve/class/${mineral}/${encodeURIComponent(number)}`
    expect(await get(`${path}?linkType=dpp`)).toMatchObject({ status: 307, location: expect.stringContaining('/passport') })
    expect((await get(`/resolve/class/Au/${encodeURIComponent(number)}x`)).status).toBe(404)
    // What a buyer looks for first: the credential of the certificate that counts for the lot.
    expect((await get(`${path}?linkType=linkset`)).text).toContain(`/untp/0.6.0/certificates/${province.certificateNumber}`)
  })
  test('unknown is 404, malformed is 400', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000'
    for (const path of [
      `/resolve/loc/${nobody}`,
      `/resolve/party/${nobody}`,
      '/resolve/bt/certificate-CD-2020-000001',
      '/resolve/01/09520123456788/10/ABC',
      `${site()}?linkType=untp:nothing`,
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404])
    for (const path of [
      '/resolve/loc/not-an-id',
      '/resolve/01/09520123456789/10/ABC',
      '/resolve/01/123',
      '/resolve/nonsense/1',
      '/resolve/class/Sn',
      `${site()}?linkType=%3Cscript%3E`,
      `${site()}/more/parts`,
    ])
      expect([path, (await get(path)).status]).toEqual([path, 400])
  })
})

test('ICGLR: a certificate of our own is read with its file, whose hash is said', async () => {
  const headers = { 'x-api-key': key }
  const { status, text } = await get(`/v1/export-certificates/${province.certificateNumber}?issuingCountry=CD`, headers)
  expect(status, text).toBe(200)
  const wire: Json = JSON.parse(text)
  expect(wire).toMatchObject({
    identifier: province.certificateNumber,
    lotWeightUOM: 'KGM',
    customsValue: expect.stringMatching(/^USD \d+\.\d\d$/),
    nameOfVerifier: 'N/A',
  })
  const file = await get(new URL(wire.certificateFile).pathname, headers)
  expect(file.type).toBe('image/png')
  expect(wire.certificateFileHash).toBe(`sha-256=${createHash('sha256').update(file.raw).digest('hex')}`)
  const list: Json = JSON.parse((await get('/v1/export-certificates', headers)).text)
  expect(list.data.map((one: Json) => one.identifier)).toContain(province.certificateNumber)
  expect((await get(`/v1/export-certificates/${province.certificateNumber}?issuingCountry=RW`, headers)).status).toBe(404)
})
