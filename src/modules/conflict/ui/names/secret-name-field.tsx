/*
A field that takes a secret name: written and sealed here, so that the form around it carries a number and nothing else. No form of its own, because it stands
inside one; what was typed is let go of as soon as it is sealed, and is never kept as a draft.
*/
import { useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { troubleFrom } from '../../../../app/sealing/use-unlocked.ts'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { KeyHolderShown } from '../../../cases/contract-keys.ts'
import type { KeepName, NameOf, SecretNameId } from '../../contract-names.ts'
import { ReaderChoice } from './reader-choice.tsx'
import { sealNameHere } from './seal-name.ts'

export interface SecretNameFieldProps {
  readonly value: SecretNameId | null
  /** What will carry the name; its number may be made before it is sent. */
  readonly of: NameOf
  readonly onSealed: (id: SecretNameId) => void
}

export function SecretNameField({ value, of, onSealed }: SecretNameFieldProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  if (value !== null) return <strong>{t('names.sealed')}</strong>
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('names.seal')}</Button>
      </div>
    )
  return <SealForm of={of} onSealed={(id) => (setOpen(false), onSealed(id))} />
}

function SealForm({ of, onSealed }: Pick<SecretNameFieldProps, 'of' | 'onSealed'>) {
  const { t } = useWords()
  const me = useMe().data
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly KeyHolderShown[]>([])
  const [trouble, setTrouble] = useState<unknown>(null)
  const { send, sending, error } = useCommand<KeepName>('/api/conflict/names')
  const seal = async () => {
    if (me === undefined) return
    setTrouble(null)
    const made = await sealNameHere({ account: me.account, name, readers: chosen })
    if (!made.ok) return setTrouble(troubleFrom(made.refusal))
    const { readers, box } = made.value
    const id = asId('secret-name', made.value.id)
    if ((await send({ sealed: { id, readers: [...readers], box }, of }).catch(() => null)) === null) return
    setName('')
    onSealed(id)
  }
  return (
    <div className="stack">
      <Note tone="calm">{t('names.seal.explain')}</Note>
      <TextField sealed label={t('names.name')} hint={t('names.name.hint')} value={name} onValue={setName} maxLength={160} />
      <ReaderChoice chosen={chosen} onChosen={setChosen} />
      <Note>{t('names.lost')}</Note>
      {chosen.length === 0 && <p className="small">{t('names.seal.choose')}</p>}
      {chosen.length > 0 && !chosen.some((one) => one.account === me?.account) && <p className="small">{t('names.seal.no-read-back')}</p>}
      {trouble !== null && <ErrorState error={trouble} />}
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={name.trim() === '' || chosen.length === 0} onClick={() => void seal()}>
          {chosen.length === 0 ? t('names.seal') : t('names.seal.go', { n: chosen.length })}
        </Button>
      </div>
    </div>
  )
}
