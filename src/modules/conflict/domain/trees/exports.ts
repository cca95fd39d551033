/* A tree for other programs: Mermaid, our own JSON, and rows for a table. Ids of Mermaid are numbers of our own; no word of a card is ever read as its signs. */
import type { Cell } from '../../../../kernel/write-xlsx.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { parse } from '../../../../kernel/schema.ts'
import { type Card, type CardId, type TreeContent, TreeFile } from '../../contract-trees.ts'
import { orderedTree, readTree } from './changes.ts'
import { mirrorTree } from './mirror.ts'
import type { Side } from './picture.ts'

const CLASSES = { core: 'core', cause: 'cause', effect: 'effect' } as const

export function treeMermaid(content: TreeContent, side: Side): string {
  const { cards, arrows } = orderedTree(content)
  const mirrored = new Map(side === 'objective' ? mirrorTree(content).cards.map((one) => [one.id, one.text]) : [])
  const name = new Map<CardId, string>(cards.map((one, at) => [one.id, `c${at + 1}`]))
  return [
    'flowchart BT',
    ...cards.map((one) => `  ${name.get(one.id) ?? ''}["${mermaidText(mirrored.get(one.id) ?? one.text)}"]:::${CLASSES[one.kind]}`),
    ...arrows.flatMap(({ from, to }) => (name.has(from) && name.has(to) ? [`  ${name.get(from) ?? ''} --> ${name.get(to) ?? ''}`] : [])),
    '  classDef core fill:#f7d9d6,stroke:#a8231c,font-weight:bold',
    '  classDef cause fill:#e2eef0,stroke:#0f5c5c',
    '  classDef effect fill:#fdf3d6,stroke:#8a6a10',
    '',
  ].join('\n')
}
/** Every sign that Mermaid, Markdown or HTML could read is written by its number; letters and ordinary marks stay. */
export const mermaidText = (text: string): string =>
  Array.from(text.toWellFormed())
    .map((letter, at) => (isPlain(letter, at === 0) ? letter : letter < ' ' ? ' ' : `#${letter.codePointAt(0) ?? 32};`))
    .join('')
/** A text that begins with a number or a dash would be read as a list. */
const isPlain = (letter: string, isFirst: boolean): boolean =>
  (isFirst ? /[\p{L}’«–—…]/u : /[\p{L}\p{M}\p{N} .,:!?’«»–—…°/+-]/u).test(letter)

export const treeFile = (content: TreeContent): TreeFile => ({ format: 'chanzo-problem-tree', version: 1, content: orderedTree(content) })
/** A file as a tree, or what is wrong with it. */
export function treeOfFile(text: string): Outcome<TreeContent> {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return refused('tree-file-not-json')
  }
  const file = parse(TreeFile, said)
  if (!file.ok) return refused('tree-file-not-ours', { faults: file.faults.slice(0, 3).map((one) => `${one.path} ${one.problem}`) })
  const read = readTree(file.value.content)
  return read.ok ? accepted(read.value) : refused('tree-file-contradicts', { because: read.refusal.code })
}

export interface TableWords {
  readonly heads: readonly string[]
  readonly kind: (kind: Card['kind']) => string
  readonly yes: string
  readonly site: (id: string) => string
  readonly zone: (code: string) => string
  readonly owner: (card: Card) => string
}
/** One row for each card: core first, then causes, then effects, each by its votes. */
export function treeRows(content: TreeContent, words: TableWords): readonly (readonly Cell[])[] {
  const order = { core: 0, cause: 1, effect: 2 } as const
  const mirrored = new Map(mirrorTree(content).cards.map((one) => [one.id, one.text]))
  const textOf = new Map(content.cards.map((one) => [one.id, one.text]))
  const rows = content.cards
    .toSorted((a, b) => order[a.kind] - order[b.kind] || b.votes - a.votes || (a.id < b.id ? -1 : 1))
    .map((card): readonly Cell[] => [
      words.kind(card.kind),
      card.text,
      mirrored.get(card.id) ?? '',
      card.votes,
      card.themes.join(', '),
      card.sites.map(words.site).join(', '),
      card.zones.map(words.zone).join(', '),
      content.arrows
        .filter((one) => one.from === card.id)
        .map((one) => textOf.get(one.to) ?? '')
        .join(' · '),
      card.heard.join(' · '),
      card.isChosen ? words.yes : '',
      card.action?.what ?? '',
      words.owner(card),
      card.action?.due ?? '',
    ])
  return [words.heads, ...rows]
}
