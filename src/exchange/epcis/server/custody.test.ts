/* Custody said in EPCIS, and EPCIS become custody: on the small province, over HTTP, by its people. */
import { readFileSync } from 'node:fs'
import addFormats from 'ajv-formats'
import { Ajv } from 'ajv'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccount } from '../../../modules/people/module.ts'
import { freshProvince } from '../../../../test/played-province.ts'
import { sharedFile } from '../../../../test/shared-data.ts'
import { DEMO_PASSWORD, demoAccounts } from '../../../../test/world/accounts.ts'
import { type Json, type Machine, asking, documentOf, eventsIn, openMachine } from '../../../../test/epcis-bed.ts'

const world = await freshProvince()
const { province } = world
const { program } = world
const BASE = 'http://127.0.0.1:4870'
let app: FastifyInstance
let planner: Machine
let exporter: Machine
let recipient: Machine
const faults: unknown[] = []
const signIn = (key: string): Promise<Machine> => signInAs(demoAccounts.find((one) => one.key === key)?.email ?? '')
const signInAs = async (email: string): Promise<Machine> => {
  const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password: DEMO_PASSWORD } })
  return asking(app, { cookie: answer.cookies.map((one) => `${one.name}=${one.value}`).join('; ') })
}
beforeAll(async () => {
  app = await program.createHttp(({ error }) => void faults.push(error))
  planner = await signIn('planner')
  exporter = await signIn('exporter')
  const email = 'epcis@people.example'
  const organisation = province.stage.organisation('trader')
  const parts = { ...program, places: program.modules.places.door }
  await addAccount(parts, { email, password: DEMO_PASSWORD, roles: ['PROCESSOR'], organisation })
  recipient = await signInAs(email)
})
afterAll(async () => {
  await app.close()
  expect(faults).toEqual([])
})
async function allOf(client: Machine, query = ''): Promise<readonly Json[]> {
  const found: Json[] = []
  let url = `/epcis/events?perPage=50&${query}`
  for (;;) {
    const said = await client.get(url)
    expect(said.status, JSON.stringify(said.body)).toBe(200)
    found.push(...eventsIn(said))
    const link = /<([^>]+)>/.exec(said.headers['link'] ?? '')?.[1]
    if (link === undefined) return found
    url = new URL(link).pathname + new URL(link).search
  }
}
async function capture(client: Machine, events: readonly object[]): Promise<{ readonly job: Json; readonly outcomes: readonly Json[] }> {
  const taken = await client.send('POST', '/epcis/capture', documentOf(events))
  expect(taken.status, JSON.stringify(taken.body)).toBe(202)
  await program.modules.epcis.idle()
  const path = new URL(taken.headers['location'] ?? '').pathname
  const { outcomes } = (await client.get(path.replace('/epcis/capture', '/api/epcis/captures'))).body
  return { job: (await client.get(path)).body, outcomes }
}

describe('custody said in EPCIS', () => {
  test('whoever oversees reads bags, moves, blends, holds and certificates; a document of them fits the published schema', async () => {
    const events = await allOf(planner)
    const acts = new Set(events.map((one) => one['chanzo:act']))
    for (const act of ['register-bag', 'transfer-lot', 'receive-lot', 'combine-lots', 'record-assay']) expect(acts).toContain(act)
    // A declaration that an event was wrong carries the identifier of that event.
    const first = events.filter((one) => one.errorDeclaration === undefined)
    expect(new Set(first.map((one) => one.eventID)).size).toBe(first.length)
    const schema = sharedFile('standards/epcis/schema/epcis-json-schema-2.0.1.json')
    if (schema === null) return
    const ajv = new Ajv({ strict: false, allErrors: true })
    Reflect.apply(Reflect.get(addFormats, 'default') ?? addFormats, undefined, [ajv])
    const isValid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')))
    const said = await planner.get('/epcis/events?perPage=1000')
    expect(isValid(said.body), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true)
  })
  test('it says no position', async () => {
    expect(JSON.stringify(await allOf(planner))).not.toMatch(/latitude|longitude|geo:/)
  })
  test('whoever trades reads only of lots that they see', async () => {
    const [all, own] = [await allOf(planner), await allOf(exporter)]
    const known = new Set(all.map((one) => one.eventID))
    expect(own.length).toBeGreaterThan(0)
    expect(own.length).toBeLessThan(all.length)
    expect(own.every((one) => known.has(one.eventID))).toBe(true)
    const lots = (await exporter.get('/api/lots')).body.lots.map((one: Json) => one.number)
    const matter = own.flatMap((one) => [...(one.quantityList ?? []), ...(one.outputQuantityList ?? [])])
    for (const { epcClass } of matter) expect(lots).toContain(decodeURIComponent(epcClass.split('/').at(-1)))
    // Neither values nor counts say more.
    const epcs = (await exporter.get('/epcis/epcs?perPage=1000')).body.member
    expect(epcs.length).toBeLessThan((await planner.get('/epcis/epcs?perPage=1000')).body.member.length)
  })
  test('a filter finds custody as it finds what was captured', async () => {
    const bags = await allOf(planner, 'EQ_bizStep=commissioning&eventType=ObjectEvent&GE_quantity_KGM=0.001')
    expect(bags.length).toBeGreaterThan(3)
    const lots = await allOf(planner, `MATCH_anyEPCClass=${encodeURIComponent(bags[0].quantityList[0].epcClass)}`)
    expect(lots.length).toBeGreaterThan(0)
  })
})

test('a key of an integrator reads nothing of custody, only what it sent', async () => {
  expect(await allOf(await openMachine(world, app))).not.toHaveLength(0)
  expect(await allOf(await openMachine(world, app, 'integrator'))).toHaveLength(0)
})

describe('EPCIS become custody', () => {
  const party = (key: string): string => `${BASE}/id/party/${key}`
  const shipped = (lot: Json, to: string, at: string) => ({
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping', eventTime: at, eventTimeZoneOffset: '+02:00' },
    quantityList: [{ epcClass: `${BASE}/id/class/${lot.mineral}/${lot.number}`, quantity: lot.massGrams / 1000, uom: 'KGM' }],
    sourceList: [{ type: 'possessing_party', source: party(lot.holder) }],
    destinationList: [{ type: 'possessing_party', destination: party(to) }],
  })
  const now = (): string => program.clock().replace('Z', '+00:00')
  test('an event of who may becomes an entry of custody, and is shown once', async () => {
    const { lots } = (await exporter.get('/api/lots')).body
    const own = province.stage.organisation('exporter')
    const lot = lots.find((one: Json) => one.state === 'held' && one.holder === own)
    expect(lot, JSON.stringify(lots)).toBeDefined()
    const before = await allOf(exporter)
    const { job, outcomes } = await capture(exporter, [shipped(lot, province.stage.organisation('trader'), now())])
    expect(job).toMatchObject({ success: true })
    expect(outcomes[0], JSON.stringify(outcomes)).toMatchObject({ became: 'custody' })
    const after = (await exporter.get('/api/lots')).body.lots.find((one: Json) => one.id === lot.id)
    expect(after).toMatchObject({ state: 'in-transit' })
    expect(await allOf(exporter)).toHaveLength(before.length + 1)
    // Whoever it was sent to did not capture it, and reads it as we say it.
    const sent = await allOf(recipient, 'EQ_bizStep=shipping')
    expect(sent.some((one) => JSON.stringify(one.quantityList ?? '').includes(`/${encodeURIComponent(lot.number)}"`))).toBe(true)
  })
  test('what custody refuses is kept as received, with the refusal', async () => {
    const machine = await openMachine(world, app)
    const { lots } = (await planner.get('/api/lots')).body
    const { job, outcomes } = await capture(machine, [
      shipped({ ...lots[0], massGrams: 123 }, province.stage.organisation('trader'), now()),
    ])
    expect(job).toMatchObject({ success: true, errors: [] })
    expect(outcomes[0]).toMatchObject({ became: 'kept', because: 'refused-by-custody' })
    expect(outcomes[0].detail).toContain('not-allowed')
  })
  test('what is no act of custody, and what names nobody we know, is kept and says so', async () => {
    const seal = {
      ...shipped({ mineral: 'Sn', number: 'NOT-A-LOT', massGrams: 1000, holder: 'x' }, province.stage.organisation('trader'), now()),
    }
    const { outcomes } = await capture(exporter, [seal, { ...seal, bizStep: 'packing' }])
    expect(outcomes.map((one) => [one.became, one.because])).toEqual([
      ['kept', 'refused-by-custody'],
      ['kept', 'not-a-custody-act'],
    ])
    expect(outcomes[0].detail).toContain('unknown-lot')
  })
  test('all of it follows from the log', async () => {
    expect(await program.log.checkRebuild()).toMatchObject({ differences: 0 })
    expect(await program.log.verify('cd')).toMatchObject({ ok: true })
  })
})

describe('pages of identifiers', () => {
  test('say to a stranger that the thing is known and no more; who may see it gets the way', async () => {
    const { lots } = (await planner.get('/api/lots')).body
    const lot = lots[0]
    const path = `/id/class/${lot.mineral}/${encodeURIComponent(lot.number)}`
    const stranger = asking(app, {})
    const page = await stranger.get(path)
    expect(page.status).toBe(200)
    expect(page.body).toContain('Le registre connaît cet identifiant')
    expect(page.body).not.toContain(`/lots/${lot.id}`)
    expect((await planner.get(path)).body).toContain(`/lots/${lot.id}`)
    expect((await stranger.get('/id/class/Sn/nothing')).status).toBe(404)
    const links = await stranger.get(path, { accept: 'application/linkset+json' })
    expect(links.body.linkset[0].anchor).toBe(`${BASE}${path}`)
    expect(JSON.stringify(links.body)).not.toContain(lot.id)
  })
  test('of sites and organisations too', async () => {
    const stranger = asking(app, {})
    const site = Object.values(province.sites)[0] ?? ''
    const page = await stranger.get(`/id/loc/${site}?language=en`)
    expect([page.status, page.body.includes('The register knows this identifier')]).toEqual([200, true])
    expect(page.body).not.toContain(`/sites/${site}`)
    expect((await planner.get(`/id/loc/${site}`)).body).toContain(`/sites/${site}`)
    expect((await stranger.get(`/id/party/${province.stage.organisation('trader')}`)).status).toBe(200)
    expect((await stranger.get('/id/party/019aa5db-c580-7fff-bfff-ffffffffffff')).status).toBe(404)
  })
})
