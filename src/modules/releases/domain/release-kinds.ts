/*
The kinds of release: how much each tells, which consent its rows need, and how its file ends. A table or a combination counts people who let themselves be
counted; whatever shows a row, even a blanked one, needs the consent to research as well. There is no kind that tells a name.
*/
import type { AnonymisationLevel, ReleaseKind, StatisticalUse } from '../contract.ts'

interface KindRule {
  readonly level: AnonymisationLevel
  readonly use: StatisticalUse
  readonly ending: 'csv' | 'zip'
}
export const releaseKindRules: { readonly [K in ReleaseKind]: KindRule } = {
  'province-quarter': { level: 'aggregates', use: 'statistics', ending: 'csv' },
  'place-events': { level: 'aggregates', use: 'statistics', ending: 'csv' },
  'k-aggregates': { level: 'aggregates', use: 'statistics', ending: 'csv' },
  'ctdc-microdata': { level: 'anonymous-rows', use: 'research', ending: 'csv' },
  'ic-tip': { level: 'anonymous-rows', use: 'research', ending: 'zip' },
  'htcds-deidentified': { level: 'coded-rows', use: 'research', ending: 'csv' },
}

const LEVELS: readonly AnonymisationLevel[] = ['aggregates', 'anonymous-rows', 'coded-rows']
/** Whether an agreement of that level lets the kind leave. */
export const allows = (level: AnonymisationLevel, kind: ReleaseKind): boolean =>
  LEVELS.indexOf(level) >= LEVELS.indexOf(releaseKindRules[kind].level)
