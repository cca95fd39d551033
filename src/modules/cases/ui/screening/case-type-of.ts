/*
What kind of file an interview opens (D): the gravest row that the answers give, else sexual violence where the sexual table was read. Where they give
nothing the worker says it, because a person without answers is not therefore of any kind.
*/
import type { CaseType } from '../../domain/case/case-words.ts'
import type { Row } from '../../domain/identification/findings.ts'
import type { CodedScreening } from './screening-result.ts'

const byRow: readonly (readonly [Row, CaseType])[] = [
  ...([
    ['C1', 'tip-child'],
    ['C2', 'caafag'],
    ['C3', 'wfcl'],
    ['C4', 'wfcl'],
    ['C5', 'wfcl'],
  ] as const),
  ...([
    ['A1', 'tip-adult'],
    ['A2', 'tip-adult'],
    ['A3', 'forced-labour'],
  ] as const),
]
export function caseTypeFound({ explanations, version }: Pick<CodedScreening, 'explanations' | 'version'>): CaseType | null {
  const rows = explanations.flatMap((one) => one.findings.map(({ rule }) => rule))
  const found = byRow.find(([row]) => rows.includes(row))?.[1]
  if (found === 'tip-adult' && version === 'child') return 'tip-child'
  return found ?? (explanations.length > 1 ? 'sgbv' : null)
}
