/*
The four units of the classification of IOM and UNODC for administrative data on trafficking: event, victim, perpetrator, reporting entity (V). Its variables and
codes could not be read (U): the mapping leaves them empty, to be filled from the manual. What leaves are the coded answers of one blanked table,
laid apart by unit; a row's number only ties the four together and says nothing of the order in which people came.
*/
import { isNamedCountry } from '../../../kernel/country.ts'
import type { CodedCase, CodedTableOf } from '../contract.ts'

type Unit = 'event' | 'victim' | 'perpetrator' | 'reporting-entity'
interface Variable {
  readonly unit: Unit
  readonly name: string
  readonly of: (one: CodedCase) => string | null
}
const list = (values: readonly string[]): string | null => (values.length === 0 ? null : values.toSorted().join(';'))
const variable = (unit: Unit, name: string, of: Variable['of']): Variable => ({ unit, name, of })
const VARIABLES: readonly Variable[] = [
  variable('event', 'quarterOfRegistration', (one) => one.quarter),
  variable('event', 'admin1', (one) => one.admin1),
  variable('event', 'countryOfExploitation', (one) => one.countryOfExploitation),
  variable('event', 'typeOfExploitation', (one) => list(one.exploitation)),
  variable('event', 'methodsOfControl', (one) => list(one.methodsOfControl)),
  variable('event', 'industry', (one) => list(one.labourIndustries)),
  variable('victim', 'gender', (one) => one.gender),
  variable('victim', 'ageBand', (one) => one.ageBand),
  variable('victim', 'citizenship', (one) => list(one.citizenships.filter(isNamedCountry))),
  variable('victim', 'status', (one) => one.traffickingStatus),
  variable('victim', 'statusDecidedBy', (one) => one.decidedBy),
  variable('perpetrator', 'roles', (one) => list(one.rolesInProcess)),
  variable('perpetrator', 'relationshipToVictim', (one) => one.relationshipToTrafficker),
  variable('reporting-entity', 'kind', (one) => one.reporter),
]
const UNITS: readonly Unit[] = ['event', 'victim', 'perpetrator', 'reporting-entity']
const columnName = ({ unit, name }: Variable): string => `${unit}.${name}`

export const icTipColumns: readonly string[] = VARIABLES.map(columnName)
export const icTipTable = (cases: readonly CodedCase[]): CodedTableOf => ({
  columns: icTipColumns,
  rows: cases.map((one) => VARIABLES.map(({ of }) => of(one))),
})

export interface NamedTable {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}
/** `rows`: after blanking, in the order of the release. */
export function icTipFiles(columns: readonly string[], rows: CodedTableOf['rows']): readonly NamedTable[] {
  const tables = UNITS.map((unit): NamedTable => {
    const own = columns.flatMap((column, at) => (column.startsWith(`${unit}.`) ? [{ name: column.slice(unit.length + 1), at }] : []))
    const lines = rows.map((row, number) => [String(number + 1), ...own.map(({ at }) => row[at] ?? '')])
    return { name: `${unit}.csv`, rows: [['record', ...own.map(({ name }) => name)], ...lines] }
  })
  return [...tables, { name: 'mapping.csv', rows: mapping(columns, rows) }]
}

function mapping(columns: readonly string[], rows: CodedTableOf['rows']): readonly (readonly string[])[] {
  const lines = columns.flatMap((column, at) => {
    const [unit = '', name = ''] = column.split('.')
    const codes = new Set(rows.flatMap((row) => (row[at] ?? '').split(';')).filter((code) => code !== ''))
    return [...codes].toSorted().map((code) => [unit, name, code, '', ''])
  })
  return [['unit', 'ourVariable', 'ourCode', 'icTipVariable', 'icTipCode'], ...lines]
}
