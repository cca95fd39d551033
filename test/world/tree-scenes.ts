/*
A problem tree of Lukanda-Nord, in invented words: what a hall wrote on cards in a workshop, frozen; then a next round in which one card hangs in the air and
another names the solution that is missing, so that the screen has something to say.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { asId } from '../../src/kernel/schema.ts'
import type { Card, CardId, CardKind, TreeChange } from '../../src/modules/conflict/contract-trees.ts'
import { newId, subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

const NORD = 'XL101'
interface Written {
  readonly key: string
  readonly kind: CardKind
  readonly text: string
  /** What it brings about; for an effect, what it comes from. */
  readonly joins: readonly string[]
  readonly votes?: number
  readonly more?: Partial<Card>
}
const cardsOf = (sites: { readonly [key: string]: string }, stage: Stage, day: string): readonly Written[] => {
  const at = (...keys: readonly string[]) => keys.map((key) => asId('site', sites[key] ?? ''))
  return [
    { key: 'core', kind: 'core', text: 'On se bat pour le contrôle des puits et des pistes de Lukanda-Nord', joins: [], votes: 12 },
    {
      ...{
        key: 'groups',
        kind: 'cause',
        joins: ['core'],
        votes: 21,
        text: 'Des groupes armés se forment plus vite qu’ils ne déposent les armes',
      },
      more: {
        ...{ zones: [NORD], themes: ['sécurité'], isChosen: true, objective: 'Les combattants rejoignent le programme de démobilisation' },
        action: {
          what: 'Tenir une table de retour au village avec les chefs de groupement, et une liste de places de formation',
          ...{ owner: asId('organisation', stage.organisation('secretariat')), ownerWritten: null, due: addDays(day, 75) },
        },
      },
    },
    {
      ...{
        key: 'pay',
        kind: 'cause',
        joins: ['groups'],
        votes: 14,
        text: 'Qui porte une arme gagne en une semaine ce qu’un champ donne en une saison',
      },
      more: { zones: [NORD], themes: ['revenus'], heard: ['Les jeunes n’ont que le puits ou le fusil'] },
    },
    {
      ...{
        key: 'posts',
        kind: 'cause',
        joins: ['core'],
        votes: 17,
        text: 'Trop d’hommes en armes autour de Mto Mweupe 2, chacun avec sa taxe',
      },
      more: { sites: at('mweupe'), themes: ['sécurité'] },
    },
    {
      ...{
        key: 'land',
        kind: 'cause',
        joins: ['core'],
        votes: 18,
        text: 'Des terres de village cédées à des concessions sans que le village l’ait su',
      },
      more: { zones: [NORD], sites: at('mawe'), themes: ['terres'] },
    },
    {
      ...{
        key: 'fields',
        kind: 'cause',
        joins: ['land'],
        votes: 9,
        text: 'On pousse à creuser plutôt qu’à cultiver : le minerai se vend le jour même',
      },
      more: { zones: [NORD], themes: ['terres', 'revenus'] },
    },
    {
      ...{
        key: 'roads',
        kind: 'cause',
        joins: ['fields', 'posts'],
        votes: 11,
        text: 'Pistes impraticables la moitié de l’année : qui garde le bac fixe le prix',
      },
      more: { sites: at('jiwe'), zones: [NORD], themes: ['routes'] },
    },
    { key: 'flight', kind: 'effect', text: 'Des familles quittent les villages du nord', joins: ['core'], votes: 10 },
    { key: 'schools', kind: 'effect', text: 'Les écoles ferment, les enfants vont au puits', joins: ['flight'], votes: 8 },
    { key: 'trade', kind: 'effect', text: 'Le minerai part sans étiquette, par d’autres pistes', joins: ['core'], votes: 6 },
  ]
}

/** Answers the tree and its cards by their keys. */
export async function frozenTree(
  stage: Stage,
  { sites, day }: { readonly sites: { readonly [key: string]: string }; readonly day: string },
): Promise<{ readonly tree: string; readonly cards: ReadonlyMap<string, CardId> }> {
  const analyst = stage.as('analyst')
  const begun = { title: 'Puits, pistes et terres de Lukanda-Nord', zones: [NORD], workshop: null }
  const tree = subjectOf(await analyst.post('/api/conflict/trees', begun))
  const written = cardsOf(sites, stage, day)
  const cards = new Map(written.map(({ key }) => [key, asId('card', newId())]))
  const idOf = (key: string): CardId => cards.get(key) ?? asId('card', newId())
  const changes: readonly TreeChange[] = [
    ...written.map(({ key, kind, text, votes = 0, more = {} }) => {
      const plain = { objective: null, themes: [], sites: [], zones: [], isChosen: false, action: null, heard: [] }
      return { do: 'write', card: { id: idOf(key), kind, text, votes, ...plain, ...more } } as const
    }),
    ...written.flatMap(({ key, kind, joins }) =>
      joins.map((other) => ({
        do: 'join' as const,
        ...(kind === 'effect' ? { from: idOf(other), to: idOf(key) } : { from: idOf(key), to: idOf(other) }),
      })),
    ),
  ]
  subjectOf(await analyst.post(`/api/conflict/trees/${tree}/edits`, { expected: 0, changes }))
  subjectOf(await stage.as('secretariat').post(`/api/conflict/trees/${tree}/freezes`, { expected: 1 }))
  return { tree, cards }
}

/** A week ago: the secretariat goes on. Two cards are not ready yet. */
export async function nextRound(stage: Stage, { tree, cards }: Awaited<ReturnType<typeof frozenTree>>): Promise<void> {
  const secretariat = stage.as('secretariat')
  const path = `/api/conflict/trees/${tree}`
  const plain = { votes: 0, objective: null, themes: [], sites: [], zones: [], isChosen: false, action: null, heard: [] }
  const change = (key: string, more: (card: CardId) => TreeChange): readonly TreeChange[] => {
    const card = cards.get(key)
    return card ? [more(card)] : []
  }
  subjectOf(await secretariat.post(`${path}/rounds`, { workshop: null }))
  const changes: readonly TreeChange[] = [
    ...change('groups', (card) => ({ do: 'vote', card, votes: 26 })),
    ...change('flight', (card) => ({ do: 'reword', card, text: 'Des familles quittent les villages du nord pour la deuxième saison' })),
    { do: 'write', card: { ...plain, id: asId('card', newId()), kind: 'cause', text: 'Absence de bac public sur la Luka' } },
  ]
  subjectOf(await secretariat.post(`${path}/edits`, { expected: 1, changes }))
}

export function treeScenes(
  stage: Stage,
  sites: { readonly [key: string]: string },
): readonly { readonly on: number; readonly play: (day: string) => Promise<void> }[] {
  const kept: { made?: Awaited<ReturnType<typeof frozenTree>> } = {}
  return [
    { on: -20, play: async (day) => void (kept.made = await frozenTree(stage, { sites, day })) },
    { on: -6, play: async () => void (kept.made && (await nextRound(stage, kept.made))) },
  ]
}
