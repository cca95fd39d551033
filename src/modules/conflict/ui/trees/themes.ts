/* Cards of a tree by theme: what the hall keeps speaking of, whatever the card hangs under. A card of two themes stands under both. Pure. */
import type { Card } from '../../contract-trees.ts'

export interface Theme {
  /** As it was written first; null for cards without a theme. */
  readonly theme: string | null
  readonly votes: number
  readonly cards: readonly Card[]
}
const folded = (theme: string): string => theme.trim().toLocaleLowerCase('fr')

/** Themes with most votes first; capitals make no other theme. */
export function themesOf(cards: readonly Card[]): readonly Theme[] {
  const names = new Map<string, string>()
  for (const theme of cards.flatMap((card) => card.themes)) if (!names.has(folded(theme))) names.set(folded(theme), theme.trim())
  const themed = [...names].map(([key, theme]) =>
    group(
      theme,
      cards.filter((card) => card.themes.some((one) => folded(one) === key)),
    ),
  )
  const loose = cards.filter((card) => card.themes.length === 0)
  return [
    ...themed.toSorted((a, b) => b.votes - a.votes || b.cards.length - a.cards.length || a.theme.localeCompare(b.theme, 'fr')),
    ...(loose.length > 0 ? [group(null, loose)] : []),
  ]
}
const group = <Name extends string | null>(theme: Name, cards: readonly Card[]) => ({
  theme,
  votes: cards.reduce((sum, card) => sum + card.votes, 0),
  cards: cards.toSorted((a, b) => b.votes - a.votes || a.text.localeCompare(b.text, 'fr')),
})
