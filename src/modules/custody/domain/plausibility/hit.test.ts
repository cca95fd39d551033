import { expect, test } from 'vitest'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { asId } from '../../../../kernel/schema.ts'
import { type HitCommand, type HitContext, type HitReview, hitDecider } from './hit.ts'

const organisation = (seed: number) => asId('organisation', uuidV7(seed, new Uint8Array(10)))
const [agency, trader, reviewer] = [organisation(1), organisation(2), organisation(3)]
const context: HitContext = {
  ...{ today: '2026-06-20', organisation: reviewer, account: 'reviewer', isKnown: true },
  hit: { rule: 'F12', parties: [agency, trader], involved: ['weigher'] },
}
const said = (state: Partial<HitReview>, as: 'confirmed' | 'explained', more: Partial<HitContext> = {}): string => {
  const command: HitCommand = { type: 'close-hit', as, reason: 'r' }
  const outcome = hitDecider.decide({ ...hitDecider.initial, ...state }, command, { ...context, ...more })
  return outcome.ok ? 'accepted' : outcome.refusal.code
}

test('a review is closed by nobody of an organisation that it concerns, and by nobody who took part', () => {
  expect(said({}, 'explained')).toBe('accepted')
  expect(said({}, 'explained', { account: 'weigher' })).toBe('second-person-for-hit')
  expect(said({}, 'explained', { account: 'colleague', organisation: agency })).toBe('second-person-for-hit')
})

test('figures are confirmed when every party answered, or the day for it is over', () => {
  const asked = { until: '2026-06-20', askedBy: true }
  expect(said({}, 'confirmed')).toBe('parties-not-asked')
  expect(said({ ...asked, replied: [agency] }, 'confirmed')).toBe('reply-still-open')
  expect(said({ ...asked, replied: [agency, trader] }, 'confirmed')).toBe('accepted')
  expect(said({ ...asked, until: '2026-06-19' }, 'confirmed')).toBe('accepted')
})
