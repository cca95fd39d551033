/* Uploading an XLSForm workbook: it is read by the server, what is wrong is named by sheet and row, and only then it can be published. */
import { type ChangeEvent, useState } from 'react'
import { sendFile } from '../../../app/api.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { Field } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { Reading } from '../domain/answers.ts'
import { OutlineTable } from './outline-table.tsx'
import { ProblemList } from './problem-list.tsx'
import { PublishPart } from './publish-part.tsx'
import './forms.css'

export function UploadScreen() {
  const { t } = useWords()
  const [reading, setReading] = useState<Reading | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (!file) return
    setBusy(true)
    setTrouble(null)
    setReading(null)
    try {
      setReading(await sendFile<Reading>('/api/forms/workbook', file))
    } catch (error) {
      setTrouble(error)
    } finally {
      setBusy(false)
      // The same file may be chosen again once it was corrected.
      event.target.value = ''
    }
  }
  return (
    <Page title={t('forms.upload.title')} under={t('forms.upload.under')} crumbs={<AppLink to="/forms">{t('forms.title')}</AppLink>}>
      <Panel>
        <Field label={reading === null ? t('forms.upload.choose') : t('forms.upload.other')} hint={t('forms.upload.start')}>
          {(wiring) => (
            <input {...wiring} className="input" type="file" accept=".xlsx,.xls" disabled={busy} onChange={(event) => void read(event)} />
          )}
        </Field>
        {busy && (
          <p role="status" className="small">
            {t('forms.upload.reading')}
          </p>
        )}
        {trouble !== null && <ErrorState error={trouble} />}
      </Panel>
      {reading && <ReadingPanels reading={reading} />}
    </Page>
  )
}

function ReadingPanels({ reading }: { readonly reading: Reading }) {
  const { t } = useWords()
  const taken = reading.against?.versionTaken === true
  const ready = reading.problems.length === 0 && !taken
  return (
    <>
      <Panel title={reading.title === '' ? t('forms.upload.file') : reading.title}>
        {reading.problems.length > 0 && (
          <>
            <Note tone="red" live>
              {t('forms.read.problems', { n: reading.problems.length })}
            </Note>
            <ProblemList problems={reading.problems} caption={t('forms.problem.what')} />
          </>
        )}
        {taken && (
          <Note tone="red" live>
            {t('forms.read.taken', { version: reading.version })}
          </Note>
        )}
        {ready && (
          <Note tone="good" live>
            {t('forms.read.ready')}{' '}
            {reading.against === null
              ? t('forms.read.new', { form: reading.form })
              : t('forms.read.next', { form: reading.form, current: reading.against.current })}
          </Note>
        )}
        {reading.notices.length > 0 && (
          <>
            <h3>{t('forms.read.notices')}</h3>
            <ProblemList problems={reading.notices} caption={t('forms.read.notices')} />
          </>
        )}
        {ready && <PublishPart reading={reading} basedOn={reading.against?.current ?? null} />}
      </Panel>
      {reading.outline && (
        <Panel title={t('forms.outline')}>
          <OutlineTable outline={reading.outline} />
        </Panel>
      )}
    </>
  )
}
