/*
How bags become rows, one or many at once by the same statements. Nothing is decided here: findings and the other lots of a tag that was used twice
stand in the event. Of two bags with one tag in the same call the later one finds the number taken, as it would have alone.
*/
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import type { BagRegistered } from '../../domain/lots/lot-events.ts'
import { isCritical } from '../../domain/plausibility/arrival-rules.ts'
import { numberIn } from '../../domain/tags/tag.ts'
import { listTagPrints, recordTagUse, recordTagUses } from '../tags/store-tags.ts'
import { type FindingOfBag, type HoldOfBag, type NewBag, holdBags, insertBags, insertFindingsOfBags } from './store-bags.ts'

type BagEvent = StoredEvent<Infer<typeof BagRegistered>>

export async function bagsRegistered(tx: Tx, events: readonly BagEvent[]): Promise<void> {
  const tenant = events[0]?.tenant ?? ''
  await insertBags(tx, tenant, events.map(rowOf))
  await useTags(tx, tenant, events)
  const findings = events.flatMap(findingsOf)
  await insertFindingsOfBags(tx, tenant, findings)
  await holdBags(tx, tenant, events.flatMap(holdsOf))
}

function rowOf({ id, subject, subjectVersion, position, learnedAt, happenedAt, actor, payload }: BagEvent): NewBag {
  const { number, site, tag, tagIssuer, mineral, massGrams, tareGrams, producedOn, weighedOn, holder, standing } = payload
  return {
    ...{ event: id, ordinal: subjectVersion, position, learnedAt, recordedBy: actor.account, lot: subjectId(subject) },
    ...{ number, mineral, massGrams, tareGrams: tareGrams ?? null, holder, site, tag, tagIssuer, producedOn, weighedOn },
    lastOn: weighedOn > producedOn ? weighedOn : producedOn,
    ...{ standing: standing?.internal ?? null, permission: standing?.produce ?? null },
    // Where the sender typed another day than that of the record, the hour of the scale is not known.
    weighedAt: dayOf(happenedAt) === weighedOn ? happenedAt : null,
    ...{ latitude: payload.position?.latitude ?? null, longitude: payload.position?.longitude ?? null },
  }
}

/** First uses in one statement; a number that is used again, here or before, makes its tag suspect. */
async function useTags(tx: Tx, tenant: string, events: readonly BagEvent[]): Promise<void> {
  const ids = [...new Set(events.flatMap(({ payload }) => (payload.tagBatch === null ? [] : [payload.tagBatch])))]
  if (ids.length === 0) return
  const prints = new Map((await listTagPrints(tx, tenant, ids)).map((batch) => [batch.id, batch]))
  const uses = events.flatMap(({ subject, payload: { tagBatch, tag, weighedOn } }) => {
    const batch = tagBatch === null ? undefined : prints.get(tagBatch)
    const found = batch && tag !== null ? numberIn(batch, tag) : 'not-in-batch'
    return batch && typeof found === 'object' ? [{ batch: batch.id, number: found.number, lot: subjectId(subject), usedOn: weighedOn }] : []
  })
  const first = new Map(uses.toReversed().map((use) => [`${use.batch} ${use.number}`, use]))
  await recordTagUses(tx, tenant, [...first.values()])
  for (const use of uses) if (first.get(`${use.batch} ${use.number}`) !== use) await recordTagUse(tx, tenant, use)
}

/** Its own, and beside every other lot with the same tag what was found about the tag. */
function findingsOf({ id, subject, learnedAt, payload: { findings, alsoHeld, tag, number } }: BagEvent): readonly FindingOfBag[] {
  const lot = subjectId(subject)
  const beside = (of: string, all: typeof findings): readonly FindingOfBag[] =>
    all.map(({ rule, severity, facts }, ordinal) => ({ lot: of, event: id, learnedAt, ordinal, rule, severity, facts }))
  const shared = findings.filter((one) => one.rule === 'F01').map((one) => ({ ...one, facts: { tag, otherLot: lot, otherNumber: number } }))
  return [...beside(lot, findings), ...alsoHeld.flatMap((other) => beside(other, shared))]
}
function holdsOf({ subject, learnedAt, actor, payload: { findings, alsoHeld } }: BagEvent): readonly HoldOfBag[] {
  const holds = (lots: readonly string[], all: typeof findings): readonly HoldOfBag[] => {
    if (!isCritical(all)) return []
    const because = [...new Set(all.filter((one) => one.severity === 'C').map((one) => one.rule))].join(' ')
    return lots.map((lot) => ({ lot, because, at: learnedAt, by: actor.account }))
  }
  return [
    ...holds([subjectId(subject)], findings),
    ...holds(
      alsoHeld,
      findings.filter((one) => one.rule === 'F01'),
    ),
  ]
}
