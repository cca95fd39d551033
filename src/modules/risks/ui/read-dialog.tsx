/* Reading an indicator of a plan in force: the value, its day, what shows it in words or by a file, and how well that is known. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { FileField } from '../../../app/kit/file-field.tsx'
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
      <FileField<DocumentRef>
        label={t('plan.file')}
        hint={t(form.file === null ? 'plan.file.hint' : 'plan.file.kept')}
        onKept={(file) => set({ file })}
      />
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
