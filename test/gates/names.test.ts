/*
Names of people never leave the table of sign-in: not into another table, an answer, a page, an address, a file name or a line of the
server's log. The whole invented province is played first, so that every kind of record exists.
*/
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServerLog } from '../../src/bin/server-log.ts'
import { SIGN_IN_PATHS } from '../../src/modules/people/server/mount-sign-in.ts'
import { figureNames } from '../../src/modules/sites/domain/answers.ts'
import { freshDatabase } from '../database.ts'
import { DEMO_PASSWORD, demoAccounts } from '../world/accounts.ts'
import { bodies } from '../world/lukanda.ts'
import { type Province, buildWorld } from '../world/province.ts'

const world = await freshDatabase()
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
  return allMarks.filter((mark) => !but.includes(mark) && low.includes(mark))
}

let app: FastifyInstance
let province: Province
const faults: unknown[] = []
beforeAll(async () => {
  province = await buildWorld(world)
  app = await world.program.createHttp(({ error }) => void faults.push(error))
})
afterAll(() => app.close())

test('the marks are those of eleven people, and the search finds them where they may stand', async () => {
  expect(people).toHaveLength(11)
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

/** Values for the places in an address: real ones of the province. */
async function idsFor(): Promise<{ readonly [place: string]: readonly string[] }> {
  const first = (query: ReturnType<typeof sql<{ id: string }>>) =>
    world.program.database.read(async (tx) => (await query.execute(tx)).rows.map((row) => row.id))
  return {
    site: [province.sites['mweupe'] ?? '', province.sites['ziwa'] ?? ''],
    lot: [province.certifiedLot, province.heldLot],
    number: [province.certificateNumber || ((await first(sql`select number as id from certificate`))[0] ?? '')],
    dossier: await first(sql`select id from dossier`),
    mission: await first(sql`select id from mission limit 2`),
    inspection: await first(sql`select id from inspection limit 3`),
    order: await first(sql`select id from status_order limit 2`),
    batch: await first(sql`select id from tag_batch`),
    account: province.stage ? people.map(({ key }) => province.stage.account(key)) : [],
    figure: figureNames,
  }
}

/** Every address of a route, with every value for its place. */
function addressesOf(path: string, ids: { readonly [place: string]: readonly string[] }): readonly string[] {
  const place = /:([A-Za-z]+)/.exec(path)?.[1]
  if (place === undefined) return [path]
  const values = ids[place]
  if (!values || values.length === 0) throw new Error(`the test knows no value for :${place} in ${path}`)
  return values.map((value) => path.replace(`:${place}`, encodeURIComponent(value)))
}
/** What a route cannot do without. */
const needed: { readonly [path: string]: string } = {
  '/api/places/boundaries': '?level=province',
  '/api/places/at': '?latitude=-5.5&longitude=28.4',
}

test('no answer, page, heading or file name tells a person, whoever asks; only oneself, and an administrator one account', async () => {
  const ids = await idsFor()
  const paths = [
    ...world.program.routes.filter((route) => route.method === 'GET').map((route) => route.path),
    ...SIGN_IN_PATHS.filter((route) => route.method === 'GET').map((route) => route.path),
  ]
  const cookies = new Map<string, string>([['stranger', '']])
  for (const { key, email } of people) {
    const signedIn = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password: DEMO_PASSWORD } })
    expect([signedIn.statusCode, found(`${signedIn.body} ${JSON.stringify(signedIn.headers)}`)]).toEqual([200, []])
    cookies.set(key, signedIn.cookies.map((one) => `${one.name}=${one.value}`).join('; '))
  }
  const leaks: string[] = []
  const answered = new Set<string>()
  const addressed: string[] = []
  for (const path of paths)
    for (const address of addressesOf(path, ids))
      for (const [key, cookie] of cookies) {
        const answer = await app.inject({ url: `${address}${needed[path] ?? ''}`, headers: { cookie } })
        if (answer.statusCode === 200) answered.add(path)
        const somebody = people.find((person) => person.key === key)
        const but = path === '/api/me' ? (somebody?.marks ?? []) : []
        const text = `${answer.body} ${JSON.stringify(answer.headers)}`
        const isPersonnel = path === '/api/accounts/:account' && somebody?.role === 'ADMINISTRATOR'
        if (!isPersonnel) leaks.push(...found(text, but).map((mark) => `${path} tells ${key}: ${mark}`))
        addressed.push(...(text.match(/(?:https?:\/\/|["'=]\/)[^"'\s<>]*(?:@|%40)[^"'\s<>]*/g) ?? []))
      }
  expect(leaks).toEqual([])
  expect(paths.filter((path) => !answered.has(path))).toEqual([])
  expect(addressed).toEqual([])
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
  const twice = world.program.database.transaction((tx) =>
    sql`insert into sign_in_user (id, tenant_id, name, email) values ('x', 'cd', ${demoAccounts[0]?.name}, ${somebody?.email})`.execute(tx),
  )
  const incomplete = world.program.database.transaction((tx) =>
    sql`insert into sign_in_user (id, tenant_id, name, email) values ('x', null, ${demoAccounts[0]?.name}, ${somebody?.email})`.execute(tx),
  )
  for (const refused of [twice, incomplete]) {
    const error: unknown = await refused.catch((fault: unknown) => fault)
    expect(found(JSON.stringify(error)).length).toBeGreaterThan(0)
    log.fault({ id: 'f', route: '/api/accounts', error })
  }
  expect(lines).toHaveLength(2)
  expect(lines.map((line) => [line.includes('sign_in_user'), found(line)])).toEqual([
    [true, []],
    [true, []],
  ])
})
