/*
The digits of a number that people quote: drawn and not counted, because whoever reads some of a running series counts those kept from it by
the gaps. It refuses to know what is numbered.
*/
import { randomInt } from 'node:crypto'

/** Four digits, or more: once half of those are given the next have one more, so that drawing stays short and tells no count. */
export function drawnNumber(given: readonly string[]): string {
  const taken = new Set(given)
  for (let digits = 4; ; digits += 1) {
    const most = 10 ** digits - 1
    if (taken.size * 2 > most) continue
    for (;;) {
      const drawn = String(randomInt(1, most)).padStart(digits, '0')
      if (!taken.has(drawn)) return drawn
    }
  }
}
