/* Proposing a sheet, or a newer version of one, on one page; what is missing is said beside the button. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { newId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { SheetAnswer } from '../../contract-sheet-answers.ts'
import { type Written, emptyForm, formOf, sentOf } from './form-state.ts'
import { SheetForm } from './sheet-form.tsx'

export function NewSheetScreen() {
  const [id] = useState(newId)
  return <Form id={id} first={emptyForm(todayHere())} after={null} />
}

export function UpdateSheetScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['sheet'] ?? ''
  const { data, error, again } = useAnswer<SheetAnswer>(`/api/conflict/sheets/${id}`)
  if (error)
    return (
      <Page title={t('sheet-form.update')} crumbs={<AppLink to="/conflict-sheets">{t('conflict-sheets.title')}</AppLink>}>
        <ErrorState error={error} again={again} />
      </Page>
    )
  const newest = data?.versions.at(-1)
  if (!data || !newest) return <Loading />
  return (
    <Form key={newest.version} id={id} first={formOf(newest, { siteName: data.siteName, today: todayHere() })} after={newest.version} />
  )
}

function Form({ id, first, after }: { readonly id: string; readonly first: Written; readonly after: number | null }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [form, setForm] = useState(first)
  const { send, sending, error } = useCommand<object>(after === null ? '/api/conflict/sheets' : `/api/conflict/sheets/${id}/versions`)
  const written = sentOf(form)
  const reason = form.reason.trim()
  const data = written === null || (after !== null && reason === '') ? null : { ...written, ...(after === null ? {} : { reason, after }) }
  const act = async () => {
    if (data === null) return
    const receipt = await send(data, after === null ? { id } : {}).catch(() => null)
    if (receipt !== null) void navigate({ to: `/conflict-sheets/${id}` })
  }
  return (
    <Page
      title={t(after === null ? 'sheet-form.title' : 'sheet-form.update')}
      under={t('sheet-form.under')}
      crumbs={<AppLink to="/conflict-sheets">{t('conflict-sheets.title')}</AppLink>}
    >
      <Note tone="calm">{t('sheet.next.say')}</Note>
      <SheetForm
        form={form}
        onForm={setForm}
        isUpdate={after !== null && form.content.place.site !== null}
        sheet={asId('conflict-sheet', id)}
      />
      {after !== null && (
        <Panel title={t('sheet.reason')}>
          <LongTextField
            label={t('sheet.reason')}
            hint={t('sheet.reason.hint')}
            value={form.reason}
            maxLength={400}
            onValue={(text) => setForm({ ...form, reason: text })}
            required
          />
        </Panel>
      )}
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={data === null} onClick={() => void act()}>
          {t('sheet-form.send')}
        </Button>
        {data === null && <span className="small">{t('sheet-form.missing')}</span>}
      </div>
    </Page>
  )
}
