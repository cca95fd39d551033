/* Outcomes of complaints, grants and nights as an organisation may see them: nothing of a handful of people, and no two of them that give one away. */
import { expect, test } from 'vitest'
import { inside, outside } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { type JusticeTrack, noTrack } from '../justice/justice-track.ts'
import { shownShare } from './case-figures.ts'
import { justiceShares, nightsFigure, nightsOf, occupancyFigure, sentenceFigures } from './work-figures.ts'

const track = (more: Partial<JusticeTrack>): JusticeTrack => ({ ...noTrack, passed: ['complaint-filed'], ...more })
const many = (n: number, more: Partial<JusticeTrack>): readonly (readonly JusticeTrack[])[] =>
  Array.from({ length: n }, () => [track(more)])
const INVESTIGATED: Partial<JusticeTrack> = { passed: ['complaint-filed', 'investigation'] }
const CONVICTED: Partial<JusticeTrack> = {
  ...({
    passed: ['complaint-filed', 'investigation', 'charged', 'trial', 'verdict'],
    verdict: 'convicted',
    qualifiedAs: 'trafficking',
  } as const),
}

test('§3.11 outcomes are shares of the step before, by person and not by complaint', () => {
  const { complaints, shares } = justiceShares([
    ...many(6, {}),
    ...many(6, INVESTIGATED),
    ...many(8, CONVICTED),
    [track(INVESTIGATED), track(CONVICTED)],
    [],
  ])
  expect(complaints).toBe(21)
  const share = new Map(shares)
  expect(share.get('complaintsInvestigated')).toMatchObject({ count: 15, of: 21 })
  expect(share.get('investigationsProsecuted')).toMatchObject({ count: 9, of: 15 })
  expect(share.get('prosecutionsConvicted')).toMatchObject({ count: 9, of: 9 })
  // All of them is told as little as none: it would tell about everybody.
  expect(shownShare('prosecutionsConvicted', share.get('prosecutionsConvicted') ?? { count: 0, of: 0, share: null }, inside)).toMatchObject(
    { value: null, isWithheld: true },
  )
  expect(
    shownShare('complaintsInvestigated', share.get('complaintsInvestigated') ?? { count: 0, of: 0, share: null }, inside),
  ).toMatchObject({ isWithheld: false, count: 15, of: 21 })
  expect(
    shownShare('complaintsInvestigated', share.get('complaintsInvestigated') ?? { count: 0, of: 0, share: null }, outside),
  ).toMatchObject({ isWithheld: true, count: null })
})

test('§3.11 bed-nights are counted from the first night to the day of leaving, within the time asked, and withheld for few', () => {
  const stays = [
    { stretches: [{ from: '2026-09-20', to: '2026-10-05' }] },
    {
      stretches: [
        { from: '2026-10-01', to: '2026-10-03' },
        { from: '2026-10-10', to: null },
      ],
    },
    { stretches: [{ from: '2026-08-01', to: '2026-09-01' }] },
  ]
  const time = { from: '2026-10-01', until: '2026-10-31' }
  expect(nightsOf(stays, time)).toEqual({ slept: 4 + 2 + 21, persons: 2 })
  expect(nightsFigure({ slept: 27, persons: 2 }, inside)).toMatchObject({ value: null, isWithheld: true })
  expect(nightsFigure({ slept: 127, persons: 12 }, outside)).toMatchObject({ value: 120, isWithheld: false })
  expect(nightsFigure({ slept: 127, persons: 12 }, inside)).toMatchObject({ value: 127 })
})

test('§3.11 occupancy is nights slept of nights that there were; outside in steps of ten, and never with its counts', () => {
  const houses = { slept: 268, persons: 12, available: 360 }
  expect(occupancyFigure(houses, inside)).toMatchObject({ value: 7444, count: null, of: null })
  expect(occupancyFigure(houses, outside)).toMatchObject({ value: 7000, count: null, of: null })
  expect(occupancyFigure({ ...houses, persons: 4 }, inside)).toMatchObject({ value: null, isWithheld: true })
  expect(occupancyFigure({ slept: 0, persons: 0, available: 0 }, inside)).toMatchObject({ value: null, isWithheld: false })
  expect(occupancyFigure({ slept: 0, persons: 0, available: 0 }, outside)).toMatchObject({ value: null, isWithheld: true })
})

test('§3.10 sentences are counted by person, the longest of each; of few neither mean nor middle is told', () => {
  const sentenced = (...months: readonly number[]) => months.map((one) => [track({ ...CONVICTED, months: one }), track({ months: 6 })])
  const values = (rule: typeof inside, ...months: readonly number[]) => sentenceFigures(sentenced(...months), rule).map((one) => one.value)
  expect(values(inside, 12, 24, 36, 48, 240)).toEqual([72, 36])
  expect(values(inside, 12, 24, 36, 48)).toEqual([null, null])
  expect(values(outside, ...Array.from({ length: 11 }, (_, at) => 60 + at))).toEqual([60, 60])
  expect(sentenceFigures([], inside).every((one) => !one.isWithheld)).toBe(true)
  expect(sentenceFigures([], outside).every((one) => one.isWithheld)).toBe(true)
})
