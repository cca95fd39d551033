/*
What a person told is nowhere but in sealed boxes. A whole case is played on a real server with words that exist nowhere else; then all that the
server keeps, says, sends and holds in memory is searched for them, in every spelling. Beside each search stands a word that must be found: who
looks in the wrong place finds nothing too. `CHANZO_PLANT_LEAK=1` writes one of the words where it may not be, and this must fail and name the place.
*/
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openProgram } from '../../src/bin/program.ts'
import { type Database, connect } from '../../src/platform/database/connect.ts'
import { openKeyRing } from '../../src/platform/keys/signer.ts'
import { createMailer } from '../../src/platform/mail/mailer.ts'
import { openCopy } from '../database.ts'
import { type MailServer, startMailServer } from '../mail-server.ts'
import { withServer } from '../start-postgres.ts'
import { type Answer } from '../world/client.ts'
import { openStage } from '../world/stage.ts'
import { backupOf, filesUnder, tables, tablesIn } from './sealed-places.ts'
import { type Canaries, type Find, type Place, fileAt, needlesOf, search, searchAll, textOf } from './sealed-search.ts'
import { type RealServer, startRealServer } from './sealed-server.ts'
import { type NamesPlayed, type NamesTold, playNames, sendWrongNames } from './sealed-names-story.ts'
import { type Played, type Told, castOn, loseAndRecover, playCase, sendWrong } from './sealed-story.ts'

const letters = (count: number): string => Array.from(randomBytes(count), (byte) => String.fromCharCode(97 + (byte % 26))).join('')
const digits = (count: number): string => Array.from(randomBytes(count), (byte) => String(byte % 10)).join('')
const told: Told = {
  name: `Mapendo ${letters(12)} ${letters(9)}`,
  story: `On m'a menee au puits de ${letters(14)} la nuit`,
  telephone: `+24389${digits(10)}`,
  codeWord: `mot-${letters(14)}`,
  perpetrator: `Chef ${letters(14)}`,
  proof: `Carnet de dette de ${letters(14)}`,
  testimony: `Elle a vu ${letters(14)} au barrage`,
  note: `Elle a parle de ${letters(14)} ce matin`,
  packed: `Un lit pour ${letters(14)} et son enfant`,
  fileName: `carte de ${letters(14)}.jpg`,
  fileInside: `appareil de ${letters(14)}`,
}
/** Names that the conflict map may not tell: of who benefits, and of an actor. */
const names: NamesTold = { beneficiary: `General ${letters(14)} dit ${letters(5)}`, secretActor: `Maison de ${letters(14)}` }
const sealed: Canaries = { ...told, ...names }
/** Sent in the clear where they do not belong: the server has heard them once, and keeps none. */
const stray = `Zawadi ${letters(14)}`
/** Lies open by intent: found wherever the search really looks. */
const witness = `temoin${letters(12)}`

const base = mkdtempSync(join(tmpdir(), 'chanzo-sealed-'))
const dataDir = join(base, witness)
const outputFile = join(base, 'output.txt')
const snapshotFolder = join(base, 'snapshots')
const name = `sealed_${randomUUID().replaceAll('-', '')}`
const secret = randomBytes(32).toString('base64url')
let connectionString = ''
let owner: Database
let server: RealServer
let mail: MailServer
let played: Played
let named: NamesPlayed
let wrong: readonly Answer[] = []
let recovered = ''
let heap: Place
let fault: Answer
let inMemory: readonly Find[] | null = null

beforeAll(async () => {
  mkdirSync(join(dataDir, 'keys'), { recursive: true })
  mkdirSync(snapshotFolder)
  writeFileSync(join(dataDir, 'keys', 'session.secret'), secret, { mode: 0o600 })
  const now = new Date(Date.now() - 2 * 86_400_000).toISOString()
  const keys = openKeyRing(join(dataDir, 'keys'))
  const world = await openCopy({ template: inject('template'), name, keys, secret, now })
  connectionString = world.connectionString
  const stage = await openStage(world, 30)
  await world.program.close()
  owner = connect({ connectionString, role: 'owner', max: 2 })
  mail = await startMailServer()
  server = await startRealServer({ dataDir, connectionString, outputFile, snapshotFolder, smtpUrl: mail.url })
  const cast = await castOn(server, stage)
  played = await playCase(cast, told)
  named = await playNames(cast, names)
  recovered = await loseAndRecover(cast, played)
  const memory = server.memory()
  // Before anything is sent in the clear: sealed words never reach this process, not for a moment.
  inMemory = memory === null ? null : await search(memory, { ...sealed, witness })
  wrong = [...(await sendWrong(cast, played, stray)), ...(await sendWrongNames(cast, named, stray))]
  await onOwner(sql`alter table case_view add constraint broken check (false) not valid`)
  fault = await cast.client('caseworker').get('/api/cases')
  await onOwner(sql`alter table case_view drop constraint broken`)
  // Ordinary work goes on, so that the machinery of the server has other things in its hands.
  for (let times = 0; times < 20; times++) await cast.client('caseworker').get('/api/cases')
  heap = fileAt('what the server holds in memory', await server.heap())
  if (process.env['CHANZO_PLANT_LEAK'] === '1') await plant()
  await server.stop()
  // A whole server is started, used and photographed: that takes what it takes on a small machine.
}, 300_000)
afterAll(async () => {
  await server?.stop()
  await owner.close()
  await mail.stop()
  await withServer(inject('server'), (client) => client.query(`drop database if exists ${name} with (force)`))
  rmSync(base, { recursive: true, force: true })
})
const onOwner = (statement: ReturnType<typeof sql>): Promise<unknown> => owner.transaction((tx) => statement.execute(tx))
const plant = (): Promise<unknown> =>
  onOwner(
    sql`insert into account_review (tenant_id, account_id, reviewed_at, reviewed_by) values ('cd', ${randomUUID()}, now(), ${told.name})`,
  )

const all: Canaries = { ...sealed, stray }

test('the words are really there: who lost the key reads the name again, with the help of two', () => {
  expect(recovered).toBe(told.name)
  expect(named.read).toEqual(names)
})

test('no table holds one of them, nor the log, nor what waits in queues', async () => {
  const places = await tables(owner)
  expect(places.length).toBeGreaterThan(100)
  const known = await searchAll(places, { witness: played.opened.id })
  // What is searched for was really kept: a text in each vault, the witness's among them.
  const vaults = await owner.read((tx) => sql<{ vault: string }>`select distinct vault from case_text order by 1`.execute(tx))
  expect(vaults.rows.map((row) => row.vault)).toEqual(['evidence', 'identity', 'narrative', 'perpetrator', 'witness'])
  for (const place of ['table case_row', 'table case_file', 'table case_file_part'])
    expect(known).toContainEqual(expect.objectContaining({ place }))
  const names_ = await searchAll(places, { beneficiary: named.beneficiary, secretActor: named.secretActor })
  for (const what of ['beneficiary', 'secretActor'])
    for (const place of ['table secret_name', 'table secret_name_box', 'table secret_name_look', 'table log_event'])
      expect(names_).toContainEqual(expect.objectContaining({ place, what }))
  expect(await searchAll(places, all)).toEqual([])
})

test('the file of the backup holds none', async () => {
  const place = await backupOf(connectionString, { dataDir, file: join(base, 'all.backup') })
  expect(await search(place, { witness: played.opened.id })).not.toEqual([])
  expect(await search(place, all)).toEqual([])
})

test('wrong input is refused without being said again, and stays nowhere', () => {
  expect(wrong.map((one) => one.status).filter((status) => status < 400 || status > 499)).toEqual([])
  expect(needlesOf({ stray }).filter(({ bytes }) => Buffer.from(JSON.stringify(wrong)).includes(bytes))).toEqual([])
})

test('a fault of the database itself, which quotes the row, leaves a number and no word', async () => {
  expect(fault).toMatchObject({ status: 500 })
  const output = readFileSync(outputFile, 'utf8')
  expect(output).toContain('"msg":"fault"')
  expect(
    await searchAll([textOf('the answer to a fault', JSON.stringify(fault.body)), fileAt('what the server said', outputFile)], all),
  ).toEqual([])
  // Ciphertext has no business there either.
  expect(output).not.toContain(Buffer.from('age-encryption.org').toString('base64'))
})

test('the folder of the server holds none', async () => {
  expect(await searchAll(filesUnder(dataDir), all)).toEqual([])
})

test('a snapshot of what the server holds in memory has none, what it refused has gone from it', async () => {
  expect(await search(heap, { witness })).not.toEqual([])
  expect(await search(heap, all)).toEqual([])
})

test('byte by byte, its memory never had one of the sealed words', ({ skip }) => {
  skip(inMemory === null, 'this system shows no memory of another process')
  expect(inMemory).toContainEqual(expect.objectContaining({ what: 'witness' }))
  expect(inMemory?.filter(({ what }) => what !== 'witness')).toEqual([])
})

test('letters say that something waits, and nothing else', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const parts = { connectionString, keys: openKeyRing(join(dataDir, 'keys')), tenant: 'cd', baseUrl: 'http://127.0.0.1:4870', secret }
  const program = await openProgram({ ...parts, clock: () => `${tomorrow}T09:00:00.000Z`, demo: false, simulatedClock: true })
  const mailer = createMailer({ url: mail.url, from: 'chanzo@mines.example' })
  await program.modules.notices.round(mailer)
  mailer.close()
  await program.close()
  expect(mail.arrived.length).toBeGreaterThan(0)
  const letters_ = mail.arrived.map(({ raw }, at) => textOf(`letter ${at + 1}`, raw))
  expect(await searchAll(letters_, { ...all, case: played.opened.id, referral: played.referral })).toEqual([])
})

test('the search finds what is planted: in a row, in bytes, in two bytes a letter, across the border of two pieces', async () => {
  const secretly = { name: `Furaha ${letters(14)}` }
  class Undone extends Error {}
  const rows: string[] = []
  const tried = owner.transaction(async (tx) => {
    await sql`insert into account_review (tenant_id, account_id, reviewed_at, reviewed_by)
      values ('cd', ${randomUUID()}, now(), ${secretly.name})`.execute(tx)
    rows.push(...(await searchAll(await tablesIn(tx), secretly)).map((one) => `${one.place}: ${one.what}, ${one.spelled}`))
    throw new Undone()
  })
  await expect(tried).rejects.toBeInstanceOf(Undone)
  expect(rows).toContain('table account_review: name, utf8')
  for (const { spelled, bytes } of needlesOf(secretly)) {
    const cut = Math.floor(bytes.length / 2)
    const place = { name: 'planted', pieces: () => [Buffer.from('…'), bytes.subarray(0, cut), bytes.subarray(cut), Buffer.from('…')] }
    expect(
      (await search(place, secretly)).map((one) => one.spelled),
      spelled,
    ).toContain(spelled)
  }
  for (const before of ['', 'a', 'ab', 'abc']) {
    const inBase64 = Buffer.from(`${before}${secretly.name} et la suite`).toString('base64')
    expect(await search(textOf('in base64', `{"box":"${inBase64}"}`), secretly), before).not.toEqual([])
    const bytea = Buffer.from(`${before}${secretly.name}`).toString('hex')
    expect(await search(textOf('bytes', `\\x${bytea}`), secretly)).not.toEqual([])
  }
})
