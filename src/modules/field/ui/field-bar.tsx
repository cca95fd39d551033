/* What a telephone's bar always shows: how sending stands, and the lock. */
import { AppLink, Button } from '../../../app/kit/button.tsx'
import type { Phone } from '../../../app/field/phone.ts'
import { useWords } from '../../../app/words.ts'
import { FieldGuard } from './field-guard.tsx'
import { lockNow } from './lock-now.ts'
import { SyncMark, phoneMark } from './sync-mark.tsx'
import { useOutbox, useParted, usePhone, useSyncState } from './use-phone.ts'
import './phone.css'

/** `guards`: of the bars on a page one watches over the telephone. */
export function FieldBar({ guards = false }: { readonly guards?: boolean }) {
  const phone = usePhone()
  return phone === null ? null : <Bar phone={phone} guards={guards} />
}

function Bar({ phone, guards }: { readonly phone: Phone; readonly guards: boolean }) {
  const { t } = useWords()
  const state = useSyncState(phone)
  const { items } = useOutbox(phone)
  const parted = useParted(phone)
  const mark = phoneMark(state, items, parted)
  return (
    <>
      <span className="grow" />
      {mark.kind !== 'safe' && (
        <AppLink to={mark.kind === 'needs-you' && mark.n === parted ? '/field/conflicts' : '/field/shelf/ready'} className="bar-mark">
          <SyncMark mark={mark} />
        </AppLink>
      )}
      <Button className="bar-lock" onClick={lockNow} aria-label={t('phone.lock')} title={t('phone.lock')}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="M6 9V6a4 4 0 0 1 8 0v3M4 9h12v8.5H4z" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
        </svg>
      </Button>
      {guards && <FieldGuard phone={phone} />}
    </>
  )
}
