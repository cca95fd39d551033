/*
One row in two parts that part for good: what is coded, and what names, reaches or places the person or is anybody's free words. Every value is in exactly one of
them. A code that its list does not know may be somebody's words and goes with the identity, so it is sealed and not lost. The date of
birth leaves an age band in the coded part, as of the day of the import.
*/
import { type HtcdsField, htcdsNames, picklistOf, ruleOf } from './fields.ts'
import { keptMethods } from './picklists.ts'
import { AGE_BAND, type HtcdsRecord } from './record.ts'
import { ageBand } from './write-rows.ts'

/** By field: coded answers and dates. */
export type CodedPart = { readonly [field: string]: readonly string[] }
export interface SplitRecord {
  readonly coded: CodedPart
  readonly identity: HtcdsRecord
}
const FORMS: { readonly [kind: string]: RegExp | undefined } = {
  ...{ date: /^\d{4}-\d{2}-\d{2}$/, number: /^\d{1,3}$/, 'yes-no': /^(?:TRUE|FALSE)$/ },
  ...{ country: /^[A-Z]{2,3}$/, countries: /^[A-Z]{2,3}$/, language: /^[a-z]{2,3}$/ },
}
const KEPT: readonly string[] = keptMethods

/** What may stand outside the seal, by field; the server holds what it gets to the same. */
export const codedNames: readonly string[] = [...htcdsNames.filter((name) => ruleOf(name).withoutIdentity === 'kept'), AGE_BAND]
export function isCoded(name: HtcdsField, value: string): boolean {
  const { kind, withoutIdentity } = ruleOf(name)
  if (withoutIdentity !== 'kept') return false
  if (kind === 'one' || kind === 'many')
    return picklistOf(name).includes(value) || (name === 'vic_MethodsOfControl' && KEPT.includes(value))
  return FORMS[kind]?.test(value) === true
}

export function splitRecord(record: HtcdsRecord, onDay: string): SplitRecord {
  const coded: { [field: string]: readonly string[] } = {}
  const identity: { [Field in HtcdsField]?: readonly string[] } = {}
  for (const name of htcdsNames) {
    const values = record[name] ?? []
    const open = values.filter((value) => isCoded(name, value))
    const closed = values.filter((value) => !isCoded(name, value))
    if (open.length > 0) coded[name] = open
    if (closed.length > 0) identity[name] = closed
  }
  const band = ageBand(record.prs_Birthdate?.[0] ?? '', onDay)
  if (band !== '') coded[AGE_BAND] = [band]
  return { coded, identity }
}

/** The row as it was, apart from the age band, which the date of birth says better. */
export function joinRecord({ coded, identity }: SplitRecord): HtcdsRecord {
  const record: { [Field in HtcdsField]?: readonly string[] } = {}
  for (const name of htcdsNames) {
    const values = [...(coded[name] ?? []), ...(identity[name] ?? [])]
    if (values.length > 0) record[name] = values
  }
  return record
}
