import { expect, test } from 'vitest'
import { disclosureRules } from './disclosure-rules.ts'
import { dayAfter, levelOfSiteCount, mayBeTold, newestTold, placeInRelease, quarterOf, toldFrom } from './place-and-time.ts'

test('a territoire is told from ten persons on, else its province', () => {
  const place = { admin1: 'CD62', admin2: 'CD6205' }
  expect(placeInRelease(place, 10)).toEqual({ level: 'admin2', code: 'CD6205' })
  expect(placeInRelease(place, 9)).toEqual({ level: 'admin1', code: 'CD62' })
  expect(placeInRelease({ ...place, admin2: null }, 500)).toEqual({ level: 'admin1', code: 'CD62' })
})

test.each([
  ['2026-07-01', '2026-Q3', '2027-01-01'],
  ['2026-09-30', '2026-Q3', '2027-01-01'],
  ['2026-12-31', '2026-Q4', '2027-04-01'],
  ['2026-01-01', '2026-Q1', '2026-07-01'],
])('a case of %s belongs to %s and is told from %s on', (day, quarter, from) => {
  expect(quarterOf(day)).toBe(quarter)
  expect(toldFrom(quarter)).toBe(from)
  expect(mayBeTold(day, from)).toBe(true)
  expect(mayBeTold(day, '2026-06-30')).toBe(false)
})

test.each([
  ['2026-11-22', '2026-Q2', '2026-07-01'],
  ['2026-12-31', '2026-Q2', '2026-07-01'],
  ['2027-01-01', '2026-Q3', '2026-10-01'],
  ['2026-02-01', '2025-Q3', '2025-10-01'],
])('on %s the newest quarter that may be told is %s', (today, quarter, after) => {
  expect(newestTold(today)).toBe(quarter)
  expect(toldFrom(quarter) <= today && dayAfter(quarter) === after).toBe(true)
})

test('what hangs on a site waits ninety days, and is merged into its territoire below ten persons', () => {
  const at = (persons: number, today: string) => levelOfSiteCount({ persons, lastDay: '2026-01-01' }, today)
  expect(at(40, '2026-03-31')).toBe('not-yet')
  expect(at(10, '2026-04-01')).toBe('site')
  expect(at(9, '2026-04-01')).toBe('territoire')
})

test('every value is marked as our own', () => {
  for (const rule of Object.values(disclosureRules)) expect(rule.evidence).toBe('D')
})
