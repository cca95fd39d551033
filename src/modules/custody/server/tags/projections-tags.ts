/*
How requests, parts of batches, boxes and baseline reports become rows, and how used tags follow their bags. Nothing is decided
here. Tags follow after the lots' own rows were written: whether a bag is empty is read from them.
*/
import { dayOf } from '../../../../kernel/calendar.ts'
import { looseRecord } from '../../../../kernel/schema.ts'
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import * as baseline from '../../domain/tags/baseline.ts'
import * as box from '../../domain/tags/lockbox.ts'
import { countKinds } from '../../domain/tags/lockbox-count.ts'
import { RangeAllocated, TagsDestroyed } from '../../domain/tags/tag-batch.ts'
import * as asked from '../../domain/tags/tag-request.ts'
import { statesBefore } from '../../domain/tags/tag-state.ts'
import { decideBaseline, insertBaseline } from './store-baselines.ts'
import { insertActivation, insertCount, setKeyHolders, setQuota } from './store-lockboxes.ts'
import { insertPart, setPartsReceived } from './store-parts.ts'
import { type RequestChange, changeRequest, insertRequest, insertStep } from './store-requests.ts'
import { setTagInTransit, setTagsDestroyed, setTagsEmptied } from './store-tag-life.ts'

interface Said {
  readonly request: string
  readonly step: string
  readonly quantity?: number
  readonly reason?: string | null | undefined
}
const writeStep = (tx: Tx, event: StoredEvent, { request, step, quantity, reason }: Said): Promise<void> =>
  insertStep(tx, event.tenant, {
    ...{ request, step, quantity: quantity ?? null, reason: reason ?? null },
    position: event.position,
    on: dayOf(event.happenedAt),
    organisation: event.actor.organisation,
    learnedAt: event.learnedAt,
  })

/** A step of a request that only changes how it stands. */
const stepped = async (tx: Tx, event: StoredEvent, change: RequestChange & Pick<Said, 'step' | 'reason'>): Promise<void> => {
  const { step, reason, ...rest } = change
  const quantity = rest.approved ?? rest.received ?? rest.quantity
  await changeRequest(tx, event.tenant, subjectId(event.subject), rest)
  await writeStep(tx, event, { request: subjectId(event.subject), step, reason, ...(quantity === undefined ? {} : { quantity }) })
}

export const tagRequestProjection: Projection = {
  name: 'custody-tag-requests',
  tables: ['tag_request', 'tag_request_step', 'tag_part'],
  apply: {
    'tag-request.submitted.v1': on(asked.RequestSubmitted, async (tx, event) => {
      const request = subjectId(event.subject)
      await insertRequest(tx, event.tenant, {
        ...event.payload,
        id: request,
        askedOn: dayOf(event.happenedAt),
        askedBy: event.actor.account,
        learnedAt: event.learnedAt,
      })
      const { quantity, reason } = event.payload
      await writeStep(tx, event, { request, step: 'submitted', quantity, reason })
    }),
    'tag-request.reviewed.v1': on(asked.RequestReviewed, (tx, event) => stepped(tx, event, { state: 'under-review', step: 'reviewed' })),
    'tag-request.revision-asked.v1': on(asked.RevisionAsked, (tx, event) =>
      stepped(tx, event, { state: 'revision-requested', step: 'revision-asked', ...event.payload }),
    ),
    'tag-request.revised.v1': on(asked.RequestRevised, (tx, event) =>
      stepped(tx, event, { state: 'pending', step: 'revised', ...event.payload }),
    ),
    'tag-request.approved.v1': on(asked.RequestApproved, (tx, event) => {
      const { quantity, reason, proposal } = event.payload
      return stepped(tx, event, { state: 'pending-assignment', step: 'approved', approved: quantity, reason, proposal })
    }),
    'tag-request.rejected.v1': on(asked.RequestRejected, (tx, event) =>
      stepped(tx, event, { state: 'rejected', step: 'rejected', ...event.payload }),
    ),
    'tag-request.cancelled.v1': on(asked.RequestCancelled, (tx, event) =>
      stepped(tx, event, { state: 'cancelled', step: 'cancelled', ...event.payload }),
    ),
    'tag-request.received.v1': on(asked.TagsReceived, async (tx, event) => {
      const { counted, receivedOn, remark } = event.payload
      await stepped(tx, event, { state: 'received', step: 'received', received: counted, reason: remark })
      await setPartsReceived(tx, event.tenant, subjectId(event.subject), receivedOn)
    }),
    'tag-batch.range-allocated.v1': on(RangeAllocated, async (tx, event) => {
      const { site, from, to, allocatedOn, request } = event.payload
      await insertPart(tx, event.tenant, { batch: subjectId(event.subject), site, from, to, allocatedOn, request })
      if (request === null) return
      await changeRequest(tx, event.tenant, request, { state: 'pending-reception' })
      await writeStep(tx, event, { request, step: 'assigned', quantity: to - from + 1 })
    }),
  },
}

export const lockboxProjection: Projection = {
  name: 'custody-lockboxes',
  tables: ['tag_lockbox', 'tag_count', 'tag_activation', 'tag_baseline', 'tag_baseline_mineral'],
  apply: {
    'tag-lockbox.key-holders-named.v1': on(box.KeyHoldersNamed, (tx, event) =>
      setKeyHolders(tx, event.tenant, { ...event.payload, site: subjectId(event.subject) }),
    ),
    'tag-lockbox.quota-set.v1': on(box.QuotaSet, (tx, event) =>
      setQuota(tx, event.tenant, { ...event.payload, site: subjectId(event.subject) }),
    ),
    'tag-lockbox.tags-counted.v1': on(box.TagsCounted, async (tx, event) => {
      const { day, counts, organisation } = event.payload
      const said = { event: event.id, site: subjectId(event.subject), day, organisation, learnedAt: event.learnedAt }
      for (const kind of countKinds) {
        const quantity = counts[kind]
        if (quantity !== undefined) await insertCount(tx, event.tenant, { ...said, kind, quantity, ordinal: event.subjectVersion })
      }
    }),
    'tag-lockbox.tags-activated.v1': on(box.TagsActivated, (tx, event) =>
      insertActivation(tx, event.tenant, { ...event.payload, event: event.id, site: subjectId(event.subject) }),
    ),
    'baseline.reported.v1': on(baseline.BaselineReported, (tx, event) => {
      const { payload, learnedAt } = event
      const { inspection, shafts, tunnels, excavators, jackhammers, washingStations } = payload
      return insertBaseline(tx, event.tenant, {
        ...payload,
        reportedBy: event.actor.account,
        ...{ id: subjectId(event.subject), inspection: inspection ?? null, shafts: shafts ?? null, tunnels: tunnels ?? null },
        ...{ excavators: excavators ?? null, jackhammers: jackhammers ?? null, washingStations: washingStations ?? null, learnedAt },
      })
    }),
    'baseline.validated.v1': on(baseline.BaselineValidated, (tx, event) =>
      decideBaseline(tx, event.tenant, subjectId(event.subject), { state: 'validated', reason: null }),
    ),
    'baseline.rejected.v1': on(baseline.BaselineRejected, (tx, event) =>
      decideBaseline(tx, event.tenant, subjectId(event.subject), { state: 'rejected', reason: event.payload.reason }),
    ),
  },
}

const anything = looseRecord({})
const emptied = on(anything, (tx, event) => setTagsEmptied(tx, event.tenant, subjectId(event.subject), statesBefore('emptied')))

/** Stands after the lots: a lot's rows are written before its tags follow. */
export const tagLifeProjection: Projection = {
  name: 'custody-tag-life',
  tables: [],
  apply: {
    'lot.sent.v1': on(anything, (tx, event) => setTagInTransit(tx, event.tenant, subjectId(event.subject), statesBefore('in-transit'))),
    'lot.combined.v1': emptied,
    'lot.formed.v1': emptied,
    'tag-batch.tags-destroyed.v1': on(TagsDestroyed, (tx, event) =>
      setTagsDestroyed(tx, event.tenant, {
        batch: subjectId(event.subject),
        numbers: event.payload.numbers,
        on: event.payload.destroyedOn,
      }),
    ),
  },
}
