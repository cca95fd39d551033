/* The running count, and the last bags with what can be done about each. */
import { LinkButton } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { Panel } from '../../../../app/kit/panel.tsx'
import { MassText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { type SeriesAct, type SeriesBag, countBags } from '../../domain/weighing/series.ts'
import { UndoBag } from './undo-bag.tsx'

export function Counts({ bags, series }: { readonly bags: readonly SeriesBag[]; readonly series: string }) {
  const { t } = useWords()
  const today = todayHere()
  const counts = [
    { key: 'scale.count.today', ...countBags(bags, (bag) => bag.day === today) },
    { key: 'scale.count.series', ...countBags(bags, (bag) => bag.series === series) },
  ] as const
  return (
    <div className="scale-counts" role="status">
      {counts.map((count) => (
        <div key={count.key}>
          <span className="small">{t(count.key)}</span>
          <b>{t('scale.count.bags', { n: count.bags })}</b>
          <MassText grams={count.massGrams} />
        </div>
      ))}
    </div>
  )
}

const SHOWN = 8
export function LastBags({
  bags,
  series,
  act,
}: {
  readonly bags: readonly SeriesBag[]
  readonly series: string
  readonly act: (act: SeriesAct) => void
}) {
  const { t } = useWords()
  const inSeries = bags.some((bag) => bag.series === series)
  return (
    <Panel
      title={t('scale.last')}
      aside={
        inSeries ? (
          <LinkButton to="/weigh/slip" search={{ series }}>
            {t('scale.slip.series')}
          </LinkButton>
        ) : undefined
      }
    >
      {bags.length === 0 && <p className="small">{t('scale.none')}</p>}
      <ul className="plain-list scale-bags">
        {bags.slice(0, SHOWN).map((bag) => (
          <li key={bag.lot}>
            <span className={bag.voided ? 'grow voided' : 'grow'}>
              <b>{bag.tag ?? t('scale.tag.none')}</b> · <MassText grams={bag.massGrams} />
              {bag.voided && <> · {t('scale.voided')}</>}
              {bag.corrected && <> · {t('scale.corrected')}</>}
              {bag.held && <> · {t('scale.slip.held')}</>}
            </span>
            <LinkButton to="/weigh/slip" search={{ lot: bag.lot }}>
              {t('scale.slip')}
            </LinkButton>
            {!bag.voided && <UndoBag bag={bag} onChanged={act} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
