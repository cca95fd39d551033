/* Another passphrase for the same key; or another key, with the reason. */
import { type FormEvent, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { OwnKey } from '../../contract-keys.ts'
import { post } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { PassphraseField } from '../../../../app/sealing/passphrase-field.tsx'
import { changeOpener } from '../../../../app/sealing/personal-key.ts'
import { keyCostHere, troubleFrom } from '../../../../app/sealing/use-unlocked.ts'
import { NewPassphrase, isSame } from './new-passphrase.tsx'

interface Props {
  readonly own: NonNullable<OwnKey['key']>
  readonly onReplace: (because: 'lost' | 'stolen') => void
}
export function ChangeKey({ own, onReplace }: Props) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [because, setBecause] = useState<'lost' | 'stolen' | ''>('')
  return (
    <div className="columns">
      <Panel title={t('keys.change')}>
        <div className="stack">
          <p className="small">{t('keys.change.explain')}</p>
          {isOpen ? (
            <ChangeForm own={own} />
          ) : (
            <div>
              <Button onClick={() => setOpen(true)}>{t('keys.change')}</Button>
            </div>
          )}
        </div>
      </Panel>
      <Panel title={t('keys.replace')}>
        <div className="stack">
          <p className="small">{t('keys.replace.explain')}</p>
          <Choice
            legend={t('keys.replace.why')}
            value={because}
            options={[
              { value: 'lost', label: t('keys.because.lost') },
              { value: 'stolen', label: t('keys.because.stolen') },
            ]}
            onValue={setBecause}
          />
          <div>
            <Button kind="danger" disabled={because === ''} onClick={() => because !== '' && onReplace(because)}>
              {t('keys.replace')}
            </Button>
          </div>
        </div>
      </Panel>
    </div>
  )
}

function ChangeForm({ own }: Pick<Props, 'own'>) {
  const { t } = useWords()
  const client = useQueryClient()
  const [old, setOld] = useState('')
  const [words, setWords] = useState({ first: '', second: '' })
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle')
  const [error, setError] = useState<unknown>(null)
  const change = async (event: FormEvent) => {
    event.preventDefault()
    if (!isSame(words) || state === 'busy') return
    setState('busy')
    setError(null)
    const from = own.sealed.lock.kind === 'passkey' ? ({ kind: 'passkey' } as const) : ({ kind: 'passphrase', passphrase: old } as const)
    const changed = await changeOpener(own.sealed, { from, to: { kind: 'passphrase', passphrase: words.first }, cost: keyCostHere() })
    const failed = changed.ok
      ? await post('/api/keys/mine/sealed', { key: own.key, sealed: changed.value.sealed }).then(
          () => null,
          (trouble: unknown) => trouble,
        )
      : troubleFrom(changed.refusal)
    setError(failed)
    setState(failed === null ? 'done' : 'idle')
    if (failed !== null) return
    setOld('')
    setWords({ first: '', second: '' })
    await client.invalidateQueries()
  }
  return (
    <form className="stack" onSubmit={(event) => void change(event)}>
      {own.sealed.lock.kind === 'passphrase' && <PassphraseField label={t('keys.change.old')} value={old} onValue={setOld} />}
      <NewPassphrase words={words} onWords={setWords} />
      {error !== null && <ErrorState error={error} />}
      {state === 'done' && (
        <Note tone="good" live>
          {t('keys.changed')}
        </Note>
      )}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={state === 'busy'} disabled={!isSame(words)}>
          {t('keys.change.go')}
        </Button>
      </div>
    </form>
  )
}
