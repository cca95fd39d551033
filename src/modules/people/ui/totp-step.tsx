/* The second step: six digits from the person's own application, or one of the codes on paper where the telephone is gone. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { post, troubleOf } from '../../../app/api.ts'
import { Button } from '../../../app/kit/button.tsx'
import { TextField } from '../../../app/kit/field.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import { TotpField } from './totp-field.tsx'

export function TotpStep({ arrive, back }: { readonly arrive: () => Promise<void>; readonly back: () => void }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [isLost, setLost] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const form = useRef<HTMLFormElement>(null)
  // The step replaced the one that had the focus, so it takes it over.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const other = () => {
    setLost(!isLost)
    setCode('')
    setError(null)
  }
  const kind = error === null ? null : troubleOf(error).kind
  const wrong = kind !== null && kind !== 'offline' && kind !== 'fault' && kind !== 'too-many'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await post(`/api/auth/two-factor/verify-${isLost ? 'backup-code' : 'totp'}`, { code: code.replaceAll(/\s/g, '') })
      await arrive()
    } catch (fault) {
      setError(fault)
    }
    setBusy(false)
  }
  return (
    <Panel title={t('sign-in.totp.title')}>
      <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
        {isLost ? (
          <TextField
            label={t('sign-in.recovery')}
            hint={t('sign-in.recovery.explain')}
            autoComplete="off"
            required
            value={code}
            onValue={setCode}
            fault={wrong ? t('sign-in.recovery.wrong') : undefined}
          />
        ) : (
          <TotpField value={code} onValue={setCode} fault={wrong ? t('sign-in.totp.wrong') : undefined} />
        )}
        {kind !== null && !wrong && <ErrorState error={error} />}
        <div className="form-actions">
          <Button onClick={back}>{t('sign-in.totp.back')}</Button>
          <Button onClick={other}>{t(isLost ? 'sign-in.recovery.back' : 'sign-in.recovery.go')}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {t('sign-in.totp.go')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
