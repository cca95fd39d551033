import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { listOf, mustParse, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'

const Colleagues = record({
  colleagues: listOf(
    record({
      account: text(40),
      name: orNull(text(200)),
      roles: listOf(text(40)),
      body: orNull(text(200)),
      isOwn: yesOrNo(),
      isClosed: yesOrNo(),
    }),
  ),
})
const world = await freshDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await openStage(world, 30)
})
const asked = async (by: string) => mustParse(Colleagues, (await stage.as(by).get('/api/colleagues')).body).colleagues

test('colleagues of the own house are told by name at a desk, and nobody of another house', async () => {
  for (const by of ['caseworker', 'supervisor', 'custodian1']) {
    const told = await asked(by)
    expect(told.length).toBeGreaterThan(3)
    expect(told.every((one) => one.isOwn && one.name !== null)).toBe(true)
    expect(told.map((one) => one.account)).toContain(stage.account(by))
    expect(told.map((one) => one.account)).not.toContain(stage.account('clinic'))
  }
})

test('who watches over the data knows others by function and body, and by no name', async () => {
  const told = await asked('dpo')
  const clinic = told.find((one) => one.account === stage.account('clinic'))
  expect(clinic).toMatchObject({ name: null, isOwn: false, roles: ['SERVICE_PROVIDER'] })
  expect(clinic?.body).not.toBeNull()
  expect(told.filter((one) => !one.isOwn).every((one) => one.name === null)).toBe(true)
  // Who trades and inspects is no colleague of protection.
  expect(told.map((one) => one.account)).not.toContain(stage.account('trader'))
})

test('whoever neither holds a key of files nor looks after them is told nobody', async () => {
  for (const by of ['agent', 'trader', 'monitor']) expect((await stage.as(by).get('/api/colleagues')).status).toBe(403)
})
