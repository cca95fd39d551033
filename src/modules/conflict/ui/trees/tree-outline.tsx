/* The tree as an indented list: for telephones, and for whoever would rather read. What one does with a card opens under it. */
import type { ReactNode } from 'react'
import { useWords } from '../../../../app/words.ts'
import type { Card, CardId, TreeContent } from '../../contract-trees.ts'
import { type Branch, outlineOf } from './new-card.ts'

export interface OutlineProps {
  readonly content: TreeContent
  readonly chosen: CardId | null
  readonly marked: ReadonlySet<string>
  readonly onChoose: (card: CardId | null) => void
  /** Stands under the chosen card. */
  readonly panel: ReactNode
}
export function TreeOutline(props: OutlineProps) {
  const { t } = useWords()
  const { core, causes, effects, loose } = outlineOf(props.content)
  const parts: readonly (readonly [string, readonly Branch[]])[] = [
    [t('trees.paper.place.problem.core'), core ? [{ card: core, level: 0 }] : []],
    [t('trees.paper.place.problem.below'), causes],
    [t('trees.paper.place.problem.above'), effects],
    [t('trees.loose'), loose],
  ]
  return (
    <div className="stack">
      {parts
        .filter(([, branches]) => branches.length > 0)
        .map(([title, branches]) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul className="tree-outline">
              {branches.map((branch) => (
                <CardLine key={branch.card.id} {...props} {...branch} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}
interface LineProps extends OutlineProps {
  readonly card: Card
  readonly level: number
  /** What the card is, where the list does not say it by its order. */
  readonly place?: string
}
/** One card as a line that opens. */
export function CardLine({ card, level, chosen, marked, onChoose, panel, place = '' }: LineProps) {
  const { t } = useWords()
  const isOpen = chosen === card.id
  return (
    <li style={{ marginLeft: Math.min(level, 4) * 14 }}>
      <button type="button" className="tree-line" aria-expanded={isOpen} onClick={() => onChoose(isOpen ? null : card.id)}>
        {card.text}{' '}
        <span className="small">
          {[
            place,
            card.votes > 0 ? t('trees.paper.votes', { n: card.votes }) : '',
            card.isChosen ? t('trees.paper.chosen') : '',
            marked.has(card.id) ? t('trees.marked') : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
      {isOpen && panel}
    </li>
  )
}
