/* The read tables of what was captured, from the log alone. */
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { isObject, type Json } from '../domain/json.ts'
import { EventCaptured, EventSettled, MasterDataCaptured, epcisKinds } from '../words.ts'
import { rowOf } from './event-rows.ts'
import { insertEvent, insertMasterData, insertOutcome } from './store-events.ts'

/** Places of the log are a thousand apart in the order of events: an entry of custody may give several. */
export const SEQUENCE_STEP = 1000

export const epcisProjection: Projection = {
  name: 'epcis',
  tables: [
    'epcis_term_captured',
    'epcis_event_captured',
    'epcis_outcome',
    'epcis_became',
    'epcis_thing',
    'epcis_inside',
    'epcis_attribute',
  ],
  apply: {
    [epcisKinds.captured]: on(EventCaptured, async (tx, { tenant, id, position, subject, payload, learnedAt, actor }) => {
      const content: Json = payload.content
      if (!isObject(content)) return
      const row = rowOf({
        ...{
          id,
          origin: id,
          sequence: position * SEQUENCE_STEP,
          capture: subjectId(subject),
          eventId: payload.eventId,
          hash: payload.hash,
        },
        ...{
          recordTime: learnedAt,
          account: actor.account,
          organisation: actor.organisation,
          lot: null,
          content,
          context: payload.context,
        },
      })
      await insertEvent(tx, tenant, 'captured', row)
    }),
    [epcisKinds.masterData]: on(MasterDataCaptured, (tx, { tenant, payload }) => insertMasterData(tx, tenant, payload)),
    [epcisKinds.settled]: on(EventSettled, (tx, { tenant, payload }) => insertOutcome(tx, tenant, payload)),
  },
}
