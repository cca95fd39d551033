/*
What a heading names. The survey form of the toolkit, sent through ODK or Kobo, comes back with the names of its groups before a `/` or a `-`, with a column of
noughts and ones for each code of a list, and with columns about the form itself; some of these name the sending, and tell a row that came before.
*/
import { fieldNamed, type HtcdsField, picklistOf } from './fields.ts'
import { METHODS_NOTE } from './record.ts'

export interface Heading {
  readonly field: HtcdsField
  /** Of a column of noughts and ones: the code that a one stands for. */
  readonly code: string | null
}
const partsOf = (heading: string): readonly string[] => heading.split(/[/:.-]/).filter((part) => part !== '')

export function readHeading(heading: string): Heading | null {
  const parts = partsOf(heading)
  const last = parts.at(-1) ?? ''
  const whole = fieldNamed(heading) ?? fieldNamed(last)
  if (whole !== undefined) return { field: whole, code: null }
  const before = fieldNamed(parts.at(-2) ?? '')
  return before !== undefined && picklistOf(before).includes(last) ? { field: before, code: last } : null
}

/** In this order: the first that a file has tells its rows apart. */
const SOURCES = ['instanceID', 'KEY', '_uuid', 'uuid', '_id', 'id']
export function sourceColumn(headings: readonly string[]): number | null {
  const last = headings.map((heading) => partsOf(heading.trim()).at(-1) ?? '')
  const found = SOURCES.map((name) => last.indexOf(name)).find((at) => at >= 0)
  return found ?? null
}

const ABOUT_THE_FORM = [
  ...['start', 'end', 'today', 'deviceid', 'username', 'phonenumber', 'instanceName', 'rootUuid', 'SubmissionDate', 'SubmitterID'],
  ...[
    'SubmitterName',
    'AttachmentsPresent',
    'AttachmentsExpected',
    'Status',
    'ReviewState',
    'DeviceID',
    'Edits',
    'FormVersion',
    METHODS_NOTE,
  ],
]
export const isAboutTheForm = (heading: string): boolean => {
  const last = partsOf(heading).at(-1) ?? ''
  return last.startsWith('_') || ABOUT_THE_FORM.includes(last) || SOURCES.includes(last)
}
