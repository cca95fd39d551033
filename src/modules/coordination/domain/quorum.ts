/* Whether a meeting may decide, by who sits in it at this moment. A component that has left by letter is never present, whoever came. Pure. */
import type { Component, QuorumRule } from '../contract.ts'
import type { SeatState } from '../contract-meetings.ts'

export interface Quorum {
  readonly met: boolean
  /** Names of components nobody sits for. */
  readonly missing: readonly string[]
}
export type Attendance = { readonly [seat: string]: SeatState }
export interface Sitting {
  readonly components: readonly Component[]
  readonly withdrawn: readonly string[]
  readonly rule: QuorumRule
}

const isThere = (state: SeatState | undefined): boolean => state === 'present' || state === 'represented'

export function quorumOf({ components, withdrawn, rule }: Sitting, attendance: Attendance): Quorum {
  const sits = (component: Component): number =>
    withdrawn.includes(component.key) ? 0 : component.seats.filter((seat) => seat.voting && isThere(attendance[seat.key])).length
  const missing = components.filter((one) => sits(one) === 0).map((one) => one.name)
  if (rule.is === 'every-component') return { met: components.length > 0 && missing.length === 0, missing }
  const seats = components.reduce((sum, one) => sum + sits(one), 0)
  return { met: components.length - missing.length >= rule.components && seats >= rule.seats, missing }
}
