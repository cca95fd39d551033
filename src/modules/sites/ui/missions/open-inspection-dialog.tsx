/* The team stands at a site, or could not reach it and says why. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { madeId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { fieldHand } from '../../../../app/device.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'

export function OpenInspectionDialog({
  mission,
  site,
  missionKind,
}: {
  readonly mission: string
  readonly missionKind: string
  readonly site: { readonly site: string; readonly name: string }
}) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [date, setDate] = useState(todayHere)
  const [reached, setReached] = useState<'yes' | 'no'>('yes')
  const [reason, setReason] = useState('')
  const carried = useCarried(missionKind)
  const ready = date !== '' && (reached === 'yes' || reason.trim() !== '')
  return (
    <ActDialog
      title={t('missions.open-visit')}
      explain={site.name}
      go={t('missions.open-visit')}
      path="/api/inspections"
      data={
        ready
          ? {
              site: site.site,
              mission,
              date,
              onSite: reached === 'yes',
              ...(reached === 'no' ? { notVisitedReason: reason.trim() } : {}),
              ...carried,
            }
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

interface Versions {
  readonly versions: readonly { readonly form: string; readonly version: string; readonly sha256: string; readonly ordinal: number }[]
}
/** A telephone says that it opens the form without the server, and names the version that it carries: the team fills in that one. */
function useCarried(missionKind: string) {
  const isPhone = fieldHand() !== null
  const annual = useAnswer<Versions>(isPhone && missionKind === 'annual' ? '/api/forms/inspection_annual' : null).data
  const joint = useAnswer<Versions>(isPhone ? '/api/forms/inspection_cd' : null).data
  if (!isPhone) return {}
  const newest = (annual ?? joint)?.versions.toSorted((a, b) => b.ordinal - a.ordinal)[0]
  const form = newest && { form: newest.form, version: newest.version, sha256: newest.sha256 }
  return { carried: true, ...(form ? { form } : {}) }
}
