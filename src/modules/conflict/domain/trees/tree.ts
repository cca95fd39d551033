/*
Decisions about a problem tree. Two laptops at one table write the same tree: whoever did not see the last change sends again what they meant on top of it.
A version is frozen only when nothing in it blocks; then the tree rests until a next round opens it again, and the version never changes.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, listOf, orNull, record, text, whole } from '../../../../kernel/schema.ts'
import { WorkshopId } from '../../contract-ids.ts'
import {
  type BeginTree,
  type EditTree,
  type FreezeTree,
  type ReopenTree,
  TreeChange,
  TreeContent,
  versionOfTree,
} from '../../contract-trees.ts'
import { changeTree, orderedTree, readTree } from './changes.ts'
import { checkTree } from './check.ts'

const by = { on: calendarDate(), by: text(60), body: orNull(text(60)) }
export const TreeBegun = record({ content: TreeContent, zones: listOf(text(12), 12), workshop: orNull(WorkshopId), ...by })
/** `revision`: of the tree after it. */
export const TreeEdited = record({ changes: listOf(TreeChange, 400), revision: whole(), ...by })
/** The content stands here again, whole, so that a version never depends on how acts are played. */
export const TreeFrozen = record({ number: versionOfTree, sha256: text(64), content: TreeContent, ...by })
/** A next round: it begins with the content of the version `former`. */
export const TreeReopened = record({ former: versionOfTree, workshop: orNull(WorkshopId), ...by })
export const treeKinds = {
  'problem-tree.begun.v1': TreeBegun,
  'problem-tree.edited.v1': TreeEdited,
  'problem-tree.frozen.v1': TreeFrozen,
  'problem-tree.reopened.v1': TreeReopened,
} as const
type Kinds = typeof treeKinds
export type TreeEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export type TreeCommand =
  | ({ readonly type: 'begin' } & Infer<typeof BeginTree>)
  | ({ readonly type: 'edit' } & Infer<typeof EditTree>)
  | ({ readonly type: 'freeze' } & Infer<typeof FreezeTree>)
  | ({ readonly type: 'reopen' } & Infer<typeof ReopenTree>)
export interface TreeContext {
  readonly today: string
  readonly account: string
  readonly organisation: string | null
  /** Sites and zones that the command ties to and that nobody registered. */
  readonly unknownPlaces: readonly string[]
  /** Bodies that the command names as owners and that nobody registered. */
  readonly unknownBodies: readonly string[]
  /** SHA-256, hexadecimal, of the canonical text of the tree as it stands. */
  readonly sha256: string
}
export interface TreeStanding {
  readonly content: TreeContent
  readonly revision: number
  readonly state: 'open' | 'frozen'
  readonly versions: number
  readonly lastFrozenOn: string | null
}
export type TreeSoFar = TreeStanding | null
type Decided = Outcome<readonly TreeEvent[]>

function decide(state: TreeSoFar, command: TreeCommand, context: TreeContext): Decided {
  const act = { on: context.today, by: context.account, body: context.organisation }
  const { unknownPlaces, unknownBodies } = context
  if (unknownPlaces.length > 0) return refused('tree-place-unknown', { places: unknownPlaces.slice(0, 5).join(', ') })
  if (unknownBodies.length > 0) return refused('tree-owner-unknown')
  if (command.type === 'begin') return begin(state, command, act)
  if (state === null) return refused('unknown-tree')
  if (command.type === 'reopen') {
    if (state.state === 'open') return refused('tree-open-already')
    return accepted([{ kind: 'problem-tree.reopened.v1', payload: { former: state.versions, workshop: command.workshop, ...act } }])
  }
  if (state.state === 'frozen') return refused('tree-frozen', { number: state.versions, on: state.lastFrozenOn })
  if (command.expected !== state.revision) return refused('tree-moved-on', { revision: state.revision })
  if (command.type === 'freeze') return freeze(state, act, context)
  if (command.changes.length === 0) return refused('tree-nothing-changed')
  const changed = changeTree(state.content, command.changes)
  if (!changed.ok) return changed
  return accepted([{ kind: 'problem-tree.edited.v1', payload: { changes: command.changes, revision: state.revision + 1, ...act } }])
}

type Act = { readonly on: string; readonly by: string; readonly body: string | null }
function begin(state: TreeSoFar, command: Extract<TreeCommand, { readonly type: 'begin' }>, act: Act): Decided {
  if (state !== null) return refused('tree-begun-already')
  const { title, zones, workshop, content } = command
  const read = readTree({ ...(content ?? { cards: [], arrows: [] }), title })
  if (!read.ok) return refused('tree-file-contradicts', { because: read.refusal.code })
  return accepted([{ kind: 'problem-tree.begun.v1', payload: { content: read.value, zones, workshop, ...act } }])
}
function freeze(state: TreeStanding, act: Act, { sha256 }: TreeContext): Decided {
  const blocking = checkTree(state.content).filter((one) => one.blocks)
  if (blocking.length > 0) return refused('tree-not-ready', { n: blocking.length, findings: [...new Set(blocking.map((one) => one.code))] })
  const payload = { number: state.versions + 1, sha256, content: orderedTree(state.content), ...act }
  return accepted([{ kind: 'problem-tree.frozen.v1', payload }])
}

function evolve(state: TreeSoFar, event: TreeEvent): TreeSoFar {
  if (event.kind === 'problem-tree.begun.v1')
    return { content: event.payload.content, revision: 0, state: 'open', versions: 0, lastFrozenOn: null }
  if (state === null) return null
  switch (event.kind) {
    case 'problem-tree.edited.v1':
      return { ...state, content: mustChange(state.content, event.payload.changes), revision: event.payload.revision }
    case 'problem-tree.frozen.v1':
      return { ...state, content: event.payload.content, state: 'frozen', versions: event.payload.number, lastFrozenOn: event.payload.on }
    default:
      return { ...state, state: 'open' }
  }
}
/** What was taken once is taken again: the log keeps only acts that were. */
export function mustChange(content: TreeContent, changes: readonly TreeChange[]): TreeContent {
  const changed = changeTree(content, changes)
  if (changed.ok) return changed.value
  throw new Error(`a kept change of a tree is no longer understood: ${changed.refusal.code}`)
}

export const treeDecider: Decider<TreeSoFar, TreeCommand, TreeEvent, TreeContext> = { initial: null, decide, evolve }
