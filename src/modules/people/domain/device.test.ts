import { expect, test } from 'vitest'
import { foldEvents } from '../../../kernel/decider.ts'
import { asId } from '../../../kernel/schema.ts'
import {
  type DeviceCommand,
  type DeviceContext,
  type DeviceEvent,
  type EnrolmentOffer,
  deviceDecider,
  enrolmentText,
  readEnrolmentText,
} from './device.ts'

const now = '2026-11-21T09:40:00.000Z'
const publicKey = `${'A'.repeat(43)}=`
const offer: EnrolmentOffer = {
  id: asId('enrolment', '01934b6e-7d00-7000-8000-000000000001'),
  account: asId('account', '01934b6e-7d00-7000-8000-000000000002'),
  role: 'SAEMAPE_AGENT',
  territory: ['CD6103'],
  offeredBy: '01934b6e-7d00-7000-8000-000000000003',
  expiresAt: '2026-11-21T09:45:00.000Z',
  used: false,
  accountOpen: true,
  roleHeld: true,
}
const context: DeviceContext = { now, offer, keyKnown: false, mayRevoke: true }
const answer = (past: readonly DeviceEvent[], command: DeviceCommand, more: Partial<DeviceContext> = {}): unknown => {
  const outcome = deviceDecider.decide(foldEvents(deviceDecider, past), command, { ...context, ...more })
  return outcome.ok ? outcome.value : outcome.refusal.code
}
const enrolled: DeviceEvent = {
  kind: 'device.enrolled.v1',
  payload: { account: offer.account, role: offer.role, territory: ['CD6103'], enrolment: offer.id, publicKey, offeredBy: offer.offeredBy },
}
const revoked: DeviceEvent = { kind: 'device.revoked.v1', payload: { reason: 'lost', from: now } }

test('a phone that takes a fresh offer signs for that account, in that role, there', () => {
  expect(answer([], { type: 'enrol', publicKey })).toEqual([enrolled])
})

test.each<[string, Partial<DeviceContext>, string]>([
  ['enrolment-not-found', { offer: null }, publicKey],
  ['enrolment-used', { offer: { ...offer, used: true } }, publicKey],
  ['enrolment-expired', { now: '2026-11-21T09:45:00.000Z' }, publicKey],
  ['account-closed', { offer: { ...offer, accountOpen: false } }, publicKey],
  ['role-not-held', { offer: { ...offer, roleHeld: false } }, publicKey],
  ['key-not-valid', {}, 'AAAA'],
  ['key-not-valid', {}, `${'A'.repeat(86)}==`],
  ['key-already-enrolled', { keyKnown: true }, publicKey],
])('%s', (code, facts, key) => {
  expect(answer([], { type: 'enrol', publicKey: key }, facts)).toBe(code)
})

test.each<[string, readonly DeviceEvent[], Partial<DeviceContext>, string, unknown]>([
  ['now', [enrolled], {}, now, [revoked]],
  [
    'from a day before',
    [enrolled],
    {},
    '2026-11-18T06:00:00.000Z',
    [{ kind: 'device.revoked.v1', payload: { reason: 'lost', from: '2026-11-18T06:00:00.000Z' } }],
  ],
  ['from tomorrow', [enrolled], {}, '2026-11-22T00:00:00.000Z', 'date-in-future'],
  ['twice', [enrolled, revoked], {}, now, 'device-already-revoked'],
  ['by a stranger', [enrolled], { mayRevoke: false }, now, 'not-your-device'],
  ['without ever having been one', [], {}, now, 'unknown-device'],
])('a device is revoked %s', (_, past, facts, from, expected) => {
  expect(answer(past, { type: 'revoke', reason: 'lost', from }, facts)).toEqual(expected)
})

test('the QR text gives back the address, port and all, and the secret', () => {
  const secret = 'k3'.repeat(16)
  for (const url of ['http://127.0.0.1:4870', 'https://chanzo.example'])
    expect(readEnrolmentText(enrolmentText(url, secret))).toEqual({ url, secret })
})

test.each([
  '',
  'CHANZO-ENROL:2:https://a:kkkkkkkkkkkkkkkkkkkkkkkk',
  'CHANZO-ENROL:1:javascript:kkkkkkkkkkkkkkkkkkkkkkkkk',
  'https://a',
  'CHANZO-ENROL:1:https://a:short',
])('the text "%s" is no enrolment', (scanned) => {
  expect(readEnrolmentText(scanned)).toBeNull()
})
