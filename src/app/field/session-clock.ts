/*
What time it is, by the server's clock as far as the phone knows it. The clock of a phone is set by hand, stands still in a flat battery and
jumps; the server's time was heard at every contact and is remembered. A clock that was set back is noticed and allowed for; one that was
set forward looks like a phone that slept, and is known only at the next contact. It accuses nobody: what it tells is a sign of quality.
*/
import type { QualitySignal } from '../../modules/field/contract.ts'
import type { SealedStore } from './sealed-store.ts'
import { isRecord } from './session-wire.ts'

export interface Ticks {
  /** Milliseconds since 1970 by the device. */
  readonly wall: () => number
  /** Milliseconds that only go forward; they may stand still while the phone sleeps. */
  readonly steady: () => number
}
export const deviceTicks: Ticks = { wall: () => Date.now(), steady: () => performance.now() }

export interface PhoneClock {
  readonly now: () => string
  readonly offsetSeconds: () => number | null
  readonly signals: () => readonly QualitySignal[]
  /** Begins a round trip; what it gives is told the server's time when the answer is there. */
  readonly trip: () => (serverTime: string) => void
  readonly save: () => Promise<void>
}

const KEY = 'clock'
const SAMPLES = 5
const SET_BACK_MS = 2 * 60_000
/** No phone sleeps so long with the app open: it locks before. */
const SET_FORWARD_MS = 12 * 3_600_000
const OFF_MS = 5 * 60_000

export async function openClock(store: SealedStore, ticks: Ticks = deviceTicks): Promise<PhoneClock> {
  const kept = await store.read('setting', KEY)
  /** Device minus server, milliseconds. */
  let samples: readonly number[] = isRecord(kept) && typeof kept['offsetMs'] === 'number' ? [kept['offsetMs']] : []
  let heardMs = isRecord(kept) && typeof kept['serverMs'] === 'number' ? kept['serverMs'] : null
  let isFresh = false
  let base = { wall: ticks.wall(), steady: ticks.steady() }
  let jumped = false
  const offset = (): number => samples.toSorted((a, b) => a - b)[samples.length >> 1] ?? 0
  if (heardMs !== null && base.wall - offset() < heardMs - SET_BACK_MS) {
    // Set back while the app was closed: it is at least as late as the last contact.
    jumped = true
    samples = [base.wall - heardMs]
  }
  const look = (): number => {
    const here = { wall: ticks.wall(), steady: ticks.steady() }
    const drift = here.wall - base.wall - (here.steady - base.steady)
    if (drift < -SET_BACK_MS) samples = (samples.length === 0 ? [0] : samples).map((one) => one + drift)
    if (drift < -SET_BACK_MS || drift > SET_FORWARD_MS) jumped = true
    base = here
    return here.wall
  }
  return {
    now: () => new Date(look() - offset()).toISOString(),
    offsetSeconds: () => (samples.length === 0 ? null : Math.round(offset() / 1000)),
    signals: () => {
      look()
      return [...(jumped ? ['clock-jumped' as const] : []), ...(Math.abs(offset()) > OFF_MS ? ['clock-off' as const] : [])]
    },
    trip: () => {
      const began = ticks.steady()
      return (serverTime) => {
        const server = Date.parse(serverTime)
        if (Number.isNaN(server)) return
        const half = Math.max(0, ticks.steady() - began) / 2
        const sample = look() - half - server
        // Another clock than at the last contact: what was measured by it is worth nothing now.
        const isOther = !isFresh || Math.abs(sample - offset()) > SET_BACK_MS
        samples = isOther ? [sample] : [...samples, sample].slice(-SAMPLES)
        isFresh = true
        jumped = false
        heardMs = server
      }
    },
    save: async () => {
      if (heardMs !== null && isFresh) await store.write([{ box: 'setting', key: KEY, put: { offsetMs: offset(), serverMs: heardMs } }])
    },
  }
}
