/*
How incidents become rows. The first step of a file carries no body: whoever reported it is named nowhere but in the log's own entry.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { type StoredEvent, subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { kindsOf } from '../domain/conflict.ts'
import { incidentKinds as kinds } from '../domain/incident-events.ts'
import { incidentRuleKinds } from '../domain/incident-rules.ts'
import * as store from './store-incidents.ts'

const idOf = (event: StoredEvent): string => subjectId(event.subject)
const dayOf = (event: StoredEvent): string => todayAt(event.learnedAt)

/** A step of the file with what it changes. */
async function step(
  tx: Tx,
  event: StoredEvent,
  told: { readonly said?: string | null; readonly facts?: object; readonly change?: store.Change; readonly nobody?: true },
): Promise<void> {
  const { tenant, learnedAt: at, actor } = event
  const id = idOf(event)
  await store.insertStep(tx, tenant, {
    ...{ id, at, ordinal: event.subjectVersion, step: event.kind.slice('incident.'.length, -'.v1'.length) },
    ...{ said: told.said ?? null, facts: told.facts ?? {}, organisation: told.nobody ? null : actor.organisation },
  })
  await store.updateIncident(tx, tenant, { id, at, change: told.change ?? {} })
}

const opening: Projection['apply'] = {
  'incident.reported.v1': on(kinds['incident.reported.v1'], async (tx, event) => {
    const { tenant, learnedAt: at, payload: said } = event
    const id = idOf(event)
    await store.insertIncident(tx, tenant, { id, at, said, kinds: kindsOf(said.actors.map((one) => one.class)) })
    await store.insertParties(tx, tenant, { id, parties: said.parties })
    await store.insertLots(tx, tenant, { id, lots: said.lots })
    await step(tx, event, { nobody: true, facts: { source: said.source, severity: said.severity } })
  }),
  'incident.described.v1': on(kinds['incident.described.v1'], async (tx, event) => {
    const { tenant, payload: said } = event
    const id = idOf(event)
    await store.updateDescription(tx, tenant, { id, said, kinds: kindsOf(said.actors.map((one) => one.class)) })
    await store.insertParties(tx, tenant, { id, parties: said.parties })
    const { category, severity, confidentiality } = said
    await step(tx, event, { said: said.reason, facts: { category, severity, confidentiality } })
  }),
  'incident.taken-up.v1': on(kinds['incident.taken-up.v1'], (tx, event) =>
    step(tx, event, { said: event.payload.note, change: { state: 'triage' } }),
  ),
  'incident.verification-begun.v1': on(kinds['incident.verification-begun.v1'], (tx, event) =>
    step(tx, event, { said: event.payload.note, change: { state: 'under-verification' } }),
  ),
  'incident.confirmed.v1': on(kinds['incident.confirmed.v1'], (tx, event) => concluded(tx, event, 'confirmed')),
  'incident.found-unfounded.v1': on(kinds['incident.found-unfounded.v1'], (tx, event) => concluded(tx, event, 'unfounded')),
}
async function concluded(
  tx: Tx,
  event: StoredEvent<{ readonly basis: string; readonly verifiedOn: string; readonly finding: string }>,
  as: 'confirmed' | 'unfounded',
): Promise<void> {
  const { basis, verifiedOn, finding } = event.payload
  const ends = as === 'unfounded' ? { endedOn: dayOf(event), decided: 'nothing-found' } : {}
  const change = { state: as, verifiedOn, concluded: { by: event.actor.account, as, basis, finding }, ...ends }
  await step(tx, event, { said: finding, facts: { basis, verifiedOn }, change })
}

const goods: Projection['apply'] = {
  'incident.lots-concerned.v1': on(kinds['incident.lots-concerned.v1'], async (tx, event) => {
    const { lots, parties, reason } = event.payload
    await store.insertLots(tx, event.tenant, { id: idOf(event), lots })
    await store.insertParties(tx, event.tenant, { id: idOf(event), parties })
    await step(tx, event, { said: reason, facts: { lots: lots.length } })
  }),
  'incident.lots-held.v1': on(kinds['incident.lots-held.v1'], async (tx, event) => {
    const { lots, ground, reason } = event.payload
    await store.updateHeld(tx, event.tenant, { id: idOf(event), lots, by: event.actor.account, at: event.learnedAt })
    await step(tx, event, { said: reason, facts: { lots: lots.length, ground } })
  }),
  'incident.lots-freed.v1': on(kinds['incident.lots-freed.v1'], async (tx, event) => {
    const { lots, reason } = event.payload
    await store.updateHeld(tx, event.tenant, { id: idOf(event), lots, by: null, at: event.learnedAt })
    await step(tx, event, { said: reason, facts: { lots: lots.length } })
  }),
}

const actions: Projection['apply'] = {
  'incident.action-agreed.v1': on(kinds['incident.action-agreed.v1'], async (tx, event) => {
    const { text, due, agreedIn } = event.payload
    await store.insertAction(tx, event.tenant, { id: idOf(event), ordinal: event.subjectVersion, said: event.payload })
    await step(tx, event, { said: text, facts: { due, agreedIn } })
    await store.updatePlanned(tx, event.tenant, idOf(event))
  }),
  'incident.action-done.v1': on(kinds['incident.action-done.v1'], async (tx, event) => {
    const { action, doneOn, evidence, photos, toConfirm } = event.payload
    const state = toConfirm ? 'to-confirm' : 'done'
    await store.updateAction(tx, event.tenant, { id: idOf(event), action, state, doneOn, evidence, photos })
    await step(tx, event, { said: evidence, facts: { doneOn }, change: { state: 'mitigating' } })
  }),
  'incident.action-checked.v1': on(kinds['incident.action-checked.v1'], async (tx, event) => {
    const { action, as, seen } = event.payload
    await store.updateChecked(tx, event.tenant, { id: idOf(event), action, state: as === 'done' ? 'done' : 'open', seen })
    await step(tx, event, { said: seen, facts: { as } })
  }),
  'incident.action-dropped.v1': on(kinds['incident.action-dropped.v1'], async (tx, event) => {
    const { action, reason } = event.payload
    await store.updateAction(tx, event.tenant, { id: idOf(event), action, state: 'dropped', doneOn: null, evidence: reason, photos: [] })
    await step(tx, event, { said: reason })
  }),
}

const ending: Projection['apply'] = {
  'incident.escalated.v1': on(kinds['incident.escalated.v1'], (tx, event) => {
    const { to, because, reason } = event.payload
    return step(tx, event, {
      ...{ said: reason, facts: { to, because }, change: { level: to, levelSince: dayOf(event) } },
      ...(because === 'clock' ? { nobody: true } : {}),
    })
  }),
  'incident.resolved.v1': on(kinds['incident.resolved.v1'], (tx, event) => {
    const { decided, note } = event.payload
    return step(tx, event, {
      ...{ said: note, facts: { decided } },
      change: { state: 'resolved', decided, resolvedBy: event.actor.account, endedOn: dayOf(event) },
    })
  }),
  'incident.closed.v1': on(kinds['incident.closed.v1'], (tx, event) =>
    step(tx, event, { said: event.payload.note, change: { state: 'closed' } }),
  ),
  'incident.reopened.v1': on(kinds['incident.reopened.v1'], (tx, event) => {
    const { number, reason } = event.payload
    const [openedOn, levelSince] = [dayOf(event), dayOf(event)]
    return step(tx, event, { said: reason, change: { state: 'reopened', number, openedOn, levelSince, decided: null, endedOn: null } })
  }),
  'incident.outcome-published.v1': on(kinds['incident.outcome-published.v1'], async (tx, event) => {
    await store.insertOutcome(tx, event.tenant, { id: idOf(event), by: event.actor.account, on: dayOf(event), said: event.payload })
    await step(tx, event, { facts: { month: event.payload.month } })
  }),
  'incident.outcome-withdrawn.v1': on(kinds['incident.outcome-withdrawn.v1'], async (tx, event) => {
    await store.deleteOutcome(tx, event.tenant, idOf(event))
    await step(tx, event, { said: event.payload.reason })
  }),
  'incident-rule.changed.v1': on(incidentRuleKinds['incident-rule.changed.v1'], (tx, event) => {
    const { account, organisation } = event.actor
    return store.insertRule(tx, event.tenant, { ...event.payload, position: event.position, account, organisation, at: event.learnedAt })
  }),
}

export const incidentProjection: Projection = {
  name: 'incidents',
  tables: ['incident', 'incident_party', 'incident_lot', 'incident_action', 'incident_step', 'incident_outcome', 'incident_rule'],
  apply: { ...opening, ...goods, ...actions, ...ending },
}
