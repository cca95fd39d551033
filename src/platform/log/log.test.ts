import { randomUUID } from 'node:crypto'
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../../test/empty-database.ts'
import type { Decider } from '../../kernel/decider.ts'
import { uuidV7 } from '../../kernel/ids.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import { type Infer, count, record, text } from '../../kernel/schema.ts'
import { type Database, connect } from '../database/connect.ts'
import { passingKeyRing, keyIdOf } from '../keys/signer.ts'
import type { Aggregate } from './aggregate.ts'
import { contentDigest, signedMessage } from './chain.ts'
import { type Log, openLog } from './log.ts'
import { on } from './projection.ts'

// A till, the smallest subject that can refuse: it takes coins and gives back no more than it holds.
const Paid = record({ coins: count(), by: text() })
const Given = record({ coins: count() })
type TillEvent = { kind: 'till.paid.v1'; payload: Infer<typeof Paid> } | { kind: 'till.gave.v1'; payload: Infer<typeof Given> }
type TillCommand = { type: 'pay'; coins: number } | { type: 'give'; coins: number } | { type: 'pay-twice'; coins: number }
const decider: Decider<number, TillCommand, TillEvent, { who: string }> = {
  initial: 0,
  decide: (held, command, { who }) => {
    const paid: TillEvent = { kind: 'till.paid.v1', payload: { coins: command.coins, by: who } }
    if (command.type === 'pay') return accepted([paid])
    if (command.type === 'pay-twice') return accepted([paid, paid])
    return command.coins > held
      ? refused('till-too-empty', { held })
      : accepted<TillEvent[]>([{ kind: 'till.gave.v1', payload: { coins: command.coins } }])
  },
  evolve: (held, event) => (event.kind === 'till.paid.v1' ? held + event.payload.coins : held - event.payload.coins),
}
const till: Aggregate<number, TillCommand, TillEvent, { who: string }> = {
  name: 'till',
  decider,
  kinds: { 'till.paid.v1': Paid, 'till.gave.v1': Given },
}
const projection = {
  name: 'till',
  tables: ['till_held'],
  apply: {
    'till.paid.v1': on(
      Paid,
      async (tx, event) =>
        void (await sql`insert into till_held (tenant_id, till, coins) values (${event.tenant}, ${event.subject}, ${event.payload.coins}) on conflict (tenant_id, till) do update set coins = till_held.coins + excluded.coins`.execute(
          tx,
        )),
    ),
    'till.gave.v1': on(
      Given,
      async (tx, event) =>
        void (await sql`update till_held set coins = coins - ${event.payload.coins} where tenant_id = ${event.tenant} and till = ${event.subject}`.execute(
          tx,
        )),
    ),
  },
}

const newId = (): string => uuidV7(Date.now(), randomBytes(10))
const actor = { account: newId(), organisation: null, role: 'SAEMAPE_AGENT' }
const device = generateKeyPairSync('ed25519')
const deviceRaw = Buffer.from(device.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
let database: Database
let owner: Database
let log: Log

beforeAll(async () => {
  const connectionString = await emptyDatabase()
  owner = connect({ connectionString, role: 'owner', max: 2 })
  database = connect({ connectionString, max: 8 })
  await owner.transaction(async (tx) => {
    await sql`create table till_held (tenant_id text, till text, coins bigint not null, primary key (tenant_id, till))`.execute(tx)
    await sql`grant all on till_held to chanzo_app`.execute(tx)
  })
  log = await openLog({
    database,
    signer: passingKeyRing().signer('log'),
    projections: [projection],
    clock: () => new Date().toISOString(),
    deviceKey: async (_tx, { device: name }) => (name === 'phone-1' ? deviceRaw : null),
  })
  return async () => {
    await database.close()
    await owner.close()
  }
})

const run = (
  subject: string,
  command: TillCommand,
  envelope: { id: string; happenedAt?: string; proof?: { device: string; signatures: string[] } },
  tenant = 'cd',
) =>
  log.execute({
    tenant,
    aggregate: till,
    subject,
    command,
    actor,
    context: async () => ({ who: 'x' }),
    envelope: { ...envelope, id: asCommand(envelope.id) },
  })
const asCommand = (id: string) => {
  const parsed = CommandEnvelope.shape.id.safeParse(id)
  if (!parsed.success) throw new Error('not an id')
  return parsed.data
}
const { CommandEnvelope } = await import('./receipt.ts')
const held = async (subject: string): Promise<number> =>
  (await database.read((tx) => sql<{ coins: number }>`select coins from till_held where till = ${`till:${subject}`}`.execute(tx))).rows[0]
    ?.coins ?? 0

test('a decision is appended, projected and answered with its place', async () => {
  const subject = randomUUID()
  const id = newId()
  const outcome = await run(subject, { type: 'pay', coins: 5 }, { id })
  expect(outcome).toMatchObject({
    ok: true,
    value: { subject: `till:${subject}`, subjectVersion: 1, events: [{ id, kind: 'till.paid.v1' }] },
  })
  expect(await held(subject)).toBe(5)
})

test('the same command id gets the same answer and changes nothing, refusals included', async () => {
  const subject = randomUUID()
  const [pay, give] = [newId(), newId()]
  const refusedFirst = await run(subject, { type: 'give', coins: 3 }, { id: give })
  expect(refusedFirst).toEqual({ ok: false, refusal: { code: 'till-too-empty', facts: { held: 0 } } })
  const first = await run(subject, { type: 'pay', coins: 4 }, { id: pay })
  expect(await run(subject, { type: 'pay', coins: 4 }, { id: pay })).toEqual(first)
  expect(await run(subject, { type: 'give', coins: 3 }, { id: give })).toEqual(refusedFirst)
  expect(await held(subject)).toBe(4)
})

test('an id that was used for other words is refused', async () => {
  const id = newId()
  await run(randomUUID(), { type: 'pay', coins: 1 }, { id })
  expect(await run(randomUUID(), { type: 'pay', coins: 1 }, { id })).toMatchObject({ ok: false, refusal: { code: 'command-id-reused' } })
})

test('forty decisions at once on one subject lose nothing and spend nothing twice', async () => {
  const subject = randomUUID()
  await run(subject, { type: 'pay', coins: 20 }, { id: newId() })
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => run(subject, { type: 'give', coins: 1 }, { id: newId() })))
  expect(outcomes.filter((one) => one.ok)).toHaveLength(20)
  expect(await held(subject)).toBe(0)
})

test('an enrolled device signs its own events; a stranger or a wrong signature is refused', async () => {
  const subject = randomUUID()
  const id = newId()
  const happenedAt = '2026-11-20T08:00:00.000Z'
  const draft = { id, kind: 'till.paid.v1', subject: `till:${subject}`, happenedAt, actor, payload: { coins: 2, by: 'x' } }
  const signature = sign(null, signedMessage([contentDigest('cd', 'phone-1', draft)]), device.privateKey).toString('base64')
  const other = newId()
  expect(
    await run(subject, { type: 'pay', coins: 2 }, { id: other, happenedAt, proof: { device: 'phone-1', signatures: [signature] } }),
  ).toMatchObject({ refusal: { code: 'signature-not-valid' } })
  expect(
    await run(subject, { type: 'pay', coins: 2 }, { id: newId(), happenedAt, proof: { device: 'phone-2', signatures: [signature] } }),
  ).toMatchObject({ refusal: { code: 'device-not-enrolled' } })
  expect(
    await run(subject, { type: 'pay', coins: 2 }, { id, happenedAt, proof: { device: 'phone-1', signatures: [signature] } }),
  ).toMatchObject({ ok: true })
})

test('observations in bulk are taken once, whatever is sent again', async () => {
  const drafts = Array.from({ length: 120 }, (_, index) => ({
    id: newId(),
    kind: 'till.paid.v1',
    subject: `till:bulk-${index % 7}`,
    happenedAt: '2020-01-01T00:00:00.000Z',
    actor,
    payload: { coins: 1, by: 'file' },
  }))
  expect(await log.record('cd', drafts)).toEqual({ added: 120, alreadyKnown: 0 })
  expect(await log.record('cd', [...drafts, ...drafts.slice(0, 1)])).toEqual({ added: 0, alreadyKnown: 121 })
})

test('the chain verifies; a changed row is named, even when it was changed by the owner of the database', async () => {
  const before = await log.verify('cd')
  expect(before).toMatchObject({ ok: true, firstBad: null })
  const victim = 7
  await owner.transaction(async (tx) => {
    await sql`alter table log_event disable trigger all`.execute(tx)
    await sql`update log_event set payload = jsonb_set(payload, '{coins}', '999') where tenant_id = 'cd' and position = ${victim}`.execute(
      tx,
    )
  })
  expect(await log.verify('cd')).toMatchObject({ ok: false, firstBad: { position: victim, reason: 'hash' } })
  await owner.transaction(async (tx) => {
    await sql`update log_event set payload = jsonb_set(payload, '{coins}', '1') where tenant_id = 'cd' and position = ${victim}`.execute(tx)
    await sql`alter table log_event enable trigger all`.execute(tx)
  })
})

/** What verification says while the log is changed by somebody who may do everything, and afterwards the log as it was. */
async function whileChanged(...changes: readonly string[]) {
  const inLog = (statement: string) => owner.transaction((tx) => sql.raw(statement).execute(tx))
  await inLog(`create table kept_entries as select * from log_event where tenant_id = 'cd'`)
  await inLog('alter table log_event disable trigger all')
  try {
    for (const change of changes) await inLog(change)
    return await log.verify('cd')
  } finally {
    await inLog(`delete from log_event where tenant_id = 'cd'`)
    await inLog('insert into log_event select * from kept_entries')
    await inLog('alter table log_event enable trigger all')
    await inLog('drop table kept_entries')
  }
}
const moved = (from: number, to: string): string => `update log_event set position = ${to} where tenant_id = 'cd' and position = ${from}`
const closeGapAfter = (at: number): readonly string[] => [
  `update log_event set position = -position where tenant_id = 'cd' and position > ${at}`,
  `update log_event set position = -position - 1 where tenant_id = 'cd' and position < 0`,
]
test('§11 test 13: an entry taken out, put elsewhere, or cut off at the end is found, and where', async () => {
  const last = (await log.verify('cd')).events
  const remove = (position: number): string => `delete from log_event where tenant_id = 'cd' and position = ${position}`
  expect(await whileChanged(remove(9))).toMatchObject({ ok: false, firstBad: { position: 10, reason: 'position-gap' } })
  // Also when the places are counted anew, so that no gap is left.
  expect(await whileChanged(remove(9), ...closeGapAfter(9))).toMatchObject({
    ok: false,
    firstBad: { position: 9, reason: 'previous-hash' },
  })
  expect(await whileChanged(moved(9, '-1'), moved(10, '9'), moved(-1, '10'))).toMatchObject({
    ok: false,
    firstBad: { position: 9, reason: 'previous-hash' },
  })
  expect(await whileChanged(remove(last))).toMatchObject({ ok: false, firstBad: { position: last - 1, reason: 'broken-batch' } })
  const lastBatch = `(select batch_size from log_event where tenant_id = 'cd' and position = ${last})`
  expect(await whileChanged(`delete from log_event where tenant_id = 'cd' and position > ${last} - ${lastBatch}`)).toMatchObject({
    ok: false,
    firstBad: { reason: 'head' },
  })
  expect(await whileChanged(remove(1))).toMatchObject({ ok: false, firstBad: { position: 2, reason: 'position-gap' } })
  expect(await log.verify('cd')).toMatchObject({ ok: true, events: last })
})

test('the database refuses to change or remove an entry, to the program and to its owner', async () => {
  for (const statement of ['update log_event set kind = kind', 'delete from log_event', 'truncate log_event']) {
    await expect(database.transaction((tx) => sql.raw(statement).execute(tx))).rejects.toThrow(/permission denied|append-only/)
    await expect(owner.transaction((tx) => sql.raw(statement).execute(tx))).rejects.toThrow(/append-only/)
  }
})

test('a rebuild gives the same tables, and the check names a table that was tampered with', async () => {
  expect(await log.checkRebuild()).toMatchObject({ tables: 1, differences: 0 })
  await database.transaction((tx) => sql`update till_held set coins = coins + 1 where till = 'till:bulk-0'`.execute(tx))
  expect(await log.checkRebuild()).toMatchObject({ differences: 2, differing: [{ table: 'till_held', onlyLive: 1, onlyRebuilt: 1 }] })
  await log.rebuild()
  expect(await log.checkRebuild()).toMatchObject({ differences: 0 })
})

test('two tenants have two chains', async () => {
  await run(randomUUID(), { type: 'pay', coins: 1 }, { id: newId() }, 'mn')
  expect(await log.verify('mn')).toMatchObject({ ok: true, events: 1 })
})

test('a key is named by the hash of its public half', () => {
  expect(keyIdOf(deviceRaw)).toMatch(/^[0-9a-f]{16}$/)
})

test('a repeat is the same words at the same time: another day under the same id is refused', async () => {
  const [subject, id] = [randomUUID(), newId()]
  await run(subject, { type: 'pay', coins: 1 }, { id, happenedAt: '2026-11-20T08:00:00.000Z' })
  expect(await run(subject, { type: 'pay', coins: 1 }, { id, happenedAt: '2019-11-20T08:00:00.000Z' })).toMatchObject({
    refusal: { code: 'command-id-reused' },
  })
})

test('a phone that was not enrolled yet sends the same words again once it is', async () => {
  const [subject, id] = [randomUUID(), newId()]
  const proof = { device: 'phone-9', signatures: [Buffer.alloc(64).toString('base64')] }
  expect(await run(subject, { type: 'pay', coins: 1 }, { id, proof })).toMatchObject({ refusal: { code: 'device-not-enrolled' } })
  expect(await run(subject, { type: 'pay', coins: 1 }, { id })).toMatchObject({ ok: true })
})

test('an id of years ago is no command of now, so nobody takes the id of an import that is still to come', async () => {
  const old = uuidV7(Date.parse('2019-03-01T00:00:00.000Z'), randomBytes(10))
  expect(await run(randomUUID(), { type: 'pay', coins: 1 }, { id: old })).toMatchObject({ refusal: { code: 'command-id-out-of-time' } })
})

test('a clock that lies behind the newest entry writes nothing, and a clock far ahead does not even open the log', async () => {
  const behind = (): string => new Date(Date.now() - 3_600_000).toISOString()
  const parts = { database, signer: passingKeyRing().signer('log'), projections: [projection], deviceKey: async () => null }
  const slow = await openLog({ ...parts, clock: behind })
  await expect(
    slow.record('cd', [
      { id: newId(), kind: 'till.paid.v1', subject: 'till:slow', happenedAt: behind(), actor, payload: { coins: 1, by: 'x' } },
    ]),
  ).rejects.toThrow('newest entry')
  await expect(openLog({ ...parts, clock: () => '2099-01-01T00:00:00.000Z' })).rejects.toThrow('database says')
})

test('the answer of verify names every key that signed; a key put in the place of another is no key', async () => {
  const { keys } = await log.verify('mn')
  expect(keys).toMatchObject([{ from: 1, to: 1, entries: 1 }])
  const other = passingKeyRing().signer('log').publicKey
  const name = `server:${keys[0]?.key}`
  const before = await owner.transaction((tx) =>
    sql<{ public_key: Buffer }>`select public_key from log_server_key where key_id = ${name}`.execute(tx),
  )
  await owner.transaction((tx) => sql`update log_server_key set public_key = ${Buffer.from(other)} where key_id = ${name}`.execute(tx))
  expect(await log.verify('mn')).toMatchObject({ ok: false, firstBad: { reason: 'unknown-key' } })
  await owner.transaction((tx) =>
    sql`update log_server_key set public_key = ${before.rows[0]?.public_key} where key_id = ${name}`.execute(tx),
  )
  expect(await log.verify('mn')).toMatchObject({ ok: true })
})

/** As in `run`, inside a transaction that is shared. */
const asking = (subject: string, command: TillCommand, id: string) => ({
  ...{ tenant: 'cd', aggregate: till, subject, command, actor, envelope: { id: asCommand(id) } },
  context: async () => ({ who: 'x' }),
})

test('decisions together are as decisions one by one: the second knows the first, a repeat gets its answer, the chain holds', async () => {
  const [one, other] = [randomUUID(), randomUUID()]
  const ids = Array.from({ length: 6 }, newId)
  const at = (index: number): string => ids[index] ?? ''
  await run(one, { type: 'pay', coins: 2 }, { id: at(0) })
  const outcomes = await log.together({ tenant: 'cd', commands: ids }, async ({ execute, read }) => {
    const paid = await execute(asking(one, { type: 'pay-twice', coins: 4 }, at(1)))
    const seen = await read((tx) => sql<{ coins: number }>`select coins from till_held where till = ${`till:${one}`}`.execute(tx))
    expect(seen.rows).toEqual([{ coins: 10 }])
    return [
      paid,
      await execute(asking(one, { type: 'give', coins: 11 }, at(2))),
      await execute(asking(other, { type: 'pay', coins: 1 }, at(3))),
      await execute(asking(one, { type: 'give', coins: 9 }, at(4))),
      await execute(asking(one, { type: 'pay-twice', coins: 4 }, at(1))),
      await execute(asking(one, { type: 'pay', coins: 2 }, at(0))),
      await execute(asking(other, { type: 'pay', coins: 7 }, at(0))),
    ]
  })
  expect(outcomes).toMatchObject([
    { ok: true, value: { subjectVersion: 3 } },
    { ok: false, refusal: { code: 'till-too-empty', facts: { held: 10 } } },
    { ok: true, value: { subjectVersion: 1 } },
    { ok: true, value: { subjectVersion: 4 } },
    { ok: true, value: { subjectVersion: 3 } },
    { ok: true, value: { subjectVersion: 1 } },
    { ok: false, refusal: { code: 'command-id-reused' } },
  ])
  expect([await held(one), await held(other)]).toEqual([1, 1])
  expect(await run(one, { type: 'give', coins: 11 }, { id: at(2) })).toEqual(outcomes[1])
  expect(await run(one, { type: 'pay', coins: 1 }, { id: newId() })).toMatchObject({ value: { subjectVersion: 5 } })
  expect(await log.verify('cd')).toMatchObject({ ok: true })
})

test('a fault in one of them undoes all, and each can be asked for again', async () => {
  const subject = randomUUID()
  const [good, bad] = [newId(), newId()]
  const faulty = { ...asking(subject, { type: 'pay', coins: 1 }, bad), context: () => Promise.reject(new Error('no answer')) }
  await expect(
    log.together({ tenant: 'cd', commands: [good, bad] }, async ({ execute }) => {
      await execute(asking(subject, { type: 'pay', coins: 5 }, good))
      return execute(faulty)
    }),
  ).rejects.toThrow('no answer')
  expect(await held(subject)).toBe(0)
  expect(await run(subject, { type: 'pay', coins: 5 }, { id: good })).toMatchObject({ ok: true, value: { subjectVersion: 1 } })
  expect(await log.verify('cd')).toMatchObject({ ok: true })
})
