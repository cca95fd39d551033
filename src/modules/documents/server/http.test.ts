/* Taking files in over HTTP, on the real database: what is kept, what is answered, who may, and what the operator sweeps. */
import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { addAccount } from '../../people/module.ts'
import { sweepFiles } from '../module.ts'
import { ascii, baselineJpeg, commentedPng, interlacedPng, pdfOf, pngOfSize, withExif } from '../../../../test/sample-files.ts'
import { TEST_NOW, freshDatabase } from '../../../../test/database.ts'
import { fileReply } from '../../../platform/http/file-reply.ts'

const { program, setClock } = await freshDatabase()
const { door } = program.modules.documents
let app: Awaited<ReturnType<typeof program.createHttp>>
const cookies = new Map<string, string>()
const PASSWORD = 'a long enough password'
const camera = { latitude: [2, 3, 36.5, 'S'], longitude: [28, 45, 0, 'E'], takenAt: '2026:11:21 09:40:00', orientation: 6 } as const

beforeAll(async () => {
  app = await program.createHttp()
  const parts = { ...program, places: program.modules.places.door }
  for (const role of ['MINES_PROV', 'OBSERVER']) {
    const email = `${role.toLowerCase()}@people.example`
    const added = await addAccount(parts, { email, password: PASSWORD, roles: [role] })
    expect(added.ok).toBe(true)
    const entered = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password: PASSWORD } })
    cookies.set(role, entered.cookies.map((one) => `${one.name}=${one.value}`).join('; '))
  }
  return () => app.close()
})

interface Sent {
  readonly status: number
  readonly body: {
    readonly file?: { readonly sha256: string; readonly bytes: number }
    readonly photo?: unknown
    readonly refusal?: { readonly code: string }
  }
}
async function send(bytes: Uint8Array, type: string, { role = 'MINES_PROV', query = '' } = {}): Promise<Sent> {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/files${query}`,
    headers: { 'content-type': type, ...(role === '' ? {} : { cookie: cookies.get(role) ?? '' }) },
    payload: Buffer.from(bytes),
  })
  return { status: answer.statusCode, body: answer.json() }
}
const rows = async (): Promise<number> =>
  (await program.database.pool.query<{ n: number }>('select count(*) as n from document')).rows[0]?.n ?? -1

describe('a photograph', () => {
  test('is kept clean under the hash of what is kept, once, whoever sends it how often', async () => {
    const before = await rows()
    const first = await send(withExif(baselineJpeg, camera), 'image/jpeg')
    expect(first).toMatchObject({ status: 200, body: { photo: { takenAt: '2026-11-21T09:40:00', position: null, widthPixels: 16 } } })
    expect(await send(withExif(baselineJpeg, camera), 'image/jpeg; charset=binary')).toEqual(first)
    expect(await rows()).toBe(before + 1)
    const sha256 = first.body.file?.sha256 ?? ''
    const kept = await program.database.read((tx) => door.content(tx, 'cd', sha256))
    expect(
      createHash('sha256')
        .update(kept?.content ?? '')
        .digest('hex'),
    ).toBe(sha256)
    expect(Buffer.from(kept?.content ?? '').includes('Jean')).toBe(false)
  })
  test('tells its place only where the place is evidence', async () => {
    const { body } = await send(withExif(baselineJpeg, camera), 'image/jpeg', { query: '?evidence=true' })
    expect(body.photo).toMatchObject({ position: { latitude: -2.060139, longitude: 28.75 } })
  })
  test('is not found by another tenant', async () => {
    const { body } = await send(baselineJpeg, 'image/jpeg')
    const sha256 = body.file?.sha256 ?? ''
    expect(await program.database.read((tx) => door.content(tx, 'rw', sha256))).toBeNull()
    expect(await program.database.read((tx) => door.kept(tx, 'cd', [sha256, 'f'.repeat(64)]))).toMatchObject([{ sha256 }])
  })
})

describe('what is refused is not kept, and the sender learns why', () => {
  test.each([
    ['a page that calls itself a photograph', ascii('<html><script>1</script>'), 'image/jpeg', 415, 'file-not-what-it-says'],
    [
      'a Word file',
      ascii('PK\x03\x04'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      415,
      'file-kind-not-taken',
    ],
    ['JSON', ascii('{}'), 'application/json', 415, 'file-kind-not-taken'],
    ['nothing', new Uint8Array(), 'image/png', 400, 'file-empty'],
    ['a PNG whose rows are too few', pngOfSize(interlacedPng, 90, 70), 'image/png', 400, 'file-damaged'],
    ['a PNG of 50,000 points', pngOfSize(commentedPng, 50_000, 50_000), 'image/png', 413, 'picture-too-large'],
    ['a PDF that acts', pdfOf('<< /S /Launch >>'), 'application/pdf', 400, 'pdf-acts'],
    ['more than ten megabytes', new Uint8Array(10_000_001), 'application/pdf', 413, 'file-too-large'],
  ])('%s', async (_what, bytes, type, status, code) => {
    const before = await rows()
    expect(await send(bytes, type)).toMatchObject({ status, body: { refusal: { code } } })
    expect(await rows()).toBe(before)
  })
  test('a stranger and a reader send nothing, and are told so before their file is read', async () => {
    expect(await send(new Uint8Array(10_000_001), 'image/jpeg', { role: '' })).toMatchObject({ status: 401 })
    expect(await send(new Uint8Array(10_000_001), 'image/jpeg', { role: 'OBSERVER' })).toMatchObject({ status: 403 })
  })
  test('elsewhere a body is still JSON only', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/missions', headers: { 'content-type': 'image/jpeg' }, payload: 'x' })
    expect(answer.statusCode).toBe(415)
  })
})

test('ten megabytes of paper are taken', async () => {
  const paper = pdfOf(`<< /Length 9900000 >>\nstream\n${'q 1 w Q '.repeat(1_237_500)}\nendstream`)
  const { status, body } = await send(paper, 'application/pdf')
  expect({ status, bytes: body.file?.bytes }).toEqual({ status: 200, bytes: paper.length })
})

test('bytes are answered so that no browser takes them for a page', () => {
  const reply = fileReply({ sha256: 'ab'.repeat(32), mediaType: 'application/pdf', content: pdfOf() }, 'order "x"/../')
  expect(reply).toMatchObject({
    contentType: 'application/pdf',
    headers: { 'content-disposition': 'attachment; filename="orderx-abababab.pdf"' },
  })
  expect(reply.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" })
})

test('the sweep removes old files that nothing names, and keeps what any event names', async () => {
  const lonely = (await send(commentedPng, 'image/png')).body.file?.sha256 ?? ''
  const named = (await send(interlacedPng, 'image/png')).body.file?.sha256 ?? ''
  const actor = { account: 'operator', organisation: null, role: null }
  const id = '01900000-0000-7000-8000-000000000001'
  const payload = { kind: 'mineral', asWritten: named }
  await program.log.record('cd', [{ id, subject: `spelling:${id}`, kind: 'spelling.noticed.v1', happenedAt: TEST_NOW, actor, payload }])
  const sweep = (days: number, dryRun: boolean, now: string) =>
    sweepFiles(program.database, { tenant: 'cd', now, olderThanDays: days, dryRun })
  const later = '2027-05-21T09:40:00.000Z'
  expect(await sweep(1, false, '2026-12-21T09:40:00.000Z')).toEqual({ files: 0, bytes: 0, unfinished: 0 })
  const there = await rows()
  expect((await sweep(100, true, later)).files).toBe(there - 1)
  expect(await rows()).toBe(there)
  setClock('2027-05-20T09:40:00.000Z')
  await send(baselineJpeg, 'image/jpeg')
  await sweep(100, false, later)
  const left = await program.database.read((tx) => door.kept(tx, 'cd', [lonely, named]))
  expect(left.map((one) => one.sha256)).toEqual([named])
  expect(await rows()).toBe(2)
})

test('the photograph of an artisan stands in no event: the sweep keeps it until the person is erased', async () => {
  const photo = (await send(commentedPng, 'image/png')).body.file?.sha256 ?? ''
  const write = (statement: RawBuilder<unknown>) => program.database.transaction((tx) => statement.execute(tx))
  const sweep = () => sweepFiles(program.database, { tenant: 'cd', now: '2028-05-21T09:40:00.000Z', olderThanDays: 100, dryRun: false })
  const isKept = async () => (await program.database.read((tx) => door.kept(tx, 'cd', [photo]))).length === 1
  await write(sql`insert into artisan_person (tenant_id, artisan_id, name, photo_sha256, changed_at)
    values ('cd', '01900000-0000-7000-8000-000000000002', 'x', ${photo}, ${TEST_NOW})`)
  await sweep()
  expect(await isKept()).toBe(true)
  await write(sql`delete from artisan_person`)
  await sweep()
  expect(await isKept()).toBe(false)
})
