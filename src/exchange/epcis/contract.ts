/* What the screen of the office reads of EPCIS. */
import { type Infer, count, instant, listOf, oneOf, orNull, record, text, yesOrNo } from '../../kernel/schema.ts'

export const CaptureSummary = record({
  id: text(40),
  createdAt: instant(),
  finishedAt: orNull(instant()),
  success: yesOrNo(),
  behaviour: oneOf('rollback', 'proceed'),
  events: count(),
  kept: count(),
  alreadyKnown: count(),
  faults: count(),
})
export type CaptureSummary = Infer<typeof CaptureSummary>
export const CaptureList = record({ captures: listOf(CaptureSummary) })
export type CaptureList = Infer<typeof CaptureList>

export const CaptureDetail = record({
  capture: CaptureSummary,
  faults: listOf(record({ event: orNull(count()), path: orNull(text(2000)), title: text(400), detail: text(4000) })),
  outcomes: listOf(
    record({
      event: text(2000),
      type: text(40),
      became: orNull(text(20)),
      because: orNull(text(200)),
      detail: orNull(text(2000)),
      entries: count(),
    }),
  ),
})
export type CaptureDetail = Infer<typeof CaptureDetail>

export const SubscriptionState = record({
  id: text(40),
  destination: text(1000),
  isStream: yesOrNo(),
  schedule: orNull(text(400)),
  createdAt: instant(),
  lastDeliveredAt: orNull(instant()),
  nextAt: instant(),
  failures: count(),
  lastFault: orNull(text(400)),
})
export type SubscriptionState = Infer<typeof SubscriptionState>
export const QueryList = record({
  queries: listOf(record({ name: text(100), query: text(100_000), createdAt: instant(), subscriptions: listOf(SubscriptionState) })),
})
export type QueryList = Infer<typeof QueryList>
