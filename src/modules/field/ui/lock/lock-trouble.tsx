/* A trouble before the telephone is open, in words: the server's refusal, no network, or this telephone's own fault. */
import { ApiTrouble } from '../../../../app/api.ts'
import { SyncTrouble } from '../../../../app/field/session-wire.ts'
import { Button } from '../../../../app/kit/plain-button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { refusalText, useWords } from '../../../../app/words.ts'

export function LockTrouble({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const { t } = useWords()
  // Nobody is signed in on a lock: what the server says of the address, the password or the code stands, and not that a session ended.
  const refused = error instanceof ApiTrouble && error.trouble.kind === 'signed-out' ? error.trouble.refusal : null
  if (refused !== null)
    return (
      <div role="alert">
        <Note tone="red">{refusalText(refused.code, refused.facts)}</Note>
      </div>
    )
  if (error instanceof ApiTrouble && error.trouble.kind !== 'offline') return <ErrorState error={error} {...(again ? { again } : {})} />
  const isOffline = error instanceof ApiTrouble || (error instanceof SyncTrouble && error.code === 'offline')
  const sentence = isOffline
    ? t('phone.trouble.offline')
    : error instanceof SyncTrouble
      ? error.code === 'fault'
        ? t('phone.trouble.fault')
        : refusalText(error.code)
      : t('lock.trouble')
  return (
    <div role="alert">
      <Note tone={isOffline ? 'warn' : 'red'}>
        <div className="stack" style={{ gap: 8 }}>
          <p>{sentence}</p>
          {again && (
            <div>
              <Button onClick={again}>{t('app.retry')}</Button>
            </div>
          )}
        </div>
      </Note>
    </div>
  )
}
