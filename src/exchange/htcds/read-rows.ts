/*
Reads the rows of an HTCDS file, a toolkit's workbook or its survey form: both spellings of a name, several values behind `;` (or a space,
as the survey form sends them), spaces around codes. What it does not know it reports with its place and keeps: nobody's answer is lost
because a list was extended elsewhere.
*/
import { isCalendarDate } from '../../kernel/calendar.ts'
import { type HtcdsField, holdsSeveral, htcdsNames, picklistOf, ruleOf } from './fields.ts'
import { type Heading, isAboutTheForm, readHeading } from './headings.ts'
import { keptMethods } from './picklists.ts'
import { type HtcdsComplaint, type HtcdsProblem, type HtcdsRecord, METHODS_NOTE } from './record.ts'

export interface HtcdsRead {
  readonly records: readonly HtcdsRecord[]
  readonly complaints: readonly HtcdsComplaint[]
}
type Cells = readonly string[]

export function readHtcds([first = [], ...lines]: readonly Cells[]): HtcdsRead {
  const headings = first.map((heading) => heading.trim())
  const columns = headings.map(readHeading)
  const records = lines.map((line) => readLine({ headings, columns }, line))
  const about = (field: string, problem: HtcdsProblem): HtcdsComplaint => ({ row: null, field, problem, value: '' })
  const unknown = headings.flatMap((heading, at) =>
    columns[at] === null && heading !== '' && !isAboutTheForm(heading) ? [about(heading, 'unknown-column')] : [],
  )
  const names = columns.map((column) => (column !== null && column.code === null ? column.field : null))
  const twice = names.flatMap((name, at) => (name !== null && names.indexOf(name) !== at ? [about(name, 'column-twice')] : []))
  const wrong = records.flatMap((record, row) => htcdsNames.flatMap((field) => problemsOf(record, { row, field })))
  return { records, complaints: [...unknown, ...twice, ...wrong] }
}

interface Head {
  readonly headings: Cells
  readonly columns: readonly (Heading | null)[]
}
const YES = ['1', 'TRUE', 'true', 'True']
function readLine({ headings, columns }: Head, line: Cells): HtcdsRecord {
  const record: { [Field in HtcdsField]?: readonly string[] } = {}
  columns.forEach((column, at) => {
    if (column === null) return
    const { field, code } = column
    const cell = line[at] ?? ''
    const values = code === null ? valuesOf(field, cell) : YES.includes(cell.trim()) ? [code] : []
    // Two columns of one field, as in a file that has both spellings: what the second adds is not lost.
    if (values.length > 0) record[field] = [...new Set([...(record[field] ?? []), ...values])]
  })
  const note = valuesOf('vic_MethodsOfControl', line[headings.indexOf(METHODS_NOTE)] ?? '')
  if (note.length > 0) record.vic_MethodsOfControl = [...(record.vic_MethodsOfControl ?? []).filter((code) => code !== 'Other'), ...note]
  return record
}

function valuesOf(name: HtcdsField, cell: string): readonly string[] {
  const whole = cell.trim()
  if (whole === '') return []
  if (!holdsSeveral(name)) return [whole]
  const parts = whole.split(';').flatMap((part) => bySpaces(name, part.trim()))
  return [...new Set(parts.filter((part) => part !== ''))]
}

/** A code holds no space; a label may, and is left whole to be reported. */
function bySpaces(name: HtcdsField, part: string): readonly string[] {
  const words = part.split(/\s+/)
  return words.length > 1 && words.every((word) => problemOf(name, word) === null) ? words : [part]
}

function problemsOf(record: HtcdsRecord, { row, field }: { readonly row: number; readonly field: HtcdsField }): readonly HtcdsComplaint[] {
  const values = record[field] ?? []
  const several = values.length > 1 && !holdsSeveral(field)
  const wrong = values.flatMap((value) => {
    const problem = problemOf(field, value)
    return problem === null ? [] : [{ row, field, problem, value }]
  })
  return several ? [{ row, field, problem: 'several-values', value: values.join(';') }, ...wrong] : wrong
}

const KEPT: readonly string[] = keptMethods
function problemOf(field: HtcdsField, value: string): HtcdsProblem | null {
  const unless = (good: boolean, problem: HtcdsProblem): HtcdsProblem | null => (good ? null : problem)
  switch (ruleOf(field).kind) {
    case 'one':
    case 'many':
      return unless(picklistOf(field).includes(value) || (field === 'vic_MethodsOfControl' && KEPT.includes(value)), 'unknown-code')
    case 'date':
      return unless(isCalendarDate(value), 'not-a-date')
    case 'number':
      return unless(/^-?\d+(?:\.\d+)?$/.test(value), 'not-a-number')
    case 'yes-no':
      return unless(value === 'TRUE' || value === 'FALSE', 'not-yes-or-no')
    case 'country':
    case 'countries':
      return unless(/^[A-Z]{2,3}$/.test(value), 'not-a-country')
    case 'language':
      return unless(/^[a-z]{2,3}$/.test(value), 'not-a-language')
    case 'phone':
      return unless(/^\+?[1-9]\d{1,14}$/.test(value), 'not-a-telephone')
    case 'text':
      return null
  }
}
