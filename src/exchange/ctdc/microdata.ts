/*
Rows of CTDC microdata, read and written. A flag is 1 or nothing: the release has no 0, since what nobody said is not a no. Nothing is
written as an empty cell and read as an empty cell or NULL. A value that the codebook does not know is reported and kept.
*/
import { type CtdcColumn, columnNamed, ctdcNames, ruleOf } from './columns.ts'

export type CtdcRow = { readonly [Column in CtdcColumn]: string | null }
export interface CtdcComplaint {
  /** 0 is the first row under the headings; null: the headings. */
  readonly row: number | null
  readonly field: string
  readonly problem: 'unknown-column' | 'missing-column' | 'column-twice' | 'unknown-value'
  readonly value: string
}
export interface CtdcRead {
  readonly rows: readonly CtdcRow[]
  readonly complaints: readonly CtdcComplaint[]
}
type Cells = readonly string[]

export const emptyRow: CtdcRow = {
  ...{ yearOfRegistration: null, gender: null, ageBroad: null, citizenship: null, CountryOfExploitation: null, traffickMonths: null },
  ...{ meansDebtBondageEarnings: null, meansThreats: null, meansAbusePsyPhySex: null, meansFalsePromises: null, meansDrugsAlcohol: null },
  ...{ meansDenyBasicNeeds: null, meansExcessiveWorkHours: null, meansWithholdDocs: null },
  ...{ isForcedLabour: null, isSexualExploit: null, isOtherExploit: null },
  ...{ typeOfLabourAgriculture: null, typeOfLabourConstruction: null, typeOfLabourDomesticWork: null, typeOfLabourHospitality: null },
  ...{ typeOfSexProstitution: null, typeOfSexPornography: null },
  ...{ recruiterRelationIntimatePartner: null, recruiterRelationFriend: null, recruiterRelationFamily: null, recruiterRelationOther: null },
}

export const headings = (): Cells => [...ctdcNames]
export const cellsOf = (row: CtdcRow): Cells => ctdcNames.map((name) => row[name] ?? '')

export function readMicrodata([first = [], ...lines]: readonly Cells[]): CtdcRead {
  const reader = microdataReader(first)
  const read = lines.map(reader.line)
  return { rows: read.map(({ row }) => row), complaints: [...reader.aboutHeadings, ...read.flatMap(({ complaints }) => complaints)] }
}

/** Line by line, for files that are longer than a memory. */
export function microdataReader(first: Cells): {
  readonly aboutHeadings: readonly CtdcComplaint[]
  readonly line: (cells: Cells, at: number) => { readonly row: CtdcRow; readonly complaints: readonly CtdcComplaint[] }
} {
  const named = first.map((heading) => columnNamed(heading.trim()))
  // Of a column that is there twice, the first.
  const columns = named.map((name, at) => (named.indexOf(name) === at ? name : undefined))
  return {
    aboutHeadings: aboutHeadings(first, named),
    line: (cells, at) => {
      const row = readLine(columns, cells)
      return { row, complaints: ctdcNames.flatMap((name) => problemsOf(row, { name, at })) }
    },
  }
}

function aboutHeadings(first: Cells, columns: readonly (CtdcColumn | undefined)[]): readonly CtdcComplaint[] {
  const about = (field: string, problem: CtdcComplaint['problem']): CtdcComplaint => ({ row: null, field, problem, value: '' })
  const unknown = first.flatMap((heading, at) => (columns[at] === undefined ? [about(heading, 'unknown-column')] : []))
  const twice = columns.flatMap((name, at) => (name !== undefined && columns.indexOf(name) !== at ? [about(name, 'column-twice')] : []))
  const missing = ctdcNames.flatMap((name) => (columns.includes(name) ? [] : [about(name, 'missing-column')]))
  return [...unknown, ...twice, ...missing]
}

function readLine(columns: readonly (CtdcColumn | undefined)[], line: Cells): CtdcRow {
  const read: { [Column in CtdcColumn]: string | null } = { ...emptyRow }
  columns.forEach((name, at) => {
    if (name !== undefined) read[name] = valueOf(name, line[at] ?? '')
  })
  return read
}

/** Dashes of any length between two numbers are the codebook's `--`; its pages print `9`, its files `09`. */
const spelled = (value: string): string => value.replace(/^(\d+)\s*[-–—]+\s*(\d+)/, '$1--$2').replace(/^9--17$/, '09--17')

function valueOf(name: CtdcColumn, cell: string): string | null {
  const value = cell.trim()
  if (value === '' || value === 'NULL') return null
  const { kind } = ruleOf(name)
  if (kind === 'category') return spelled(value)
  // Spreadsheets and statistics programs write whole numbers with a point.
  return kind === 'flag' || kind === 'year' ? value.replace(/^(\d+)\.0+$/, '$1') : value
}

function problemsOf(row: CtdcRow, { name, at }: { readonly name: CtdcColumn; readonly at: number }): readonly CtdcComplaint[] {
  const value = row[name]
  return value === null || isKnown(name, value) ? [] : [{ row: at, field: name, problem: 'unknown-value', value }]
}

function isKnown(name: CtdcColumn, value: string): boolean {
  const { kind, values } = ruleOf(name)
  if (kind === 'flag') return value === '1'
  if (kind === 'year') return /^(?:19|20)\d{2}$/.test(value)
  return kind === 'country' ? /^[A-Z]{3}$/.test(value) : (values ?? []).includes(value)
}
