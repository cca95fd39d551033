/* Reading an indicator of a plan in force: the value, its day, what shows it in words or by a file, and how well that is known. */
import { useState } from 'react'
import { sendFile } from '../../../app/api.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, Field, LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { DocumentRef } from '../../documents/contract.ts'
import type { EvidenceGrade, RiskDetail } from '../contract.ts'
import { type ReadingForm, readingOf } from './reading-form.ts'

interface Parts {
  readonly id: string
  readonly again: () => void
  readonly indicators: RiskDetail['plans'][number]['indicators']
}
const grades: readonly EvidenceGrade[] = ['alleged', 'reasonable', 'established']
const blank = (): ReadingForm => ({
  ...{ indicator: '0', value: '', on: todayHere(), grade: 'reasonable', evidence: '', file: null, note: '' },
})
export function ReadDialog({ id, again, indicators }: Parts) {
  const { t } = useWords()
  const [form, setForm] = useState(blank)
  const set = (change: Partial<ReadingForm>) => setForm((now) => ({ ...now, ...change }))
  const done = () => {
    setForm(blank())
    again()
  }
  return (
    <ActDialog
      {...{ title: t('plan.read'), explain: t('plan.read.explain'), go: t('plan.read'), path: `/api/risks/${id}/plan-readings` }}
      kind="plain"
      data={readingOf(form)}
      onDone={done}
    >
      <SelectField
        label={t('plan.indicator.name')}
        value={form.indicator}
        options={indicators.map((one, index) => ({ value: String(index), label: `${one.name} (${one.unit})` }))}
        onValue={(indicator) => set({ indicator })}
      />
      <div className="field-row two">
        <TextField label={t('plan.value')} value={form.value} onValue={(value) => set({ value })} inputMode="decimal" required />
        <DateField label={t('plan.read-on')} value={form.on} onValue={(on) => set({ on })} max={todayHere()} required />
      </div>
      <LongTextField
        {...{ label: t('plan.evidence'), hint: t('plan.evidence.hint'), value: form.evidence, maxLength: 400, rows: 2 }}
        onValue={(evidence) => set({ evidence })}
      />
      <EvidenceFile file={form.file} onFile={(file) => set({ file })} />
      <SelectField
        label={t('risks.grade')}
        hint={t('plan.grade.hint')}
        value={form.grade}
        options={grades.map((value) => ({ value, label: t(`risks.grade.${value}`) }))}
        onValue={(grade) => set({ grade })}
      />
      <TextField label={t('plan.note')} value={form.note} onValue={(note) => set({ note })} maxLength={400} />
    </ActDialog>
  )
}

/** Sent at once, so that a bad file is refused while the paper is still at hand. Its name is not kept. */
function EvidenceFile({ file, onFile }: { readonly file: DocumentRef | null; readonly onFile: (file: DocumentRef) => void }) {
  const { t } = useWords()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    setBusy(true)
    setError(null)
    try {
      onFile((await sendFile<{ readonly file: DocumentRef }>('/api/files', chosen)).file)
    } catch (trouble) {
      setError(trouble)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Field label={t('plan.file')} hint={t(file === null ? 'plan.file.hint' : 'plan.file.kept')}>
        {(wiring) => (
          <input
            className="input"
            type="file"
            accept="application/pdf,image/png,image/jpeg"
            disabled={busy}
            {...wiring}
            onChange={(event) => void take(event.target.files?.[0])}
          />
        )}
      </Field>
      {error !== null && <ErrorState error={error} />}
    </>
  )
}
