import { expect, test } from 'vitest'
import { lastMorningOver } from '../world/stage.ts'

test.each([
  ['2026-11-22T09:40:00.000Z', '2026-11-22'],
  ['2026-11-22T08:30:00.000Z', '2026-11-22'],
  // Before the morning is over, and in the hours when it is tomorrow in Lubumbashi already.
  ['2026-11-22T08:29:59.999Z', '2026-11-21'],
  ['2026-11-22T00:10:00.000Z', '2026-11-21'],
  ['2026-11-22T22:30:00.000Z', '2026-11-22'],
])('at %s the world has been played until %s', (now, day) => expect(lastMorningOver(now)).toBe(day))
