/* The head that stands on a printed order or certificate, typed in: is it still the beginning of the ledger of today? */
import { type FormEvent, useState } from 'react'
import { Button } from '../../../app/kit/button.tsx'
import { TextField } from '../../../app/kit/field.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import { readTypedHead } from '../domain/checkpoint.ts'
import { type HeadCheck, checkPaperHead, fetchBytes, onThisDevice } from './check-entry.ts'

type Answer = HeadCheck['state'] | 'not-typed-whole' | 'unreachable'

export function PaperHeadPanel() {
  const { t } = useWords()
  const [size, setSize] = useState('')
  const [root, setRoot] = useState('')
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<{ readonly state: Answer; readonly now: number; readonly typed: string } | null>(null)
  const compare = (event: FormEvent) => {
    event.preventDefault()
    const paper = readTypedHead(`${size} ${root}`)
    if (paper === null) return setAnswer({ state: 'not-typed-whole', now: 0, typed: size })
    setBusy(true)
    checkPaperHead(paper, { fetched: fetchBytes, kept: onThisDevice })
      .then(
        (check) => setAnswer({ state: check.state, now: check.size, typed: size.trim() }),
        () => setAnswer({ state: 'unreachable', now: 0, typed: size }),
      )
      .finally(() => setBusy(false))
  }
  return (
    <Panel title={t('ledger.paper.title')}>
      <form className="stack" onSubmit={compare} noValidate>
        <p className="small">{t('ledger.paper.lead')}</p>
        <div className="field-row low">
          <TextField label={t('ledger.paper.size')} value={size} onValue={setSize} inputMode="numeric" required maxLength={16} />
          <TextField label={t('ledger.paper.root')} value={root} onValue={setRoot} required maxLength={60} />
        </div>
        {answer !== null && (
          <Note tone={answer.state === 'holds' ? 'good' : answer.state === 'not-typed-whole' ? 'warn' : 'red'} live>
            {t(`ledger.paper.${answer.state}`, { typed: answer.typed, size: answer.now })}
          </Note>
        )}
        <div className="form-actions">
          <Button type="submit" busy={busy}>
            {t('ledger.paper.compare')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
