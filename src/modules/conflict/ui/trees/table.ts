/*
A tree on the table: what the server keeps, what was done since, and what one may take back. Pure, so that two laptops can be played in a test. Taking back is
itself done by acts, because the server may have kept what is taken back.
*/
import { type CardId, type TreeChange, type TreeContent } from '../../contract-trees.ts'
import { changeOnce, changeTree, changesBetween } from '../../domain/trees/changes.ts'

export interface Table {
  readonly saved: TreeContent
  readonly revision: number
  readonly pending: readonly TreeChange[]
  /** What is seen: saved, with what is pending on top. */
  readonly draft: TreeContent
  readonly past: readonly TreeContent[]
  readonly future: readonly TreeContent[]
  readonly chosen: CardId | null
  /** The code of the refusal of the last act; nothing was done. */
  readonly refused: string | null
  /** Somebody else went on while something is pending here. */
  readonly stands: { readonly content: TreeContent; readonly revision: number } | null
}
export type TableAct =
  | { readonly do: 'act'; readonly changes: readonly TreeChange[]; readonly choose?: CardId | null }
  | { readonly do: 'undo' | 'redo' | 'lay-on-top' | 'take-theirs' }
  | { readonly do: 'choose'; readonly card: CardId | null }
  /** The first `count` of what was pending are kept as `revision`. */
  | { readonly do: 'kept'; readonly count: number; readonly revision: number }
  | { readonly do: 'landed'; readonly content: TreeContent; readonly revision: number }

const MOST_STEPS = 100
/** Ctrl+Z (⌘Z) takes back; with Shift, or Ctrl+Y, it is done again. In a field the keys are the field's own. */
export function stepOfKey({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' && !shiftKey ? 'redo' : null
}
export const tableOf = (content: TreeContent, revision: number, pending: readonly TreeChange[] = []): Table => {
  const { draft, taken } = laid(content, pending)
  return { saved: content, revision, pending: taken, draft, past: [], future: [], chosen: null, refused: null, stands: null }
}
/** Each act that still can be done, in its order. */
export function laid(
  content: TreeContent,
  changes: readonly TreeChange[],
): { readonly draft: TreeContent; readonly taken: readonly TreeChange[] } {
  let draft = content
  const taken: TreeChange[] = []
  for (const change of changes) {
    const next = changeOnce(draft, change)
    if (!next.ok) continue
    draft = next.value
    taken.push(change)
  }
  return { draft, taken }
}

export function onTable(table: Table, act: TableAct): Table {
  switch (act.do) {
    case 'act': {
      const next = changeTree(table.draft, act.changes)
      if (!next.ok) return { ...table, refused: next.refusal.code }
      return {
        ...table,
        ...{
          draft: next.value,
          pending: [...table.pending, ...act.changes],
          past: [...table.past, table.draft].slice(-MOST_STEPS),
          future: [],
        },
        ...{ refused: null, chosen: standing(next.value, act.choose === undefined ? table.chosen : act.choose) },
      }
    }
    case 'undo':
      return stepped(table, 'past')
    case 'redo':
      return stepped(table, 'future')
    case 'choose':
      return { ...table, chosen: act.card, refused: null }
    case 'kept': {
      const saved = laid(table.saved, table.pending.slice(0, act.count)).draft
      // An answer that came before this word of the server tells of one's own acts, not of another's.
      const stands = table.stands !== null && table.stands.revision <= act.revision ? null : table.stands
      return { ...table, saved, revision: act.revision, pending: table.pending.slice(act.count), stands }
    }
    case 'landed':
      return landed(table, act)
    case 'take-theirs':
      return table.stands === null ? table : { ...tableOf(table.stands.content, table.stands.revision), chosen: table.chosen }
    default:
      return table.stands === null
        ? table
        : { ...tableOf(table.stands.content, table.stands.revision, table.pending), chosen: table.chosen, past: table.past }
  }
}

function landed(table: Table, { content, revision }: { readonly content: TreeContent; readonly revision: number }): Table {
  if (revision <= table.revision && table.stands === null) return table
  if (table.pending.length === 0) return { ...tableOf(content, revision), chosen: standing(content, table.chosen) }
  return { ...table, stands: { content, revision } }
}
function stepped(table: Table, from: 'past' | 'future'): Table {
  const to = table[from].at(-1)
  if (!to) return table
  const changes = changesBetween(table.draft, to)
  const left = table[from].slice(0, -1)
  const other = [...(from === 'past' ? table.future : table.past), table.draft]
  const next = changeTree(table.draft, changes)
  if (!next.ok) return table
  return {
    ...table,
    ...{ draft: next.value, pending: [...table.pending, ...changes], refused: null, chosen: standing(next.value, table.chosen) },
    ...(from === 'past' ? { past: left, future: other } : { future: left, past: other }),
  }
}
const standing = (content: TreeContent, card: CardId | null): CardId | null => (content.cards.some((one) => one.id === card) ? card : null)
