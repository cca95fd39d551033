/* The clock of an exporter's status on the days on which it turns. */
import { expect, test } from 'vitest'
import type { StatusStep } from '../../contract-exporters.ts'
import { exporterRules, exporterStatusOn, mayExport } from './status.ts'

const step = (status: StatusStep['status'], from: string, audit: string | null = 'AUD-2026-0001'): StatusStep => ({
  ...{ status, from, audit, followUpOn: null, reason: 'comité' },
})

test.each([
  ['nobody has said anything', [], '2026-05-01', { status: 'none', validUntil: null, lapsed: false }],
  ['before the step', [step('green', '2026-06-01')], '2026-05-31', { status: 'none' }],
  ['green has no end', [step('green', '2020-06-01')], '2026-05-31', { status: 'green', validUntil: null, lapsed: false }],
  ['last day of yellow', [step('yellow', '2026-01-15')], '2026-07-14', { status: 'yellow', validUntil: '2026-07-15', lapsed: false }],
  [
    'yellow without fix is red from its end',
    [step('yellow', '2026-01-15')],
    '2026-07-15',
    { status: 'red', since: '2026-07-15', validUntil: '2027-01-15', lapsed: true },
  ],
  [
    'red stands after its months',
    [step('red', '2026-01-15')],
    '2026-08-01',
    { status: 'red', since: '2026-01-15', validUntil: '2026-07-15' },
  ],
  ['blue lasts 36 months', [step('blue', '2024-01-31', null)], '2027-01-30', { status: 'blue', validUntil: '2027-01-31', lapsed: false }],
  ['blue that ran out', [step('blue', '2024-01-31', null)], '2027-01-31', { status: 'blue', lapsed: true }],
  ['of one day the later step', [step('red', '2026-01-15'), step('yellow', '2026-01-15')], '2026-02-01', { status: 'yellow' }],
  [
    'a retroactive step does not end a newer one',
    [step('green', '2026-03-01'), step('red', '2026-01-15')],
    '2026-04-01',
    { status: 'green' },
  ],
])('%s', (_name, steps, day, expected) => expect(exporterStatusOn(steps, day)).toMatchObject(expected))

test.each([
  [true, { status: 'green', lapsed: false }, 'yes'],
  [true, { status: 'yellow', lapsed: false }, 'conditions'],
  [true, { status: 'blue', lapsed: false }, 'conditions'],
  [true, { status: 'blue', lapsed: true }, 'no'],
  [true, { status: 'none', lapsed: false }, 'conditions'],
  [true, { status: 'red', lapsed: false }, 'no'],
  [false, { status: 'green', lapsed: false }, 'no'],
] as const)('approval %s and %o: %s', (approval, status, expected) => expect(mayExport(approval, status)).toBe(expected))

test('what is not read in the source says so', () => {
  expect(exporterRules.values.blueMonths.evidence).toBe('U')
  expect(exporterRules.values.yellowEndsRed.evidence).toBe('D')
})
