/* The last bag was wrong: its weight is corrected, or the record voided, both with a reason and both kept beside the first weighing. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { SeriesAct, SeriesBag } from '../../domain/weighing/series.ts'
import { MassField, gramsOf } from '../lots/mass-field.tsx'

export interface UndoProps {
  readonly bag: SeriesBag
  readonly onChanged: (act: Extract<SeriesAct, { act: 'changed' }>) => void
}
export function UndoBag({ bag, onChanged }: UndoProps) {
  const { t } = useWords()
  const [what, setWhat] = useState<'mass' | 'all' | ''>('')
  const [mass, setMass] = useState('')
  const [reason, setReason] = useState('')
  const grams = gramsOf(mass)
  const said = reason.trim()
  const isMass = what === 'mass'
  const data = said === '' || what === '' ? null : isMass ? grams && { massGrams: grams, reason: said } : { reason: said }
  return (
    <ActDialog
      title={t('scale.undo')}
      explain={t('scale.undo.explain')}
      go={t('scale.undo.go')}
      kind="plain"
      path={`/api/lots/${bag.lot}/${isMass ? 'corrections' : 'withdrawals'}`}
      data={data === 0 ? null : data}
      onDone={() => {
        onChanged({ act: 'changed', lot: bag.lot, ...(isMass && grams !== null ? { massGrams: grams } : { voided: true }) })
        setWhat('')
        setMass('')
        setReason('')
      }}
    >
      <Choice
        legend={t('scale.undo.what')}
        value={what}
        options={[
          { value: 'mass', label: t('scale.undo.mass') },
          { value: 'all', label: t('scale.undo.all') },
        ]}
        onValue={setWhat}
      />
      {isMass && <MassField label={t('scale.undo.new-mass')} value={mass} onValue={setMass} />}
      <TextField
        label={t('scale.undo.reason')}
        hint={t('scale.undo.reason.hint')}
        value={reason}
        onValue={setReason}
        maxLength={400}
        required
      />
    </ActDialog>
  )
}
