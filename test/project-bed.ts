/* A project on the test's database, as its monitoring officer would write it: what the tests of projects, of their reports and of their exports begin with. */
import { newId, subjectOf, type Answer } from './world/client.ts'
import type { Stage } from './world/stage.ts'
import { looseRecord, mustParse, text } from '../src/kernel/schema.ts'

export const codeOf = (answer: Answer): string =>
  mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code

export interface MadeProject {
  readonly project: string
  readonly objective: string
  readonly output: string
  /** By code. */
  readonly indicators: { readonly [code: string]: string }
}
export interface IndicatorGiven {
  readonly code: string
  readonly unit?: 'number' | 'percent' | 'score'
  readonly source: object
  readonly cumulates?: 'sum' | 'latest' | 'span'
  readonly milestones?: readonly { readonly on: string; readonly value: number }[]
}
export interface ProjectGiven {
  readonly code: string
  readonly startsOn: string
  readonly endsOn: string
  readonly indicators: readonly IndicatorGiven[]
  readonly more?: object
  readonly isProtection?: boolean
}
export async function makeProject(stage: Stage, given: ProjectGiven): Promise<MadeProject> {
  const { code, startsOn, endsOn, indicators, more = {}, isProtection = false } = given
  const monitor = stage.as('monitor')
  const opened = { code, title: { fr: `Projet ${code}`, en: `Project ${code}` }, donor: 'Fonds inventé', implementer: 'Partenaire inventé' }
  const project = subjectOf(await monitor.post('/api/projects', { ...opened, startsOn, endsOn, isProtection }))
  const [objective, outcome, output] = [newId(), newId(), newId()]
  const ids = Object.fromEntries(indicators.map((one) => [one.code, newId()]))
  const plan = {
    results: [
      { id: objective, level: 'objective', parent: null, code: 'O', statement: { fr: 'Objectif' } },
      { id: outcome, level: 'outcome', parent: objective, code: 'E1', statement: { fr: 'Effet' } },
      { id: output, level: 'output', parent: outcome, code: 'P1', statement: { fr: 'Produit' } },
    ],
    indicators: indicators.map(({ unit = 'number', cumulates = 'sum', milestones = [], ...one }) => ({
      ...{ id: ids[one.code], result: output, statement: { fr: `Indicateur ${one.code}` }, unit, direction: 'up', cumulates, milestones },
      ...{ baseline: { value: 0, on: startsOn }, target: { value: 100, on: endsOn }, responsible: 'chargé de suivi', ...one },
    })),
    ...{ activities: [], budget: [{ code: 'B1', title: { fr: 'Visites' }, currency: 'USD', cents: 1_000_000 }], due: [] },
    partners: [stage.organisation('partner')],
    ...more,
  }
  subjectOf(await monitor.post(`/api/projects/${project}/plans`, { plan, basedOn: 0, reason: 'Premier plan' }))
  return { project, objective, output, indicators: ids }
}
/** Drafted by one person, verified and locked by another. */
export async function lock(stage: Stage, indicator: string, value: { readonly period: string }): Promise<void> {
  subjectOf(await stage.as('monitor').post(`/api/indicators/${indicator}/drafts`, value))
  for (const act of ['verifications', 'locks'])
    subjectOf(await stage.as('manager').post(`/api/indicators/${indicator}/${act}`, { period: value.period }))
}
