/* The read table of spellings, from the log alone. */
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { SpellingCorrected, SpellingNoticed, spellingEventKinds } from '../spelling-correction.ts'
import { noteSpelling, saveCorrection } from './store.ts'

export const spellingProjection: Projection = {
  name: 'ipis-spellings',
  tables: ['ipis_spelling'],
  apply: {
    [spellingEventKinds.noticed]: on(SpellingNoticed, (tx, { tenant, subject, payload }) =>
      noteSpelling(tx, tenant, { id: subjectId(subject), ...payload }),
    ),
    [spellingEventKinds.corrected]: on(SpellingCorrected, (tx, { tenant, subject, actor, happenedAt, payload }) =>
      saveCorrection(tx, tenant, { id: subjectId(subject), ...payload, by: actor.account, at: happenedAt }),
    ),
  },
}
