/* The words around a tree on paper, out of what the server answered: what a reader does not get is said there and is nowhere in the picture. */
import type { Card, TreeAnswer } from '../../contract-trees.ts'
import type { TableWords } from './exports.ts'
import type { PictureWords, Side } from './picture.ts'

export type Say = (key: string, facts?: { readonly [name: string]: unknown }) => string
/** `today`: of who prints. */
export function pictureWords(answer: TreeAnswer, side: Side, { say, today }: { readonly say: Say; readonly today: string }): PictureWords {
  const { line, version } = answer
  const frozen = line.frozen.find((one) => one.number === (version ?? (line.state === 'frozen' ? line.frozen.length : null)))
  const state = frozen ? say('trees.paper.frozen', frozen) : say('trees.paper.open', { on: today })
  const hash = frozen?.sha256 ? say('trees.paper.hash', { sha256: frozen.sha256 }) : ''
  const zones = line.zones.length === 0 ? '' : say('trees.paper.zones', { zones: line.zones.map((one) => one.name).join(', ') })
  return {
    title: `${say(`trees.paper.${side}`)} · ${answer.content.title}`,
    under: [
      [state, zones].filter(Boolean).join(' · '),
      [hash, answer.withheld.includes('sites') ? say('trees.paper.withheld') : ''].filter(Boolean).join(' · '),
    ].filter(Boolean),
    kinds: {
      above: say(`trees.paper.place.${side}.above`),
      core: say(`trees.paper.place.${side}.core`),
      below: say(`trees.paper.place.${side}.below`),
    },
    votes: (n) => say('trees.paper.votes', { n }),
    chosen: say('trees.paper.chosen'),
    places: (card) => placesOf(answer, card).join(', '),
  }
}
/** Names of what a card is tied to; a code where nobody knows the name. */
export function placesOf({ sites, areas }: Pick<TreeAnswer, 'sites' | 'areas'>, card: Pick<Card, 'sites' | 'zones'>): readonly string[] {
  return [
    ...card.zones.map((code) => areas.find((one) => one.code === code)?.name ?? code),
    ...card.sites.flatMap((id) => sites.find((one) => one.site === id)?.name ?? []),
  ]
}

const HEADS = [
  'kind',
  'text',
  'objective',
  'votes',
  'themes',
  'sites',
  'zones',
  'leads',
  'heard',
  'chosen',
  'action',
  'owner',
  'due',
] as const
export const tableWords = (answer: TreeAnswer, say: Say): TableWords => ({
  heads: HEADS.map((head) => say(`trees.paper.head.${head}`)),
  kind: (kind) => say(`trees.paper.kind.${kind}`),
  yes: say('trees.paper.yes'),
  site: (id) => answer.sites.find((one) => one.site === id)?.name ?? '',
  zone: (code) => answer.areas.find((one) => one.code === code)?.name ?? code,
  owner: ({ action }) => ownerOf(answer, action),
})
export const ownerOf = ({ bodies }: Pick<TreeAnswer, 'bodies'>, action: Card['action']): string =>
  action === null ? '' : (bodies.find((one) => one.body === action.owner)?.name ?? action.ownerWritten ?? '')
