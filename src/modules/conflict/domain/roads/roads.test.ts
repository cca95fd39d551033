/* Roads, roadblocks and surveys as decisions: who confirms, when a roadblock stands, what a survey covers. */
import { describe, expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { RoadFacts, RoadblockFacts } from '../../contract-roads.ts'
import { lineMetres, metresBetween, metresToLine, placeAtKm, placesAlong } from './ground.ts'
import { roadDecider, roadNow } from './road.ts'
import { type Roadblock, type RoadblockCommand, periodsOf, roadblockDecider, standingIn, stateOf } from './roadblock.ts'
import { lookedAt, lookedTogether, surveyDecider } from './survey.ts'

const source = { name: 'relevé fictif', reliability: 'B', credibility: '2' } as const
const act = (by = 'one', on = '2026-06-30') => ({ on, by, body: null })
const facts: RoadblockFacts = {
  ...{ name: 'Carrefour Mawe', at: { latitude: -2.6, longitude: 21.4 }, road: null, km: null, barrier: 'rope', taxed: ['minerals'] },
  ...{ operators: [{ actor: null, written: 'Groupe de la Colline', class: 'armed-group' }], amount: null, resources: ['Sn'] },
  ...{ firstSeen: '2026-01-10', lastSeen: '2026-01-20', source },
}
const context = (by = 'one') => ({ act: act(by), roadKnown: true, isSeen: true })
const play = (state: Roadblock, command: RoadblockCommand, by?: string): Roadblock => {
  const outcome = roadblockDecider.decide(state, command, context(by))
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.reduce(roadblockDecider.evolve, state)
}
const refusal = (state: Roadblock, command: RoadblockCommand, by?: string): string | null => {
  const outcome = roadblockDecider.decide(state, command, context(by))
  return outcome.ok ? null : outcome.refusal.code
}
const proposed = play(roadblockDecider.initial, { type: 'propose', facts })

describe('a roadblock', () => {
  test('is confirmed by another person than who proposed it, once', () => {
    expect(stateOf(proposed)).toBe('proposed')
    expect(refusal(proposed, { type: 'confirm' }, 'one')).toBe('roadblock-second-person')
    const confirmed = play(proposed, { type: 'confirm' }, 'two')
    expect(stateOf(confirmed)).toBe('confirmed')
    expect(refusal(confirmed, { type: 'confirm' }, 'three')).toBe('roadblock-confirmed-already')
  })
  test('needs a place: a position, or a road with the kilometre', () => {
    const nowhere = { ...facts, at: null, road: asId('road', '019aa5db-c580-7fff-bfff-ffffffffffff') }
    expect(refusal(roadblockDecider.initial, { type: 'propose', facts: nowhere })).toBe('roadblock-without-place')
    expect(refusal(roadblockDecider.initial, { type: 'propose', facts: { ...nowhere, km: 4 } })).toBeNull()
    expect(refusal(roadblockDecider.initial, { type: 'propose', facts: { ...facts, lastSeen: '2026-07-01' } })).toBe(
      'conflict-day-in-the-future',
    )
  })
  test('that is not seen by who asks does not exist', () => {
    const unseen = roadblockDecider.decide(proposed, { type: 'see', seenOn: '2026-02-01', source }, { ...context(), isSeen: false })
    expect(unseen.ok ? null : unseen.refusal.code).toBe('unknown-roadblock')
  })
  test('stands between sightings, is stale after 180 days without one, and is not there before the first', () => {
    const on = (day: string) => standingIn(proposed, { from: day, until: day })
    expect(on('2026-01-09')).toBeNull()
    expect(on('2026-01-10')).toBe('seen')
    expect(on('2026-07-19')).toBe('seen')
    expect(on('2026-07-20')).toBe('stale')
    const again = play(proposed, { type: 'see', seenOn: '2026-06-01', source })
    expect(standingIn(again, { from: '2026-07-20', until: '2026-07-20' })).toBe('seen')
  })
  test('lifted is gone from that day, and stands again once it is seen after it', () => {
    const lifted = play(proposed, { type: 'lift', liftedOn: '2026-03-01', source })
    expect(stateOf(lifted)).toBe('lifted')
    expect(standingIn(lifted, { from: '2026-02-01', until: '2026-02-01' })).toBe('seen')
    expect(standingIn(lifted, { from: '2026-03-02', until: '2026-06-01' })).toBeNull()
    expect(refusal(lifted, { type: 'lift', liftedOn: '2026-03-02', source })).toBe('roadblock-lifted-already')
    const back = play(lifted, { type: 'see', seenOn: '2026-05-01', source }, 'two')
    expect(stateOf(back)).toBe('proposed')
    expect(periodsOf(back).map(({ from, until }) => [from, until])).toEqual([
      ['2026-01-10', '2026-03-01'],
      ['2026-05-01', null],
    ])
    expect(standingIn(back, { from: '2026-04-01', until: '2026-04-01' })).toBeNull()
    expect(refusal(back, { type: 'lift', liftedOn: '2026-04-15', source })).toBe('roadblock-seen-after')
  })
  test('confirmed and lifted comes back as proposed, until another person confirms than who saw it again', () => {
    const lifted = play(play(proposed, { type: 'confirm' }, 'two'), { type: 'lift', liftedOn: '2026-03-01', source })
    expect(refusal(lifted, { type: 'confirm' }, 'three')).toBe('roadblock-lifted-already')
    const back = play(lifted, { type: 'see', seenOn: '2026-05-01', source }, 'two')
    expect(stateOf(back)).toBe('proposed')
    expect(refusal(back, { type: 'confirm' }, 'two')).toBe('roadblock-second-person')
    expect(stateOf(play(back, { type: 'confirm' }, 'three'))).toBe('confirmed')
  })
  test('is not seen twice on one day by one source', () => {
    expect(refusal(proposed, { type: 'see', seenOn: facts.lastSeen, source })).toBe('roadblock-seen-already')
    const seen = play(proposed, { type: 'see', seenOn: '2026-05-01', source })
    expect(refusal(seen, { type: 'see', seenOn: '2026-05-01', source: { ...source, reliability: 'A' } }, 'two')).toBe(
      'roadblock-seen-already',
    )
    expect(refusal(seen, { type: 'see', seenOn: '2026-05-01', source: { ...source, name: 'autre' } })).toBeNull()
    expect(refusal(seen, { type: 'see', seenOn: '2026-05-02', source })).toBeNull()
  })
})

test('the description of the newest day rules, whichever came last', () => {
  const road: RoadFacts = {
    ...{
      name: 'Axe',
      waypoints: [
        { at: { latitude: 0, longitude: 0 }, name: null },
        { at: { latitude: 0, longitude: 1 }, name: null },
      ],
    },
    ...{ links: [], armed: 'yes', source, asOf: '2026-05-01' },
  }
  const say = (said: RoadFacts, again: boolean, state: Parameters<typeof roadDecider.decide>[0]) =>
    roadDecider.decide(state, { type: 'describe', facts: said, again }, { act: act(), sitesKnown: true })
  const first = say(road, false, [])
  const state = first.ok ? foldEvents(roadDecider, first.value) : []
  const older = say({ ...road, armed: 'no', asOf: '2025-01-01' }, true, state)
  expect(roadNow(older.ok ? older.value.reduce(roadDecider.evolve, state) : [])?.armed).toBe('yes')
  expect(say(road, true, [])).toMatchObject({ refusal: { code: 'unknown-road' } })
  const astray = { ...road, links: [{ kind: 'selling-point' as const, site: null, name: 'X', waypoint: 2 }] }
  expect(say(astray, false, [])).toMatchObject({ refusal: { code: 'road-link-off-the-road' } })
})

test('a survey covers its own areas on its own days; one that was withdrawn can not be withdrawn again', () => {
  const surveys = [
    { areas: ['XL101'], from: '2026-01-01', until: '2026-01-31' },
    { areas: ['XL101', 'XL102'], from: '2026-02-01', until: '2026-02-10' },
  ]
  expect(lookedAt(surveys, 'XL101', { from: '2026-01-05', until: '2026-02-10' })).toBe('yes')
  expect(lookedAt(surveys, 'XL102', { from: '2026-01-05', until: '2026-02-10' })).toBe('partly')
  expect(lookedAt(surveys, 'XL103', { from: '2026-01-05', until: '2026-02-10' })).toBe('no')
  expect([lookedTogether([]), lookedTogether(['yes', 'no']), lookedTogether(['yes', 'yes'])]).toEqual(['no', 'partly', 'yes'])
  const declared = { areas: ['XL101'], from: '2026-01-01', until: '2026-01-31', lookedBy: 'x', method: null, ...act() }
  const state = { declared, isWithdrawn: true }
  const again = surveyDecider.decide(state, { type: 'withdraw', why: 'x' }, { act: act(), areasKnown: true })
  expect(again.ok ? null : again.refusal.code).toBe('unknown-survey')
})

test('distances on the ground', () => {
  const line = [
    { latitude: 0, longitude: 0 },
    { latitude: 0, longitude: 1 },
    { latitude: 1, longitude: 1 },
  ]
  const degree = 111_195
  expect(metresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 }) / degree).toBeCloseTo(1, 3)
  expect(metresToLine({ latitude: 0.1, longitude: 0.5 }, line) / degree).toBeCloseTo(0.1, 3)
  expect(metresToLine({ latitude: 0, longitude: -0.2 }, line.slice(0, 1)) / degree).toBeCloseTo(0.2, 3)
  expect(lineMetres(line) / degree).toBeCloseTo(2, 3)
  expect(placeAtKm(line, (degree * 1.5) / 1000)?.latitude).toBeCloseTo(0.5, 2)
  expect(placeAtKm(line, 9999)).toEqual(line[2])
  const along = placesAlong(line, 20_000)
  expect(along.length).toBeGreaterThan(10)
  expect(Math.max(...along.slice(1).map((one, at) => metresBetween(along[at] ?? one, one)))).toBeLessThanOrEqual(20_000)
})
