import { expect, test } from 'vitest'
import { type StepOfFile, type Stop, stoppedBy } from './stopping.ts'

const at = (step: string, day: string, ground: string | null = null): StepOfFile => ({ step, day: `2026-03-${day}`, ground })
const reported = [at('reported', '01'), at('taken-up', '02'), at('verification-begun', '03')]
const suspected = at('lots-held', '04', 'reasonable-suspicion')
const confirmed = at('confirmed', '05')
const stop = (ground: Stop['ground'], day: string): Stop => ({ ground, since: `2026-03-${day}` })

test.each<readonly [string, readonly StepOfFile[], Stop | null]>([
  ['only alleged', reported, null],
  ['lots stopped on reasonable suspicion', [...reported, suspected], stop('reasonable-suspicion', '04')],
  ['confirmed', [...reported, confirmed], stop('confirmed', '05')],
  ['suspected, then confirmed: since the suspicion', [...reported, suspected, confirmed], stop('confirmed', '04')],
  ['suspected, then unfounded', [...reported, suspected, at('found-unfounded', '06')], null],
  ['measures carried out, not closed', [...reported, confirmed, at('resolved', '07')], stop('confirmed', '05')],
  ['closed', [...reported, confirmed, at('resolved', '07'), at('closed', '08')], null],
  ['reopened before it was closed', [...reported, confirmed, at('resolved', '07'), at('reopened', '08')], stop('confirmed', '05')],
  ['closed and reopened', [...reported, confirmed, at('resolved', '07'), at('closed', '08'), at('reopened', '09')], null],
  ['confirmed again', [...reported, confirmed, at('closed', '08'), at('reopened', '09'), at('confirmed', '11')], stop('confirmed', '11')],
  ['lots stopped because it is confirmed', [...reported, confirmed, at('lots-held', '05', 'confirmed')], stop('confirmed', '05')],
])('%s', (_what, steps, expected) => expect(stoppedBy(steps, '2026-03-31')).toEqual(expected))

test('on a day before, what happened later is not known', () => {
  const all = [...reported, confirmed, at('closed', '08')]
  expect(stoppedBy(all, '2026-03-04')).toBeNull()
  expect(stoppedBy(all, '2026-03-07')).toEqual(stop('confirmed', '05'))
})
