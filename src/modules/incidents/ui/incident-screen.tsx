/* One incident: what was said, the bodies kept out of it, verification, lots, actions, clocks, steps, and what everybody may read of it. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText, InstantText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import type { IncidentDetail } from '../contract-report.ts'
import { ActionsPanel } from './actions-panel.tsx'
import { FileActs } from './file-acts.tsx'
import { ClockLine, PlaceText, SeverityInk } from './incident-marks.tsx'
import { LotsPanel } from './lots-panel.tsx'
import { OutcomePanel } from './outcome-panel.tsx'
import { Photos } from './photos.tsx'

export function IncidentScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<IncidentDetail>(`/api/incidents/${params['incident'] ?? ''}`)
  return (
    <Page
      title={data ? `${data.incident.number} · ${t(`incident.category.${data.incident.category}`)}` : t('incidents.one')}
      marks={data && <SeverityInk severity={data.incident.severity} />}
      crumbs={<AppLink to="/incidents">{t('incidents.title')}</AppLink>}
      answer={answer}
      actions={data?.incident.full && <FileActs detail={data} onDone={again} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && !data.incident.full && <Note>{t('incident.brief')}</Note>}
      {data?.secondPerson && <Note tone="calm">{t('incident.second-person')}</Note>}
      {data?.incident.full && (
        <>
          <div className="columns">
            <Story detail={data} />
            <Facts detail={data} />
          </div>
          <ActionsPanel detail={data} onDone={again} />
          <LotsPanel detail={data} onDone={again} />
          <Steps detail={data} />
          <OutcomePanel detail={data} onDone={again} />
        </>
      )}
    </Page>
  )
}

function Story({ detail }: { readonly detail: IncidentDetail }) {
  const { t } = useWords()
  const { incident, account, verification, organisations } = detail
  return (
    <Panel title={t('incident.story')}>
      <div className="stack">
        <p className="incident-story">{account}</p>
        <Photos incident={incident.id} photos={detail.photos} />
        <h3>{t('incident.verification')}</h3>
        {verification === null ? (
          <p className="small">{t('incident.verification.none')}</p>
        ) : (
          <p className="incident-story">
            <b>{t(`incident-act.${verification.as}`)}</b> · {t(`incident.basis.${verification.basis}`)}
            {incident.verifiedOn !== null && (
              <>
                {' '}
                · <DateText date={incident.verifiedOn} />
              </>
            )}
            {'\n'}
            {verification.finding}
          </p>
        )}
        <h3>{t('incident.parties')}</h3>
        {organisations.length === 0 ? (
          <p className="small">{t('incident.parties.none')}</p>
        ) : (
          <>
            <ul>
              {organisations.map((one) => (
                <li key={one.id}>
                  {one.name ?? t('app.unknown')} <span className="small">({t(`incident.party.${one.because}`)})</span>
                </li>
              ))}
            </ul>
            <p className="small">{t('incident.parties.explain')}</p>
          </>
        )}
      </div>
    </Panel>
  )
}

function Facts({ detail }: { readonly detail: IncidentDetail }) {
  const { t } = useWords()
  const { incident, actors, position, hit, severityBecause } = detail
  const known = (date: string | null) => (date === null ? '–' : <DateText date={date} />)
  return (
    <Panel title={t('incident.facts')}>
      <Pairs
        lines={[
          [t('incidents.state'), t(`incident-state.${incident.state}`)],
          [t('incidents.level'), incident.level === null ? '–' : t(`incident-level.${incident.level}`)],
          [t('incidents.where'), <PlaceText key="place" of={incident} />],
          ...(position === null
            ? []
            : [
                [
                  t('incident.position'),
                  `${position.at.latitude}, ${position.at.longitude}${position.exact ? '' : ` (${t('incident.position.coarse')})`}`,
                ] as const,
              ]),
          [t('incident.occurred'), known(incident.occurredOn)],
          [t('incidents.reported'), <DateText key="on" date={incident.reportedOn} />],
          [t('incident.source'), incident.source === null ? '–' : t(`incident-source.${incident.source}`)],
          [
            t('incident.actors'),
            actors.length === 0
              ? '–'
              : actors.map((one) => [t(`incident-actor.${one.class}`), one.unit].filter(Boolean).join(', ')).join(' · '),
          ],
          [
            t('incident.annex'),
            incident.risks.length === 0 ? '–' : incident.risks.map((code) => `${code} ${t(`risks.code.${code}`)}`).join(' · '),
          ],
          ...(severityBecause === null ? [] : [[t('incident.severity-because'), severityBecause] as const]),
          [t('incident-new.confidentiality'), t(`incident-confidentiality.${incident.confidentiality}`)],
          ...(hit === null
            ? []
            : [
                [
                  t('incident.hit'),
                  <AppLink key="hit" to={`/plausibility/hits/${hit}`}>
                    {t('incident-source.rule-hit')}
                  </AppLink>,
                ] as const,
              ]),
          [
            t('incident.clocks'),
            incident.clocks.length === 0 ? (
              t('incident.clocks.none')
            ) : (
              <ul key="clocks" className="plain-list">
                {incident.clocks.map((clock) => (
                  <li key={clock.clock}>
                    <ClockLine clock={clock} />
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      <Source>{t('incidents.source')}</Source>
    </Panel>
  )
}

function Steps({ detail }: { readonly detail: IncidentDetail }) {
  const { t } = useWords()
  return (
    <Panel title={t('incident.steps')}>
      <ol className="plain-list stack">
        {detail.steps.map((one, at) => (
          <li key={at}>
            <strong>{wordOr(`incident.step.${one.step}`, one.step)}</strong>
            {one.step === 'escalated' && one.organisationName === null && <span> · {t('incident.by-clock')}</span>}
            {one.organisationName !== null && <span> · {one.organisationName}</span>} · <InstantText at={one.happenedAt} />
            {one.said !== null && <p className="incident-story">{one.said}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
