/* Clocks of warnings: hours from the receipt, in three zones and over nights on which clocks are moved; scores with their counts. */
import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { parse } from '../../../../kernel/schema.ts'
import { type Assessment, ZoneScore } from '../../contract-warnings.ts'
import { type Warning, warningDecider } from './warning.ts'
import type { WarningEvent } from './warning-events.ts'
import { isLate, responseDue, triageDue } from './warning-rules.ts'
import { instantAtWall, wallClock, zoneOfPlace } from './zones.ts'
import { scoresOf, weightOf } from './zone-score.ts'

test.each([
  [5, 1],
  [4, 4],
  [3, 24],
  [2, 24],
  [1, 24],
])('severity %i is to be sorted within %i h of the receipt', (severity, hours) => {
  const due = triageDue('2026-11-21T22:30:00.000Z', severity)
  expect((Date.parse(due) - Date.parse('2026-11-21T22:30:00.000Z')) / 3_600_000).toBe(hours)
  expect([isLate(due, due), isLate(due, due.replace('.000Z', '.001Z'))]).toEqual([false, true])
})

test.each([
  ['CD7401', 'Africa/Lubumbashi', '2026-11-21T21:30:00.000Z'],
  ['CD1001', 'Africa/Kinshasa', '2026-11-21T22:30:00.000Z'],
  ['MN0101', 'Asia/Ulaanbaatar', '2026-11-21T15:30:00.000Z'],
])('half past eleven at night in %s is an hour of %s, and the clock runs into the next day there', (place, zone, instant) => {
  expect(zoneOfPlace(place)).toBe(zone)
  expect(instantAtWall({ day: '2026-11-21', time: '23:30' }, zone)).toBe(instant)
  expect(wallClock(triageDue(instant, 5), zone)).toEqual({ day: '2026-11-22', time: '00:30' })
})

test.each([
  // Mongolia moved its clocks forward on this night; Brussels still does, here back.
  ['Asia/Ulaanbaatar', { day: '2016-03-25', time: '23:30' }, 4, { day: '2016-03-26', time: '04:30' }],
  ['Asia/Ulaanbaatar', { day: '2016-09-23', time: '22:30' }, 4, { day: '2016-09-24', time: '01:30' }],
  ['Europe/Brussels', { day: '2026-10-25', time: '00:30' }, 4, { day: '2026-10-25', time: '03:30' }],
  ['Europe/Brussels', { day: '2026-03-29', time: '01:30' }, 5, { day: '2026-03-29', time: '03:30' }],
])('in %s a night with moved clocks makes nobody wait longer or less', (zone, wall, severity, shown) => {
  const received = instantAtWall(wall, zone)
  expect(wallClock(received, zone)).toEqual(wall)
  expect(wallClock(triageDue(received, severity), zone)).toEqual(shown)
})

const by = { at: '2026-11-21T10:00:00.000Z', by: 'a', body: null }
interface Made {
  readonly severity?: number
  readonly receivedAt?: string
  readonly as?: Assessment
  readonly territoire?: string
  readonly then?: readonly WarningEvent[]
}
function made({ severity = 4, receivedAt = by.at, as, territoire = 'XL102', then = [] }: Made): Warning {
  const payload = {
    ...({ number: 'W-2026-0001', channel: 'radio', type: 'attack', province: 'XL1', territoire, site: null } as const),
    ...({ occurredAt: null, receivedAt, severity, reporter: 'anonymous', persons: null, what: null } as const),
    ...{ organisations: [], actors: [], source: null, ...by },
  }
  const assessed: WarningEvent[] =
    as === undefined ? [] : [{ kind: 'warning.assessed.v1', payload: { as, basis: 'one-source', because: null, words: null, ...by } }]
  const warning = foldEvents(warningDecider, [{ kind: 'warning.received.v1', payload }, ...assessed, ...then])
  if (warning === null) throw new Error('no warning')
  return warning
}

test('a change of severity counts again from the receipt, for the sorting and for the answers', () => {
  const graded: WarningEvent = {
    kind: 'warning.graded.v1',
    payload: { severity: 5, why: 'grew', words: null, ...by, at: '2026-11-21T12:30:00.000Z' },
  }
  const { received, severity } = made({ severity: 2, then: [graded] })
  expect(triageDue(received.receivedAt, severity)).toBe('2026-11-21T11:00:00.000Z')
  expect(responseDue('2026-11-21T10:30:00.000Z', severity)).toBe('2026-11-22T10:30:00.000Z')
})

test('a weight is halved with every thirty days; not verified weighs half, false nothing', () => {
  const now = '2026-11-21T10:00:00.000Z'
  expect(weightOf(made({ as: 'verified' }), now)).toBe(4)
  expect(weightOf(made({ as: 'verified', receivedAt: '2026-10-22T10:00:00.000Z' }), now)).toBe(2)
  expect(weightOf(made({ as: 'verified', receivedAt: '2026-09-22T10:00:00.000Z' }), now)).toBe(1)
  expect([weightOf(made({ as: 'unverified' }), now), weightOf(made({}), now), weightOf(made({ as: 'false' }), now)]).toEqual([2, 2, 0])
})

test('zones by weight, each with the counts that its score rests on; what is older than a year counts no more', () => {
  const now = '2026-11-21T10:00:00.000Z'
  const scores = scoresOf(
    [
      made({ as: 'verified', territoire: 'XL101', severity: 1 }),
      made({ as: 'verified', severity: 5 }),
      made({ severity: 3 }),
      made({ as: 'false', severity: 5 }),
      made({ as: 'verified', severity: 5, receivedAt: '2025-11-20T10:00:00.000Z' }),
    ],
    now,
    { nameOf: (code) => code },
  )
  expect(scores.map(({ territoire, score }) => [territoire, score])).toEqual([
    ['XL102', 6.5],
    ['XL101', 1],
  ])
  expect(scores[0]?.counts).toMatchObject({ verified: 1, unverified: 0, waiting: 1, false: 1 })
  expect(scores[0]?.counts.severities).toEqual([
    { severity: 5, warnings: 2 },
    { severity: 4, warnings: 0 },
    { severity: 3, warnings: 1 },
    { severity: 2, warnings: 0 },
    { severity: 1, warnings: 0 },
  ])
})

test('no score can be said without its counts', () => {
  expect(parse(ZoneScore, { territoire: 'XL102', name: 'Est', score: 6.5 }).ok).toBe(false)
  expect(parse(ZoneScore, scoresOf([made({ as: 'verified' })], by.at, { nameOf: (code) => code })[0]).ok).toBe(true)
})
