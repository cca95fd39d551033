/* How sachets, reopenings, melts and bars become rows, beside the rows of their lots. Nothing is decided here. */
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { BarCast, GoldMelted, ReferencePriceDeclared, SachetReopened, SachetSealed } from '../../domain/gold/gold-events.ts'
import { numberIn } from '../../domain/tags/tag.ts'
import * as lots from '../lots/store-lots.ts'
import { insertParty, setRootsFromInputs } from '../lots/store-sight.ts'
import { writeFindings } from '../lots/write-findings.ts'
import { findTagBatch, recordTagUse } from '../tags/store-tags.ts'
import * as gold from './store-gold.ts'

const placeOf = (event: StoredEvent): lots.EventPlace => ({ eventId: event.id, ordinal: event.subjectVersion, learnedAt: event.learnedAt })

const sealed = on(SachetSealed, async (tx, event) => {
  const { payload, tenant, learnedAt, subjectVersion: ordinal, position } = event
  const { number, kind, mineral, massGrams, massMilligrams, holder, site, serial, serialIssuer, producedOn, sealedOn, standing } = payload
  const lot = subjectId(event.subject)
  await lots.insertLot(tx, tenant, {
    ...{ id: lot, number, kind, mineral, massGrams, massMilligrams, holder, site, tag: serial, tagIssuer: serialIssuer, producedOn },
    ...{ formedOn: sealedOn, lastOn: sealedOn > producedOn ? sealedOn : producedOn, learnedAt, recordedBy: event.actor.account, standing },
  })
  await gold.insertSachet(tx, tenant, lot, payload)
  await lots.insertHolding(tx, tenant, { lot, ordinal, position, organisation: holder, since: sealedOn })
  for (const organisation of new Set([holder, ...(payload.cooperative === undefined ? [] : [payload.cooperative])]))
    await insertParty(tx, tenant, { lot, organisation })
  const scale = { lot, kind: 'tagging', massGrams, massMilligrams, weighedOn: sealedOn, organisation: holder } as const
  await lots.insertWeighing(tx, tenant, scale, placeOf(event))
  const batch = payload.tagBatch === null ? null : await findTagBatch(tx, tenant, payload.tagBatch)
  const found = batch ? numberIn(batch, serial) : 'not-in-batch'
  if (batch && typeof found === 'object') await recordTagUse(tx, tenant, { batch: batch.id, number: found.number, lot, usedOn: sealedOn })
  await writeFindings(tx, event, { of: [lot], findings: payload.findings })
  const shared = payload.findings
    .filter((one) => one.rule === 'F39' && one.facts['why'] === 'number-twice')
    .map((one) => ({ ...one, facts: { ...one.facts, otherLot: lot } }))
  await writeFindings(tx, event, { of: payload.alsoHeld, findings: shared })
})

const reopened = on(SachetReopened, async (tx, event) => {
  const { payload, tenant } = event
  const { massGrams, massMilligrams, reopenedOn, findings, alsoHeld } = payload
  const lot = subjectId(event.subject)
  await gold.insertReopening(tx, tenant, { ...payload, lot }, placeOf(event))
  const scale = {
    lot,
    kind: 'reopening',
    massGrams,
    massMilligrams,
    weighedOn: reopenedOn,
    organisation: event.actor.organisation,
  } as const
  await lots.insertWeighing(tx, tenant, scale, placeOf(event))
  // The witnesses may look at what they witnessed.
  for (const { organisation } of payload.witnesses) await insertParty(tx, tenant, { lot, organisation })
  await writeFindings(tx, event, { of: [lot], findings })
  const shared = findings
    .filter((one) => one.facts['why'] === 'number-twice')
    .map((one) => ({ ...one, facts: { ...one.facts, otherLot: lot } }))
  await writeFindings(tx, event, { of: alsoHeld, findings: shared })
})

const cast = on(BarCast, async (tx, event) => {
  const { payload, tenant, learnedAt, subjectVersion: ordinal, position } = event
  const { number, kind, mineral, holder, owner, massGrams, massMilligrams, formedOn, inputs, findings } = payload
  const lot = subjectId(event.subject)
  await lots.insertLot(tx, tenant, {
    ...{
      id: lot,
      number,
      kind,
      mineral,
      massGrams,
      massMilligrams,
      holder,
      owner: owner ?? undefined,
      formedOn,
      lastOn: formedOn,
      learnedAt,
    },
    ...{ site: null, tag: null, tagIssuer: null, producedOn: null, recordedBy: event.actor.account },
  })
  await gold.insertBar(tx, tenant, lot, payload)
  await lots.insertDraws(tx, tenant, lot, inputs)
  await setRootsFromInputs(tx, tenant, lot)
  await insertParty(tx, tenant, { lot, organisation: holder })
  await lots.insertHolding(tx, tenant, { lot, ordinal, position, organisation: holder, since: formedOn })
  const scale = { lot, kind: 'processing', massGrams, massMilligrams, weighedOn: formedOn, organisation: holder } as const
  await lots.insertWeighing(tx, tenant, scale, placeOf(event))
  await writeFindings(tx, event, { of: [lot], findings })
})

export const goldTables = ['gold_lot', 'gold_reopening', 'gold_melt', 'gold_reference_price']
export const goldHandlers: Projection['apply'] = {
  'gold.sachet-sealed.v1': sealed,
  'gold.reopened.v1': reopened,
  'gold.bar-cast.v1': cast,
  'gold.melted.v1': on(GoldMelted, (tx, event) =>
    gold.insertMelt(tx, event.tenant, subjectId(event.subject), { ...event.payload, learnedAt: event.learnedAt }),
  ),
  'gold.reference-price-declared.v1': on(ReferencePriceDeclared, (tx, event) =>
    gold.insertPrice(tx, event.tenant, { ...event.payload, id: subjectId(event.subject), learnedAt: event.learnedAt }),
  ),
}
