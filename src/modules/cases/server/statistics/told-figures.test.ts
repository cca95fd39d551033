/* Who monitors learns nothing of a single case: figures of a quarter that is over, and nothing that happens on a day moves one of them. */
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { openStage } from '../../../../../test/world/stage.ts'
import { todayAt } from '../../../../kernel/calendar.ts'
import { dayAfter, newestTold } from '../../../../kernel/disclosure/place-and-time.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { daysBetween } from '../../../../kernel/calendar.ts'
import { CaseFigures } from '../../contract-statistics.ts'

const world = await freshDatabase()

test('one case that is opened moves no figure the same day, nor after the round; its quarter told, it is one of a floor', async () => {
  const stage = await openStage(world, 350)
  const quarter = newestTold(stage.today)
  const lastDays = -daysBetween(dayAfter(quarter), stage.today) - 20
  stage.onDay(lastDays)
  const worker = await withKey(stage, 'caseworker')
  const organisation = stage.organisation('ngao')
  const opened = async () => {
    const made = await openCase({
      ...{ by: worker.client, organisation, name: 'Neema Canari', story: 'Au puits.', owner: worker },
      members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
    })
    expect(made.answer.status).toBe(200)
  }
  for (let n = 0; n < 11; n += 1) await opened()
  stage.onDay(0)
  const monitor = stage.as('monitor')
  const told = async () => {
    const { asOf: _asOf, ...figures } = mustParse(CaseFigures, (await monitor.get('/api/case-statistics')).body)
    return figures
  }
  const before = await told()
  expect(before).toMatchObject({ quarter, least: 10 })
  expect(before.figures.find((one) => one.figure === 'cases')).toMatchObject({ value: 10, isWithheld: false })
  // Nothing exact stands anywhere in it.
  expect(JSON.stringify(before)).not.toContain('11')
  for (let n = 0; n < 9; n += 1) await opened()
  expect(await told()).toEqual(before)
  expect(await world.program.modules.cases.round()).toMatchObject({ failed: 0 })
  await opened()
  expect(await told()).toEqual(before)
  // What was kept is what is told from now on, whatever becomes of the cases of that quarter.
  await world.program.modules.cases.round()
  expect(await told()).toEqual(before)
  // Who supervises sees the house as it is.
  const inside = mustParse(CaseFigures, (await stage.as('supervisor').get('/api/cases/team/figures')).body)
  expect(inside).toMatchObject({ quarter: null })
  expect(inside.figures.find((one) => one.figure === 'cases')?.value).toBe(21)
  expect(todayAt(world.program.clock())).toBe(stage.today)
})
