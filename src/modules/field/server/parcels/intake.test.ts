/*
Many at once on the real database: what comes in the same moment shares a commit and nothing else. Bundles under one signature; an answer as soon as it is on the disc; a
full counter says so.
*/
import { createHash, createPublicKey, sign, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { app, fieldWorker, program, root, site } from '../../../../../test/field-bed.ts'
import { TEST_NOW } from '../../../../../test/database.ts'
import { type TestParcel, type TestPhone, codeOf, signed, textIn } from '../../../../../test/field-phone.ts'
import { type Client, newId } from '../../../../../test/world/client.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { type ParcelAnswer, ParcelAnswers } from '../../contract.ts'
import { bundleMessage } from '../../domain/bundle.ts'
import { createIntake } from './intake.ts'
import { type Packet, provePacket } from './prove.ts'
import { type Prove, createProver } from './prover.ts'

const visits = (): string => `/api/sites/${site}/visits`
const visit = (note = 'un puits') => ({ date: '2026-11-20', source: { name: 'Équipe', reference: note }, onSite: true, observed: {} })
const said = (answers: readonly ParcelAnswer[]): readonly string[] =>
  answers.map(({ state, refusal }) => (refusal ? `${state} ${refusal.code}` : state))
const answersOf = (body: unknown): readonly ParcelAnswer[] => mustParse(ParcelAnswers, body).answers
const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

async function tokenOf(phone: TestPhone): Promise<string> {
  return textIn(await phone.askSession(), 'token')
}
async function hastily(token: string, path: string, payload: object) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', prefer: 'respond-async' }
  const answer = await app.inject({ method: 'POST', url: path, headers, payload: JSON.stringify(payload) })
  const body: unknown = answer.json()
  return { status: answer.statusCode, headers: answer.headers, body }
}
const states = async (client: Client, ids: readonly string[]): Promise<readonly string[]> =>
  said(answersOf((await client.send('/api/field/parcels/states', { ids })).body))
const commitsOf = async (ids: readonly string[]) =>
  (
    await program.database.pool.query<{ kept: number; commits: number }>(
      'select count(*) as kept, count(distinct xmin::text) as commits from parcel where id = any($1::uuid[])',
      [ids],
    )
  ).rows[0]

function bundle(phone: TestPhone, parcels: readonly Pick<TestParcel, 'id' | 'text'>[]) {
  const message = bundleMessage(
    phone.device,
    parcels.map(({ text }) => digest(text)),
  )
  const signature = sign(null, Buffer.from(message, 'utf8'), phone.key).toString('base64')
  return { device: phone.device, parcels: parcels.map(({ id, text }) => ({ id, text })), signature }
}

test('who cannot wait hears it is on the disc, at once, and what became of it later', async () => {
  const { phone } = await fieldWorker()
  const token = await tokenOf(phone)
  const parcel = phone.parcel(visits(), visit())
  const first = await hastily(token, '/api/field/parcels', { parcels: [parcel, { ...parcel, id: newId() }] })
  expect(first).toMatchObject({ status: 202, headers: { 'preference-applied': 'respond-async' } })
  expect(said(answersOf(first.body))).toEqual(['waiting', 'not-valid parcel-not-understood'])
  expect(await commitsOf([parcel.id])).toMatchObject({ kept: 1 })
  await program.modules.field.desk.sweep()
  expect(await states(await phone.client(), [parcel.id])).toEqual(['taken'])
  expect(said(answersOf((await hastily(token, '/api/field/parcels', { parcels: [parcel] })).body))).toEqual(['taken'])
})

test('of sixty at the same moment each is answered for itself, a bad one harms no other', async () => {
  const [one, two] = [await fieldWorker(), await fieldWorker('MINES_PROV')]
  const tokens = [await tokenOf(one.phone), await tokenOf(two.phone)]
  const sent = Array.from({ length: 60 }, (_, at) => {
    const phone = at % 2 === 0 ? one.phone : two.phone
    const parcel = phone.parcel(visits(), visit(`${at}`))
    if (at % 10 === 3) return { ...parcel, ...signed(parcel.text, one.phone.key) }
    if (at % 10 === 5) return phone.parcel(visits(), visit(), { account: newId() })
    return at % 10 === 7 ? { ...parcel, text: `${parcel.text} ` } : parcel
  })
  // The same parcel by two carriers is in no group twice.
  const twice = sent[0]
  const heard = await Promise.all(
    [...sent, twice].map((parcel, at) => hastily(tokens[at % 2] ?? '', '/api/field/parcels', { parcels: [parcel] })),
  )
  expect(heard.map((one) => said(answersOf(one.body))[0])).toEqual([
    ...sent.map((_, at) => {
      if (at % 10 === 3) return 'not-valid parcel-signature-not-valid'
      if (at % 10 === 5) return 'not-valid parcel-of-another-account'
      return at % 10 === 7 ? 'not-valid parcel-not-understood' : 'waiting'
    }),
    expect.stringMatching(/waiting|taken/),
  ])
  const kept = await commitsOf(sent.map((parcel) => parcel.id))
  expect(kept?.kept).toBe(42)
})

describe('commands under one signature', () => {
  test('are kept, applied and provable each alone, from its own row and what was signed', async () => {
    const { phone } = await fieldWorker()
    const parcels = Array.from({ length: 50 }, (_, at) => phone.parcel(visits(), visit(`${at}`)))
    const client = await phone.client()
    const answer = await client.send('/api/field/bundles', bundle(phone, parcels))
    expect(answer.status).toBe(200)
    expect(answersOf(answer.body).map(({ id }) => String(id))).toEqual(parcels.map(({ id }) => id))
    await program.modules.field.desk.sweep()
    expect(
      new Set(
        await states(
          client,
          parcels.map(({ id }) => id),
        ),
      ),
    ).toEqual(new Set(['taken']))
    const [row] = (
      await program.database.pool.query<{ text: string; signature: Buffer; message: string }>(
        `select p.text, p.signature, b.message from parcel p join parcel_bundle b on b.tenant_id = p.tenant_id and b.sha256 = p.bundle
          where p.id = $1 and encode(sha256(convert_to(b.message, 'UTF8')), 'hex') = b.sha256`,
        [parcels[17]?.id],
      )
    ).rows
    expect(row?.text).toBe(parcels[17]?.text)
    expect(row?.message.split('\n')[2 + 17]).toBe(digest(row?.text ?? ''))
    expect(verify(null, Buffer.from(row?.message ?? ''), createPublicKey(phone.key), row?.signature ?? Buffer.alloc(0))).toBe(true)
    // Signed once more by itself it is the same command.
    expect(said(answersOf((await client.send('/api/field/parcels', { parcels: [parcels[17]] })).body))).toEqual(['taken'])
  })
  test('a changed, added or moved text breaks all of it; a command of another account only itself', async () => {
    const { phone } = await fieldWorker()
    const client = await phone.client()
    const [a, b] = [phone.parcel(visits(), visit('a')), phone.parcel(visits(), visit('b'))]
    const whole = bundle(phone, [a, b])
    const broken = [
      { ...whole, parcels: [b, a].map(({ id, text }) => ({ id, text })) },
      { ...whole, parcels: whole.parcels.slice(0, 1) },
      { ...whole, signature: a.signature },
    ]
    for (const one of broken)
      expect(new Set(said(answersOf((await client.send('/api/field/bundles', one)).body)))).toEqual(
        new Set(['not-valid parcel-signature-not-valid']),
      )
    const foreign = phone.parcel(visits(), visit(), { account: newId() })
    const strange = phone.parcel('/api/orders', {})
    const mixed = await client.send('/api/field/bundles', bundle(phone, [a, foreign, strange, b]))
    expect(said(answersOf(mixed.body)).map((one) => one.replace('waiting', 'taken'))).toEqual([
      ...['taken', 'not-valid parcel-of-another-account', 'not-valid parcel-path-not-taken', 'taken'],
    ])
    const many = Array.from({ length: 51 }, () => a)
    expect(codeOf(await client.send('/api/field/bundles', bundle(phone, many)))).toBe('not-understood')
  })
  test('of a telephone that was removed are held', async () => {
    const { phone } = await fieldWorker()
    const carrier = await fieldWorker()
    const parcel = phone.parcel(visits(), visit())
    await root.post(`/api/devices/${phone.device}/revocations`, { reason: 'stolen', from: TEST_NOW })
    const answer = await hastily(await tokenOf(carrier.phone), '/api/field/bundles', bundle(phone, [parcel]))
    expect(said(answersOf(answer.body))).toEqual(['refused device-removed'])
  })
})

describe('the counter', () => {
  const devices = program.modules.people.devices
  const whoOf = ({ account, phone }: { account: string; phone: TestPhone }): Who => ({
    ...{ tenant: 'cd', account, organisation: null, roles: [], capabilities: new Set<string>(), territory: 'everywhere', language: 'fr' },
    device: phone.device,
  })
  const packet = ({ id, device, text, signature }: TestParcel): Packet => ({ device, parcels: [{ id, text }], signature, isBundle: false })

  test('forty in the same breath are proved and kept as one', async () => {
    const worker = await fieldWorker()
    const parcels = Array.from({ length: 40 }, () => worker.phone.parcel(visits(), visit()))
    const groups: number[] = []
    const prove: Prove = (jobs) => {
      groups.push(jobs.length)
      return Promise.resolve(jobs.map(provePacket))
    }
    const intake = createIntake({ database: program.database, devices, prove })
    await Promise.all(parcels.map((parcel) => intake.receive({ who: whoOf(worker), now: TEST_NOW, packets: [packet(parcel)] })))
    expect(groups).toEqual([40])
    expect(await commitsOf(parcels.map(({ id }) => id))).toMatchObject({ kept: 40, commits: 1 })
  })
  test('a fault in one request is the fault of that one alone', async () => {
    const worker = await fieldWorker()
    const parcels = Array.from({ length: 12 }, () => worker.phone.parcel(visits(), visit()))
    const bad = parcels[5]?.id
    const prove: Prove = (jobs) => {
      if (jobs.some(({ packet: one }) => one.parcels.some(({ id }) => id === bad))) return Promise.reject(new Error('a fault'))
      return Promise.resolve(jobs.map(provePacket))
    }
    const intake = createIntake({ database: program.database, devices, prove })
    const settled = await Promise.allSettled(
      parcels.map((parcel) => intake.receive({ who: whoOf(worker), now: TEST_NOW, packets: [packet(parcel)] })),
    )
    expect(settled.map(({ status }) => status)).toEqual(parcels.map(({ id }) => (id === bad ? 'rejected' : 'fulfilled')))
    expect(await commitsOf(parcels.map(({ id }) => id))).toMatchObject({ kept: 11 })
  })
  test('says that it is full rather than hold more than it can, and keeps all that it took', async () => {
    const worker = await fieldWorker()
    let open = (): void => undefined
    const gate = new Promise<void>((done) => (open = done))
    const prove: Prove = async (jobs) => {
      await gate
      return jobs.map(provePacket)
    }
    const intake = createIntake({ database: program.database, devices, prove })
    const parcel = packet(worker.phone.parcel(visits(), visit()))
    const first = intake.receive({ who: whoOf(worker), now: TEST_NOW, packets: [parcel] })
    const junk = (): Packet => ({ device: null, parcels: [{ id: newId(), text: '' }], signature: '', isBundle: false })
    const many = Array.from({ length: 80 }, () =>
      intake.receive({ who: whoOf(worker), now: TEST_NOW, packets: Array.from({ length: 100 }, junk) }),
    )
    await new Promise((done) => setTimeout(done, 20))
    expect(intake.isPressed()).toBe(true)
    open()
    const heard = await Promise.all(many)
    expect(heard.filter((one) => one === 'busy').length).toBeGreaterThan(20)
    expect((await first)[0]).toMatchObject({ notValid: null })
  })
  test('threads come to the verdicts of the one that hears', async () => {
    const { phone, account } = await fieldWorker()
    const key = {
      account,
      publicKey: Buffer.from(createPublicKey(phone.key).export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
    }
    const good = Array.from({ length: 9 }, () => packet(phone.parcel(visits(), visit())))
    const jobs = [...good, ...good.map((one, at) => ({ ...one, signature: good[(at + 1) % 9]?.signature ?? '' }))].map((one) => ({
      packet: one,
      key,
    }))
    const verdicts = await createProver(2)(jobs)
    expect(verdicts).toEqual(jobs.map(provePacket))
    expect(verdicts.flat().map((one) => 'said' in one)).toEqual([...good.map(() => true), ...good.map(() => false)])
  })
})
