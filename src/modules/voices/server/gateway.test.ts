/* Text messages and WhatsApp as gateways bring them, on the real database: repeats, parts, codes, outbox. */
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { listOf, looseRecord, maybe, mustParse, text } from '../../../kernel/schema.ts'
import { readCode } from '../domain/receipt-code.ts'
import { forgetInTime } from '../module.ts'
import { signatureOf } from './gateways.ts'

const SECRET = 'gateway-secret-of-the-test'
process.env['CHANZO_VOICE_GATEWAYS'] = JSON.stringify([
  { name: 'sms', kind: 'sms', secret: SECRET },
  { name: 'far', kind: 'sms', secret: SECRET, replies: 'outbox' },
  { name: 'wa', kind: 'whatsapp', secret: SECRET, verifyToken: 'tembo' },
])
const world = await freshDatabase()
let app: FastifyInstance
beforeAll(async () => {
  app = await world.program.createHttp(({ error }) => {
    throw error
  })
})
afterAll(() => app.close())

const send = (name: string, body: unknown, more: { readonly header?: string; readonly signature?: string } = {}) => {
  const payload = Buffer.from(JSON.stringify(body))
  const header = more.header ?? 'x-chanzo-signature'
  return app.inject({
    method: 'POST',
    url: `/api/voices/gateways/${name}`,
    payload,
    headers: { 'content-type': 'application/json', [header]: more.signature ?? signatureOf(SECRET, payload) },
  })
}
const Answer = looseRecord({ replies: maybe(listOf(looseRecord({ id: text(), text: text() }))) })
const replyTo = async (body: unknown, name = 'sms'): Promise<string> => {
  const answer = await send(name, body)
  expect(answer.statusCode).toBe(200)
  return mustParse(Answer, answer.json()).replies?.[0]?.text ?? ''
}
const codeIn = (reply: string): string => readCode(/((?:\d{4} ?){5})/.exec(reply)?.[1] ?? '') ?? ''
const rows = async (table: string): Promise<string> =>
  world.program.database.read(async (tx) =>
    (await sql<{ line: string }>`select one::text as line from ${sql.table(table)} as one`.execute(tx)).rows
      .map((row) => row.line)
      .join('\n'),
  )
const count = async (table: string): Promise<number> => (await rows(table)).split('\n').filter((line) => line !== '').length
const FROM = '+243810000999'

test('one text is one report however often the gateway repeats it, at once or side by side', async () => {
  const message = { id: 'm-1', from: FROM, text: 'Les agents prennent 5000 FC à la barrière de Kalole' }
  const first = await replyTo(message)
  expect(codeIn(first)).not.toBe('')
  expect(first).toContain('Gardez-le')
  const again = await Promise.all(Array.from({ length: 6 }, () => replyTo(message)))
  expect(new Set([first, ...again]).size).toBe(1)
  // The gateway gave it a new id, as some do after a restart.
  expect(await replyTo({ ...message, id: 'm-1-bis' })).toBe(first)
  expect(await count('voice_report')).toBe(1)
  // Another sender with the same words is another report.
  expect(codeIn(await replyTo({ ...message, id: 'm-2', from: '+243810000111' }))).not.toBe(codeIn(first))
  expect(await count('voice_report')).toBe(2)
})

test('what comes again after the window is still no second report; the sender is forgotten by then', async () => {
  const message = { id: 'm-late', from: FROM, text: 'Un éboulement hier soir' }
  await replyTo(message)
  const before = await count('voice_report')
  world.setClock('2026-11-23T09:40:00.000Z')
  expect(await replyTo(message)).toContain('Deja recu')
  expect(await count('voice_report')).toBe(before)
  expect(await rows('voice_arrival')).not.toContain('sender:')
  world.setClock('2026-11-21T09:40:00.000Z')
})

test('what is kept for a time is forgotten also where no further message comes', async () => {
  await send('far', { id: 'm-last', from: FROM, text: 'Le dernier message de ce village' })
  expect(await rows('voice_outbox')).not.toBe('')
  world.setClock('2026-11-24T09:40:00.000Z')
  await forgetInTime({ ...world.program, tenant: 'cd' })
  expect(await rows('voice_outbox')).toBe('')
  expect(await rows('voice_arrival')).not.toContain('sender:')
  world.setClock('2026-11-21T09:40:00.000Z')
})

test('a number stands in no row, nor does what was said', async () => {
  await replyTo({ id: 'm-3', from: FROM, text: 'Habari ya watoto mgodini Bisie' })
  const tables = ['voice_report', 'voice_text', 'voice_arrival', 'voice_part', 'voice_outbox', 'log_event', 'log_answer']
  const all = (await Promise.all(tables.map(rows))).join('\n')
  for (const trace of [FROM, FROM.slice(1), 'Bisie', Buffer.from(FROM).toString('hex'), Buffer.from('Bisie').toString('hex')])
    expect(all).not.toContain(trace)
  expect(await rows('voice_report')).toMatch(/sms,sw/)
})

test('a code alone asks, with words it adds, in the language of the report; a mistyped one is told and is no report', async () => {
  const code = codeIn(await replyTo({ id: 'm-4', from: FROM, text: 'Basoda bazali kosenga mbongo na bato awa' }))
  expect(await replyTo({ id: 'm-5', from: FROM, text: code })).toBe('Ekomi. Bakotanga yango.')
  const facts = (await rows('voice_text')).match(/,fact,/g)?.length ?? 0
  expect(await replyTo({ id: 'm-6', from: '+243999', text: `${code} Bazongi lobi` })).toBe('Ebakisami. Matondo.')
  expect(await replyTo({ id: 'm-6', from: '+243999', text: `${code} Bazongi lobi` })).toBe('Ebakisami. Matondo.')
  expect((await rows('voice_text')).match(/,fact,/g)?.length).toBe(facts + 1)
  const before = await count('voice_report')
  expect(await replyTo({ id: 'm-7', from: FROM, text: '1111 2222 3333 4444 5555' })).toContain('Code inconnu')
  expect(await count('voice_report')).toBe(before)
  // Words after a wrong code are kept rather than lost.
  await replyTo({ id: 'm-8', from: FROM, text: '1111 2222 3333 4444 5555 les militaires sont revenus' })
  expect(await count('voice_report')).toBe(before + 1)
})

test('the parts of a long text are one report in whatever order they come, and half of one is kept after a while', async () => {
  const before = await count('voice_report')
  const part = (n: number, words: string, reference = 'r1') => ({
    id: `p-${reference}-${n}`,
    from: FROM,
    text: words,
    part: n,
    parts: 3,
    reference,
  })
  expect(await replyTo(part(3, 'et de nuit.'))).toBe('')
  expect(await replyTo(part(1, 'Des hommes armés '))).toBe('')
  expect(await replyTo(part(1, 'Des hommes armés '))).toBe('')
  expect(await count('voice_report')).toBe(before)
  const reply = await replyTo(part(2, 'passent de jour '))
  expect(codeIn(reply)).not.toBe('')
  expect(await replyTo(part(2, 'passent de jour '))).toBe(reply)
  expect([await count('voice_report'), await count('voice_part')]).toEqual([before + 1, 0])
  await replyTo(part(1, 'Un camion ', 'r2'))
  world.setClock('2026-11-21T10:00:00.000Z')
  await replyTo({ id: 'm-9', from: '+243111', text: 'autre chose encore' })
  expect([await count('voice_report'), await count('voice_part')]).toEqual([before + 3, 0])
})

test('a number waits sealed in the outbox until its reply went out, and then is gone', async () => {
  await send('far', { id: 'o-1', from: FROM, text: 'Le comptoir paie sans reçu' })
  await send('far', { id: 'o-1', from: FROM, text: 'Le comptoir paie sans reçu' })
  expect(await rows('voice_outbox')).not.toContain(Buffer.from(FROM).toString('hex'))
  const at = world.program.clock()
  const outbox = (signature: string) =>
    app.inject({ url: `/api/voices/gateways/far/outbox?at=${at}`, headers: { 'x-chanzo-signature': signature } })
  expect((await outbox(signatureOf('wrong', `outbox far ${at}`))).statusCode).toBe(403)
  const waiting = mustParse(
    looseRecord({ messages: listOf(looseRecord({ id: text(), to: text(), text: text() })) }),
    (await outbox(signatureOf(SECRET, `outbox far ${at}`))).json(),
  ).messages
  expect(waiting).toHaveLength(1)
  expect(waiting[0]?.to).toBe(FROM)
  const payload = Buffer.from(JSON.stringify({ ids: waiting.map((one) => one.id) }))
  const sent = await app.inject({
    ...{ method: 'POST', url: '/api/voices/gateways/far/sent', payload },
    headers: { 'content-type': 'application/json', 'x-chanzo-signature': signatureOf(SECRET, payload) },
  })
  expect(sent.json()).toEqual({ erased: 1 })
  expect(await count('voice_outbox')).toBe(0)
})

test('WhatsApp: the address is checked, the signature is Meta’s, several messages in one delivery are several reports', async () => {
  const asked = await app.inject({ url: '/api/voices/gateways/wa?hub.mode=subscribe&hub.verify_token=tembo&hub.challenge=1158201444' })
  expect([asked.statusCode, asked.body]).toEqual([200, '1158201444'])
  expect((await app.inject({ url: '/api/voices/gateways/wa?hub.mode=subscribe&hub.verify_token=x&hub.challenge=1' })).statusCode).toBe(403)
  const before = await count('voice_report')
  const message = (id: string, body: string) => ({ id, from: '243810000222', timestamp: '1', type: 'text', text: { body } })
  const delivery = {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [{ field: 'messages', value: { messages: [message('w1', 'Fraude au poids'), message('w2', 'Des enfants au puits')] } }],
      },
    ],
  }
  const header = 'x-hub-signature-256'
  expect((await send('wa', delivery, { header, signature: 'sha256=00' })).statusCode).toBe(403)
  expect((await send('wa', delivery)).statusCode).toBe(403)
  for (let n = 0; n < 3; n++) expect((await send('wa', delivery, { header })).json()).toEqual({ received: 2 })
  expect([await count('voice_report'), await count('voice_outbox')]).toEqual([before + 2, 2])
})

test('an unknown gateway and a wrong signature get the same answer; a delivery that is no message is told so', async () => {
  const wrong = await send('sms', { id: 'x', from: 'y', text: 'z' }, { signature: 'sha256=0' })
  const unknown = await send('nobody', { id: 'x', from: 'y', text: 'z' })
  expect([unknown.statusCode, unknown.body]).toEqual([wrong.statusCode, wrong.body])
  expect((await send('sms', { hello: 1 })).statusCode).toBe(400)
})

test('a message that begins with ALERTE is kept like any, and is a warning once, its words nowhere in it; what it does not say is open', async () => {
  const warnings = async () =>
    world.program.database.read(
      async (tx) => (await sql<{ acts: string }>`select acts::text as acts from conflict_warning order by number`.execute(tx)).rows,
    )
  const before = (await warnings()).length
  const message = { id: 'w-1', from: FROM, text: 'ALERTE attaque 5 au pont de Mukwiza' }
  const said = await replyTo(message)
  expect(said).toContain('Alerte recue')
  expect(said).not.toMatch(/attaque|Mukwiza/)
  expect(codeIn(said)).not.toBe('')
  expect(await replyTo(message)).toBe(said)
  const [raised, ...others] = (await warnings()).slice(before)
  expect(others).toEqual([])
  expect(raised?.acts).not.toMatch(/Mukwiza|810000999/)
  expect(JSON.parse(raised?.acts ?? '[]')).toMatchObject([
    { payload: { type: 'attack', severity: 5, territoire: '?', unsure: ['place'], channel: 'sms', reporter: 'anonymous', what: null } },
  ])
  await replyTo({ id: 'w-2', from: FROM, text: 'Tahadhari' })
  // Numbers are drawn: the second may stand before the first.
  expect((await warnings()).filter(({ acts }) => acts.includes('"unsure": ["type", "severity", "place"]'))).toHaveLength(1)
  await replyTo({ id: 'w-3', from: FROM, text: 'Une alerte a ete donnee hier' })
  expect(await warnings()).toHaveLength(before + 2)
})
