/* A theft is often found to be older than it was thought: the earlier day is recorded, a later one gives nothing back. */
import { expect, test } from 'vitest'
import { type KeyContext, type KeyState, keyDecider } from './issuer-keys.ts'

const [stolen, current] = ['ab'.repeat(32), 'cd'.repeat(32)]
const context: KeyContext = { today: '2026-11-25', current: { publicKey: current, validFrom: '2026-11-20' }, waiting: '', used: [stolen] }
const revoke = (state: KeyState, since: string) =>
  keyDecider.decide(state, { kind: 'revoke', data: { publicKey: stolen, since, reason: 'r' } }, context)

test('a stolen key is revoked again from an earlier day, not from the same or a later one', () => {
  const first = revoke(keyDecider.initial, '2026-11-23')
  const revoked = (first.ok ? first.value : []).reduce(keyDecider.evolve, keyDecider.initial)
  for (const since of ['2026-11-23', '2026-11-24'])
    expect(revoke(revoked, since)).toMatchObject({ refusal: { code: 'key-already-revoked', facts: { since: '2026-11-23' } } })
  const earlier = revoke(revoked, '2026-11-20')
  expect(earlier).toMatchObject({ value: [{ kind: 'issuer-key.revoked.v1', payload: { since: '2026-11-20', on: '2026-11-25' } }] })
  const again = (earlier.ok ? earlier.value : []).reduce(keyDecider.evolve, revoked)
  expect(revoke(again, '2026-11-22')).toMatchObject({ refusal: { code: 'key-already-revoked', facts: { since: '2026-11-20' } } })
})
