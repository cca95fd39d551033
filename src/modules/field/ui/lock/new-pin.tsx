/* Choosing a PIN: twice, with its rule, and in three sentences what it protects and what not. */
import { type FormEvent, useState } from 'react'
import { Button } from '../../../../app/kit/plain-button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { needRefusals, refusalText, useWords } from '../../../../app/words.ts'
import { chosenPin } from '../../domain/pin.ts'
import { SecretField } from './pin-pad.tsx'

export interface NewPinProps {
  readonly go: string
  readonly busy: boolean
  readonly onPin: (pin: string) => void
  /** The three sentences: for who has no PIN yet. */
  readonly explains?: boolean
}
export function NewPin({ go, busy, onPin, explains = false }: NewPinProps) {
  const { t } = useWords()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [fault, setFault] = useState<{ readonly pin?: string; readonly again?: string }>({})
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const chosen = chosenPin(pin)
    if (!chosen.ok) await needRefusals()
    if (!chosen.ok) return setFault({ pin: refusalText(chosen.refusal.code, chosen.refusal.facts) })
    if (again.trim() !== pin.trim()) return setFault({ again: t('enrol.pin.differs') })
    setFault({})
    onPin(chosen.value)
    return undefined
  }
  return (
    <form className="stack" autoComplete="off" noValidate onSubmit={(event) => void submit(event)}>
      {explains && (
        <Note tone="calm">
          <ul style={{ paddingLeft: 18 }}>
            <li>{t('enrol.pin.protects')}</li>
            <li>{t('enrol.pin.not')}</li>
            <li>{t('enrol.pin.nobody')}</li>
          </ul>
        </Note>
      )}
      <SecretField label={t('enrol.pin')} hint={t('enrol.pin.rule')} fault={fault.pin} value={pin} onValue={setPin} />
      <SecretField label={t('enrol.pin.again')} fault={fault.again} value={again} onValue={setAgain} />
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={busy}>
          {go}
        </Button>
      </div>
    </form>
  )
}
