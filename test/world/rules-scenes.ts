/*
A scene of a body that settles its own rules: who protects its data proposes, who supervises confirms. A worker carries fewer cases there than ours allow.
*/
import { mustParse } from '../../src/kernel/schema.ts'
import { RulesShown } from '../../src/modules/cases/contract-rules.ts'
import type { RuleChange } from '../../src/modules/cases/domain/rules/chosen.ts'
import { subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

export interface Settling {
  readonly changes: readonly RuleChange[]
  readonly from: string
  readonly source?: string
  readonly reason?: string
}
/** Proposed by one and confirmed by another. */
export async function settleRules(stage: Stage, { changes, from, source, reason }: Settling): Promise<void> {
  const proposal = {
    ...{ changes, from, evidence: 'S', source: source ?? 'Note de la coordination de protection, 2026' },
    reason: reason ?? 'Décidé en réunion de la mission.',
  }
  subjectOf(await stage.as('dpo').post('/api/case-rules', proposal))
  const { waiting } = mustParse(RulesShown, (await stage.as('supervisor').get('/api/case-rules')).body)
  subjectOf(await stage.as('supervisor').post('/api/case-rules/answers', { proposal: waiting?.proposal, step: 'confirm' }))
}
export const rulesScenes = (stage: Stage) => [
  { on: -7, play: (day: string) => settleRules(stage, { changes: [{ key: 'caseload', value: 20 }], from: day }) },
]
