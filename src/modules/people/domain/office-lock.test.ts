import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import { type OfficeCommand, type OfficeContext, type OfficeState, officeDecider } from './office-lock.ts'

const account = (last: string) => asId('account', `019aa5db-c580-7fff-bfff-00000000000${last}`)
const locked: OfficeState = { locked: true, lockAskedBy: null, asked: null }
const supervisor: OfficeContext = { by: account('1'), isDataOfficer: false, known: true, reach: 'alone', isPlatform: false }
const officer: OfficeContext = { ...supervisor, by: account('2'), isDataOfficer: true }
const administrator: OfficeContext = { ...supervisor, by: account('3') }
const lift: OfficeCommand = { type: 'lift' }
const alarm: OfficeCommand = { type: 'lock-down', reason: 'threat' }
const stranger: OfficeContext = { ...officer, reach: 'with-another' }
const askedToLock = ({ by }: OfficeContext): OfficeState => ({ ...officeDecider.initial, lockAskedBy: by })
const askedBy = ({ by, isDataOfficer }: OfficeContext): OfficeState => ({ ...locked, asked: { by, isDataOfficer } })

test.each<[string, OfficeState, OfficeCommand, OfficeContext, string]>([
  ['one person shuts', officeDecider.initial, { type: 'lock-down', reason: 'overrun' }, supervisor, 'office.locked-down.v1'],
  ['a second alarm', locked, { type: 'lock-down', reason: 'threat' }, officer, 'office-locked-already'],
  [
    'the platform itself',
    officeDecider.initial,
    { type: 'lock-down', reason: 'overrun' },
    { ...administrator, isPlatform: true },
    'office-is-the-platform',
  ],
  [
    'an office that is not one’s own to shut',
    officeDecider.initial,
    { type: 'lock-down', reason: 'overrun' },
    { ...supervisor, reach: 'none' },
    'unknown-organisation',
  ],
  ['an exercise', officeDecider.initial, { type: 'lock-down', reason: 'exercise' }, officer, 'office.drilled.v1'],
  ['another body, alone', officeDecider.initial, alarm, stranger, 'office.lock-asked.v1'],
  ['another body, the same person twice', askedToLock(stranger), alarm, stranger, 'office-lock-second-person'],
  ['another body, a second person', askedToLock(stranger), alarm, { ...stranger, by: account('4') }, 'office.locked-down.v1'],
  ['another body, who runs the platform', officeDecider.initial, alarm, administrator, 'office.locked-down.v1'],
  ['opening what is open', officeDecider.initial, lift, officer, 'office-not-locked'],
  ['a first voice to open', locked, lift, supervisor, 'office.lift-asked.v1'],
  ['the same voice twice', askedBy(officer), lift, officer, 'office-lift-second-person'],
  ['two voices without the officer', askedBy(supervisor), lift, administrator, 'office-lift-needs-data-officer'],
  ['the officer second', askedBy(administrator), lift, officer, 'office.lifted.v1'],
  ['the officer first', askedBy(officer), lift, administrator, 'office.lifted.v1'],
])('%s: %#', (_what, state, command, context, expected) => {
  const decided = officeDecider.decide(state, command, context)
  expect(decided.ok ? decided.value[0]?.kind : decided.refusal.code).toBe(expected)
})

test('an exercise changes nothing', () => {
  const drilled = { kind: 'office.drilled.v1', payload: { by: account('1') } } as const
  expect(officeDecider.evolve(officeDecider.initial, drilled)).toEqual(officeDecider.initial)
})

test('shut anew, what was asked before counts no more', () => {
  const again = officeDecider.evolve(askedBy(officer), { kind: 'office.locked-down.v1', payload: { reason: 'overrun', by: account('1') } })
  expect(again).toEqual(locked)
})
