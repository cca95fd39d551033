/* What operators are handed of other modules, and the two questions about bodies that every decision here asks. */
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { TradesDoor } from '../../custody/contract-trades.ts'
import type { DocumentsDoor } from '../../documents/contract.ts'
import { type OrganisationBrief, type PeopleDoor, type PlaceCodes, covers } from '../../people/contract.ts'
import type { PlacesDoor } from '../../places/contract.ts'
import { asId } from '../../../kernel/schema.ts'

export interface OperatorDoors {
  readonly people: PeopleDoor<Tx>
  readonly places: Pick<PlacesDoor<Tx>, 'listAreas'>
  readonly documents: DocumentsDoor<Tx>
  readonly trades: TradesDoor<Tx>
  readonly database: Pick<Database, 'transaction'>
  /** Keyed hash of the number of an identity paper. */
  readonly identityHash: (tenant: string, number: string) => string
}
/** Who watches over the trade, within a territory; everybody else has to do with the own organisation alone. */
export const oversees = (who: Pick<Who, 'capabilities'>): boolean => who.capabilities.has('custody.oversee')

export async function briefOf(
  tx: Tx,
  { people }: Pick<OperatorDoors, 'people'>,
  { tenant, organisation }: { readonly tenant: string; readonly organisation: string },
): Promise<OrganisationBrief | null> {
  return (await people.organisations(tx, [asId('organisation', organisation)], tenant))[0] ?? null
}

/** The places of areas by their codes; a body without an area lies nowhere. */
export async function placesByArea(
  tx: Tx,
  { places }: Pick<OperatorDoors, 'places'>,
  tenant: string,
): Promise<(area: string | null) => PlaceCodes> {
  const territoires = await places.listAreas(tx, 'territoire', tenant)
  const parents = new Map(territoires.map((area) => [area.code, area.parent ?? null]))
  return (area) => {
    if (area === null) return { province: null, territoire: null }
    return parents.has(area) ? { province: parents.get(area) ?? null, territoire: area } : { province: area, territoire: null }
  }
}

export interface Asker {
  readonly tenant: string
  readonly who: Pick<Who, 'organisation' | 'territory' | 'capabilities'>
}
/** Whether a body lies in the asker's ground, and whether it is the asker's own. */
export async function reachTo(
  tx: Tx,
  doors: Pick<OperatorDoors, 'places'>,
  { body, tenant, who }: Asker & { readonly body: Pick<OrganisationBrief, 'id' | 'area'> },
): Promise<{ readonly inside: boolean; readonly own: boolean }> {
  const placeOf = await placesByArea(tx, doors, tenant)
  return { inside: covers(who.territory, placeOf(body.area)), own: who.organisation === body.id }
}
