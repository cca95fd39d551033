/*
Two-step confirmation: password, code to scan, six digits, backup codes on paper. It is on only after the six digits were
right, so nobody is locked out by a code that was never read.
*/
import { type FormEvent, useState } from 'react'
import { post, troubleOf } from '../../../app/api.ts'
import { Button } from '../../../app/kit/button.tsx'
import { TextField } from '../../../app/kit/field.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { QrCode } from '../../../app/kit/qr-code.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { InstantText } from '../../../app/kit/values.tsx'
import type { Me } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import { TotpField } from './totp-field.tsx'

interface Offer {
  readonly totpURI: string
  readonly backupCodes: readonly string[]
}

interface TwoStepProps {
  readonly on: boolean
  /** Whether this account must have it, and when two others took it off. */
  readonly rule: Me['secondFactorRule']
  readonly resetAt: string | null
  readonly changed: () => void
}
export function TwoStepPanel({ on, rule, resetAt, changed }: TwoStepProps) {
  const { t } = useWords()
  const [offer, setOffer] = useState<Offer | null>(null)
  const [done, setDone] = useState(false)
  return (
    <Panel title={t('security.totp')}>
      <div className="stack">
        {done && offer ? (
          <BackupCodes
            codes={offer.backupCodes}
            kept={() => {
              setOffer(null)
              setDone(false)
              changed()
            }}
          />
        ) : offer ? (
          <ScanStep offer={offer} finish={() => setDone(true)} />
        ) : (
          <>
            <Note tone={on ? 'good' : 'warn'}>{t(on ? 'security.totp.on' : 'security.totp.off')}</Note>
            {!on && rule === 'demanded' && <Note tone="red">{t('security.totp.needed')}</Note>}
            {rule === 'waived' && <p>{t('security.totp.waived')}</p>}
            {resetAt !== null && (
              <Note>
                {t('security.totp.reset')} <InstantText at={resetAt} />
              </Note>
            )}
            {on && rule === 'demanded' ? <p>{t('security.totp.stays')}</p> : <PasswordForm on={on} offered={setOffer} changed={changed} />}
            {rule !== 'none' && (
              <ul className="small">
                <li>{t('security.totp.not-passphrase')}</li>
                <li>{t('security.totp.phone')}</li>
                <li>{t('security.totp.lost')}</li>
              </ul>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}

interface PasswordFormProps {
  readonly on: boolean
  readonly offered: (offer: Offer) => void
  readonly changed: () => void
}
function PasswordForm({ on, offered, changed }: PasswordFormProps) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    try {
      if (on) {
        await post('/api/auth/two-factor/disable', { password })
        changed()
      } else offered(await post<Offer>('/api/auth/two-factor/enable', { password }))
      setPassword('')
    } catch (fault) {
      setError(fault)
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('security.totp.password')}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onValue={setPassword}
      />
      <FormTrouble error={error} sentence={t('security.password.wrong')} />
      <div className="form-actions">
        <Button type="submit" kind={on ? 'danger' : 'primary'}>
          {t(on ? 'security.totp.disable' : 'security.totp.enable')}
        </Button>
      </div>
    </form>
  )
}

function ScanStep({ offer, finish }: { readonly offer: Offer; readonly finish: () => void }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [error, setError] = useState<unknown>(null)
  const key = new URL(offer.totpURI).searchParams.get('secret') ?? ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    try {
      await post('/api/auth/two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') })
      finish()
    } catch (fault) {
      setError(fault)
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p>{t('security.totp.scan')}</p>
      <QrCode text={offer.totpURI} label={t('security.totp.scan')} />
      <p className="small" style={{ overflowWrap: 'anywhere' }}>
        {t('security.totp.by-hand', { key })}
      </p>
      <TotpField value={code} onValue={setCode} />
      <FormTrouble error={error} sentence={t('sign-in.totp.wrong')} />
      <div className="form-actions">
        <Button type="submit" kind="primary">
          {t('sign-in.totp.go')}
        </Button>
      </div>
    </form>
  )
}

/** They are shown this once, so the page stays until its reader says that they are kept. */
function BackupCodes({ codes, kept }: { readonly codes: readonly string[]; readonly kept: () => void }) {
  const { t } = useWords()
  return (
    <>
      <Note tone="good" live>
        {t('security.totp.done')}
      </Note>
      <h3>{t('security.totp.backup')}</h3>
      <p>{t('security.totp.backup.explain')}</p>
      <p>{t('security.totp.keep-apart')}</p>
      <ul className="plain-list columns" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))' }}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <Button kind="primary" onClick={kept}>
          {t('security.totp.kept')}
        </Button>
      </div>
    </>
  )
}

/** The service answers a wrong password or code without our words; everything else explains itself. */
function FormTrouble({ error, sentence }: { readonly error: unknown; readonly sentence: string }) {
  if (error === null) return null
  const { kind } = troubleOf(error)
  if (kind === 'offline' || kind === 'fault' || kind === 'too-many') return <ErrorState error={error} />
  return (
    <div role="alert">
      <Note tone="red">{sentence}</Note>
    </div>
  )
}
