/* Small makers of lines, tables and sections. What is missing becomes a gap with who must fill it; nothing here turns an absence into a number. */
import type { CellUnit, CellValue, Mark, ReportDocument, ReportLine, ReportSection, ReportTable } from '../contract.ts'
import type { ReportRecord } from './record.ts'

export interface LineParts {
  readonly unit?: CellUnit
  readonly facts?: ReportLine['facts']
  readonly from: readonly string[]
  readonly count?: number
  readonly mark?: Mark
  /** Who fills it when the value is missing. */
  readonly who: string
  readonly where?: string
}
/** `undefined` and `null` are gaps. */
export function line(key: string, value: CellValue | undefined, parts: LineParts): ReportLine {
  const { unit = 'text', facts = {}, from, count, mark = 'V', who, where = null } = parts
  const isGap = value === null || value === undefined || value === ''
  return {
    ...{ key, facts, value: isGap ? null : value, unit, mark },
    source: { from: [...from], count: isGap ? 0 : (count ?? 1) },
    ...(isGap ? { state: 'gap' as const, who, where } : { state: 'filled' as const, who: null, where: null }),
  }
}
/** A question that does not arise; the label says why. */
export const notAsked = (key: string, from: readonly string[], facts: ReportLine['facts'] = {}): ReportLine => ({
  ...{ key, facts, value: null, unit: 'text' as const, source: { from: [...from], count: 0 }, mark: 'D' as const },
  ...{ state: 'none' as const, who: null, where: null },
})
/** A number of facts, where somebody looked: 0 is then a finding. Without an answer it is a gap. */
export const counted = (key: string, found: readonly unknown[] | null, parts: Omit<LineParts, 'unit' | 'count'>): ReportLine =>
  line(key, found === null ? null : found.length, { ...parts, unit: 'number', count: found?.length ?? 0 })

export type ColumnParts = readonly [key: string, unit: CellUnit, asked?: 'asked']
interface TableParts {
  readonly from: readonly string[]
  readonly mark?: Mark
  readonly who?: string
  readonly where?: string
}
type TableGiven = readonly [key: string, columns: readonly ColumnParts[], rows: readonly (readonly CellValue[])[], parts: TableParts]
export const table = (...[key, columns, rows, parts]: TableGiven): ReportTable => ({
  key,
  columns: columns.map(([name, unit, asked]) => ({ key: name, unit, asked: asked === 'asked' })),
  rows: rows.slice(0, 5_000).map((row) => [...row]),
  source: { from: [...parts.from], count: rows.length },
  ...{ mark: parts.mark ?? 'V', who: parts.who ?? null, where: parts.where ?? null },
})

interface SectionParts {
  readonly lines?: readonly ReportLine[]
  readonly tables?: readonly ReportTable[]
  /** The author is asked to write here. */
  readonly written?: boolean
}
export function section(
  given: Pick<ReportRecord, 'texts'>,
  key: string,
  { lines = [], tables = [], written }: SectionParts,
): ReportSection {
  const said = given.texts.get(key)
  return {
    ...{ key, lines: [...lines], tables: [...tables] },
    written: written === true ? { key, text: said?.text ?? null, version: said?.version ?? 0 } : null,
  }
}

const gapsOfTable = ({ columns, rows }: ReportTable): number =>
  rows.reduce((sum, row) => sum + row.filter((cell, at) => cell === null && columns[at]?.asked === true).length, 0)
/** Lines, asked cells and texts that nobody filled. */
export const gapsOf = (sections: ReportDocument['sections']): number =>
  sections.reduce(
    (sum, one) =>
      sum +
      one.lines.filter(({ state }) => state === 'gap').length +
      one.tables.reduce((all, each) => all + gapsOfTable(each), 0) +
      (one.written !== null && one.written.text === null ? 1 : 0),
    0,
  )
