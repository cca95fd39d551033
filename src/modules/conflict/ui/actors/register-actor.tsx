/* An actor is registered under a public name, or a sealed one under a label that the house draws. Groups and bodies alone; a person has no place here. */
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { useWords } from '../../../../app/words.ts'
import { asId } from '../../../../kernel/schema.ts'
import { ActorKind, DdrStatus } from '../../contract-actors.ts'
import type { SecretNameId } from '../../contract-names.ts'
import { SecretNameField } from '../names/secret-name-field.tsx'
import type { Areas } from './use-area-names.ts'

const empty = { name: '', kind: 'armed-group', area: '', ddr: 'not-known', described: '', isSecret: false }

export function RegisterActorAct({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords()
  const [actor, setActor] = useState(newId)
  const [said, setSaid] = useState(empty)
  const [secret, setSecret] = useState<SecretNameId | null>(null)
  const areas = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas
  const set = (part: Partial<typeof empty>) => setSaid({ ...said, ...part })
  const { name, kind, area, ddr, described, isSecret } = said
  const isNamed = isSecret ? secret !== null : name.trim() !== ''
  const data = {
    ...{ actor, name: isSecret ? null : name.trim(), secret: isSecret ? secret : null },
    ...{ kind, areas: area === '' ? [] : [area], ddr, described: described.trim() || null },
  }
  return (
    <ActDialog
      {...{ title: t('actors.register'), explain: t('actors.register.explain'), go: t('actors.register.go') }}
      path="/api/conflict/actors"
      data={isNamed ? data : null}
      missing={t('actors.register.missing')}
      onDone={() => {
        setActor(newId())
        setSaid(empty)
        setSecret(null)
        onDone()
      }}
    >
      <CheckChoice label={t('actors.register.secret')} checked={isSecret} onChecked={(to) => set({ isSecret: to })} />
      {isSecret ? (
        <SecretNameField value={secret} of={{ kind: 'actor', actor: asId('conflict-actor', actor) }} onSealed={setSecret} />
      ) : (
        <TextField
          label={t('actors.name')}
          hint={t('actors.no-persons')}
          value={name}
          maxLength={160}
          onValue={(to) => set({ name: to })}
        />
      )}
      <SelectField
        label={t('actors.kind')}
        value={kind}
        options={ActorKind.options.map((value) => ({ value: String(value), label: t(`actors.kind.${value}`) }))}
        onValue={(to) => set({ kind: to })}
      />
      <NamedField
        label={t('actors.areas')}
        value={area}
        named={areas?.map((one) => ({ id: one.code, name: one.name }))}
        empty={t('actors.areas.none')}
        onValue={(to) => set({ area: to })}
      />
      <SelectField
        label={t('actors.ddr')}
        value={ddr}
        options={DdrStatus.options.map((value) => ({ value: String(value), label: t(`actors.ddr.${value}`) }))}
        onValue={(to) => set({ ddr: to })}
      />
      <LongTextField
        label={t('actors.described')}
        hint={t('actors.no-persons')}
        value={described}
        maxLength={1000}
        onValue={(to) => set({ described: to })}
      />
    </ActDialog>
  )
}
