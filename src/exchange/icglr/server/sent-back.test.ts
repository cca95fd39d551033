/* A document that was read here and comes back unchanged says nothing: not what the standard made us write where nobody knew, and no title ends. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { newId } from '../../../../test/world/client.ts'
import { addToken } from '../../../modules/people/module.ts'
import { registerKinds } from '../../../modules/sites/contract-register.ts'

const { program, setClock } = await freshDatabase()
const source = { name: 'DPM Lukanda' }

async function record(icglrId: string, latitude: number, entries: readonly object[]): Promise<void> {
  const subject = `site:${newId()}`
  const event = (kind: string, payload: object) => ({
    id: newId(),
    kind,
    subject,
    happenedAt: '2026-10-01T00:00:00.000Z',
    actor: { account: newId(), organisation: null, role: null },
    payload,
  })
  const position = { at: { latitude, longitude: 28.9 }, origin: 'gps' }
  await program.log.record('cd', [
    event('site.registered.v1', { nationalId: icglrId, name: 'Mto', country: 'CD', minerals: ['Sn'], source, position }),
    event('site.icglr-id-read.v1', { icglrId, asWritten: icglrId, source }),
    ...entries.map((content) => event('site.entry-recorded.v1', { content, from: '2026-09-01', source })),
  ])
}
const events = (): Promise<unknown> =>
  program.database.read(async (tx) => (await sql<{ n: number }>`select count(*) as n from log_event`.execute(tx)).rows[0]?.n)

test.each<[string, string, number, readonly object[]]>([
  ['of which nobody wrote down a title, an owner or an activity', 'CD--2.5000+28.9000-00001', -2.5, []],
  [
    'with a title and a party as an officer wrote them',
    'CD--2.6000+28.9000-00002',
    -2.6,
    [
      { group: 'licence', licence: { licenceType: 'artisanal_permit', number: 'ZEA-1', inForce: true, coveredCommodities: [] } },
      {
        group: 'party',
        role: 'operator',
        entity: { identifier: 'COOP-1', name: 'Coopérative Umoja', tin: 'N/A', legalRepresentativeFunction: 'présidente' },
      },
    ],
  ],
])('a site %s', async (_what, icglrId, latitude, entries) => {
  const app = await program.createHttp()
  await record(icglrId, latitude, entries)
  const token = await addToken({ ...program, places: program.modules.places.door }, { name: 'data centre', role: 'integrator' })
  const headers = { 'x-api-key': token.ok ? token.value.token : '' }
  const url = `/v1/mine-sites/${encodeURIComponent(icglrId)}`
  const read = await app.inject({ url, headers })
  expect(read.statusCode).toBe(200)
  const before = await events()
  const back = await app.inject({ method: 'PUT', url, headers, payload: read.json() })
  expect([back.statusCode, back.json()]).toEqual([200, read.json()])
  expect(await events()).toBe(before)
  await app.close()
})

const owner = {
  identifier: 'UG-ENT-1',
  name: 'Kamwenge',
  tin: '100',
  contactDetails: { legalRepresentative: 'N/A', contactPhoneNumber: 'N/A', contactEmail: 'N/A' },
  physicalAddress: { country: 'UG', addressLocalityText: 'Kamwenge' },
}
const title = (expiringDate: string) => ({
  licenseType: 'artisanal_permit',
  licenseId: 'AP-7',
  grantedDate: '2026-01-05',
  expiringDate,
  coveredCommodities: ['2609.00.00'],
})
test('what is said, taken back and said again stands again, on the same day too', async () => {
  const app = await program.createHttp()
  const token = await addToken({ ...program, places: program.modules.places.door }, { name: 'data centre', role: 'integrator' })
  const headers = { 'x-api-key': token.ok ? token.value.token : '' }
  const first = {
    icglrId: 'UG-+0.2001+30.4500-00017',
    addressCountry: 'UG',
    nationalId: 'UG-1',
    certificationStatus: 1,
    activityStatus: 1,
    mineSiteLocation: { geolocalization: { latitude: 0.2001, longitude: 30.45 } },
    mineral: ['2609.00.00'],
    license: [title('2027-01-05')],
    owner,
  }
  const second = {
    ...first,
    certificationStatus: 2,
    activityStatus: 2,
    mineral: ['2615.90.00'],
    license: [title('2028-01-05')],
    owner: { ...owner, name: 'Rwenzori' },
  }
  expect((await app.inject({ method: 'POST', url: '/v1/mine-sites', headers, payload: first })).statusCode).toBe(201)
  for (const [minute, payload] of [second, first, second, first].entries()) {
    setClock(`2026-11-21T09:5${minute}:00.000Z`)
    const put = await app.inject({ method: 'PUT', url: `/v1/mine-sites/${encodeURIComponent(first.icglrId)}`, headers, payload })
    const { certificationStatus, activityStatus, mineral, license, owner: found } = put.json()
    expect([put.statusCode, certificationStatus, activityStatus, mineral, license, found.name]).toEqual([
      200,
      payload.certificationStatus,
      payload.activityStatus,
      payload.mineral,
      payload.license,
      payload.owner.name,
    ])
  }
  await app.close()
})

test('a site of our own country is corrected by our registrars, not by the key of another centre', async () => {
  const app = await program.createHttp()
  const icglrId = 'CD--2.4111+28.9000-00077'
  await record(icglrId, -2.4111, [
    {
      group: 'party',
      role: 'owner',
      entity: { identifier: 'COOP-9', name: 'Coopérative Umoja', tin: 'N/A', legalRepresentativeFunction: 'présidente' },
    },
  ])
  const token = await addToken({ ...program, places: program.modules.places.door }, { name: 'foreign centre', role: 'integrator' })
  const headers = { 'x-api-key': token.ok ? token.value.token : '' }
  const url = `/v1/mine-sites/${encodeURIComponent(icglrId)}`
  const before = (await app.inject({ url, headers })).json()
  const payload = { ...before, mineral: ['7108.12.00'], owner: { ...owner, name: 'Stranger' } }
  expect((await app.inject({ method: 'PUT', url, headers, payload })).statusCode).toBe(200)
  const after = (await app.inject({ url, headers })).json()
  expect([after.mineral, before.mineral]).toEqual([before.mineral, expect.not.arrayContaining(['7108.12.00'])])
  const ended = await program.database.read((tx) =>
    sql<{
      ended: number
    }>`select count(*)::int as ended from log_event where kind = ${registerKinds.entryEnded} and payload->>'reason' like '%(CD)'`.execute(
      tx,
    ),
  )
  expect(ended.rows[0]?.ended).toBe(0)
  await app.close()
})
