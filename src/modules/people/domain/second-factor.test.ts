import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import { type FactorResetContext, type FactorResetState, factorPolicyDecider, factorResetDecider } from './second-factor.ts'

const by = asId('account', '0192f0c4-0000-7000-8000-000000000001')
const other = asId('account', '0192f0c4-0000-7000-8000-000000000002')
const codeOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) => outcome.refusal?.code ?? 'taken'

test.each([
  ['an organisation does without on a demonstration', false, 'waive', { isDemonstration: true }, 'taken'],
  ['never elsewhere', false, 'waive', { isDemonstration: false }, 'second-factor-only-in-demonstration'],
  ['it is demanded anew anywhere', true, 'demand', { isDemonstration: false }, 'taken'],
  ['what stands is not said twice', false, 'demand', { isDemonstration: true }, 'second-factor-as-asked'],
  ['of a body that is none', false, 'waive', { isDemonstration: true, known: false }, 'unknown-organisation'],
] as const)('%s', (_name, waived, type, context, expected) => {
  expect(codeOf(factorPolicyDecider.decide({ waived }, { type }, { by, known: true, ...context }))).toBe(expected)
})

const at = '2026-11-22T10:00:00.000Z'
const asked: FactorResetState = { asked: { by: other, side: 'own-body', at: '2026-11-20T10:00:00.000Z' } }
const old = { since: '2026-01-10T10:00:00.000Z', grantedBy: ['operator'] }
const context: FactorResetContext = {
  ...{ by, side: 'administrator', isSelf: false, concerned: true, isEnrolled: true, at },
  ...{ voice: old, firstVoice: old },
}
test.each([
  ['the first asks', { asked: null }, {}, 'factor-reset.asked.v1'],
  ['another of the other side does it', asked, {}, 'factor-reset.done.v1'],
  ['the same person twice does nothing', asked, { by: other }, 'factor-reset-second-person'],
  ['two of one side do nothing', asked, { side: 'own-body' }, 'factor-reset-other-side'],
  ['nobody for oneself', asked, { isSelf: true }, 'not-to-yourself'],
  ['who is of no side hears of no account', asked, { side: null }, 'unknown-account'],
  ['an account that opens no file', asked, { concerned: false }, 'unknown-account'],
  ['nothing to take off', asked, { isEnrolled: false }, 'factor-reset-nothing'],
  [
    'whose role is of this week does not ask',
    { asked: null },
    { voice: { ...old, since: '2026-11-16T10:00:00.000Z' } },
    'factor-reset-voice-too-new',
  ],
  ['nor do it', asked, { voice: { ...old, since: '2026-11-16T10:00:00.000Z' } }, 'factor-reset-voice-too-new'],
  ['of a week ago does', asked, { voice: { ...old, since: '2026-11-15T10:00:00.000Z' } }, 'factor-reset.done.v1'],
  [
    'who gave the first their role is no second',
    asked,
    { firstVoice: { ...old, grantedBy: ['operator', by] } },
    'factor-reset-voice-of-other',
  ],
  ['nor who got theirs from the first', asked, { voice: { ...old, grantedBy: [other] } }, 'factor-reset-voice-of-other'],
  ['after seven days it is asked anew', asked, { at: '2026-11-28T10:00:00.000Z' }, 'factor-reset.asked.v1'],
] as const)('a reset: %s', (_name, state, more, expected) => {
  const outcome = factorResetDecider.decide(state, { type: 'reset' }, { ...context, ...more })
  expect(outcome.ok ? outcome.value[0]?.kind : outcome.refusal.code).toBe(expected)
})

test.each([
  ['who asked takes it back', asked, { by: other, side: 'own-body' }, 'factor-reset.withdrawn.v1'],
  ['and so may the other side', asked, {}, 'factor-reset.withdrawn.v1'],
  ['never for oneself', asked, { isSelf: true }, 'not-to-yourself'],
  ['who is of no side hears of no account', asked, { side: null }, 'unknown-account'],
  ['nothing was asked', { asked: null }, {}, 'factor-reset-none-asked'],
  ['what was asked is over', asked, { at: '2026-11-28T10:00:00.000Z' }, 'factor-reset-none-asked'],
] as const)('taken back: %s', (_name, state, more, expected) => {
  const outcome = factorResetDecider.decide(state, { type: 'withdraw' }, { ...context, ...more })
  expect(outcome.ok ? outcome.value[0]?.kind : outcome.refusal.code).toBe(expected)
  if (!outcome.ok) return
  const after = outcome.value.reduce(factorResetDecider.evolve, state)
  const again = factorResetDecider.decide(after, { type: 'reset' }, context)
  expect(again.ok ? again.value[0]?.kind : again.refusal.code).toBe('factor-reset.asked.v1')
})
