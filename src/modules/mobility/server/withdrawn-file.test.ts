/* A sending of a file that was withdrawn by mistake comes back with its file, as often as that happens; what stands beside it is not counted twice. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { subjectOf } from '../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { PointDetail } from '../contract.ts'
import { importFlows } from '../module.ts'

const world = await freshDatabase()
let stage: Stage
let point = ''
beforeAll(async () => {
  stage = await openStage(world, 400)
  stage.onDay(0)
  const opened = { code: 'RET-01', name: 'Piste', type: 'mine-access', area: 'XL102', from: '2026-01-01' }
  point = subjectOf(await stage.as('monitor').post('/api/flow-points', opened))
  return () => stage.app.close()
}, 60_000)

const LINES = ['point_code,date,direction,group_size', 'RET-01,2026-06-01,IN,6', 'RET-01,2026-06-01,OUT,9', 'RET-01,2026-06-02,IN,7', '']
const bring = async () => {
  const { database, log, tenant, clock } = world.program
  const actor = { account: 'operator', organisation: null, role: null }
  const outcome = await importFlows({
    ...{ database, log, tenant, clock, actor, dryRun: false },
    async *open() {
      yield await Promise.resolve(LINES.join('\n'))
    },
  })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const detail = async () =>
  mustParse(PointDetail, (await stage.as('monitor').get(`/api/flow-points/${point}/flows?from=2026-06-01&until=2026-06-02`)).body)
const withdraw = async () => {
  const standing = (await detail()).sendings.find(({ day, withdrawn }) => day === '2026-06-01' && withdrawn === null)
  subjectOf(await stage.as('monitor').post(`/api/flow-counts/${standing?.id}/withdrawals`, { reason: 'wrong-day' }))
}

test('lines of a withdrawn sending are taken again, those that stand are known, and this a second time', async () => {
  expect(await bring()).toMatchObject({ added: 3, sendings: 2 })
  for (const taken of [2, 3]) {
    await withdraw()
    expect((await detail()).flow.passages).toBe(7)
    expect(await bring()).toMatchObject({ added: 2, alreadyKnown: 1, sendings: 1 })
    const { flow, sendings } = await detail()
    expect([flow.passages, sendings.length]).toEqual([22, taken + 1])
    expect(await bring()).toMatchObject({ added: 0, alreadyKnown: 3, sendings: 0 })
  }
  const rows = String((await stage.as('monitor').get('/api/flows/rows?from=2026-06-01&until=2026-06-02')).body)
  expect(rows.trim().split('\r\n')).toHaveLength(5)
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})
