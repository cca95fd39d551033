/* Points as they stand, folded from their acts, with the names that the register of areas gives them. */
import { foldEvents } from '../../../kernel/decider.ts'
import { asId, mustParse } from '../../../kernel/schema.ts'
import { zoneOfPlace } from '../../../kernel/zones.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { PlacesDoor } from '../../places/contract.ts'
import type { SitesDoor } from '../../sites/contract.ts'
import type { PointLine } from '../contract.ts'
import { type Point, PointActs, pointDecider } from '../domain/point.ts'
import { type PointRow, findPoint, listPoints } from './store-mobility.ts'

export interface MobilityDoors {
  readonly places: PlacesDoor<Tx>
  readonly sites: Pick<SitesDoor<Tx>, 'briefs'>
}
export interface KnownPoint {
  readonly id: string
  readonly point: Point
}
function folded({ id, acts }: PointRow): readonly KnownPoint[] {
  const point = foldEvents(pointDecider, mustParse(PointActs, acts))
  return point === null ? [] : [{ id, point }]
}
export const knownPoints = async (tx: Tx, tenant: string): Promise<readonly KnownPoint[]> => (await listPoints(tx, tenant)).flatMap(folded)
/** One of them, without reading the others. */
export async function knownPoint(tx: Tx, tenant: string, id: string): Promise<KnownPoint | null> {
  const row = await findPoint(tx, tenant, id)
  return row === null ? null : (folded(row)[0] ?? null)
}
export type NameOf = (code: string) => string
/** Areas of both levels; a code that nobody registered is its own name. */
export async function areaNames(tx: Tx, { places }: Pick<MobilityDoors, 'places'>, tenant: string): Promise<NameOf> {
  const areas = [...(await places.listAreas(tx, 'province', tenant)), ...(await places.listAreas(tx, 'territoire', tenant))]
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  return (code) => names.get(code) ?? code
}
export function lineOf({ id, point }: KnownPoint, nameOf: NameOf, today: string): PointLine {
  const { code, name, type, area, site, from } = point.opened
  const last = point.suspensions.at(-1)
  const isClosed = point.closedFrom !== null && point.closedFrom <= today
  const suspension = !isClosed && last !== undefined && last.until === null ? { from: last.from, reason: last.reason } : null
  return {
    ...{ id: asId('flow-point', id), code, name, type, area, areaName: nameOf(area), site, zone: zoneOfPlace(area), from, suspension },
    state: isClosed ? 'closed' : suspension === null ? 'counting' : 'suspended',
  }
}
/** An area of either level; `null` where nobody registered it. */
export async function placeOf(tx: Tx, { places }: MobilityDoors, { tenant, area }: { readonly tenant: string; readonly area: string }) {
  const territoire = (await places.listAreas(tx, 'territoire', tenant)).find((one) => one.code === area)
  if (territoire) return { province: territoire.parent ?? null, territoire: area }
  const province = (await places.listAreas(tx, 'province', tenant)).find((one) => one.code === area)
  return province ? { province: area, territoire: null } : null
}
