/* One audit from scope to decision and appeal. Nothing of it is changed later: what comes after stands after it. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { AuditDetail } from '../../contract-audits.ts'
import { exporterRules } from '../../domain/exporters/status.ts'
import { AppealDecisionDialog, AppealDialog, DecideDialog, FindingDialog, ProposeDialog, PublishDialog } from './audit-dialogs.tsx'

export function AuditScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['audit'] ?? ''
  const { data, answer, error, again } = useAnswer<AuditDetail>(`/api/audits/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { audit, may } = data
  const act = { id, again }
  return (
    <Page
      title={audit.number}
      marks={audit.decided !== null && <StatusMark colour={audit.decided} />}
      crumbs={<AppLink to="/audits">{t('audits.title')}</AppLink>}
      under={`${audit.exporterName} · ${t(`audits.state.${audit.state}`)}`}
      answer={answer}
      actions={
        <>
          {may.work && <FindingDialog {...act} />}
          {may.work && data.decision === null && <ProposeDialog {...act} />}
          {may.work && data.decision === null && data.proposal !== null && <PublishDialog {...act} />}
          {may.decide && <DecideDialog {...act} proposed={data.proposal?.flag ?? 'green'} />}
          {may.appeal && <AppealDialog {...act} />}
          {may.decideAppeal && data.decision !== null && <AppealDecisionDialog {...act} flag={data.decision.flag} />}
        </>
      }
    >
      <Panel title={t('audits.scope')}>
        <Pairs
          lines={[
            [
              t('audits.exporter'),
              <AppLink key="e" to={`/exporters/${audit.exporter}`}>
                {audit.exporterName}
              </AppLink>,
            ],
            [t('audits.auditor'), audit.auditorName],
            [
              t('audits.accreditation'),
              <span key="a">
                {data.accreditation} · {t('exporters.to')} <DateText date={data.accreditedUntil} />
              </span>,
            ],
            [
              t('audits.period'),
              <span key="p">
                <DateText date={audit.periodFrom} /> – <DateText date={audit.periodUntil} />
              </span>,
            ],
            [t('audits.scope'), data.scope.about],
            ...(data.seesWhole ? chainOf(t, data) : []),
          ]}
        />
      </Panel>
      {data.seesWhole ? <Findings data={data} /> : <Note tone="calm">{t('audits.public-side')}</Note>}
      <Course data={data} />
    </Page>
  )
}

const chainOf = (t: Translate, { scope, scopeSuppliers }: AuditDetail): readonly (readonly [string, string])[] => [
  [t('exporters.suppliers'), scopeSuppliers.map((one) => one.name).join(', ') || '–'],
  [t('audits.sites'), scope.sites?.join(', ') || '–'],
  [t('audits.routes'), scope.routes?.join(', ') || '–'],
]

function Findings({ data }: { readonly data: AuditDetail }) {
  const { t } = useWords()
  return (
    <Panel title={`${t('audits.findings')} (${data.findings.length})`}>
      {data.findings.length === 0 && <p>{t('audits.no-findings')}</p>}
      <ol className="stack">
        {data.findings.map((one) => (
          <li key={one.number}>
            <strong>{t(`audits.grade.${one.grade}`)}</strong> · <DateText date={one.on} />
            {one.about !== null && ` · ${one.about}`}
            {one.afterDecision && ` · ${t('audits.after-decision')}`}
            <div>{one.text}</div>
          </li>
        ))}
      </ol>
      <Source>{t('audits.findings.source')}</Source>
    </Panel>
  )
}

function Course({ data }: { readonly data: AuditDetail }) {
  const { t } = useWords()
  const { proposal, report, decision, appeal } = data
  return (
    <Panel title={t('audits.course')}>
      {!proposal && !report && <p>{t('audits.course.none')}</p>}
      <ol className="stack">
        {proposal && (
          <li>
            <strong>{t('audits.proposed')}</strong> <StatusMark colour={proposal.flag} /> · <DateText date={proposal.on} />
            <div>{proposal.reason}</div>
          </li>
        )}
        {report && (
          <li>
            <strong>{t('audits.published')}</strong> · <DateText date={report.on} />{' '}
            {report.address !== null && <a href={report.address}>{t('audits.report')}</a>}
            {report.sha256 !== null && <a href={`/api/audits/${data.audit.id}/reports/${report.sha256}`}>{t('exporters.file')}</a>}
            <div>{report.summary}</div>
          </li>
        )}
        {decision && (
          <li>
            <strong>{t('audits.decision')}</strong> <StatusMark colour={decision.flag} /> · <DateText date={decision.on} /> ·{' '}
            {t('exporters.from')} <DateText date={decision.effectiveFrom} />
            <div>{decision.reason}</div>
            <div className="small">
              {decision.committee} · {t('exporters.follow-up')} : <DateText date={decision.followUpOn} otherwise="–" />
            </div>
          </li>
        )}
        {appeal && (
          <li>
            <strong>{t('audits.appeal')}</strong> · <DateText date={appeal.on} />
            {appeal.decision === null &&
              ` · ${t(appeal.daysLeft < 0 ? 'audits.appeal.late' : 'audits.appeal.left', { n: Math.abs(appeal.daysLeft) })}`}
            {appeal.grounds !== null && <div>{appeal.grounds}</div>}
          </li>
        )}
        {appeal?.decision && (
          <li>
            <strong>{t(`audits.appeal.${appeal.decision.outcome}`)}</strong> <StatusMark colour={appeal.decision.flag} /> ·{' '}
            <DateText date={appeal.decision.on} />
            <div>{appeal.decision.reason}</div>
          </li>
        )}
      </ol>
      {data.appealUntil !== null && appeal === null && (
        <p>
          {t('audits.appeal-until')} <DateText date={data.appealUntil} />
        </p>
      )}
      <Source>
        {t('audits.rule', { appeal: exporterRules.values.appealDays.value, decision: exporterRules.values.appealDecisionDays.value })}
      </Source>
    </Panel>
  )
}
