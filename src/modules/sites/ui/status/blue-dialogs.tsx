/* The three acts of a blue request; who may do which is decided by the server and said in words. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useKeptForm } from '../../../../app/kit/kept-form.ts'
import { KeptNote } from '../../../../app/kit/kept-note.tsx'
import { useWords } from '../../../../app/words.ts'
import { decidingCriteria } from '../../domain/missions/criteria.ts'

export function FileBlue({ site, exporter }: { readonly site: string; readonly exporter: string }) {
  const { t } = useWords()
  const kept = useKeptForm(`blue-request:${site}`, () => ({ reference: '', date: '' }))
  const { reference, date } = kept.content
  return (
    <ActDialog
      title={t('blue.file')}
      explain={t('blue.file.explain')}
      go={t('blue.file')}
      path={`/api/sites/${site}/blue-applications`}
      data={reference.trim() === '' || date === '' ? null : { exporter, riskAssessment: { reference: reference.trim(), date } }}
      onDone={kept.restart}
    >
      <KeptNote kept={kept} />
      <TextField
        label={t('blue.reference')}
        hint={t('blue.reference.hint')}
        value={reference}
        onValue={(value) => kept.change({ reference: value })}
        maxLength={200}
        required
      />
      <DateField label={t('blue.date')} value={date} onValue={(value) => kept.change({ date: value })} max={todayHere()} required />
    </ActDialog>
  )
}

type Level = 'local' | 'provincial' | 'national'
interface ReceiveProps {
  readonly site: string
  readonly application: string
  readonly missing: readonly Level[]
}
export function ReceiveBlue({ site, application, missing }: ReceiveProps) {
  const { t } = useWords()
  const [chosen, setLevel] = useState<Level | ''>('')
  const [on, setOn] = useState(todayHere)
  const level = missing.find((one) => one === chosen) ?? missing[0]
  if (level === undefined) return null
  return (
    <ActDialog
      title={t('blue.receipt')}
      explain={t('blue.receipt.explain')}
      go={t('blue.receipt')}
      kind="plain"
      path={`/api/sites/${site}/blue-receipts`}
      data={on === '' ? null : { application, level, on }}
    >
      <SelectField
        label={t('blue.level')}
        value={level}
        options={missing.map((value) => ({ value, label: t(`blue.level.${value}`) }))}
        onValue={setLevel}
      />
      <DateField label={t('blue.on')} value={on} onValue={setOn} max={todayHere()} required />
    </ActDialog>
  )
}

export function ObjectToBlue({ site, application }: { readonly site: string; readonly application: string }) {
  const { t, language } = useWords()
  const [criterion, setCriterion] = useState(decidingCriteria[0]?.id ?? '')
  const [on, setOn] = useState(todayHere)
  const [narrative, setNarrative] = useState('')
  const said = narrative.trim() === '' ? {} : { narrative: narrative.trim() }
  return (
    <ActDialog
      title={t('blue.object')}
      explain={t('blue.object.explain')}
      go={t('blue.object')}
      kind="danger"
      path={`/api/sites/${site}/blue-objections`}
      data={on === '' ? null : { application, criterion, on, ...said }}
    >
      <SelectField
        label={t('blue.criterion')}
        value={criterion}
        options={decidingCriteria.map((one) => ({ value: one.id, label: `${one.id} – ${one.violation[language]}` }))}
        onValue={setCriterion}
      />
      <DateField label={t('missions.day')} value={on} onValue={setOn} max={todayHere()} required />
      <LongTextField label={t('blue.why')} value={narrative} onValue={setNarrative} maxLength={2000} rows={3} />
    </ActDialog>
  )
}
