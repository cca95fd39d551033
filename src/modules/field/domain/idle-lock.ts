/* When a telephone that nobody touches locks itself. */
export const WARN_SECONDS = 20

export interface IdleParts {
  /** 0: this telephone does not lock by itself. */
  readonly idleMinutes: number
  /** Milliseconds since 1970, both. */
  readonly touchedAt: number
  readonly now: number
}
/** Seconds until it locks, 0 or less when it must; null when it never does. A clock that went back counts as time that passed. */
export function secondsLeft({ idleMinutes, touchedAt, now }: IdleParts): number | null {
  if (idleMinutes <= 0) return null
  if (now < touchedAt) return 0
  return Math.ceil(idleMinutes * 60 - (now - touchedAt) / 1000)
}
