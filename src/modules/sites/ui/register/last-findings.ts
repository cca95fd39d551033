/*
Which visit the findings of a site come from, and which of its words count. Who stood on the site is told; what was written down
elsewhere is told only where nobody ever went, and never as an absence: not having been there finds no armed men and no mercury.
*/
interface Dated {
  readonly on: string
  readonly onSite: boolean
}
export type LastFindings<Inspection, Visit> =
  | { readonly from: 'inspection'; readonly inspection: Inspection }
  | { readonly from: 'visit'; readonly visit: Visit }
  | { readonly from: 'nobody' }

/** Both lists newest first. */
export function lastFindings<Inspection extends Dated, Visit extends Dated & { readonly voidedAt: string | null }>({
  inspections,
  visits,
}: {
  readonly inspections: readonly Inspection[]
  readonly visits: readonly Visit[]
}): LastFindings<Inspection, Visit> {
  const standing = visits.filter((one) => one.voidedAt === null)
  const on = <One extends Dated>(all: readonly One[]) => all.find((one) => one.onSite)
  const been = on(inspections) !== undefined || on(standing) !== undefined
  const inspection = been ? on(inspections) : inspections[0]
  const visit = been ? on(standing) : standing[0]
  if (inspection && (!visit || inspection.on >= visit.on)) return { from: 'inspection', inspection }
  return visit ? { from: 'visit', visit } : { from: 'nobody' }
}

/** From who was not there, *no* and *none* are not known. */
export const known = <Value extends boolean | number | string>(value: Value | null | undefined, { onSite }: Dated): Value | undefined =>
  value === null || (!onSite && (value === false || value === 0 || value === 'no')) ? undefined : value
