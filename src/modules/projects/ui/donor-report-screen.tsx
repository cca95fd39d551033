/* The editor of a report: what is missing on top, figures as locked values fill them now, a field beside each text, freezing for who did not write. */
import { useState } from 'react'
import { post } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { LongTextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import type { DonorReportAnswer, FrozenLine } from '../contract-reports.ts'
import { DonorReportBody, writtenText } from './donor-report-body.tsx'
import { inLanguage } from './told.tsx'

export function DonorReportScreen({ params }: ScreenProps) {
  const { t, language } = useWords()
  const id = params['donorReport'] ?? ''
  const { data, answer, error, again } = useAnswer<DonorReportAnswer>(`/api/donor-reports/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { report, draft, mayWrite, mayFreeze } = data
  const files = `/donor-reports/drafts/${id}`
  const wrote = data.texts.some(({ mine }) => mine)
  return (
    <Page
      title={`${t('donor-report.title')} ${report.projectCode}`}
      crumbs={<AppLink to="/donor-reports">{t('donor-reports.title')}</AppLink>}
      under={
        <>
          {inLanguage(language, report.projectTitle)} · <DateText date={report.from} /> – <DateText date={report.until} />
          {report.dueOn !== null && (
            <>
              {' · '}
              {t('donor-reports.due')} <DateText date={report.dueOn} />
            </>
          )}
        </>
      }
      answer={answer}
      actions={
        draft !== null && (
          <>
            {mayFreeze && <FreezeDialog id={id} data={data} done={again} wrote={wrote} />}
            {mayWrite && (
              <>
                <a className="btn" href={`${files}/print?language=${language}`} target="_blank" rel="noreferrer">
                  {t('app.print')}
                </a>
                <a className="btn" href={`${files}/docx?language=${language}`}>
                  DOCX
                </a>
                <a className="btn" href={`${files}/xlsx?language=${language}`}>
                  XLSX
                </a>
              </>
            )}
          </>
        )
      }
    >
      <FrozenList frozen={report.frozen} />
      {draft !== null && (
        <>
          <Missing data={data} />
          <DonorReportBody
            document={draft}
            text={(section, written) =>
              mayWrite ? (
                <Writing key={section} id={id} section={section} written={written} done={again} />
              ) : (
                writtenText(written, t('donor-report.nothing-written'))
              )
            }
          />
        </>
      )}
    </Page>
  )
}
export function FrozenList({ frozen }: { readonly frozen: readonly FrozenLine[] }) {
  const { t } = useWords()
  if (frozen.length === 0) return null
  return (
    <Panel title={t('donor-reports.frozen')}>
      <ul className="plain-list stack">
        {frozen.toReversed().map((one) => (
          <li key={one.number}>
            <AppLink to={`/donor-reports/frozen/${one.number}`}>{one.number}</AppLink> · <DateText date={one.frozenOn} />
            {one.correctionReason !== null && ` · ${one.correctionReason}`}
            <div className="hash">SHA-256 {one.sha256}</div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
function Missing({ data }: { readonly data: DonorReportAnswer }) {
  const { t } = useWords()
  if (data.gaps.length === 0) return <Note tone="good">{t('donor-report.no-gap')}</Note>
  return (
    <Note>
      <strong>{t('donor-reports.missing', { n: data.gaps.length })}</strong>
      <ul>
        {data.gaps.map(({ what, of }) => (
          <li key={`${what}/${of}`}>{t(`donor-reports.gap.${what}`, { of: wordOr(`donor-report.section.${of}`, of) })}</li>
        ))}
      </ul>
    </Note>
  )
}
interface WritingProps {
  readonly id: string
  readonly section: string
  readonly written: string | null
  readonly done: () => void
}
function Writing({ id, section, written, done }: WritingProps) {
  const { t } = useWords()
  const [text, setText] = useState(written ?? '')
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null })
  const keep = async () => {
    setState({ busy: true, error: null })
    const failed = await post(`/api/donor-reports/${id}/texts`, { section, text: text.trim() }).then(
      () => null,
      (error: unknown) => error,
    )
    setState({ busy: false, error: failed })
    if (failed === null) done()
  }
  const isNew = text.trim() !== '' && text.trim() !== (written ?? '')
  // Kept when the field is left too: a report has many texts, and none is lost because its button was not pressed.
  return (
    <div className="stack" onBlur={() => isNew && !state.busy && void keep()}>
      <LongTextField
        label={t(section.startsWith('variance:') ? 'donor-reports.why' : 'donor-reports.text')}
        hint={t('donor-reports.text.names')}
        value={text}
        onValue={setText}
        rows={3}
        maxLength={20_000}
      />
      {state.error !== null && <ErrorState error={state.error} />}
      {isNew && (
        <div className="form-actions">
          <Button busy={state.busy} onClick={() => void keep()}>
            {t('donor-reports.keep')}
          </Button>
        </div>
      )}
    </div>
  )
}
function FreezeDialog({
  id,
  data,
  done,
  wrote,
}: {
  readonly id: string
  readonly data: DonorReportAnswer
  readonly done: () => void
  readonly wrote: boolean
}) {
  const { t } = useWords()
  const [seen, setSeen] = useState(false)
  const [reason, setReason] = useState('')
  const before = data.report.frozen.at(-1) ?? null
  const gaps = data.gaps.length
  const isReady = (gaps === 0 || seen) && (before === null || reason.trim() !== '')
  if (wrote) return <span className="small">{t('donor-reports.you-wrote')}</span>
  return (
    <ActDialog
      title={t('donor-reports.freeze')}
      explain={t('donor-reports.freeze.explain')}
      go={t('donor-reports.freeze')}
      path={`/api/donor-reports/${id}/freezings`}
      data={isReady ? { gapsSeen: gaps, ...(before === null ? {} : { correctionReason: reason.trim() }) } : null}
      onDone={done}
    >
      <div className="stack">
        {gaps > 0 && <CheckChoice label={t('donor-reports.gaps.seen', { n: gaps })} checked={seen} onChecked={setSeen} />}
        {before !== null && (
          <LongTextField
            label={t('donor-reports.reason', { number: before.number })}
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
