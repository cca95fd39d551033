/*
How reports of observers count beside persons, so that nobody finds out by sending reports that a person was helped at a place. A body, or who belongs to none,
is one voice for a type in a province and a quarter, however much it sent, and stands at the smallest place that all of it has in common. Of the voices of a
place one is left out: where ten are told, ten remain without any single sender (D).
*/
export interface Reported {
  readonly type: string
  readonly sender: string
  readonly site: string | null
  readonly territoire: string | null
  readonly province: string
}
export interface ReportsAt {
  readonly type: string
  readonly site: string | null
  readonly territoire: string | null
  readonly province: string
  readonly reports: number
}

export function reportsCounted(reports: readonly Reported[]): readonly ReportsAt[] {
  const voices = new Map<string, Omit<Reported, 'sender'>>()
  for (const { sender, ...one } of reports) {
    const key = JSON.stringify([one.type, one.province, sender])
    const before = voices.get(key)
    voices.set(key, before === undefined ? one : inCommon(before, one))
  }
  const places = new Map<string, ReportsAt>()
  for (const { type, province, territoire, site } of voices.values()) {
    const key = JSON.stringify([type, province, territoire, site])
    places.set(key, { type, province, territoire, site, reports: (places.get(key)?.reports ?? 0) + 1 })
  }
  return [...places.values()].flatMap((one) => (one.reports > 1 ? [{ ...one, reports: one.reports - 1 }] : []))
}
const inCommon = (a: Omit<Reported, 'sender'>, b: Omit<Reported, 'sender'>): Omit<Reported, 'sender'> => {
  const territoire = a.territoire === b.territoire ? a.territoire : null
  return { ...a, territoire, site: territoire !== null && a.site === b.site ? a.site : null }
}
