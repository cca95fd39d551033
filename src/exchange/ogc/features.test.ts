import { expect, test } from 'vitest'
import { asId } from '../../kernel/schema.ts'
import type { SiteOverview, Standing } from '../../modules/sites/contract.ts'
import { featureOf, fits } from './features.ts'

const id = asId('site', '0192f3a0-0000-7000-8000-000000000001')
const standing: Standing = {
  site: id,
  asOf: '2026-11-21',
  knownAt: '2026-11-21T09:00:00.000Z',
  internal: 'BLUE_LAPSED_GREEN',
  colour: 'blue',
  wireCode: 0,
  basis: 'order',
  since: '2026-10-11',
  validUntil: '2029-10-11',
  lapsed: true,
  lapse: { colour: 'green', on: '2026-10-11' },
  daysLeft: 1055,
  orderNumber: '0455/2023',
  orderSignedOn: '2023-10-11',
  hold: null,
  allows: { allocateTags: 'no', produce: 'no', move: 'no', certify: 'no' },
  rulebook: { id: 'CD', hash: 'x' },
}
const site: SiteOverview = {
  id,
  name: 'Mlima Saba',
  nationalId: 'XL-0007',
  icglrId: null,
  minerals: ['Ta'],
  provinceCode: null,
  territoireCode: null,
  position: null,
  aliases: [],
  country: 'CD',
  activity: null,
  standing,
  shown: 'green',
  lastVisitOn: null,
  registeredAt: '2026-01-01T00:00:00.000Z',
}
const seeing = { precision: 'exact' as const, placeOf: () => null }
const asks = (name: string, value: string) => ({ bbox: null, between: null, equal: new Map([[name, value]]) })

test('a green that ran out is valid until the day it did, not until the end of what follows', () => {
  const feature = featureOf(site, seeing)
  expect(feature.properties).toMatchObject({
    status: 'green',
    lapsed: true,
    lapsedOn: '2026-10-11',
    since: null,
    validUntil: '2026-10-11',
    internalStatus: 'BLUE_LAPSED_GREEN',
    internalUntil: '2029-10-11',
  })
  expect(fits(feature, asks('internalStatus', 'blue_lapsed_green'))).toBe(true)
  expect(fits(feature, asks('lapsed', 'false'))).toBe(false)
})

test('a green that runs keeps its own days', () => {
  const running: Standing = { ...standing, internal: 'GREEN', since: '2024-01-01', validUntil: '2027-01-01', lapsed: false, lapse: null }
  expect(featureOf({ ...site, standing: running }, seeing).properties).toMatchObject({
    lapsed: false,
    lapsedOn: null,
    since: '2024-01-01',
    validUntil: '2027-01-01',
    internalStatus: 'GREEN',
  })
})
