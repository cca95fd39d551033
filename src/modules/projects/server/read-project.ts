/* Rows of projects and values, parsed and folded by the functions that decide. */
import { foldEvents } from '../../../kernel/decider.ts'
import { type Infer, eitherOf, exactly, listOf, maybe, mustParse, record } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { HeadVersion, OpenedProject, ProjectPlan, SpendingReversal } from '../contract.ts'
import { type IndicatorValues, valueDecider } from '../domain/value.ts'
import { valueKinds } from '../domain/value-events.ts'
import * as store from './store.ts'

export interface KnownProject {
  readonly id: string
  readonly opened: OpenedProject
  /** What the head was before each revision, oldest first. */
  readonly heads: readonly HeadVersion[]
  /** Spendings that were taken back, by their number. */
  readonly reversals: readonly SpendingReversal[]
  readonly plan: ProjectPlan
  readonly version: number
  readonly revisedAt: string
  readonly reason: string | null
}
const KeptHead = record({ ...OpenedProject.shape, heads: maybe(listOf(HeadVersion)), reversals: maybe(listOf(SpendingReversal)) })
export function readProject({ id, opened: kept, plan, version, revisedAt, reason }: store.ProjectRow): KnownProject {
  const { heads = [], reversals = [], ...opened } = mustParse(KeptHead, kept)
  return { ...{ id, version, revisedAt, reason, opened, heads, reversals }, plan: mustParse(ProjectPlan, plan) }
}
export async function findKnown(tx: Tx, tenant: string, id: string): Promise<KnownProject | null> {
  const row = await store.findProject(tx, tenant, id)
  return row === null ? null : readProject(row)
}

/** What was spent and not taken back, each by itself. */
export async function spentIn(tx: Tx, tenant: string, { id, reversals }: KnownProject): Promise<readonly store.OneSpendingRow[]> {
  return (await store.listSpendings(tx, tenant, id)).filter(({ number }) => reversals.every((one) => one.number !== number))
}

const of = <Kind extends keyof typeof valueKinds>(kind: Kind) => record({ kind: exactly(kind), payload: valueKinds[kind] })
const ValueAct = eitherOf(
  of('indicator.drafted.v1'),
  of('indicator.verified.v1'),
  of('indicator.returned.v1'),
  of('indicator.locked.v1'),
  of('indicator.restatement-proposed.v1'),
  of('indicator.restated.v1'),
)
const ValueActs = listOf(ValueAct, 100_000)
export type ValueAct = Infer<typeof ValueAct>

/** By indicator. */
export async function valuesOf(tx: Tx, tenant: string, projects: readonly string[]): Promise<ReadonlyMap<string, IndicatorValues>> {
  const rows = await store.listActs(tx, tenant, projects)
  return new Map(rows.map(({ indicator, acts }) => [indicator, foldEvents(valueDecider, mustParse(ValueActs, acts))]))
}
