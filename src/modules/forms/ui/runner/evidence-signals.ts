/*
Signs of how far an answer can be relied on, gathered while somebody fills in a form: a photograph that was chosen instead of taken, a position
that is old, rough or typed, a clock that jumped. Kept beside the draft, told with the record, and a reproach to nobody: a browser can only suspect.
*/
import type { Keep } from '../../../../app/device.ts'
import type { QualitySignal } from '../../../field/contract.ts'

export interface Signal {
  readonly signal: QualitySignal
  /** Name of the question; absent: the whole form. */
  readonly question?: string
  /** A figure with its unit, in no language. */
  readonly detail?: string
}
export const signalsKey = (draft: string): string => `chanzo.form-signals.${draft}`

export function keptSignals(keep: Pick<Keep, 'getItem'>, draft: string): readonly Signal[] {
  try {
    const value: unknown = JSON.parse(keep.getItem(signalsKey(draft)) ?? '[]')
    return Array.isArray(value) ? value.filter(isSignal) : []
  } catch {
    return []
  }
}
/** What was noticed about a question before stands no more: it has a new answer. A full device loses the sign, never the answer. */
export function keepSignals(keep: Pick<Keep, 'getItem' | 'setItem'>, draft: string, told: Told): void {
  const others = keptSignals(keep, draft).filter((one) => one.question !== told.question)
  const fresh = told.signals.map((one) => ({ ...one, question: told.question }))
  try {
    keep.setItem(signalsKey(draft), JSON.stringify([...others, ...fresh]))
  } catch {
    // The draft itself says when the device is full.
  }
}
export interface Told {
  readonly question: string
  readonly signals: readonly Omit<Signal, 'question'>[]
}
export const dropSignals = (keep: Pick<Keep, 'removeItem'>, draft: string): void => keep.removeItem(signalsKey(draft))

const kinds: readonly string[] = [
  'mock-location',
  'clock-jumped',
  'clock-off',
  'gallery-photo',
  'position-typed',
  'position-inaccurate',
  'position-old',
] satisfies readonly QualitySignal[]
const isSignal = (value: unknown): value is Signal =>
  typeof value === 'object' && value !== null && 'signal' in value && typeof value.signal === 'string' && kinds.includes(value.signal)

/** A photograph that was taken for this answer is minutes old at most (D). */
const FRESH_MS = 10 * 60_000
export function photoSignals(file: { readonly lastModified: number }, isCamera: boolean, now: number): Told['signals'] {
  const age = now - file.lastModified
  const isOld = file.lastModified > 0 && age > FRESH_MS
  if (isCamera && !isOld) return []
  return [{ signal: 'gallery-photo', ...(isOld ? { detail: `${Math.round(age / 60_000)} min` } : {}) }]
}

/** What a browser tells of where it is. */
export interface Fix {
  readonly latitude: number
  readonly longitude: number
  readonly altitude: number | null
  readonly accuracy: number
  readonly timestamp: number
}
/** Rougher than this the pit may be the next one (D). */
const ROUGH_METRES = 100
const OLD_MS = 2 * 60_000
/** No aircraft brings a team from pit to pit (D). */
const FASTEST_METRES_PER_SECOND = 100

/** `before`: earlier fixes of this device, oldest first. A browser is not told that a position is made up; too much sameness and leaps look like it. */
export function positionSignals(fix: Fix, before: readonly Fix[], now: number): Told['signals'] {
  const signals: Omit<Signal, 'question'>[] = []
  if (fix.accuracy > ROUGH_METRES) signals.push({ signal: 'position-inaccurate', detail: `${Math.round(fix.accuracy)} m` })
  if (now - fix.timestamp > OLD_MS) signals.push({ signal: 'position-old', detail: `${Math.round((now - fix.timestamp) / 60_000)} min` })
  const last = before.at(-1)
  const same = before.filter((one) => one.latitude === fix.latitude && one.longitude === fix.longitude && one.accuracy === fix.accuracy)
  const isStill = same.length >= 3 && fix.accuracy <= 1
  const seconds = last ? Math.abs(fix.timestamp - last.timestamp) / 1000 : 0
  const leap = last ? metresBetween(last, fix) - last.accuracy - fix.accuracy : 0
  const isLeap = leap > 1000 && leap > seconds * FASTEST_METRES_PER_SECOND
  if (fix.accuracy === 0 || isStill || isLeap)
    signals.push({ signal: 'mock-location', ...(isLeap ? { detail: `${Math.round(leap / 1000)} km` } : {}) })
  return signals
}
export function metresBetween(a: Pick<Fix, 'latitude' | 'longitude'>, b: Pick<Fix, 'latitude' | 'longitude'>): number {
  const radians = Math.PI / 180
  const [x, y] = [(b.longitude - a.longitude) * Math.cos(((a.latitude + b.latitude) / 2) * radians), b.latitude - a.latitude]
  return Math.hypot(x, y) * radians * 6_371_000
}
