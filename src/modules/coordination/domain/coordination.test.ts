/* Test 15 of the protection brief: the quorum rule, an overdue action that goes up, the index of functioning on a fixture; and what no text of a committee may hold. */
import { describe, expect, test } from 'vitest'
import { foldEvents } from '../../../kernel/decider.ts'
import { asId, parse } from '../../../kernel/schema.ts'
import type { Component } from '../contract.ts'
import { AgendaItem, ItemSource } from '../contract-meetings.ts'
import { type Action, isOverdue, onTimeOrNull } from './action.ts'
import { type Committee } from './committee.ts'
import { type Agenda, type Ladder, carriedOver, climbOf, escalationOf } from './escalation.ts'
import { type FundCommand, type FundContext, type FundEvent, fundDecider, pursesOf } from './fund.ts'
import { functionalityOf, plannedDays } from './functionality.ts'
import type { Meeting } from './meeting.ts'
import { type Promised, closesOn, quarterShown, quartersOf, stateOfQuarter, wideGaps } from './promise.ts'
import { quorumOf } from './quorum.ts'
import { refusedWords } from './said.ts'

const id = (n: number) => `0192f0c4-0000-7000-8000-00000000000${n}`
const body = (n: number) => asId('organisation', id(n))
const component = (key: string, ...seats: readonly string[]): Component => ({
  ...({ key, kind: 'government', name: key.toUpperCase() } as const),
  seats: seats.map((seat) => ({ key: seat, title: seat, organisation: null, voting: !seat.endsWith('-observer') })),
})
const components = [component('gov', 'gov-1'), component('private', 'fec', 'coop'), component('cso', 'cso-1', 'cso-observer')]
const everybody = { 'gov-1': 'present', fec: 'present', coop: 'present', 'cso-1': 'present' } as const

describe('quorum', () => {
  const sitting = { components, withdrawn: [], rule: { is: 'every-component' } } as const
  test('every component sits with a vote; a represented seat counts, an excused or an observer does not', () => {
    expect(quorumOf(sitting, everybody)).toEqual({ met: true, missing: [] })
    expect(quorumOf(sitting, { ...everybody, fec: 'excused', coop: 'represented' }).met).toBe(true)
    expect(quorumOf(sitting, { ...everybody, 'cso-1': 'left' })).toEqual({ met: false, missing: ['CSO'] })
    expect(quorumOf(sitting, { ...everybody, 'cso-1': 'absent', 'cso-observer': 'present' }).met).toBe(false)
    expect(quorumOf(sitting, {}).met).toBe(false)
  })
  test('who has left by letter is not there, whoever came', () => {
    expect(quorumOf({ ...sitting, withdrawn: ['private'] }, everybody)).toEqual({ met: false, missing: ['PRIVATE'] })
  })
  test('a rule of its own counts components and seats', () => {
    const rule = { is: 'at-least', components: 2, seats: 3 } as const
    expect(quorumOf({ ...sitting, rule }, { ...everybody, 'cso-1': 'absent' }).met).toBe(true)
    expect(quorumOf({ ...sitting, rule }, { 'gov-1': 'present', fec: 'present' }).met).toBe(false)
  })
})

const action = (due: string, more: Partial<Action> = {}): Action => ({
  opened: {
    ...{
      committee: asId('committee', id(1)),
      meeting: asId('committee-meeting', id(2)),
      number: 'CLS-X-2026-01-A01',
      item: 'own:x',
      decision: null,
    },
    ...{ text: 'Baliser', owner: 'coop', due, on: '2026-01-10', at: '2026-01-10T08:00:00.000Z', body: null },
  },
  ...{ state: 'OPEN', doneOn: null },
  ...more,
})
describe('what nobody did', () => {
  const own = (day: string, isClosed = true): Agenda => ({ committee: 'cls', day, isClosed, keys: ['action-overdue:a'] })
  const above = (day: string): Agenda => ({ committee: 'cts', day, isClosed: true, keys: ['escalated:a'] })
  const ladder = (...agendas: readonly Agenda[]): Ladder => ({
    steps: [
      { committee: 'cls', code: 'CLS-X', level: 'CLS' },
      { committee: 'cts', code: 'CTS-X', level: 'CTS' },
      { committee: 'cps', code: 'CPS-X', level: 'CPS' },
    ],
    agendas,
  })
  const at = (today: string, ...agendas: readonly Agenda[]) =>
    escalationOf({ id: 'a', action: action('2026-02-01'), ladder: ladder(...agendas), today })
  test('is overdue the day after its own', () => {
    expect([isOverdue(action('2026-02-01'), '2026-02-01'), isOverdue(action('2026-02-01'), '2026-02-02')]).toEqual([false, true])
  })
  test('is carried over by each agenda that has it, and goes up after two meetings that closed', () => {
    expect(carriedOver('a', ladder(own('2026-03-01'), own('2026-04-01', false)))).toBe(2)
    expect(at('2026-04-02', own('2026-03-01'))).toBeNull()
    expect(at('2026-04-02', own('2026-03-01'), own('2026-04-01', false))).toBeNull()
    expect(at('2026-04-02', own('2026-03-01'), own('2026-04-01'))).toEqual({
      at: 'CTS',
      committee: 'CTS-X',
      since: '2026-04-01',
      because: 'meetings',
    })
  })
  test('goes from the territorial to the provincial, and after sixty days there to the ministry', () => {
    const agendas = [own('2026-03-01'), own('2026-04-01'), above('2026-05-01'), above('2026-06-01')]
    expect(at('2026-07-30', ...agendas)).toMatchObject({ at: 'CPS', since: '2026-06-01' })
    expect(at('2026-07-31', ...agendas)).toEqual({ at: 'ministry', committee: null, since: '2026-07-31', because: 'days' })
    const all = climbOf({ id: 'a', action: action('2026-02-01'), ladder: ladder(...agendas), today: '2026-08-15' })
    expect(all.map((one) => one.at)).toEqual(['CTS', 'CPS', 'ministry'])
  })
  test('goes nowhere once it is done', () => {
    const done = action('2026-02-01', { state: 'DONE', doneOn: '2026-03-15' })
    expect(escalationOf({ id: 'a', action: done, ladder: ladder(own('2026-03-01'), own('2026-04-01')), today: '2026-09-01' })).toBeNull()
    expect([
      onTimeOrNull(done, '2026-09-01'),
      onTimeOrNull(action('2026-02-01', { state: 'DONE', doneOn: '2026-02-01' }), '2026-09-01'),
    ]).toEqual([false, true])
  })
})

describe('the index of functioning', () => {
  const committee = (on: string): Committee => ({
    ...{ components, quorum: { is: 'every-component' }, meetingsPerYear: 4, withdrawn: [], leaves: [], versions: [] },
    ...({ officers: {}, legal: { basis: 'none' } } as const),
    founded: {
      ...({ level: 'CPS', name: 'C', area: 'XL1', code: 'CPS-X', legal: { basis: 'none' }, mandate: 'M', meetingsPerYear: 4 } as const),
      ...{ quorum: { is: 'every-component' }, components, parent: null, sites: [], on, at: `${on}T08:00:00.000Z` },
    },
  })
  const meeting = (day: string, quorumKept: boolean): Meeting => ({
    convened: {
      ...({
        committee: asId('committee', id(1)),
        code: 'CPS-X-2026-01',
        kind: 'ORD',
        day,
        time: '09:00',
        place: 'S',
        reason: null,
      } as const),
      ...{ convokedOn: day, items: [], at: `${day}T08:00:00.000Z` },
    },
    ...({ items: [], removed: [], state: 'closed', attendance: {}, quorumKept, lostAt: null, openedAt: `${day}T09:00:00.000Z` } as const),
    ...{ closedAt: `${day}T12:00:00.000Z`, decisions: [], minutes: null, approved: null, notes: [] },
  })
  const today = '2026-12-31'
  test('is the mean of three parts: 3 of 4 held, 2 of 3 with quorum, 1 of 2 on time', () => {
    const found = functionalityOf({
      committee: committee('2025-12-31'),
      meetings: [meeting('2026-03-01', true), meeting('2026-06-01', false), meeting('2026-09-01', true)],
      actions: [action('2026-04-01', { state: 'DONE', doneOn: '2026-03-20' }), action('2026-05-01'), action('2027-02-01')],
      today,
    })
    expect(found).toMatchObject({ held: { numerator: 3, denominator: 4 }, quorum: { numerator: 2, denominator: 3 }, parts: 3 })
    expect(found.actions).toEqual({ numerator: 1, denominator: 2, share: 0.5 })
    expect(found.index).toBeCloseTo((0.75 + 2 / 3 + 0.5) / 3, 9)
  })
  test('leaves out a part without anything to divide by, and says of how many it is', () => {
    const found = functionalityOf({ committee: committee('2025-12-31'), meetings: [], actions: [], today })
    expect(found).toMatchObject({ parts: 1, index: 0, quorum: { share: null }, actions: { share: null } })
    expect(functionalityOf({ committee: committee(today), meetings: [], actions: [], today })).toMatchObject({ parts: 0, index: null })
  })
  test('planned days of two stretches add up', () => {
    const plan = { foundedOn: '2025-01-15', perYear: 12 }
    const days = (from: string, until: string) => plannedDays(plan, from, until).length
    expect(days('2025-01-15', '2026-01-15')).toBe(12)
    expect(days('2025-01-15', '2025-07-03') + days('2025-07-04', '2026-01-15')).toBe(12)
  })
})

describe('words', () => {
  test.each([
    'Dossier KD-7F3M-2X',
    'Kd-7f3M-2x',
    'KD\u20117F3M\u20132X',
    'voir KD-7F3M-2XA.',
    'https://x/cases/1',
    '0192f0c4-0000-7000-8000-000000000001',
    'kd-7f3m-2x',
  ])('%s looks like a case', (words) => expect(refusedWords(words)?.refusal.code).toBe('committee-item-names-a-case'))
  test.each(['Plainte de Mme Kavira', 'M. Kalume absent'])('%s names somebody', (words) =>
    expect(refusedWords('x', words)?.refusal.code).toBe('committee-item-names-a-person'),
  )
  test.each([
    'CPS-NK-2026-03-D04',
    'Lots LK-000001 à LK-000009',
    'au-delà du va-et-vient',
    'EXP-2026-0001',
    'Le major des groupes',
    'incident XL-2026-0004-2',
  ])('%s may stand', (words) => expect(refusedWords(words)).toBeNull())
  test('no kind of item leads to a case', () => {
    expect(ItemSource.options.some((one) => /case|person|referral/.test(one))).toBe(false)
    const item = { key: 'case:1', source: 'case', ref: id(1), site: null, label: null, day: null, n: null }
    expect(parse(AgendaItem, item).ok).toBe(false)
  })
})

describe('the fund', () => {
  const context: FundContext = { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', code: 'CPS-X', known: true }
  const project = asId('fund-project', id(5))
  const play = (...commands: readonly FundCommand[]) => {
    const past: FundEvent[] = []
    for (const command of commands) {
      const outcome = fundDecider.decide(foldEvents(fundDecider, past), command, context)
      if (!outcome.ok) return outcome.refusal.code
      past.push(...outcome.value)
    }
    return foldEvents(fundDecider, past)
  }
  const pay = (amount: number, currency: string): FundCommand => ({
    ...({ type: 'contribute', payer: body(1), basis: { is: 'lot', lots: 2 } } as const),
    ...{ amount, currency, on: '2026-11-20' },
  })
  const start: FundCommand = {
    type: 'start',
    id: project,
    title: 'École',
    territory: 'XL101',
    sector: 'school',
    budget: 500,
    currency: 'USD',
  }
  const run: FundCommand = { type: 'move', project, status: 'running', tender: 'none' }
  const spend = (amount: number, currency: string): FundCommand => ({
    type: 'spend',
    project,
    amount,
    currency,
    what: 'Ciment',
    on: '2026-11-21',
  })
  test('each currency has its own purse, and none pays for the other', () => {
    const fund = play(pay(1000, 'USD'), pay(50_000, 'CDF'), start, run, spend(400, 'USD'))
    if (typeof fund === 'string') throw new Error(fund)
    expect(pursesOf(fund)).toEqual([
      { currency: 'CDF', received: 50_000, spent: 0, balance: 50_000 },
      { currency: 'USD', received: 1000, spent: 400, balance: 600 },
    ])
    expect(fund.received.map((one) => one.receipt)).toEqual(['CPS-X-R0001', 'CPS-X-R0002'])
    expect(play(pay(1000, 'USD'), pay(50_000, 'CDF'), start, run, spend(1001, 'USD'))).toBe('fund-too-small')
    expect(play(pay(1000, 'USD'), start, spend(1, 'USD'))).toBe('fund-project-not-running')
  })
  test('what was mistyped is reversed once with why: it stands, keeps its number, and no sum counts it', () => {
    const reverse = (receipt: string): FundCommand => ({ type: 'reverse', receipt, reason: 'Un zéro de trop' })
    const past = [pay(10_000, 'USD'), start, run, spend(4000, 'USD'), reverse('CPS-X-R0001'), pay(1000, 'USD')]
    const below = play(...past)
    if (typeof below === 'string') throw new Error(below)
    // What never came in was spent: said, not hidden.
    expect(pursesOf(below)).toEqual([{ currency: 'USD', received: 1000, spent: 4000, balance: -3000 }])
    expect(play(...past, spend(1, 'USD'))).toBe('fund-too-small')
    const right = play(...past, reverse('CPS-X-S0001'), spend(400, 'USD'))
    if (typeof right === 'string') throw new Error(right)
    expect(pursesOf(right)).toEqual([{ currency: 'USD', received: 1000, spent: 400, balance: 600 }])
    expect([right.received, right.spent].flat().map((one) => one.receipt)).toEqual([
      ...['CPS-X-R0001', 'CPS-X-R0002', 'CPS-X-S0001', 'CPS-X-S0002'],
    ])
    expect(play(...past, reverse('CPS-X-R0001'))).toBe('receipt-reversed-already')
    expect(play(...past, reverse('CPS-X-R0009'))).toBe('unknown-receipt')
  })
})

describe('the scorecard', () => {
  const first = { quarter: '2026-Q3', side: 'holder', score: 4, comment: 'c', on: '2026-10-02', at: '2026-10-02T08:00:00.000Z' } as const
  const promise: Promised = {
    made: {
      ...{
        committee: asId('committee', id(1)),
        holder: 'a',
        beneficiary: 'b',
        text: 'T',
        indicator: 'I',
        from: '2026-Q3',
        until: '2027-Q1',
      },
      ...{ on: '2026-07-01', at: '2026-07-01T08:00:00.000Z' },
    },
    rated: [first],
  }
  const both: Promised = { ...promise, rated: [...promise.rated, { ...first, side: 'beneficiary', score: 2 }] }
  test('quarters follow each other over the year, and are rated from the last month to thirty days after', () => {
    expect(quartersOf(promise.made)).toEqual(['2026-Q3', '2026-Q4', '2027-Q1'])
    expect(closesOn('2026-Q3')).toBe('2026-10-30')
    expect(['2026-08-31', '2026-09-01', '2026-10-30', '2026-10-31'].map((day) => stateOfQuarter('2026-Q3', day))).toEqual([
      'to-come',
      'open',
      'open',
      'closed',
    ])
  })
  test('a side sees its own score alone until both are in, or the time is over', () => {
    const seen = (of: Promised, mine: 'holder' | 'beneficiary' | null, today = '2026-10-10') =>
      quarterShown(of, '2026-Q3', { today, mine }).scores.map((one) => one.side)
    expect([seen(promise, 'holder'), seen(promise, 'beneficiary'), seen(promise, null)]).toEqual([['holder'], [], []])
    expect(seen(both, 'beneficiary')).toEqual(['holder', 'beneficiary'])
    expect(seen(promise, null, '2026-10-31')).toEqual(['holder'])
  })
  test('a gap of two is wide; one alone is none', () => {
    expect(wideGaps(both, '2026-10-10')).toMatchObject([{ quarter: '2026-Q3', gap: 2 }])
    expect(wideGaps(promise, '2026-10-10')).toEqual([])
  })
})
