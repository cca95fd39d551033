/* What is wrong with the telephone itself, before any work: its clock, its room, whether the browser may throw its data away. */
import { useState } from 'react'
import type { Phone } from '../../../app/field/phone.ts'
import { Button } from '../../../app/kit/button.tsx'
import { Note } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import { clockFault } from '../domain/sync-mark.ts'
import { megabytes, useStorage } from './storage.ts'
import { useSyncState } from './use-phone.ts'

const LOW_MEGABYTES = 100

export function PhoneHealth({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const clock = clockFault(useSyncState(phone).clockOffsetSeconds)
  const { storage, persist } = useStorage()
  const [refusedPersist, setRefusedPersist] = useState(false)
  const free = storage?.freeBytes ?? null
  return (
    <>
      {clock && (
        <Note tone="warn">
          {t(clock.isFast ? 'phone.clock.fast' : 'phone.clock.slow', { minutes: clock.minutes })} {t('phone.clock.note')}
        </Note>
      )}
      {free !== null && megabytes(free) < LOW_MEGABYTES && (
        <Note tone="warn">{t('phone.storage.low', { megabytes: megabytes(free) })}</Note>
      )}
      {storage && !storage.isPersisted && (
        <Note tone="calm" live>
          <div className="stack" style={{ gap: 8 }}>
            <p>{t(refusedPersist ? 'phone.storage.persist.no' : 'phone.storage.not-persisted')}</p>
            <div>
              <Button onClick={() => void persist().then((done) => setRefusedPersist(!done))}>{t('phone.storage.persist')}</Button>
            </div>
          </div>
        </Note>
      )}
    </>
  )
}
