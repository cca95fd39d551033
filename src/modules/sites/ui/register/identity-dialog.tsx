/* The form that corrects name, aliases, minerals, position and stated place of a site. Only what was changed is sent. */
import { type ReactNode, useState } from 'react'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { RegisterPage } from '../../domain/register/register-answers.ts'
import { EditDialog } from './edit-dialog.tsx'
import { type Identity, changedIn, hasMoved, identityOf, minerals, origins } from './identity.ts'
import { PositionFields } from './position-fields.tsx'
import './site.css'

export function IdentityDialog({ page }: { readonly page: RegisterPage }) {
  const { t } = useWords()
  const [before, setBefore] = useState(() => identityOf(page))
  const [typed, setTyped] = useState(before)
  const [reason, setReason] = useState('')
  const change = changedIn(before, typed)
  const set = (more: Partial<Identity>) => setTyped({ ...typed, ...more })
  const start = () => {
    setBefore(identityOf(page))
    setTyped(identityOf(page))
    setReason('')
  }
  const giveUp = (fields: readonly string[]) =>
    setTyped({
      ...typed,
      ...(fields.includes('name') ? { name: before.name } : {}),
      ...(fields.includes('aliases') ? { aliases: before.aliases } : {}),
      ...(fields.includes('minerals') ? { minerals: before.minerals } : {}),
      ...(fields.includes('position') ? { latitude: before.latitude, longitude: before.longitude, origin: '' } : {}),
      ...(fields.includes('stated') ? { stated: before.stated } : {}),
    })
  return (
    <EditDialog
      title={t('register.identity.edit')}
      explain={t('register.identity.explain')}
      path={`/api/sites/${page.site}/corrections`}
      version={page.version}
      data={change !== null && Object.keys(change).length > 0 && reason.trim() !== '' ? { ...change, reason: reason.trim() } : null}
      onOpen={start}
      onTheirs={giveUp}
    >
      <IdentityFields typed={typed} set={set} warning={hasMoved(before, typed) && <OriginField typed={typed} set={set} />} />
      <LongTextField label={t('register.reason')} value={reason} onValue={setReason} rows={2} maxLength={400} required />
    </EditDialog>
  )
}

/** A position that was corrected says how it was found: a walk with a GPS and a guess on a map are not the same evidence. */
function OriginField({ typed, set }: FieldsProps) {
  const { t } = useWords()
  return (
    <SelectField
      label={t('register.origin')}
      value={typed.origin}
      options={[
        { value: '', label: t('inspect.choose') },
        ...origins.map((value) => ({ value: String(value), label: t(`place.origin.${value}`) })),
      ]}
      onValue={(origin) => set({ origin })}
      required
    />
  )
}

/** Shared with the form of a new site. */
interface FieldsProps {
  /** Said beside name and position while they are typed. */
  readonly warning?: ReactNode
  readonly typed: Identity
  readonly set: (more: Partial<Identity>) => void
}
export function IdentityFields({ typed, set, warning }: FieldsProps) {
  const { t } = useWords()
  return (
    <>
      <TextField label={t('register.field.name')} value={typed.name} onValue={(name) => set({ name })} maxLength={160} required />
      <LongTextField
        label={t('register.field.aliases')}
        hint={t('register.aliases.hint')}
        value={typed.aliases}
        onValue={(aliases) => set({ aliases })}
        rows={2}
      />
      <fieldset className="field">
        <legend>{t('register.field.minerals')}</legend>
        <div className="field-row choices-row">
          {minerals.map((mineral) => (
            <CheckChoice
              key={mineral}
              label={t(`mineral.${mineral}`)}
              checked={typed.minerals.includes(mineral)}
              onChecked={(on) => set({ minerals: on ? [...typed.minerals, mineral] : typed.minerals.filter((one) => one !== mineral) })}
            />
          ))}
        </div>
      </fieldset>
      <div className="field-row">
        <PositionFields typed={typed} set={set} />
      </div>
      {warning}
      <div className="field-row">
        <TextField
          label={t('register.stated.province')}
          value={typed.stated.province}
          onValue={(province) => set({ stated: { ...typed.stated, province } })}
          maxLength={120}
        />
        <TextField
          label={t('register.stated.territoire')}
          value={typed.stated.territoire}
          onValue={(territoire) => set({ stated: { ...typed.stated, territoire } })}
          maxLength={120}
        />
        <TextField
          label={t('register.stated.village')}
          value={typed.stated.village}
          onValue={(village) => set({ stated: { ...typed.stated, village } })}
          maxLength={160}
        />
      </div>
    </>
  )
}
