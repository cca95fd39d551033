/* On another telephone: the rescue file of a broken one, with its code, goes on here under a new PIN. Again is once. */
import { useState } from 'react'
import { type Restored, restoreFrom } from '../../../../app/field/vault.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Field, TextField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { refusalText, useWords } from '../../../../app/words.ts'
import { LockTrouble } from './lock-trouble.tsx'
import { NewPin } from './new-pin.tsx'

export function RestorePanel() {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  if (isOpen) return <Restore />
  return (
    <Button kind="quiet" onClick={() => setIsOpen(true)}>
      {t('enrol.restore')}
    </Button>
  )
}

function Restore() {
  const { t } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [done, setDone] = useState<Restored | null>(null)
  const take = async (pin: string) => {
    if (file === null) return
    setBusy(true)
    setError(null)
    setRefusal(null)
    try {
      const restored = await restoreFrom(file, code, pin)
      if (restored.ok) setDone(restored.value)
      else setRefusal(refusalText(restored.refusal.code, restored.refusal.facts))
    } catch (fault) {
      setError(fault)
    }
    setBusy(false)
  }
  return (
    <Panel title={t('enrol.restore')}>
      <div className="stack">
        <p>{t('enrol.restore.explain')}</p>
        <p className="small">{t('enrol.restore.no-code')}</p>
        <Field label={t('enrol.restore.file')}>
          {(wiring) => (
            <input
              className="input"
              type="file"
              accept=".chanzo"
              {...wiring}
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          )}
        </Field>
        <TextField label={t('enrol.restore.code')} autoComplete="off" spellCheck={false} value={code} onValue={setCode} />
        {done === null && file !== null && code !== '' && <NewPin go={t('enrol.restore.go')} busy={busy} onPin={(pin) => void take(pin)} />}
        {refusal !== null && (
          <div role="alert">
            <Note tone="red">{refusal}</Note>
          </div>
        )}
        {error !== null && <LockTrouble error={error} />}
        {done && (
          <>
            <Note tone="good" live>
              {t('enrol.restore.done', { ...done, seat: done.seat.seat })}
            </Note>
            {done.isCut && <Note tone="warn">{t('enrol.restore.cut')}</Note>}
            <div className="form-actions">
              <Button kind="primary" onClick={() => location.replace('/')}>
                {t('enrol.open')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Panel>
  )
}
