/* The door of ODK Collect: what it says to whom, over http and over https, and when an hour has passed. */
import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import type { Who } from '../../../platform/http/who.ts'
import { addAccount, addOrganisation } from '../module.ts'
import { createNonces } from './collect-digest.ts'
import { type CollectLogins, type MadeLogin, createCollectLogins } from './collect-logins.ts'
import { createAttempts } from './count-attempts.ts'

const { program } = await freshDatabase()
const parts = { ...program, places: program.modules.places.door }
const SECRET = 'a secret of at least thirty-two letters'
let now = '2026-11-21T09:40:00.000Z'
const over = (baseUrl: string): CollectLogins =>
  createCollectLogins({ ...parts, baseUrl, secret: SECRET, clock: () => now, attempt: createAttempts(program.database).attempt })
const https = over('https://chanzo.example')
const http = over('http://127.0.0.1:4870')
const officer: Who = {
  ...{ tenant: 'cd', account: '019aa5db-c580-7fff-bfff-ffffffffffff', organisation: null, roles: ['ADMINISTRATOR'] },
  ...{ capabilities: new Set(['people.manage']), territory: 'everywhere', language: 'fr' },
}
let made: MadeLogin
let account: string
beforeAll(async () => {
  const body = await addOrganisation(parts, { name: 'SAEMAPE', kind: 'saemape', area: null })
  const added = await addAccount(parts, {
    email: 'a@people.example',
    password: 'a long enough password',
    roles: ['SAEMAPE_AGENT', 'CAMI'],
    organisation: body.ok ? body.value.organisation : null,
  })
  if (!added.ok) throw new Error(added.refusal.code)
  account = added.value.account
  const login = await https.make(officer, { account, role: 'SAEMAPE_AGENT' })
  if (!login.ok) throw new Error(login.refusal.code)
  made = login.value
})

const get = { method: 'GET', url: '/openrosa/formList' }
const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
const digest = (nonce: string, password = made.password): string => {
  const response = md5(`${md5(`${made.user}:Chanzo cd:${password}`)}:${nonce}:00000001:abc:auth:${md5(`GET:${get.url}`)}`)
  return `Digest username="${made.user}", realm="Chanzo cd", nonce="${nonce}", uri="${get.url}", response="${response}", qop=auth, nc=00000001, cnonce="abc"`
}
const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

test('Basic is offered and taken over https alone; the account acts in the one role with the one capability', async () => {
  expect([https.challenge({}), http.challenge({})]).toEqual([
    expect.stringMatching(/^Digest .+, Basic realm="Chanzo cd"/),
    expect.not.stringContaining('Basic'),
  ])
  const authorization = basic(made.user, made.password)
  expect(await https.who({ authorization }, get)).toMatchObject({
    account,
    roles: ['SAEMAPE_AGENT'],
    capabilities: new Set(['exchange.openrosa']),
  })
  expect(await http.who({ authorization }, get)).toBeNull()
  expect(await https.who({ authorization: basic(made.user, 'wrong') }, get)).toBeNull()
})

test('what is no password of Collect is left to others', async () => {
  expect(await https.who({}, get)).toBe('other')
  expect(await https.who({ authorization: basic('qgis', 'x'.repeat(40)) }, get)).toBe('other')
  expect(await https.who({ authorization: 'Bearer abc' }, get)).toBe('other')
  expect(await https.who({ authorization: 'Digest nonsense' }, get)).toBeNull()
})

test('after its hour a nonce is old, and the challenge says so; a foreign one is never taken', async () => {
  const authorization = digest(createNonces(SECRET).make(now))
  expect(await http.who({ authorization }, get)).toMatchObject({ account })
  expect(http.challenge({ authorization })).not.toContain('stale')
  now = '2026-11-21T10:41:00.000Z'
  expect(await http.who({ authorization }, get)).toBeNull()
  expect(http.challenge({ authorization })).toContain('stale=true')
  const foreign = digest(createNonces('another secret of thirty-two letters').make(now))
  expect([await http.who({ authorization: foreign }, get), http.challenge({ authorization: foreign }).includes('stale')]).toEqual([
    null,
    false,
  ])
})

test('the table holds no password, and sixty wrong tries shut the name for a while', async () => {
  const { rows } = await program.database.pool.query('select * from collect_login')
  expect(JSON.stringify(rows)).not.toContain(made.password)
  const login = await https.make(officer, { account, role: 'CAMI' })
  if (!login.ok) throw new Error(login.refusal.code)
  const { user, password } = login.value
  for (let tries = 0; tries < 60; tries++) await https.who({ authorization: basic(user, 'wrong') }, get)
  expect(await https.who({ authorization: basic(user, password) }, get)).toBeNull()
  expect(await https.who({ authorization: basic(made.user, made.password) }, get)).toMatchObject({ account })
})
