import { expect, test } from 'vitest'
import { SITE_RANK_2026 } from './rank-rules.ts'
import { type RankFactor, type RankedFacts, rankSites, reasonsFor } from './rank-sites.ts'

const rules = SITE_RANK_2026.values
const silent: RankedFacts = {
  site: 'a',
  daysLeft: null,
  neverInspected: false,
  interferenceAfterGreen: [],
  childrenAfterGreen: [],
  interferenceVisits: 0,
  holds: 0,
  production: null,
  workers: null,
  minerals: ['Sn'],
  accessDry: null,
  accessWet: null,
  hoursOnFoot: null,
}
const wet = '2026-11-21'
const dry = '2026-07-01'

test.each<[string, Partial<RankedFacts>, string, RankFactor, string | null, number]>([
  ['nothing ends soon', { daysLeft: 91 }, wet, 'expiry', null, 0],
  ['half the way to the end', { daysLeft: 45 }, wet, 'expiry', 'soon', 7.5],
  ['it ends today', { daysLeft: 0 }, wet, 'expiry', 'soon', 15],
  ['lapsed for half a year', { daysLeft: -182.5 }, wet, 'expiry', 'lapsed', 22.5],
  ['lapsed for ten years counts like one', { daysLeft: -3650 }, wet, 'expiry', 'lapsed', 30],
  ['nobody inspected it ever', { neverInspected: true }, wet, 'never-inspected', 'never', 20],
  ['interference after a green', { interferenceAfterGreen: ['2025-01-01'] }, wet, 'contradiction', 'interference', 25],
  ['children after a green', { childrenAfterGreen: ['2025-01-01'] }, wet, 'contradiction', 'children', 25],
  ['both count once', { interferenceAfterGreen: ['2024-01-01'], childrenAfterGreen: ['2025-01-01'] }, wet, 'contradiction', 'both', 25],
  ['one incident of five', { interferenceVisits: 1 }, wet, 'incidents', 'load', 3],
  ['visits and holds add up, to the full', { interferenceVisits: 6, holds: 1 }, wet, 'incidents', 'load', 15],
  ['reported tonnage', { production: [{ mineral: 'Sn', kilogramsPerDay: 100 }] }, wet, 'tonnage', 'reported', 10],
  ['gold weighs by its worth', { production: [{ mineral: 'Au', kilogramsPerDay: 0.02 }] }, wet, 'tonnage', 'reported', 10],
  ['without a report, the diggers', { workers: 100, minerals: ['Sn'] }, wet, 'tonnage', 'estimated', 12],
  ['without either, unknown', {}, wet, 'tonnage', 'unknown', 0],
  ['workers of an unknown mineral', { workers: 100, minerals: ['other'] }, wet, 'tonnage', 'unknown', 0],
  ['the road is cut in the rains', { accessWet: 'route coupée' }, wet, 'season', 'barred-wet', -5],
  ['reachable only now that it is dry', { accessDry: 'car', accessWet: 'closed' }, dry, 'season', 'only-dry', 5],
  ['open in the rains', { accessWet: 'motorbike' }, wet, 'season', 'open-wet', 0],
  ['no word about access', {}, wet, 'season', 'unknown', 0],
  ['four hours on foot', { hoursOnFoot: 4 }, wet, 'walk', 'hours', -2.5],
  ['nobody said how far', {}, wet, 'walk', 'unknown', 0],
])('%s', (_name, more, on, factor, because, points) => {
  const reason = reasonsFor({ ...silent, ...more }, rules, on).find((one) => one.factor === factor)
  expect([reason?.because ?? null, reason?.points ?? 0]).toEqual([because, points])
})

test('the rank is the sum of its reasons; equal sites keep one order', () => {
  const ranked = rankSites(
    [
      { ...silent, site: 'c' },
      { ...silent, site: 'b' },
      { ...silent, site: 'a', daysLeft: -400, neverInspected: true },
    ],
    rules,
    wet,
  )
  expect(ranked.map((one) => [one.site, one.points])).toEqual([
    ['a', 50],
    ['b', 0],
    ['c', 0],
  ])
  for (const one of ranked) expect(one.points).toBe(one.reasons.reduce((sum, reason) => sum + reason.points, 0))
})
