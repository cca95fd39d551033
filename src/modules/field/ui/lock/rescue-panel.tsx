/* The rescue file of a locked seat: no PIN is asked, because only the server opens it. */
import { useState } from 'react'
import { rescueFileOf } from '../../../../app/field/vault.ts'
import { Button } from '../../../../app/kit/plain-button.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { saveFile } from '../../../../app/kit/save-file.ts'
import { refusalText, useWords } from '../../../../app/words.ts'
import { LockTrouble } from './lock-trouble.tsx'

export function RescuePanel({ seat }: { readonly seat: number }) {
  const { t } = useWords()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ readonly tone: 'good' | 'red'; readonly text: string } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const make = async () => {
    setBusy(true)
    setError(null)
    try {
      const made = await rescueFileOf(seat)
      if (made.ok) saveFile(made.value.name, made.value.file, 'application/octet-stream')
      setSaid(
        made.ok
          ? { tone: 'good', text: t('lock.rescue.made', { name: made.value.name }) }
          : { tone: 'red', text: refusalText(made.refusal.code, made.refusal.facts) },
      )
    } catch (fault) {
      setError(fault)
    }
    setBusy(false)
  }
  return (
    <Panel title={t('lock.rescue')}>
      <div className="stack">
        <p>{t('lock.rescue.explain')}</p>
        {said && (
          <Note tone={said.tone} live>
            {said.text}
          </Note>
        )}
        {error !== null && <LockTrouble error={error} />}
        <div className="form-actions">
          <Button kind="primary" busy={busy} onClick={() => void make()}>
            {t('lock.rescue.make')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
