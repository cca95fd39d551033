/* The number of a check is not said to whom its result is not told: it would tell that somebody spoke. */
import { expect, test } from 'vitest'
import type { CheckReport } from '../contract.ts'
import { inQuestion, namedAsSeen } from './refuse.ts'

const check = (number: number, result: CheckReport['result']): CheckReport => ({
  ...{ number, id: `check-${number}`, result, evidence: [], threshold: null, remedy: null, source: 's', mark: 'D' },
})

test('in question is what failed, is doubtful or was made by nobody, but not what the issue itself answers', () => {
  const all = [check(1, 'passed'), check(3, 'failed'), check(6, 'not-yet-checked'), check(7, 'review'), check(9, 'not-applicable')]
  expect(inQuestion([...all, check(13, 'not-yet-checked'), check(15, 'not-yet-checked')])).toEqual([3, 6, 7])
})

test('a refusal that rests on an incident that is not public does not name check 10 to the exporter', () => {
  const all = [check(3, 'failed'), check(10, 'failed')]
  expect(namedAsSeen([3, 10], all, [check(3, 'failed'), check(10, 'passed')])).toEqual([3])
  expect(namedAsSeen([3, 10], all, all)).toEqual([3, 10])
})
