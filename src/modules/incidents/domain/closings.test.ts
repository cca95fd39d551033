/* Incidents settled by their day: each opening once, by what was known on the day; a later plan or an end that came too late changes nothing. */
import { expect, test } from 'vitest'
import { type FileStep, closingsOf } from './closings.ts'
import { rulesWith } from './rulebook.ts'

const rules = rulesWith([])
const step = (name: string, day: string, severity: number | null = null): FileStep => ({ step: name, at: `${day}T08:00:00.000Z`, severity })
const of = (severity: number, ...steps: readonly FileStep[]) => closingsOf({ receivedOn: '2026-01-10', severity, steps }, rules)

test('severity 3 has ninety days; the day itself is in time', () => {
  const due = '2026-04-10'
  expect(of(3, step('reported', '2026-01-10'), step('closed', due))).toEqual([{ due, at: `${due}T08:00:00.000Z`, onTime: true }])
  expect(of(3, step('reported', '2026-01-10'), step('resolved', '2026-04-11'))).toMatchObject([{ due, onTime: false }])
  // Unsettled: late, and not known before the end of its day.
  expect(of(3, step('reported', '2026-01-10'))).toEqual([{ due, at: `${due}T21:59:59.999Z`, onTime: false }])
})
test('what is grave has six months from its first action; a plan after the day moves nothing', () => {
  const reported = step('reported', '2026-01-10')
  expect(
    of(2, reported, step('action-agreed', '2026-02-01'), step('action-agreed', '2026-03-01'), step('resolved', '2026-07-20')),
  ).toMatchObject([{ due: '2026-08-01', onTime: true }])
  // Thirty days for a plan and six months after: 9 August.
  expect(of(2, reported, step('action-agreed', '2026-08-10'), step('resolved', '2026-08-11'))).toMatchObject([
    { due: '2026-08-09', onTime: false },
  ])
})
test('a severity said later holds from then; a file taken up again is another opening', () => {
  const changed = of(3, step('reported', '2026-01-10', 2), step('described', '2026-02-01', 3), step('closed', '2026-04-01'))
  expect(changed).toMatchObject([{ due: '2026-04-10', onTime: true }])
  const again = of(
    3,
    step('reported', '2026-01-10'),
    step('closed', '2026-02-01'),
    step('reopened', '2026-03-01'),
    step('closed', '2026-12-01'),
  )
  expect(again.map(({ due, onTime }) => [due, onTime])).toEqual([
    ['2026-04-10', true],
    ['2026-05-30', false],
  ])
  expect(of(3, step('reported', '2026-01-10'), step('found-unfounded', '2026-02-01'), step('closed', '2026-09-01'))).toHaveLength(1)
})
