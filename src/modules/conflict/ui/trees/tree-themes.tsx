/* The tree by theme: cards side by side under what they are about. A card is opened here as in the list; its themes are given in its panel. */
import { useWords } from '../../../../app/words.ts'
import { CardLine, type OutlineProps } from './tree-outline.tsx'
import { themesOf } from './themes.ts'

export function TreeThemes(props: OutlineProps) {
  const { t } = useWords()
  return (
    <div className="tree-themes">
      {themesOf(props.content.cards).map(({ theme, votes, cards }) => (
        <section key={theme ?? ''}>
          <h3>{theme ?? t('trees.themes.none')}</h3>
          <p className="small">{t('trees.themes.count', { n: cards.length, votes })}</p>
          <ul className="tree-outline">
            {cards.map((card) => (
              <CardLine key={card.id} {...props} card={card} level={0} place={t(`trees.themes.kind.${card.kind}`)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
