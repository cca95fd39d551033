/* A form that nobody will finish: the reason, so that the mission can be closed. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'

export function AbandonDialog({ inspection, site }: { readonly inspection: string; readonly site: string }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('abandon.title')}
      explain={`${site}. ${t('abandon.explain')}`}
      go={t('abandon.title')}
      kind="plain"
      path={`/api/inspections/${inspection}/abandonment`}
      data={reason.trim() === '' ? null : { reason: reason.trim() }}
    >
      <LongTextField label={t('missions.reason')} value={reason} onValue={setReason} rows={3} maxLength={2000} required />
    </ActDialog>
  )
}
