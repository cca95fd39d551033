/* One risk: what is known and how well, the plan with its indicators and clock, the questions of a flag, and everything that happened. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import type { EvidenceGrade, RiskDetail } from '../contract.ts'
import { ByIncident } from './by-incident.tsx'
import { CasePanel } from './case-panel.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { RiskClock, RiskStateMark } from './risk-marks.tsx'
import { GradeField } from './risks-screen.tsx'

export function RiskScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['risk'] ?? ''
  const { data, answer, error, again } = useAnswer<RiskDetail>(`/api/risks/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { summary } = data
  return (
    <Page
      title={`${summary.code} · ${t(`risks.code.${summary.code}`)}`}
      marks={
        <>
          <RiskStateMark state={summary.state} /> <RiskClock risk={summary} />
        </>
      }
      crumbs={<AppLink to="/risks">{t('risks.title')}</AppLink>}
      under={`${summary.number} · ${summary.subjectName}`}
      answer={answer}
      actions={<Actions id={id} data={data} again={again} />}
    >
      {data.concerned && <Note tone="calm">{t('risks.concerned')}</Note>}
      {summary.suspendedSince !== null && summary.because !== null && (
        <Note tone="red">
          <strong>{t(`risks.because.${summary.because}`, { since: summary.suspendedSince })}</strong> {t('risks.suspended.explain')}
        </Note>
      )}
      <Panel title={t('risks.known')}>
        <Pairs
          lines={[
            [t('risks.subject'), `${t(`risks.subject.${summary.subject.kind}`)} : ${summary.subjectName}`],
            [t('risks.grade'), t(`risks.grade.${summary.grade}`)],
            [t('risks.response'), t(`risks.response.${summary.response}`)],
            [t('risks.why'), data.why ?? <span className="ink-3">{t('risks.hidden')}</span>],
            [t('risks.source-of'), data.source === null ? '–' : t(`risks.source.${data.source.kind}`)],
            [t('risks.recorded'), <DateText key="r" date={summary.recordedOn} />],
          ]}
        />
        <Source>{t('risks.rule', { rule: wordOr(`risks.rule.${summary.response}`, data.rule), mark: data.mark })}</Source>
      </Panel>
      <ByIncident stops={data.byIncident} />
      {summary.response === 'mitigate' && <PlanPanel id={id} data={data} again={again} />}
      {data.asks.length > 0 && <CasePanel id={id} data={data} again={again} />}
      <History data={data} />
    </Page>
  )
}

interface Parts {
  readonly id: string
  readonly data: RiskDetail
  readonly again: () => void
}
function Actions({ id, data: { summary, may }, again }: Parts) {
  const { t } = useWords()
  const [grade, setGrade] = useState<EvidenceGrade>(summary.grade)
  const [outcome, setOutcome] = useState<'no-risk' | 'became-risk' | 'over'>('over')
  const path = `/api/risks/${id}`
  const closed = summary.state === 'closed'
  return (
    <>
      {may.lift && (
        <ReasonDialog
          {...{ title: t('risks.lift'), explain: t('risks.lift.explain'), path: `${path}/lifted-suspensions`, onDone: again }}
          kind="primary"
        />
      )}
      {may.decide && !closed && (
        <ReasonDialog
          {...{ title: t('risks.regrade'), explain: t('risks.regrade.explain'), path: `${path}/grades`, onDone: again, field: 'why' }}
          more={{ grade }}
        >
          <GradeField value={grade} onValue={setGrade} />
        </ReasonDialog>
      )}
      {may.decide && !closed && summary.suspendedSince === null && (
        <>
          <ReasonDialog
            {...{ title: t('risks.suspend'), explain: t('risks.suspend.explain'), path: `${path}/suspensions`, onDone: again }}
            kind="danger"
          />
          <ReasonDialog
            {...{ title: t('risks.close'), explain: t('risks.close.explain'), path: `${path}/closings`, onDone: again }}
            more={{ outcome }}
          >
            <SelectField
              label={t('risks.outcome')}
              value={outcome}
              options={(['over', 'no-risk', 'became-risk'] as const).map((value) => ({ value, label: t(`risks.outcome.${value}`) }))}
              onValue={setOutcome}
            />
          </ReasonDialog>
        </>
      )}
    </>
  )
}

function History({ data }: { readonly data: RiskDetail }) {
  const { t } = useWords()
  return (
    <Panel title={t('risks.history')}>
      <ol className="plain-list stack">
        {data.acts.toReversed().map((act, index) => (
          <li key={index}>
            <strong>{wordOr(`risks.act.${act.what}`, act.what)}</strong> · <DateText date={act.on} />
            {act.body !== null && ` · ${act.body}`}
            {act.grade !== null && ` · ${t(`risks.grade.${act.grade}`)}`}
            {act.text !== null && <div className="small">{act.text}</div>}
          </li>
        ))}
      </ol>
      <Source>{t('risks.history.source')}</Source>
    </Panel>
  )
}
