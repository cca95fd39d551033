import { expect, test } from 'vitest'
import { differences } from '../machine-trial.ts'
import { endsOf, everyPair, take } from '../machine.ts'
import { type ReferralKnown, recipientReads, referralMachine } from './referral-machine.ts'

/** Nobody is sender and recipient at once, so the trial is made as both. */
const asked = (asker: ReferralKnown['asker']): ReferralKnown => ({
  ...{ released: true, asker, expired: true },
  respondByLies: 'ahead',
  isInSystem: true,
})
const legal = `
  - draft draft
  draft send sent
  sent acknowledge acknowledged
  sent accept accepted
  sent reject rejected
  acknowledged accept accepted
  acknowledged reject rejected
  sent revoke revoked
  acknowledged revoke revoked
  accepted revoke revoked
  accepted begin-service in-service
  in-service complete done
  accepted complete done
  sent expire expired
  draft close-without-service closed-no-service
  sent close-without-service closed-no-service
  acknowledged close-without-service closed-no-service
  accepted close-without-service closed-no-service
  in-service close-without-service closed-no-service`
  .trim()
  .split('\n')
const RECIPIENTS = [' acknowledge ', ' accept ', ' reject ']
const ofRecipient = (line: string): boolean => RECIPIENTS.some((step) => line.includes(step))

test('acceptance 9: a referral takes the steps of the text and refuses every other pair of state and step', () => {
  expect(everyPair(referralMachine)).toHaveLength(11 * 10)
  const bySender = differences(referralMachine, { legal, open: asked('sender') })
  expect(bySender.toSorted()).toEqual(
    legal
      .filter(ofRecipient)
      .map((line) => `${line.trim().split(' ').slice(0, 2).join(' ')} is refused as referral-answered-by-recipient-only`)
      .toSorted(),
  )
  const byRecipient = differences(referralMachine, { legal, open: asked('recipient') })
  expect(byRecipient.every((line) => line.endsWith('referral-belongs-to-its-sender'))).toBe(true)
  expect(byRecipient).toHaveLength(5)
})

test('acceptance 9: nothing leads out of what is over', () => {
  expect(endsOf(referralMachine)).toEqual(['done', 'rejected', 'revoked', 'expired', 'closed-no-service'])
})

test.each([
  ['send', 'draft', { ...asked('sender'), released: false }, 'referral-without-consent'],
  ['send', 'draft', { ...asked('sender'), respondByLies: 'behind' }, 'referral-answer-due-in-the-past'],
  ['expire', 'sent', { ...asked('sender'), expired: false }, 'referral-still-in-time'],
  ['revoke', 'sent', asked('other'), 'referral-belongs-to-its-sender'],
  ['complete', 'in-service', asked('other'), 'referral-of-others'],
] as const)('%s is refused with its own reason', (step, at, known, code) => {
  expect(take(referralMachine, { at, before: null }, { step, known })).toMatchObject({ ok: false, refusal: { code } })
})

test('a manager with the right revokes as the sender does', () => {
  expect(take(referralMachine, { at: 'accepted', before: null }, { step: 'revoke', known: asked('manager') })).toEqual({
    ok: true,
    value: 'revoked',
  })
})

test('of a slip or a call the sender says what was answered, and nobody else', () => {
  const told = (asker: ReferralKnown['asker']): ReferralKnown => ({ ...asked(asker), isInSystem: false })
  const answered = (asker: ReferralKnown['asker']) =>
    (['acknowledge', 'accept', 'reject'] as const).map(
      (step) => take(referralMachine, { at: 'sent', before: null }, { step, known: told(asker) }).ok,
    )
  expect([answered('sender'), answered('manager'), answered('other')]).toEqual([
    [true, true, true],
    [true, true, true],
    [false, false, false],
  ])
})

test('the recipient sees the package while it is open and not a moment after', () => {
  expect(referralMachine.states.filter(recipientReads)).toEqual(['sent', 'acknowledged', 'accepted', 'in-service'])
})
