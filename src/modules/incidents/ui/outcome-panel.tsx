/* What everybody may read of the incident: the sentence as published, or from which day it may be. */
import { todayHere } from '../../../app/kit/clock.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { IncidentDetail } from '../contract-report.ts'
import { TextAct } from './act.tsx'

export function OutcomePanel({ detail, onDone }: { readonly detail: IncidentDetail; readonly onDone: () => void }) {
  const { t, language } = useWords()
  const { published, publishFrom, may, incident } = detail
  if (publishFrom === null && published === null) return null
  const at = `/api/incidents/${incident.id}`
  const ready = may.publish && published === null && publishFrom !== null && publishFrom <= todayHere()
  return (
    <Panel
      title={t('incident.outcome')}
      aside={
        <div className="no-print">
          {ready && (
            <ActDialog
              title={t('incident-act.publish')}
              explain={t('incident-act.publish.explain')}
              go={t('incident-act.publish')}
              path={`${at}/outcomes`}
              data={{}}
              onDone={onDone}
            >
              {detail.decided !== null && (
                <p>
                  {t(`incident.category.${incident.category}`)} · {t(`incident.decided.${detail.decided}`)}
                </p>
              )}
            </ActDialog>
          )}
          {published !== null && may.withdraw && (
            <TextAct
              {...{
                title: t('incident-act.withdraw'),
                explain: t('incident-act.withdraw.explain'),
                path: `${at}/outcome-withdrawals`,
                onDone,
              }}
              {...{ label: t('incident-act.reason'), data: (reason: string) => ({ reason }) }}
            />
          )}
        </div>
      }
    >
      {published === null ? (
        <p className="small">
          {t('incident.outcome.none')}{' '}
          {publishFrom !== null && (
            <>
              {t('incident.outcome.from')} <DateText date={publishFrom} />.
            </>
          )}
        </p>
      ) : (
        <p>
          {published.sentence[language]} <a href="/outcomes">{t('incidents.public')}</a>
        </p>
      )}
    </Panel>
  )
}
