import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId, parse } from '../../../../kernel/schema.ts'
import { PauseCommand, pauseDecider } from './pause.ts'

const account = asId('account', '01933b3c-0000-7000-8000-000000000001')
const at = '2026-11-22T09:00:00.000Z'
const pause = { step: 'pause-clock', clock: 'follow-up', reason: 'insecurity' } as const

test('acceptance 10: a clock is paused with a reason of the list or not at all, and the reason is kept after it runs again', () => {
  expect(parse(PauseCommand, { step: 'pause-clock', clock: 'follow-up' }).ok).toBe(false)
  expect(parse(PauseCommand, { ...pause, reason: 'too-busy' }).ok).toBe(false)
  expect(parse(PauseCommand, { ...pause, clock: 'hiv-prophylaxis' }).ok).toBe(false)
  const paused = pauseDecider.decide(new Map(), pause, { account, at })
  if (!paused.ok) throw new Error(paused.refusal.code)
  const state = foldEvents(pauseDecider, paused.value)
  expect(pauseDecider.decide(state, pause, { account, at })).toMatchObject({ refusal: { code: 'clock-already-paused' } })
  const later = '2026-11-25T09:00:00.000Z'
  const resumed = pauseDecider.decide(state, { step: 'resume-clock', clock: 'follow-up' }, { account, at: later })
  if (!resumed.ok) throw new Error(resumed.refusal.code)
  const after = foldEvents(pauseDecider, [...paused.value, ...resumed.value])
  expect(after.get('follow-up')).toEqual([{ reason: 'insecurity', from: at, to: later }])
  expect(pauseDecider.decide(after, { step: 'resume-clock', clock: 'follow-up' }, { account, at })).toMatchObject({
    refusal: { code: 'clock-not-paused' },
  })
})
