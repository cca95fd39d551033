/*
A published file of microdata, read once from beginning to end: shares by the codebook's rule, and the combinations that k people share. Memory is bounded by two
bytes for each cell, whatever the file; the text is never held. Values that the codebook does not know are counted as they are written, and said.
*/
import { csvRows } from '../../kernel/csv.ts'
import { type AttributeRow, type CodingProblem, codeColumns } from '../../kernel/disclosure/coded-columns.ts'
import { type Aggregate, type Counting, kAggregates } from '../../kernel/disclosure/k-aggregates.ts'
import { type CtdcGroup, ctdcNames } from './columns.ts'
import { type CtdcComplaint, microdataReader } from './microdata.ts'
import { type GroupShares, shareTally } from './shares.ts'

export const ctdcGroups = ['exploitation', 'means', 'labour', 'sex', 'recruiter'] as const satisfies readonly CtdcGroup[]
const TOLD_COMPLAINTS = 100

export interface CtdcAnalysis {
  readonly rows: number
  /** The first hundred; `complaintCount` is how many there are. */
  readonly complaints: readonly CtdcComplaint[]
  readonly complaintCount: number
  readonly shares: ReadonlyMap<CtdcGroup, GroupShares>
  /** Handed out one by one, so that nobody need hold them. */
  readonly aggregates: () => Generator<Aggregate>
}
export type AnalysedOrNot = { readonly ok: true; readonly analysis: CtdcAnalysis } | { readonly ok: false; readonly problem: CodingProblem }

export async function analyseCtdc(
  pieces: AsyncIterable<string> | Iterable<string>,
  { k, length, onRows }: Counting & { readonly onRows?: (rows: number) => void },
): Promise<AnalysedOrNot> {
  const complaints: CtdcComplaint[] = []
  let complaintCount = 0
  const complain = (found: readonly CtdcComplaint[]): void => {
    complaintCount += found.length
    complaints.push(...found.slice(0, TOLD_COMPLAINTS - complaints.length))
  }
  const tallies = ctdcGroups.map((group) => ({ group, tally: shareTally(group) }))
  async function* attributes(): AsyncGenerator<AttributeRow> {
    let reader: ReturnType<typeof microdataReader> | null = null
    let at = 0
    for await (const cells of csvRows(pieces)) {
      if (reader === null) {
        reader = microdataReader(cells)
        complain(reader.aboutHeadings)
        continue
      }
      const { row, complaints: found } = reader.line(cells, at)
      if (found.length > 0) complain(found)
      for (const { tally } of tallies) tally.add(row)
      at += 1
      if (at % 20_000 === 0) onRows?.(at)
      yield ctdcNames.map((name) => row[name])
    }
  }
  const coded = await codeColumns(ctdcNames, attributes())
  if ('problem' in coded) return { ok: false, problem: coded.problem }
  const { table } = coded
  return {
    ok: true,
    analysis: {
      ...{ rows: table.rows, complaints, complaintCount },
      shares: new Map(tallies.map(({ group, tally }) => [group, tally.shares()])),
      aggregates: () => kAggregates(table, { k, length }),
    },
  }
}

/** `ageBroad:09--17;gender:Woman`, as a line of the file of aggregates. */
export const aggregateCells = ({ columns, values, count }: Aggregate): readonly [string, string] => [
  columns.map((column, at) => `${ctdcNames[column]}:${values[at]}`).join(';'),
  String(count),
]
