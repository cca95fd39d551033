import { expect, test } from 'vitest'
import { StatusesOverTime } from '../../domain/status/over-time.ts'
import { ask, inspect, orderText, registerSite, taken } from '../../../../../test/sites-bed.ts'

test('a colour stands from the quarter in which it was known, and not before', async () => {
  const before = await ask(StatusesOverTime, '/api/status/over-time')
  expect(before.steps).toHaveLength(9)
  const site = await registerSite()
  await inspect(site, { date: '2026-10-01', violated: ['Y1'] })
  await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'yellow' }], { signedOn: '2026-10-05', effectiveFrom: '2026-09-01' }))
  const { steps } = await ask(StatusesOverTime, '/api/status/over-time')
  const yellow = steps.map((step, at) => step.yellow - (before.steps[at]?.yellow ?? 0))
  // In force from September, signed in October: at the end of September nobody could know of it.
  expect(yellow).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1])
  expect(steps.at(-2)?.day).toBe('2026-09-30')
})

test('who works in one province counts the sites of that one', async () => {
  const everywhere = (await ask(StatusesOverTime, '/api/status/over-time')).steps.at(-1)
  const elsewhere = (await ask(StatusesOverTime, '/api/status/over-time', 'MINES_NAT', 'CD74')).steps.at(-1)
  expect(everywhere?.yellow).toBeGreaterThan(0)
  expect(elsewhere).toMatchObject({ green: 0, yellow: 0, red: 0 })
})
