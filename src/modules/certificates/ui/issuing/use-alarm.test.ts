import { expect, test } from 'vitest'
import { alarmOf } from './use-alarm.ts'

const days = { on: '2026-11-22', expiresOn: '2026-12-01' }
test('a departure under a certificate that does not count is an alarm, one under a good one is not', () => {
  expect(alarmOf('valid', days)).toBeNull()
  expect(alarmOf('revoked', days)).toBe('use.alarm.revoked')
  expect(alarmOf('replaced', days)).toBe('use.alarm.revoked')
  expect(alarmOf('valid', { ...days, on: '2026-12-02' })).toBe('use.alarm.expired')
  expect(alarmOf('expired', { ...days, on: '2026-12-02' })).toBe('use.alarm.expired')
  expect(alarmOf('used', days)).toBe('use.alarm.again')
})
test('of one that has run out since, a departure in time is no alarm', () => expect(alarmOf('expired', days)).toBeNull())
