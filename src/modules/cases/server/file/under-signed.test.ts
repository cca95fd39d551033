/* Without the year's undertaking of confidentiality no case is read or written; one's own signature opens the way again. */
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { DEMO_PASSWORD } from '../../../../../test/world/accounts.ts'
import { withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { newId, signIn } from '../../../../../test/world/client.ts'
import { openStage } from '../../../../../test/world/stage.ts'
import type { MemberAs } from '../../domain/access/access-words.ts'
import { addMonths } from '../../../../kernel/calendar.ts'

const world = await freshDatabase()
const OWNER: MemberAs = 'owner'

test('who opens files signs for a year; until then every case answers alike, and who only sends is asked for nothing', async () => {
  const stage = await openStage(world, 30)
  stage.onDay(-2)
  const worker = await withKey(stage, 'caseworker')
  const opening = {
    ...{ organisation: stage.organisation('ngao'), name: 'Neema Canari', story: 'Au puits.' },
    members: [{ person: worker, as: OWNER, vaults: WORKED_VAULTS }],
  }
  const { id, answer } = await openCase({ ...opening, by: worker.client })
  expect(answer).toMatchObject({ status: 200 })

  world.setClock(`${addMonths(stage.today, 13)}T09:00:00.000Z`)
  const later = await signIn(stage.app, 'caseworker@demo.chanzo.example', DEMO_PASSWORD)
  const refused = { status: 409, body: { refusal: { code: 'undertaking-needed', facts: {} } } }
  const step = { all: [{ about: 'case', ask: { step: 'withdraw-consent' } }] }
  for (const path of [
    '/api/cases',
    `/api/cases/${id}`,
    `/api/cases/${newId()}`,
    `/api/cases/${id}/texts/identity`,
    `/api/cases/${id}/views`,
  ])
    expect([path, await later.get(path)]).toEqual([path, refused])
  for (const one of [id, newId()]) expect(await later.post(`/api/cases/${one}/steps`, step)).toEqual(refused)
  expect((await openCase({ ...opening, by: later })).answer).toEqual(refused)
  // Who has no right is told of no signature.
  const [shelter, inspector] = await Promise.all(
    ['shelter', 'inspector'].map((key) => signIn(stage.app, `${key}@demo.chanzo.example`, DEMO_PASSWORD)),
  )
  expect(await inspector?.get('/api/cases')).toMatchObject({ status: 403 })
  expect(await shelter?.get('/api/referrals/received')).toEqual(refused)
  // A site team reads nothing back and has nothing to sign.
  if (!inspector) throw new Error('an inspector')
  expect((await openCase({ ...opening, by: inspector, owner: null })).answer).toMatchObject({ status: 200 })

  expect(await later.post('/api/undertaking/signatures', { version: '2026-1' })).toMatchObject({ status: 200 })
  expect(await later.get('/api/cases')).toMatchObject({ status: 200 })
  expect(await later.get(`/api/cases/${id}`)).toMatchObject({ status: 200 })
})
