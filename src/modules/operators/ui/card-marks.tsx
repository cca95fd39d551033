/* State and clock of a card in words: what it is, and in how many days it ends. */
import { useWords } from '../../../app/words.ts'
import type { CardState, CardSummary } from '../contract.ts'
import './operators.css'

const signs: { readonly [State in CardState]: string } = {
  applied: '…',
  refused: '×',
  issued: '◷',
  valid: '✓',
  expiring: '!',
  expired: '×',
  withdrawn: '⊘',
  'reported-lost': '?',
}
export function CardStateMark({ state }: { readonly state: CardState }) {
  const { t } = useWords()
  return (
    <span className={`card-state card-${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {t(`cards.state.${state}`)}
    </span>
  )
}
/** “expires in 12 days”, “expired 3 days ago”, “examination due in 20 days”; nothing where no clock runs. */
export function CardClock({ card }: { readonly card: Pick<CardSummary, 'state' | 'daysLeft'> }) {
  const { t } = useWords()
  const { state, daysLeft } = card
  if (daysLeft === null || state === 'withdrawn' || state === 'reported-lost' || state === 'refused') return null
  const text =
    daysLeft < 0
      ? t('cards.clock.past', { n: -daysLeft })
      : daysLeft === 0
        ? t('cards.clock.today')
        : t('cards.clock.left', { n: daysLeft })
  return <span className="small">{text}</span>
}
export function CardCell({
  card,
  none = 'cards.none-held',
}: {
  readonly card: CardSummary | null
  readonly none?: 'cards.none-held' | 'exporters.no-approval'
}) {
  const { t } = useWords()
  if (card === null) return <span className="ink-3">{t(none)}</span>
  return (
    <>
      <CardStateMark state={card.state} /> <CardClock card={card} />
    </>
  )
}
