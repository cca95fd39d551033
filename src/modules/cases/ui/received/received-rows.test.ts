import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { ReceivedReferral } from '../../contract.ts'
import { recipientReads, referralMachine } from '../../domain/referral/referral-machine.ts'
import { take } from '../../domain/machine.ts'
import { hasCode, inOrder, nextActs } from './received-rows.ts'

const one = (slip: string, rest: Partial<ReceivedReferral>): ReceivedReferral => ({
  ...{
    referral: slip,
    from: asId('organisation', '01933b3c-0000-7000-8000-000000000010'),
    service: 'medical',
    urgency: 'low',
    state: 'sent',
  },
  ...{ slip, sentAt: null, respondBy: null, statusAt: '2026-11-22T09:00:00.000Z', fields: [], ...rest },
})
test('what is urgent and soonest due stands first; what was answered stands last', () => {
  const rows = [
    one('DDDD-2222', { urgency: 'high', state: 'accepted' }),
    one('CCCC-2222', { urgency: 'low' }),
    one('BBBB-2222', { urgency: 'high', respondBy: '2026-11-24T09:00:00.000Z' }),
    one('AAAA-2222', { urgency: 'high', respondBy: '2026-11-23T09:00:00.000Z' }),
  ]
  expect(inOrder(rows).map((row) => row.slip.slice(0, 1))).toEqual(['A', 'B', 'C', 'D'])
})
test('a code is found however it was typed', () => {
  expect(hasCode({ slip: 'K7XQ-29DM' }, 'k7xq29')).toBe(true)
  expect(hasCode({ slip: 'K7XQ-29DM' }, '')).toBe(true)
  expect(hasCode({ slip: 'K7XQ-29DM' }, 'K8')).toBe(false)
})
test('what is offered is what the table lets a receiver do, and nothing is offered on what is over', () => {
  const known = { released: true, asker: 'recipient', expired: false, respondByLies: 'ahead', isInSystem: true } as const
  for (const at of referralMachine.states) {
    for (const step of nextActs(at)) expect(take(referralMachine, { at, before: null }, { step, known }).ok).toBe(true)
    expect(nextActs(at).length > 0).toBe(recipientReads(at))
  }
})
