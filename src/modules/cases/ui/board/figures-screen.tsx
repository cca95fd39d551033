/* Figures of case management for who monitors: nothing of a person, nothing of a worker. */
import { useAnswer } from '../../../../app/ask.ts'
import { Page } from '../../../../app/kit/page.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { CaseFigures } from '../../contract-statistics.ts'
import { FiguresPanel } from './figures-panel.tsx'
import { TalliesPanel } from './tallies-panel.tsx'

export function FiguresScreen() {
  const { t } = useWords()
  const { data, answer, error, loading, again } = useAnswer<CaseFigures>('/api/case-statistics')
  return (
    <Page {...{ title: t('figures.screen'), under: t('case-figures.under'), answer }}>
      {loading && <Loading />}
      {error && data === undefined && <ErrorState error={error} again={again} />}
      {data && <FiguresPanel figures={data} />}
      <TalliesPanel />
    </Page>
  )
}
