/* The two fields of a sheet that name somebody: an actor, which is a group or a body, and a sealed name, which only who opens names may seal here. */
import { TextField } from '../../../../app/kit/field.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { SheetId } from '../../contract-ids.ts'
import type { SecretNameId } from '../../contract-names.ts'
import type { SheetContent } from '../../contract-sheets.ts'
import { SecretNameField } from '../names/secret-name-field.tsx'

type ActorLine = SheetContent['actors'][number]
export function ActorField({ line, onLine }: { readonly line: ActorLine; readonly onLine: (line: ActorLine) => void }) {
  const { t } = useWords()
  return (
    <TextField
      label={t('sheet-form.actor.written')}
      hint={t('sheet-form.under')}
      value={line.written ?? ''}
      maxLength={120}
      onValue={(written) => onLine({ ...line, written })}
    />
  )
}

interface NameProps {
  readonly value: SecretNameId | null
  readonly sheet: SheetId
  readonly onSealed: (name: SecretNameId) => void
}
export function NameOfBeneficiary({ value, sheet, onSealed }: NameProps) {
  const me = useMe().data
  return mayOpen('conflict.named', me) ? <SecretNameField value={value} of={{ kind: 'sheet', sheet }} onSealed={onSealed} /> : null
}
