/* A record that a body reopened, with the reason: kept on the device from the decision to reopen until the new record was taken over. */
import type { Keep } from '../../../../app/device.ts'

export interface Amends {
  /** The record that is put right. */
  readonly instance: string
  readonly reason: string
}
const placeOf = (inspection: string, by: string): string => `chanzo.amends.${inspection}.${by}`

export const keepAmends = (keep: Pick<Keep, 'setItem'>, { inspection, by }: Of, amends: Amends): void =>
  keep.setItem(placeOf(inspection, by), JSON.stringify(amends))
export const dropAmends = (keep: Pick<Keep, 'removeItem'>, { inspection, by }: Of): void => keep.removeItem(placeOf(inspection, by))

interface Of {
  readonly inspection: string
  readonly by: string
}
/** A damaged note counts as none: the record goes all the same. */
export function keptAmends(keep: Pick<Keep, 'getItem'>, { inspection, by }: Of): Amends | null {
  try {
    const value: unknown = JSON.parse(keep.getItem(placeOf(inspection, by)) ?? 'null')
    return isAmends(value) ? value : null
  } catch {
    return null
  }
}
const isAmends = (value: unknown): value is Amends =>
  typeof value === 'object' &&
  value !== null &&
  'instance' in value &&
  typeof value.instance === 'string' &&
  'reason' in value &&
  typeof value.reason === 'string'
