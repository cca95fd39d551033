/*
Writes rows for another house. With identity: for the transfer of one case, as rows that the caller seals to the recipient before they
leave. Without: coded answers only, the date of birth as an age band (those of CTDC; D), free text dropped. Dates of referral and of
events stay, as the standard has them; whoever publishes counts them by quarter. Two methods of control that the standard's list lacks
are written as `Other`, with their names in a column of our own.
*/
import { isCalendarDate } from '../../kernel/calendar.ts'
import { type HtcdsField, htcdsNames, picklistOf, ruleOf } from './fields.ts'
import { keptMethods } from './picklists.ts'
import { AGE_BAND, type HtcdsRecord, METHODS_NOTE } from './record.ts'

type Cells = readonly string[]
const KEPT: readonly string[] = keptMethods

export const identifiedRows = (records: readonly HtcdsRecord[]): readonly Cells[] => [
  [...htcdsNames, METHODS_NOTE],
  ...records.map((record) => [...htcdsNames.map((name) => cellOf(record, name)), noteOf(record)]),
]

const remaining = htcdsNames.filter((name) => ruleOf(name).withoutIdentity !== 'dropped')
const headingOf = (name: HtcdsField): string => (ruleOf(name).withoutIdentity === 'age-band' ? AGE_BAND : name)

/** `onDay`: the day on which ages are told, that of the registration or of the release. */
export const deidentifiedRows = (records: readonly HtcdsRecord[], onDay: string): readonly Cells[] => [
  [...remaining.map(headingOf), METHODS_NOTE],
  ...records.map((record) => [...remaining.map((name) => cellWithoutIdentity(record, { name, onDay })), noteOf(record)]),
]

function cellWithoutIdentity(record: HtcdsRecord, { name, onDay }: { readonly name: HtcdsField; readonly onDay: string }): string {
  if (ruleOf(name).withoutIdentity === 'age-band') return ageBand(record[name]?.[0] ?? '', onDay)
  const { kind } = ruleOf(name)
  const list = picklistOf(name)
  // A value outside its list or form may be somebody's words.
  const coded = (value: string): boolean => (kind === 'one' || kind === 'many' ? list.includes(value) : FORMS[kind]?.test(value) === true)
  return writtenAs(record, name).filter(coded).join(';')
}
const FORMS: { readonly [kind: string]: RegExp | undefined } = {
  ...{ date: /^\d{4}-\d{2}-\d{2}$/, number: /^\d{1,3}$/, 'yes-no': /^(?:TRUE|FALSE)$/ },
  ...{ country: /^[A-Z]{2,3}$/, countries: /^[A-Z]{2,3}$/, language: /^[a-z]{2,3}$/ },
}

const cellOf = (record: HtcdsRecord, name: HtcdsField): string => writtenAs(record, name).join(';')
function writtenAs(record: HtcdsRecord, name: HtcdsField): readonly string[] {
  const values = record[name] ?? []
  return name === 'vic_MethodsOfControl' ? [...new Set(values.map((value) => (KEPT.includes(value) ? 'Other' : value)))] : values
}

/** What each `Other` stands for, and `Other` itself when it was answered too; empty when nothing was replaced. */
function noteOf(record: HtcdsRecord): string {
  const values = record.vic_MethodsOfControl ?? []
  return values.some((value) => KEPT.includes(value)) ? values.filter((value) => KEPT.includes(value) || value === 'Other').join(';') : ''
}

const BANDS = [9, 18, 21, 24, 27, 30, 39, 48]
const BAND_NAMES = ['0--8', '09--17', '18--20', '21--23', '24--26', '27--29', '30--38', '39--47', '48+']

export const isAgeBand = (band: string): boolean => BAND_NAMES.includes(band)

/** The bands of CTDC; nothing when the date is none or lies after the day. */
export function ageBand(birthdate: string, onDay: string): string {
  if (!isCalendarDate(birthdate) || !isCalendarDate(onDay) || birthdate > onDay) return ''
  const years = Number(onDay.slice(0, 4)) - Number(birthdate.slice(0, 4)) - (onDay.slice(5) < birthdate.slice(5) ? 1 : 0)
  return BAND_NAMES[BANDS.filter((from) => years >= from).length] ?? ''
}
