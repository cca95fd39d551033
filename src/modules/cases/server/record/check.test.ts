/* The administrator of the database with every right: what is written past the log is found, and what is taken from the record of looks is missed. */
import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { CaseAnswer } from '../../contract.ts'
import { openStage } from '../../../../../test/world/stage.ts'

const world = await freshDatabase()

test('adding oneself to a team, taking a look from the record, handing oneself a key: each is found', async () => {
  const stage = await openStage(world, 30)
  stage.onDay(-2)
  const worker = await withKey(stage, 'caseworker')
  const opened = await openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Neema Canari', story: 'Au puits.' },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
  expect(await worker.client.get(`/api/cases/${opened.id}`)).toMatchObject({ status: 200 })
  const check = () => world.program.modules.cases.check()
  expect(await check()).toEqual([])

  const admin = new pg.Client({ connectionString: world.connectionString })
  await admin.connect()
  try {
    const me = stage.account('administrator')
    await admin.query(
      `insert into case_member (tenant_id, case_id, account_id, member_as, vaults, joined_at) values ('cd', $1, $2, 'worker', '{identity}', now())`,
      [opened.id, me],
    )
    expect(await check()).toContainEqual({ fault: 'rows-not-from-log', where: 'case_member', account: null, rows: 1 })
    await admin.query(`delete from case_member where account_id = $1`, [me])
    await admin.query(
      `insert into case_vault_wrap select tenant_id, case_id, vault, generation, $1, key_id, wrapped, made_by, made_at from case_vault_wrap where vault = 'identity'`,
      [me],
    )
    expect(await check()).toEqual([{ fault: 'key-for-outsider', where: opened.id, account: me, rows: 1 }])
    await admin.query(`delete from case_vault_wrap where reader = $1`, [me])
    // A public half of his own: what is sealed to would be his to read.
    const [mine, before] = [`age1${'q'.repeat(58)}`, (await worker.client.get(`/api/cases/${opened.id}`)).body]
    const swapped = await admin.query(
      `update case_vault_key set public_key = $1 where case_id = $2 and vault = 'identity' returning generation`,
      [mine, opened.id],
    )
    expect(swapped.rowCount).toBe(1)
    const texts = await worker.client.get(`/api/cases/${opened.id}/texts/identity`)
    const after = await worker.client.get(`/api/cases/${opened.id}`)
    expect([texts.status, after.status]).toEqual([200, 200])
    expect(JSON.stringify([texts.body, after.body])).not.toContain(mine)
    expect(mustParse(CaseAnswer, after.body).keys).toEqual(mustParse(CaseAnswer, before).keys)
    expect(await check()).toEqual([{ fault: 'public-key-not-from-record', where: opened.id, account: null, rows: 1 }])
    const [whole] = mustParse(CaseAnswer, before).keys.filter((one) => one.vault === 'identity')
    await admin.query(`update case_vault_key set public_key = $1 where case_id = $2 and vault = 'identity'`, [whole?.publicKey, opened.id])
    expect(await check()).toEqual([])
    await admin.query(`delete from case_view where view_id = (select min(view_id) from case_view where what = 'file')`)
    expect(await check()).toEqual([{ fault: 'rows-missing', where: 'case_view', account: null, rows: 1 }])
  } finally {
    await admin.end()
  }
})
