/*
What goes into and comes out of a command, as it stands on the wire and in the table of remembered answers.
*/
import type { Outcome } from '../../kernel/outcome.ts'
import {
  type Infer,
  base64,
  count,
  eitherOf,
  exactly,
  id,
  instant,
  json,
  keyed,
  listOf,
  maybe,
  mustParse,
  record,
  text,
} from '../../kernel/schema.ts'

/** What every command carries beside its own words. The id is made by the sender: a repeat gets the same answer. */
export const CommandEnvelope = record({
  id: id('command'),
  happenedAt: maybe(instant()),
  /** Signatures by an enrolled device over each event that the command gives. */
  proof: maybe(record({ device: text(60), signatures: listOf(base64(), 100) })),
})
export type CommandEnvelope = Infer<typeof CommandEnvelope>

/** What the log answers when it took a command: where its events stand. */
export const Receipt = record({
  subject: text(),
  subjectVersion: count(),
  learnedAt: instant(),
  events: listOf(record({ id: text(), kind: text(), position: count() })),
})
export type Receipt = Infer<typeof Receipt>

const StoredOutcome = eitherOf(
  record({ ok: exactly(true), value: Receipt }),
  record({ ok: exactly(false), refusal: record({ code: text(), facts: keyed(json()) }) }),
)

/** A remembered answer. Facts were checked when they were written. */
export function readOutcome(stored: unknown): Outcome<Receipt> {
  const outcome = mustParse(StoredOutcome, stored)
  return outcome.ok ? outcome : { ok: false, refusal: { code: outcome.refusal.code, facts: outcome.refusal.facts } }
}
