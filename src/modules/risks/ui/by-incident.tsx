/* What stands still by an incident: at once, without anybody recording a risk. Who does not see the file reads what stands still and since when. */
import { AppLink } from '../../../app/kit/button.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { StopByIncident } from '../contract.ts'

export function ByIncident({ stops }: { readonly stops: readonly StopByIncident[] }) {
  const { t } = useWords()
  if (stops.length === 0) return null
  return (
    <Panel title={t('risks.by-incident')}>
      <p>{t('risks.by-incident.explain')}</p>
      <ul className="plain-list stack">
        {stops.map((one, index) => (
          <li key={index}>
            <strong>{one.subjectName}</strong> · {t(`risks.subject.${one.subject.kind}`)} · {t('risks.by-incident.since')}{' '}
            <DateText date={one.since} />
            <div className="small">
              {one.incident === null ? (
                t('risks.by-incident.kept')
              ) : (
                <>
                  <AppLink to={`/incidents/${one.incident}`}>{one.number}</AppLink> ·{' '}
                  {one.codes.map((code) => `${code} ${t(`risks.code.${code}`)}`).join(', ')}
                  {one.ground !== null && ` · ${t(`risks.ground.${one.ground}`)}`}
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Source>{t('risks.by-incident.source')}</Source>
    </Panel>
  )
}
