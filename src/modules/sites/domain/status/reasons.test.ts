import { expect, test } from 'vitest'
import { ask, blue, hold, order } from '../../../../../test/status-facts.ts'
import { screenStatusEn } from '../../words/screen-status-en.ts'
import { screenStatusFr } from '../../words/screen-status-fr.ts'
import { reasonKeys, reasonsOf } from './reasons.ts'
import type { StatusFact } from './status-fact.ts'

const keys = (facts: readonly StatusFact[], asOf: string) => reasonsOf(ask(facts, asOf)).map((one) => one.key)
const june = ['2024-06-01', '2024-06-03', '2024-06-05']

test.each<[string, readonly StatusFact[], string, readonly string[]]>([
  ['nothing known', [], '2024-06-20', ['none', 'law']],
  ['green', [order('green', '2024-01-10')], '2024-06-20', ['order', 'until', 'law']],
  ['green, not published', [order('green', '2024-01-10', { published: null })], '2024-06-20', ['order', 'not-published', 'until', 'law']],
  [
    'lapsed green',
    [order('green', '2023-01-10')],
    '2024-06-20',
    ['order-before', 'green-lapsed', 'green-lapsed-blue', 'green-lapsed-no-file', 'law'],
  ],
  [
    'lapsed green with a risk file',
    [order('green', '2023-01-10'), blue(['2024-02-01', '2024-02-01', '2024-02-01'])],
    '2024-06-20',
    ['order-before', 'green-lapsed', 'green-lapsed-blue', 'green-lapsed-risk-file', 'law'],
  ],
  [
    'lapsed green that became red',
    [order('green', '2020-01-10')],
    '2025-06-20',
    ['order-before', 'green-lapsed', 'green-lapsed-red', 'law'],
  ],
  ['yellow', [order('yellow', '2024-05-10')], '2024-06-20', ['order', 'yellow', 'until', 'law']],
  ['yellow overdue', [order('yellow', '2024-01-10')], '2024-08-20', ['order', 'yellow-overdue', 'law']],
  ['red', [order('red', '2024-05-10')], '2024-06-20', ['order', 'red', 'until', 'law']],
  ['red whose period ended', [order('red', '2024-01-10')], '2024-06-20', ['order', 'red', 'red-ended', 'law']],
  ['blue pending, three receipts', [blue(june)], '2024-06-10', ['blue-pending', 'blue-clock', 'law']],
  ['blue pending, one receipt', [blue(june.slice(0, 1))], '2024-06-10', ['blue-pending', 'blue-waits', 'law']],
  ['blue active', [blue(june)], '2024-06-20', ['blue-active', 'until', 'law']],
  ['blue that ended', [blue(june)], '2028-06-20', ['blue-lapsed', 'law']],
  ['green under a hold', [order('green', '2024-01-10'), hold('2024-06-01')], '2024-06-20', ['order', 'until', 'hold', 'law']],
])('%s', (_name, facts, asOf, expected) => {
  expect(keys(facts, asOf)).toEqual(expected)
})

test('a retroactive extension gives the colour from its own day, and its publication is said whatever day is asked about', () => {
  const red = order('red', '2025-02-12', { orderKind: 'red_listing', until: '2025-08-12', published: null })
  const known = '2025-11-20T10:00:00.000Z'
  const act = { orderKind: 'extension', signedOn: '2025-11-03', until: '2026-02-12', recordedAt: '2025-11-03T10:00:00.000Z' } as const
  const extension = order('red', '2025-08-12', { ...act, published: { on: '2025-11-21', recordedAt: known } })
  const told = (knownAt: string) => reasonsOf(ask([red, extension], '2025-09-01', knownAt)).slice(0, 3)
  expect(told(known)).toMatchObject([
    { key: 'order', facts: { number: extension.number, since: '2025-08-12' } },
    { key: 'order-goes-on', facts: { since: '2025-02-12' } },
    { key: 'red' },
  ])
  expect(told('2025-11-10T10:00:00.000Z').map((one) => one.key)).toEqual(['order', 'order-goes-on', 'not-published'])
  expect(told('2025-09-01T10:00:00.000Z')).toMatchObject([
    { key: 'order', facts: { number: red.number, since: '2025-02-12' } },
    { key: 'not-published' },
    { key: 'red' },
  ])
})

test('every reason has its sentence in French and English, and every fact that a sentence names is given', () => {
  const told = new Map(
    [[], [order('green', '2023-01-10')], [blue(june)], [order('red', '2024-01-10'), hold('2024-06-01')]].flatMap((facts) =>
      reasonsOf(ask(facts, '2024-06-20')).map((one) => [one.key, one.facts] as const),
    ),
  )
  for (const key of reasonKeys) {
    for (const words of [screenStatusFr, screenStatusEn]) {
      const sentence = words[`reason.${key}`]
      expect(sentence.length).toBeGreaterThan(10)
      const facts = told.get(key)
      if (facts)
        for (const [, name] of sentence.matchAll(/\{(\w+)[|}]/g))
          expect([key, Object.keys(facts)]).toEqual([key, expect.arrayContaining([name])])
    }
  }
})
