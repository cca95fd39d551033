/* A workshop as it stands, folded from its acts with the words of its places. The cost is that of its acts; a list folds at most two hundred workshops. */
import { asId, mustParse } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PeopleDoor } from '../../../people/contract.ts'
import type { PlacesDoor } from '../../../places/contract.ts'
import type { SitesDoor } from '../../../sites/contract.ts'
import {
  type ConveneWorkshop,
  type FrozenShown,
  type FrozenVersion,
  type WorkshopContent,
  type WorkshopEvent,
  type WorkshopLine,
  type WorkshopList,
  type WorkshopShown,
  WorkshopActs,
} from '../../contract-workshops.ts'
import { type Wall, budgetOf, cardsWithDots, emptyWall, evolveWall, laidBy } from '../../domain/workshops/wall.ts'
import { type ActRow, listActs, listCodes, listTelephones, listWorkshopIds, MOST_WORKSHOPS, countWorkshops } from './store-workshops.ts'
import { cutAt } from '../cut.ts'

export interface WorkshopDoors {
  readonly database: Pick<Database, 'transaction'>
  readonly people: PeopleDoor<Tx>
  readonly places: PlacesDoor<Tx>
  readonly sites: SitesDoor<Tx>
  /** Where telephones of a hall reach this program; empty where it was not started for one. */
  readonly hallAddresses: () => readonly string[]
}

export interface Kept {
  readonly wall: Wall
  readonly versions: readonly FrozenVersion[]
  readonly contents: ReadonlyMap<number, WorkshopContent>
}
/** `null` for what was never convened. */
export function foldActs(rows: readonly ActRow[]): Kept | null {
  const acts: readonly WorkshopEvent[] = mustParse(
    WorkshopActs,
    rows.map(({ kind, payload }) => ({ kind, payload })),
  )
  if (acts.length === 0) return null
  const versions: FrozenVersion[] = []
  const contents = new Map<number, WorkshopContent>()
  for (const [index, act] of acts.entries()) {
    if (act.kind !== 'workshop.frozen.v1') continue
    const { version, on, by, remark, sha256, content } = act.payload
    versions.push({ version, on, by, remark, sha256, at: rows[index]?.at ?? on })
    contents.set(version, content)
  }
  return { wall: acts.reduce(evolveWall, emptyWall), versions, contents }
}
export const readKept = async (tx: Tx, tenant: string, workshop: string): Promise<Kept | null> =>
  foldActs(await listActs(tx, tenant, [workshop]))

/** The zone in words, and the name of the body that convened. */
export async function zoneText(
  tx: Tx,
  { places, people }: Pick<WorkshopDoors, 'places' | 'people'>,
  { tenant, of, host }: { readonly tenant: string; readonly of: ConveneWorkshop; readonly host: string | null },
): Promise<{ zone: string; host: string | null }> {
  const [provinces, territoires] = [await places.listAreas(tx, 'province', tenant), await places.listAreas(tx, 'territoire', tenant)]
  const name = (areas: typeof provinces, code: string): string => areas.find((one) => one.code === code)?.name ?? code
  const [body] = host === null ? [] : await people.organisations(tx, [asId('organisation', host)], tenant)
  return {
    zone: `${name(provinces, of.province)} : ${of.territoires.map((code) => name(territoires, code)).join(', ')}`,
    host: body?.name ?? null,
  }
}

export async function listWorkshops(tx: Tx, doors: WorkshopDoors, tenant: string): Promise<WorkshopList> {
  const ids = await listWorkshopIds(tx, tenant)
  const rows = await listActs(tx, tenant, ids)
  const lines: WorkshopLine[] = []
  for (const id of ids) {
    const kept = foldActs(rows.filter((row) => row.workshop === id))
    const convened = kept?.wall.convened
    if (!kept || !convened) continue
    const { title, round, province, firstDay, lastDay } = convened
    const { seats, entries, cards, isHallOpen } = kept.wall
    lines.push({
      ...{ id: asId('workshop', id), title, round, province, firstDay, lastDay, isHallOpen },
      ...{ seats: seats.length, entries: entries.length, cards: cards.length, versions: kept.versions.length },
      zone: (await zoneText(tx, doors, { tenant, of: convened, host: null })).zone,
    })
  }
  return { workshops: lines, cut: await cutAt(ids.length, MOST_WORKSHOPS, () => countWorkshops(tx, tenant)) }
}

export async function showWorkshop(
  tx: Tx,
  doors: WorkshopDoors,
  { tenant, workshop }: { readonly tenant: string; readonly workshop: string },
): Promise<WorkshopShown | null> {
  const kept = await readKept(tx, tenant, workshop)
  const convened = kept?.wall.convened
  if (!kept || !convened) return null
  const { wall, versions } = kept
  const words = await zoneText(tx, doors, { tenant, of: convened, host: wall.host })
  return {
    ...{ id: asId('workshop', workshop), convened, ...words },
    ...{ seats: [...wall.seats], step: wall.step, entries: [...wall.entries], cards: cardsWithDots(wall) },
    dots: convened.groups.map((_, index) => ({ group: index + 1, laid: laidBy(wall, index + 1), budget: budgetOf(wall, index + 1) })),
    ...{ acts: wall.acts, hasChanged: wall.acts !== wall.frozenAt, versions: [...versions] },
    hall: wall.isHallOpen ? await hallDoor(tx, doors, { tenant, workshop }) : null,
    sites: await siteNames(tx, doors, { tenant, entries: wall.entries }),
  }
}
async function hallDoor(
  tx: Tx,
  { hallAddresses }: Pick<WorkshopDoors, 'hallAddresses'>,
  { tenant, workshop }: { readonly tenant: string; readonly workshop: string },
): Promise<NonNullable<WorkshopShown['hall']>> {
  const telephones = await listTelephones(tx, tenant, workshop)
  const groups = (await listCodes(tx, tenant, workshop)).map(({ group, code }) => ({
    ...{ group, code },
    telephones: telephones.filter((one) => one.group === group).map((one) => one.number),
  }))
  return { addresses: [...hallAddresses()], groups }
}
export async function siteNames(
  tx: Tx,
  { sites }: Pick<WorkshopDoors, 'sites'>,
  { tenant, entries }: { readonly tenant: string; readonly entries: WorkshopContent['entries'] | Wall['entries'] },
): Promise<{ id: string; name: string }[]> {
  const ids = [...new Set(entries.flatMap(({ content }) => (content.place.site === null ? [] : [content.place.site])))]
  return (await sites.briefs(tx, ids, tenant)).map(({ id, name }) => ({ id, name }))
}

/** A frozen version as it was; `null` where there is none of that number. */
export async function showFrozen(
  tx: Tx,
  tenant: string,
  { workshop, version }: { readonly workshop: string; readonly version: number },
): Promise<FrozenShown | null> {
  const kept = await readKept(tx, tenant, workshop)
  const [frozen, content] = [kept?.versions.find((one) => one.version === version), kept?.contents.get(version)]
  return frozen && content ? { workshop: asId('workshop', workshop), frozen, content } : null
}
