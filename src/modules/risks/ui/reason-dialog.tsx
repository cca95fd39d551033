/* A decision that needs nothing but its reason. */
import { type ReactNode, useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { LongTextField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'

export interface ReasonProps {
  readonly title: string
  readonly explain: string
  readonly path: string
  readonly kind?: 'primary' | 'danger' | 'plain'
  /** What goes beside the reason. */
  readonly more?: object
  readonly field?: 'reason' | 'why'
  readonly children?: ReactNode
  readonly onDone: () => void
}
export function ReasonDialog({ title, explain, path, kind = 'plain', more, field = 'reason', children, onDone }: ReasonProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const data = reason.trim() === '' ? null : { ...more, [field]: reason.trim() }
  return (
    <ActDialog title={title} explain={explain} go={title} path={path} kind={kind} data={data} onDone={onDone}>
      {children}
      <LongTextField label={t('risks.reason')} hint={t('risks.why.hint')} value={reason} onValue={setReason} maxLength={2000} required />
    </ActDialog>
  )
}
