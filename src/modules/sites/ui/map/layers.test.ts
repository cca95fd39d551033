import { expect, test } from 'vitest'
import { blankMapSite } from '../../../../../test/map-site.ts'
import { type LayerChoice, layerNames, markOf, marksOf } from './layers.ts'

const today = '2026-11-21'
const choose = (layer: LayerChoice['layer'], more: Partial<LayerChoice> = {}): LayerChoice => ({
  layer,
  today,
  years: 3,
  actor: '',
  service: '',
  ...more,
})

test.each([
  ['status', { shown: 'green', basis: 'order' }, 'green-order'],
  ['status', { shown: 'green', basis: 'order', lapsedOn: '2026-10-11' }, 'green-lapsed'],
  ['status', { shown: 'red', basis: 'reported' }, 'red-reported'],
  ['status', {}, 'none'],
  ['validity', { shown: 'green', until: '2026-12-01' }, 'to-30'],
  ['validity', { shown: 'green', until: '2027-02-01' }, 'to-90'],
  ['validity', { shown: 'green', until: '2027-08-01' }, 'to-year'],
  ['validity', { shown: 'green', until: '2028-08-01' }, 'over-year'],
  ['validity', { shown: 'green', until: '2026-10-11', lapsedOn: '2026-10-11' }, 'lapsed-year'],
  ['validity', { shown: 'green', until: '2021-10-11', lapsedOn: '2021-10-11' }, 'lapsed-more'],
  ['validity', { shown: 'red' }, 'no-clock'],
  ['minerals', {}, 'not-known'],
  ['minerals', { minerals: ['Ta'] }, 'Ta'],
  ['minerals', { minerals: ['Sn', 'Ta'] }, '3T'],
  ['minerals', { minerals: ['Au', 'Sn'] }, 'Au+'],
  ['workforce', {}, 'not-asked'],
  ['workforce', { workers: 0 }, 'nobody'],
  ['workforce', { workers: 50 }, '1-50'],
  ['workforce', { workers: 500 }, '51-500'],
  ['workforce', { workers: 501 }, 'over-500'],
  ['interference', {}, 'not-asked'],
  ['interference', { interference: false }, 'no'],
  ['interference', { interference: true, armed: [{ actor: 'army', on: '2022-03-01' }] }, 'army'],
  ['services', {}, 'not-asked'],
  ['services', { services: [] }, 'not-named'],
  ['services', { services: ['SAEMAPE', 'CEEC'] }, 'two'],
  ['traceability', {}, 'not-asked'],
  ['traceability', { scheme: 'NONE' }, 'no'],
  ['traceability', { scheme: 'not-stated' }, 'unknown'],
  ['traceability', { scheme: 'ITSCI' }, 'ITSCI'],
  ['visits', {}, 'never'],
  ['visits', { lastVisitOn: '2026-01-01' }, 'this-year'],
  ['visits', { lastVisitOn: '2024-01-01' }, 'since'],
  ['visits', { lastVisitOn: '2023-11-21' }, 'long-ago'],
] as const)('layer %s with %o shows %s', (layer, site, key) => {
  expect(markOf({ ...blankMapSite, ...site }, choose(layer)).key).toBe(key)
  expect(marksOf[layer].map((mark) => mark.key)).toContain(key)
})

test('one class of actor alone: its own day, and no for whoever was asked and named others', () => {
  const site = {
    ...blankMapSite,
    interference: true,
    armed: [
      { actor: 'army', on: '2022-03-01' },
      { actor: 'police', on: '2020-01-01' },
    ],
  } as const
  expect(markOf(site, choose('interference', { actor: 'police' }))).toEqual({ key: 'police', on: '2020-01-01' })
  expect(markOf(site, choose('interference', { actor: 'mines-police' })).key).toBe('no')
})

test('*not asked*, *no* and *unknown* never look alike', () => {
  for (const layer of layerNames) {
    const looks = marksOf[layer].map(({ shape, colour, fill, line, letters }) => [shape, colour, fill, line, letters].join())
    expect(new Set(looks).size).toBe(looks.length)
  }
})
