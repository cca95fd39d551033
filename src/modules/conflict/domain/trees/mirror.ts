/*
The objective tree that mirrors a problem tree: as many cards, the same arrows; causes become means, the core the objective, effects ends. The words of a
card are those that people gave it; without them a few plain rules of French and English propose some, and where none fits the problem stands in brackets
until somebody finds words. A rule only turns a word that says "not"; it never guesses what would be good (D).
*/
import type { Arrow, Card, CardId, CardKind, TreeContent } from '../../contract-trees.ts'

export type ObjectiveKind = 'objective' | 'means' | 'end'
export interface ObjectiveCard {
  readonly id: CardId
  readonly kind: ObjectiveKind
  readonly text: string
  /** Given by people, proposed by a rule, or still wanted. */
  readonly words: 'given' | 'proposed' | 'wanted'
}
export interface ObjectiveTree {
  readonly title: string
  readonly cards: readonly ObjectiveCard[]
  /** `from` makes `to` possible. */
  readonly arrows: readonly Arrow[]
}

const MIRRORED: { readonly [Kind in CardKind]: ObjectiveKind } = { core: 'objective', cause: 'means', effect: 'end' }

export const mirrorTree = ({ title, cards, arrows }: TreeContent): ObjectiveTree => ({
  title,
  cards: cards.map((card) => ({ id: card.id, kind: MIRRORED[card.kind], ...wordsOf(card) })),
  arrows: arrows.map((arrow) => ({ ...arrow })),
})

function wordsOf({ text, objective }: Card): Pick<ObjectiveCard, 'text' | 'words'> {
  if (objective !== null) return { text: objective, words: 'given' }
  const proposed = proposedWords(text)
  return proposed === null ? { text: `[${text}]`, words: 'wanted' } : { text: proposed, words: 'proposed' }
}

/** Nouns of French that say "not" by their first letters; all feminine, so their article follows. */
const NOT_NOUNS: readonly (readonly [string, string])[] = [
  ['insécurité', 'sécurité'],
  ['instabilité', 'stabilité'],
  ['illégalité', 'légalité'],
  ['inégalité', 'égalité'],
  ['inégalités', 'égalité'],
  ['injustice', 'justice'],
  ['injustices', 'justice'],
  ['impunité', 'sanction des auteurs'],
  ['méfiance', 'confiance'],
  ['désunion', 'union'],
]
const ALIKE: readonly (readonly [string, string])[] = [
  ['illégal', 'légal'],
  ['illicite', 'licite'],
  ['illégitime', 'légitime'],
  ['impraticable', 'praticable'],
  ['insuffisant', 'suffisant'],
  ['inéquitable', 'équitable'],
  ['inaccessible', 'accessible'],
  ['inefficace', 'efficace'],
  ['inexistant', 'existant'],
]
/** Endings of adjectives: feminine and plural follow the word. */
const ENDING = '(e?s?|aux|ales?)'

type Rule = readonly [found: RegExp, instead: string | ((...found: string[]) => string)]
const letter = '(?<![\\p{L}])'
const noLetter = '(?![\\p{L}])'
const rules: readonly Rule[] = [
  // French: "ne … pas", and what stands between it.
  [new RegExp(`${letter}(?:ne\\s+|n['’])([\\p{L}]+)\\s+(?:pas|plus|jamais)${noLetter}(?!\\s+(?:de\\s|d['’]))`, 'iu'), '$1'],
  ...NOT_NOUNS.flatMap(([not, noun]): readonly Rule[] => [
    [new RegExp(`${letter}l['’]${not}${noLetter}`, 'iu'), `la ${noun}`],
    [new RegExp(`${letter}d['’]${not}${noLetter}`, 'iu'), `de ${noun}`],
    [new RegExp(`${letter}${not}${noLetter}`, 'iu'), noun],
  ]),
  ...ALIKE.map(([not, word]): Rule => [
    new RegExp(`${letter}${not}${ENDING}${noLetter}`, 'iu'),
    (_all: string, ending = '') => `${word}${ending}`,
  ]),
  [new RegExp(`${letter}illégaux${noLetter}`, 'iu'), 'légaux'],
  [new RegExp(`${letter}non[- ](?=[\\p{L}])`, 'iu'), ''],
  [new RegExp(`${letter}mal (?=[\\p{L}]+(?:é|és|ée|ées|i|is|ie|ies|u|us|ue|ues)${noLetter})`, 'iu'), 'bien '],
  // English.
  [new RegExp(`${letter}(is|are|was|were|do|does|did|can|could|has|have|will) not${noLetter}`, 'iu'), '$1'],
  [new RegExp(`${letter}cannot${noLetter}`, 'iu'), 'can'],
  ...(
    [
      ['insecurity', 'security'],
      ['instability', 'stability'],
      ['injustice', 'justice'],
      ['distrust', 'trust'],
      ['mistrust', 'trust'],
      ['illegal', 'legal'],
      ['unlawful', 'lawful'],
      ['impassable', 'passable'],
      ['unsafe', 'safe'],
      ['unpaid', 'paid'],
      ['unequal', 'equal'],
      ['unfair', 'fair'],
      ['insufficient', 'sufficient'],
      ['unregistered', 'registered'],
    ] as const
  ).map(([not, word]): Rule => [new RegExp(`${letter}${not}${noLetter}`, 'iu'), word]),
]

/** By the first rule that fits; `null` where none does, or where more than one "not" stands and half of them would stay. */
export function proposedWords(problem: string): string | null {
  const text = problem.trim()
  for (const [found, instead] of rules) {
    if (!found.test(text)) continue
    const turned = (typeof instead === 'string' ? text.replace(found, instead) : text.replace(found, instead))
      .replaceAll(/\s+/g, ' ')
      .trim()
    if (turned === '' || rules.some(([other]) => other.test(turned))) return null
    return capitalised(turned)
  }
  return null
}
const capitalised = (text: string): string => {
  const [first = ''] = text
  return first.toLocaleUpperCase('fr') + text.slice(first.length)
}
