/* What leaves as a file: hostile words stay words, and what a reader may not see is in none of them. */
import { parseXml } from '@rgrove/parse-xml'
import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { TreeContent } from '../../contract-trees.ts'
import { cutTree, withoutNames } from './cut.ts'
import { mermaidText, treeFile, treeMermaid, treeOfFile, treeRows } from './exports.ts'
import { type PictureWords, treeSvg } from './picture.ts'
import { cardId, randomTree, sampleCard, soundTree } from './tree-samples.ts'

const words: PictureWords = {
  ...{ title: 'Arbre <b>&"', under: ['v1', 'deux'], kinds: { above: 'Effets', core: 'Cœur', below: 'Causes' } },
  ...{ votes: (n) => `${n} voix`, chosen: 'retenu', places: () => 'Nord & Est' },
}
const HOSTILE = '"]; click c1 "javascript:x" <script>alert(1)</script> `**gras**` #35; \\ & é \u0007'
const hostile: TreeContent = { ...soundTree, cards: soundTree.cards.map((card) => ({ ...card, text: HOSTILE, themes: ['<i>'] })) }

test.each(['problem', 'objective'] as const)('a picture of the %s side is well-formed, with no element that a card brought', (side) => {
  const svg = treeSvg(hostile, side, words)
  const names = new Set<string>()
  const walk = (node: { readonly name?: string; readonly children?: readonly object[] }) => {
    if (node.name !== undefined) names.add(node.name)
    for (const child of node.children ?? []) walk(child)
  }
  walk(parseXml(svg))
  expect([...names].toSorted()).toEqual(['defs', 'g', 'marker', 'path', 'rect', 'svg', 'text', 'title', 'tspan'])
  expect(svg).toContain('width="420mm" height="297mm"')
  expect(svg).not.toMatch(/href|url\((?!#tip)|<script|@import/)
})
test('three hundred cards make a picture too', () => {
  const tree = randomTree(7, 300, false)
  expect(parseXml(treeSvg(tree, 'problem', words)).root?.name).toBe('svg')
})

test('Mermaid reads no sign of a card, and has as many cards and arrows', () => {
  const lines = treeMermaid(hostile, 'problem').split('\n')
  expect(lines.filter((line) => line.includes('["'))).toHaveLength(hostile.cards.length)
  expect(lines.filter((line) => line.includes('-->'))).toHaveLength(hostile.arrows.length)
  for (const line of lines.filter((one) => one.includes('["')))
    expect(line.slice(line.indexOf('["') + 2, line.lastIndexOf('"]'))).not.toMatch(/["<>`\\[\]()*_|{}]/)
  expect(mermaidText('1. puits')).toBe('#49;. puits')
  expect(mermaidText('- puits')).toBe('#45; puits')
  expect(mermaidText('L’eau, à 3 km')).toBe('L’eau, à 3 km')
})

test('a file is read as the tree that wrote it; what is no tree is named', () => {
  const read = treeOfFile(JSON.stringify(treeFile(soundTree)))
  expect(read.ok && read.value).toEqual(treeFile(soundTree).content)
  const codeOf = (text: string) => {
    const outcome = treeOfFile(text)
    return outcome.ok ? null : outcome.refusal.code
  }
  expect(codeOf('{')).toBe('tree-file-not-json')
  expect(codeOf('{"format":"other"}')).toBe('tree-file-not-ours')
  const twice = { ...soundTree, cards: [...soundTree.cards, sampleCard(2, 'cause')] }
  expect(codeOf(JSON.stringify({ format: 'chanzo-problem-tree', version: 1, content: twice }))).toBe('tree-file-contradicts')
})

test('a table has a row for each card, the core first', () => {
  const table = { heads: ['a'], kind: (kind: string) => kind, yes: 'oui', site: () => '', zone: (code: string) => code, owner: () => '' }
  const rows = treeRows(soundTree, table)
  expect(rows).toHaveLength(soundTree.cards.length + 1)
  expect(rows.slice(1).map(([kind]) => kind)).toEqual(['core', 'cause', 'cause', 'cause', 'effect', 'effect'])
})

test.each([
  ['Barrière à Mto Mweupe 2, la nuit', 'Barrière à […], la nuit'],
  ['MTO-MWEUPE 2 et Mto Mweupe 2', '[…] et […]'],
  ['Mto Mweupe 21', 'Mto Mweupe 21'],
  ['L’étang de Bwawa la Dhahabu', 'L’étang de […]'],
  ['rien', 'rien'],
])('names of sites taken out of %s', (text, plain) => expect(withoutNames(text, ['Mto Mweupe 2', 'Bwawa la Dhahabu', 'Or'])).toBe(plain))

test('for a committee a card that was tied to a site is tied to its territoire', () => {
  const site = asId('site', '01900000-0000-7000-8000-0000000000aa')
  const tree = {
    ...soundTree,
    cards: soundTree.cards.map((card) => (card.id === cardId(2) ? { ...card, sites: [site], zones: [] } : card)),
  }
  const known = [{ site, name: 'Mto Mweupe 2', territoire: 'XL103' }]
  const kept = { sites: known, plain: (words: string): string => words }
  expect(cutTree(tree, 'committee', kept).cards.find((card) => card.id === cardId(2))).toMatchObject({ sites: [], zones: ['XL103'] })
  expect(cutTree(tree, 'cleared', kept)).toBe(tree)
})
