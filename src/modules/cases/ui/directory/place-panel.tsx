/*
Where a service or a house lies: opened on this device with the own key, sealed here to each reader. What is opened is shown until the key locks, and
each opening is written down before the box is handed over. The server passes boxes on and can open none.
*/
import { useState } from 'react'
import { newId, post } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { type Named, NamedField } from '../../../../app/kit/named-field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { OpenedPlace, PlaceBox } from '../../contract-directory.ts'
import type { KeyHolderShown, KeyHolders } from '../../contract-keys.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import { admitted } from '../file/ask-keys.ts'
import { useColleagues } from '../file/colleagues.ts'
import { openPackage, sealPackage } from '../../../../app/sealing/package.ts'
import type { Unlocked } from '../../../../app/sealing/unlocked.ts'
import { troubleFrom } from '../../../../app/sealing/use-unlocked.ts'
import { VaultGate } from '../../../../app/sealing/vault-gate.tsx'

interface Props {
  readonly thing: 'service-points' | 'shelters'
  readonly id: string
  readonly hasPlace: boolean
  readonly keeps: boolean
  readonly onSealed: () => void
}
export function PlacePanel(props: Props) {
  const { t } = useWords()
  const [wanted, setWanted] = useState<'open' | 'seal' | null>(null)
  if (wanted === null)
    return (
      <div className="row">
        {props.hasPlace && <Button onClick={() => setWanted('open')}>{t('place.open')}</Button>}
        {props.keeps && <Button onClick={() => setWanted('seal')}>{t('place.seal')}</Button>}
      </div>
    )
  return (
    <VaultGate>
      {({ unlocked }) =>
        wanted === 'open' ? (
          <Opened {...props} unlocked={unlocked} />
        ) : (
          <SealForm {...props} unlocked={unlocked} onSealed={() => (setWanted(null), props.onSealed())} />
        )
      }
    </VaultGate>
  )
}
type Inside = Props & { readonly unlocked: Unlocked }

function Opened({ thing, id, unlocked }: Inside) {
  const { t } = useWords()
  const [said, setSaid] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    setError(null)
    try {
      const { box } = await post<Infer<typeof OpenedPlace>>(`/api/${thing}/${id}/place-openings`, { id: newId(), data: {} })
      const opened = await openPackage(unlocked, id, box)
      if (opened.ok) setSaid(opened.value['place'] ?? '')
      else setError(troubleFrom(opened.refusal))
    } catch (fault) {
      setError(fault)
    }
    setBusy(false)
  }
  return (
    <div className="stack">
      {said === null ? (
        <>
          <p>{t('place.open.explain')}</p>
          <div>
            <Button kind="primary" busy={busy} onClick={() => void open()}>
              {t('place.open.go')}
            </Button>
          </div>
        </>
      ) : (
        <p className="place-said">{said}</p>
      )}
      {error !== null && <ErrorState error={error} />}
    </div>
  )
}

type Holders = Readonly<Infer<typeof KeyHolders>>
function SealForm({ thing, id, unlocked, onSealed }: Inside) {
  const { t } = useWords()
  const [place, setPlace] = useState('')
  const [body, setBody] = useState('')
  const [chosen, setChosen] = useState<readonly KeyHolderShown[]>([])
  const { data: bodies } = useAnswer<{ readonly organisations: readonly Named[] }>('/api/organisations')
  const { data: near } = useAnswer<Holders>('/api/keys/holders')
  const { data: far } = useAnswer<Holders>(body === '' ? null : `/api/keys/holders?organisation=${body}`)
  const { send, sending, error } = useCommand<{ readonly boxes: readonly PlaceBox[] }>(`/api/${thing}/${id}/place-boxes`)
  const [trouble, setTrouble] = useState<unknown>(null)
  const self = near?.holders.find((one) => one.account === unlocked.holder.account)
  const known = useColleagues()
  const offered = [...(near?.holders ?? []), ...(far?.holders ?? [])].filter((one) => one.account !== unlocked.holder.account)
  const readers = [...(self ? [self] : []), ...chosen]
  const seal = async () => {
    setTrouble(null)
    const trusted = await admitted(unlocked.holder.account, readers)
    if (!trusted.ok) return setTrouble(troubleFrom(trusted.refusal))
    const boxes: PlaceBox[] = []
    for (const reader of trusted.value) {
      const sealed = await sealPackage(id, { place: place.trim() }, reader)
      if (!sealed.ok) return setTrouble(troubleFrom(sealed.refusal))
      boxes.push({ reader: reader.account, key: reader.key, box: sealed.value.box })
    }
    if ((await send({ boxes }).catch(() => null)) !== null) onSealed()
  }
  const toggle = (holder: KeyHolderShown, is: boolean) =>
    setChosen(is ? [...chosen, holder] : chosen.filter((one) => one.account !== holder.account))
  return (
    <div className="stack">
      <Note>{t('place.seal.explain')}</Note>
      <LongTextField sealed label={t('place.text')} value={place} onValue={setPlace} maxLength={1500} required />
      <div className="field" role="group" aria-label={t('place.readers')}>
        <strong>{t('place.readers')}</strong>
        <span className="hint">{t('place.readers.hint')}</span>
        <div className="choices">
          {offered.map((one) => (
            <CheckChoice
              key={one.account}
              label={
                known.isKnown(one.account) ? known.person(one.account) : one.roles.map((role) => wordOr(`role.${role}`, role)).join(', ')
              }
              hint={one.fingerprint}
              checked={chosen.some(({ account }) => account === one.account)}
              onChecked={(is) => toggle(one, is)}
            />
          ))}
        </div>
      </div>
      <NamedField label={t('place.body')} value={body} named={bodies?.organisations} empty={t('place.body.own')} onValue={setBody} />
      {trouble !== null && <ErrorState error={trouble} />}
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={place.trim() === '' || self === undefined} onClick={() => void seal()}>
          {t('place.seal.go', { n: readers.length })}
        </Button>
      </div>
    </div>
  )
}
