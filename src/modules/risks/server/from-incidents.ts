/*
What stands still by an incident with a risk that stops: at once when it is confirmed, or its lots were stopped on reasonable suspicion, without
anybody recording a risk. It follows from the file and ends with it; a risk that somebody recorded besides has to be lifted by itself.
It refuses to tell what the incident is: who does not see the file learns the subject and the day, and a body that is concerned nothing here.
*/
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { StoppingIncident } from '../../incidents/contract.ts'
import { type RiskSubject, type StopByIncident, type Suspension, stoppingRisks } from '../contract.ts'
import { type RiskDoors, namesOf, subjectKey } from './doors.ts'

export interface IncidentStop {
  readonly subject: RiskSubject
  readonly incident: StoppingIncident
}
interface Asked {
  readonly tenant: string
  readonly about: 'everything' | readonly RiskSubject[]
  readonly on: string
}

const subjectsOf = ({ site, organisations, place }: StoppingIncident): readonly RiskSubject[] => [
  ...(site === null ? [] : [{ kind: 'site' as const, site }]),
  ...organisations.map((organisation) => ({ kind: 'organisation' as const, organisation })),
  ...(place === null ? [] : [{ kind: 'route' as const, route: place.slice(0, 120) }]),
]

export async function stopsByIncident(
  tx: Tx,
  doors: Pick<RiskDoors, 'incidents'>,
  { tenant, about, on }: Asked,
): Promise<readonly IncidentStop[]> {
  const door = doors.incidents()
  if (door === null || about.length === 0) return []
  const asked =
    about === 'everything'
      ? about
      : {
          sites: about.flatMap((one) => (one.kind === 'site' ? [one.site] : [])),
          organisations: about.flatMap((one) => (one.kind === 'organisation' ? [one.organisation] : [])),
          places: about.flatMap((one) => (one.kind === 'route' ? [one.route] : [])),
        }
  const found = await door.stopping(tx, tenant, { risks: stoppingRisks, about: asked, on })
  const wanted = about === 'everything' ? null : new Set(about.map(subjectKey))
  return found
    .flatMap((incident) => subjectsOf(incident).map((subject) => ({ subject, incident })))
    .filter(({ subject }) => wanted?.has(subjectKey(subject)) ?? true)
}

export const suspensionsOf = ({ subject, incident }: IncidentStop): readonly Suspension[] =>
  incident.risks.map((code) => ({
    ...{ subject, risk: null, code, because: 'stop-risk', since: incident.since, plan: null, incident: incident.incident },
    ...(incident.confidentiality === 'public' ? {} : { kept: true as const }),
  }))

/** What a person is told of it. A body that is concerned reads nothing of a file that it does not see: it meets the stop where it trades. */
export async function stopsShown(
  tx: Tx,
  doors: RiskDoors,
  { tenant, who, stops }: { readonly tenant: string; readonly who: Who; readonly stops: readonly IncidentStop[] },
): Promise<StopByIncident[]> {
  const door = doors.incidents()
  if (door === null || stops.length === 0) return []
  const incidents = [...new Set(stops.map((one) => one.incident.incident))]
  const seen = await door.visibleTo(tx, tenant, { incidents, who })
  const parties = await door.concerning(tx, tenant, { incidents, organisation: who.organisation })
  const nameOf = await namesOf(tx, doors, { tenant, subjects: stops.map((one) => one.subject) })
  return stops.flatMap(({ subject, incident }): readonly StopByIncident[] => {
    const { incident: id, number, ground, since, risks } = incident
    const about = { subject, subjectName: nameOf(subjectKey(subject)), since }
    if (seen.has(id)) return [{ ...about, incident: id, number, ground, codes: [...risks] }]
    return parties.has(id) ? [] : [{ ...about, incident: null, number: null, ground: null, codes: [] }]
  })
}
