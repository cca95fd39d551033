import { beforeAll, expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { PlaceDisagreements, RegisterPage } from '../../domain/register/register-answers.ts'
import { importBoundaries } from '../../../places/module.ts'
import { baselineJpeg, pdfOf, withExif } from '../../../../../test/sample-files.ts'
import { app, ask, post, program, registerSite, taken } from '../../../../../test/sites-bed.ts'

const camera = { latitude: [1, 57, 50.8, 'S'], longitude: [28, 7, 24.2, 'E'], takenAt: '2026:11:10 09:40:00', orientation: 1 } as const

interface Uploaded {
  readonly status: number
  readonly body: {
    readonly file?: object
    readonly photo?: { takenAt: string; position: object | null }
    readonly refusal?: { readonly code: string }
  }
}
async function upload(bytes: Uint8Array, type: string, query = ''): Promise<Uploaded> {
  const headers = { 'content-type': type, 'x-role': 'MINES_PROV' }
  const answer = await app.inject({ method: 'POST', url: `/api/files${query}`, headers, payload: Buffer.from(bytes) })
  return { status: answer.statusCode, body: answer.json() }
}
const read = (url: string, role: string) => app.inject({ method: 'GET', url, headers: { 'x-role': role } })

test('a photograph is attached, read by the cleared, its place kept only as evidence and told only to the cleared', async () => {
  const site = await registerSite()
  const sent = await upload(withExif(baselineJpeg, camera), 'image/jpeg', '?evidence=true')
  const { file, photo } = sent.body
  const attachment = { file, title: 'Entrée du puits 3', kind: 'photo', takenAt: photo?.takenAt, position: photo?.position }
  const document = await taken('MINES_PROV', `/api/sites/${site}/documents`, { attachment, on: '2026-11-10' })
  const page = await ask(RegisterPage, `/api/sites/${site}/register`)
  expect(page.documents).toMatchObject([
    { document, attachment: { title: 'Entrée du puits 3', position: { latitude: expect.closeTo(-1.964, 2) } } },
  ])
  const [shown] = (await ask(RegisterPage, `/api/sites/${site}/register`, 'NEGOCIANT')).documents
  expect(shown?.attachment).not.toHaveProperty('position')
  const address = `/api/sites/${site}/documents/${page.documents[0]?.attachment.file.sha256 ?? ''}`
  const bytes = await read(address, 'MINES_PROV')
  expect([bytes.statusCode, bytes.headers['content-type'], bytes.rawPayload.subarray(0, 2).toString('hex')]).toEqual([
    200,
    'image/jpeg',
    'ffd8',
  ])
  expect((await read(address, 'NEGOCIANT')).statusCode).toBe(403)
  const elsewhere = await registerSite()
  expect((await read(address.replace(site, elsewhere), 'MINES_PROV')).statusCode).toBe(404)
  await taken('MINES_PROV', `/api/sites/${site}/withdrawn-documents`, { document, reason: 'autre site' })
  expect((await read(address, 'MINES_PROV')).statusCode).toBe(404)
  expect((await ask(RegisterPage, `/api/sites/${site}/register`)).documents).toMatchObject([{ withdrawReason: 'autre site' }])
  expect((await post('MINES_PROV', `/api/sites/${site}/withdrawn-documents`, { document, reason: 'x' })).code).toBe('no-such-document')
})

test('a photo that is not a photo is refused in words, at the file or at the fact, and nothing is attached', async () => {
  const site = await registerSite()
  const text = await upload(new TextEncoder().encode('<html>not a picture</html>'), 'image/jpeg')
  expect([text.status >= 400, text.body.refusal?.code]).toEqual([true, 'file-not-what-it-says'])
  const paper = await upload(pdfOf(), 'application/pdf')
  const attachment = { file: paper.body.file, title: 'Photo', kind: 'photo' }
  expect((await post('MINES_PROV', `/api/sites/${site}/documents`, { attachment })).code).toBe('photo-is-not-a-picture')
  const never = { sha256: 'a'.repeat(64), mediaType: 'image/jpeg', bytes: 12 }
  expect((await post('MINES_PROV', `/api/sites/${site}/documents`, { attachment: { ...attachment, file: never } })).code).toBe(
    'no-such-file',
  )
  expect((await ask(RegisterPage, `/api/sites/${site}/register`)).documents).toEqual([])
})

const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const area = (properties: object, ring: number[][]) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } })
const collection = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const files = {
  province: collection(
    area({ pcode: 'CD61', name: 'Nord-Kivu' }, square(28, -2, 2)),
    area({ pcode: 'CD62', name: 'Sud-Kivu' }, square(28, -4, 2)),
  ),
  territoire: collection(
    area({ pcode: 'CD6103', name: 'Masisi', adm1_pcode: 'CD61' }, square(28, -2, 2)),
    area({ pcode: 'CD6203', name: 'Kalehe', adm1_pcode: 'CD62' }, square(28, -4, 2)),
  ),
} as const

beforeAll(async () => {
  const actor = { account: 'operator', organisation: null, role: null }
  const parts = { database: program.database, tenant: program.tenant, clock: program.clock, actor, log: program.log }
  for (const level of ['province', 'territoire'] as const) await importBoundaries(parts, { file: files[level], level })
})

test('places that disagree stand side by side, are settled by a word, and open again when a side moves', async () => {
  const at = (latitude: number) => ({ position: { at: { latitude, longitude: 28.5 }, origin: 'gps' } })
  const agrees = await registerSite({ ...at(-1.5), stated: { province: 'Nord-Kivu', territoire: 'MASISI' } })
  const site = await registerSite({ name: 'Mukungwe', ...at(-1.5), stated: { province: 'Sud-Kivu', territoire: 'Kalehe' } })
  const unknown = await registerSite({ ...at(-1.5), stated: { province: 'Nord-Kivu', territoire: 'Wlikale' } })
  const list = (query = '', territory?: string) =>
    ask(PlaceDisagreements, `/api/sites/place-disagreements${query}`, 'MINES_PROV', territory)
  const rows = async (query = '', territory?: string) => new Map((await list(query, territory)).rows.map((row) => [String(row.site), row]))
  const open = await rows('?pageSize=500')
  expect(open.has(agrees)).toBe(false)
  const { positioned, inProvince, inTerritoire } = await list()
  expect([inProvince, inTerritoire].every((n) => n >= 3 && n <= positioned)).toBe(true)
  // Sites of a province are counted for who answers for it only.
  expect((await list('', 'CD62')).inProvince).toBeLessThan(inProvince)
  expect(open.get(site)).toMatchObject({
    differs: { province: true, territoire: true, unknownName: false },
    statedTerritoire: { code: 'CD6203' },
    computedTerritoire: { code: 'CD6103', kind: 'territoire' },
    settled: null,
  })
  expect(open.get(unknown)?.differs).toEqual({ province: false, territoire: false, unknownName: true })
  expect((await rows('?pageSize=500', 'CD62')).has(site)).toBe(false)
  expect((await rows('?pageSize=500&province=CD61')).has(site)).toBe(true)
  const settle = `/api/sites/${site}/settled-place`
  expect((await post('MINES_PROV', `/api/sites/${agrees}/settled-place`, { verdict: 'stated-right', reason: 'x' })).code).toBe(
    'place-does-not-disagree',
  )
  await taken('MINES_PROV', settle, { verdict: 'position-right', reason: 'vérifié avec le chef de secteur' })
  const counts = await list('?pageSize=500')
  expect(counts.settled).toBe(1)
  expect((await rows('?pageSize=500&settled=true')).get(site)?.settled).toMatchObject({
    verdict: 'position-right',
    organisation: 'provincial-division',
  })
  expect((await rows('?pageSize=500&settled=false')).has(site)).toBe(false)
  const page = await ask(RegisterPage, `/api/sites/${site}/register`)
  expect(page).toMatchObject({ stated: { province: 'Sud-Kivu' }, province: { code: 'CD61' } })
  await taken('MINES_PROV', `/api/sites/${site}/corrections`, {
    reason: 'papier relu',
    stated: { province: 'Sud-Kivu', territoire: 'Kalehe', village: 'Numbi' },
  })
  expect((await rows('?pageSize=500&settled=true')).has(site)).toBe(true)
  await taken('MINES_PROV', `/api/sites/${site}/corrections`, { reason: 'papier relu', stated: { province: 'Sud-Kivu' } })
  expect((await rows('?pageSize=500&settled=false')).has(site)).toBe(true)
})

test('each tenant’s events find their place with the boundaries of that tenant', async () => {
  const site = await registerSite({ position: { at: { latitude: -3.5, longitude: 28.5 }, origin: 'gps' } })
  const [brief] = await program.database.read((tx) => program.modules.sites.door.briefs(tx, [asId('site', site)]))
  expect(brief).toMatchObject({ provinceCode: 'CD62', territoireCode: 'CD6203' })
})
