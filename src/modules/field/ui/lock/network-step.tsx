/*
A forgotten PIN, with the network: the person signs in by password, the server opens the key that was sealed to it, and a new PIN is chosen. The
session of the password ends at once; from then on the telephone speaks for itself.
*/
import { type FormEvent, useState } from 'react'
import { post } from '../../../../app/api.ts'
import { recoverKey } from '../../../../app/field/recover.ts'
import type { Seat } from '../../../../app/field/holders.ts'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import { openAfterNetwork } from '../../../../app/field/vault.ts'
import { Button } from '../../../../app/kit/plain-button.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { refusalText, useWords } from '../../../../app/words.ts'
import { LockTrouble } from './lock-trouble.tsx'
import { NewPin } from './new-pin.tsx'

export interface NetworkProps {
  readonly seat: Seat
  readonly opened: (vault: OpenVault) => void
}
export function NetworkStep({ seat, opened }: NetworkProps) {
  const { t } = useWords()
  const [dataKey, setDataKey] = useState<Uint8Array<ArrayBuffer> | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const open = async (pin: string) => {
    if (dataKey === null) return
    setBusy(true)
    setError(null)
    try {
      // The vault forgets the key that it is given; another try needs it again.
      const outcome = await openAfterNetwork(seat.seat, dataKey.slice(), pin)
      if (outcome.ok) return opened(outcome.value)
      setRefusal(refusalText(outcome.refusal.code, outcome.refusal.facts))
    } catch (fault) {
      setError(fault)
    }
    setBusy(false)
    return undefined
  }
  if (dataKey === null) return <SignIn seat={seat} got={setDataKey} />
  return (
    <Panel title={t('lock.network.new-pin')}>
      <NewPin go={t('lock.open')} busy={busy} onPin={(pin) => void open(pin)} />
      {refusal !== null && (
        <div role="alert">
          <Note tone="red">{refusal}</Note>
        </div>
      )}
      {error !== null && <LockTrouble error={error} />}
    </Panel>
  )
}

function SignIn({ seat, got }: { readonly seat: Seat; readonly got: (dataKey: Uint8Array<ArrayBuffer>) => void }) {
  const { t } = useWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const check = async () => {
    if (code === null) {
      const answer = await post<{ readonly twoFactorRedirect?: boolean }>('/api/auth/sign-in/email', { email, password })
      if (answer.twoFactorRedirect) return setCode('')
    } else await post('/api/auth/two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') })
    try {
      got(await recoverKey(seat.seat))
    } finally {
      await post('/api/auth/sign-out', {}).catch(() => undefined)
    }
    return undefined
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    await check().catch(setError)
    setBusy(false)
  }
  return (
    <Panel title={t('lock.network.title')}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{t(seat.needs === 'pin' ? 'lock.network.forgotten' : 'lock.network.explain')}</p>
        {code === null ? (
          <>
            <TextField label={t('sign-in.email')} type="email" autoComplete="off" required value={email} onValue={setEmail} />
            <TextField label={t('sign-in.password')} type="password" autoComplete="off" required value={password} onValue={setPassword} />
          </>
        ) : (
          <TextField label={t('sign-in.totp')} inputMode="numeric" autoComplete="one-time-code" required value={code} onValue={setCode} />
        )}
        {error !== null && <LockTrouble error={error} />}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={busy}>
            {t('lock.network.go')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
