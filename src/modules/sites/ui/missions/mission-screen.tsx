/* One mission: its sites with their visits, its team, its act, and the step that comes next. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { fieldHand } from '../../../../app/device.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { MissionPage } from '../../domain/missions/mission-answers.ts'
import { phaseText } from '../inspections/phase-text.ts'
import { AbandonDialog } from './abandon-dialog.tsx'
import { ActPanel, ChangesPanel, ConsentsPanel, SecurityPanel, WayPanel } from './mission-plan-panels.tsx'
import { NotSent } from '../offline/provisional-note.tsx'
import { OpenInspectionDialog } from './open-inspection-dialog.tsx'
import '../inspections/inspection.css'

export function MissionScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<MissionPage>(`/api/missions/${params['mission'] ?? ''}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <Page
      title={t(`missions.kind.${data.missionKind}`)}
      crumbs={
        <>
          <AppLink to="/missions">{t('missions.title')}</AppLink> › {wordOr(`missions.phase.${data.phase}`, data.phase)}
        </>
      }
      under={
        <>
          {!data.withheld && (
            <>
              <DateText date={data.plannedFrom} /> – <DateText date={data.plannedTo} />
            </>
          )}
          {data.startedOn && (
            <>
              {' · '}
              {t('missions.left')} <DateText date={data.startedOn} />
            </>
          )}
          {data.closedOn && (
            <>
              {' · '}
              {t('missions.closed')} <DateText date={data.closedOn} />
            </>
          )}
        </>
      }
      actions={
        <>
          {!data.withheld && <LinkButton to={`/missions/${data.mission}/order`}>{t('missions.paper')}</LinkButton>}
          <Steps mission={data} />
        </>
      }
      answer={answer}
    >
      {data.missingBodies.length > 0 && (
        <Note>{t('plan.team.kept', { bodies: data.missingBodies.map((body) => wordOr(`body.${body}`, body)).join(', ') })}</Note>
      )}
      {data.withheld ? (
        <>
          <Note>{t('missions.withheld')}</Note>
          <ActPanel mission={data} />
        </>
      ) : (
        <Plan mission={data} />
      )}
    </Page>
  )
}

const Plan = ({ mission }: { readonly mission: MissionPage }) => (
  <>
    <Visits mission={mission} />
    <div className="columns">
      <Team mission={mission} />
      <ActPanel mission={mission} />
    </div>
    <div className="columns">
      <SecurityPanel mission={mission} />
      <ConsentsPanel mission={mission} />
    </div>
    <WayPanel mission={mission} />
    <ChangesPanel mission={mission} />
  </>
)

/** Forms that keep their mission from being closed. */
const UNFINISHED: readonly string[] = ['draft', 'team-signed', 'returned']

/** Written in by this telephone, from what it has not sent yet. */
const isHere = (visit: object): boolean => 'provisional' in visit

function Visits({ mission }: { readonly mission: MissionPage }) {
  const { t } = useWords()
  const me = useMe().data
  // In the field the news that the team has left may not have come yet: the visit is opened, and says so.
  const isOut = mission.phase === 'in-field' || (mission.phase === 'planned' && fieldHand() !== null)
  const may = mayOpen('sites.inspect', me) && isOut
  const closing = mayOpen('sites.plan-mission', me) && mission.phase === 'in-field'
  return (
    <Panel title={t('missions.visits')}>
      <div className="table-wrap">
        <table className="table cards" role="table">
          <caption className="unseen">{t('missions.visits')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {[t('inspect.site'), t('inspect.phase'), t('inspect.answers'), t('inspect.proposed')].map((head) => (
                <th key={head} role="columnheader" scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {mission.sites.map((site) => {
              const visit = mission.inspections.find((one) => one.site === site.site)
              return (
                <tr key={site.site} role="row">
                  <td role="cell">
                    <AppLink to={`/sites/${site.site}`}>{site.name}</AppLink> {site.nationalId}
                  </td>
                  <td role="cell" data-label={t('inspect.phase')}>
                    {visit ? (
                      <span className="row tight">
                        <AppLink to={`/inspections/${visit.inspection}`}>{phaseText(t, visit.phase)}</AppLink>
                        <NotSent when={isHere(visit)} />
                        {closing && UNFINISHED.includes(visit.phase) && <AbandonDialog inspection={visit.inspection} site={site.name} />}
                      </span>
                    ) : may ? (
                      <OpenInspectionDialog mission={mission.mission} missionKind={mission.missionKind} site={site} />
                    ) : (
                      <span className="ink-3">{t('missions.not-visited')}</span>
                    )}
                  </td>
                  <td role="cell" data-label={t('inspect.answers')}>
                    {visit ? `${visit.answered} / ${visit.questions}` : '–'}
                  </td>
                  <td role="cell" data-label={t('inspect.proposed')}>
                    {visit?.result ? <StatusMark colour={visit.result} /> : '–'}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Team({ mission }: { readonly mission: MissionPage }) {
  const { t } = useWords()
  return (
    <Panel title={t('missions.members')}>
      <ul className="plain-list stack" style={{ gap: 6 }}>
        {mission.members.map((member, at) => (
          <li key={at}>
            <b>{wordOr(`body.${member.body}`, member.body)}</b>{' '}
            <span className="small">
              {member.head ? t('missions.head') : t(`missions.attendance.${member.attendance}`)}
              {member.function && <> · {member.function}</>}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Steps({ mission }: { readonly mission: MissionPage }) {
  const { t } = useWords()
  const me = useMe().data
  if (!mayOpen('sites.plan-mission', me)) return null
  if (mission.phase === 'planned')
    return (
      <>
        <LinkButton to={`/missions/${mission.mission}/change`}>{t('plan.change')}</LinkButton>
        <StepDialog mission={mission.mission} step="cancel" />
        <StepDialog mission={mission.mission} step="start" />
      </>
    )
  return mission.phase === 'in-field' ? <StepDialog mission={mission.mission} step="close" /> : null
}

function StepDialog({ mission, step }: { readonly mission: string; readonly step: 'start' | 'close' | 'cancel' }) {
  const { t } = useWords()
  const [on, setOn] = useState(todayHere)
  const [words, setWords] = useState('')
  const text = words.trim()
  const extra = text === '' ? {} : step === 'cancel' ? { reason: text } : { note: text }
  const ready = on !== '' && (step !== 'cancel' || text !== '')
  return (
    <ActDialog
      title={t(`missions.${step}`)}
      explain={t(`missions.${step}.explain`)}
      go={t(`missions.${step}`)}
      kind={step === 'cancel' ? 'danger' : 'primary'}
      path={`/api/missions/${mission}/${step}`}
      data={ready ? { on, ...extra } : null}
    >
      <DateField label={t('missions.day')} value={on} onValue={setOn} max={todayHere()} required />
      {step !== 'start' && (
        <LongTextField
          label={t(step === 'cancel' ? 'missions.reason' : 'missions.note')}
          value={words}
          onValue={setWords}
          maxLength={step === 'cancel' ? 400 : 2000}
          required={step === 'cancel'}
          rows={3}
        />
      )}
    </ActDialog>
  )
}
