import { expect, test } from 'vitest'
import { slipOf } from './slip.ts'

const asked = { code: 'K7P4-QX29', servicePoint: 'point', on: '2026-11-23' }
test('a slip has a code, a place and a day, and room for nothing else', () => {
  const slip = slipOf({ state: 'sent' }, asked)
  expect(slip.ok && Object.keys(slip.value)).toEqual(['code', 'servicePoint', 'on'])
})
test('no slip for what was not sent, was taken back, or has no place; a code is drawn, not written', () => {
  for (const state of ['draft', 'revoked', 'done', 'expired'] as const)
    expect(slipOf({ state }, asked)).toMatchObject({ refusal: { code: 'referral-not-so-far' } })
  expect(slipOf({ state: 'accepted' }, { ...asked, servicePoint: null })).toMatchObject({ ok: true, value: { servicePoint: null } })
  expect(() => slipOf({ state: 'sent' }, { ...asked, code: 'MARIE-1990' })).toThrow('drawn code')
})
