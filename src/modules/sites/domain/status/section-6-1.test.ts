/* Every row of the two tables of section 6.1 of the domain text, each named by its row. */
import { describe, expect, test } from 'vitest'
import { ask, blue, hold, order, site } from '../../../../../test/status-facts.ts'
import { MissionPlanned } from '../missions/mission.ts'
import { type AnnexFacts, type OrderCommand, orderDecider } from '../orders/order.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import type { StatusFact } from './status-fact.ts'

const june = ['2024-06-01', '2024-06-03', '2024-06-05'] as const

describe('6.1, table of states: wire code, export of new production, default validity', () => {
  test.each<[string, readonly StatusFact[], string, object]>([
    ['NONE | 0 | no | –', [], '2024-06-20', { internal: 'NONE', wireCode: 0, validUntil: null, produce: 'no' }],
    [
      'BLUE_PENDING | 0 | no | 10-day clock',
      [blue(june)],
      '2024-06-10',
      { internal: 'BLUE_PENDING', wireCode: 0, validUntil: '2024-06-15', produce: 'no' },
    ],
    [
      'BLUE_ACTIVE | 0 | yes | 36 months from start',
      [blue(june)],
      '2024-06-15',
      { internal: 'BLUE_ACTIVE', wireCode: 0, validUntil: '2027-06-15', produce: 'yes' },
    ],
    [
      'BLUE_LAPSED_GREEN | 0 | yes if exporter risk file current (D): without one | rest of 36 months',
      [order('green', '2023-01-10')],
      '2024-06-01',
      { internal: 'BLUE_LAPSED_GREEN', wireCode: 0, validUntil: '2027-01-10', produce: 'no' },
    ],
    [
      'BLUE_LAPSED_GREEN | 0 | yes if exporter risk file current (D): with one | rest of 36 months',
      [order('green', '2023-01-10'), blue(['2024-02-01', '2024-02-01', '2024-02-01'])],
      '2024-06-01',
      { internal: 'BLUE_LAPSED_GREEN', wireCode: 0, validUntil: '2027-01-10', produce: 'yes' },
    ],
    [
      'GREEN | 1 | yes | 12 months',
      [order('green', '2024-01-10')],
      '2024-06-01',
      { internal: 'GREEN', wireCode: 1, validUntil: '2025-01-10', produce: 'yes' },
    ],
    [
      'YELLOW | 2 | yes | 6 months',
      [order('yellow', '2024-01-10')],
      '2024-06-01',
      { internal: 'YELLOW', wireCode: 2, validUntil: '2024-07-10', produce: 'yes' },
    ],
    [
      'RED | 3 | no, all artisanal activity forbidden | see 7.0: 3 months',
      [order('red', '2024-01-10')],
      '2024-02-01',
      { internal: 'RED', wireCode: 3, validUntil: '2024-04-10', produce: 'no' },
    ],
  ])('%s', (_row, facts, asOf, expected) => {
    const { internal, wireCode, validUntil, allows } = ask(facts, asOf)
    expect({ internal, wireCode, validUntil, produce: allows.produce }).toEqual(expected)
  })
})

describe('6.1, table of transitions: from → to | trigger', () => {
  test('NONE → BLUE_PENDING | exporter files request + risk assessment with three authorities | each receipt counts', () => {
    expect(ask([blue([])], '2024-06-20').internal).toBe('NONE')
    expect(ask([blue(june.slice(0, 1))], '2024-06-02').internal).toBe('BLUE_PENDING')
    expect(ask([blue(june.slice(0, 2))], '2026-01-01')).toMatchObject({ internal: 'BLUE_PENDING', validUntil: null })
  })
  test('BLUE_PENDING → BLUE_ACTIVE | 10 days after receipt, no red/yellow risk identified | clock starts at last receipt (D)', () => {
    expect(ask([blue(june)], '2024-06-14').internal).toBe('BLUE_PENDING')
    expect(ask([blue(june)], '2024-06-15').internal).toBe('BLUE_ACTIVE')
  })
  test.each(['mining-service', 'committee'])('BLUE_PENDING → NONE | objection, reason = criterion id | %s', (by) => {
    const facts = [blue(june, { criterion: 'R1', by, on: '2024-06-12' })]
    expect(ask(facts, '2024-06-11').internal).toBe('BLUE_PENDING')
    expect(ask(facts, '2024-06-12').internal).toBe('NONE')
    expect(ask(facts, '2024-06-20').internal).toBe('NONE')
  })
  test.each(['green', 'yellow', 'red'] as const)(
    'any → GREEN/YELLOW/RED | StatusOrder in force, annex holds the site | Minister: %s',
    (colour) => {
      for (const before of [
        [],
        [blue(june)],
        [order('green', '2023-01-01')],
        [order('yellow', '2023-01-01')],
        [order('red', '2023-01-01')],
      ])
        expect(ask([...before, order(colour, '2024-06-20')], '2024-06-20').internal).toBe(colour.toUpperCase())
    },
  )
  test('any → GREEN/YELLOW/RED | inspection attached, except conflict-based red listing', () => {
    const without = { inspection: null }
    expect(sign({ orderKind: 'validation', colour: 'red' }, without)).toBe('inspection-missing')
    expect(sign({ orderKind: 'red_listing', colour: 'red' }, without)).toBe('signed')
    expect(sign({ orderKind: 'validation', colour: 'green' }, {})).toBe('signed')
  })
  test('GREEN → BLUE_LAPSED_GREEN | validity end, no newer order | system', () => {
    const green = order('green', '2023-01-10')
    expect(ask([green], '2024-01-09').internal).toBe('GREEN')
    expect(ask([green], '2024-01-10').internal).toBe('BLUE_LAPSED_GREEN')
    expect(ask([green, order('green', '2024-01-10')], '2024-01-10').internal).toBe('GREEN')
  })
  test('BLUE_* → RED | 36 months without inspection | automatic', () => {
    expect(ask([blue(june)], '2027-06-14').internal).toBe('BLUE_ACTIVE')
    expect(ask([blue(june)], '2027-06-15').internal).toBe('RED')
    expect(ask([order('green', '2023-01-10')], '2027-01-09').internal).toBe('BLUE_LAPSED_GREEN')
    expect(ask([order('green', '2023-01-10')], '2027-01-10').internal).toBe('RED')
  })
  test('YELLOW → (YELLOW, overdue) | 6 months end without re-inspection | export blocked; legal colour unchanged (D)', () => {
    const standing = ask([order('yellow', '2024-01-10')], '2024-07-10')
    expect(standing).toMatchObject({ internal: 'YELLOW', colour: 'yellow', wireCode: 2, lapsed: true })
    expect(standing.allows).toEqual({ allocateTags: 'no', produce: 'no', move: 'review', certify: 'review' })
  })
  test('RED → RED | extension order (+6 months observed, art. 11 b of 0677/2021) | may be retroactive | Minister', () => {
    const extension = order('red', '2025-08-12', { orderKind: 'extension', signedOn: '2025-11-03', recordedAt: '2025-11-03T10:00:00.000Z' })
    const facts = [order('red', '2025-02-12', { orderKind: 'red_listing', until: '2025-08-12' }), extension]
    expect(ask(facts, '2025-09-01')).toMatchObject({ internal: 'RED', lapsed: false, since: '2025-02-12', validUntil: '2026-02-12' })
    expect(ask(facts, '2025-09-01', '2025-11-02T23:59:59.999Z')).toMatchObject({ internal: 'RED', lapsed: true, validUntil: '2025-08-12' })
    expect(sign({ orderKind: 'extension', colour: 'red' }, { orderedColour: 'red' })).toBe('signed')
    expect(sign({ orderKind: 'extension', colour: 'red' }, { orderedColour: 'green' })).toBe('nothing-to-extend')
  })
  test.each(['green', 'yellow'] as const)(
    'RED → GREEN/YELLOW | new inspection shows breach solved, then order | minimum red period over: %s',
    (colour) => {
      const inspection = { id: inspected, colour }
      expect(sign({ orderKind: 'validation', colour }, { inspection, orderedColour: 'red', redMinimumUntil: '2026-05-21' })).toBe(
        'red-minimum-not-over',
      )
      expect(sign({ orderKind: 'validation', colour }, { inspection, orderedColour: 'red', redMinimumUntil: '2026-05-20' })).toBe('signed')
      expect(sign({ orderKind: 'validation', colour }, { inspection: null, orderedColour: 'red' })).toBe('inspection-missing')
    },
  )
  test('any → same | follow-up inspection at request of persons harmed by a refusal | the visit is planned, the status stays until an order', () => {
    const planned = mustParse(MissionPlanned, {
      missionKind: 'follow_up',
      plannedFrom: '2026-06-01',
      plannedTo: '2026-06-03',
      sites: [site],
      members: [{ body: 'mines-administration', attendance: 'required', head: true }],
      legalBasis: ['droit de recours inscrit dans l’arrêté'],
    })
    expect(planned.missionKind).toBe('follow_up')
    // That the status stays is tried on the real database in server/orders/http-orders.test.ts, under the name of this row.
  })
  test.each<[string, readonly StatusFact[], string]>([
    ['NONE', [], 'NONE'],
    ['BLUE_ACTIVE', [blue(june)], 'BLUE_ACTIVE'],
    ['GREEN', [order('green', '2024-06-01')], 'GREEN'],
    ['YELLOW', [order('yellow', '2024-06-01')], 'YELLOW'],
    ['RED', [order('red', '2024-06-01')], 'RED'],
  ])(
    'any → +operationalHold | armed group, serious incident, access lost | tagging stops at once, the legal status stays: %s',
    (_from, facts, internal) => {
      const standing = ask([...facts, hold('2024-06-20')], '2024-06-20')
      expect(standing).toMatchObject({ internal, hold: { by: 'scheme', from: '2024-06-20' } })
      expect([standing.allows.allocateTags, standing.allows.produce]).toEqual(['no', 'no'])
    },
  )
  test('after the tables: status for a transaction is evaluated at the production date; red does not cancel lots produced before it', () => {
    const facts = [order('green', '2024-01-10'), order('red', '2024-06-01')]
    expect(ask(facts, '2024-05-31').allows.produce).toBe('yes')
    expect(ask(facts, '2024-06-01').allows).toMatchObject({ produce: 'no', move: 'derogation', certify: 'derogation' })
  })
})

const inspected = '019a0000-0000-7000-8000-0000000000aa'
/** `signed`, or the code of the refusal, for an order of one site that takes effect on 20 May 2026. */
function sign(
  text: { readonly orderKind: 'validation' | 'red_listing' | 'extension'; readonly colour: 'green' | 'yellow' | 'red' },
  facts: { readonly inspection?: { readonly id: string; readonly colour: 'green' | 'yellow' | 'red' } | null } & Partial<
    Omit<AnnexFacts, 'inspection'>
  >,
): string {
  const { inspection = { id: inspected, colour: text.colour }, ...more } = facts
  const known: AnnexFacts = {
    site,
    known: true,
    outside: null,
    orderedColour: null,
    redMinimumUntil: null,
    ...more,
    inspection: inspection === null ? null : { ...inspection, id: asId('inspection', inspection.id) },
  }
  const command: OrderCommand = {
    say: 'sign',
    orderKind: text.orderKind,
    number: '1/2026',
    signatoryRole: 'MINISTER',
    signedOn: '2026-05-20',
    effectiveFrom: '2026-05-20',
    legalBasis: ['0677/2021'],
    annex: [{ site, colour: text.colour }],
  }
  const context = {
    numberTaken: false,
    supersededKnown: false,
    sites: [known],
    rulebook: { id: 'CD_0677_2021', hash: 'f' },
    today: '2026-06-01',
  }
  const outcome = orderDecider.decide(orderDecider.initial, command, context)
  return outcome.ok ? 'signed' : outcome.refusal.code
}
