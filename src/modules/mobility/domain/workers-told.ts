/*
What a sheet of foreign workers tells. Every number is rounded down to a multiple of five, and below five it is `few`, zero too. The key `unknown` is never told: whoever stands in a small cell
might as well stand there, so no sum of a line tells a cell of one to four. Sheets of several sources or quarters are never added up.
*/
import { inside, shownCount } from '../../../kernel/disclosure/disclosure-rules.ts'
import type { ShownNumber } from '../contract.ts'
import { type WorkerDimension, type WorkerLine, type WorkersTable, workerDimensions } from '../contract-workers.ts'
import { flowRules } from './flow-rules.ts'

const rule = { least: inside.least, floorTo: flowRules.floorTo }
export const toldNumber = (n: number): ShownNumber => {
  const shown = shownCount(n, rule)
  return 'shown' in shown ? { is: 'shown', n: shown.shown } : { is: 'few' }
}
const sumOf = (lines: readonly WorkerLine[]): number => lines.reduce((all, { n }) => all + n, 0)

export function sheetTold(lines: readonly WorkerLine[]): Pick<WorkersTable['rows'][number], 'all' | 'by'> {
  const of = (dimension: WorkerDimension): ShownNumber[] =>
    workerDimensions[dimension].map((key) => toldNumber(sumOf(lines.filter((line) => line[dimension] === key))))
  const by = { sector: of('sector'), nation: of('nation'), sex: of('sex'), age: of('age'), permit: of('permit') }
  return { all: toldNumber(sumOf(lines)), by }
}
/** Lines of the same group are one, in one order: the same numbers are the same sheet. */
export function gathered(lines: readonly WorkerLine[]): readonly WorkerLine[] {
  const found = new Map<string, WorkerLine>()
  for (const line of lines) {
    const key = [line.sector, line.nation, line.sex, line.age, line.permit].join(' ')
    found.set(key, { ...line, n: line.n + (found.get(key)?.n ?? 0) })
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}
