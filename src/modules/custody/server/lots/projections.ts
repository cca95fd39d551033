/*
How events of tags and lots become rows. Nothing is decided here: findings, draws and the other lots of a tag that was used
twice all stand in the event. A crash leaves nothing half-written, because the rows share the event's transaction.
*/
import { dayOf } from '../../../../kernel/calendar.ts'
import { looseRecord, text } from '../../../../kernel/schema.ts'
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on, onRun } from '../../../../platform/log/projection.ts'
import { LotId } from '../../contract.ts'
import * as happened from '../../domain/lots/lot-events.ts'
import { BatchAllocated, BatchRegistered, TagsDeclared } from '../../domain/tags/tag-batch.ts'
import { bagsRegistered } from './bag-projection.ts'
import { actHandlers, actTables } from './act-projections.ts'
import { goldHandlers, goldTables } from '../gold/gold-projections.ts'
import * as acts from './store-acts.ts'
import * as lots from './store-lots.ts'
import { insertParty, setRootsFromInputs } from './store-sight.ts'
import { writeFindings } from './write-findings.ts'
import { insertTagBatch, recordTagDeclaration, setBatchSite } from '../tags/store-tags.ts'

/** What custody reads of an event of the certificates: that the goods of a lot are spoken for. */
const CertificateNumber = looseRecord({ number: text() })
const CertificateOfLot = looseRecord({ number: text(), lot: LotId })

const placeOf = (event: StoredEvent): lots.EventPlace => ({ eventId: event.id, ordinal: event.subjectVersion, learnedAt: event.learnedAt })

const combined = on(happened.LotCombined, async (tx, event) => {
  const { payload, tenant, learnedAt } = event
  const { number, kind, mineral, massGrams, massMilligrams, holder, formedOn, inputs, findings } = payload
  const lot = subjectId(event.subject)
  const without = { site: null, tag: null, tagIssuer: null, producedOn: null, recordedBy: event.actor.account }
  const mass = massMilligrams === undefined ? { massGrams } : { massGrams, massMilligrams }
  await lots.insertLot(tx, tenant, { id: lot, number, kind, mineral, ...mass, holder, formedOn, lastOn: formedOn, learnedAt, ...without })
  await lots.insertDraws(tx, tenant, lot, inputs)
  await setRootsFromInputs(tx, tenant, lot)
  await insertParty(tx, tenant, { lot, organisation: holder })
  await lots.insertHolding(tx, tenant, {
    lot,
    ordinal: event.subjectVersion,
    position: event.position,
    organisation: holder,
    since: formedOn,
  })
  await lots.insertWeighing(tx, tenant, { lot, kind: 'combination', ...mass, weighedOn: formedOn, organisation: holder }, placeOf(event))
  await writeFindings(tx, event, { of: [lot], findings })
})

/** A number that was typed without its kind is a paper too. */
const papersOf = (number: string | undefined, papers: readonly object[]): readonly object[] =>
  number === undefined ? papers : [{ number, kind: 'transport' }, ...papers]

const sent = on(happened.LotSent, async (tx, event) => {
  const { from, to, massGrams, massMilligrams, sentOn, paper, legs = [], papers = [], despite, findings } = event.payload
  const lot = subjectId(event.subject)
  await acts.endStay(tx, event.tenant, lot, { on: sentOn, massGrams })
  await lots.setSent(tx, event.tenant, lot, { to, massGrams, massMilligrams, on: sentOn })
  await insertParty(tx, event.tenant, { lot, organisation: to })
  const going = { lot, from, to, sentOn, sentGrams: massGrams, sentMilligrams: massMilligrams, paper: paper ?? null }
  await lots.insertTransfer(tx, event.tenant, going, placeOf(event))
  await acts.insertLegs(tx, event.tenant, { lot, legs }, placeOf(event))
  await acts.insertPapers(tx, event.tenant, { lot, papers: papersOf(paper, papers), despite: despite ?? null }, placeOf(event))
  const scale = { lot, kind: 'dispatch', massGrams, massMilligrams, weighedOn: sentOn, organisation: from } as const
  await lots.insertWeighing(tx, event.tenant, scale, placeOf(event))
  await writeFindings(tx, event, { of: [lot], findings })
})

const received = on(happened.LotReceived, async (tx, event) => {
  const { from, by, massGrams, massMilligrams, receivedOn, function: receiver, otherSide, findings } = event.payload
  const lot = subjectId(event.subject)
  await lots.setReceived(tx, event.tenant, lot, { by, massGrams, massMilligrams, on: receivedOn })
  if (otherSide !== undefined)
    await acts.setReceiptSides(tx, event.tenant, {
      ...{ lot, receiverFunction: receiver ?? null, organisation: otherSide?.organisation ?? from, function: otherSide?.function ?? null },
      says: otherSide === null ? 'awaited' : otherSide.agrees ? 'agreed' : 'disagreed',
      // Signed when the sender answers itself; until then it is what the recipient noted.
      ...{ remark: otherSide?.remark ?? null, at: null },
    })
  await lots.insertHolding(tx, event.tenant, {
    lot,
    ordinal: event.subjectVersion,
    position: event.position,
    organisation: by,
    since: receivedOn,
  })
  const scale = { lot, kind: 'receipt', massGrams, massMilligrams, weighedOn: receivedOn, organisation: by } as const
  await lots.insertWeighing(tx, event.tenant, scale, placeOf(event))
  await writeFindings(tx, event, { of: [lot], findings })
})

const massCorrected = on(happened.MassCorrected, async (tx, event) => {
  const { beforeGrams, massGrams, massMilligrams, reason, findings } = event.payload
  const lot = subjectId(event.subject)
  const weighedOn = dayOf(event.happenedAt)
  const state = findings.some((one) => one.rule === 'P09') ? 'awaited' : 'done'
  const asked = { askedOn: weighedOn, askedBy: event.actor.account, state } as const
  await acts.insertCorrection(tx, event.tenant, { lot, beforeGrams, massGrams, reason, ...asked }, placeOf(event))
  await lots.setMass(tx, event.tenant, lot, { massGrams, massMilligrams })
  await lots.insertWeighing(
    tx,
    event.tenant,
    { lot, kind: 'correction', massGrams, massMilligrams, weighedOn, organisation: event.actor.organisation },
    placeOf(event),
  )
  await writeFindings(tx, event, { of: [lot], findings })
})

const assayed = on(happened.LotAssayed, async (tx, event) => {
  const {
    findings,
    element,
    value,
    unit,
    uncertainty,
    others = [],
    uncertaintyUnit,
    certificate,
    sample,
    accredited,
    ...seen
  } = event.payload
  const lot = subjectId(event.subject)
  const report = { ...seen, lot, sample: sample ?? null, organisation: event.actor.organisation }
  const said = { uncertaintyUnit: uncertaintyUnit ?? null, certificate: certificate?.sha256 ?? null, accredited: accredited ?? null }
  for (const [part, one] of [{ element, value, unit, uncertainty }, ...others].entries())
    await lots.insertAssay(tx, event.tenant, { ...report, ...said, ...one, uncertainty: one.uncertainty ?? null, part }, placeOf(event))
  await writeFindings(tx, event, { of: [lot], findings })
})

export const lotProjection: Projection = {
  name: 'custody-lots',
  tables: ['lot', 'lot_input', 'lot_holding', 'weighing', 'transfer', 'lot_finding', 'assay', 'lot_party', ...actTables, ...goldTables],
  apply: {
    ...actHandlers,
    ...goldHandlers,
    'certificate.issued.v1': on(CertificateOfLot, (tx, { tenant, payload }) =>
      lots.setCertificate(tx, tenant, payload.lot, payload.number),
    ),
    'certificate.revoked.v1': on(CertificateNumber, (tx, { tenant, payload }) => lots.clearCertificate(tx, tenant, payload.number)),
    'lot.bag-registered.v1': on(happened.BagRegistered, (tx, event) => bagsRegistered(tx, [event])),
    'lot.combined.v1': combined,
    'lot.sent.v1': sent,
    'lot.received.v1': received,
    'lot.mass-corrected.v1': massCorrected,
    'lot.assayed.v1': assayed,
    'lot.quarantined.v1': on(happened.LotQuarantined, (tx, event) =>
      lots.holdLots(tx, event.tenant, [subjectId(event.subject)], {
        because: event.payload.reason,
        at: event.learnedAt,
        by: event.actor.account,
      }),
    ),
    'lot.released.v1': on(happened.LotReleased, async (tx, event) => {
      const lot = subjectId(event.subject)
      const { reason } = event.payload
      await lots.releaseLot(tx, event.tenant, lot, reason)
      await acts.confirmCorrections(tx, event.tenant, lot, { on: dayOf(event.happenedAt), reason })
    }),
    'lot.voided.v1': on(happened.LotVoided, (tx, event) => lots.voidLot(tx, event.tenant, subjectId(event.subject), event.learnedAt)),
  },
  applyRun: { 'lot.bag-registered.v1': onRun(happened.BagRegistered, bagsRegistered) },
}

export const tagProjection: Projection = {
  name: 'custody-tags',
  tables: ['tag_batch', 'tag'],
  apply: {
    'tag-batch.registered.v1': on(BatchRegistered, (tx, event) =>
      insertTagBatch(tx, event.tenant, {
        ...event.payload,
        id: subjectId(event.subject),
        series: event.payload.series ?? '',
        learnedAt: event.learnedAt,
      }),
    ),
    'tag-batch.allocated.v1': on(BatchAllocated, (tx, event) =>
      setBatchSite(tx, event.tenant, { id: subjectId(event.subject), site: event.payload.site, allocatedOn: event.payload.allocatedOn }),
    ),
    'tag-batch.tags-declared.v1': on(TagsDeclared, (tx, event) =>
      recordTagDeclaration(tx, event.tenant, { ...event.payload, batch: subjectId(event.subject) }),
    ),
  },
}
