/*
Where a site counts as lying: by its position with the boundaries at hand, else by what the papers state. The two stay apart: the
row says which it was, and the page of the site shows both.
*/
import type { Infer } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { DocumentsDoor } from '../../../documents/contract.ts'
import type { FormsDoor } from '../../../forms/contract.ts'
import type { PeopleDoor } from '../../../people/contract.ts'
import type { LocatedPosition, PlacesDoor, StatedPlace } from '../../../places/contract.ts'
import type { PlaceRow } from './store-register.ts'

/** The days on which goods of a site were produced, by what was known; newest first. Sites weigh nothing themselves. */
export type ProductionOf = (
  tx: Tx,
  tenant: string,
  question: { readonly asOf: string; readonly knownAt: string },
) => Promise<readonly { readonly site: string; readonly producedOn: readonly string[] }[]>

export interface SitesDoors {
  readonly places: PlacesDoor<Tx>
  readonly people: PeopleDoor<Tx>
  readonly documents: DocumentsDoor<Tx>
  /** Absent where the program has no forms: inspections are then answered by criterion only. */
  readonly forms?: FormsDoor<Tx>
  /** Absent where nobody weighs: only visits then say that people work at a site. */
  readonly production?: ProductionOf
  /** For plain rows, such as drafts; facts go through the log. */
  readonly database: Pick<Database, 'transaction'>
}
/** Whose register, and through which doors it looks out. */
export interface House {
  readonly tenant: string
  readonly doors: SitesDoors
}
export interface Whereabouts {
  readonly position?: Infer<typeof LocatedPosition> | null | undefined
  readonly stated?: StatedPlace | null | undefined
}

export async function placeOf(tx: Tx, { tenant, doors: { places } }: House, { position, stated }: Whereabouts): Promise<PlaceRow> {
  const computed = position ? await places.locate(tx, position.at, tenant) : null
  if (computed && (computed.province !== null || computed.territoire !== null)) {
    return { province_code: computed.province?.code ?? null, territoire_code: computed.territoire?.code ?? null, place_basis: 'computed' }
  }
  const province = stated?.province ? await places.findArea(tx, 'province', { name: stated.province, tenant }) : null
  const territoire = stated?.territoire ? await places.findArea(tx, 'territoire', { name: stated.territoire, tenant }) : null
  const found = province !== null || territoire !== null
  return { province_code: province?.code ?? null, territoire_code: territoire?.code ?? null, place_basis: found ? 'stated' : 'none' }
}
