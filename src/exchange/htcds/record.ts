/* One victim's row as values by field, and what was found wrong while reading. A field without values is absent; a wrong value is kept. */
import type { HtcdsField } from './fields.ts'

export type HtcdsRecord = { readonly [Field in HtcdsField]?: readonly string[] }
export type HtcdsProblem =
  | ('unknown-column' | 'column-twice' | 'unknown-code' | 'several-values')
  | ('not-a-date' | 'not-a-number' | 'not-a-telephone' | 'not-yes-or-no' | 'not-a-country' | 'not-a-language')
export interface HtcdsComplaint {
  /** 0 is the first row under the headings; null: the headings. */
  readonly row: number | null
  readonly field: string
  readonly problem: HtcdsProblem
  readonly value: string
}
/** Not a field of the standard: which methods of control stand behind an `Other` that we wrote. Other readers leave it aside. */
export const METHODS_NOTE = 'vic_MethodsOfControlNote'
/** Not a field of the standard: stands where the date of birth was. */
export const AGE_BAND = 'prs_AgeBand'
