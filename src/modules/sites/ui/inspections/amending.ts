/* A record that a body reopened, with the reason: kept on the device from the decision to reopen until the new record was taken over. */
import type { Keep } from '../../../../app/device.ts'
import type { DocumentRef } from '../../../documents/contract.ts'

export interface Amends {
  /** The record that is put right. */
  readonly instance: string
  readonly reason: string
  /** Photographs of a record that the register refused: nobody else names them. */
  readonly files?: readonly { readonly name: string; readonly file: DocumentRef }[]
}
export const amendsKey = (inspection: string, by: string): string => `chanzo.amends.${inspection}.${by}`

/** Where the note lies, and its text. */
export const amendsNote = ({ inspection, by }: Of, amends: Amends): { readonly key: string; readonly text: string } => ({
  key: amendsKey(inspection, by),
  text: JSON.stringify(amends),
})
export function keepAmends(keep: Pick<Keep, 'setItem'>, of: Of, amends: Amends): void {
  const { key, text } = amendsNote(of, amends)
  keep.setItem(key, text)
}
export const dropAmends = (keep: Pick<Keep, 'removeItem'>, { inspection, by }: Of): void => keep.removeItem(amendsKey(inspection, by))

interface Of {
  readonly inspection: string
  readonly by: string
}
/** A damaged note counts as none: the record goes all the same. */
export function keptAmends(keep: Pick<Keep, 'getItem'>, { inspection, by }: Of): Amends | null {
  try {
    const value: unknown = JSON.parse(keep.getItem(amendsKey(inspection, by)) ?? 'null')
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
