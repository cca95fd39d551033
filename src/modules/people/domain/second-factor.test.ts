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
const context: FactorResetContext = { ...{ by, side: 'administrator', isSelf: false, concerned: true, isEnrolled: true, at } }
test.each([
  ['the first asks', { asked: null }, {}, 'factor-reset.asked.v1'],
  ['another of the other side does it', asked, {}, 'factor-reset.done.v1'],
  ['the same person twice does nothing', asked, { by: other }, 'factor-reset-second-person'],
  ['two of one side do nothing', asked, { side: 'own-body' }, 'factor-reset-other-side'],
  ['nobody for oneself', asked, { isSelf: true }, 'not-to-yourself'],
  ['who is of no side hears of no account', asked, { side: null }, 'unknown-account'],
  ['an account that opens no file', asked, { concerned: false }, 'unknown-account'],
  ['nothing to take off', asked, { isEnrolled: false }, 'factor-reset-nothing'],
  ['after seven days it is asked anew', asked, { at: '2026-11-28T10:00:00.000Z' }, 'factor-reset.asked.v1'],
] as const)('a reset: %s', (_name, state, more, expected) => {
  const outcome = factorResetDecider.decide(state, { type: 'reset' }, { ...context, ...more })
  expect(outcome.ok ? outcome.value[0]?.kind : outcome.refusal.code).toBe(expected)
})
