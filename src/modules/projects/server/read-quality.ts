/*
What is wrong with the data of a project: learned after its period was locked and not counted yet; a period that is over without a value; a value that contradicts another or the record. Of persons it
is told only where ten came late; fewer are neither told nor denied.
*/
import { addDays, todayAt } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { type PlanIndicator, ProjectId } from '../contract.ts'
import type { QualityAnswer, QualityLine } from '../contract-values.ts'
import type { Period } from '../domain/periods.ts'
import { projectRules } from '../domain/rules.ts'
import { contradictionsOf, saysLess } from '../domain/quality.ts'
import { LEAST, tell } from '../domain/tell.ts'
import { type IndicatorValues, coveredUntil, standing } from '../domain/value.ts'
import type { ProjectHouse } from './house.ts'
import { begun } from './http-projects.ts'
import { stillCounted, touchesPersonsOf, trueCounts } from './make-value.ts'
import { type KnownProject, valuesOf } from './read-project.ts'

export interface QualityAsked {
  readonly tenant: string
  readonly found: KnownProject
  readonly now: string
}
export async function qualityOf(house: ProjectHouse, tx: Tx, { tenant, found, now }: QualityAsked): Promise<QualityAnswer> {
  const today = todayAt(now)
  const values = await valuesOf(tx, tenant, [found.id])
  const over = begun(found, today).filter(({ isOver }) => isOver)
  const lines: QualityLine[] = []
  for (const indicator of found.plan.indicators) {
    const state: IndicatorValues = values.get(indicator.id) ?? new Map()
    const line = lineWith(indicator)
    for (const { period, until } of over) {
      const value = state.get(period)
      const passed = [...state].some(([of, one]) => of > period && one.status === 'locked')
      if (value === undefined && !passed && addDays(until, projectRules.overDays.value) < today)
        lines.push(line({ kind: 'missing', period, what: 'no-value', who: 'writer' }))
      if (value?.status === 'draft') lines.push(line({ kind: 'missing', period, what: 'not-verified', who: 'approver' }))
      if (value?.status === 'verified') lines.push(line({ kind: 'missing', period, what: 'not-locked', who: 'approver' }))
      if (value !== undefined && value.proposal !== null)
        lines.push(line({ kind: 'contradictory', period, what: 'restatement-waits', who: 'approver' }))
    }
    for (const one of await lateOf(house, tx, { tenant, indicator, state, over, now })) lines.push(line(one))
    for (const one of await voidedOf(house, tx, { tenant, indicator, state, over, now })) lines.push(line(one))
    for (const one of await differing(house, tx, { tenant, indicator, state, over, now })) lines.push(line(one))
    for (const one of contradictionsOf(indicator, state)) lines.push(line({ kind: 'contradictory', who: 'writer', ...one }))
  }
  return { project: mustParse(ProjectId, found.id), lines, least: LEAST }
}

type Found = Pick<QualityLine, 'kind' | 'period' | 'what' | 'who'> & Partial<Pick<QualityLine, 'number' | 'less'>>
const lineWith =
  ({ id, code, statement, responsible }: PlanIndicator) =>
  ({ number = null, less = null, ...found }: Found): QualityLine => ({
    indicator: id,
    code,
    statement,
    responsible,
    number,
    less,
    ...found,
  })

interface LateAsked {
  readonly tenant: string
  readonly indicator: PlanIndicator
  readonly state: IndicatorValues
  readonly over: readonly Period[]
  readonly now: string
}
/** After each locked period what was learned since and is in no locked value. */
async function lateOf(house: ProjectHouse, tx: Tx, { tenant, indicator, state, over, now }: LateAsked): Promise<readonly Found[]> {
  const { source } = indicator
  const measure = source.kind === 'measure' ? house.measures().find(({ id }) => id === source.measure) : undefined
  if (measure === undefined) return []
  const found: Found[] = []
  for (const { period, from, until } of over) {
    const after = coveredUntil(state, period)
    if (after === null) continue
    const cells = await measure.ask(tx, tenant, { occurred: { from, to: until }, learned: { after, until: now }, by: [] })
    const numerator = cells.reduce((sum, one) => sum + one.numerator, 0)
    const denominator = cells.reduce((sum, one) => sum + (one.denominator ?? 0), 0)
    const told = tell(
      { numerator, denominator: indicator.unit === 'number' ? null : denominator, parts: [] },
      { unit: indicator.unit, touchesPersons: touchesPersonsOf(house, indicator), table: 'late' },
    ).told
    if (told.state === 'withheld' || (numerator === 0 && denominator === 0)) continue
    found.push({ kind: 'late', period, what: 'counted-next', who: 'nobody', number: told.numerator ?? told.denominator })
  }
  return found
}

/** What was locked beside what still stands of it: a record that was taken back after the lock takes nothing away by itself; a restatement is proposed. */
async function voidedOf(house: ProjectHouse, tx: Tx, { tenant, indicator, state, over, now }: LateAsked): Promise<readonly Found[]> {
  const { source, unit } = indicator
  const measure = source.kind === 'measure' ? house.measures().find(({ id }) => id === source.measure) : undefined
  if (measure === undefined) return []
  const found: Found[] = []
  for (const period of over) {
    const value = state.get(period.period)
    if (value?.status !== 'locked' || value.proposal !== null) continue
    const locked = trueCounts(house, indicator.id, value)
    if (locked === null) continue
    const { numerator, denominator } = await stillCounted(tx, measure, { tenant, now, period, indicator, asOf: value.content.asOf })
    const { touchesPersons } = value.content
    // A sum of scores counts nobody: there only how many were asked is compared.
    const persons = (n: number): number => (unit === 'score' ? 0 : n)
    const still = { numerator: persons(numerator), denominator }
    if (!saysLess({ locked: { ...locked, numerator: persons(locked.numerator) }, now: still, touchesPersons })) continue
    const told = tell({ numerator, denominator, parts: [] }, { unit, touchesPersons, table: 'voided' }).told
    const less = { locked: standing(value), now: told, unit, measure: measure.id }
    found.push({ kind: 'contradictory', who: 'writer', period: period.period, what: 'record-says-less', number: told.value, less })
  }
  return found
}

/** What was typed beside what the record says of the same days, both as they may be told. */
async function differing(house: ProjectHouse, tx: Tx, { tenant, indicator, state, over, now }: LateAsked): Promise<readonly Found[]> {
  const { source, unit } = indicator
  const measure = source.kind === 'manual' ? house.measures().find(({ id }) => id === source.compare) : undefined
  if (measure === undefined) return []
  const found: Found[] = []
  for (const { period, from, until } of over) {
    const value = state.get(period)
    if (value === undefined) continue
    const cells = await measure.ask(tx, tenant, { occurred: { from, to: until }, learned: { after: null, until: now }, by: [] })
    const numerator = cells.reduce((sum, one) => sum + one.numerator, 0)
    const denominator = unit === 'number' ? null : cells.reduce((sum, one) => sum + (one.denominator ?? 0), 0)
    const touchesPersons = measure.touchesPersons || touchesPersonsOf(house, indicator)
    const { told } = tell({ numerator, denominator, parts: [] }, { unit, touchesPersons, table: 'compare' })
    if (told.value !== null && standing(value).value !== told.value)
      found.push({ kind: 'contradictory', who: 'writer', period, what: 'differs-from-record', number: told.value })
  }
  return found
}
