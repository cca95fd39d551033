/* A committee version by version: what holds on which day, what a sitting meeting keeps, what is refused; and who a promise binds when seats change hands. */
import { describe, expect, test } from 'vitest'
import { foldEvents } from '../../../kernel/decider.ts'
import { asId } from '../../../kernel/schema.ts'
import type { Component } from '../contract.ts'
import { type Committee, type CommitteeCommand, type CommitteeContext, type CommitteeEvent, committeeDecider } from './committee.ts'
import { planOf, plannedDays } from './functionality.ts'
import { type PromiseContext, type PromiseEvent, promiseDecider, sideOf } from './promise.ts'
import { asItSat, seatEver, standingOn, versionState } from './versions.ts'

const body = (n: number) => asId('organisation', `0192f0c4-0000-7000-8000-00000000000${n}`)
const seat = (key: string, n: number | null, voting = true) => ({
  key,
  title: `Seat ${key}`,
  organisation: n === null ? null : body(n),
  voting,
})
const component = (key: string, ...seats: Component['seats']): Component => ({
  ...({ key, kind: 'government', name: key } as const),
  seats,
})
const first = [component('gov', seat('gov-1', 1)), component('private', seat('coop', 2), seat('fec', 3))]
const grown = [...first, component('cso', seat('cso-1', 4))]
const base = {
  from: '2026-03-01',
  quorum: { is: 'every-component' },
  meetingsPerYear: 4,
  officers: {},
  legal: { basis: 'none' },
  reason: 'why',
} as const
const context = (today: string, more: Partial<CommitteeContext> = {}): CommitteeContext => ({
  ...{ today, now: `${today}T08:00:00.000Z`, known: true, isCodeTaken: false, sitting: null },
  ...more,
})
const found: CommitteeCommand = {
  ...({ type: 'found', level: 'CPS', name: 'C', area: 'XL1', sign: 'X', mandate: 'M', components: first } as const),
  ...{ legal: base.legal, meetingsPerYear: 4, quorum: base.quorum },
}
function play(...steps: readonly (readonly [CommitteeCommand, CommitteeContext])[]): {
  readonly state: Committee
  readonly answer: string
} {
  const events: CommitteeEvent[] = []
  let answer = ''
  for (const [command, at] of steps) {
    const outcome = committeeDecider.decide(foldEvents(committeeDecider, events), command, at)
    answer = outcome.ok ? 'accepted' : outcome.refusal.code
    if (outcome.ok) events.push(...outcome.value)
  }
  const state = foldEvents(committeeDecider, events)
  if (state === null) throw new Error('nothing was founded')
  return { state, answer }
}
const founded = [found, context('2026-01-01')] as const
const revise = (more: Partial<Extract<CommitteeCommand, { type: 'revise' }>> = {}): CommitteeCommand => ({
  ...({ type: 'revise', version: 1, ...base, components: grown } as const),
  ...more,
})
const answerTo = (command: CommitteeCommand, at = context('2026-03-01')) => play(founded, [command, at]).answer

describe('a revision', () => {
  test('holds from its day; what stood before is what stood then', () => {
    const { state } = play(founded, [revise(), context('2026-02-20')])
    const seats = (day: string) => standingOn(state, { day }).components.map((one) => one.key)
    expect([seats('2026-02-28'), seats('2026-03-01')]).toEqual([
      ['gov', 'private'],
      ['gov', 'private', 'cso'],
    ])
    expect(state.versions.map((one) => versionState(state.versions, one, '2026-02-28'))).toEqual(['standing', 'to-come'])
    expect(state.versions.map((one) => versionState(state.versions, one, '2026-03-01'))).toEqual(['past', 'standing'])
  })
  test('is refused on a version that is no longer the last, and when it changes nothing', () => {
    const second = [revise(), context('2026-03-01')] as const
    expect(play(founded, second, [revise({ reason: 'too' }), context('2026-03-02')]).answer).toBe('committee-revised-meanwhile')
    expect(play(founded, second, [revise({ version: 2 }), context('2026-03-02')]).answer).toBe('committee-revision-the-same')
  })
  test('cannot hold before what is in force does, and replaces what does not hold yet', () => {
    const later = [revise({ from: '2026-09-01' }), context('2026-03-01')] as const
    const sooner = play(founded, later, [revise({ version: 2, from: '2026-04-01' }), context('2026-03-02')])
    expect(sooner.answer).toBe('accepted')
    expect(sooner.state.versions.map((one) => versionState(sooner.state.versions, one, '2026-10-01'))).toEqual([
      'past',
      'replaced',
      'standing',
    ])
    expect(answerTo(revise({ from: '2025-12-31' }))).toBe('revision-before-the-last')
    expect(answerTo(revise({ from: '2028-01-01' }))).toBe('revision-too-far-ahead')
  })
  test('does not touch the quorum of a meeting that sits; what it leaves alone may change', () => {
    const sitting = context('2026-03-01', { sitting: { code: 'CPS-X-2026-01', day: '2026-03-01' } })
    expect(answerTo(revise(), sitting)).toBe('revision-while-a-meeting-sits')
    const rule = { is: 'at-least', components: 1, seats: 1 } as const
    expect(answerTo(revise({ components: first, quorum: rule }), sitting)).toBe('revision-while-a-meeting-sits')
    expect(answerTo(revise({ from: '2026-03-02' }), sitting)).toBe('accepted')
    expect(answerTo(revise({ components: first, meetingsPerYear: 6 }), sitting)).toBe('accepted')
  })
  test('asks of a new order its number and its date, of officers a seat each, of a rule that it can be met', () => {
    const legal = { basis: 'governor-order', number: '031/LK' } as const
    expect(answerTo(revise({ legal }))).toBe('new-act-needs-number-and-date')
    expect(answerTo(revise({ legal: { ...legal, date: '2026-03-02' } }))).toBe('committee-day-in-the-future')
    expect(answerTo(revise({ legal: { ...legal, date: '2026-02-28' } }))).toBe('accepted')
    expect(answerTo(revise({ officers: { president: 'nobody' } }))).toBe('no-such-committee-seat')
    expect(answerTo(revise({ officers: { president: 'coop', rapporteur: 'coop' } }))).toBe('two-offices-of-one-seat')
    expect(answerTo(revise({ quorum: { is: 'at-least', components: 4, seats: 2 } }))).toBe('quorum-never-met')
  })
  test('a closed meeting keeps its seats and who had left, whatever is written down later', () => {
    const { state } = play(
      founded,
      [{ type: 'withdraw', component: 'private', on: '2026-01-10', reason: 'r' }, context('2026-01-10')],
      [{ type: 'return', component: 'private', on: '2026-02-25' }, context('2026-02-25')],
      [revise({ from: '2026-02-01' }), context('2026-03-01')],
    )
    const sat = asItSat(state, { convened: { day: '2026-02-10' }, closedAt: '2026-02-10T12:00:00.000Z' })
    expect([sat.components.length, sat.withdrawn.map((one) => one.component)]).toEqual([2, ['private']])
    const open = asItSat(state, { convened: { day: '2026-03-05' }, closedAt: null })
    expect([open.components.length, open.withdrawn]).toEqual([3, []])
  })
  test('a seat that ended is still known by what it owed', () => {
    const { state } = play(founded, [
      revise({ components: [first[0] ?? component('gov'), component('cso', seat('cso-1', 4))] }),
      context('2026-03-01'),
    ])
    expect(
      standingOn(state, { day: '2026-03-01' })
        .components.flatMap((one) => one.seats)
        .some((one) => one.key === 'coop'),
    ).toBe(false)
    expect(seatEver(state, 'coop')?.organisation).toBe(body(2))
  })
  test('another frequency counts from when it was written down, and puts no meeting off', () => {
    const { state } = play(founded, [revise({ components: first, from: '2026-02-01', meetingsPerYear: 12 }), context('2026-03-01')])
    const days = plannedDays(planOf(state), '2026-01-01', '2026-12-31')
    // 59 days at four a year had gathered 236 of 365: the first meeting comes 10 days on, and then each month.
    expect(days.slice(0, 2)).toEqual(['2026-03-11', '2026-04-11'])
    const changed = Array.from({ length: 10 }, (_, n) => n + 1).reduce<readonly (readonly [CommitteeCommand, CommitteeContext])[]>(
      (steps, n) => [
        ...steps,
        [
          revise({ version: n, components: first, from: `2026-02-${10 + n}`, meetingsPerYear: n % 2 === 0 ? 4 : 5 }),
          context(`2026-02-${10 + n}`),
        ],
      ],
      [founded],
    )
    expect(plannedDays(planOf(play(...changed).state), '2026-01-01', '2026-12-31').length).toBeGreaterThanOrEqual(3)
  })
})

describe('a promise', () => {
  const when = (today: string, organisation: number | null, committee: Committee): PromiseContext => ({
    ...{ today, now: `${today}T09:00:00.000Z`, organisation: organisation === null ? null : body(organisation), committee },
  })
  const make = {
    type: 'make',
    committee: asId('committee', body(9)),
    holder: 'gov-1',
    beneficiary: 'coop',
    text: 't',
    indicator: 'i',
  } as const
  const made = { ...make, from: '2026-Q1', until: '2026-Q2' } as const
  const codeOf = (events: readonly PromiseEvent[], command: Parameters<typeof promiseDecider.decide>[1], at: PromiseContext) => {
    const outcome = promiseDecider.decide(foldEvents(promiseDecider, events), command, at)
    return outcome.ok ? outcome.value : outcome.refusal.code
  }
  const rate = { type: 'rate', quarter: '2026-Q1', score: 4, comment: 'c' } as const
  test('is not between two seats of one body', () => {
    const same = play([
      { ...found, components: [component('gov', seat('gov-1', 1)), component('private', seat('coop', 1))] },
      context('2026-01-01'),
    ])
    expect(codeOf([], made, when('2026-01-02', null, same.state))).toBe('promise-needs-two-bodies')
  })
  test('stays with the bodies that made it: a seat that changes hands lets nobody rate itself or twice', () => {
    const { state } = play(founded)
    const events = codeOf([], made, when('2026-01-02', null, state))
    if (typeof events === 'string') throw new Error(events)
    const moved = [component('gov', seat('gov-1', 5)), component('private', seat('coop', 1), seat('fec', 3))]
    const later = play(founded, [revise({ components: moved, from: '2026-02-01' }), context('2026-02-01')]).state
    const promise = foldEvents(promiseDecider, events)
    if (promise === null) throw new Error('no promise')
    expect([1, 2, 3, 5].map((n) => sideOf(later, promise, body(n)))).toEqual(['holder', 'beneficiary', null, null])
    const rated = codeOf(events, rate, when('2026-03-20', 1, later))
    if (typeof rated === 'string') throw new Error(rated)
    expect(rated).toMatchObject([{ payload: { side: 'holder' } }])
    expect(codeOf([...events, ...rated], rate, when('2026-03-21', 1, later))).toBe('rated-already')
    // The new body of the seat promised nothing.
    expect(codeOf(events, rate, when('2026-03-20', 5, later))).toBe('not-a-side-of-the-promise')
  })
  test('a secretary without a body, or of a third one, is no side', () => {
    const { state } = play(founded)
    const events = codeOf([], made, when('2026-01-02', null, state))
    if (typeof events === 'string') throw new Error(events)
    expect(codeOf(events, rate, when('2026-03-20', null, state))).toBe('not-a-side-of-the-promise')
    expect(codeOf(events, rate, when('2026-03-20', 3, state))).toBe('not-a-side-of-the-promise')
  })
})
