import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type KeyedPerson, must, withKey } from '../../../../../test/world/case-people.ts'
import { type Opened, WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { newId } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { CaseAnswer, CaseList, CaseTexts, CaseViews } from '../../contract.ts'

const world = await freshDatabase()
let stage: Stage
let [worker, colleague, supervisor]: KeyedPerson[] = []
let opened: Opened
const NAME = 'Mapendo Canari Zawadi'
const STORY = 'Elle a été amenée au puits par un homme nommé Canari.'

beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  ;[worker, colleague, supervisor] = [
    await withKey(stage, 'caseworker'),
    await withKey(stage, 'casework2'),
    await withKey(stage, 'supervisor'),
  ]
  opened = await openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: NAME, story: STORY },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
})
const read = async (person: KeyedPerson | undefined, path: string) => (await person?.client.get(path)) ?? { status: 0, body: null }

describe('a case opened by its worker', () => {
  test('is taken, listed by code and read back by its owner alone', async () => {
    expect(opened.answer).toMatchObject({ status: 200 })
    const list = mustParse(CaseList, (await read(worker, '/api/cases')).body)
    expect(list.cases).toMatchObject([{ case: opened.id, state: 'intake', isMine: true, level: 'high', isRated: false }])
    expect(JSON.stringify(list)).not.toContain('Canari')
    expect(mustParse(CaseList, (await read(colleague, '/api/cases')).body).cases).toEqual([])
    expect(mustParse(CaseList, (await read(supervisor, '/api/cases/team')).body).cases).toHaveLength(1)
  })

  test('its texts open on the device of who holds a wrap', async () => {
    const answer = mustParse(CaseTexts, (await read(worker, `/api/cases/${opened.id}/texts/identity`)).body)
    const unlocked = worker?.unlocked
    if (!unlocked) throw new Error('the worker has a key')
    must(await unlocked.openVaults(opened.id, { keys: answer.keys, wraps: answer.wraps }))
    const [text] = answer.texts
    if (!text) throw new Error('a text was sealed')
    expect(await unlocked.openText(opened.id, text)).toEqual({ ok: true, value: NAME })
  })

  test('a supervisor reads the coded part and no vault; who stands nowhere is told there is none', async () => {
    const file = mustParse(CaseAnswer, (await read(supervisor, `/api/cases/${opened.id}`)).body)
    expect(file).toMatchObject({ standing: 'supervisor', vaults: [] })
    const nothing = await read(colleague, `/api/cases/${newId()}`)
    expect(await read(supervisor, `/api/cases/${opened.id}/texts/identity`)).toEqual(nothing)
    expect(await read(colleague, `/api/cases/${opened.id}`)).toEqual(nothing)
    expect(nothing).toEqual({ status: 404, body: { refusal: { code: 'unknown-case', facts: {} } } })
    const step = { all: [{ about: 'case', ask: { step: 'withdraw-consent' } }] }
    expect(await colleague?.client.post(`/api/cases/${opened.id}/steps`, step)).toEqual(nothing)
    expect(await colleague?.client.post(`/api/cases/${newId()}/steps`, step)).toEqual(nothing)
  })

  test('every look is a fact, refused ones too, and the owner sees who looked', async () => {
    const { views } = mustParse(CaseViews, (await read(worker, `/api/cases/${opened.id}/views`)).body)
    const looks = views.map(
      ({ account, what }) =>
        `${account === worker?.holder.account ? 'owner' : account === colleague?.holder.account ? 'colleague' : 'supervisor'} ${what}`,
    )
    expect(new Set(looks)).toEqual(
      new Set(['owner list', 'supervisor board', 'owner identity', 'supervisor file', 'supervisor refused', 'colleague refused']),
    )
  })

  test('the log, the tables and the answers kept beside it hold no word of what was told, and no coded word either', async () => {
    const found = await world.program.database.read(async (tx) => {
      const log = await sql<{ all: string }>`select string_agg(e::text, ' ') as all from log_event e where subject like 'case:%'`.execute(
        tx,
      )
      const answers = await sql<{ all: string }>`select string_agg(a::text, ' ') as all from log_answer a`.execute(tx)
      return `${log.rows[0]?.all} ${answers.rows[0]?.all}`
    })
    for (const word of ['Canari', 'forced-labour', 'internally-displaced', 'register-minimum', 'Feminine'])
      expect(found).not.toContain(word)
  })

  test('row-level security hides the coded part from a connection that did not say who asks', async () => {
    const rows = await world.program.database.read(async (tx) => (await sql`select case_id from case_row`.execute(tx)).rows)
    expect(rows).toEqual([])
  })
})

test('a print and a copy for the person are looks of their own, and nobody outside the team learns of them', async () => {
  const copy = mustParse(CaseAnswer, (await read(worker, `/api/cases/${opened.id}/copy`)).body)
  expect(copy.keys.map((one) => one.vault).toSorted()).toEqual([...WORKED_VAULTS].toSorted())
  expect((await read(worker, `/api/cases/${opened.id}/print`)).status).toBe(200)
  expect(await read(colleague, `/api/cases/${opened.id}/copy`)).toEqual(await read(colleague, `/api/cases/${newId()}/copy`))
  for (const paper of ['copy', 'print']) {
    const nothing = await read(supervisor, `/api/cases/${newId()}/${paper}`)
    expect(await read(supervisor, `/api/cases/${opened.id}/${paper}`)).toEqual(nothing)
  }
  const { views } = mustParse(CaseViews, (await read(worker, `/api/cases/${opened.id}/views`)).body)
  expect(views.map((one) => `${one.what} ${one.purpose}`)).toEqual(
    expect.arrayContaining(['printed case-work', 'subject-access subject-access']),
  )
})

test('what a site team sends it cannot read back', async () => {
  if (!worker) throw new Error('the worker has a key')
  const inspector = stage.as('inspector')
  const sent = await openCase({
    ...{ by: inspector, organisation: stage.organisation('ngao'), name: NAME, story: STORY, owner: null },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
  expect(sent.answer.status).toBe(200)
  expect(await inspector.get(`/api/cases/${sent.id}`)).toMatchObject({ status: 403 })
  expect(mustParse(CaseList, (await read(worker, '/api/cases')).body).cases.map((one) => one.case)).toContain(sent.id)
})

test('the read tables follow from the log', async () => {
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})
