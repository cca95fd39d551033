/* The team stands at a site, or could not reach it and says why. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { madeId } from '../../../../app/api.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'

export function OpenInspectionDialog({
  mission,
  site,
}: {
  readonly mission: string
  readonly site: { readonly site: string; readonly name: string }
}) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [date, setDate] = useState(todayHere)
  const [reached, setReached] = useState<'yes' | 'no'>('yes')
  const [reason, setReason] = useState('')
  const ready = date !== '' && (reached === 'yes' || reason.trim() !== '')
  return (
    <ActDialog
      title={t('missions.open-visit')}
      explain={site.name}
      go={t('missions.open-visit')}
      path="/api/inspections"
      data={
        ready
          ? { site: site.site, mission, date, onSite: reached === 'yes', ...(reached === 'no' ? { notVisitedReason: reason.trim() } : {}) }
          : null
      }
      onDone={(receipt) => void navigate({ to: `/inspections/${madeId(receipt)}` })}
    >
      <DateField label={t('inspect.on')} value={date} onValue={setDate} max={todayHere()} required />
      <Choice
        legend={t('missions.reached')}
        value={reached}
        onValue={setReached}
        options={[
          { value: 'yes', label: t('missions.reached.yes') },
          { value: 'no', label: t('missions.reached.no') },
        ]}
      />
      {reached === 'no' && (
        <LongTextField label={t('missions.reached.why')} value={reason} onValue={setReason} required rows={2} maxLength={400} />
      )}
    </ActDialog>
  )
}
