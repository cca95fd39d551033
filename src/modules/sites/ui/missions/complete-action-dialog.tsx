/* An action is done: when, what was done, and the paper or photograph that shows it. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Attachment } from '../../../documents/contract.ts'
import { PaperField } from '../paper-field.tsx'

export function CompleteActionDialog({ action }: { readonly action: { readonly action: string; readonly inspection: string } }) {
  const { t } = useWords()
  const [on, setOn] = useState(todayHere)
  const [note, setNote] = useState('')
  const [paper, setPaper] = useState<Attachment | null>(null)
  const ready = on !== '' && note.trim() !== ''
  return (
    <ActDialog
      title={t('action.done')}
      explain={t('action.done.explain')}
      go={t('action.done')}
      kind="plain"
      path={`/api/inspections/${action.inspection}/action-completions`}
      data={ready ? { action: action.action, on, note: note.trim(), ...(paper === null ? {} : { evidence: [paper] }) } : null}
    >
      <DateField label={t('action.done.on')} value={on} onValue={setOn} max={todayHere()} required />
      <LongTextField label={t('action.done.note')} value={note} onValue={setNote} rows={3} maxLength={1000} required />
      <PaperField label={t('plan.paper')} title={t('plan.paper.proof')} kind="other" paper={paper} onPaper={setPaper} />
    </ActDialog>
  )
}
