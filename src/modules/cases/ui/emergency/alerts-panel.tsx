/* Looks at files that are out of the ordinary: who, day and number; never which files. */
import { useAnswer } from '../../../../app/ask.ts'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { useColleagues } from '../file/colleagues.ts'
import type { ViewAlerts } from '../../contract-breach.ts'

export function AlertsPanel() {
  const { t } = useWords()
  const { person } = useColleagues()
  const { data, error, again } = useAnswer<ViewAlerts>('/api/case-view-alerts')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { leastFiles, timesUsual, nightFrom, nightTo } = data.rules
  return (
    <Panel title={t('alerts.title')}>
      <div className="stack">
        <p>{t('alerts.explain')}</p>
        {data.alerts.length === 0 && <EmptyState title={t('alerts.none')} />}
        <ul className="plain-list">
          {data.alerts.map(({ account, on, kind, files, usual }) => (
            <li key={`${account}${on}${kind}`}>
              {person(account)} · <DateText date={on} /> · {t(`alerts.${kind}`, { files, usual })}
            </li>
          ))}
        </ul>
        <Source>{t('alerts.source', { least: leastFiles, times: timesUsual, from: nightFrom, to: nightTo })}</Source>
      </div>
    </Panel>
  )
}
