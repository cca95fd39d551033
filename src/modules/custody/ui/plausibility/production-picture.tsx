/* On the home page: what was tagged and bought against what the sites can give, month by month, for one mineral at a time. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { Chart, type ChartSeries } from '../../../../app/kit/chart.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { LedgerAnswer, LedgerMonth } from '../../contract-plausibility.ts'

const MINERALS = ['Ta', 'Sn', 'W', 'Au'] as const
const MONTHS = 12

export function ProductionPicture() {
  const { t } = useWords()
  const [mineral, setMineral] = useState<(typeof MINERALS)[number]>('Ta')
  const { data, error, again } = useAnswer<LedgerAnswer>(`/api/plausibility/ledger?kind=tenant&code=CD&mineral=${mineral}`)
  if (error) return <ErrorState error={error} again={again} />
  return (
    <div>
      <p className="row" role="group" aria-label={t('production.mineral')}>
        {MINERALS.map((one) => (
          <Button key={one} aria-pressed={one === mineral} onClick={() => setMineral(one)}>
            {one}
          </Button>
        ))}
      </p>
      {data ? <Drawn {...data} /> : <Loading />}
      <p>
        <LinkButton kind="quiet" to="/plausibility/ledger">
          {t('production.whole')}
        </LinkButton>
      </p>
    </div>
  )
}

function Drawn({ months, mineral }: LedgerAnswer) {
  const { t } = useWords()
  const shown = months.slice(-MONTHS)
  const series = (key: 'tagged' | 'bought' | 'capacity', of: (month: LedgerMonth) => number | null): ChartSeries => ({
    ...{ key, label: t(`production.${key}`), kind: key === 'capacity' ? 'line' : 'bar' },
    points: shown.map((month) => ({ value: kilograms(of(month)) })),
  })
  return (
    <Chart
      title={`${t('production.title')} · ${mineral}`}
      stepLabel={t('production.step')}
      steps={shown.map(({ month }) => month)}
      series={[
        series('tagged', ({ taggedGrams }) => taggedGrams),
        series('bought', ({ boughtGrams }) => boughtGrams),
        series('capacity', ({ declaredGrams }) => declaredGrams),
      ]}
      unit=" kg"
      source={t('production.source', { day: shown.at(-1)?.month ?? '–' })}
      file={`production-${mineral}`}
    />
  )
}
const kilograms = (grams: number | null): number | null => (grams === null ? null : Math.round(grams / 100) / 10)
