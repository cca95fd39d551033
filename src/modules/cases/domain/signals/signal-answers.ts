/*
What a reader of signals gets back. The protection team reads the day and the place, a sender only their own; monitoring reads what has become
old enough, by quarter and area, ten or more together, as it was told once (releases); what is fewer is in no line.
*/
import { type Infer, calendarDate, count, listOf, oneOf, orNull, record, text, yesOrNo } from '../../../../kernel/schema.ts'
import { SiteId } from '../../../sites/contract.ts'
import { signalWithdrawals } from './signal-lists.ts'
import { SignalChannel, SignalId, SignalSource, SignalType } from './signal-words.ts'

export const SignalShown = record({
  id: SignalId,
  types: listOf(SignalType, 10),
  channel: SignalChannel,
  source: SignalSource,
  observedOn: calendarDate(),
  site: orNull(SiteId),
  siteName: orNull(text()),
  areaName: orNull(text()),
  shownFrom: calendarDate(),
  /** Sent by who asks. */
  mine: yesOrNo(),
  withdrawnBecause: orNull(oneOf(...signalWithdrawals)),
})
export type SignalShown = Infer<typeof SignalShown>
/** Ten or more of a quarter, rounded down, as it was told once for a province or a territoire: never one signal. */
export const SignalTold = record({ type: text(60), quarter: text(7), areaName: orNull(text()), persons: count() })
export type SignalTold = Infer<typeof SignalTold>
export const signalScopes = ['own', 'all', 'told'] as const
export type SignalScope = (typeof signalScopes)[number]
export const Signals = record({ scope: oneOf(...signalScopes), signals: listOf(SignalShown, 500), told: listOf(SignalTold, 2_000) })
export type Signals = Infer<typeof Signals>
/** `null`: nothing is answered. Who works cases reads all, who only sends reads their own. */
export function signalScopeOf(capabilities: ReadonlySet<string>): SignalScope | null {
  if (['cases.work', 'cases.supervise', 'cases.protect-data'].some((one) => capabilities.has(one))) return 'all'
  if (capabilities.has('cases.statistics')) return 'told'
  return capabilities.has('cases.signal') ? 'own' : null
}
