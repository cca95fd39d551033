/* The file of a child who was with an armed group stays apart: no step hands it to a body with arms, whatever was agreed to; and what its release needs is kept in it. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type KeyedPerson, withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { newId } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { addOrganisation } from '../../../people/module.ts'
import { CaseAnswer } from '../../contract.ts'

const world = await freshDatabase()
let stage: Stage
let worker: KeyedPerson
let police = ''
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  worker = await withKey(stage, 'caseworker')
  const { program } = world
  const parts = {
    database: program.database,
    log: program.log,
    tenant: program.tenant,
    places: program.modules.places.door,
    clock: program.clock,
  }
  const made = await addOrganisation(parts, { name: 'Police des mines (essai)', kind: 'mines-police', area: null })
  police = made.ok ? made.value.organisation : ''
}, 120_000)
const opened = (type: 'caafag' | 'wfcl') =>
  openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Canari', story: 'Canari', type },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
const steps = (id: string, all: readonly object[]) => worker.client.post(`/api/cases/${id}/steps`, { all })
const draftTo = (recipient: string) => ({
  about: 'referral',
  ask: {
    ...{ step: 'draft', referral: newId(), recipient, servicePoint: null, service: 'police', urgency: 'high', channel: 'phone' },
    package: ['subject-code'],
  },
})

test('such a file goes to no armed body, while another child’s may be referred there', async () => {
  const { id } = await opened('caafag')
  expect((await steps(id, [draftTo(police)])).body).toMatchObject({ refusal: { code: 'child-file-not-for-armed-body' } })
  expect((await steps(id, [{ about: 'case', ask: { step: 'accept-transfer', recipient: police } }])).body).toMatchObject({
    refusal: { code: 'child-file-not-for-armed-body' },
  })
  expect((await steps(id, [draftTo(stage.organisation('salama'))])).status).toBe(200)
  expect((await steps((await opened('wfcl')).id, [draftTo(police)])).status).toBe(200)
})

test('order of release, handover, care and tracing are fields of the file', async () => {
  const { id } = await opened('caafag')
  const field = (name: string, value: string) => ({
    about: 'field',
    ask: { step: 'set-field', edit: newId(), field: name, value, basedOn: null },
  })
  const all = [field('release-ordered-on', '2026-11-01'), field('handed-over-on', '2026-11-02'), field('interim-care', 'arranged')]
  expect((await steps(id, all)).status).toBe(200)
  const answer = mustParse(CaseAnswer, (await worker.client.get(`/api/cases/${id}`)).body)
  expect(answer.events.filter(({ kind }) => kind === 'case-field.set.v1')).toHaveLength(3)
})
