/*
The plan of a case: goals under the four pillars of a referral mechanism, and services with what became of each. A plan that was approved is
never changed; another version is written and goes to another person again. What a goal says in words lies in the vault.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, exactly, instant, listOf, maybe, oneOf, orNull, record, taggedBy } from '../../../../kernel/schema.ts'
import { ThingId } from '../codes.ts'
import { AccountId, OrganisationId } from '../../../people/contract.ts'
import { ServiceType } from '../referral/referral-words.ts'
import { SealedRef } from '../sealed-ref.ts'
import { PlanId } from './case-words.ts'

/** Domains are the plan types of the data standard (HTCDS 2.0, V); pillars those of ODIHR 2022 (V). */
export const PlanDomain = oneOf(
  ...(['Education', 'Financial', 'Health', 'LabourExploitationRehabilitation', 'Legal', 'Livelihood', 'RightsBasedTraining'] as const),
  ...(['SexualExploitationRehabilitation', 'SocialCare'] as const),
)
export const Pillar = oneOf('identification-and-protection', 'support-and-services', 'social-inclusion', 'justice-and-redress')
const Goal = record({ goal: ThingId, domain: PlanDomain, pillar: Pillar, wording: maybe(SealedRef), due: calendarDate() })
const PlannedService = record({
  ...{ service: ThingId, type: ServiceType, goal: orNull(ThingId), provider: orNull(OrganisationId), dueAt: orNull(instant()) },
})
export const ServiceStatus = oneOf('planned', 'referred', 'in-progress', 'done', 'declined-by-survivor', 'unavailable', 'not-applicable')
export type ServiceStatus = Infer<typeof ServiceStatus>
export const GoalStatus = oneOf('open', 'met', 'partly-met', 'not-met', 'dropped')

const stamp = { by: AccountId, at: instant() }
const write = { plan: PlanId, goals: listOf(Goal, 60), services: listOf(PlannedService, 100) }
const service = { service: ThingId, status: ServiceStatus, on: calendarDate() }
const goal = { goal: ThingId, status: GoalStatus }
export const PlanCommand = taggedBy('step', [
  record({ step: exactly('write-plan'), ...write }),
  record({ step: exactly('report-service'), ...service }),
  record({ step: exactly('review-goal'), ...goal }),
])
export type PlanCommand = Infer<typeof PlanCommand>
export const planKinds = {
  'case-plan.written.v1': record({ ...write, ...stamp }),
  'case-service.reported.v1': record({ ...service, ...stamp }),
  'case-goal.reviewed.v1': record({ ...goal, ...stamp }),
} as const
type Kinds = typeof planKinds
export type PlanEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export interface CasePlan {
  readonly plan: string | null
  readonly author: string | null
  readonly standing: 'being-written' | 'submitted' | 'approved'
  readonly goals: ReadonlyMap<string, Infer<typeof GoalStatus>>
  readonly services: ReadonlyMap<string, ServiceStatus>
  readonly serviceTypes: ReadonlyMap<string, ServiceType>
}
export const noPlan: CasePlan = {
  plan: null,
  author: null,
  standing: 'being-written',
  goals: new Map(),
  services: new Map(),
  serviceTypes: new Map(),
}

const OVER: readonly ServiceStatus[] = ['done', 'declined-by-survivor', 'unavailable', 'not-applicable']
export const isOverService = (status: ServiceStatus): boolean => OVER.includes(status)
export const openServices = (plan: CasePlan): number => [...plan.services.values()].filter((status) => !isOverService(status)).length

export function decidePlan(
  plan: CasePlan,
  command: PlanCommand,
  stamped: { readonly by: AccountId; readonly at: string },
): Outcome<readonly PlanEvent[]> {
  switch (command.step) {
    case 'write-plan': {
      if (plan.plan === command.plan && plan.standing !== 'being-written') return refused('plan-locked', { plan: command.plan })
      const { step: _step, ...written } = command
      return accepted([{ kind: 'case-plan.written.v1', payload: { ...written, ...stamped } }])
    }
    case 'report-service': {
      if (!plan.services.has(command.service)) return refused('unknown-service', { service: command.service })
      const { step: _step, ...said } = command
      return accepted([{ kind: 'case-service.reported.v1', payload: { ...said, ...stamped } }])
    }
    case 'review-goal': {
      if (!plan.goals.has(command.goal)) return refused('unknown-goal', { goal: command.goal })
      const { step: _step, ...said } = command
      return accepted([{ kind: 'case-goal.reviewed.v1', payload: { ...said, ...stamped } }])
    }
  }
}

export function evolvePlan(plan: CasePlan, event: PlanEvent): CasePlan {
  switch (event.kind) {
    case 'case-plan.written.v1': {
      const { payload } = event
      return {
        ...{ plan: payload.plan, author: payload.by, standing: 'being-written' },
        goals: new Map(payload.goals.map((one) => [one.goal, plan.goals.get(one.goal) ?? 'open'])),
        services: new Map(payload.services.map((one) => [one.service, plan.services.get(one.service) ?? 'planned'])),
        serviceTypes: new Map(payload.services.map((one) => [one.service, one.type])),
      }
    }
    case 'case-service.reported.v1':
      return { ...plan, services: new Map([...plan.services, [event.payload.service, event.payload.status]]) }
    case 'case-goal.reviewed.v1':
      return { ...plan, goals: new Map([...plan.goals, [event.payload.goal, event.payload.status]]) }
  }
}
