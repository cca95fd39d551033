/* Actions that the own body owns: to be reported as done, whether or not it may see the file. */
import { useAnswer } from '../../../app/ask.ts'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { IncidentAction } from '../contract-report.ts'
import { ActionLine } from './actions-panel.tsx'
import './incidents.css'

export function ActionsScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<{ readonly actions: readonly IncidentAction[] }>('/api/incident-actions')
  return (
    <Page title={t('incident-actions.title')} under={t('incident-actions.explain')} answer={answer}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data?.actions.length === 0 && <EmptyState title={t('incident-actions.none')} />}
      {data?.actions.map((one) => (
        <Panel key={one.id} title={one.number}>
          <ul className="plain-list">
            <ActionLine action={one} may onDone={again} withdraw={false} />
          </ul>
        </Panel>
      ))}
    </Page>
  )
}
