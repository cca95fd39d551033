/* A value as it is answered. */
import type { IndicatorId } from '../contract.ts'
import type { ValueAnswer } from '../contract-values.ts'
import { type PeriodValue, standing } from '../domain/value.ts'

export interface Reading {
  readonly account: string
  /** Who may not see drafts sees no proposal either. */
  readonly lockedOnly: boolean
}
export function answerOfValue(indicator: IndicatorId, value: PeriodValue, { account, lockedOnly }: Reading): ValueAnswer {
  const { content, project, status, restated, proposal, writtenBy, lockedAt, sha256, returned } = value
  const { period, late, cumulative, source, measure, measureVersion, touchesPersons, asOf, evidence } = content
  return {
    ...{ indicator, project, period, status, told: standing(value), parts: [...(restated?.parts ?? content.parts)] },
    ...{ late: [...late], cumulative, source, measure, measureVersion, touchesPersons, asOf, lockedAt, sha256 },
    ...{ evidence: restated?.evidence ?? evidence, returned: lockedOnly ? null : returned, mine: writtenBy === account },
    restated: restated === null ? null : { on: restated.on, reason: restated.reason, before: restated.before },
    restatementWaits: lockedOnly || proposal === null ? null : { reason: proposal.reason, told: proposal.told },
  }
}
