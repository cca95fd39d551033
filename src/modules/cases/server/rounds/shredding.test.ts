/* Acceptance test 11 of the protection rules, "shredding": closed, five years, gone; and what holds it, hurries it, or ends by the clock before. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { DEMO_PASSWORD } from '../../../../../test/world/accounts.ts'
import { approveClosing, askToClose, beginWork, yesTo } from '../../../../../test/world/case-acts.ts'
import { type KeyedPerson, withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { newId, signIn } from '../../../../../test/world/client.ts'
import { signUndertaking } from '../../../../../test/world/undertakings.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addMonths } from '../../../../kernel/calendar.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { asProgram } from '../record/records.ts'

const world = await freshDatabase()
let stage: Stage
let worker: KeyedPerson
let supervisor: KeyedPerson

beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  worker = await withKey(stage, 'caseworker')
  supervisor = await withKey(stage, 'supervisor')
})
const now = (): string => world.program.clock()
const open = async (more: readonly OneCommand[] = []) => {
  const opened = await openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Furaha Canari', story: 'Le puits du Canari.', more },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
  expect(opened.answer).toMatchObject({ status: 200 })
  return opened.id
}
const steps = async (by: KeyedPerson, id: string, all: readonly OneCommand[]) => {
  const answer = await by.client.post(`/api/cases/${id}/steps`, { all })
  expect(answer).toMatchObject({ status: 200 })
}
const closed = async (): Promise<string> => {
  const id = await open()
  await steps(worker, id, [...beginWork([yesTo('case-management'), yesTo('non-identifiable-statistics')], now()), ...askToClose()])
  await steps(supervisor, id, approveClosing)
  return id
}
/** Whatever in the database still knows the case, table by table. */
const traces = (id: string) =>
  world.program.database.read(async (tx) => {
    await asProgram(tx)
    const count = async (table: string): Promise<number> => {
      const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} t where t::text like ${`%${id}%`}`.execute(
        tx,
      )
      return found.rows[0]?.n ?? 0
    }
    const tables = [
      'case_row',
      'case_member',
      'case_text',
      'case_referral',
      'case_package',
      'case_released',
      'case_record_key',
      'case_vault_key',
    ] as const
    const found: Record<string, number> = {}
    for (const table of [...tables, 'case_vault_wrap', 'case_vault_share', 'case_kept_key'] as const) {
      const rows = await count(table)
      if (rows > 0) found[table] = rows
    }
    return found
  })
const tallies = () =>
  world.program.database.read(async (tx) => {
    await asProgram(tx)
    return (await sql<{ facts: unknown }>`select facts from case_tally`.execute(tx)).rows.map((row) => row.facts)
  })
const after = (months: number): void => world.setClock(`${addMonths(stage.today, months)}T09:00:00.000Z`)
const round = () => world.program.modules.cases.round()

describe('a closed case', () => {
  test('five years later no row, no key and no way to read it is left; the chain is whole and the tally counts one', async () => {
    const id = await closed()
    const other = await open()
    // Two that go earlier, one that a court keeps.
    const wished = await open()
    await steps(worker, wished, beginWork([yesTo('case-management')], now()))
    await steps(worker, wished, [{ about: 'case', ask: { step: 'withdraw-consent' } }])
    await steps(worker, wished, [{ about: 'retention', ask: { step: 'choose-erasure', choice: 'erase' } }])
    const alone = await worker.client.post(`/api/cases/${wished}/steps`, { all: [{ about: 'retention', ask: { step: 'shred' } }] })
    expect(alone).toMatchObject({ body: { refusal: { code: 'erasure-by-another-person' } } })
    await steps(supervisor, wished, [{ about: 'retention', ask: { step: 'shred' } }])
    expect(await traces(wished)).toEqual({})
    const notEligible = await open()
    await steps(worker, notEligible, [{ about: 'case', ask: { step: 'screen', screening: newId(), isComplete: true } }])
    await steps(supervisor, notEligible, [{ about: 'case', ask: { step: 'no-eligibility', isInformationGiven: true } }])
    const held = await closed()
    const hold = { step: 'place-hold', hold: newId(), ground: 'trial', until: null }
    expect(await stage.as('dpo').post(`/api/cases/${held}/protection`, { all: [{ about: 'retention', ask: hold }] })).toMatchObject({
      status: 200,
    })
    after(2)
    await round()
    expect(await traces(notEligible)).toMatchObject({ case_row: 1 })
    after(4)
    await round()
    expect(await traces(notEligible)).not.toHaveProperty('case_row')
    after(59)
    await round()
    expect(await traces(id)).toMatchObject({ case_row: 1, case_record_key: 1 })
    after(61)
    expect(await round()).toMatchObject({ failed: 0 })
    // What proves consent goes with the rest: without the record nobody could find it again.
    expect(await traces(id)).toEqual({})
    after(74)
    expect(await round()).toMatchObject({ failed: 0, keysEnded: 0 })
    expect(await traces(held)).toMatchObject({ case_row: 1, case_record_key: 1 })
    expect(await traces(id)).toEqual({})
    expect(await traces(other)).toMatchObject({ case_row: 1, case_record_key: 1 })
    const kept = await tallies()
    expect(kept).toHaveLength(3)
    expect(kept).toContainEqual(
      expect.objectContaining({ type: 'forced-labour', endedAs: 'archived', provinceCode: 'XL1', closureReason: 'relocated' }),
    )
    expect(kept).toContainEqual(expect.objectContaining({ endedAs: 'consent-withdrawn' }))
    expect(kept).toContainEqual(expect.objectContaining({ endedAs: 'not-eligible' }))
    expect(JSON.stringify(await tallies())).not.toContain(id)

    const read = await world.program.database.read(async (tx) => {
      await asProgram(tx)
      return world.program.modules.cases.records.load(tx, 'cd', id)
    })
    expect(read).toBeNull()
    const officer = await signIn(stage.app, 'caseworker@demo.chanzo.example', DEMO_PASSWORD)
    await signUndertaking(world.program, { account: stage.account('caseworker'), roles: ['CASE_WORKER'] })
    const nothing = await officer.get(`/api/cases/${newId()}`)
    expect(await officer.get(`/api/cases/${id}`)).toEqual(nothing)
    // Who was forgotten still counts one where it may be counted, and can be told apart from nobody.
    const coded = await world.program.database.read(async (tx) => {
      const found = []
      for await (const one of await world.program.modules.cases.codedRows(tx, 'cd')) found.push(one)
      return found
    })
    expect(coded.filter((one) => one.gender === 'Feminine' && one.admin1 === 'XL1' && one.status === null)).toHaveLength(1)
    const told = await (await signIn(stage.app, 'monitor@demo.chanzo.example', DEMO_PASSWORD)).get('/api/case-statistics')
    expect(told).toMatchObject({ status: 200, body: { caseloads: [], ofNobody: null, least: 10 } })
    expect(JSON.stringify(told.body)).not.toContain(worker.holder.account)
    expect(await officer.get('/api/cases/team/figures')).toMatchObject({ status: 403 })
    expect(await world.program.log.verify('cd')).toMatchObject({ ok: true })
    expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
  })
})
