/* A new passphrase: typed twice, or six words that were drawn here and are copied by hand. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { DRAWN, LEAST_CHARACTERS, spelledPassphrase } from '../../domain/keys/passphrase.ts'
import { PassphraseField } from '../../../../app/sealing/passphrase-field.tsx'
import { drawPassphrase } from '../../../../app/sealing/personal-key.ts'

export interface NewWords {
  readonly first: string
  readonly second: string
}
export const isSame = ({ first, second }: NewWords): boolean =>
  first.trim() !== '' && spelledPassphrase(first) === spelledPassphrase(second)

export function NewPassphrase({ words, onWords }: { readonly words: NewWords; readonly onWords: (words: NewWords) => void }) {
  const { t } = useWords()
  const [drawn, setDrawn] = useState<string | null>(null)
  return (
    <>
      <PassphraseField
        label={t('keys.new')}
        hint={t('keys.new.hint', { least: LEAST_CHARACTERS, words: DRAWN })}
        value={words.first}
        onValue={(first) => onWords({ ...words, first })}
      />
      <PassphraseField
        label={t('keys.again')}
        fault={words.second !== '' && !isSame(words) ? t('keys.again.fault') : undefined}
        value={words.second}
        onValue={(second) => onWords({ ...words, second })}
      />
      <div>
        <Button onClick={() => setDrawn(drawPassphrase())}>{t('keys.draw', { words: DRAWN })}</Button>
      </div>
      {drawn !== null && (
        <Note tone="calm" live>
          <p>{t('keys.drawn')}</p>
          <p className="key-digits no-print" translate="no">
            {drawn}
          </p>
        </Note>
      )}
    </>
  )
}
