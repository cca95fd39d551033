/*
Names of people never leave the table of sign-in: not into another table, an answer, a page, an address, a file name or a line of the
server's log. The whole invented province is played first, so that every kind of record exists.
*/
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openServerLog } from '../../src/bin/server-log.ts'
import { freshProvince } from '../played-province.ts'
import { demoAccounts } from '../world/accounts.ts'
import { bodies } from '../world/lukanda.ts'
import { everyAnswer } from './every-answer.ts'

const world = await freshProvince()
const { province } = world
/** Tables in which a person's name or address may stand. */
const SIGN_IN_TABLES: readonly string[] = ['sign_in_user']
/** Family names that nobody else bears: not those that a firm of the province bears as well. */
const familyName = (name: string): string | null => {
  const last = name.split(' ').at(-1) ?? ''
  return last === 'Ministre' || bodies.some((body) => body.name.includes(last)) ? null : last
}
interface Person {
  readonly key: string
  readonly email: string
  readonly role: string
  /** Spellings by which the person would be recognised, lower case. */
  readonly marks: readonly string[]
}
/** The paper of a certificate names who verified and who countersigned, as the standard demands; only these two offices print it so. */
const onPaper = (path: string, asker: string): readonly string[] =>
  path === '/certificate/:number/print' && certifiers.includes(asker)
    ? people.filter(({ key }) => certifiers.includes(key)).flatMap(({ marks }) => marks)
    : []
/** Colleagues of the own house, at its desks: who a share of a key is given to, and a file handed over, must be known as a person. */
const ofOwnHouse = (path: string, asker: string): readonly string[] => {
  const { organisation } = demoAccounts.find(({ key }) => key === asker) ?? {}
  if (path !== '/api/colleagues' || organisation === undefined) return []
  const keys = demoAccounts.filter((one) => one.organisation === organisation).map(({ key }) => key)
  return people.filter(({ key }) => keys.includes(key)).flatMap(({ marks }) => marks)
}
const certifiers: readonly string[] = ['verifier', 'validator']
const people: readonly Person[] = demoAccounts.map(({ key, email, role, name }) => ({
  key,
  email,
  role,
  marks: [name, email, familyName(name)].filter((mark) => mark !== null).map((mark) => mark.toLowerCase()),
}))
const allMarks = people.flatMap((person) => person.marks)
const inHex = (text: string): string => Buffer.from(text).toString('hex')
/** Marks of people that stand in a text, but those of `but`. */
const found = (text: string, but: readonly string[] = []): readonly string[] => {
  const low = text.toLowerCase()
  return allMarks.filter((mark) => !but.includes(mark) && low.includes(mark) && standsIn(low, mark))
}
/** A family name alone stands as a word: four letters in a row come about by chance in the ciphertext of files. */
const standsIn = (low: string, mark: string): boolean =>
  !/^[a-z]+$/.test(mark) || new RegExp(String.raw`(?:(?<![a-z0-9])|(?<=\\[nrt]))${mark}(?![a-z0-9])`).test(low)

let app: FastifyInstance
const faults: unknown[] = []
beforeAll(async () => {
  app = await world.program.createHttp(({ error }) => void faults.push(error))
})
afterAll(() => app.close())

test('the marks are those of every person of the demonstration, and the search finds them where they may stand', async () => {
  expect(people).toHaveLength(34)
  const rows = await textOf('sign_in_user')
  for (const { marks } of people) expect(found(rows)).toEqual(expect.arrayContaining([...marks]))
})

const textOf = (table: string): Promise<string> =>
  world.program.database.read(async (tx) => {
    const { rows } = await sql<{ line: string }>`select one::text as line from ${sql.table(table)} as one`.execute(tx)
    return rows.map((row) => row.line).join('\n')
  })

test('no name and no address of a person stands in any other table, log and remembered answers included', async () => {
  const tables = await world.program.database.read(async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(
      tx,
    )
    return rows.map((row) => row.name).filter((name) => !SIGN_IN_TABLES.includes(name))
  })
  expect(tables).toEqual(expect.arrayContaining(['log_event', 'log_answer', 'lot', 'site', 'certificate', 'sign_in_session', 'account']))
  const leaks: string[] = []
  for (const table of tables) {
    const text = await textOf(table)
    leaks.push(...found(text).map((mark) => `${table}: ${mark}`))
    leaks.push(...allMarks.filter((mark) => text.includes(inHex(mark))).map((mark) => `${table}, in bytes: ${mark}`))
  }
  expect(leaks).toEqual([])
})

/** Every answer to everybody, as long as in the gate of positions. */
vi.setConfig({ testTimeout: 600_000 })
test('no answer, page, heading or file name tells a person, whoever asks; only oneself, and an administrator one account', async () => {
  const heard = await everyAnswer({ program: world.program, province, app })
  const leaks = heard.flatMap(({ path, asker, text }) => {
    const somebody = people.find((person) => person.key === asker)
    if (path === '/api/accounts/:account' && somebody?.role === 'ADMINISTRATOR') return []
    return found(text, path === '/api/me' ? somebody?.marks : [...onPaper(path, asker), ...ofOwnHouse(path, asker)]).map(
      (mark) => `${path} tells ${asker}: ${mark}`,
    )
  })
  expect(leaks).toEqual([])
  // Bytes of a picture, a workbook or a sealed file are no addresses.
  const written = heard.filter(({ text }) => !/"content-type":"(?:image|application\/(?:pdf|vnd|octet-stream))/.test(text))
  expect(written.length).toBeGreaterThan(heard.length / 2)
  expect(written.flatMap(({ text }) => text.match(/(?:https?:\/\/|["'=]\/)[^"'\s<>]*(?:@|%40)[^"'\s<>]*/g) ?? [])).toEqual([])
  expect(faults).toEqual([])
})

test('no address of any route has a place for a name or an e-mail address', () => {
  const places = world.program.routes.flatMap(({ path, schemas }) => {
    const { query } = schemas
    const asked = query && 'shape' in query && typeof query.shape === 'object' && query.shape !== null ? Object.keys(query.shape) : []
    return [...(path.match(/:[A-Za-z]+/g) ?? []), ...asked].map((place) => `${path} ${place}`)
  })
  expect(places.length).toBeGreaterThan(30)
  expect(places.filter((place) => /[ :](e-?mail|mail|user|person|(first|last|full)?name)$/i.test(place))).toEqual([])
})

test('the server’s log tells the fault and no person, even where the database quotes the row that it refused', async () => {
  const lines: string[] = []
  const log = openServerLog(new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) }))
  const [somebody] = people
  const write = (tenant: string | null) =>
    world.program.database.transaction((tx) =>
      sql`insert into sign_in_user (id, tenant_id, name, email) values ('x', ${tenant}, ${demoAccounts[0]?.name}, ${somebody?.email})`.execute(
        tx,
      ),
    )
  // Twice the same address, and a row without a tenant; one after the other, so that no refusal stands unheard.
  for (const tenant of ['cd', null]) {
    const error: unknown = await write(tenant).catch((fault: unknown) => fault)
    expect(found(JSON.stringify(error)).length).toBeGreaterThan(0)
    log.fault({ id: 'f', route: '/api/accounts', error })
  }
  expect(lines).toHaveLength(2)
  expect(lines.map((line) => [line.includes('sign_in_user'), found(line)])).toEqual([
    [true, []],
    [true, []],
  ])
})
