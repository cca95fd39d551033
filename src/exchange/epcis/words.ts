/*
What the log keeps of EPCIS. An event of another system is an observation: kept word for word with the context that says what its names
mean, also where we can do nothing with it. What became of it is a second entry, because somebody may be asked why.
*/
import { type Infer, json, keyed, listOf, maybe, oneOf, record, text } from '../../kernel/schema.ts'

export const EventCaptured = record({
  /** As sent, or the hash of the event where its sender gave none. */
  eventId: text(2000),
  hash: text(200),
  content: keyed(json()),
  context: json(),
})
export const MasterDataCaptured = record({
  inside: listOf(record({ child: text(2000), parent: text(2000) }), 100_000),
  attributes: listOf(record({ element: text(2000), attribute: text(2000), value: text(4000) }), 100_000),
})
export type MasterDataCaptured = Infer<typeof MasterDataCaptured>
/** `custody`: entries of custody came of it. `kept`: it stands as received, and why. */
export const EventSettled = record({
  event: text(40),
  became: oneOf('custody', 'kept'),
  because: maybe(text(200)),
  detail: maybe(text(2000)),
  entries: listOf(text(40), 1000),
  things: listOf(record({ uri: text(2000), lot: text(40) }), 1000),
})
export type EventSettled = Infer<typeof EventSettled>

export const EPCIS_CAPTURE = 'epcis-capture'
export const epcisKinds = {
  captured: 'epcis.captured.v1',
  masterData: 'epcis.master-data-captured.v1',
  settled: 'epcis.settled.v1',
} as const
