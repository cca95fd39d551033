/* Problem trees over HTTP: lists and one tree as its reader may see it, acts in batches, freezing and next rounds. Who maps writes; who reads is cut by tier. */
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { maybe, numberInUrl, record, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { sha256, toHex } from '../../../../platform/log/chain.ts'
import type { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import { TreeId, WorkshopId } from '../../contract-ids.ts'
import { BeginTree, EditTree, FreezeTree, ReopenTree, TreeAnswer, type TreeChange, TreeList, versionOfTree } from '../../contract-trees.ts'
import { changesBetween, orderedTree, ownersIn, placesIn } from '../../domain/trees/changes.ts'
import { type TreeCommand, type TreeContext, type TreeEvent, type TreeSoFar, treeDecider, treeKinds } from '../../domain/trees/tree.ts'
import { type TreeDoors, areasByCode, readTree, readTrees } from './read-trees.ts'

export const treeAggregate: Aggregate<TreeSoFar, TreeCommand, TreeEvent, TreeContext> = {
  name: 'problem-tree',
  decider: treeDecider,
  kinds: treeKinds,
}
export const treeParams = record({ tree: TreeId })
/** A version by its number; without it the tree as it stands. */
export const versionInUrl = numberInUrl().pipe(versionOfTree)
const read = can('conflict.read')
const map = can('conflict.map')

export const treeRoutes = (doors: TreeDoors): readonly Route[] => [...readings(doors), ...writings(runWith(doors))]

const readings = (doors: TreeDoors): readonly Route[] => [
  readRoute({
    path: '/api/conflict/trees',
    summary:
      'Problem trees, newest change first, with their frozen versions; by workshop or zone. Titles without names of sites for who is not cleared',
    allow: read,
    query: record({ workshop: maybe(WorkshopId), zone: maybe(text(12)) }),
    answer: TreeList,
    read: async ({ tx, tenant, who, now, query: { workshop, zone } }) => {
      const asked = { ...(workshop === undefined ? {} : { workshop }), ...(zone === undefined ? {} : { zone }) }
      return accepted(await readTrees(tx, doors, { tenant, who, now, asked }))
    },
  }),
  readRoute({
    path: '/api/conflict/trees/:tree',
    summary: 'One tree as it stands or as it was frozen, with what is wrong with it; zones for committees, sites too for who is cleared',
    allow: read,
    params: treeParams,
    query: record({ version: maybe(versionInUrl) }),
    answer: TreeAnswer,
    read: ({ tx, tenant, who, now, params: { tree }, query }) =>
      readTree(tx, doors, { tenant, who, now, tree, version: query.version ?? null }),
  }),
]

/** What a command names that must be known: places and bodies. */
function namedIn(command: TreeCommand): { readonly changes: readonly TreeChange[]; readonly zones: readonly string[] } {
  if (command.type === 'edit') return { changes: command.changes, zones: [] }
  if (command.type !== 'begin') return { changes: [], zones: [] }
  const { content, zones, title } = command
  return { changes: content ? changesBetween({ title, cards: [], arrows: [] }, content) : [], zones }
}
async function contextFor(
  tx: Tx,
  doors: TreeDoors,
  asked: { readonly tenant: string; readonly command: TreeCommand },
): Promise<Pick<TreeContext, 'unknownPlaces' | 'unknownBodies'>> {
  const { tenant, command } = asked
  const named = namedIn(command)
  const places = placesIn(named.changes)
  const owners = ownersIn(named.changes)
  const zones = [...new Set([...named.zones, ...places.zones])]
  const areas = zones.length === 0 ? new Map<string, string>() : await areasByCode(tx, doors, tenant)
  const sites = places.sites.length === 0 ? [] : await doors.sites.briefs(tx, places.sites, tenant)
  const bodies = owners.length === 0 ? [] : await doors.people.organisations(tx, owners, tenant)
  return {
    unknownPlaces: [...zones.filter((code) => !areas.has(code)), ...places.sites.filter((id) => !sites.some((one) => one.id === id))],
    unknownBodies: owners.filter((id) => !bodies.some((one) => one.id === id)),
  }
}

interface Sent {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
type Run = ReturnType<typeof runWith>
const runWith =
  (doors: TreeDoors) =>
  ({ door, who, tenant, envelope }: Sent, tree: string, command: TreeCommand) =>
    door.execute({
      aggregate: treeAggregate,
      subject: tree,
      command,
      envelope,
      who,
      context: async (tx, state, { today }) => ({
        ...{ today, account: who.account, organisation: who.organisation },
        ...(await contextFor(tx, doors, { tenant, command })),
        sha256: command.type === 'freeze' && state !== null ? toHex(sha256(canonicalJson(orderedTree(state.content)))) : '',
      }),
    })

const writings = (run: Run): readonly Route[] => [
  writeRoute({
    path: '/api/conflict/trees',
    summary: 'Begins a problem tree, empty or from a file',
    allow: map,
    body: BeginTree,
    write: (sent) => run(sent, sent.envelope.id, { type: 'begin', ...sent.data }),
  }),
  writeRoute({
    path: '/api/conflict/trees/:tree/edits',
    summary: 'Acts at a tree in their order, all or none; refused when the tree is not the one that the sender saw',
    allow: map,
    params: treeParams,
    body: EditTree,
    write: (sent) => run(sent, sent.params.tree, { type: 'edit', ...sent.data }),
  }),
  writeRoute({
    path: '/api/conflict/trees/:tree/freezes',
    summary: 'Freezes the tree as a numbered version with its hash; refused while something in it blocks',
    allow: map,
    params: treeParams,
    body: FreezeTree,
    write: (sent) => run(sent, sent.params.tree, { type: 'freeze', ...sent.data }),
  }),
  writeRoute({
    path: '/api/conflict/trees/:tree/rounds',
    summary: 'Opens the next round: the tree goes on from its last version, which stays as it is',
    allow: map,
    params: treeParams,
    body: ReopenTree,
    write: (sent) => run(sent, sent.params.tree, { type: 'reopen', ...sent.data }),
  }),
]
