import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { allKept, onItsWay, settleBeforeLeaving } from './leaving.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  settleBeforeLeaving(async () => undefined)
  vi.useRealTimers()
})

function leave(isShown: () => boolean = () => true): { gone: boolean } {
  const told = { gone: false }
  void allKept(isShown).then(() => {
    told.gone = true
  })
  return told
}

it('a photograph that came back from the camera late is kept before the page goes', async () => {
  let isShown = false
  let onFlash = ''
  let written = ''
  settleBeforeLeaving(async () => {
    onFlash = written
  })
  const camera = onItsWay()
  const told = leave(() => isShown)
  await vi.advanceTimersByTimeAsync(240_000)
  expect(told.gone, 'while the camera is in front').toBe(false)
  isShown = true
  await vi.advanceTimersByTimeAsync(1000)
  const shrinking = onItsWay()
  camera()
  await vi.advanceTimersByTimeAsync(4000)
  expect(told.gone, 'while it is made smaller').toBe(false)
  written = 'photo'
  shrinking()
  await vi.advanceTimersByTimeAsync(200)
  expect([told.gone, onFlash]).toEqual([true, 'photo'])
})

it('what never comes holds the page fifteen seconds and not longer', async () => {
  const never = onItsWay()
  const told = leave()
  await vi.advanceTimersByTimeAsync(14_000)
  expect(told.gone).toBe(false)
  await vi.advanceTimersByTimeAsync(1500)
  expect(told.gone).toBe(true)
  never()
})

it('a storage that hangs does not keep the page', async () => {
  settleBeforeLeaving(() => new Promise(() => undefined))
  const told = leave()
  await vi.advanceTimersByTimeAsync(14_900)
  expect(told.gone).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  expect(told.gone).toBe(true)
})

it('a phone that is put away with its camera open goes after ten minutes', async () => {
  const never = onItsWay()
  const told = leave(() => false)
  await vi.advanceTimersByTimeAsync(601_000)
  expect(told.gone).toBe(true)
  never()
})
