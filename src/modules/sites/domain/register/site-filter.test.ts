import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { type Sought, filterSites, sortSites } from './site-filter.ts'

const running: Sought['standing'] = {
  shown: 'green',
  lapse: null,
  colour: 'green',
  internal: 'GREEN',
  basis: 'order',
  since: '2026-01-10',
  validUntil: '2027-01-10',
  lapsed: false,
  daysLeft: 50,
  orderNumber: '1',
  orderSignedOn: '2026-01-10',
  held: false,
}
const lapsed: Sought['standing'] = {
  ...running,
  lapse: { colour: 'green', on: '2026-10-11', days: 41 },
  colour: 'blue',
  internal: 'BLUE_LAPSED_GREEN',
  since: '2026-10-11',
  validUntil: '2029-10-11',
  lapsed: true,
}
const blue: Sought['standing'] = { ...running, shown: 'blue', colour: 'blue', internal: 'BLUE_ACTIVE', basis: 'blue-application' }
const redNow: Sought['standing'] = { ...lapsed, shown: 'red', colour: 'red', internal: 'RED', validUntil: null }

const sites = Object.entries({ running, lapsed, blue, redNow }).map(([name, standing], at): Sought => ({
  id: asId('site', `019a0000-0000-7000-8000-00000000000${at}`),
  name,
  nationalId: `n${at}`,
  icglrId: null,
  minerals: ['Sn'],
  province: null,
  territoire: null,
  stated: {},
  standing,
  lastVisitOn: null,
  aliases: [],
}))
const names = (found: readonly Sought[]): readonly string[] => found.map((site) => site.name)

test.each([
  [{ colour: ['green'] }, ['running', 'lapsed']],
  [{ colour: ['green'], lapsed: true }, ['lapsed']],
  [{ colour: ['green'], lapsed: false }, ['running']],
  [{ colour: ['blue'] }, ['blue']],
  [{ colour: ['red'] }, ['redNow']],
  [{ lapsed: true }, ['lapsed']],
])('the filter %o finds by the colour that people read: %o', (filter, found) => {
  expect(names(filterSites(sites, filter))).toEqual(found)
})

test('a green that ran out stands before one that runs, not where its blue years end', () => {
  expect(names(sortSites(sites, 'ending'))).toEqual(['lapsed', 'running', 'blue', 'redNow'])
})
