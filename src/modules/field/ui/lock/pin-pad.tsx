/*
A PIN by thumb, by keyboard, or a sentence instead. What is typed is never shown and never kept in a field that a browser remembers.
*/
import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '../../../../app/kit/plain-button.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const MOST_DIGITS = 12

export interface PinPadProps {
  readonly busy: boolean
  readonly onPin: (pin: string) => void
}
/** Begins empty after each try: give it a new key. */
export function PinPad({ busy, onPin }: PinPadProps) {
  const { t } = useWords()
  const [isSentence, setIsSentence] = useState(false)
  const swap = (
    <Button kind="quiet" onClick={() => setIsSentence(!isSentence)}>
      {t(isSentence ? 'lock.pin.digits' : 'lock.pin.sentence')}
    </Button>
  )
  return isSentence ? (
    <Sentence busy={busy} onPin={onPin}>
      {swap}
    </Sentence>
  ) : (
    <Digits busy={busy} onPin={onPin}>
      {swap}
    </Digits>
  )
}

function Digits({ busy, onPin, children }: PinPadProps & { readonly children: React.ReactNode }) {
  const { t } = useWords()
  const [pin, setPin] = useState('')
  const add = (digit: string) => setPin((before) => (before.length < MOST_DIGITS ? before + digit : before))
  const drop = () => setPin((before) => before.slice(0, -1))
  const send = () => pin !== '' && !busy && onPin(pin)
  // Digits typed on a keyboard count wherever the focus is, unless it is in a field; a button under the focus answers to Enter itself.
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) return
    if (/^\d$/.test(event.key)) add(event.key)
    else if (event.key === 'Backspace') drop()
    else if (event.key === 'Enter' && !(target instanceof HTMLButtonElement)) send()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
  return (
    <div className="pin-pad" role="group" aria-label={t('lock.pin')}>
      <p className="pin-dots" role="status" aria-label={t('lock.pin.typed', { n: pin.length })}>
        {pin === '' ? <span className="small">{t('lock.pin.hint')}</span> : '●'.repeat(pin.length)}
      </p>
      <div className="pin-keys">
        {KEYS.map((digit) => (
          <Button key={digit} onClick={() => add(digit)}>
            {digit}
          </Button>
        ))}
        <Button onClick={drop} aria-label={t('lock.pin.delete')}>
          ⌫
        </Button>
        <Button onClick={() => add('0')}>0</Button>
        <Button kind="primary" busy={busy} disabled={pin === ''} onClick={send}>
          {t('lock.open')}
        </Button>
      </div>
      {children}
    </div>
  )
}

function Sentence({ busy, onPin, children }: PinPadProps & { readonly children: React.ReactNode }) {
  const { t } = useWords()
  const [pin, setPin] = useState('')
  return (
    <form
      className="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (pin !== '') onPin(pin)
      }}
    >
      <SecretField label={t('lock.pin')} value={pin} onValue={setPin} />
      <div className="form-actions">
        {children}
        <Button kind="primary" type="submit" busy={busy}>
          {t('lock.open')}
        </Button>
      </div>
    </form>
  )
}

interface SecretFieldProps {
  readonly label: string
  readonly hint?: string
  readonly fault?: string | undefined
  readonly value: string
  readonly onValue: (value: string) => void
}
/** A field for a PIN: hidden, and no browser offers to remember it. */
export const SecretField = (props: SecretFieldProps) => (
  <TextField {...props} type="password" autoComplete="new-password" spellCheck={false} autoCapitalize="off" autoCorrect="off" required />
)
