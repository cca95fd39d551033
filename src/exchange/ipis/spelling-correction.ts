/*
Somebody who knows says what a written word means. The correction is an event: it counts for every import from then on, and
the next import amends the visits that were read otherwise before. What was written is never changed.
*/
import type { Decider } from '../../kernel/decider.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import { type Infer, count, listOf, maybe, oneOf, orNull, record, text, yesOrNo } from '../../kernel/schema.ts'
import { closedMeanings, spellingKinds } from './spelling-kinds.ts'

/** `spelling.noticed.v1`: an import met a spelling that is in no table. */
export const SpellingNoticed = record({ kind: oneOf(...spellingKinds), asWritten: text(400) })
/** `spelling.corrected.v1`: from now on it means this. */
export const SpellingCorrected = record({
  kind: oneOf(...spellingKinds),
  asWritten: text(400),
  isBeginning: yesOrNo(),
  meaning: text(200),
  reason: text(400),
})
export type SpellingCorrected = Infer<typeof SpellingCorrected>
export const spellingEventKinds = { noticed: 'spelling.noticed.v1', corrected: 'spelling.corrected.v1' } as const

/** What a form sends; the spelling itself is named by the address. */
export const CorrectSpelling = record({ meaning: text(200), reason: text(400) })
export type CorrectSpelling = Infer<typeof CorrectSpelling>

/** One line of the table as people see it; `meaning` is null while nobody has said what it means. */
export const SpellingRow = record({
  id: text(36),
  kind: oneOf(...spellingKinds),
  asWritten: text(400),
  isBeginning: yesOrNo(),
  meaning: orNull(text(200)),
  origin: oneOf('delivered', 'noticed', 'corrected'),
  correctedBy: maybe(text(60)),
  correctedAt: maybe(text(30)),
  reason: maybe(text(400)),
  /** Recorded visits that use it, and those of them that the next import amends; absent before the first import. */
  visits: maybe(count()),
  waiting: maybe(count()),
})
export type SpellingRow = Infer<typeof SpellingRow>
export const SpellingAnswer = record({ spellings: listOf(SpellingRow) })
export type SpellingAnswer = Infer<typeof SpellingAnswer>

export type SpellingEvent =
  | { readonly kind: 'spelling.noticed.v1'; readonly payload: Infer<typeof SpellingNoticed> }
  | { readonly kind: 'spelling.corrected.v1'; readonly payload: SpellingCorrected }
export interface SpellingContext {
  /** The line that is corrected, with its present meaning; null when no table has it. */
  readonly row: Pick<SpellingRow, 'kind' | 'asWritten' | 'isBeginning' | 'meaning'> | null
}

/** Refusals: `unknown-spelling`, `meaning-not-in-the-list` {allowed}, `meaning-unchanged`. */
export const spellingDecider: Decider<null, CorrectSpelling, SpellingEvent, SpellingContext> = {
  initial: null,
  evolve: () => null,
  decide: (_state, command, { row }) => {
    if (!row) return refused('unknown-spelling')
    const allowed = closedMeanings[row.kind]
    if (allowed && !allowed.includes(command.meaning)) return refused('meaning-not-in-the-list', { allowed })
    if (row.meaning === command.meaning) return refused('meaning-unchanged')
    const { kind, asWritten, isBeginning } = row
    return accepted([{ kind: spellingEventKinds.corrected, payload: { kind, asWritten, isBeginning, ...command } }])
  },
}
