/* What a laboratory found in a lot: kept whatever it says; a value that cannot be becomes a finding. Gold per thousand, the rest per cent. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { LotSummary } from '../../contract.ts'
import { gradeOf } from './money.ts'

const methods = ['xrf', 'wet-chemistry', 'fire-assay', 'touchstone'] as const
const elements = ['Sn', 'Ta2O5', 'WO3', 'Au', 'Nb2O5', 'Fe', 'U', 'Th', 'moisture'] as const
const elementOf: { readonly [mineral: string]: (typeof elements)[number] } = { Sn: 'Sn', Ta: 'Ta2O5', W: 'WO3', Au: 'Au' }

export function AssayDialog({ lot }: { readonly lot: LotSummary }) {
  const { t } = useWords()
  const [lab, setLab] = useState('')
  const [method, setMethod] = useState<(typeof methods)[number]>('xrf')
  const [element, setElement] = useState(elementOf[lot.mineral] ?? 'Sn')
  const [value, setValue] = useState('')
  const [day, setDay] = useState(todayHere)
  const [sample, setSample] = useState('')
  const [uncertainty, setUncertainty] = useState('')
  const [moisture, setMoisture] = useState('')
  const plus = gradeOf(uncertainty)
  const wet = gradeOf(moisture)
  const number = /^\d{1,4}([.,]\d{1,4})?$/.test(value.trim()) ? Number(value.trim().replace(',', '.')) : null
  const unit = element === 'Au' ? 'per-mille' : 'percent'
  return (
    <ActDialog
      title={t('lots.assay')}
      explain={t('lots.assay.explain')}
      go={t('lots.confirm')}
      path={`/api/lots/${lot.id}/assays`}
      data={
        lab.trim() === '' || number === null || day === ''
          ? null
          : {
              ...{ lab: lab.trim(), method, element, value: number, unit, assayedOn: day },
              ...(sample.trim() === '' ? {} : { sample: sample.trim() }),
              ...(plus === null ? {} : { uncertainty: plus, uncertaintyUnit: unit }),
              ...(wet === null || element === 'moisture' ? {} : { others: [{ element: 'moisture', value: wet, unit: 'percent' }] }),
            }
      }
    >
      <TextField label={t('lots.assay.lab')} value={lab} onValue={setLab} maxLength={120} required />
      <SelectField
        label={t('lots.assay.method')}
        value={method}
        options={methods.map((one) => ({ value: one, label: t(`lots.assay.method.${one}`) }))}
        onValue={setMethod}
      />
      <SelectField
        label={t('lots.assay.element')}
        value={element}
        options={elements.map((one) => ({ value: one, label: one === 'moisture' ? t('lots.assay.moisture') : one }))}
        onValue={setElement}
      />
      <TextField
        label={t('lots.assay.value', { unit: unit === 'percent' ? '%' : '‰' })}
        fault={value.trim() !== '' && number === null ? t('lots.assay.value.fault') : undefined}
        value={value}
        onValue={setValue}
        inputMode="decimal"
        required
      />
      <TextField
        label={t('act.assay.uncertainty', { unit: unit === 'percent' ? '%' : '‰' })}
        hint={t('act.assay.uncertainty.hint')}
        value={uncertainty}
        onValue={setUncertainty}
        inputMode="decimal"
      />
      {element !== 'moisture' && <TextField label={t('act.assay.moisture')} value={moisture} onValue={setMoisture} inputMode="decimal" />}
      <TextField label={t('act.assay.sample')} value={sample} onValue={setSample} maxLength={60} />
      <DateField label={t('lots.assay.day')} value={day} onValue={setDay} max={todayHere()} required />
    </ActDialog>
  )
}
