/* Changes of thresholds, from rows to what the rules of groups read. */
import { count, keyed, mustParse, orNull } from '../../../../kernel/schema.ts'
import type { SetThresholds } from '../../domain/plausibility/thresholds.ts'
import type { ThresholdRow } from './store-ledger.ts'

const thresholdValues = orNull(keyed(count()))
export const setThresholds = (rows: readonly ThresholdRow[]): readonly SetThresholds[] =>
  rows.map(({ rule, groupKind, groupCode, sites, values }) => ({
    rule,
    groupKind,
    groupCode,
    sites,
    values: mustParse(thresholdValues, values),
  }))
