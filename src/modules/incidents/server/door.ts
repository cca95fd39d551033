/* The door: what checks and risks may know of incidents, in one query; what an anonymous reporter is told; what keeps a lot. */
import { todayAt } from '../../../kernel/calendar.ts'
import { instant, listOf, mustParse, orNull, record, text } from '../../../kernel/schema.ts'
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
  type StoppingIncident,
} from '../contract.ts'
import { isOpen } from '../domain/clocks.ts'
import { publishableFrom, stageOf } from '../domain/outcome.ts'
import { stoppedBy } from '../domain/stopping.ts'
import { outcomesShown, rulesOf } from './answers.ts'
import type { IncidentDoors } from './doors.ts'
import { listConcerning, listStopping } from './store-stopping.ts'
import { type TouchingRow, findHolding, listTouching } from './store-touching.ts'
import { everySentence } from '../page/outcome-sentence.ts'
import { sightOf } from './sight.ts'
import { findForDecision, listIncidents } from './store-reads.ts'

const Steps = listOf(record({ step: text(), at: instant(), ground: orNull(text()) }))
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
  stopping: async (tx, tenant, { risks, about, on }) => {
    const rows = await listStopping(tx, tenant, { risks, about })
    return rows.flatMap((row): readonly StoppingIncident[] => {
      const steps = mustParse(Steps, row.steps).map(({ step, at, ground }) => ({ step, day: todayAt(at), ground }))
      const stop = stoppedBy(steps, on)
      const codes = mustParse(listOf(AnnexRisk), row.risks).filter((one) => risks.includes(one))
      if (stop === null || codes.length === 0) return []
      const { site, organisations, lots, placeKind, placeName } = row
      return [
        {
          ...{ incident: mustParse(IncidentId, row.id), number: row.number, risks: codes, ...stop },
          confidentiality: mustParse(Confidentiality, row.confidentiality),
          site: site === null ? null : mustParse(SiteId, site),
          organisations: mustParse(listOf(OrganisationId), organisations),
          lots: mustParse(listOf(LotId), lots),
          place: placeKind === 'site' ? null : placeName,
        },
      ]
    })
  },
  numberOf: async (tx, tenant, incident) => (await findForDecision(tx, tenant, incident))?.number ?? null,
  visibleTo: async (tx, tenant, { incidents, who }) => {
    if (incidents.length === 0) return new Set()
    const sight = await sightOf(tx, { tenant, doors }, who)
    return new Set(
      (await listIncidents(tx, tenant, { sight, ids: incidents }, incidents.length)).flatMap((row) => (row.party ? [] : [row.id])),
    )
  },
  concerning: async (tx, tenant, { incidents, organisation }) => {
    if (incidents.length === 0 || organisation === null) return new Set()
    const sight = await sightOf(tx, { tenant, doors }, { organisation, capabilities: new Set(), territory: 'everywhere' })
    return new Set(await listConcerning(tx, tenant, { incidents, sight }))
  },
  outcomeOf: async (tx, tenant, incident) => {
    const row = await findForDecision(tx, tenant, incident)
    if (!row) return null
    const [told] = await outcomesShown(tx, { tenant, doors }, incident)
    const { publicDelayDays } = await rulesOf(tx, tenant)
    const isToCome = !told && row.endedOn !== null && row.confidentiality !== 'protection'
    return {
      ...{ stage: stageOf(mustParse(IncidentState, row.state)), published: told ? everySentence(told) : null },
      publicFrom: isToCome ? publishableFrom(row.endedOn ?? '', publicDelayDays) : null,
    }
  },
  holding: async (tx, tenant, { lot, organisation }) => {
    const sight = await sightOf(tx, { tenant, doors }, { organisation, capabilities: new Set(), territory: 'everywhere' })
    const held = await findHolding(tx, tenant, { lot, sight })
    return held && { number: held.confidentiality === 'public' ? held.number : null }
  },
})
