/* Makes a key. What its loss means stands before the form, not after; who the custodians are beside it; and it is not made without having said that this was understood. */
import { type FormEvent, useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { OwnKey, RegisterKey } from '../../contract-keys.ts'
import { ask, newId } from '../../../../app/api.ts'
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Refusal } from '../../../../kernel/outcome.ts'
import { isPasskeyOffered } from '../../../../app/sealing/passkey.ts'
import { type MadeKey, type Opener, makePersonalKey } from '../../../../app/sealing/personal-key.ts'
import { holdHere, keyCostHere, troubleFrom } from '../../../../app/sealing/use-unlocked.ts'
import { NewPassphrase, type NewWords, isSame } from './new-passphrase.tsx'
import { Custodians } from './people-lines.tsx'

interface Props {
  readonly own: OwnKey
  readonly because: RegisterKey['because']
  readonly onMade: () => void
}
type Sent = Omit<RegisterKey, 'key'> & { readonly key: string }

export function MakeKey({ own, because, onMade }: Props) {
  const { t } = useWords()
  const client = useQueryClient()
  const { send, error } = useCommand<Sent>('/api/keys/mine')
  const [words, setWords] = useState<NewWords>({ first: '', second: '' })
  const [understood, setUnderstood] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const passkey = useOffered()
  const keep = async ({ pair, sealed }: MadeKey) => {
    const receipt = await send({ key: newId(), sealed, because }).catch(() => null)
    if (receipt === null) return
    const { data } = await ask<OwnKey>('/api/keys/mine')
    if (data.key?.publicKey === pair.publicKey) holdHere(data.key, pair)
    await client.invalidateQueries()
    onMade()
  }
  const make = async (by: Opener) => {
    setBusy(true)
    setRefusal(null)
    const made = await makePersonalKey(by, keyCostHere())
    if (made.ok) await keep(made.value)
    else setRefusal(made.refusal)
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isSame(words) && understood && !busy) void make({ kind: 'passphrase', passphrase: words.first })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Note tone="red">{t('keys.lost.before')}</Note>
      {own.custodians.length === 0 ? (
        <Note>{t('keys.lost.nobody')}</Note>
      ) : (
        <Panel title={t('keys.custodians')}>
          <Custodians custodians={own.custodians} />
        </Panel>
      )}
      <Panel title={t('keys.make')}>
        <div className="stack">
          <NewPassphrase words={words} onWords={setWords} />
          <CheckChoice label={t('keys.understood')} checked={understood} onChecked={setUnderstood} />
          {busy && (
            <p className="small" role="status">
              {t('keys.busy')}
            </p>
          )}
          {refusal && <ErrorState error={troubleFrom(refusal)} />}
          {error && <ErrorState error={error} />}
          <div className="form-actions">
            {passkey && (
              <Button disabled={!understood} busy={busy} onClick={() => void make({ kind: 'passkey' })}>
                {t('keys.make.passkey')}
              </Button>
            )}
            <Button kind="primary" type="submit" busy={busy} disabled={!isSame(words) || !understood}>
              {t('keys.make')}
            </Button>
          </div>
          {passkey && <p className="small">{t('keys.passkey.explain')}</p>}
        </div>
      </Panel>
    </form>
  )
}

export function useOffered(): boolean {
  const [offered, setOffered] = useState(false)
  useEffect(() => void isPasskeyOffered().then(setOffered), [])
  return offered
}
