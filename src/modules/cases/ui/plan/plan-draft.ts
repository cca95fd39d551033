/*
The plan while it is written: goals under the four pillars, each with services and when they are needed. A goal keeps its number through versions, so that
what was said of it stays with it; what it says in words is sealed and kept by reference until it is written anew.
*/
import { asId } from '../../../../kernel/schema.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import { serviceTimeframes } from '../../domain/clocks/clock-rulebook.ts'
import { addHours } from '../../domain/clocks/instants.ts'
import {
  type GoalStatus,
  type Pillar,
  type PlanCommand,
  type PlanDomain,
  type PlanEvent,
  type ServiceStatus,
  isOverService,
} from '../../domain/case/plan.ts'
import type { CasePlan } from '../../domain/case/plan.ts'
import type { ServiceType } from '../../domain/referral/referral-words.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'

type Written = Extract<PlanEvent, { kind: 'case-plan.written.v1' }>['payload']
export interface GoalRow {
  readonly goal: string
  readonly domain: Infer<typeof PlanDomain>
  readonly pillar: Infer<typeof Pillar>
  readonly due: string
  /** Written now; empty keeps what was sealed before. */
  readonly words: string
  readonly wording: SealedRef | null
}
export interface ServiceRow {
  readonly service: string
  readonly type: ServiceType
  readonly goal: string
  readonly provider: string
  /** `2026-12-01T09:00:00.000Z`, or empty: no time was given. */
  readonly dueAt: string
}
export interface PlanDraft {
  readonly goals: readonly GoalRow[]
  readonly services: readonly ServiceRow[]
}
export const emptyGoal = (goal: string, pillar: GoalRow['pillar'], due: string): GoalRow => ({
  ...{ goal, domain: 'SocialCare', pillar, due, words: '', wording: null },
})
export const emptyService = (service: string, goal: string): ServiceRow => ({
  service,
  type: 'psychosocial',
  goal,
  provider: '',
  dueAt: '',
})
/** What the last version said, to be changed. */
export const draftFrom = (written: Written | null): PlanDraft => ({
  goals: (written?.goals ?? []).map(({ wording, ...goal }) => ({ ...goal, words: '', wording: wording ?? null })),
  services: (written?.services ?? []).map(({ goal, provider, dueAt, ...rest }) => ({
    ...rest,
    ...{ goal: goal ?? '', provider: provider ?? '', dueAt: dueAt ?? '' },
  })),
})
/** Choices for when a service is needed (Primero’s form, V), from now. */
export const timeframes = (now: string): readonly { readonly hours: number; readonly dueAt: string }[] =>
  serviceTimeframes.map(({ unit, value }) => {
    const hours = unit === 'hours' ? value : value * 24
    return { hours, dueAt: addHours(now, hours) }
  })
export const isReady = ({ goals }: PlanDraft): boolean => goals.length > 0 && goals.every((goal) => goal.due !== '')

/** A version that was handed in or approved is never changed: the next has a number of its own. */
export const planIdFor = ({ plan, standing }: Pick<CasePlan, 'plan' | 'standing'>, newId: () => string): string =>
  plan !== null && standing === 'being-written' ? plan : newId()
export function writePlan(
  draft: PlanDraft,
  { plan, wordings }: { readonly plan: string; readonly wordings: ReadonlyMap<string, SealedRef> },
): Extract<PlanCommand, { step: 'write-plan' }> {
  const known = new Set(draft.goals.map((one) => one.goal))
  return {
    ...{ step: 'write-plan', plan: asId('case-plan', plan) },
    goals: draft.goals.map(({ goal, domain, pillar, due, wording }) => {
      const words = wordings.get(goal) ?? wording
      return { goal, domain, pillar, due, ...(words === null ? {} : { wording: words }) }
    }),
    services: draft.services.map(({ service, type, goal, provider, dueAt }) => ({
      ...{ service, type, goal: known.has(goal) ? goal : null },
      ...{ provider: provider === '' ? null : asId('organisation', provider), dueAt: dueAt === '' ? null : dueAt },
    })),
  }
}

/** Its day is over and nobody said what became of it. */
export const isLateGoal = ({ due, status }: { readonly due: string; readonly status: Infer<typeof GoalStatus> }, now: string): boolean =>
  status === 'open' && due < now.slice(0, 10)
export const isLateService = ({ dueAt, status }: { readonly dueAt: string; readonly status: ServiceStatus }, now: string): boolean =>
  !isOverService(status) && dueAt < now
