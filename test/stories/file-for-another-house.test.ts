/* A file with a name for the house of a referral: only under a yes of today, asked of the server, sealed on the device to who receives there, opened by them alone. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { type KeyedPerson, must, withKey } from '../world/case-people.ts'
import { type Opened, WORKED_VAULTS, adult, openCase } from '../world/case-scenes.ts'
import { type Answer, newId } from '../world/client.ts'
import { packageFor } from '../world/case-packages.ts'
import { type Stage, openStage } from '../world/stage.ts'
import { sealParts } from '../../src/exchange/htcds/identified-transfer.ts'
import { isSealedFile } from '../../src/exchange/htcds/import-plan.ts'
import { readFileRows } from '../../src/exchange/htcds/read-file.ts'
import { readHtcds } from '../../src/exchange/htcds/read-rows.ts'
import { mustParse } from '../../src/kernel/schema.ts'
import { CaseViews, TransferAnswer } from '../../src/modules/cases/contract.ts'
import { transferParts } from '../../src/modules/cases/ui/transfer/transfer-fields.ts'

const world = await freshDatabase()
let stage: Stage
let opened: Opened
let people: readonly [KeyedPerson, KeyedPerson, KeyedPerson]
const referral = newId()

beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  people = [await withKey(stage, 'caseworker'), await withKey(stage, 'supervisor'), await withKey(stage, 'shelter')]
  const [worker, , shelter] = people
  opened = await openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Zawadi Canari', story: 'Canari raconte.' },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
  const items = [
    { id: 'w1', purpose: 'case-management', recipient: null, extent: 'full', answer: 'yes' },
    { ...{ id: 's1', purpose: 'service-referral', recipient: stage.organisation('salama'), service: 'safehouse' }, ...least },
  ]
  await mustSay(record(items))
  const respondBy = new Date(Date.parse(world.program.clock()) + 86_400_000).toISOString()
  const draft = { recipient: stage.organisation('salama'), servicePoint: null, service: 'safehouse', urgency: 'high', channel: 'in-system' }
  const all = [
    { about: 'referral', ask: { step: 'draft', referral, ...draft, package: ['subject-code', 'gender'] } },
    { about: 'referral', ask: { step: 'send', referral, respondBy } },
  ]
  await mustSay(worker.client.post(`/api/cases/${opened.id}/steps`, { all, packages: [await packageFor(referral, {}, shelter)] }))
}, 120_000)
const least = { extent: 'minimum-for-service', answer: 'yes' } as const
const mustSay = async (answer: Promise<Answer>) => {
  const { status, body } = await answer
  if (status !== 200) throw new Error(JSON.stringify(body))
}
const record = (items: readonly object[]): Promise<Answer> => {
  const given = {
    ...{ consent: newId(), givenBy: 'self', assentOfChild: 'not-applicable', guardianAgrees: 'not-applicable', form: 'written' },
    ...{ language: 'swa', interpreterUsed: false, items, withheldFields: [], withheldFrom: [] },
    ...{ validFrom: '2020-01-01T00:00:00.000Z', validTo: null, policyVersion: '1' },
  }
  return people[0].client.post(`/api/cases/${opened.id}/steps`, { all: [{ about: 'consent', ask: { step: 'record', given } }] })
}
const asks = (by: KeyedPerson, of = referral) => by.client.get(`/api/cases/${opened.id}/transfers/${of}`)
const toSalama = (id: string, rest: object) => record([{ id, purpose: 'case-transfer', recipient: stage.organisation('salama'), ...rest }])

test('§11 test 4: without a yes to the transfer to this very house nothing is offered, and a yes without the name gives no file', async () => {
  const [worker] = people
  expect(await asks(worker)).toMatchObject({ status: 409, body: { refusal: { code: 'consent-not-asked' } } })
  await mustSay(toSalama('t1', { extent: 'full', answer: 'no' }))
  expect((await asks(worker)).body).toMatchObject({ refusal: { code: 'consent-refused' } })
  await mustSay(toSalama('t2', { extent: 'selected', fields: ['gender'], answer: 'yes' }))
  expect((await asks(worker)).body).toMatchObject({ refusal: { code: 'consent-does-not-cover-fields' } })
  expect((await asks(worker, newId())).body).toMatchObject({ refusal: { code: 'unknown-referral' } })
})

test('with it the worker alone makes the file, of what was agreed to; the shelter alone opens it; that it was made is a look', async () => {
  const [worker, supervisor, shelter] = people
  await mustSay(toSalama('t3', { extent: 'selected', fields: ['name', 'gender'], answer: 'yes' }))
  const says = (by: KeyedPerson, step: 'ask-file' | 'allow-file') =>
    by.client.post(`/api/cases/${opened.id}/steps`, { all: [{ about: 'referral', ask: { step, referral } }] })
  // One person alone makes none: it is asked for, and allowed by another who supervises, for three days.
  expect((await asks(worker)).body).toMatchObject({ refusal: { code: 'file-leave-missing' } })
  expect((await says(supervisor, 'allow-file')).body).toMatchObject({ refusal: { code: 'file-not-asked-for' } })
  await mustSay(says(worker, 'ask-file'))
  expect((await says(worker, 'allow-file')).body).toMatchObject({ refusal: { code: 'file-allowed-by-another-person' } })
  expect((await says(shelter, 'allow-file')).status).toBe(403)
  expect((await supervisor.client.get('/api/cases/team')).body).toMatchObject({
    cases: [{ waits: expect.arrayContaining(['file-leave']) }],
  })
  await mustSay(says(supervisor, 'allow-file'))
  const allowed = mustParse(TransferAnswer, (await asks(worker)).body)
  expect(allowed).toMatchObject({ recipient: stage.organisation('salama'), fields: ['name', 'gender'] })
  expect(await asks(supervisor)).toMatchObject({ status: 404, body: { refusal: { code: 'unknown-case' } } })
  expect(await asks(shelter)).toMatchObject({ status: 404, body: { refusal: { code: 'unknown-case' } } })
  const written = { prs_FirstName: 'Zawadi', prs_SecondName: 'Canari', prs_Birthdate: '1999-05-05', prs_MobilePhone: '+243810000001' }
  const parts = transferParts(written, adult, allowed.fields)
  const file = must(await sealParts(parts, [shelter.holder.publicKey]))
  expect(isSealedFile(file)).toBe(true)
  const text = must(await shelter.unlocked.openFile(Buffer.from(file).toString('base64')))
  expect(readHtcds((await readFileRows(text)) ?? []).records).toEqual([
    { prs_FirstName: ['Zawadi'], prs_SecondName: ['Canari'], prs_Gender: ['Feminine'] },
  ])
  expect((await worker.unlocked.openFile(Buffer.from(file).toString('base64'))).ok).toBe(false)
  const { views } = mustParse(CaseViews, (await worker.client.get(`/api/cases/${opened.id}/views`)).body)
  expect(views.filter(({ what }) => what === 'transferred')).toMatchObject([{ account: worker.holder.account, purpose: 'referral' }])
  await mustSay(
    worker.client.post(`/api/cases/${opened.id}/steps`, {
      all: [{ about: 'referral', ask: { step: 'revoke', referral, reason: 'safety' } }],
    }),
  )
  expect((await asks(worker)).body).toMatchObject({ refusal: { code: 'transfer-referral-not-open' } })
})
