/* Answers that wait here, or that were refused, are corrected with a reason: what is said again is a new record, and both are read. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { deviceKeep } from '../../../app/device.ts'
import type { OfflinePart } from '../../../app/field/offline-part.ts'
import type { OutboxItem, Phone } from '../../../app/field/phone.ts'
import { Button } from '../../../app/kit/button.tsx'
import { Dialog } from '../../../app/kit/dialog.tsx'
import { LongTextField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'

interface CorrectProps {
  readonly phone: Phone
  readonly item: OutboxItem
  readonly part: OfflinePart
}
export function CorrectDialog({ phone, item, part }: CorrectProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const go = async () => {
    const said = { reason: reason.trim(), now: phone.now(), isRefused: item.state === 'refused' }
    const correction = await part.correction(item, said)
    if (correction === null) return
    const keep = deviceKeep()
    for (const { key, text, fresh } of correction.keep) if (fresh !== true || keep.getItem(key) === null) keep.setItem(key, text)
    await navigate({ to: correction.to, search: correction.search })
  }
  return (
    <Dialog
      title={t('phone.item.correct')}
      explain={t('amend.explain')}
      open={open}
      onOpen={setOpen}
      trigger={<Button>{t('phone.item.correct')}</Button>}
      actions={
        <Button kind="primary" disabled={reason.trim() === ''} onClick={() => void go()}>
          {t('amend.go')}
        </Button>
      }
    >
      <LongTextField label={t('amend.reason')} value={reason} onValue={setReason} required rows={3} maxLength={1000} />
    </Dialog>
  )
}
