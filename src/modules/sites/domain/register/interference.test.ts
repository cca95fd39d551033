import { expect, test } from 'vitest'
import { armedInterferenceIn } from './interference.ts'
import type { Interference } from '../../contract-observations.ts'

const by = (interference: Interference) => ({ armed: [{ actor: 'Maï-Maï', actorClass: 'armed-group-local' as const, interference }] })
test.each([
  ['the source’s own yes counts', { armedInterference: true }, true],
  [
    'the source’s own no counts before a kind that says yes: a contradiction to look at, not ours to settle',
    { armedInterference: false, ...by({ taxation: true }) },
    false,
  ],
  ['without a flag, one kind of one actor is enough', by({ digging: false, pillaging: true }), true],
  ['without a flag, kinds that were asked and denied are a no', by({ taxation: false }), false],
  ['nothing asked is not a no', by({}), null],
  ['an empty observation was not asked', {}, null],
])('%s', (_name, observed, expected) => {
  expect(armedInterferenceIn(observed)).toBe(expected)
})
