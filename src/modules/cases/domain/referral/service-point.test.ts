import { expect, test } from 'vitest'
import { type ServicePoint, freshnessOf, suggestions } from './service-point.ts'

const TODAY = '2026-11-22'
const point = (changes: Partial<ServicePoint> = {}): ServicePoint => ({
  ...{ id: 'p', organisation: 'o', type: 'safehouse', area: 'CD6201', safeToRefer: 'yes', ageBands: [], genders: [], languages: [] },
  ...{ isAccessible: true, freePlaces: null, verifiedOn: '2026-11-01', ...changes },
})
const need = { type: 'safehouse', area: 'CD6201', ageBand: '15-17', gender: 'Feminine', languages: ['sw'], needsAccess: false } as const

test.each([
  ['2026-08-24', 'fresh'],
  ['2026-08-23', 'amber'],
  ['2026-05-26', 'amber'],
  ['2026-05-25', 'hidden'],
  [null, 'hidden'],
] as const)('verified on %s it is %s', (verifiedOn, freshness) => expect(freshnessOf(verifiedOn, TODAY)).toBe(freshness))

test('what is stale, unsafe or does not receive is not offered; what needs care is offered with its care', () => {
  const ids = (...points: readonly ServicePoint[]) => suggestions(points, need, { today: TODAY }).map((one) => one.point.id)
  expect(
    ids(point({ verifiedOn: '2026-01-01' }), point({ safeToRefer: 'no' }), point({ genders: ['Masculine'] }), point({ type: 'legal' })),
  ).toEqual([])
  expect(ids(point({ ageBands: ['18-and-over'] }))).toEqual([])
  expect(suggestions([point({ isAccessible: false })], { ...need, needsAccess: true }, { today: TODAY })).toEqual([])
  const careful = point({
    id: 'careful',
    verifiedOn: '2026-07-01',
    safeToRefer: 'caution',
    languages: ['fr'],
    freePlaces: 0,
    area: 'CD6202',
  })
  expect(suggestions([careful, point({ id: 'best' })], need, { today: TODAY })).toMatchObject([
    { point: { id: 'best' }, cautions: [] },
    { point: { id: 'careful' }, cautions: ['not-verified-lately', 'caution', 'no-common-language', 'no-place-free', 'another-area'] },
  ])
})

test('a refusal changes nothing about what is offered: no rule of the directory knows consent', () => {
  // The whole of what is asked is need; if consent ever became part of it, this would no longer compile.
  const asked: { readonly [Key in keyof Parameters<typeof suggestions>[1]]: true } = {
    ...{ type: true, area: true, ageBand: true, gender: true, languages: true, needsAccess: true },
  }
  expect(Object.keys(asked)).not.toContain('consent')
})
