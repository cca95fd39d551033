/* On the home page of who monitors: files by form of exploitation, of the newest quarter that may be told. What is withheld is a gap with its word, never a zero. */
import { useAnswer } from '../../../../app/ask.ts'
import { Chart } from '../../../../app/kit/chart.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { CaseFigures } from '../../contract-statistics.ts'
import { valueLabel } from '../board/figure-labels.ts'
import { quarterText } from '../board/quarter-text.ts'

export function ToldPicture() {
  const { t, language } = useWords()
  const { data, error, again } = useAnswer<CaseFigures>('/api/case-statistics')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const rows = (data.tables.find(({ table }) => table === 'type-by-gender')?.rows ?? []).filter(({ row }) => row !== 'all')
  if (rows.length === 0) return <EmptyState title={t('home.told.none')}>{t('home.told.none.do')}</EmptyState>
  const withheld = `< ${data.least}`
  const points = rows.map(({ cells }) => {
    const value = cells.at(-1) ?? null
    return value === null ? { value, note: withheld } : { value }
  })
  return (
    <Chart
      title={t('home.told')}
      stepLabel={t('home.told.step')}
      steps={rows.map(({ row }) => valueLabel(row)[language])}
      series={[{ key: 'files', label: t('home.told.files'), kind: 'bar', points }]}
      source={t('home.told.source', { quarter: data.quarter === null ? '–' : quarterText(data.quarter, language), few: withheld })}
      file="told-figures"
    />
  )
}
