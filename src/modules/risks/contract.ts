/*
Risks: red flags and the risks of Annex II by supplier, site, route and exporter, with the grade of their evidence; what stops at once and
what is mitigated under a plan with a clock of six months. Here stand the words that others may use and the door.
*/
import { type Id, type Infer, eitherOf, exactly, id, oneOf, record, taggedBy, text } from '../../kernel/schema.ts'
import { AnnexRisk, type IncidentId } from '../incidents/contract.ts'
import { OrganisationId } from '../people/contract.ts'
import { SiteId } from '../sites/contract.ts'

export { AnnexRisk }
export const RiskId = id('risk')
export type RiskId = Id<'risk'>
export const PlanId = id('plan')
export type PlanId = Id<'plan'>

/** What a risk is about. A route by its name, as transports write it. */
export const RiskSubject = taggedBy('kind', [
  record({ kind: exactly('organisation'), organisation: OrganisationId }),
  record({ kind: exactly('site'), site: SiteId }),
  record({ kind: exactly('route'), route: text(120) }),
])
export type RiskSubject = Infer<typeof RiskSubject>

export const RedFlag = oneOf('L1', 'L2', 'L3', 'L4', 'S1', 'S2', 'C1')
export type RedFlag = Infer<typeof RedFlag>
/** How well it is known. `reasonable`: enough for "reasonable risk" of the guidance, which stops. */
export const EvidenceGrade = oneOf('alleged', 'reasonable', 'established')
export type EvidenceGrade = Infer<typeof EvidenceGrade>
export const RiskCode = eitherOf(AnnexRisk, RedFlag)
export type RiskCode = AnnexRisk | RedFlag

/** Why trade with a subject stands still. */
export interface Suspension {
  readonly subject: RiskSubject
  readonly risk: RiskId
  readonly code: RiskCode
  /** `stop-risk`: at once, by a risk that stops; `plan-failed`: no result within the clock of its plan; `decided`: by a person. */
  readonly because: 'stop-risk' | 'plan-failed' | 'decided'
  readonly since: string
  readonly plan: PlanId | null
  readonly incident: IncidentId | null
}

export interface RisksDoor<Tx> {
  /** What is suspended on the day, of these subjects. */
  readonly suspensions: (
    tx: Tx,
    tenant: string,
    asked: { readonly subjects: readonly RiskSubject[]; readonly on: string },
  ) => Promise<readonly Suspension[]>
}
