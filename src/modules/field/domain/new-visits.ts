/* Which visits of a carried mission wait for the team: sites nobody opened yet, and visits that are open or came back. */

/** As much of `GET /api/missions/:mission` as is needed here. */
export interface CarriedMission {
  readonly mission: string
  readonly reference: string
  readonly phase: string
  readonly plannedFrom: string | null
  readonly plannedTo: string | null
  readonly sites: readonly { readonly site: string; readonly name: string; readonly nationalId: string }[]
  readonly inspections: readonly {
    readonly inspection: string
    readonly site: string
    readonly name: string
    readonly on: string
    readonly phase: string
  }[]
}
export interface NewVisit {
  readonly mission: string
  readonly reference: string
  readonly site: string
  readonly name: string
  /** Null: to be opened. */
  readonly inspection: string | null
  readonly state: 'open' | 'fill' | 'returned'
  readonly from: string | null
  readonly to: string | null
  /** Of an open visit. */
  readonly on: string | null
}

export function newVisitsOf(mission: CarriedMission): readonly NewVisit[] {
  if (mission.phase !== 'in-field') return []
  const common = { mission: mission.mission, reference: mission.reference, from: mission.plannedFrom, to: mission.plannedTo }
  return mission.sites.flatMap(({ site, name }): readonly NewVisit[] => {
    const visits = mission.inspections.filter((one) => one.site === site && one.phase !== 'abandoned')
    if (visits.length === 0) return [{ ...common, site, name, inspection: null, state: 'open', on: null }]
    return visits.flatMap((visit) =>
      visit.phase === 'draft' || visit.phase === 'returned'
        ? [{ ...common, site, name, inspection: visit.inspection, state: visit.phase === 'draft' ? 'fill' : 'returned', on: visit.on }]
        : [],
    )
  })
}
