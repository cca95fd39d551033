import { expect, test } from 'vitest'
import { blankWarning, warningOf } from './warning-draft.ts'

const draft = { ...blankWarning, type: 'attack', severity: '4', territoire: 'CD1001', what: 'Tirs' } as const

test('a form that is not whole sends nothing', () => {
  expect(warningOf(blankWarning)).toBe(null)
  expect(warningOf({ ...draft, severity: '' })).toBe(null)
  expect(warningOf({ ...draft, territoire: '' })).toBe(null)
})
test('hours are those of the place, wherever the device stands', () => {
  expect(warningOf({ ...draft, day: '2026-11-21', time: '08:00' })?.occurredAt).toBe('2026-11-21T07:00:00.000Z')
  expect(warningOf({ ...draft, territoire: 'CD7401', day: '2026-11-21', time: '08:00' })?.occurredAt).toBe('2026-11-21T06:00:00.000Z')
})
test('words typed before the type was changed to one about persons are not sent', () => {
  const sent = warningOf({ ...draft, type: 'abduction', men: '3' })
  expect(sent).toMatchObject({ type: 'abduction', persons: { women: null, men: 3, girls: null, boys: null } })
  expect(JSON.stringify(sent)).not.toContain('Tirs')
})
