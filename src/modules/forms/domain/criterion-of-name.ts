/*
A question's name ties it to its criterion: `R1` answers criterion R1, `R1_why`, `R1_sources`, `R1_photo` and `R1_evidence` belong to that answer,
and `P_TRACE` is the question of P-TRACE. A name of another shape belongs to no criterion.
*/
const NAME = /^([RY]\d{1,2}|P_[A-Z0-9]+(?:_[A-Z0-9]+)*|P\d{1,2})(?:_(why|sources|photo|evidence))?$/

export interface CriterionPart {
  readonly id: string
  readonly part: 'answer' | 'why' | 'sources' | 'photo' | 'evidence'
}

const PARTS = ['why', 'sources', 'photo', 'evidence'] as const

export function criterionOfName(name: string): CriterionPart | null {
  const found = NAME.exec(name)
  if (found === null) return null
  return { id: (found[1] ?? '').replaceAll('_', '-'), part: PARTS.find((part) => part === found[2]) ?? 'answer' }
}
