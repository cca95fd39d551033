/*
Trees as a reader may see them. The cut is made here, before anything leaves: a committee gets zones and no site, and no hash of what it did not get.
Cost: a list reads no card; one tree reads its cards once and asks for the sites and bodies that they name.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { PeopleDoor } from '../../../people/contract.ts'
import type { PlacesDoor } from '../../../places/contract.ts'
import type { SitesDoor } from '../../../sites/contract.ts'
import type { WorkshopId } from '../../contract-ids.ts'
import { type TreeAnswer, TreeContent, type TreeLine, type TreeList, TreeState, type WorkshopTree } from '../../contract-trees.ts'
import { checkTree } from '../../domain/trees/check.ts'
import { TreeCounts } from '../../domain/trees/counts.ts'
import { type SiteOfTree, cutTree, cutterOf } from '../../domain/trees/cut.ts'
import { type Tier, sees, tierOf } from '../../domain/tiers/tiers.ts'
import { foldedActor } from '../../domain/folded.ts'
import { type KeptNames, keptNames } from '../sheets/doors.ts'
import * as store from './store-trees.ts'
import { cutAt } from '../cut.ts'

export interface TreeDoors {
  readonly places: Pick<PlacesDoor<Tx>, 'listAreas'>
  readonly sites: Pick<SitesDoor<Tx>, 'briefs' | 'overview'>
  readonly people: Pick<PeopleDoor<Tx>, 'organisations'>
}
export interface Asking {
  readonly tenant: string
  readonly who: Pick<Who, 'capabilities'>
  readonly now: string
}
const tierFor = ({ who }: Asking): Tier => tierOf(who.capabilities)

export async function areasByCode(tx: Tx, { places }: Pick<TreeDoors, 'places'>, tenant: string): Promise<ReadonlyMap<string, string>> {
  const areas = [...(await places.listAreas(tx, 'province', tenant)), ...(await places.listAreas(tx, 'territoire', tenant))]
  return new Map(areas.map((one) => [one.code, one.name]))
}

export async function readTrees(
  tx: Tx,
  doors: TreeDoors,
  { asked, ...asking }: Asking & { readonly asked: store.TreesAsked },
): Promise<TreeList> {
  const { tenant, who } = asking
  const tier = tierFor(asking)
  const rows = await store.listTrees(tx, tenant, asked)
  const areas = await areasByCode(tx, doors, tenant)
  const versions = await store.listVersions(
    tx,
    tenant,
    rows.map((one) => one.id),
  )
  // A title may name a site too; whoever is not cleared gets it as the cards are cut, and for that they must be read.
  const titles = sees(tier, 'cleared') ? new Map<string, string>() : await cutTitles(tx, doors, { ...asking, rows, areas })
  return {
    trees: rows.map((row) => lineOf(row, { areas, versions, tier, title: titles.get(row.id) ?? row.title })),
    withheld: sees(tier, 'cleared') ? [] : ['sites'],
    mayWrite: who.capabilities.has('conflict.map'),
    cut: await cutAt(rows.length, store.MOST_TREES, () => store.countTrees(tx, tenant, asked)),
  }
}
async function cutTitles(
  tx: Tx,
  doors: TreeDoors,
  { tenant, now, rows, areas }: Asking & { readonly rows: readonly store.TreeRow[]; readonly areas: ReadonlyMap<string, string> },
): Promise<ReadonlyMap<string, string>> {
  const kept = await keptNames(tx, doors, { tenant, now })
  const titles = new Map<string, string>()
  for (const row of rows) {
    const content = mustParse(TreeContent, await store.findTreeContent(tx, tenant, row.id))
    const sites = await sitesOf(tx, doors, { tenant, content })
    titles.set(row.id, plainFor({ kept, sites, areas, zones: zonesOf(row.zones, content) })(row.title))
  }
  return titles
}
const zonesOf = (zones: readonly string[], { cards }: TreeContent): readonly string[] => [...zones, ...cards.flatMap((one) => one.zones)]

interface Plain {
  readonly kept: KeptNames
  readonly sites: readonly SiteOfTree[]
  readonly areas: ReadonlyMap<string, string>
  readonly zones: readonly string[]
}
/** Of a tree that has no zone at all any site may be meant. A site that is called as a province or a territoire is said with it, and is no secret. */
function plainFor({ kept, sites, areas, zones }: Plain): (words: string) => string {
  const within = new Set([...zones, ...sites.flatMap((one) => one.territoire ?? [])])
  const near = kept.sites.filter((one) => within.size === 0 || one.areas.length === 0 || one.areas.some((code) => within.has(code)))
  const told = new Set([...areas.values()].map(foldedActor))
  const names = [...sites.map((one) => one.name), ...near.flatMap((one) => one.names), ...kept.actors]
  return cutterOf(names.filter((one) => !told.has(foldedActor(one))))
}

interface Lining {
  readonly areas: ReadonlyMap<string, string>
  readonly versions: readonly store.VersionRow[]
  readonly tier: Tier
  readonly title: string
}
function lineOf(row: store.TreeRow, { areas, versions, tier, title }: Lining): TreeLine {
  return {
    tree: asId('problem-tree', row.id),
    title,
    zones: row.zones.map((code) => ({ code, name: areas.get(code) ?? code })),
    workshop: row.workshop === null ? null : asId('workshop', row.workshop),
    state: mustParse(TreeState, row.state),
    ...{ begunOn: row.begunOn, changedOn: row.changedOn, revision: row.revision },
    ...mustParse(TreeCounts, row.counts),
    frozen: versions
      .filter((one) => one.tree === row.id)
      .map(({ number, on, workshop, sha256 }) => ({
        ...{ number, on, workshop: workshop === null ? null : asId('workshop', workshop) },
        sha256: sees(tier, 'cleared') ? sha256 : null,
      })),
  }
}

async function sitesOf(
  tx: Tx,
  { sites }: Pick<TreeDoors, 'sites'>,
  { tenant, content }: { readonly tenant: string; readonly content: TreeContent },
): Promise<readonly SiteOfTree[]> {
  const ids = [...new Set(content.cards.flatMap((one) => one.sites))]
  if (ids.length === 0) return []
  return (await sites.briefs(tx, ids, tenant)).map(({ id, name, territoireCode }) => ({ site: id, name, territoire: territoireCode }))
}

export async function readTree(
  tx: Tx,
  doors: TreeDoors,
  { tree, version, ...asking }: Asking & { readonly tree: string; readonly version: number | null },
): Promise<Outcome<TreeAnswer>> {
  const { tenant, who } = asking
  const tier = tierFor(asking)
  const [row] = await store.listTrees(tx, tenant, { id: tree })
  if (!row) return refused('unknown-tree')
  const kept = version === null ? await store.findTreeContent(tx, tenant, tree) : await store.findVersionContent(tx, tenant, tree, version)
  if (kept === null) return refused('unknown-tree-version', { number: version })
  const whole = mustParse(TreeContent, kept)
  const sites = await sitesOf(tx, doors, { tenant, content: whole })
  const areas = await areasByCode(tx, doors, tenant)
  const plain = sees(tier, 'cleared')
    ? (words: string): string => words
    : plainFor({ kept: await keptNames(tx, doors, asking), sites, areas, zones: zonesOf(row.zones, whole) })
  const content = cutTree(whole, tier, { sites, plain })
  const bodies = [...new Set(content.cards.flatMap((one) => one.action?.owner ?? []))]
  const codes = new Set([...row.zones, ...content.cards.flatMap((one) => one.zones)])
  const versions = await store.listVersions(tx, tenant, [tree])
  return accepted({
    // A frozen version goes by the title that it was frozen with: the one of today may name what it does not.
    line: lineOf(row, { areas, versions, tier, title: content.title }),
    ...{ version, content },
    // Of the whole tree: a cause that is tied to a site is tied, whoever reads.
    findings: [...checkTree(whole)],
    sites: sees(tier, 'cleared') ? sites.map(({ site, name }) => ({ site: asId('site', site), name })) : [],
    areas: [...codes].map((code) => ({ code, name: areas.get(code) ?? code })),
    bodies: bodies.length === 0 ? [] : (await doors.people.organisations(tx, bodies, tenant)).map(({ id, name }) => ({ body: id, name })),
    withheld: sees(tier, 'cleared') ? [] : ['sites'],
    mayWrite: who.capabilities.has('conflict.map'),
  })
}

/** For the area of workshops: the trees that stand at a workshop or were frozen at it, with what is in them. No card is read. */
export async function treesOfWorkshop(tx: Tx, tenant: string, workshop: WorkshopId): Promise<readonly WorkshopTree[]> {
  const rows = await store.listTrees(tx, tenant, { workshop })
  const versions = await store.listVersions(
    tx,
    tenant,
    rows.map((one) => one.id),
  )
  return rows.map((row) => {
    const frozen = versions.findLast((one) => one.tree === row.id && one.workshop === workshop)
    const { causes, effects, chosen, actions } = mustParse(TreeCounts, frozen?.counts ?? row.counts)
    return {
      ...{ tree: asId('problem-tree', row.id), title: row.title, state: mustParse(TreeState, row.state) },
      ...{ frozen: frozen ? { number: frozen.number, on: frozen.on } : null, causes, effects, chosen, actions },
    }
  })
}
