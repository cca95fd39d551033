import { expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { openStage } from '../../../../../test/world/stage.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { CaseList } from '../../contract.ts'
import { ProtectedCases } from '../../contract-protection.ts'

const world = await freshDatabase()

test('a supervisor entrusts a case: the new owner is of the team, sees codes, and waits for the key until a reader hands it over', async () => {
  const stage = await openStage(world, 30)
  stage.onDay(-2)
  const [worker, colleague, supervisor] = [
    await withKey(stage, 'caseworker'),
    await withKey(stage, 'casework2'),
    await withKey(stage, 'supervisor'),
  ]
  const organisation = stage.organisation('ngao')
  const { id } = await openCase({
    ...{ by: worker.client, organisation, name: 'Neema Canari', story: 'Au puits.', owner: null },
    members: [{ person: worker, as: 'worker', vaults: WORKED_VAULTS }],
  })
  const waits = async () =>
    mustParse(CaseList, (await supervisor.client.get('/api/cases/team')).body).cases.find((one) => one.case === id)?.waits
  expect(await waits()).toEqual(['owner'])
  expect(await colleague.client.get(`/api/cases/${id}`)).toMatchObject({ status: 404 })
  const owner = colleague.holder.account
  const join = { step: 'join', account: owner, organisation, as: 'worker', vaults: [] }
  expect(
    await supervisor.client.post(`/api/cases/${id}/steps`, {
      all: [
        { about: 'access', ask: join },
        { about: 'assessment', ask: { step: 'assign-owner', owner } },
      ],
    }),
  ).toMatchObject({ status: 200 })
  expect(await waits()).toEqual(['key-to-hand'])
  expect(await colleague.client.get(`/api/cases/${id}`)).toMatchObject({ status: 200, body: { standing: 'owner', vaults: [] } })
  expect(await colleague.client.get(`/api/cases/${id}/texts/identity`)).toMatchObject({ status: 404 })

  const protectedCases = await stage.as('dpo').get('/api/cases/protected')
  expect(mustParse(ProtectedCases, protectedCases.body).cases).toMatchObject([
    { case: id, caseDueOn: null, isHeld: false, holds: [], glass: [] },
  ])
  for (const word of ['forced-labour', 'XL1', 'Feminine', 'Canari']) expect(JSON.stringify(protectedCases.body)).not.toContain(word)
  expect(await worker.client.get('/api/cases/protected')).toMatchObject({ status: 403 })
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})
