/*
What stands before everything sealed: while the key is locked it asks for it, and afterwards gives it to what it wraps. When the key locks, what was shown is taken away with it. On paper each page says
for whom it was printed, by a number and the moment, so that a sheet that is found leads to no name.
*/
import { type FormEvent, type ReactNode, useState } from 'react'
import type { OwnKey } from '../../modules/cases/contract-keys.ts'
import { useAnswer } from '../ask.ts'
import { Button, LinkButton } from '../kit/button.tsx'
import { Panel, Source } from '../kit/panel.tsx'
import { ErrorState, Loading } from '../kit/states.tsx'
import { instantText } from '../kit/values.tsx'
import { useAbout, useMe } from '../who.ts'
import { useWords } from '../words.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { DEMO_PASSPHRASE } from '../../modules/cases/domain/keys/demo-passphrase.ts'
import { PassphraseField } from './passphrase-field.tsx'
import type { Opener } from './personal-key.ts'
import type { Unlocked } from './unlocked.ts'
import { troubleFrom, unlockHere, useUnlocked } from './use-unlocked.ts'
import './vault.css'

export function VaultGate({ children }: { readonly children: (open: { readonly unlocked: Unlocked }) => ReactNode }) {
  const unlocked = useUnlocked()
  const me = useMe().data
  const [shownAt] = useState(() => new Date().toISOString())
  if (unlocked === null) return <Unlock />
  // Another person signed in on this window: the key of the one before is not theirs.
  if (me !== undefined && me.account !== unlocked.holder.account) return <Unlock />
  return (
    <>
      <p className="sealed-mark" aria-hidden="true">
        {unlocked.holder.account.slice(-12)} · {instantText(shownAt)}
      </p>
      {children({ unlocked })}
    </>
  )
}

/** Asks for the key, or says where one is made. */
export function Unlock() {
  const { t } = useWords()
  const { data, error, loading, again } = useAnswer<OwnKey>('/api/keys/mine')
  return (
    <Panel title={t(data?.key === null ? 'keys.none' : 'keys.locked')}>
      <div className="stack">
        <p>{t(data?.key === null ? 'keys.none.why' : 'keys.locked.why')}</p>
        {loading && <Loading />}
        {error && <ErrorState error={error} again={again} />}
        {data?.key === null && (
          <div>
            <LinkButton to="/keys" kind="primary">
              {t('keys.none.go')}
            </LinkButton>
          </div>
        )}
        {data?.key && <UnlockForm own={data.key} />}
      </div>
    </Panel>
  )
}

function UnlockForm({ own }: { readonly own: NonNullable<OwnKey['key']> }) {
  const { t } = useWords()
  const about = useAbout().data
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const isPasskey = own.sealed.lock.kind === 'passkey'
  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setRefusal(null)
    const by: Opener = isPasskey ? { kind: 'passkey' } : { kind: 'passphrase', passphrase }
    const said = await unlockHere(own, by)
    if (said === null) return
    setPassphrase('')
    setRefusal(said)
    setBusy(false)
  }
  return (
    <form className="stack" onSubmit={(event) => void open(event)}>
      {about?.demo === true && <Source>{t('keys.demo', { passphrase: DEMO_PASSPHRASE })}</Source>}
      {!isPasskey && (
        <PassphraseField label={t('keys.passphrase')} hint={t('keys.passphrase.hint')} value={passphrase} onValue={setPassphrase} />
      )}
      {busy && (
        <p className="small" role="status">
          {t('keys.busy')}
        </p>
      )}
      {refusal && <ErrorState error={troubleFrom(refusal)} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={busy} disabled={!isPasskey && passphrase.trim() === ''}>
          {t(isPasskey ? 'keys.unlock.passkey' : 'keys.unlock')}
        </Button>
      </div>
    </form>
  )
}
