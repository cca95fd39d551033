/* Hits, thresholds and the ledger as the log knows them. */
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { type HitCommand, type HitContext, type HitEvent, type HitReview, hitDecider, hitKinds } from '../../domain/plausibility/hit.ts'
import { type LedgerCommand, type LedgerContext, type LedgerEvent, ledgerDecider, ledgerKinds } from '../../domain/plausibility/ledger.ts'
import {
  type ThresholdCommand,
  type ThresholdContext,
  type ThresholdEvent,
  thresholdDecider,
  thresholdKinds,
} from '../../domain/plausibility/thresholds.ts'

export const hitAggregate: Aggregate<HitReview, HitCommand, HitEvent, HitContext> = { name: 'hit', decider: hitDecider, kinds: hitKinds }
export const thresholdAggregate: Aggregate<null, ThresholdCommand, ThresholdEvent, ThresholdContext> = {
  ...{ name: 'thresholds', decider: thresholdDecider, kinds: thresholdKinds },
}
export const ledgerAggregate: Aggregate<null, LedgerCommand, LedgerEvent, LedgerContext> = {
  ...{ name: 'ledger', decider: ledgerDecider, kinds: ledgerKinds },
}
