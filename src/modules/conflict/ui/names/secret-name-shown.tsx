/*
A secret name where something carries one. Whoever has no right to names is told that something is kept back, and nothing else. A reader is told before opening
that the look is written down; what was opened lives in this part alone and goes when it is closed or the key locks.
*/
import { useState } from 'react'
import { newId, post } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { openName } from '../../../../app/sealing/sealed-name.ts'
import type { Unlocked } from '../../../../app/sealing/unlocked.ts'
import { troubleFrom } from '../../../../app/sealing/use-unlocked.ts'
import { VaultGate } from '../../../../app/sealing/vault-gate.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { OpenedName, SecretNameId } from '../../contract-names.ts'
import { NameChanges } from './name-changes.tsx'
import { NameReaders } from './name-readers.tsx'

/** `isGiven`: sealed anew to a justice liaison, who reads it and nothing around it. */
export function SecretNameShown({ name, isGiven = false }: { readonly name: SecretNameId; readonly isGiven?: boolean }) {
  const { t } = useWords()
  const me = useMe().data
  const [wanted, setWanted] = useState(false)
  if (!mayOpen('conflict.named', me) && !isGiven) return <span className="ink-2">{t('names.restricted')}</span>
  if (!wanted)
    return (
      <div className="row tight">
        <span>{t('names.sealed')}</span>
        <Button onClick={() => setWanted(true)}>{t('names.open')}</Button>
      </div>
    )
  return (
    <div className="stack">
      <VaultGate>{({ unlocked }) => <OneName name={name} unlocked={unlocked} isGiven={isGiven} />}</VaultGate>
      <div>
        <Button onClick={() => setWanted(false)}>{t('names.hide')}</Button>
      </div>
    </div>
  )
}

interface OpenProps {
  readonly name: SecretNameId
  readonly unlocked: Unlocked
  readonly isGiven: boolean
}
function OneName({ name, unlocked, isGiven }: OpenProps) {
  const { t } = useWords()
  const [said, setSaid] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [looks, setLooks] = useState(0)
  const open = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      const { box } = await post<OpenedName>(`/api/conflict/names/${name}/looks`, { id: newId(), data: {} })
      const opened = await openName(unlocked, name, box)
      if (opened.ok) setSaid(opened.value)
      else setTrouble(troubleFrom(opened.refusal))
      setLooks(looks + 1)
    } catch (fault) {
      setTrouble(fault)
    }
    setBusy(false)
  }
  return (
    <div className="stack">
      {said === null ? (
        <>
          <p className="small">{t('names.open.explain')}</p>
          <div>
            <Button kind="primary" busy={busy} onClick={() => void open()}>
              {t('names.open.go')}
            </Button>
          </div>
        </>
      ) : (
        <p className="sealed-words">{said}</p>
      )}
      {trouble !== null && <ErrorState error={trouble} />}
      {!isGiven && <NameReaders key={looks} name={name} />}
      {said !== null && !isGiven && <NameChanges name={name} said={said} onForgotten={() => setSaid(null)} />}
    </div>
  )
}
