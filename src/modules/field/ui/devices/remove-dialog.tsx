/* Taking a telephone out of service: why, since when it is not safe, and what becomes of the work on it. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import { type FieldDevice, endOf } from './device-rows.ts'

const REASONS = ['lost', 'stolen', 'seized', 'replaced', 'person-left', 'key-leaked'] as const

export function RemoveDialog({ device }: { readonly device: FieldDevice }) {
  const { t } = useWords()
  const [reason, setReason] = useState<(typeof REASONS)[number] | ''>('')
  const [from, setFrom] = useState(localNow)
  const instant = instantOf(from)
  return (
    <ActDialog
      title={t('devices.remove')}
      explain={`${endOf(device.device)} · ${t('devices.remove.explain')}`}
      go={t('devices.remove')}
      kind="danger"
      path={`/api/devices/${device.device}/revocations`}
      data={reason === '' || instant === null ? null : { reason, from: instant }}
    >
      {(device.unsent ?? 0) > 0 && <Note tone="warn">{t('devices.remove.unsent', { n: device.unsent })}</Note>}
      <Choice
        legend={t('devices.remove.reason')}
        value={reason}
        onValue={setReason}
        options={REASONS.map((value) => ({ value, label: wordOr(`people.reason.${value}`, value) }))}
      />
      <TextField
        label={t('devices.remove.from')}
        hint={t('devices.remove.from.hint')}
        type="datetime-local"
        value={from}
        onValue={setFrom}
        max={localNow()}
        required
      />
    </ActDialog>
  )
}

/** `2026-11-22T03:40`, here. */
function localNow(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
/** Never later than now: minutes that were rounded up would lie ahead of the server. */
function instantOf(local: string): string | null {
  const at = Date.parse(local)
  return Number.isNaN(at) ? null : new Date(Math.min(at, Date.now() - 1000)).toISOString()
}
