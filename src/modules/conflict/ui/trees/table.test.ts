/* A tree on two tables: nothing that was done is lost, what no longer can be done is left out, what is taken back is taken back at the server too. */
import { expect, test } from 'vitest'
import type { TreeChange } from '../../contract-trees.ts'
import { changeTree, orderedTree } from '../../domain/trees/changes.ts'
import { cardId, sampleArrow, sampleCard, soundTree } from '../../domain/trees/tree-samples.ts'
import { type Table, type TableAct, onTable, stepOfKey, tableOf } from './table.ts'
import { themesOf } from './themes.ts'

const vote = (n: number, votes: number): TreeChange => ({ do: 'vote', card: cardId(n), votes })
const play = (table: Table, ...acts: readonly TableAct[]): Table => acts.reduce(onTable, table)
const did = (...changes: readonly TreeChange[]): TableAct => ({ do: 'act', changes })
const votesOf = (table: Table, n: number) => table.draft.cards.find((one) => one.id === cardId(n))?.votes

test('what is taken back after it was kept goes to the server as acts that lead back', () => {
  const kept = play(tableOf(soundTree, 0), did({ do: 'remove', card: cardId(4) }), { do: 'kept', count: 1, revision: 1 })
  expect([kept.pending, kept.revision]).toEqual([[], 1])
  const back = play(kept, { do: 'undo' })
  const server = changeTree(kept.saved, back.pending)
  expect(server.ok && orderedTree(server.value)).toEqual(orderedTree(soundTree))
  const again = play(back, { do: 'redo' })
  expect(again.draft).toEqual(kept.draft)
})
test('an act that is refused does nothing and says why; the next one clears it', () => {
  const refused = play(tableOf(soundTree, 0), did({ do: 'join', ...sampleArrow(1, 4) }))
  expect([refused.refused, refused.pending]).toEqual(['tree-arrow-circles', []])
  expect(play(refused, did(vote(2, 1))).refused).toBeNull()
})
test('the tree moved on: both are shown; laid on top, only what still can be done is; or theirs is taken', () => {
  const mine = play(tableOf(soundTree, 0), did(vote(2, 5)), did(vote(3, 6)))
  const server = changeTree(soundTree, [{ do: 'remove', card: cardId(3) }])
  if (!server.ok) throw new Error('refused')
  const both = play(mine, { do: 'landed', content: server.value, revision: 1 })
  expect([votesOf(both, 3), both.stands?.revision]).toEqual([6, 1])
  const top = play(both, { do: 'lay-on-top' })
  expect([top.pending, top.revision, top.stands, votesOf(top, 2)]).toEqual([[vote(2, 5)], 1, null, 5])
  const theirs = play(both, { do: 'take-theirs' })
  expect([theirs.pending, theirs.draft]).toEqual([[], server.value])
})
test('an answer that is older than what was kept here changes nothing; a newer one is taken where nothing waits', () => {
  const kept = play(tableOf(soundTree, 4), did(vote(2, 5)), { do: 'kept', count: 1, revision: 5 })
  expect(play(kept, { do: 'landed', content: soundTree, revision: 4 })).toBe(kept)
  const other = { ...soundTree, cards: [...soundTree.cards, sampleCard(9, 'cause')] }
  expect(play(kept, { do: 'landed', content: other, revision: 6 }).draft).toEqual(other)
})
test('what was done while a batch was on its way stays pending', () => {
  const sent = play(tableOf(soundTree, 0), did(vote(2, 5)))
  const more = play(sent, did(vote(3, 6)), { do: 'kept', count: 1, revision: 1 })
  expect([more.pending, votesOf(more, 2), votesOf(more, 3)]).toEqual([[vote(3, 6)], 5, 6])
})
test('one’s own batch that lands before it counts as kept is nobody else’s change', () => {
  const sent = play(tableOf(soundTree, 0), did(vote(2, 5)))
  const landed = play(sent, { do: 'landed', content: sent.draft, revision: 1 })
  expect(play(landed, { do: 'kept', count: 1, revision: 1 })).toMatchObject({ stands: null, pending: [], revision: 1 })
})
test.each([
  [{ key: 'z', ctrlKey: true }, 'undo'],
  [{ key: 'Z', metaKey: true, shiftKey: true }, 'redo'],
  [{ key: 'y', ctrlKey: true }, 'redo'],
  [{ key: 'z' }, null],
  [{ key: 'z', ctrlKey: true, altKey: true }, null],
  [{ key: 'x', ctrlKey: true }, null],
] as const)('the keys %j mean %s', (pressed, step) => {
  expect(stepOfKey({ ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...pressed })).toBe(step)
})
test('cards stand under each of their themes, however it was written; most votes first, and what has no theme last', () => {
  const card = (n: number, votes: number, themes: string[]) => ({ ...sampleCard(n, 'cause'), votes, themes })
  const shown = themesOf([card(1, 1, ['Routes']), card(2, 5, ['Armes', 'routes']), card(3, 2, []), card(4, 9, ['armes'])])
  expect(shown.map(({ theme, votes, cards }) => [theme, votes, cards.map((one) => one.id)])).toEqual([
    ['Armes', 14, [cardId(4), cardId(2)]],
    ['Routes', 6, [cardId(2), cardId(1)]],
    [null, 2, [cardId(3)]],
  ])
  expect(themesOf([])).toEqual([])
})
