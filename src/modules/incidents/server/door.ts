/* The door: what checks and risks may know of incidents, in one query; what an anonymous reporter is told; what keeps a lot. */
import { listOf, mustParse, text } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { LotId } from '../../custody/contract.ts'
import { OrganisationId } from '../../people/contract.ts'
import { SiteId } from '../../sites/contract.ts'
import {
  AnnexRisk,
  Confidentiality,
  IncidentCategory,
  IncidentId,
  type IncidentBrief,
  type IncidentsDoor,
  IncidentSeverity,
  IncidentState,
} from '../contract.ts'
import { isOpen } from '../domain/clocks.ts'
import { stageOf } from '../domain/outcome.ts'
import { outcomesShown } from './answers.ts'
import type { IncidentDoors } from './doors.ts'
import { type TouchingRow, findHolding, listTouching } from './store-touching.ts'
import { sightOf } from './sight.ts'
import { findForDecision, listIncidents } from './store-reads.ts'

const CONFIRMED: readonly string[] = ['confirmed', 'actions-agreed', 'mitigating', 'resolved', 'closed']

function briefOf(row: TouchingRow): IncidentBrief {
  const state = mustParse(IncidentState, row.state)
  return {
    ...{ id: mustParse(IncidentId, row.id), number: row.number, category: mustParse(IncidentCategory, row.category) },
    ...{ risks: mustParse(listOf(AnnexRisk), row.risks), severity: mustParse(IncidentSeverity, row.severity), state, open: isOpen(state) },
    ...{ occurredOn: row.occurredOn, reportedOn: row.receivedOn, confidentiality: mustParse(Confidentiality, row.confidentiality) },
    // Of one that was reopened it is being looked at whether it still is.
    confirmed: row.concludedAs === 'confirmed' && CONFIRMED.includes(state),
    touches: {
      lots: mustParse(listOf(LotId), row.lots),
      sites: mustParse(listOf(SiteId), row.sites),
      organisations: mustParse(listOf(OrganisationId), row.organisations),
      places: mustParse(listOf(text()), row.places),
    },
  }
}

export const createIncidentsDoor = (doors: IncidentDoors): IncidentsDoor<Tx> => ({
  touching: async (tx, tenant, asked) => (await listTouching(tx, tenant, asked)).map(briefOf),
  visibleTo: async (tx, tenant, { incidents, who }) => {
    if (incidents.length === 0) return new Set()
    const sight = await sightOf(tx, { tenant, doors }, who)
    return new Set(
      (await listIncidents(tx, tenant, { sight, ids: incidents }, incidents.length)).flatMap((row) => (row.party ? [] : [row.id])),
    )
  },
  outcomeOf: async (tx, tenant, incident) => {
    const row = await findForDecision(tx, tenant, incident)
    if (!row) return null
    const [told] = await outcomesShown(tx, { tenant, doors }, incident)
    return { stage: stageOf(mustParse(IncidentState, row.state)), published: told?.sentence ?? null }
  },
  holding: findHolding,
})
