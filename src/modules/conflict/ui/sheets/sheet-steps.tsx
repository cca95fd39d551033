/* What can happen next to a sheet, whose office it is, and the dialogs of who may. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { NextStep, SheetAnswer } from '../../contract-sheet-answers.ts'

interface Props {
  readonly sheet: SheetAnswer
  readonly again: () => void
}
export function StepsPanel({ sheet, again }: Props) {
  const { t } = useWords()
  if (sheet.next.length === 0) return null
  return (
    <Panel title={t('sheet.next')}>
      <ul className="plain-list stack">
        {sheet.next.map((step) => (
          <li key={`${step.step}${step.version}`}>
            <div className="row tight">
              <span className="grow">
                {t('sheet.step.of', { step: t(`sheet.step.${step.step}`), version: step.version })} ·{' '}
                <span className="small">
                  {t(`sheet.needs.${step.needs}`)} ({step.because === null ? t('sheet.may') : t(`sheet.because.${step.because}`)})
                </span>
              </span>
              {step.may && <StepAct sheet={sheet} step={step} again={again} />}
            </div>
          </li>
        ))}
      </ul>
      <Source>{t('sheet.next.say')}</Source>
    </Panel>
  )
}

function StepAct({ sheet: { sheet }, step: { step, version }, again }: Props & { readonly step: NextStep }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [english, setEnglish] = useState('')
  if (step === 'update') return <LinkButton to={`/conflict-sheets/${sheet}/update`}>{t('sheet.step.update')}</LinkButton>
  const said = text.trim()
  const path = `/api/conflict/sheets/${sheet}`
  const shared = { title: t(`sheet.step.${step}`), go: t(`sheet.step.${step}`), onDone: again }
  if (step === 'cross-check')
    return (
      <ActDialog
        {...shared}
        explain={t('sheet.cross-check.explain')}
        path={`${path}/cross-checks`}
        data={said === '' ? null : { version, compared: said }}
      >
        <LongTextField label={t('sheet.compared')} hint={t('sheet.reason.hint')} value={text} onValue={setText} maxLength={1000} required />
      </ActDialog>
    )
  if (step === 'validate')
    return (
      <ActDialog
        {...shared}
        explain={t('sheet.validate.explain')}
        path={`${path}/validations`}
        data={{ version, note: said === '' ? null : said }}
      >
        <LongTextField label={t('sheet.note')} value={text} onValue={setText} maxLength={1000} />
      </ActDialog>
    )
  if (step === 'publish')
    return (
      <ActDialog
        {...shared}
        explain={t('sheet.publish.explain')}
        path={`${path}/summaries`}
        data={said === '' || english.trim() === '' ? null : { version, fr: said, en: english.trim() }}
      >
        <LongTextField label={t('sheet.summary.fr')} value={text} onValue={setText} maxLength={2000} rows={5} required />
        <LongTextField label={t('sheet.summary.en')} value={english} onValue={setEnglish} maxLength={2000} rows={5} required />
      </ActDialog>
    )
  return (
    <ActDialog
      {...shared}
      kind="danger"
      explain={t('sheet.supersede.explain')}
      path={`${path}/supersessions`}
      data={said === '' ? null : { version, reason: said }}
    >
      <LongTextField label={t('sheet.reason')} hint={t('sheet.reason.hint')} value={text} onValue={setText} maxLength={400} required />
    </ActDialog>
  )
}
