/* Whether rows of microdata may leave: every combination of up to three attributes must be shared by k people. It names those that are not. */
import { codeColumns, type CodingProblem } from '../../kernel/disclosure/coded-columns.ts'
import { disclosureRules } from '../../kernel/disclosure/disclosure-rules.ts'
import { rareCombinations } from '../../kernel/disclosure/k-aggregates.ts'
import { type CtdcColumn, ctdcNames } from './columns.ts'
import type { CtdcRow } from './microdata.ts'

export interface RareTuple {
  readonly attributes: readonly { readonly column: CtdcColumn; readonly value: string }[]
  readonly count: number
}
export type ReleaseCheck =
  | { readonly checked: true; readonly rare: readonly RareTuple[] }
  | { readonly checked: false; readonly problem: CodingProblem }

export interface CheckRule {
  readonly k: number
  /** Names this many and no more, one at least: a file that fails may have a million of them. */
  readonly atMost: number
}
const DEFAULT: CheckRule = { k: disclosureRules.leastOutside.value, atMost: 1000 }

/** The rows may leave when `checked` and `rare` is empty. */
export async function checkRelease(rows: AsyncIterable<CtdcRow> | Iterable<CtdcRow>, { k, atMost } = DEFAULT): Promise<ReleaseCheck> {
  const coded = await codeColumns(ctdcNames, attributes(rows))
  if ('problem' in coded) return { checked: false, problem: coded.problem }
  const rare: RareTuple[] = []
  for (const one of rareCombinations(coded.table, { k, length: disclosureRules.longestTuple.value })) {
    if (rare.length >= Math.max(1, atMost)) break
    rare.push({ attributes: one.columns.flatMap((column, at) => named(column, one.values[at])), count: one.count })
  }
  return { checked: true, rare }
}

async function* attributes(rows: AsyncIterable<CtdcRow> | Iterable<CtdcRow>): AsyncGenerator<readonly (string | null)[]> {
  for await (const row of rows) yield ctdcNames.map((name) => row[name])
}

function named(column: number, value = ''): RareTuple['attributes'] {
  const name = ctdcNames[column]
  return name === undefined ? [] : [{ column: name, value }]
}
