import { expect, test } from 'vitest'
import type { CheckReport } from '../../contract.ts'
import { byGravity, toAcknowledge, waitingFor } from './check-order.ts'

const check = (number: number, result: CheckReport['result'], who = 'EXPORTER', code = 'x'): CheckReport => ({
  number,
  id: `c${number}`,
  result,
  evidence: [{ code, facts: {} }],
  threshold: null,
  remedy: result === 'passed' ? null : { code: `c${number}`, who },
  source: 's',
  mark: 'D',
})
const checks = [
  check(1, 'passed'),
  check(2, 'not-yet-checked', 'CAMI'),
  check(3, 'failed', 'MINES_NAT'),
  check(4, 'review'),
  check(5, 'failed'),
  check(13, 'not-yet-checked', 'CEEC_VALIDATOR', 'decided-at-issue'),
]

test('what stands in the way comes first', () => expect(byGravity(checks).map((one) => one.number)).toEqual([3, 5, 4, 2, 13, 1]))
test('the verifier names what nobody could check, not what issuing decides', () =>
  expect(toAcknowledge(checks).map((one) => one.number)).toEqual([2]))
test('each open check stands under who can mend it', () => {
  const waiting = waitingFor(checks)
  expect([...waiting.keys()]).toEqual(['MINES_NAT', 'EXPORTER', 'CAMI'])
  expect(waiting.get('EXPORTER')?.map((one) => one.number)).toEqual([5, 4])
})
test('what issuing decides is listed once something in it is to be judged', () =>
  expect([...waitingFor([check(15, 'review', 'EXPORTER', 'decided-at-issue')]).keys()]).toEqual(['EXPORTER']))
