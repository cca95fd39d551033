/* Rescue over HTTP: a broken telephone's file lands once, a removed one's by whoever answers for it, and nobody opens what is not theirs. */
import { once } from 'node:events'
import { request } from 'node:http'
import { createCipheriv, createECDH, createHash, createPrivateKey, hkdfSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { app, fieldWorker, organisation, person, program, root, site } from '../../../../../test/field-bed.ts'
import { type TestPhone, codeOf, textIn } from '../../../../../test/field-phone.ts'
import { baselineJpeg, withExif } from '../../../../../test/sample-files.ts'
import { TEST_NOW } from '../../../../../test/database.ts'
import { type Client, newId, subjectOf } from '../../../../../test/world/client.ts'
import { looseRecord, mustParse, record, text } from '../../../../kernel/schema.ts'
import { rescueKeyOf } from '../../../../platform/keys/rescue-key.ts'
import { Rescued } from '../../contract.ts'
import { CARRIED_BOX, pieceKey } from '../../domain/carried-file.ts'
import { boundTo, headLine, rowParts } from '../../domain/rescue-file.ts'
import { dataKeyOf, openInParts, readRescue } from './open-rescue.ts'

const visit = { date: '2026-11-20', source: { name: 'Équipe', reference: 'R' }, onSite: true, observed: {} }
const photo = withExif(baselineJpeg, {
  latitude: [2, 3, 36.5, 'S'],
  longitude: [28, 45, 0, 'E'],
  takenAt: '2026:11:21 09:40:00',
  orientation: 6,
})
const photoHash = createHash('sha256').update(photo).digest('hex')

function seal(key: Uint8Array, plain: Uint8Array, bound: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(bound))
  return new Uint8Array(Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
}
const hkdf = (secret: Uint8Array, salt: Uint8Array, info: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, salt, info, 32))

type Put = readonly [box: string, key: string, value: unknown]
/** As a telephone makes it: docs/spec/rescue-file.md. */
async function rescueFile(
  phone: TestPhone,
  puts: readonly Put[],
  rowsSaid = puts.length,
): Promise<{ readonly file: Buffer; readonly forServer: object; readonly dataKey: Buffer }> {
  const session = mustParse(looseRecord({ rescueKey: record({ id: text(), publicKey: text() }) }), (await phone.askSession()).body)
  const { id: key, publicKey } = session.rescueKey
  const dataKey = randomBytes(32)
  const own = createECDH('prime256v1')
  const ephemeral = own.generateKeys()
  const secret = own.computeSecret(Buffer.from(publicKey, 'base64'))
  const sealed = seal(hkdf(secret, ephemeral, 'chanzo-rescue-server-v1'), dataKey, boundTo.server(phone.device, key))
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  const forServer = { key, ephemeral: base64(ephemeral), iv: base64(sealed.subarray(0, 12)), sealed: base64(sealed.subarray(12)) }
  const rowsKey = hkdf(dataKey, new Uint8Array(), 'chanzo-rows-v1')
  const rows = puts.map(([box, name, value]) => {
    const row = { holder: 'ab'.repeat(16), box, id: createHash('sha256').update(name).digest('hex') }
    const body =
      value instanceof Uint8Array
        ? Buffer.concat([Uint8Array.of(1), value])
        : Buffer.concat([Uint8Array.of(0), Buffer.from(JSON.stringify(value))])
    return { ...row, name: seal(rowsKey, Buffer.from(name), boundTo.name(row)), body: seal(rowsKey, body, boundTo.body(row)) }
  })
  const header = headLine({ format: 'chanzo-rescue-1', device: phone.device, madeAt: TEST_NOW, forServer, rows: rowsSaid })
  return { file: Buffer.concat([header, ...rows.flatMap(rowParts)]), forServer, dataKey }
}
const handIn = (client: Client, file: Uint8Array) => client.upload('/api/field/rescues', file, 'application/octet-stream')

async function team() {
  const home = await organisation('saemape')
  const leader = await person(['MINES_PROV'], { organisation: await organisation('provincial-division') })
  const worker = await fieldWorker('SAEMAPE_AGENT', { organisation: home })
  const members = ['mines-administration', 'saemape', 'civil-society'].map((body, at) => ({ body, attendance: 'required', head: at === 0 }))
  const inspection = subjectOf(await leader.client.post('/api/inspections', { site, date: '2026-11-20', onSite: true, members }))
  return { home, worker, chief: await person(['MINES_PROV'], { organisation: home }), inspection }
}

test('a broken telephone’s file lands once: commands, photographs and unfinished forms, also what was typed last', async () => {
  const { worker, inspection } = await team()
  const { phone } = worker
  const first = phone.parcel(`/api/sites/${site}/visits`, visit)
  const second = phone.parcel(`/api/sites/${site}/visits`, visit, { after: [first.id] })
  const sent = phone.parcel(`/api/sites/${site}/visits`, visit)
  await (await phone.client()).send('/api/field/parcels', { parcels: [sent] })
  const draft = `${inspection}.saemape.visite.1`
  const revision = {
    revision: newId(),
    draft,
    parents: [],
    state: 'open',
    xml: '<a>1</a>',
    at: '/a',
    savedAt: TEST_NOW,
    files: [],
    mine: true,
    account: worker.account,
    device: phone.device,
    sent: false,
  }
  const { file } = await rescueFile(phone, [
    ['outbox', second.id, { parcel: second, state: 'ready' }],
    ['outbox', first.id, { parcel: first, state: 'ready' }],
    ['sent', sent.id, { parcel: sent, state: 'taken' }],
    ['photo', photoHash, photo],
    ['setting', `photo:${photoHash}`, { sha256: photoHash, mediaType: 'image/jpeg', bytes: photo.length }],
    ['draft', draft, { revisions: [revision], here: revision.revision, heads: [], parted: false, refused: null }],
    ['kept', `chanzo.form.${draft}`, JSON.stringify({ xml: '<a>2</a>', at: '/a', savedAt: '2026-11-21T09:41:00.000Z' })],
    ['kept', 'chanzo.anything', 'x'],
  ])
  const nothing = { taken: 0, before: 0, waiting: 0, refused: 0, drafts: 0, photos: 0, unreadable: 0 }
  expect(await handIn(worker.client, file)).toEqual({ status: 200, body: { ...nothing, taken: 2, before: 1, drafts: 2, photos: 1 } })
  expect(await handIn(worker.client, file)).toEqual({ status: 200, body: { ...nothing, before: 3 } })
  expect(await program.database.read((tx) => program.modules.documents.door.kept(tx, 'cd', [photoHash]))).toHaveLength(1)
  const heads = await worker.client.get(`/api/field/drafts/${encodeURIComponent(draft)}`)
  expect(heads).toMatchObject({ status: 200, body: { parted: false, heads: [{ xml: '<a>2</a>', parents: [revision.revision] }] } })
  const rows = await program.database.pool.query('select handed_in_by, device_id, outcome from rescue where device_id = $1', [phone.device])
  expect(rows.rows).toEqual([
    {
      handed_in_by: worker.account,
      device_id: phone.device,
      outcome: mustParse(Rescued, { ...nothing, taken: 2, before: 1, drafts: 2, photos: 1 }),
    },
  ])
})

test('of a removed telephone: its owner’s hand is not enough, a supervisor’s of another organisation neither', async () => {
  const { worker, chief } = await team()
  const parcel = worker.phone.parcel(`/api/sites/${site}/visits`, visit)
  const { file, forServer } = await rescueFile(worker.phone, [['outbox', parcel.id, { parcel }]])
  await root.post(`/api/devices/${worker.phone.device}/revocations`, { reason: 'lost', from: TEST_NOW })
  const elsewhere = await person(['MINES_PROV'], { organisation: await organisation('provincial-division') })
  const colleague = await fieldWorker('SAEMAPE_AGENT')
  expect(codeOf(await handIn(elsewhere.client, file))).toBe('not-your-device')
  expect(codeOf(await handIn(await colleague.phone.client(), file))).toBe('not-your-device')
  expect((await handIn(worker.client, file)).body).toMatchObject({ taken: 0, waiting: 1 })
  expect((await handIn(chief.client, file)).body).toMatchObject({ taken: 1, waiting: 0 })
  expect((await handIn(root, file)).body).toMatchObject({ taken: 0, before: 1 })
  expect(codeOf(await worker.client.send(`/api/field/devices/${worker.phone.device}/key-recovery`, { forServer }))).toBe('device-removed')
})

test('what waited here for its predecessor when the telephone was removed comes in with it, at the first hand', async () => {
  const { worker, chief } = await team()
  const first = worker.phone.parcel(`/api/sites/${site}/visits`, visit)
  const second = worker.phone.parcel(`/api/sites/${site}/visits`, visit, { after: [first.id] })
  await (await worker.phone.client()).send('/api/field/parcels', { parcels: [second] })
  const { file } = await rescueFile(worker.phone, [
    ['outbox', first.id, { parcel: first }],
    ['outbox', second.id, { parcel: second }],
  ])
  await root.post(`/api/devices/${worker.phone.device}/revocations`, { reason: 'lost', from: TEST_NOW })
  expect((await handIn(chief.client, file)).status).toBe(200)
  const { rows } = await program.database.pool.query('select state from parcel where device_id = $1', [worker.phone.device])
  expect(rows).toEqual([{ state: 'taken' }, { state: 'taken' }])
})

test('a colleague of the same organisation may carry the file while the telephone is in service, and nobody’s name is borrowed', async () => {
  const { home, worker, inspection } = await team()
  const colleague = await fieldWorker('SAEMAPE_AGENT', { organisation: home })
  const stranger = await fieldWorker('SAEMAPE_AGENT', { organisation: await organisation('saemape') })
  const parcel = worker.phone.parcel(`/api/sites/${site}/visits`, visit)
  const draft = `${inspection}.saemape.visite.1`
  const typed = JSON.stringify({ xml: '<a>3</a>', at: '/a', savedAt: '2026-11-21T09:41:00.000Z' })
  const { file } = await rescueFile(worker.phone, [
    ['outbox', parcel.id, { parcel }],
    ['kept', `chanzo.form.${draft}`, typed],
  ])
  expect(codeOf(await handIn(await stranger.phone.client(), file))).toBe('not-your-device')
  expect((await handIn(await colleague.phone.client(), file)).body).toMatchObject({ taken: 1, drafts: 1, unreadable: 0 })
  const heads = await worker.client.get(`/api/field/drafts/${encodeURIComponent(draft)}`)
  expect(heads.body).toMatchObject({
    heads: [{ xml: '<a>3</a>', account: colleague.account, device: colleague.phone.device, mine: false }],
  })
  expect((await handIn(worker.client, file)).body).toMatchObject({ taken: 0, before: 1 })

  const late = worker.phone.parcel(`/api/sites/${site}/visits`, visit)
  const { file: second } = await rescueFile(worker.phone, [['outbox', late.id, { parcel: late }]])
  await root.post(`/api/devices/${worker.phone.device}/revocations`, { reason: 'lost', from: TEST_NOW })
  expect(codeOf(await handIn(await colleague.phone.client(), second))).toBe('rescue-needs-supervisor')
  expect(codeOf(await handIn(await stranger.phone.client(), second))).toBe('not-your-device')
})

test('a file that a broken telephone carried for a colleague comes out of its own rescue file', async () => {
  const { home, worker } = await team()
  const colleague = await fieldWorker('SAEMAPE_AGENT', { organisation: home })
  const theirs = worker.phone.parcel(`/api/sites/${site}/visits`, visit)
  const inside = new Uint8Array((await rescueFile(worker.phone, [['outbox', theirs.id, { parcel: theirs }]])).file)
  const own = colleague.phone.parcel(`/api/sites/${site}/visits`, visit)
  const { file } = await rescueFile(colleague.phone, [
    ['outbox', own.id, { parcel: own }],
    [CARRIED_BOX, pieceKey('f', 1), inside.slice(1000)],
    [CARRIED_BOX, pieceKey('f', 0), inside.slice(0, 1000)],
  ])
  expect((await handIn(colleague.client, file)).body).toMatchObject({ taken: 2, unreadable: 0 })
  expect((await handIn(colleague.client, file)).body).toMatchObject({ taken: 0, before: 2, unreadable: 0 })
})

test('three files are read at once; a fourth is told to come again, and comes in when one is done', async () => {
  const { phone, client } = await fieldWorker()
  const token = textIn(await phone.askSession(), 'token')
  const address = new URL('/api/field/rescues', await app.listen({ port: 0, host: '127.0.0.1' }))
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', 'content-length': 1000 }
  const slow = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const sending = request(address, { method: 'POST', headers: { ...headers, expect: '100-continue' } })
      sending.on('error', () => undefined)
      sending.flushHeaders()
      await once(sending, 'continue')
      sending.write(Buffer.alloc(10))
      return sending
    }),
  )
  const { file } = await rescueFile(phone, [])
  await expect.poll(async () => codeOf(await handIn(client, file))).toBe('busy-with-large-files')
  slow[0]?.destroy()
  await expect.poll(async () => (await handIn(client, file)).status).toBe(200)
  for (const sending of slow) sending.destroy()
})

test('a file that was cut, changed, made for another server or is none says so; what can be read is read', async () => {
  const { worker } = await team()
  const [one, two] = [worker.phone.parcel(`/api/sites/${site}/visits`, visit), worker.phone.parcel(`/api/sites/${site}/visits`, visit)]
  const { file } = await rescueFile(worker.phone, [
    ['outbox', one.id, { parcel: one }],
    ['outbox', two.id, { parcel: two }],
  ])
  expect((await handIn(worker.client, file.subarray(0, file.length - 5))).body).toMatchObject({ taken: 1, unreadable: 1 })
  const changed = Buffer.from(file)
  changed[file.length - 3] = (changed[file.length - 3] ?? 0) ^ 1
  expect((await handIn(worker.client, changed)).body).toMatchObject({ taken: 0, before: 1, unreadable: 1 })
  const foreign = Buffer.from(file.toString('latin1').replace(/"key":"[0-9a-f]{16}"/, '"key":"0123456789abcdef"'), 'latin1')
  expect(codeOf(await handIn(worker.client, foreign))).toBe('rescue-for-another-server')
  expect(codeOf(await handIn(worker.client, Buffer.from('{"format":"chanzo-rescue-1"}\n')))).toBe('rescue-not-understood')
  expect(codeOf(await handIn(worker.client, randomBytes(50_000)))).toBe('rescue-not-understood')
})

test('the key of a telephone is opened for its owner by password, five times a day, told in a row', async () => {
  const { worker, chief } = await team()
  const { forServer, dataKey } = await rescueFile(worker.phone, [])
  const path = `/api/field/devices/${worker.phone.device}/key-recovery`
  expect(codeOf(await (await worker.phone.client()).send(path, { forServer }))).toBe('only-with-password')
  expect(codeOf(await chief.client.send(path, { forServer }))).toBe('not-your-device')
  for (let time = 0; time < 5; time += 1) {
    const answer = await worker.client.send(path, { forServer })
    expect(textIn(answer, 'dataKey')).toBe(dataKey.toString('base64'))
    await new Promise((done) => setTimeout(done, 2))
    await program.database.pool.query("update key_recovery set at = at - interval '1 minute' * (1 + random())")
  }
  expect(codeOf(await worker.client.send(path, { forServer }))).toBe('too-many-tries')
  const { rows } = await program.database.pool.query('select account_id from key_recovery where device_id = $1', [worker.phone.device])
  expect(rows.length).toBeGreaterThanOrEqual(5)
  expect(app.server).toBeDefined()
})

test('the published example opens on the server as it does on a telephone', async () => {
  const vectors = mustParse(
    looseRecord({
      rescuePrivateKey: looseRecord({ kty: text(), crv: text(), x: text(), y: text(), d: text() }),
      dataKey: text(),
      file: text(10_000),
    }),
    JSON.parse(readFileSync(new URL('../../../../../docs/spec/rescue-file.vectors.json', import.meta.url), 'utf8')),
  )
  const { kty, crv, x, y, d } = vectors.rescuePrivateKey
  const pem = createPrivateKey({ key: { kty, crv, x, y, d }, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }).toString()
  const read = readRescue(new Uint8Array(Buffer.from(vectors.file, 'base64')))
  if (!read.ok) throw new Error(read.refusal.code)
  const dataKey = dataKeyOf(
    rescueKeyOf(pem, () => 'r1'),
    read.value.header.device,
    read.value.header.forServer,
  )
  expect(Buffer.from(dataKey ?? []).toString('base64')).toBe(vectors.dataKey)
  const rows = []
  for await (const part of openInParts(read.value.rows, dataKey ?? new Uint8Array(32))) rows.push(...part.rows)
  expect(rows.map((row) => row.box)).toEqual(['outbox', 'photo', expect.any(String)])
})
