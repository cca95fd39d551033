import { expect, test } from 'vitest'
import { blankMapSite } from '../../../../../test/map-site.ts'
import type { MapSite } from './map-sites.ts'
import { countMarks, marked, siteFeatures } from './site-features.ts'

const site: MapSite = {
  ...blankMapSite,
  ...{ id: '0198', latitude: -5.8, longitude: 28.4, minerals: ['Ta'] },
  ...{ shown: 'green', until: '2027-06-01', basis: 'order', lastVisitOn: '2026-10-11' },
}
const choice = { layer: 'status', today: '2026-11-21', years: 3, actor: '', service: '' } as const
const drawn = (change: Partial<MapSite>, more: object = {}) => {
  const chosen = { ...choice, ...more }
  return siteFeatures(marked([{ ...site, ...change }], chosen), chosen).features[0]?.properties
}

test.each([
  [{}, 'green-order', 1],
  [{ lapsedOn: '2026-10-11' }, 'green-lapsed', 1],
  [{ basis: 'reported' }, 'green-reported', 1],
  [{ lastVisitOn: '2024-10-11' }, 'green-order', 0.75],
  [{ lastVisitOn: '2019-03-01' }, 'green-order', 0.5],
  [{ lastVisitOn: null, shown: 'none', basis: 'none' }, 'none', 0.5],
] as const)('a site with %o is drawn as %s with ink %s', (change, icon, ink) => {
  expect(drawn(change)).toMatchObject({ icon, ink })
})

test('a lapsed green lies over a green that runs; longitude comes first', () => {
  expect(Number(drawn({ lapsedOn: '2026-10-11' })?.['order'])).toBeGreaterThan(Number(drawn({})?.['order']))
  expect(siteFeatures(marked([site], choice), choice).features[0]?.geometry).toEqual({ type: 'Point', coordinates: [28.4, -5.8] })
})

test('a number of diggers fades with its own age, not with that of the last visit', () => {
  expect(drawn({ workers: 80, workersOn: '2019-01-01' }, { layer: 'workforce' })).toMatchObject({ icon: '51-500', ink: 0.5 })
  expect(drawn({}, { layer: 'workforce' })).toMatchObject({ icon: 'not-asked', ink: 1 })
})

test('the legend counts the marks', () => {
  expect(countMarks(marked([site, site, { ...site, shown: 'red' }], choice))).toEqual(
    new Map([
      ['green-order', 2],
      ['red-order', 1],
    ]),
  )
})
