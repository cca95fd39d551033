import { expect, test } from 'vitest'
import { holdOf } from './hold-of.ts'

test('a lot that left is not held, and one in quarantine is even when it has left', () => {
  expect(holdOf({ lot: { state: 'exported' }, quarantine: null })).toBeNull()
  const because = 'Incident, dossier non public'
  expect(holdOf({ lot: { state: 'exported' }, quarantine: { because } })).toEqual({ because, isRules: false })
})
test('rules of a finding are told apart from a reason in words; what is inside counts too', () => {
  expect(holdOf({ lot: { state: 'quarantined' }, quarantine: { because: 'F23 P05' } })).toEqual({ because: 'F23 P05', isRules: true })
  expect(holdOf({ lot: { state: 'seized' }, quarantine: null, heldBy: { because: 'Saisie' } })?.because).toBe('Saisie')
})
