/* Cards by their dots, as bars with their numbers: the number says it, the bar shows it from afar. */
import { useWords } from '../../../../app/words.ts'
import type { HallCard } from '../../contract-workshops.ts'
import { rankedCards } from './wall-reading.ts'
import './workshops.css'

export function CardRanking({ cards, most }: { readonly cards: readonly HallCard[]; readonly most?: number }) {
  const { t } = useWords()
  return (
    <ol className="plain-list workshop-ranking">
      {rankedCards(cards)
        .slice(0, most)
        .map(({ card, rank, share }) => (
          <li key={card.id}>
            <span className="workshop-rank">{rank}.</span>
            <span className="workshop-ranked">
              <span>{card.text}</span>
              <span className="bar" aria-hidden="true">
                <i style={{ width: `${Math.round(share * 100)}%` }} />
              </span>
            </span>
            <b aria-label={t('workshop.dots.n', { n: card.dots })}>{card.dots}</b>
          </li>
        ))}
    </ol>
  )
}
