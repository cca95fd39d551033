/* One report: its gaps on top, its figures as the record fills them now, the texts that its author writes, what was released of it. */
import { useState } from 'react'
import { post } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { LongTextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords } from '../../../app/words.ts'
import type { ReleasedVersion, ReportAnswer, ReportSection } from '../contract.ts'
import { GapList, ReportBody } from './report-body.tsx'
import { isOfShipment } from './new-report-form.ts'
import { said } from './report-text.ts'

export function ReportScreen({ params }: ScreenProps) {
  const { t, language } = useWords()
  const id = params['report'] ?? ''
  const { data, answer, error, again } = useAnswer<ReportAnswer>(`/api/reports/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { report, draft, released, mayWrite, mayRelease } = data
  const sheet = `/reports/drafts/${id}`
  return (
    <Page
      title={said('kind', report.kind)}
      crumbs={<AppLink to="/written-reports">{t('reports.title')}</AppLink>}
      under={
        <>
          {report.organisationName}
          {draft.subjectName !== null && draft.subjectName !== report.organisationName && ` · ${draft.subjectName}`}
          {!isOfShipment(report.kind) && (
            <>
              {' · '}
              <DateText date={report.period.from} /> – <DateText date={report.period.until} />
            </>
          )}
        </>
      }
      answer={answer}
      actions={
        mayWrite && (
          <>
            {mayRelease && <ReleaseDialog id={id} gaps={draft.gaps} before={released.at(-1) ?? null} />}
            <a className="btn" href={`${sheet}/print?language=${language}`} target="_blank" rel="noreferrer">
              {t('reports.preview')}
            </a>
            <a className="btn" href={`${sheet}/xlsx?language=${language}`}>
              XLSX
            </a>
          </>
        )
      }
    >
      {report.mine ? <Note tone="calm">{t('reports.draft.note')}</Note> : <Note tone="calm">{t('reports.others.note')}</Note>}
      <GapList document={draft} />
      <ReportBody
        document={draft}
        writing={(section) => <Writing key={section.key} id={id} section={section} mayWrite={mayWrite} done={again} />}
      />
      <Releases released={released} />
    </Page>
  )
}

interface WritingProps {
  readonly id: string
  readonly section: ReportSection
  readonly mayWrite: boolean
  readonly done: () => void
}
function Writing({ id, section, mayWrite, done }: WritingProps) {
  const { t } = useWords()
  const before = section.written?.text ?? ''
  const [text, setText] = useState(before)
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null })
  if (!mayWrite) return <p style={{ whiteSpace: 'pre-wrap' }}>{before === '' ? t('report.print.nothing-written') : before}</p>
  const keep = async () => {
    setState({ busy: true, error: null })
    const failed = await post(`/api/reports/${id}/texts`, { section: section.key, text }).then(
      () => null,
      (error: unknown) => error,
    )
    setState({ busy: false, error: failed })
    if (failed === null) done()
  }
  const isNew = text.trim() !== '' && text.trim() !== before
  return (
    <div className="stack">
      <LongTextField
        label={t('reports.text')}
        hint={[said('prompt', section.key), t('reports.text.names')].join(' ')}
        value={text}
        onValue={setText}
        rows={5}
        maxLength={20_000}
      />
      {state.error !== null && <ErrorState error={state.error} />}
      <div className="form-actions">
        <Button busy={state.busy} disabled={!isNew} onClick={() => void keep()}>
          {t('reports.text.keep', { version: (section.written?.version ?? 0) + 1 })}
        </Button>
      </div>
    </div>
  )
}

function ReleaseDialog({ id, gaps, before }: { readonly id: string; readonly gaps: number; readonly before: ReleasedVersion | null }) {
  const { t } = useWords()
  const [isPublic, setPublic] = useState(true)
  const [seen, setSeen] = useState(false)
  const [reason, setReason] = useState('')
  const isReady = (gaps === 0 || seen) && (before === null || reason.trim() !== '')
  return (
    <ActDialog
      title={t('reports.release')}
      explain={t('reports.release.explain')}
      go={t('reports.release')}
      path={`/api/reports/${id}/releases`}
      data={isReady ? { isPublic, gapsSeen: gaps, ...(before === null ? {} : { correctionReason: reason.trim() }) } : null}
    >
      <div className="stack">
        <CheckChoice label={t('reports.public')} checked={isPublic} onChecked={setPublic} />
        {gaps > 0 && <CheckChoice label={t('reports.gaps.seen', { n: gaps })} checked={seen} onChecked={setSeen} />}
        {before !== null && (
          <LongTextField
            label={t('reports.reason', { number: before.number })}
            value={reason}
            onValue={setReason}
            maxLength={400}
            required
          />
        )}
      </div>
    </ActDialog>
  )
}

function Releases({ released }: { readonly released: readonly ReleasedVersion[] }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('reports.released')}>
      {released.length === 0 && <EmptyState title={t('reports.released.none')}>{t('reports.released.none.do')}</EmptyState>}
      <ol className="plain-list stack">
        {released.toReversed().map((one) => (
          <li key={one.number}>
            <strong>{one.number}</strong> · <DateText date={one.on} /> · {t(one.isPublic ? 'reports.is-public' : 'reports.is-not-public')} ·{' '}
            {t('reports.gaps', { n: one.gaps })}
            {one.correctionReason !== null && ` · ${one.correctionReason}`}
            <div className="row tight">
              <a className="btn" href={`/reports/released/${one.number}/print?language=${language}`} target="_blank" rel="noreferrer">
                {t('app.print')}
              </a>
              <a className="btn" href={`/reports/released/${one.number}/xlsx?language=${language}`}>
                XLSX
              </a>
              <a className="btn" href={`/reports/released/${one.number}/json`}>
                JSON
              </a>
              {one.isPublic && (
                <a className="btn" href={`/reports/released/${one.number}?language=${language}`}>
                  {t('report.print.released')}
                </a>
              )}
              <a className="btn" href={`/ledger/entry?number=${encodeURIComponent(one.number)}&kind=report-released`}>
                {t('report.print.ledger')}
              </a>
            </div>
            <div className="report-hash">SHA-256 {one.sha256}</div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
