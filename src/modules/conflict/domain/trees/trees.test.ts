/* Trees: golden test 14 first; then what random trees must always keep, against a slow oracle written another way. */
import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { Card, CardId, TreeChange, TreeContent } from '../../contract-trees.ts'
import { cardOf, changeTree, changesBetween, orderedTree } from './changes.ts'
import { checkTree, saysAbsence } from './check.ts'
import { diffTrees, isUnchanged } from './diff.ts'
import { apart, layoutTree, wrap } from './layout.ts'
import { mirrorTree, proposedWords } from './mirror.ts'
import { PLACES } from './picture.ts'
import { cardId, randomTree, sampleArrow, sampleCard, soundTree } from './tree-samples.ts'
import { type TreeCommand, type TreeContext, type TreeSoFar, treeDecider } from './tree.ts'

const context: TreeContext = {
  ...{ today: '2026-11-01', account: 'a-1', organisation: 'o-1', unknownPlaces: [], unknownBodies: [], sha256: 'ab'.repeat(32) },
}
const codeOf = (state: TreeSoFar, command: TreeCommand, more: Partial<TreeContext> = {}): string | null => {
  const outcome = treeDecider.decide(state, command, { ...context, ...more })
  return outcome.ok ? null : outcome.refusal.code
}
const play = (...commands: readonly TreeCommand[]): TreeSoFar =>
  commands.reduce<TreeSoFar>((state, command) => {
    const outcome = treeDecider.decide(state, command, context)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.reduce(treeDecider.evolve, state)
  }, null)
const begin = (content?: TreeContent): TreeCommand => ({
  ...{ type: 'begin', title: content?.title ?? 'Arbre', zones: ['XL101'], workshop: null },
  ...(content === undefined ? {} : { content }),
})
const edit = (expected: number, ...changes: readonly TreeChange[]): TreeCommand => ({ type: 'edit', expected, changes: [...changes] })
const codes = (content: TreeContent): readonly string[] => checkTree(content).map((one) => one.code)
const changed = (content: TreeContent, ...changes: readonly TreeChange[]): TreeContent => {
  const outcome = changeTree(content, changes)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

test('golden test 14: an arrow that makes a circle is refused at once, an orphan at freezing; the mirrored tree has as many cards', () => {
  const begun = play(begin(soundTree))
  expect(codeOf(begun, edit(0, { do: 'join', ...sampleArrow(1, 4) }))).toBe('tree-arrow-circles')
  expect(codeOf(begun, edit(0, { do: 'join', ...sampleArrow(6, 2) }))).toBe('tree-arrow-circles')
  expect(codeOf(begun, edit(0, { do: 'join', ...sampleArrow(2, 2) }))).toBe('tree-arrow-circles')
  const orphan = play(begin(soundTree), edit(0, { do: 'write', card: sampleCard(9, 'cause') }))
  expect(codeOf(orphan, { type: 'freeze', expected: 1 })).toBe('tree-not-ready')
  expect(codeOf(begun, { type: 'freeze', expected: 0 })).toBeNull()
  const mirrored = mirrorTree(soundTree)
  expect(mirrored.cards.length).toBe(soundTree.cards.length)
  expect(mirrored.cards.map((one) => one.kind)).toEqual(['objective', 'means', 'means', 'means', 'end', 'end'])
  expect(mirrored.arrows).toEqual(soundTree.arrows)
})

test('a sound tree has no finding; each thing that is wrong has its own', () => {
  expect(codes(soundTree)).toEqual([])
  expect(codes({ ...soundTree, cards: soundTree.cards.filter((one) => one.kind !== 'core') })).toContain('no-core')
  expect(codes(changed(soundTree, { do: 'remove', card: cardId(4) }))).toEqual(['too-shallow'])
  expect(codes(changed(soundTree, { do: 'tie', card: cardId(4), sites: [], zones: [] }))).toEqual(['cause-untied'])
  // A cause that the core brings about leads nowhere: the wrong direction is an orphan.
  const wrong = { ...soundTree, arrows: soundTree.arrows.map((one) => (one.from === cardId(3) ? sampleArrow(1, 3) : one)) }
  expect(checkTree(wrong)).toEqual([{ code: 'orphan', card: cardId(3), blocks: true }])
  const twice = { ...soundTree, cards: soundTree.cards.map((one): Card => (one.id === cardId(5) ? { ...one, kind: 'core' } : one)) }
  expect(codes(twice).filter((one) => one === 'several-cores')).toHaveLength(2)
  expect(checkTree(changed(soundTree, { do: 'choose', card: cardId(2), isChosen: true }))).toEqual([
    { code: 'chosen-without-action', card: cardId(2), blocks: false },
  ])
})

test.each([
  'Absence de routes',
  'Le manque d’eau',
  'L’absence de l’État',
  'Pas de bac',
  'Il n’y a pas de route',
  'Aucune école',
  'Lack of roads',
  'No ferry',
  'There is no school',
])('%s names the solution that is missing, and only warns', (text) => {
  expect(saysAbsence(text)).toBe(true)
  const tree = changed(soundTree, { do: 'reword', card: cardId(4), text })
  expect(checkTree(tree)).toEqual([{ code: 'absence-of-solution', card: cardId(4), blocks: false }])
})
test.each(['Routes coupées six mois par an', 'Normes ignorées', 'Les bandits tiennent le bac', 'Nothing is shared', 'Pastis'])(
  '%s says what is there',
  (text) => expect(saysAbsence(text)).toBe(false),
)

test.each<[string, string | null]>([
  ['Insécurité sur la piste', 'Sécurité sur la piste'],
  ['L’insécurité règne', 'La sécurité règne'],
  ['Taxes illégales aux barrières', 'Taxes légales aux barrières'],
  ['Les creuseurs ne sont pas payés', 'Les creuseurs sont payés'],
  ['Ils n’ont plus leurs champs', 'Ils ont leurs champs'],
  // Without "not" its "de" would be wrong French.
  ['Ils n’ont plus de champs', null],
  ['Roads are not repaired', 'Roads are repaired'],
  ['Unsafe pits', 'Safe pits'],
  ['Prolifération des groupes armés', null],
  // Two "not": turning one would say the contrary of the contrary.
  ['L’insécurité ne cesse pas', null],
])('%s mirrored by rule: %s', (problem, words) => expect(proposedWords(problem)).toBe(words))

test('words that people gave stand; without rule the problem stays in brackets and wants words', () => {
  const tree = changed(
    soundTree,
    { do: 'reword', card: cardId(2), text: 'Terres cédées' },
    { do: 'objective', card: cardId(3), words: 'Terres rendues' },
  )
  const mirrored = mirrorTree(tree).cards
  expect(mirrored.find((one) => one.id === cardId(2))).toMatchObject({ text: '[Terres cédées]', words: 'wanted' })
  expect(mirrored.find((one) => one.id === cardId(3))).toMatchObject({ text: 'Terres rendues', words: 'given' })
})

const seeds = Array.from({ length: 120 }, (_, at) => at + 1)
test.each(seeds)('random tree %i: findings agree with an oracle that tries every way', (seed) => {
  const tree = randomTree(seed, 9, seed % 2 === 0)
  const found = checkTree(tree)
  const of = (code: string) =>
    found
      .filter((one) => one.code === code)
      .map((one) => one.card)
      .toSorted()
  expect(of('orphan')).toEqual(oracle.orphans(tree).toSorted())
  expect(of('cycle')).toEqual(oracle.circling(tree).toSorted())
  if (oracle.circling(tree).length === 0 && tree.cards.some((one) => one.kind === 'core'))
    expect(of('too-shallow')).toEqual(oracle.depth(tree) < 2 ? [null] : [])
})
/** Follows every way card by card. */
const oracle = {
  goes: (tree: TreeContent, from: CardId, to: CardId, seen: readonly CardId[] = []): boolean =>
    tree.arrows.some(
      (one) => one.from === from && (one.to === to || (!seen.includes(one.to) && oracle.goes(tree, one.to, to, [...seen, one.to]))),
    ),
  orphans: (tree: TreeContent): readonly CardId[] => {
    const cores = tree.cards.filter((one) => one.kind === 'core')
    return tree.cards
      .filter((one) => one.kind !== 'core')
      .filter(
        (one) => !cores.some((core) => (one.kind === 'cause' ? oracle.goes(tree, one.id, core.id) : oracle.goes(tree, core.id, one.id))),
      )
      .map((one) => one.id)
  },
  circling: (tree: TreeContent): readonly CardId[] =>
    tree.cards
      .map((one) => one.id)
      .filter(
        (one) =>
          oracle.goes(tree, one, one) ||
          // Between two circles: taking cards away from either end never frees it.
          (tree.cards.some((a) => oracle.goes(tree, a.id, a.id) && oracle.goes(tree, a.id, one)) &&
            tree.cards.some((b) => oracle.goes(tree, b.id, b.id) && oracle.goes(tree, one, b.id))),
      ),
  depth: (tree: TreeContent): number => {
    const kind = (id: CardId) => cardOf(tree, id)?.kind
    const longest = (from: CardId): number =>
      Math.max(
        -1000,
        ...tree.arrows
          .filter((one) => one.from === from)
          .map((one) => (kind(one.to) === 'core' ? 1 : kind(one.to) === 'cause' ? 1 + longest(one.to) : -1000)),
      )
    return Math.max(0, ...tree.cards.filter((one) => one.kind === 'cause').map((one) => longest(one.id)))
  },
}

test.each(seeds)('random tree %i: the mirror of the mirror has the same shape, and nothing is lost', (seed) => {
  const tree = randomTree(seed, 40, false)
  const once = mirrorTree(tree)
  const back = { objective: 'core', means: 'cause', end: 'effect' } as const
  const again = mirrorTree({
    title: once.title,
    cards: once.cards.map((one, at) => sampleCard(at + 1, back[one.kind], { id: one.id, text: one.text })),
    arrows: [...once.arrows],
  })
  expect(again.cards.map(({ id, kind }) => [id, kind])).toEqual(once.cards.map(({ id, kind }) => [id, kind]))
  expect(again.arrows).toEqual(tree.arrows)
  expect(new Set(once.cards.map((one) => one.id))).toEqual(new Set(tree.cards.map((one) => one.id)))
})

const placed = (tree: TreeContent) =>
  layoutTree(
    tree.cards.map((one) => ({ id: one.id, place: PLACES[one.kind], text: one.text, notes: one.votes % 4 })),
    tree.arrows,
  )
test.each([...seeds.map((seed) => [seed, 40] as const), [1001, 300] as const, [1002, 300] as const])(
  'random tree %i of at most %i cards: no card lies on another, each stands on its side of the core, twice the same',
  (seed, most) => {
    const tree = randomTree(seed, most, seed % 3 === 0)
    const layout = placed(tree)
    expect(layout.cards).toHaveLength(tree.cards.length)
    for (const [at, a] of layout.cards.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(0)
      expect(a.x + a.width).toBeLessThanOrEqual(layout.width)
      expect(a.y + a.height).toBeLessThanOrEqual(layout.height)
      for (const b of layout.cards.slice(at + 1))
        expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true)
    }
    const y = (kind: Card['kind']) => layout.cards.filter((one) => cardOf(tree, one.id)?.kind === kind).map((one) => one.y)
    expect(Math.max(-1, ...y('effect'))).toBeLessThan(Math.min(...y('core'), ...y('cause'), Infinity))
    expect(Math.max(-1, ...y('core'))).toBeLessThan(Math.min(...y('cause'), Infinity))
    expect(placed({ ...tree, cards: tree.cards.toReversed(), arrows: tree.arrows.toReversed() }).width).toBe(layout.width)
    expect(placed(tree)).toEqual(layout)
  },
)

test('places asked for go as near as the row allows', () => {
  expect(apart([0, 100], 10)).toEqual([0, 100])
  expect(apart([50, 50, 50], 10)).toEqual([40, 50, 60])
  expect(apart([100, 0], 10)).toEqual([45, 55])
})
test('words are broken at spaces, a long word is cut, a long text ends with a mark', () => {
  expect(wrap('un bac qui ne passe plus', 10)).toEqual(['un bac qui', 'ne passe', 'plus'])
  expect(wrap('anticonstitutionnellement', 10)).toEqual(['anticonsti', 'tutionnell', 'ement'])
  expect(wrap('a b c d', 1, 3)).toEqual(['a', 'b', '…'])
})

test.each(seeds)('random trees %i: acts lead from one to the other and back, and each is taken', (seed) => {
  const [a, b] = [randomTree(seed, 25, false), randomTree(seed + 5000, 25, false)]
  expect(orderedTree(changed(a, ...changesBetween(a, b)))).toEqual(orderedTree(b))
  expect(changesBetween(a, a)).toEqual([])
  expect(isUnchanged(diffTrees(a, a))).toBe(true)
})

test('two cards put together keep their votes, ties and arrows, and the words of both', () => {
  const site = asId('site', '01900000-0000-7000-8000-0000000000aa')
  const tree = changed(
    soundTree,
    { do: 'vote', card: cardId(2), votes: 3 },
    { do: 'vote', card: cardId(3), votes: 4 },
    { do: 'tie', card: cardId(3), sites: [site], zones: ['XL102'] },
    { do: 'merge', card: cardId(2), from: cardId(3) },
  )
  expect(cardOf(tree, cardId(2))).toMatchObject({ votes: 7, sites: [site], zones: ['XL101', 'XL102'], heard: ['Carte 3'] })
  expect(tree.arrows.filter((one) => one.to === cardId(1))).toEqual([sampleArrow(2, 1)])
  expect(changeTree(soundTree, [{ do: 'merge', card: cardId(2), from: cardId(5) }])).toMatchObject({
    refusal: { code: 'tree-merge-of-two-kinds' },
  })
  const chain = changed(soundTree, { do: 'write', card: sampleCard(7, 'cause') }, { do: 'join', ...sampleArrow(7, 4) })
  expect(changeTree(chain, [{ do: 'merge', card: cardId(2), from: cardId(7) }])).toMatchObject({ refusal: { code: 'tree-arrow-circles' } })
})

test('two laptops: what was sent on an older tree is refused, and nothing of it is taken', () => {
  const state = play(begin(soundTree), edit(0, { do: 'vote', card: cardId(2), votes: 1 }))
  expect(codeOf(state, edit(0, { do: 'vote', card: cardId(2), votes: 2 }))).toBe('tree-moved-on')
  expect(codeOf(state, edit(1, { do: 'vote', card: cardId(2), votes: 2 }, { do: 'remove', card: cardId(99) }))).toBe('tree-card-unknown')
  expect(state?.content && cardOf(state.content, cardId(2))?.votes).toBe(1)
})

test('a frozen version rests until a next round; the next begins with it and gets the next number', () => {
  const frozen = play(begin(soundTree), { type: 'freeze', expected: 0 })
  expect(codeOf(frozen, edit(0, { do: 'vote', card: cardId(2), votes: 1 }))).toBe('tree-frozen')
  expect(codeOf(frozen, { type: 'freeze', expected: 0 })).toBe('tree-frozen')
  const again = play(begin(soundTree), { type: 'freeze', expected: 0 }, { type: 'reopen', workshop: null })
  expect(codeOf(again, { type: 'reopen', workshop: null })).toBe('tree-open-already')
  const outcome = treeDecider.decide(again, { type: 'freeze', expected: 0 }, context)
  expect(outcome).toMatchObject({ value: [{ payload: { number: 2, content: orderedTree(soundTree) } }] })
})

test('a file that contradicts itself is no tree', () => {
  const twice = { ...soundTree, cards: [...soundTree.cards, sampleCard(2, 'cause')] }
  const circle = { ...soundTree, arrows: [...soundTree.arrows, sampleArrow(1, 4)] }
  const nowhere = { ...soundTree, arrows: [...soundTree.arrows, sampleArrow(77, 1)] }
  for (const tree of [twice, circle, nowhere]) expect(codeOf(null, begin(tree))).toBe('tree-file-contradicts')
  expect(codeOf(null, begin(soundTree), { unknownPlaces: ['XX9'] })).toBe('tree-place-unknown')
})

test('what changed between two versions: new, gone, reworded, other votes, other arrows', () => {
  const after = changed(
    soundTree,
    { do: 'remove', card: cardId(6) },
    { do: 'reword', card: cardId(5), text: 'Champs quittés' },
    { do: 'vote', card: cardId(2), votes: 5 },
    { do: 'write', card: sampleCard(8, 'cause') },
    { do: 'join', ...sampleArrow(8, 3) },
    { do: 'part', ...sampleArrow(4, 2) },
    { do: 'join', ...sampleArrow(4, 3) },
  )
  const diff = diffTrees(soundTree, after)
  expect(diff.added.map((one) => one.id)).toEqual([cardId(8)])
  expect(diff.gone.map((one) => one.id)).toEqual([cardId(6)])
  expect(diff.reworded).toMatchObject([{ before: 'Carte 5', after: 'Champs quittés' }])
  expect(diff.votes).toMatchObject([{ before: 0, after: 5 }])
  expect(diff.moved.map((one) => one.id).toSorted()).toEqual([2, 3, 4].map(cardId))
})
