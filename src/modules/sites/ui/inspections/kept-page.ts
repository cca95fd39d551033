/* The last page of an open visit that this device saw, beside its draft: the form needs its members and its rulebook at the pit. */
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'

const placeOf = (inspection: string): string => `chanzo.inspection-page.${inspection}`

/** Kept while the form is open; forgotten once it is signed away. */
export function keepPage(storage: Pick<Storage, 'setItem' | 'removeItem'>, inspection: string, page: InspectionPage): void {
  try {
    if (page.phase === 'draft' || page.phase === 'returned') storage.setItem(placeOf(inspection), JSON.stringify(page))
    else storage.removeItem(placeOf(inspection))
  } catch {
    // The draft itself says when the device is full.
  }
}

export function keptPage(storage: Pick<Storage, 'getItem'>, inspection: string): InspectionPage | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(placeOf(inspection)) ?? 'null')
    return isPage(value, inspection) ? value : null
  } catch {
    return null
  }
}
/** We wrote it ourselves; its own id and its lists are enough to know it for ours. */
const isPage = (value: unknown, inspection: string): value is InspectionPage =>
  typeof value === 'object' &&
  value !== null &&
  'inspection' in value &&
  value.inspection === inspection &&
  'findings' in value &&
  Array.isArray(value.findings) &&
  'members' in value &&
  Array.isArray(value.members) &&
  'rulebook' in value
