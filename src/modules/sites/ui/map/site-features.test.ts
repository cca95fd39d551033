import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { siteFeatures } from './site-features.ts'

const site = {
  id: asId('site', '0193b000-0000-7000-8000-000000000001'),
  name: 'Exemple',
  lat: -2,
  lon: 28,
  shown: 'green',
  basis: 'order',
  lapsedOn: null,
  held: false,
  minerals: ['Sn'],
  lastVisitOn: '2026-10-01',
} satisfies Parameters<typeof siteFeatures>[0][number]
const propertiesOf = (change: object) => siteFeatures([{ ...site, ...change }], '2026-11-21').features[0]?.properties

test.each([
  [{}, { icon: 'green-order', ink: 1 }],
  [{ lapsedOn: '2026-10-11' }, { icon: 'green-lapsed', ink: 1 }],
  [{ basis: 'reported' }, { icon: 'green-reported', ink: 1 }],
  [
    { basis: 'reported', lapsedOn: '2026-10-11' },
    { icon: 'green-lapsed', ink: 1 },
  ],
  [
    { shown: 'none', basis: 'none', lastVisitOn: null },
    { icon: 'none-order', ink: 0.6 },
  ],
  [{ lastVisitOn: '2025-01-01' }, { ink: 0.8 }],
])('a site with %o is drawn with %o', (change, expected) => {
  expect(propertiesOf(change)).toMatchObject(expected)
})

test('what alarms lies above what does not', () => {
  const orderOf = (change: object): number => Number(propertiesOf(change)?.['order'])
  expect(orderOf({ shown: 'red' })).toBeGreaterThan(orderOf({ shown: 'green' }))
  expect(orderOf({ lapsedOn: '2026-10-11' })).toBeGreaterThan(orderOf({}))
})
