/* Photographs, scans and recordings of cases on the real database: who may, on which line, and how nothing stays. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { beginWork, witnessVault, yesTo } from '../../../../../test/world/case-acts.ts'
import { openedPackage, packageFor } from '../../../../../test/world/case-packages.ts'
import { type MadeFile, makeFile, openedFile, piecesOf, readFile, sendPieces } from '../../../../../test/world/case-files.ts'
import { type KeyedPerson, must, withKey } from '../../../../../test/world/case-people.ts'
import { type Opened, WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { newId } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import { CaseFileStates } from '../../contract-files.ts'
import { CaseAnswer, CaseViews, ReceivedPackage } from '../../contract.ts'
import { VaultKeys, type VaultName } from '../../contract-vault.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { asProgram } from '../record/records.ts'

const world = await freshDatabase()
const NOTHING = { status: 404, body: { refusal: { code: 'unknown-case', facts: {} } } }
let stage: Stage
let worker: KeyedPerson
let colleague: KeyedPerson
let supervisor: KeyedPerson
let clinic: KeyedPerson

beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  worker = await withKey(stage, 'caseworker')
  colleague = await withKey(stage, 'casework2')
  supervisor = await withKey(stage, 'supervisor')
  clinic = await withKey(stage, 'clinic')
})
const open = async (): Promise<Opened> => {
  const opened = await openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Furaha', story: 'Le puits.' },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
  expect(opened.answer).toMatchObject({ status: 200 })
  return opened
}
const keyOf = ({ body }: Opened, vault: VaultName) => {
  const key = mustParse(VaultKeys, body.keys).keys.find((one) => one.vault === vault)
  if (!key) throw new Error('a key was made')
  return key
}
const steps = (by: KeyedPerson, id: string, all: readonly OneCommand[], beside: object = {}) =>
  by.client.post(`/api/cases/${id}/steps`, { all, ...beside })
const picture = (length = 90_000): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(Math.min(length, 65_000)))
const kept = async (opened: Opened, vault: VaultName = 'identity', content = picture()): Promise<MadeFile & { content: Uint8Array }> => {
  const file = await makeFile(opened.id, keyOf(opened, vault), { title: 'Carte de Furaha', content })
  expect(await steps(worker, opened.id, file.steps)).toMatchObject({ status: 200 })
  return { ...file, content }
}
const pathOf = (id: string, { attachment }: Pick<MadeFile, 'attachment'>): string => `/api/cases/${id}/files/${attachment}`
const left = (id: string) =>
  world.program.database.read(async (tx) => {
    await asProgram(tx)
    const rows = await sql<{ files: number; parts: number; sent: number }>`
      select (select count(*) from case_file where case_id = ${id})::int as files, (select count(*) from case_file_part where case_id = ${id})::int as parts,
        (select count(*) from case_file_release where case_id = ${id})::int as sent`.execute(tx)
    return rows.rows[0]
  })

describe('a file of a case', () => {
  test('comes over a bad line in pieces, is opened by who reads the vault, and each opening is a fact', async () => {
    const opened = await open()
    const file = await kept(opened)
    expect(await sendPieces(worker.client, opened.id, file, { to: 60_000 })).toMatchObject({ body: { received: 60_000, done: false } })
    expect(await worker.client.get(pathOf(opened.id, file))).toMatchObject({ body: { refusal: { code: 'attachment-not-here-yet' } } })
    expect(await worker.client.get(piecesOf(opened.id, file.attachment))).toMatchObject({ body: { received: 60_000, done: false } })
    // The same piece again, one that leaves a hole, one of another size.
    expect(await sendPieces(worker.client, opened.id, file, { to: 60_000 })).toMatchObject({ body: { received: 60_000 } })
    expect(await sendPieces(worker.client, opened.id, file, { from: 90_000 })).toMatchObject({ body: { received: 60_000 } })
    const longer = { ...file, sealed: Buffer.concat([file.sealed, Buffer.alloc(10)]) }
    expect(await sendPieces(worker.client, opened.id, longer)).toMatchObject({ body: { refusal: { code: 'upload-damaged' } } })
    expect(await sendPieces(worker.client, opened.id, file, { from: 60_000 })).toMatchObject({ body: { done: true } })
    const states = mustParse(CaseFileStates, (await worker.client.get(`/api/cases/${opened.id}/files`)).body)
    expect(states.files).toEqual([{ attachment: file.attachment, received: file.sealed.length, bytes: file.sealed.length }])
    const read = await readFile(worker, opened.id, { attachment: file.attachment, vault: 'identity' })
    expect(read).toMatchObject({ head: { title: 'Carte de Furaha', kind: 'identity-paper' } })
    expect(Buffer.compare(read.content, file.content)).toBe(0)
    await worker.client.bytes(`${pathOf(opened.id, file)}?for=save`)
    const { views } = mustParse(CaseViews, (await worker.client.get(`/api/cases/${opened.id}/views`)).body)
    expect(views.map((one) => one.what)).toEqual(expect.arrayContaining(['attachment', 'attachment-saved']))
  })

  test('damaged on the way it begins anew, and nothing of it is shown', async () => {
    const opened = await open()
    const file = await kept(opened)
    const damaged = Uint8Array.from(file.sealed)
    damaged[70_000] = (damaged[70_000] ?? 0) ^ 1
    expect(await sendPieces(worker.client, opened.id, { ...file, sealed: damaged })).toMatchObject({ body: { received: 0, done: false } })
    expect(await left(opened.id)).toMatchObject({ files: 1, parts: 0 })
    expect(await sendPieces(worker.client, opened.id, file)).toMatchObject({ body: { done: true } })
  })

  test('who stands nowhere hears what is heard of a case that never was, whatever they ask', async () => {
    const opened = await open()
    const file = await kept(opened)
    await sendPieces(worker.client, opened.id, file)
    for (const at of [pathOf(opened.id, file), pathOf(newId(), { attachment: newId() })]) {
      expect(await colleague.client.get(at)).toEqual(NOTHING)
      expect(await colleague.client.get(`${at}?for=save`)).toEqual(NOTHING)
      expect(await colleague.client.get(`${at}/pieces`)).toEqual(NOTHING)
      expect(
        await colleague.client.upload(`${at}/pieces?offset=0&of=131288&type=x`, new Uint8Array(10), 'application/octet-stream', 'PUT'),
      ).toEqual(NOTHING)
      // Who supervises reads no vault, so there is no file for them.
      expect(await supervisor.client.get(at)).toEqual(NOTHING)
    }
    expect(await colleague.client.get(`/api/cases/${opened.id}/files`)).toEqual(NOTHING)
    expect(await supervisor.client.get(`/api/cases/${opened.id}/files`)).toMatchObject({ body: { files: [] } })
    expect(await clinic.client.get(`/api/referrals/${newId()}/files/${file.attachment}`)).toMatchObject({ status: 404 })
    expect(await stage.as('inspector').get(pathOf(opened.id, file))).toMatchObject({ status: 403 })
  })

  test('no column and no answer says what it is or what it is called; the database shows it to its readers alone', async () => {
    const opened = await open()
    const file = await kept(opened)
    await sendPieces(worker.client, opened.id, file)
    const all = await world.program.database.read(async (tx) => {
      await asProgram(tx)
      const rows = await sql<{ line: string }>`
        select f::text || p::text as line from case_file f join case_file_part p using (tenant_id, case_id, attachment_id) where case_id = ${opened.id}`.execute(
        tx,
      )
      return rows.rows.map((row) => row.line).join('')
    })
    const answered = JSON.stringify((await worker.client.get(`/api/cases/${opened.id}`)).body)
    for (const word of ['Furaha', 'identity-paper', 'image/jpeg']) {
      expect(all).not.toContain(word)
      expect(answered).not.toContain(word)
    }
    const rows = await world.program.database.read(
      async (tx) => (await sql`select 1 from case_file_part union all select 1 from case_file`.execute(tx)).rows,
    )
    expect(rows).toEqual([])
  })

  test('a site team that sends one cannot read it back, and its team can', async () => {
    const inspector = stage.as('inspector')
    const keysOnly = { by: inspector, organisation: stage.organisation('ngao'), name: 'Zawadi', story: 'La nuit.', owner: null }
    const members = [{ person: worker, as: 'owner', vaults: WORKED_VAULTS } as const]
    const sent = await openCase({ ...keysOnly, members })
    expect(sent.answer).toMatchObject({ status: 200 })
    const late = await makeFile(sent.id, keyOf(sent, 'identity'), { content: picture() })
    expect(await inspector.post(`/api/cases/${sent.id}/steps`, { all: late.steps })).toMatchObject({ status: 403 })
    // With the opening itself: number and keys are known to the device that makes them.
    const drawn = await openCase({ ...keysOnly, members, by: refusing(inspector) })
    const file = await makeFile(drawn.id, keyOf(drawn, 'identity'), { content: picture() })
    const body = { ...drawn.body, all: [...drawn.body.all, ...file.steps] }
    expect(await inspector.post('/api/cases', body)).toMatchObject({ status: 200 })
    expect(await sendPieces(inspector, drawn.id, file)).toMatchObject({ body: { done: true } })
    expect(await inspector.get(pathOf(drawn.id, file))).toMatchObject({ status: 403 })
    expect((await readFile(worker, drawn.id, { attachment: file.attachment, vault: 'identity' })).head.title).toBe('Carte')
  })

  test('a file of a witness is known to the readers of the witness alone', async () => {
    const opened = await open()
    const { keys } = await witnessVault(opened.id, colleague, 'Elle a vu.')
    const join: OneCommand = {
      about: 'access',
      ask: {
        step: 'join',
        account: colleague.holder.account,
        organisation: asId('organisation', stage.organisation('ngao')),
        as: 'witness-reader',
        vaults: ['witness'],
      },
    }
    const renew: OneCommand = { about: 'access', ask: { step: 'renew-keys', generations: [...keys.keys] } }
    expect(await steps(worker, opened.id, [join, renew], { keys })).toMatchObject({ status: 200 })
    const [key] = keys.keys
    if (!key) throw new Error('a key was made')
    const file = await makeFile(opened.id, key, { content: picture() })
    expect(await steps(colleague, opened.id, file.steps)).toMatchObject({ status: 200 })
    await sendPieces(colleague.client, opened.id, file)
    expect((await readFile(colleague, opened.id, { attachment: file.attachment, vault: 'witness' })).head.title).toBe('Carte')
    expect(await worker.client.get(pathOf(opened.id, file))).toEqual(NOTHING)
    const seen = mustParse(CaseAnswer, (await worker.client.get(`/api/cases/${opened.id}`)).body)
    expect(seen.events.filter((one) => one.kind.startsWith('case-attachment'))).toEqual([])
  })
})

describe('the end of a file', () => {
  test('taken out, its bytes are gone at once, half sent or whole', async () => {
    const opened = await open()
    const [whole, half] = [await kept(opened), await kept(opened, 'narrative')]
    await sendPieces(worker.client, opened.id, whole)
    await sendPieces(worker.client, opened.id, half, { to: 50_000 })
    for (const { attachment } of [whole, half]) {
      const ask = { step: 'withdraw-attachment', attachment: asId('case-attachment', attachment), because: 'wrong-file' } as const
      expect(await steps(worker, opened.id, [{ about: 'attachment', ask }])).toMatchObject({ status: 200 })
    }
    expect(await left(opened.id)).toEqual({ files: 0, parts: 0, sent: 0 })
    expect(await sendPieces(worker.client, opened.id, half, { from: 50_000 })).toEqual(NOTHING)
    expect(await worker.client.get(pathOf(opened.id, whole))).toEqual(NOTHING)
  })

  test('a case that is forgotten leaves no file, no piece and nobody who could go on sending; what proves its consent goes too', async () => {
    const opened = await open()
    const [whole, half] = [await kept(opened), await kept(opened, 'evidence')]
    await sendPieces(worker.client, opened.id, whole)
    await sendPieces(worker.client, opened.id, half, { to: 50_000 })
    await steps(worker, opened.id, beginWork([yesTo('case-management')], world.program.clock()))
    await steps(worker, opened.id, [{ about: 'case', ask: { step: 'withdraw-consent' } }])
    await steps(worker, opened.id, [{ about: 'retention', ask: { step: 'choose-erasure', choice: 'erase' } }])
    expect(await steps(supervisor, opened.id, [{ about: 'retention', ask: { step: 'shred' } }])).toMatchObject({ status: 200 })
    expect(await left(opened.id)).toEqual({ files: 0, parts: 0, sent: 0 })
    expect(await sendPieces(worker.client, opened.id, half, { from: 50_000 })).toEqual(NOTHING)
    expect(await worker.client.get(pathOf(opened.id, whole))).toEqual(NOTHING)
  })
})

test('a service opens a file that was sent with its referral, no other, and only while the referral is open', async () => {
  const opened = await open()
  const [note, other] = [await kept(opened, 'narrative'), await kept(opened, 'identity')]
  for (const file of [note, other]) await sendPieces(worker.client, opened.id, file)
  const body = asId('organisation', stage.organisation('tumaini'))
  const consent = yesTo('service-referral', body, { service: 'medical', extent: 'minimum-for-service' })
  await steps(worker, opened.id, beginWork([yesTo('case-management'), consent], world.program.clock()))
  const referral = asId('referral', newId())
  const draft: OneCommand = {
    about: 'referral',
    ask: {
      ...{ step: 'draft', referral, recipient: body, servicePoint: null, service: 'medical', urgency: 'high', channel: 'in-system' },
      package: ['subject-code', 'health-summary'],
    },
  }
  const respondBy = new Date(Date.parse(world.program.clock()) + 86_400_000).toISOString()
  const send: OneCommand = { about: 'referral', ask: { step: 'send', referral, respondBy } }
  const release = (file: MadeFile, field: 'health-summary' | 'photo'): OneCommand => ({
    about: 'attachment',
    ask: { step: 'release-attachment', attachment: asId('case-attachment', file.attachment), referral, field },
  })
  // What the consent does not name goes under no name.
  expect(await steps(worker, opened.id, [draft, release(other, 'photo'), send])).toMatchObject({
    body: { refusal: { code: 'attachment-outside-package' } },
  })
  const head = JSON.stringify([{ case: opened.id, vault: 'narrative', head: note.headText }])
  const packages = [await packageFor(referral, { 'health-summary': 'Paludisme', files: head }, clinic)]
  expect(await steps(worker, opened.id, [draft, release(note, 'health-summary'), send], { packages })).toMatchObject({ status: 200 })
  const got = mustParse(ReceivedPackage, (await clinic.client.get(`/api/referrals/${referral}/package`)).body)
  const texts = must(await openedPackage(clinic, referral, got.box ?? ''))
  expect(texts['files']).toBe(head)
  const path = `/api/referrals/${referral}/files/${note.attachment}`
  const { body: bytes } = await clinic.client.bytes(path)
  const content = await openedFile(note.headText, bytes, { caseId: opened.id, vault: 'narrative' })
  expect(Buffer.compare(content, note.content)).toBe(0)
  const nothing = await clinic.client.get(`/api/referrals/${newId()}/files/${note.attachment}`)
  expect(await clinic.client.get(`/api/referrals/${referral}/files/${other.attachment}`)).toEqual(nothing)
  expect(await clinic.client.get(pathOf(opened.id, note))).toEqual(NOTHING)
  const revoke: OneCommand = { about: 'referral', ask: { step: 'revoke', referral, reason: 'safety' } }
  expect(await steps(worker, opened.id, [revoke])).toMatchObject({ status: 200 })
  expect(await clinic.client.get(path)).toEqual(nothing)
})

test('the read tables follow from the log, and no piece is lost by it', async () => {
  const opened = await open()
  const file = await kept(opened)
  await sendPieces(worker.client, opened.id, file)
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
  expect(await left(opened.id)).toMatchObject({ files: 1, parts: 1 })
})

/** For its keys and its number alone. */
const refusing = (client: Stage['as'] extends (name: string) => infer One ? One : never): typeof client => ({
  ...client,
  post: () => Promise.resolve({ status: 0, body: null }),
})
