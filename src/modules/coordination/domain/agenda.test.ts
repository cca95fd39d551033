/* An agenda of a province with six hundred red sites and more open actions than one event holds, and what an agenda learns once it is convened. */
import { describe, expect, test } from 'vitest'
import { foldEvents } from '../../../kernel/decider.ts'
import { asId, mustParse } from '../../../kernel/schema.ts'
import type { Component } from '../contract.ts'
import { type AgendaItem, OrderItems } from '../contract-meetings.ts'
import type { Committee } from './committee.ts'
import { itemKey } from './item-key.ts'
import { type MeetingCommand, type MeetingContext, meetingDecider } from './meeting.ts'
import { type MeetingEvent, meetingKinds } from './meeting-events.ts'
import { redSiteItems } from './site-items.ts'

const id = (n: number): string => `0192f0c4-0000-7000-8000-${String(n).padStart(12, '0')}`
const red = (n: number) =>
  Array.from({ length: n }, (_, at) => ({
    ...{ id: asId('site', id(at)), name: `Site ${at}`, territoireCode: at % 4 === 3 ? null : `XL10${at % 4}`, validUntil: null },
  }))
const itemsOf = (n: number, isByArea = false) => redSiteItems({ red: red(n), area: 'XL1', nameOf: (code) => `T ${code}`, isByArea })
const components: Component[] = [
  { key: 'gov', kind: 'government', name: 'GOV', seats: [{ key: 'g', title: 'G', organisation: null, voting: true }] },
]
const founded = {
  ...({ level: 'CPS', name: 'C', area: 'XL1', code: 'CPS-X', legal: { basis: 'none' }, mandate: 'M', meetingsPerYear: 4 } as const),
  ...{ quorum: { is: 'every-component' as const }, components, parent: null, sites: [], on: '2026-01-01', at: '2026-01-01T08:00:00.000Z' },
}
const committee: Committee = {
  ...{ components, quorum: founded.quorum, meetingsPerYear: 4, officers: {}, legal: founded.legal, founded },
  ...{ versions: [], leaves: [], withdrawn: [] },
}
type Step = readonly [MeetingCommand, { readonly open?: readonly AgendaItem[]; readonly owed?: readonly string[] }]
/** The log after the steps, each event as its own schema takes it; or the code of what was refused. */
function play(...steps: readonly Step[]) {
  const past: MeetingEvent[] = []
  for (const [command, { open = [], owed = [] }] of steps) {
    const context: MeetingContext = {
      ...{ now: '2026-03-01T10:00:00.000Z', today: '2026-03-01', account: 'a', committee, inYear: 0, open, owed },
      ...{ approving: null, hash: () => '' },
    }
    const outcome = meetingDecider.decide(foldEvents(meetingDecider, past), command, context)
    if (!outcome.ok) return { code: outcome.refusal.code, items: [], events: past }
    for (const event of outcome.value) mustParse(meetingKinds[event.kind], event.payload)
    past.push(...outcome.value)
  }
  return { code: null, items: foldEvents(meetingDecider, past)?.items ?? [], events: past }
}
const convene: MeetingCommand = {
  ...({ type: 'convene', committee: asId('committee', id(1)), kind: 'EXTRA', day: '2026-03-01', time: '09:00' } as const),
  ...{ place: 'Salle', reason: 'x' },
}
const refresh: MeetingCommand = { type: 'refresh' }
const counted = (source: 'incidents' | 'warnings' | 'held-lots', n: number): AgendaItem => ({
  ...{ key: `${source}:XL1`, source, ref: null, site: null, label: null, day: null, n },
})
const overdue = (n: number): readonly AgendaItem[] =>
  Array.from({ length: n }, (_, at) => ({
    ...{
      key: `action-overdue:${id(at)}`,
      source: 'action-overdue' as const,
      ref: id(at),
      site: null,
      label: `A ${at}`,
      day: '2026-01-01',
      n: null,
    },
  }))

describe('red sites', () => {
  test('stand one by one while they are few, with the day to which each is red', () => {
    expect(itemsOf(20).map((one) => one.source)).toEqual(Array.from({ length: 20 }, () => 'red-site'))
  })
  test('six hundred stand by territoire, and none is left out of the count', () => {
    const items = itemsOf(600)
    expect(items.map(({ key, n, label }) => [key, n, label])).toEqual([
      ['red-sites:XL1', 150, 'T XL1'],
      ['red-sites:XL100', 150, 'T XL100'],
      ['red-sites:XL101', 150, 'T XL101'],
      ['red-sites:XL102', 150, 'T XL102'],
    ])
    expect(play([convene, { open: items }]).items).toHaveLength(4)
  })
  test('an agenda that has them by territoire keeps to it when they are few again', () => {
    expect(itemsOf(1, true)).toMatchObject([{ key: 'red-sites:XL100', n: 1 }])
  })
})
describe('an agenda that is longer than one event', () => {
  test('is convened, grows, and is put in order without a fault, and loses nothing', () => {
    expect(play([convene, { open: overdue(1300) }]).items).toHaveLength(1300)
    const grown = play([convene, { open: overdue(1) }], [refresh, { open: overdue(1300) }])
    expect(grown.items.map((one) => one.key)).toEqual(overdue(1300).map((one) => one.key))
    const keys = grown.items.map((one) => one.key)
    const items = [...keys.slice(1, 300), keys[0] ?? '']
    expect(mustParse(OrderItems, { items }).items).toHaveLength(300)
    const ordered = play([convene, { open: overdue(1300) }], [{ type: 'order-items', items }, {}])
    expect(ordered.items.map((one) => one.key)).toEqual([...items, ...keys.slice(300)])
    const order = (some: readonly string[]) =>
      play([convene, { open: overdue(1300) }], [{ type: 'order-items', items: [...some] }, {}]).code
    expect([order(keys.slice(0, 299)), order([...keys.slice(0, 299), keys[0] ?? '']), order([...keys.slice(0, 299), 'own:x'])]).toEqual(
      Array.from({ length: 3 }, () => 'order-of-other-items'),
    )
  })
})
describe('what is open is taken up again', () => {
  const open = [counted('incidents', 2), counted('warnings', 3), counted('held-lots', 4)]
  const later = [counted('incidents', 7), counted('warnings', 8), counted('held-lots', 9)]
  const numbers = (steps: readonly Step[]) => play(...steps).items.map((one) => one.n)
  test('items that nobody has dealt with have the number of now, in their place', () => {
    expect(
      numbers([
        [convene, { open }],
        [refresh, { open: later.toReversed() }],
      ]),
    ).toEqual([7, 8, 9])
    expect(play([convene, { open }], [refresh, { open }]).events).toHaveLength(1)
    expect(
      numbers([
        [convene, { open }],
        [{ type: 'open', attendance: [{ seat: 'g', is: 'present' }] }, { open: later }],
      ]),
    ).toEqual([7, 8, 9])
  })
  test('a rush has the figures of now, and the same figures however their members lie are no news', () => {
    const rush = (recent: number) => ({ recent, earlier: 20.5, recentDays: 9, earlierDays: 14, until: '2026-02-28' })
    const item = (figures: AgendaItem['rush']): AgendaItem => ({
      ...{ key: 'rush:p', source: 'rush', ref: id(7), site: null, label: 'P', day: '2026-02-20', n: null, rush: figures },
    })
    const went = play([convene, { open: [item(rush(44))] }], [refresh, { open: [item(rush(51.5))] }])
    expect(went.items.map((one) => one.rush?.recent)).toEqual([51.5])
    const turned = { until: '2026-02-28', earlierDays: 14, recentDays: 9, earlier: 20.5, recent: 44 }
    expect(play([convene, { open: [item(rush(44))] }], [refresh, { open: [item(turned)] }]).events).toHaveLength(1)
  })
  test('what has a decision or an action keeps what was on the table then', () => {
    const steps: readonly Step[] = [
      [convene, { open }],
      [{ type: 'open', attendance: [{ seat: 'g', is: 'present' }] }, { open }],
      [{ type: 'decide', item: 'incidents:XL1', kind: 'DECISION', text: 'x', isPublic: false }, {}],
      [refresh, { open: later, owed: ['warnings:XL1'] }],
    ]
    expect(numbers(steps)).toEqual([2, 3, 9])
  })
  test('what has come to nothing says so; what was taken off stays off with the number that it had', () => {
    const nothing = play([convene, { open }], [refresh, { open: [] }]).items
    expect(nothing.map((one) => [one.n, itemKey(one)])).toEqual([
      [0, 'item.nothing.incidents'],
      [0, 'item.nothing.warnings'],
      [0, 'item.nothing.held-lots'],
    ])
    const off: MeetingCommand = { type: 'remove-item', item: 'incidents:XL1', reason: 'Plus tard' }
    expect(
      numbers([
        [convene, { open }],
        [off, {}],
        [refresh, { open: later }],
      ]),
    ).toEqual([8, 9])
  })
  test('an item in words is nobody else’s to change', () => {
    const add: MeetingCommand = { type: 'add-item', key: 'k', title: 'T', why: 'W' }
    expect(play([convene, {}], [add, {}], [refresh, { open: [] }]).items).toMatchObject([{ label: 'T', why: 'W' }])
  })
})
