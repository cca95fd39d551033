/* The pages for people without an account, on the real database. */
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { baselineJpeg } from '../../../../test/sample-files.ts'
import { sweepFiles } from '../../documents/module.ts'
import { readCode, spaced } from '../domain/receipt-code.ts'

const world = await freshDatabase()
let app: FastifyInstance
const faults: unknown[] = []
beforeAll(async () => {
  app = await world.program.createHttp((fault) => void faults.push(fault))
})
afterAll(() => app.close())

type Fields = { readonly [name: string]: string | readonly string[] }
function urlencoded(fields: Fields): string {
  const params = new URLSearchParams()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) params.append(name, value)
  return params.toString()
}
const post = (url: string, fields: Fields, headers: { readonly [name: string]: string } = {}) =>
  app.inject({
    method: 'POST',
    url,
    payload: urlencoded(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
const codeIn = (page: string): string => readCode(/class="code">([\d ]+)</.exec(page)?.[1] ?? '') ?? ''
const formIn = (page: string): string => /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
const freshForm = async (): Promise<string> => formIn((await app.inject({ url: '/report' })).body)
const rows = async (table: string): Promise<string> =>
  world.program.database.read(async (tx) =>
    (await sql<{ line: string }>`select one::text as line from ${sql.table(table)} as one`.execute(tx)).rows
      .map((row) => row.line)
      .join('\n'),
  )
const count = async (table: string): Promise<number> => (await rows(table)).split('\n').filter((line) => line !== '').length

test.each(['fr', 'en', 'sw', 'ln'])(
  'the form in %s is small, without script, cookie or anything from elsewhere, and is kept nowhere',
  async (l) => {
    for (const url of [`/report?l=${l}`, `/r?l=${l}`, `/report/follow?l=${l}`]) {
      const answer = await app.inject({ url })
      expect(answer.statusCode).toBe(200)
      expect(Buffer.byteLength(answer.body)).toBeLessThan(14_000)
      expect(answer.body).toContain(`<html lang="${l}">`)
      expect(answer.body).not.toMatch(/<script|<link|<img|https?:|@import|url\(/)
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(answer.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store, no-transform' })
      expect(String(answer.headers['content-security-policy'])).toContain("default-src 'none'")
      expect(String(answer.headers['content-security-policy'])).toContain("form-action 'self'")
    }
  },
)

test('a report gives a code once; nothing of it can be read in the database, and no address or number is there', async () => {
  const answer = await post(
    '/report',
    {
      ...{
        l: 'sw',
        form: await freshForm(),
        act: 'send',
        text: 'Wanajeshi wanachukua pesa kwenye mgodi wa Kambi Kumi',
        where: 'Kambi Kumi',
        c: ['illegal-tax', 'armed-presence'],
      },
      k: ['army'],
    },
    { 'user-agent': 'Opera Mini/TESTPHONE', 'x-forwarded-for': '198.51.100.77' },
  )
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['set-cookie']).toBeUndefined()
  const code = codeIn(answer.body)
  expect(code).toHaveLength(20)
  const tables = ['voice_report', 'voice_text', 'voice_arrival', 'voice_reading', 'log_event', 'log_answer', 'document']
  const all = (await Promise.all(tables.map(rows))).join('\n')
  for (const trace of [
    code,
    spaced(code),
    'Wanajeshi',
    Buffer.from('Wanajeshi').toString('hex'),
    'Kambi',
    '198.51.100.77',
    '127.0.0.1',
    'TESTPHONE',
  ])
    expect(all).not.toContain(trace)
  expect(await rows('voice_report')).toMatch(/web,sw,2026-11-21,f,/)
  expect(faults).toEqual([])
})

test('the same page sent twice is one report with one code; another text from the same page is another', async () => {
  const [before, form] = [await count('voice_report'), await freshForm()]
  const first = await post('/report', { form, act: 'send', text: 'Deux fois envoyé' })
  const second = await post('/report', { form, act: 'send', text: 'Deux fois envoyé' })
  expect(codeIn(second.body)).toBe(codeIn(first.body))
  expect(await count('voice_report')).toBe(before + 1)
  const other = await post('/report', { form, act: 'send', text: 'Autre chose' })
  expect(codeIn(other.body)).not.toBe(codeIn(first.body))
  // A form that was not made here cannot reach into that of somebody else.
  const forged = await Promise.all([
    post('/report', { form: 'x.y', act: 'send', text: 'Même' }),
    post('/report', { form: 'x.y', act: 'send', text: 'Même' }),
  ])
  expect(new Set(forged.map((one) => codeIn(one.body))).size).toBe(2)
})

test('by code one learns how far it is and adds facts; what was written is not shown back', async () => {
  const code = codeIn((await post('/report', { form: await freshForm(), act: 'send', text: 'Une barrière à Kalole' })).body)
  const followed = await post('/report/follow', { code: spaced(code), l: 'fr' })
  expect(followed.body).toContain('Reçu. On va le lire.')
  expect(followed.body).not.toContain('Kalole')
  const added = await post('/report/facts', { code, l: 'ln', text: 'Bazongi lobi' })
  expect(added.body).toContain('Ebakisami')
  await post('/report/facts', { code, l: 'ln', text: 'Bazongi lobi' })
  expect((await rows('voice_text')).match(/,fact,/g)).toHaveLength(1)
})

test('a wrong code, one with a wrong digit and no code at all get the same page, as slowly as a right one, and open nothing', async () => {
  const code = codeIn((await post('/report', { form: await freshForm(), act: 'send', text: 'Lent' })).body)
  const timed = async (asked: string) => {
    const began = performance.now()
    const { body, statusCode } = await post('/report/follow', { code: asked, l: 'fr' })
    return { body, statusCode, took: performance.now() - began }
  }
  const right = await timed(code)
  const wrong = [await timed('11111111111111111111'), await timed(`${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`), await timed('')]
  expect(new Set(wrong.map((one) => one.body.replace(/value="[^"]*"/g, ''))).size).toBe(1)
  // An empty field is no attempt.
  for (const one of [right, ...wrong.slice(0, 2)]) expect([one.statusCode, one.took > 380]).toEqual([200, true])
})

test('a place is looked for without script and what was typed stays', async () => {
  const answer = await post('/report', {
    form: await freshForm(),
    act: 'search',
    text: 'Je raconte',
    where: 'Inconnu',
    c: 'fraud',
    when: 'hier',
  })
  expect(answer.body).toContain('Je raconte')
  expect(answer.body).toMatch(/value="fraud"\s+checked/)
  expect(answer.body).toContain('Lieu introuvable')
  expect(codeIn(answer.body)).toBe('')
})

test('very many reports from one source are all kept: in the slow queue, then after a little patience', async () => {
  const before = await count('voice_report')
  const remoteAddress = '203.0.113.9'
  const from = async (fields: Fields) =>
    app.inject({
      method: 'POST',
      url: '/report',
      payload: urlencoded(fields),
      remoteAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  const form = await freshForm()
  for (let n = 1; n <= 30; n++) expect(codeIn((await from({ form, act: 'send', text: `Rafale ${n}` })).body)).not.toBe('')
  expect(await count('voice_report')).toBe(before + 30)
  expect((await rows('voice_report')).match(/,2026-11-21,t,/g)).toHaveLength(20)
  const asked = await from({ form, act: 'send', text: 'Encore un', c: 'violence' })
  expect(asked.statusCode).toBe(200)
  expect(asked.body).toContain('Encore un')
  const waited = /name="waited" value="([^"]+)"/.exec(asked.body)?.[1] ?? ''
  expect(codeIn((await from({ form, waited, act: 'send', text: 'Encore un', c: 'violence' })).body)).toBe('')
  world.setClock('2026-11-21T09:40:21.000Z')
  expect(codeIn((await from({ form, waited, act: 'send', text: 'Encore un', c: 'violence' })).body)).not.toBe('')
  // Another source is not slowed.
  expect(codeIn((await post('/report', { form, act: 'send', text: 'Ailleurs' })).body)).not.toBe('')
})

test('a photograph is kept without its hidden data; what is no photograph is said and the report stands', async () => {
  const boundary = 'XX'
  const part = (name: string, value: string) =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  const file = (bytes: Uint8Array) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="photo"; filename="moi.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ])
  const send = async (bytes: Uint8Array, text: string) =>
    app.inject({
      method: 'POST',
      url: '/report',
      payload: Buffer.concat([
        part('form', await freshForm()),
        part('text', text),
        part('act', 'send'),
        file(bytes),
        Buffer.from(`--${boundary}--\r\n`),
      ]),
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
  const good = await send(baselineJpeg, 'Avec photo')
  expect(codeIn(good.body)).not.toBe('')
  expect(await count('document')).toBe(1)
  expect(await rows('document')).toContain('2026-11-21 00:00:00')
  const bad = await send(Buffer.from('no picture'), 'Avec un fichier')
  expect(codeIn(bad.body)).not.toBe('')
  expect(bad.body).toContain('La photo n’a pas pu être gardée')
})

test('an old browser that names no origin is heard', async () => {
  const answer = await post('/report', { form: await freshForm(), act: 'send', text: 'Vieux téléphone' }, { origin: 'null' })
  expect(codeIn(answer.body)).not.toBe('')
})

test('no row tells more than the day on which somebody wrote', async () => {
  world.setClock('2026-11-21T13:27:41.123Z')
  await post('/report', { form: await freshForm(), act: 'send', text: 'À quelle heure ?' })
  const all = (await Promise.all(['voice_report', 'voice_text', 'voice_arrival', 'document'].map(rows))).join('\n')
  expect(all).not.toMatch(/13:27|09:40/)
})

test('an area that is on no map is no place: the report stays in sight of every desk and out of that of the kinds that it names', async () => {
  await post('/report', { form: await freshForm(), act: 'send', text: 'Lieu inventé', place: 'area:ZZ99', k: 'saemape' })
  expect(await rows('voice_report')).not.toContain('ZZ99')
})

test('a photograph of a report is no leftover: the sweep of files that nobody attached leaves it', async () => {
  expect(await count('document')).toBe(1)
  await sweepFiles(world.program.database, { tenant: 'cd', now: '2027-11-21T00:00:00.000Z', olderThanDays: 90, dryRun: false })
  expect(await count('document')).toBe(1)
})

test('who holds the same photograph does not learn by its hash that it was sent', async () => {
  const sha256 = /[0-9a-f]{64}/.exec(await rows('document'))?.[0] ?? ''
  const { door } = world.program.modules.documents
  const asked = await world.program.database.read(async (tx) => ({
    kept: await door.kept(tx, 'cd', [sha256]),
    content: await door.content(tx, 'cd', sha256),
    received: await door.received(tx, 'cd', sha256),
  }))
  expect([asked.kept, asked.content, asked.received?.sha256]).toEqual([[], null, sha256])
  // Whoever sends it in their own name has it like any other, and the desk still has it too.
  const { content } = asked.received ?? { content: new Uint8Array() }
  await world.program.modules.documents.keepFile({
    tenant: 'cd',
    bytes: content,
    mediaType: 'image/jpeg',
    by: 'somebody',
    at: world.program.clock(),
  })
  expect(await world.program.database.read((tx) => door.kept(tx, 'cd', [sha256]))).toHaveLength(1)
})
