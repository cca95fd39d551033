/* What conflict sheets ask of other modules: names of sites, areas and bodies. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { PeopleDoor } from '../../../people/contract.ts'
import type { Area, PlacesDoor } from '../../../places/contract.ts'
import type { SiteBrief, SiteId, SitesDoor } from '../../../sites/contract.ts'
import type { SheetContent } from '../../contract-sheets.ts'
import { allActorNames } from '../actors/read-actors.ts'

export interface SheetDoors {
  readonly places: PlacesDoor<Tx>
  readonly sites: Pick<SitesDoor<Tx>, 'briefs' | 'overview'>
  readonly people: Pick<PeopleDoor<Tx>, 'organisations'>
  /** Every name under which the register of actors knows these; who is not in it has none. */
  readonly actorNames: (tx: Tx, tenant: string, actors: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>
}

export interface Named {
  readonly sites: ReadonlyMap<string, SiteBrief>
  readonly areas: ReadonlyMap<string, Area>
  readonly actors: ReadonlyMap<string, readonly string[]>
}
export async function namesOf(
  tx: Tx,
  doors: SheetDoors,
  { tenant, contents }: { readonly tenant: string; readonly contents: readonly SheetContent[] },
): Promise<Named> {
  const sites = [...new Set(contents.flatMap(({ place }) => (place.site === null ? [] : [place.site])))]
  const actors = [...new Set(contents.flatMap((one) => one.actors.flatMap(({ actor }) => (actor === null ? [] : [actor]))))]
  return {
    sites: new Map((sites.length === 0 ? [] : await doors.sites.briefs(tx, sites, tenant)).map((one) => [one.id, one])),
    areas: new Map((await areasOf(tx, doors, tenant)).map((one) => [one.code, one])),
    actors: actors.length === 0 ? new Map() : await doors.actorNames(tx, tenant, actors),
  }
}
export const areasOf = async (tx: Tx, { places }: Pick<SheetDoors, 'places'>, tenant: string): Promise<readonly Area[]> => [
  ...(await places.listAreas(tx, 'province', tenant)),
  ...(await places.listAreas(tx, 'territoire', tenant)),
]
/** Its name in the register, else as people call it. */
export const placeName = ({ place }: SheetContent, { sites }: Named): string =>
  (place.site === null ? undefined : sites.get(place.site)?.name) ?? place.provisionalName ?? '–'

export interface KeptNames {
  /** Each by its name and aliases, with the p-codes in which it lies: none where nobody knows. */
  readonly sites: readonly { readonly id: SiteId; readonly names: readonly string[]; readonly areas: readonly string[] }[]
  readonly actors: readonly string[]
}
/** What no words may tell who is not cleared: sites of the whole register and actors of theirs, linked or not. */
export async function keptNames(
  tx: Tx,
  { sites }: { readonly sites: Pick<SitesDoor<Tx>, 'overview'> },
  { tenant, now }: { readonly tenant: string; readonly now: string },
): Promise<KeptNames> {
  const all = await sites.overview(tx, tenant, { asOf: now.slice(0, 10), knownAt: now, precision: 'coarse' })
  return {
    sites: all.map(({ id, name, aliases, provinceCode, territoireCode }) => ({
      ...{ id, names: [name, ...aliases], areas: [provinceCode, territoireCode].flatMap((code) => code ?? []) },
    })),
    actors: await allActorNames(tx, tenant),
  }
}

/** What a text for everybody, and the label of a round, may not hold: its place, every site of its province by all its names, every territoire, every actor by all theirs. */
export async function forbiddenNames(
  tx: Tx,
  doors: SheetDoors,
  { tenant, now, content }: { readonly tenant: string; readonly now: string; readonly content: SheetContent },
): Promise<readonly string[]> {
  const { sites, areas } = await namesOf(tx, doors, { tenant, contents: [content] })
  const { provisionalName, province } = content.place
  const kept = await keptNames(tx, doors, { tenant, now })
  const near = kept.sites.filter((one) => sites.has(one.id) || one.areas.length === 0 || one.areas.includes(province))
  const ofProvince = areas.get(province)?.name.toLowerCase()
  const territoires = [...areas.values()].filter((one) => one.level === 'territoire' && one.name.toLowerCase() !== ofProvince)
  return [
    ...(provisionalName === null ? [] : [provisionalName]),
    ...[...sites.values()].map((one) => one.name),
    ...near.flatMap((one) => one.names).filter((one) => one.toLowerCase() !== ofProvince),
    ...territoires.map((one) => one.name),
    ...content.actors.flatMap(({ written }) => (written === null ? [] : [written])),
    ...kept.actors,
  ]
}

export const bodyNames = async (
  tx: Tx,
  { people }: Pick<SheetDoors, 'people'>,
  { tenant, bodies }: { readonly tenant: string; readonly bodies: readonly string[] },
): Promise<ReadonlyMap<string, string>> =>
  bodies.length === 0
    ? new Map()
    : new Map(
        (
          await people.organisations(
            tx,
            bodies.map((one) => asId('organisation', one)),
            tenant,
          )
        ).map((one) => [one.id, one.name]),
      )
