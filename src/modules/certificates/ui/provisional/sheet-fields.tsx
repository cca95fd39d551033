/* The form of a provisional certificate, on a telephone without network. What is typed stays on the telephone until the sheet is issued. */
import { type FormEvent, useId, useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { type KeptForm, useKeptForm } from '../../../../app/kit/kept-form.ts'
import { KeptNote } from '../../../../app/kit/kept-note.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { needRefusals, refusalText, useWords } from '../../../../app/words.ts'
import { addDays, todayAt } from '../../../../kernel/calendar.ts'
import { PROVISIONAL_MOST_DAYS } from '../../domain/verify-key.ts'
import { TermsFields } from '../desk/terms-form.tsx'
import { type Office, issueSheet } from './issue-sheet.ts'
import { type SheetForm, blankSheet, gramsOf, lastDay, minerals, sheetOf } from './sheet-form.ts'

interface FormProps {
  readonly office: Office
  readonly number: string
  readonly onIssued: (number: string) => void
}
export function SheetFields({ office, number, onIssued }: FormProps) {
  const { t } = useWords()
  const kept = useKeptForm('provisional', () => blankSheet)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const today = todayAt(office.phone.now())
  const sheet = sheetOf(kept.content, today)
  const issue = async (event: FormEvent) => {
    event.preventDefault()
    if (sheet === null || busy) return
    setBusy(true)
    setRefusal(null)
    setError(null)
    try {
      const issued = await issueSheet(office, sheet)
      if (issued.ok) {
        kept.restart()
        onIssued(issued.value)
      } else {
        await needRefusals()
        setRefusal(refusalText(issued.refusal.code, issued.refusal.facts))
      }
    } catch (fault) {
      setError(fault)
    }
    setBusy(false)
  }
  return (
    <form className="stack" onSubmit={(event) => void issue(event)}>
      <KeptNote kept={kept} />
      <Panel>
        <div className="stack">
          <GoodsFields kept={kept} today={today} />
          <TermsFields form={kept.content} change={kept.change} />
        </div>
      </Panel>
      <Note tone="warn">{t('provisional.go.explain')}</Note>
      {refusal !== null && (
        <Note tone="red" live>
          {refusal}
        </Note>
      )}
      {error !== null && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={busy} disabled={sheet === null}>
          {t('provisional.go', { number })}
        </Button>
      </div>
    </form>
  )
}

interface GoodsProps {
  readonly kept: KeptForm<SheetForm>
  readonly today: string
}
function GoodsFields({ kept: { content: form, change }, today }: GoodsProps) {
  const { t } = useWords()
  const isMass = form.mass.trim() === '' || gramsOf(form.mass) !== null
  return (
    <>
      <TextField label={t('provisional.lot')} value={form.lot} onValue={(lot) => change({ lot })} maxLength={60} required />
      <ExporterField value={form.exporter} onValue={(exporter) => change({ exporter })} />
      <SelectField
        label={t('dossier.mineral')}
        value={form.mineral}
        options={[{ value: '', label: '–' }, ...minerals.map((value) => ({ value, label: t(`mineral.${value}`) }))]}
        onValue={(mineral) => change({ mineral })}
        required
      />
      <TextField
        label={t('provisional.mass')}
        fault={isMass ? undefined : t('provisional.mass.fault')}
        value={form.mass}
        onValue={(mass) => change({ mass })}
        inputMode="decimal"
        required
      />
      <TextField label={t('provisional.tags')} value={form.tags} onValue={(tags) => change({ tags })} inputMode="numeric" required />
      <TextField
        label={t('provisional.sites')}
        hint={t('provisional.sites.hint')}
        value={form.sites}
        onValue={(sites) => change({ sites })}
        maxLength={600}
        required
      />
      <DateField
        label={t('provisional.expires')}
        hint={t('provisional.expires.hint', { most: PROVISIONAL_MOST_DAYS })}
        value={form.expires === '' ? lastDay(today) : form.expires}
        onValue={(expires) => change({ expires })}
        min={addDays(today, 1)}
        max={lastDay(today)}
      />
    </>
  )
}

interface Bodies {
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
}
/** Names that are carried are offered; any other may be typed, because the paper says what it says. */
function ExporterField({ value, onValue }: { readonly value: string; readonly onValue: (value: string) => void }) {
  const { t } = useWords()
  const { data } = useAnswer<Bodies>('/api/organisations')
  const list = useId()
  const names = (data?.organisations ?? []).filter((one) => one.kind === 'exporter' || one.kind === 'refiner').map((one) => one.name)
  return (
    <>
      <TextField
        label={t('provisional.exporter')}
        hint={t('provisional.exporter.hint')}
        value={value}
        onValue={onValue}
        maxLength={120}
        list={list}
        required
      />
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  )
}
