/* What is said of an exporter, each in a dialog of its own: trade and depots, suppliers, screenings, reports, an admission. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { ExporterDetail } from '../../contract-exporters.ts'
import { type ScreeningResult, admissionOf, depotsText, descriptionOf, endingOf, linkedReportOf, screeningOf } from './exporter-forms.ts'

interface Act {
  readonly id: string
  readonly again: () => void
}
const minerals = ['Sn', 'Ta', 'W', 'Au', 'other'] as const

export function DescribeExporterDialog({ id, again, described }: Act & { readonly described: ExporterDetail['described'] }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<readonly string[]>(described?.minerals ?? [])
  const [depots, setDepots] = useState(() => depotsText(described?.depots ?? []))
  return (
    <ActDialog
      title={t('exporters.describe')}
      explain={t('exporters.describe.explain')}
      go={t('exporters.save')}
      path={`/api/exporters/${id}/descriptions`}
      kind="plain"
      data={descriptionOf(chosen, depots)}
      onDone={again}
    >
      {minerals.map((one) => (
        <CheckChoice
          key={one}
          label={t(`mineral.${one}`)}
          checked={chosen.includes(one)}
          onChecked={(checked) => setChosen(checked ? [...chosen, one] : chosen.filter((other) => other !== one))}
        />
      ))}
      <LongTextField label={t('exporters.depots')} hint={t('exporters.depots.hint')} value={depots} onValue={setDepots} rows={3} />
    </ActDialog>
  )
}

interface Organisations {
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
}
const SUPPLYING: readonly string[] = ['cooperative', 'trader', 'processor', 'exporter', 'concession-holder']
export function SupplierDialog({ id, again }: Act) {
  const { t } = useWords()
  const { data } = useAnswer<Organisations>('/api/organisations')
  const [supplier, setSupplier] = useState('')
  const [from, setFrom] = useState(todayHere)
  return (
    <ActDialog
      title={t('exporters.supplier.add')}
      explain={t('exporters.supplier.explain')}
      go={t('exporters.save')}
      path={`/api/exporters/${id}/suppliers`}
      kind="plain"
      data={supplier === '' || from === '' ? null : { supplier, from }}
      onDone={again}
    >
      <NamedField
        label={t('exporters.supplier')}
        value={supplier}
        named={data?.organisations.filter((one) => one.id !== id && SUPPLYING.includes(one.kind))}
        empty={t('exporters.choose')}
        onValue={setSupplier}
      />
      <DateField label={t('exporters.from')} value={from} onValue={setFrom} max={todayHere()} required />
    </ActDialog>
  )
}
export function EndSupplierDialog({ id, again, supplier }: Act & { readonly supplier: string }) {
  const { t } = useWords()
  const [on, setOn] = useState(todayHere)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('exporters.supplier.end')}
      explain={t('exporters.supplier.end.explain')}
      go={t('exporters.supplier.end')}
      path={`/api/exporters/${id}/supplier-ends`}
      kind="plain"
      data={endingOf({ supplier, on, reason })}
      onDone={again}
    >
      <DateField label={t('exporters.to')} value={on} onValue={setOn} max={todayHere()} required />
      <LongTextField label={t('cards.reason')} value={reason} onValue={setReason} maxLength={400} required />
    </ActDialog>
  )
}
export function ScreenDialog({ id, again }: Act) {
  const { t } = useWords()
  const [on, setOn] = useState(todayHere)
  const [lists, setLists] = useState('')
  const [result, setResult] = useState<ScreeningResult>('clear')
  return (
    <ActDialog
      title={t('exporters.screen')}
      explain={t('exporters.screen.explain')}
      go={t('exporters.save')}
      path={`/api/exporters/${id}/sanctions-screenings`}
      kind="plain"
      data={screeningOf({ on, lists, result })}
      onDone={again}
    >
      <DateField label={t('exporters.screened')} value={on} onValue={setOn} max={todayHere()} required />
      <TextField label={t('exporters.lists')} hint={t('exporters.lists.hint')} value={lists} onValue={setLists} maxLength={200} required />
      <SelectField
        label={t('exporters.result')}
        value={result}
        options={(['clear', 'to-examine', 'match'] as const).map((value) => ({ value, label: t(`exporters.screening.${value}`) }))}
        onValue={setResult}
      />
    </ActDialog>
  )
}
export function ReportDialog({ id, again }: Act) {
  const { t } = useWords()
  const [year, setYear] = useState(() => String(Number(todayHere().slice(0, 4)) - 1))
  const [title, setTitle] = useState('')
  const [address, setAddress] = useState('')
  return (
    <ActDialog
      title={t('exporters.report.add')}
      explain={t('exporters.report.explain')}
      go={t('exporters.save')}
      path={`/api/exporters/${id}/due-diligence-reports`}
      kind="plain"
      data={linkedReportOf({ year, title, address })}
      onDone={again}
    >
      <TextField label={t('exporters.year')} value={year} onValue={setYear} inputMode="numeric" maxLength={4} required />
      <TextField label={t('exporters.report.title')} value={title} onValue={setTitle} maxLength={160} required />
      <TextField label={t('exporters.report.address')} hint="https://…" value={address} onValue={setAddress} maxLength={400} required />
    </ActDialog>
  )
}
export function BlueDialog({ id, again }: Act) {
  const { t } = useWords()
  const [from, setFrom] = useState(todayHere)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('exporters.blue')}
      explain={t('exporters.blue.explain')}
      go={t('exporters.blue')}
      path={`/api/exporters/${id}/blue-admissions`}
      kind="plain"
      data={admissionOf({ from, reason })}
      onDone={again}
    >
      <DateField label={t('exporters.from')} value={from} onValue={setFrom} max={todayHere()} required />
      <LongTextField label={t('cards.reason')} value={reason} onValue={setReason} maxLength={400} required />
    </ActDialog>
  )
}
