/*
Acts told in EPCIS alone, over HTTP, by the people of the small province and with their rights: a lot split in two under a partner's own
GS1 numbers, one part sent on under the other spelling of its number; a bag that somebody without a scale would have weighed.
*/
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshProvince } from '../../../test/played-province.ts'
import { DEMO_PASSWORD, demoAccounts } from '../../../test/world/accounts.ts'
import { type Json, type Machine, asking, documentOf } from '../../../test/epcis-bed.ts'

const world = await freshProvince()
const { province } = world
const { program } = world
const BASE = 'http://127.0.0.1:4870'
let app: FastifyInstance
let exporter: Machine
const faults: unknown[] = []
const signIn = async (key: string): Promise<Machine> => {
  const email = demoAccounts.find((one) => one.key === key)?.email ?? ''
  const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password: DEMO_PASSWORD } })
  return asking(app, { cookie: answer.cookies.map((one) => `${one.name}=${one.value}`).join('; ') })
}
beforeAll(async () => {
  app = await program.createHttp(({ error }) => void faults.push(error))
  exporter = await signIn('exporter')
})
afterAll(async () => {
  await app.close()
  expect(faults).toEqual([])
})

async function captured(client: Machine, event: object): Promise<Json> {
  const taken = await client.send(
    'POST',
    '/epcis/capture',
    documentOf([event], ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { asm: 'https://asm.example/' }]),
  )
  expect(taken.status, JSON.stringify(taken.body)).toBe(202)
  await program.modules.epcis.idle()
  const path = new URL(taken.headers['location'] ?? '').pathname
  expect((await client.get(path)).body).toMatchObject({ success: true, errors: [] })
  return (await client.get(path.replace('/epcis/capture', '/api/epcis/captures'))).body.outcomes[0]
}
const lotsOf = async (client: Machine): Promise<readonly Json[]> => (await client.get('/api/lots')).body.lots
const at = (): object => ({ eventTime: program.clock().replace('Z', '+00:00'), eventTimeZoneOffset: '+02:00' })
const party = (key: 'cooperative' | 'trader'): string => `${BASE}/id/party/${province.stage.organisation(key)}`

test('a bag that an exporter says it weighed at the pit is kept as received: to weigh there is not its right', async () => {
  const site = (await lotsOf(exporter)).flatMap((one) => (one.site === null ? [] : [one.site]))[0] ?? Object.values(province.sites)[0]
  const outcome = await captured(exporter, {
    ...{ type: 'ObjectEvent', action: 'ADD', bizStep: 'commissioning', ...at() },
    epcList: ['https://tags.partner.example/t/XX-000017'],
    bizLocation: { id: `${BASE}/id/loc/${site}` },
    destinationList: [{ type: 'possessing_party', destination: party('cooperative') }],
    sensorElementList: [{ sensorReport: [{ type: 'Mass', value: 41_250, uom: 'GRM' }] }],
    ilmd: { 'asm:mineral': 'cassiterite' },
  })
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ became: 'kept', because: 'refused-by-custody' })
  expect(outcome.detail).toMatch(/^register-bag: .*not-allowed/)
})

test('a split under a partner’s GS1 numbers; a part goes on under the other spelling of its number', async () => {
  const own = province.stage.organisation('exporter')
  const candidates = (await lotsOf(exporter)).filter(
    (one) => one.holder === own && one.state === 'held' && one.remainingGrams === one.massGrams,
  )
  // A lot that is held because of what it came from moves no more than one that is held itself.
  const details = await Promise.all(candidates.map(async (one) => (await exporter.get(`/api/lots/${one.id}`)).body))
  const lot = details.find((one: Json) => one.lot.state === 'held' && one.heldBySource === null)?.lot
  expect(lot).toBeDefined()
  const half = Math.floor(lot.massGrams / 2)
  const urn = (name: string): string => `urn:epc:class:lgtin:4012345.012345.${name}`
  const split = await captured(exporter, {
    ...{ type: 'TransformationEvent', ...at() },
    inputQuantityList: [
      { epcClass: `${BASE}/id/class/${lot.mineral}/${encodeURIComponent(lot.number)}`, quantity: lot.massGrams / 1000, uom: 'KGM' },
    ],
    outputQuantityList: [
      { epcClass: urn('PART-A'), quantity: half / 1000, uom: 'KGM' },
      { epcClass: urn('PART-B'), quantity: (lot.massGrams - half) / 1000, uom: 'KGM' },
    ],
  })
  expect(split, JSON.stringify(split)).toMatchObject({ became: 'custody' })
  const sent = await captured(exporter, {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping', ...at() },
    quantityList: [
      { epcClass: 'https://tin.partner.example/gtin/4012345123456/lot/PART-B', quantity: (lot.massGrams - half) / 1000, uom: 'KGM' },
    ],
    destinationList: [{ type: 'possessing_party', destination: party('trader') }],
  })
  expect(sent, JSON.stringify(sent)).toMatchObject({ became: 'custody' })
  const after = await lotsOf(exporter)
  expect(after.find((one) => one.number === 'PART-A')).toMatchObject({ kind: 'part', state: 'held', massGrams: half })
  expect(after.find((one) => one.number === 'PART-B')).toMatchObject({ kind: 'part', state: 'in-transit', massGrams: lot.massGrams - half })
})
