/* A body takes up again what it had handed in: with a reason, as a new record. The earlier one stays readable beside it. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { deviceKeep } from '../../../../app/device.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import { keepAmends } from './amending.ts'

export interface ReopenProps {
  readonly inspection: string
  readonly by: string
  /** Of the newest record of the body. */
  readonly instance: string
}
export function ReopenDialog({ inspection, by, instance }: ReopenProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const go = () => {
    keepAmends(deviceKeep(), { inspection, by }, { instance, reason: reason.trim() })
    void navigate({ to: `/inspections/${inspection}/form`, search: { by } })
  }
  const title = t('fill.again', { body: wordOr(`body.${by}`, by) })
  return (
    <Dialog
      title={title}
      explain={t('amend.explain')}
      open={open}
      onOpen={setOpen}
      trigger={<Button>{title}</Button>}
      actions={
        <Button kind="primary" disabled={reason.trim() === ''} onClick={go}>
          {t('amend.go')}
        </Button>
      }
    >
      <LongTextField label={t('amend.reason')} value={reason} onValue={setReason} required rows={3} maxLength={1000} />
    </Dialog>
  )
}
