/* Every row of the table of section 7.3 of the domain text, "what each status allows", each named by its row. */
import { noRegister } from '../register/register-rules.ts'
import { describe, expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { ask, blue, hold, order, site } from '../../../../../test/status-facts.ts'
import { siteDecider } from '../register/site.ts'
import type { StatusFact } from './status-fact.ts'

const june = ['2024-06-01', '2024-06-03', '2024-06-05'] as const
const day = '2024-06-20'
const columns = {
  NONE: [],
  BLUE_PENDING: [blue(['2024-06-20'])],
  BLUE_ACTIVE: [blue(june)],
  GREEN: [order('green', '2024-06-01')],
  YELLOW: [order('yellow', '2024-06-01')],
  'YELLOW overdue': [order('yellow', '2023-06-01')],
  RED: [order('red', '2024-06-01')],
  hold: [order('green', '2024-06-01'), hold('2024-06-10')],
} as const satisfies { readonly [column: string]: readonly StatusFact[] }
type Column = keyof typeof columns
const names: readonly Column[] = ['NONE', 'BLUE_PENDING', 'BLUE_ACTIVE', 'GREEN', 'YELLOW', 'YELLOW overdue', 'RED', 'hold']

/** The answers of a row, in the order of the columns; ✘ and – are both "no" for a lot, since none was produced while eligible. */
const rows = [
  ['allocate tags', 'allocateTags', ['no', 'no', 'yes', 'yes', 'yes', 'no', 'no', 'no']],
  ['register production lot', 'produce', ['no', 'no', 'yes', 'yes', 'yes', 'no', 'no', 'no']],
  ['move/sell lots produced while eligible', 'move', ['no', 'no', 'yes', 'yes', 'yes', 'review', 'derogation', 'review']],
  ['ICGLR certificate for such lots', 'certify', ['no', 'no', 'yes', 'yes', 'yes', 'review', 'derogation', 'no']],
] as const

describe.each(rows)('7.3: %s', (_row, act, answers) => {
  test.each(names.map((name, at) => [name, answers[at] ?? ''] as const))('%s: %s', (name, answer) => {
    expect(ask(columns[name], day).allows[act]).toBe(answer)
  })
})

describe('7.3: register miners, visits', () => {
  const states = ['NONE', 'BLUE_PENDING', 'BLUE_ACTIVE', 'BLUE_LAPSED_GREEN', 'GREEN', 'YELLOW', 'RED'] as const
  test.each(states)(
    'a visit is kept under %s, and so it is under a hold and an overdue yellow, of which the decision knows nothing',
    (internal) => {
      const outcome = siteDecider.decide(
        siteDecider.initial,
        { say: 'record-visit', visit: { date: '2024-06-01', source: { name: 'team' }, onSite: true, observed: {} } },
        {
          office: { roles: ['MINES_PROV'], organisation: null, kind: null },
          nationalIdTaken: false,
          outsideTerritory: null,
          internal,
          nextSerial: 0,
          register: noRegister,
          factKind: null,
          today: day,
          newId: () => asId('event', site),
        },
      )
      expect(outcome.ok).toBe(true)
    },
  )
})

test('7.3, certificate under a hold: ✘ while the hold covers the production date, not before it and not once it is lifted', () => {
  const facts = [order('green', '2024-06-01'), hold('2024-06-10', { on: '2024-06-25', recordedAt: '2024-06-25T00:00:00.000Z' })]
  expect([ask(facts, '2024-06-09'), ask(facts, '2024-06-10'), ask(facts, '2024-06-25')].map((one) => one.allows.certify)).toEqual([
    'yes',
    'no',
    'yes',
  ])
})
