/* Files in pieces over HTTP: lost, doubled, overlapping, out of order, damaged, killed in the middle, and known under the hash they were sent with. */
import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { baselineJpeg, commentedPng, withExif } from '../../../../test/sample-files.ts'
import { TEST_NOW, freshDatabase } from '../../../../test/database.ts'
import { codeOf } from '../../../../test/field-phone.ts'
import { addAccount } from '../../people/module.ts'
import { sweepFiles } from '../module.ts'

const { program, setClock } = await freshDatabase()
const { door } = program.modules.documents
let app: Awaited<ReturnType<typeof program.createHttp>>
const cookies: string[] = []
const PASSWORD = 'a long enough password'
const photo = withExif(baselineJpeg, {
  latitude: [2, 3, 36.5, 'S'],
  longitude: [28, 45, 0, 'E'],
  takenAt: '2026:11:21 09:40:00',
  orientation: 6,
})
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

beforeAll(async () => {
  app = await program.createHttp()
  for (const email of ['one@people.example', 'two@people.example']) {
    await addAccount({ ...program, places: program.modules.places.door }, { email, password: PASSWORD, roles: ['MINES_PROV'] })
    const entered = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password: PASSWORD } })
    cookies.push(entered.cookies.map((one) => `${one.name}=${one.value}`).join('; '))
  }
  return () => app.close()
})
interface Piece {
  readonly from: number
  readonly to?: number
  readonly who?: number
  readonly as?: string
  readonly type?: string
  readonly of?: number
}
async function put(
  bytes: Uint8Array,
  { from, to = bytes.length, who = 0, as = hashOf(bytes), type = 'image/jpeg', of = bytes.length }: Piece,
) {
  const answer = await app.inject({
    method: 'PUT',
    url: `/api/uploads/${as}?offset=${from}&of=${of}&type=${encodeURIComponent(type)}`,
    headers: { cookie: cookies[who] ?? '', 'content-type': 'application/octet-stream' },
    payload: Buffer.from(bytes.subarray(from, to)),
  })
  return { status: answer.statusCode, body: answer.json() }
}
const ask = async (sha256: string, who = 0) =>
  (await app.inject({ method: 'GET', url: `/api/uploads/${sha256}`, headers: { cookie: cookies[who] ?? '' } })).json()
const kept = (sha256: string) => program.database.read((tx) => door.kept(tx, 'cd', [sha256]))

test('pieces come twice, overlap and leave holes; the file is whole in the end, once, and known by the hash it was sent under', async () => {
  const of = photo.length
  expect(await ask(hashOf(photo))).toEqual({ received: 0, of: null, done: false })
  expect((await put(photo, { from: 50 })).body).toEqual({ received: 0, of, done: false })
  expect((await put(photo, { from: 0, to: 100 })).body).toEqual({ received: 100, of, done: false })
  expect((await put(photo, { from: 0, to: 60 })).body).toEqual({ received: 100, of, done: false })
  expect((await put(photo, { from: 120 })).body).toEqual({ received: 100, of, done: false })
  expect((await put(photo, { from: 80, to: 130 })).body).toEqual({ received: 130, of, done: false })
  expect(await ask(hashOf(photo))).toEqual({ received: 130, of, done: false })
  expect((await put(photo, { from: 130 })).body).toEqual({ received: of, of, done: true })
  expect((await put(photo, { from: 130 })).body).toEqual({ received: of, of, done: true })
  expect(await ask(hashOf(photo), 1)).toEqual({ received: of, of, done: true })
  expect(await kept(hashOf(photo))).toEqual([{ sha256: hashOf(photo), mediaType: 'image/jpeg', bytes: of }])
  const content = await program.database.read((tx) => door.content(tx, 'cd', hashOf(photo)))
  expect(Buffer.from(content?.content ?? '').includes('Jean')).toBe(false)
  expect(content?.content.length).toBeLessThan(of)
})

test('a file that names itself after an alias stays while a fact names the alias', async () => {
  const actor = { account: 'operator', organisation: null, role: null }
  const id = '01900000-0000-7000-8000-000000000001'
  const payload = { kind: 'mineral', asWritten: hashOf(photo) }
  await program.log.record('cd', [{ id, subject: `spelling:${id}`, kind: 'spelling.noticed.v1', happenedAt: TEST_NOW, actor, payload }])
  await sweepFiles(program.database, { tenant: 'cd', now: '2028-01-01T00:00:00.000Z', olderThanDays: 100, dryRun: false })
  expect(await kept(hashOf(photo))).toHaveLength(1)
})

test('a photograph of a form that lies unfinished stays, until the form is given up', async () => {
  expect((await put(commentedPng, { from: 0, type: 'image/png' })).body).toMatchObject({ done: true })
  const [open, later] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b']
  const files = JSON.stringify([{ name: 'p.png', sha256: hashOf(commentedPng), bytes: commentedPng.length }])
  const revise = (revision: string, parents: readonly string[], state: string) =>
    program.database.pool.query(
      `insert into field_draft_revision (tenant_id, revision, draft, inspection_id, body, parents, state, xml, stood_at, saved_at, files, account_id, received_at)
       values ('cd', $1, 'd', $1, 'saemape', $2::uuid[], $3, '<a/>', '/a', $4, $5::jsonb, 'a', $4)`,
      [revision, parents, state, TEST_NOW, files],
    )
  const sweep = () => sweepFiles(program.database, { tenant: 'cd', now: '2028-01-01T00:00:00.000Z', olderThanDays: 100, dryRun: false })
  await revise(open, [], 'open')
  await sweep()
  expect(await kept(hashOf(commentedPng))).toHaveLength(1)
  await revise(later, [open], 'dropped')
  await sweep()
  expect(await kept(hashOf(commentedPng))).toHaveLength(0)
})

test('damaged bytes are refused and begun anew; a strange file is refused for what it is', async () => {
  const clean = Buffer.concat([baselineJpeg])
  const bad = Buffer.from(clean)
  bad[40] = (bad[40] ?? 0) ^ 1
  expect(codeOf(await put(bad, { from: 0, as: hashOf(clean) }))).toBe('upload-damaged')
  expect(await ask(hashOf(clean))).toEqual({ received: 0, of: null, done: false })
  expect((await put(clean, { from: 0 })).body).toMatchObject({ done: true })
  const page = Buffer.from('<html><script>1</script></html>')
  expect(codeOf(await put(page, { from: 0 }))).toBe('file-not-what-it-says')
  expect(codeOf(await put(page, { from: 0, type: 'text/html' }))).toBe('file-kind-not-taken')
  expect(codeOf(await put(page, { from: 0, of: 10_000_001 }))).toBe('file-too-large')
  expect(codeOf(await put(page, { from: 0, of: 3 }))).toBe('not-understood')
  expect(codeOf(await put(page, { from: 0, as: 'no-hash' }))).toBe('not-understood')
  expect(codeOf(await put(new Uint8Array(1_000_001), { from: 0 }))).toBe('file-too-large')
})

test('nobody spoils the file of another; a server that was killed before it read the whole reads it when asked', async () => {
  const file = withExif(baselineJpeg, {
    latitude: [1, 0, 0, 'S'],
    longitude: [28, 0, 0, 'E'],
    takenAt: '2026:11:21 09:41:00',
    orientation: 1,
  })
  const wrong = Buffer.alloc(90, 7)
  expect((await put(wrong, { from: 0, as: hashOf(file), of: file.length, who: 1 })).body).toMatchObject({ received: 90 })
  expect((await put(file, { from: 0, to: file.length - 10 })).body).toMatchObject({ received: file.length - 10 })
  await program.database.pool.query(
    'insert into upload_part (tenant_id, account_id, sha256, at_byte, content) select tenant_id, account_id, sha256, received, $1 from upload where received = bytes - 10',
    [Buffer.from(file.subarray(file.length - 10))],
  )
  await program.database.pool.query('update upload set received = bytes where received = bytes - 10')
  expect(await ask(hashOf(file))).toEqual({ received: file.length, of: file.length, done: true })
})

test('one account has a limit of what it leaves unfinished; what nobody went on with for a month is given up', async () => {
  const begin = (number: number) => put(Buffer.alloc(10), { from: 0, as: hashOf(Buffer.from([number])), of: 9_000_000, who: 1 })
  const codes: string[] = []
  for (let number = 0; number < 30; number += 1) codes.push(codeOf(await begin(number)))
  expect(codes.filter((one) => one === 'uploads-too-many').length).toBeGreaterThan(5)
  expect(codes.indexOf('uploads-too-many')).toBeGreaterThan(20)
  setClock('2026-12-30T09:40:00.000Z')
  const swept = await sweepFiles(program.database, { tenant: 'cd', now: program.clock(), olderThanDays: 180, dryRun: false })
  expect(swept.unfinished).toBeGreaterThan(20)
  expect(await ask(hashOf(Buffer.from([0])), 1)).toEqual({ received: 0, of: null, done: false })
})
