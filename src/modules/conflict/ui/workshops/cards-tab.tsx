/* The cards of the wall as an outline: effects, the core, causes under each other, with their dots. In plenary cards are reworded, hung under others, taken off; one is the core. */
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { HallCard } from '../../contract-workshops.ts'
import { AddCard, ChangeCard, WithdrawCard } from './card-acts.tsx'
import { CardRanking } from './card-ranking.tsx'
import { type OutlineLine, outlineOf } from './wall-reading.ts'
import type { TabProps } from './tab-props.ts'

export function CardsTab(props: TabProps) {
  const { t } = useWords()
  const { data, mayRun } = props
  const outline = outlineOf(data.cards)
  const laid = data.cards.reduce((sum, card) => sum + card.dots, 0)
  return (
    <div className="stack">
      {mayRun && (
        <div className="form-actions no-print">
          <AddCard data={data} again={props.again} />
        </div>
      )}
      {data.cards.length === 0 && (
        <EmptyState title={t('workshop.cards.none')}>
          <p>{t('workshop.cards.none.do')}</p>
        </EmptyState>
      )}
      {data.cards.length > 0 && (
        <Panel title={t('workshop.cards.outline')}>
          <div className="stack">
            <Part title={t('workshop.cards.effects')} lines={outline.effects} parts={props} />
            <section>
              <h3>{t('code.card.core')}</h3>
              {outline.core === null ? (
                <p className="small">{t('workshop.cards.no-core')}</p>
              ) : (
                <Outline lines={[{ card: outline.core, depth: 0 }]} parts={props} />
              )}
            </section>
            <Part title={t('workshop.cards.causes')} lines={outline.causes} parts={props} />
            <Part title={t('workshop.cards.loose')} lines={outline.loose} parts={props} />
          </div>
          <Source>{t('workshop.cards.source')}</Source>
        </Panel>
      )}
      {laid > 0 && (
        <Panel title={t('workshop.ranking')}>
          <CardRanking cards={data.cards} />
          <Source>{t('workshop.ranking.source', { n: laid, each: data.convened.dotsEach })}</Source>
        </Panel>
      )}
    </div>
  )
}

interface OutlineProps {
  readonly lines: readonly OutlineLine[]
  readonly parts: TabProps
}
function Part({ title, ...rest }: OutlineProps & { readonly title: string }) {
  if (rest.lines.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <Outline {...rest} />
    </section>
  )
}
function Outline({ lines, parts }: OutlineProps) {
  return (
    <ul className="plain-list">
      {lines.map(({ card, depth }) => (
        <li key={card.id} className="workshop-card" style={{ marginInlineStart: `${Math.min(depth, 5) * 18}px` }}>
          <CardLine card={card} parts={parts} />
        </li>
      ))}
    </ul>
  )
}
function CardLine({ card, parts: { data, again, mayRun } }: { readonly card: HallCard; readonly parts: TabProps }) {
  const { t } = useWords()
  const by = card.group === null ? t('workshop.plenary') : (data.convened.groups[card.group - 1] ?? '')
  return (
    <>
      <span className="grow">
        {card.text}{' '}
        <span className="small">
          {card.dots > 0 && (
            <b>
              <span aria-hidden="true">●</span> {t('workshop.dots.n', { n: card.dots })} ·{' '}
            </b>
          )}
          {t(`code.card.${card.kind}`)} · {by}
        </span>
      </span>
      {mayRun && (
        <span className="row tight no-print">
          <ChangeCard key={`${card.id}${card.text}${card.kind}${card.under}`} card={card} data={data} again={again} />
          <WithdrawCard card={card} data={data} again={again} />
        </span>
      )}
    </>
  )
}
