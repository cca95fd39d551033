/*
What may leave of a project for other programs: its head, its matrix, locked values as they were told, activities with places as fine as may be said. Whoever writes a standard's file gets
this and nothing else; of a protection activity there is no place below the province in it.
*/
import type { Infer } from '../../kernel/schema.ts'
import type { BudgetLine, OpenProject, PlanActivity, PlanIndicator, PlanResult } from './contract.ts'
import type { ToldNumber, ToldPart } from './contract-values.ts'

export interface PublishedValue {
  readonly period: string
  readonly from: string
  readonly until: string
  readonly told: ToldNumber
  readonly parts: readonly ToldPart[]
  readonly cumulative: ToldNumber
  /** The parts that the newest cumulative figure counts: restated ones only where the figure has them already. */
  readonly counted: readonly ToldPart[]
}
export interface PublishedIndicator {
  readonly indicator: PlanIndicator
  readonly touchesPersons: boolean
  /** Locked ones, oldest first. */
  readonly values: readonly PublishedValue[]
}
export interface NamedArea {
  readonly code: string
  readonly name: string
}
export interface PublishedActivity extends Omit<Infer<typeof PlanActivity>, 'province' | 'territoire'> {
  readonly province: NamedArea
  /** `null` where none was said and wherever persons in danger are helped. */
  readonly territoire: NamedArea | null
}
export interface ProjectPublication {
  readonly id: string
  readonly opened: OpenProject
  readonly results: readonly PlanResult[]
  readonly indicators: readonly PublishedIndicator[]
  readonly activities: readonly PublishedActivity[]
  readonly budget: readonly BudgetLine[]
  readonly revisedAt: string
}
export interface ProjectsDoor<Tx> {
  readonly publication: (tx: Tx, tenant: string, project: string) => Promise<ProjectPublication | null>
}
