/* A passphrase is long: whoever is alone may look at what they type. Nothing that a keyboard or a browser would keep. */
import { useState } from 'react'
import { CheckChoice } from '../kit/choice.tsx'
import { TextField } from '../kit/field.tsx'
import { useWords } from '../words.ts'

interface Props {
  readonly label: string
  readonly hint?: string
  readonly fault?: string | undefined
  readonly value: string
  readonly onValue: (value: string) => void
}
export function PassphraseField(props: Props) {
  const { t } = useWords()
  const [isShown, setShown] = useState(false)
  return (
    <div className="stack">
      <TextField
        {...props}
        type={isShown ? 'text' : 'password'}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={400}
      />
      <CheckChoice label={t('keys.passphrase.show')} checked={isShown} onChecked={setShown} />
    </div>
  )
}
