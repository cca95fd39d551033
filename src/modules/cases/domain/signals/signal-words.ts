/*
What may be said of a place without any person: which kinds of event, on what day, where, how it is known, through which door it came. Every field
is a choice from a list, a day or an area; there is none into which a name, a sentence or a telephone number could be typed.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Id, type Infer, calendarDate, exactly, id, listOf, oneOf, orNull, record, taggedBy, text } from '../../../../kernel/schema.ts'
import { SiteId } from '../../../sites/contract.ts'
import { siteEventTypes } from '../identification/site-events.ts'
import { signalChannels, signalSources, signalWithdrawals } from './signal-lists.ts'

export const SignalId = id('signal')
export type SignalId = Id<'signal'>
export const SignalChannel = oneOf(...signalChannels)
export const SignalSource = oneOf(...signalSources)
export const SignalType = oneOf(...siteEventTypes)
/** `POST /api/signals`. A site of the register, else an area by its P-code, else neither: not known. */
export const RecordSignal = record({
  types: listOf(SignalType, siteEventTypes.length).min(1, 'name-a-kind'),
  channel: SignalChannel,
  source: SignalSource,
  observedOn: calendarDate(),
  site: orNull(SiteId),
  area: orNull(text(12).regex(/^[A-Z0-9-]{2,12}$/, 'not-an-area')),
})
export type RecordSignal = Infer<typeof RecordSignal>
export const WithdrawSignal = record({ because: oneOf(...signalWithdrawals) })
export type WithdrawSignal = Infer<typeof WithdrawSignal>

export const SignalRecorded = record({
  types: listOf(SignalType, siteEventTypes.length),
  channel: SignalChannel,
  source: SignalSource,
  observedOn: calendarDate(),
  site: orNull(SiteId),
  provinceCode: orNull(text(12)),
  territoireCode: orNull(text(12)),
  /** Whoever is not of the protection team learns of it from this day on, by its month. */
  shownFrom: calendarDate(),
})
export type SignalRecorded = Infer<typeof SignalRecorded>
export const SignalWithdrawn = WithdrawSignal
export const signalKinds = {
  'protection-signal.recorded.v1': SignalRecorded,
  'protection-signal.withdrawn.v1': SignalWithdrawn,
}
export type SignalEvent =
  | DomainEvent<'protection-signal.recorded.v1', SignalRecorded>
  | DomainEvent<'protection-signal.withdrawn.v1', WithdrawSignal>
export const SignalCommand = taggedBy('step', [
  record({ step: exactly('record'), ...RecordSignal.shape }),
  record({ step: exactly('withdraw'), ...WithdrawSignal.shape }),
])
export type SignalCommand = Infer<typeof SignalCommand>
