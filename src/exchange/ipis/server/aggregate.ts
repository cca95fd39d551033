/* Spellings as a subject of the log: `spelling:<id>`. */
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import {
  type CorrectSpelling,
  SpellingCorrected,
  type SpellingContext,
  type SpellingEvent,
  SpellingNoticed,
  spellingDecider,
} from '../spelling-correction.ts'

export const spellingAggregate: Aggregate<null, CorrectSpelling, SpellingEvent, SpellingContext> = {
  name: 'spelling',
  decider: spellingDecider,
  kinds: { 'spelling.noticed.v1': SpellingNoticed, 'spelling.corrected.v1': SpellingCorrected },
}
