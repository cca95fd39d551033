/*
How hits, thresholds and the ledger become rows. A finding that a rule made when an event arrived is a hit from that moment on: it stands in
the event already and needs no second one. Its identifier follows from the event, so that a rebuild gives the same.
*/
import { createHash } from 'node:crypto'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { type Infer, calendarDate, grams, listOf, looseRecord, maybe, orNull, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on, onRun } from '../../../../platform/log/projection.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { SiteId } from '../../../sites/contract.ts'
import { type Finding, Finding as FindingWords, LotId } from '../../contract.ts'
import { lotKinds } from '../../domain/lots/lot-events.ts'
import { HitClosed, HitRaised, HitReplied, ReplyRequested } from '../../domain/plausibility/hit.ts'
import { ledgerKinds } from '../../domain/plausibility/ledger.ts'
import { ruleOf } from '../../domain/plausibility/rules/register.ts'
import { thresholdKinds } from '../../domain/plausibility/thresholds.ts'
import { type LotOfHit, type NewHit, insertHit, insertHits, insertStep, listLotsOfHits } from './store-hits.ts'
import { insertCertificateSeen } from './store-scan-papers.ts'
import { insertAssumption, insertFigure, insertThresholds } from './store-ledger.ts'

const Arrived = looseRecord({
  findings: maybe(listOf(FindingWords, 1_000)),
  alsoHeld: maybe(listOf(LotId, 1_000)),
  from: maybe(orNull(OrganisationId)),
})

/** What is read of an event of the certificates: the figures that F33 lays beside the lot. */
const CertificateIssued = looseRecord({
  ...{ number: text(), lot: LotId, issuedOn: calendarDate(), expiresOn: calendarDate(), massGrams: grams() },
  sites: listOf(looseRecord({ site: SiteId })),
})

type Arrival = StoredEvent<Infer<typeof Arrived>>
/** Rules of the register alone: what custody says of its own accord (a bag without tag, a derogation) stays beside the lot. */
async function raiseOnArrival(tx: Tx, events: readonly Arrival[]): Promise<void> {
  const speaking = events.filter(({ payload }) => (payload.findings ?? []).some((finding) => ruleOf(finding.rule)))
  if (speaking.length === 0) return
  const tenant = speaking[0]?.tenant ?? ''
  const lots = await listLotsOfHits(tx, tenant, [...new Set(speaking.map(({ subject }) => subjectId(subject)))])
  await insertHits(
    tx,
    tenant,
    speaking.flatMap((event) => hitsOf(event, lots.get(subjectId(event.subject)))),
  )
}
const hitsOf = (event: Arrival, known: LotOfHit | undefined): readonly NewHit[] =>
  (event.payload.findings ?? []).flatMap((finding, ordinal) => {
    const rule = ruleOf(finding.rule)
    return rule ? [hitOf(event, known, { finding, ordinal, version: rule.version, explanations: rule.explanations })] : []
  })

interface Said {
  readonly finding: Finding
  readonly ordinal: number
  readonly version: number
  readonly explanations: readonly string[]
}
function hitOf({ id, subject, learnedAt, actor, payload }: Arrival, known: LotOfHit | undefined, said: Said): NewHit {
  const { finding, ordinal, version, explanations } = said
  const lot = subjectId(subject)
  const fingerprint = `event|${id}|${ordinal}`
  return {
    id: uuidV7(Date.parse(learnedAt), createHash('sha256').update(fingerprint).digest()),
    ...{ rule: finding.rule, version, severity: finding.severity, fingerprint, found: 'arrival', facts: finding.facts, inputs: null },
    ...{ site: known?.site ?? null, provinceCode: null, territoireCode: null, period: null, mineral: known?.mineral ?? null },
    ...{ threshold: {}, thresholdGroup: 'default', explanations, raisedAt: learnedAt, raisedBy: actor.account },
    lots: [lot, ...(finding.rule === 'F01' ? (payload.alsoHeld ?? []) : [])],
    parties: [known?.holder, actor.organisation, payload.from].filter((one) => typeof one === 'string'),
  }
}
const arrived = on(Arrived, (tx, event) => raiseOnArrival(tx, [event]))

const about = (
  event: StoredEvent,
  more: { readonly step: string; readonly said: string | null; readonly state: string; readonly until?: string },
) => ({
  ...{ hit: subjectId(event.subject), ordinal: event.subjectVersion, organisation: event.actor.organisation, account: event.actor.account },
  ...{ at: event.learnedAt, step: more.step, said: more.said, state: more.state, until: more.until ?? null },
})

const saidBy = <Payload>(event: StoredEvent<Payload>) => ({
  ...{ id: subjectId(event.subject), position: event.position, account: event.actor.account, organisation: event.actor.organisation },
  ...{ at: event.learnedAt, payload: event.payload },
})

export const plausibilityProjection: Projection = {
  name: 'custody-plausibility',
  tables: ['hit', 'hit_lot', 'hit_party', 'hit_step', 'threshold_change', 'ledger_figure', 'ledger_assumption', 'certificate_seen'],
  apply: {
    // A leg of a transport has no findings, and its `from` is a place.
    ...Object.fromEntries(Object.keys(lotKinds).flatMap((kind) => (kind === 'lot.leg-recorded.v1' ? [] : [[kind, arrived]]))),
    'hit.raised.v1': on(HitRaised, (tx, event) =>
      insertHit(tx, event.tenant, {
        ...event.payload,
        ...{ id: subjectId(event.subject), found: 'scan', raisedAt: event.learnedAt, raisedBy: event.actor.account },
      }),
    ),
    'hit.reply-requested.v1': on(ReplyRequested, (tx, event) =>
      insertStep(
        tx,
        event.tenant,
        about(event, {
          step: 'reply-requested',
          said: event.payload.question ?? null,
          state: 'reply-requested',
          until: event.payload.until,
        }),
      ),
    ),
    'hit.replied.v1': on(HitReplied, (tx, event) =>
      insertStep(tx, event.tenant, about(event, { step: 'replied', said: event.payload.text, state: 'replied' })),
    ),
    'hit.closed.v1': on(HitClosed, (tx, event) =>
      insertStep(tx, event.tenant, about(event, { step: 'closed', said: event.payload.reason, state: event.payload.as })),
    ),
    'thresholds.changed.v1': on(thresholdKinds['thresholds.changed.v1'], (tx, event) => insertThresholds(tx, event.tenant, saidBy(event))),
    'ledger.figure-declared.v1': on(ledgerKinds['ledger.figure-declared.v1'], (tx, event) => insertFigure(tx, event.tenant, saidBy(event))),
    'certificate.issued.v1': on(CertificateIssued, (tx, { id, tenant, payload }) =>
      insertCertificateSeen(tx, tenant, id, { ...payload, sites: payload.sites.map((one) => one.site) }),
    ),
    'ledger.assumption-changed.v1': on(ledgerKinds['ledger.assumption-changed.v1'], (tx, event) =>
      insertAssumption(tx, event.tenant, saidBy(event)),
    ),
  },
  applyRun: { 'lot.bag-registered.v1': onRun(Arrived, raiseOnArrival) },
}
