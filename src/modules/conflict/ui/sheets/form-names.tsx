/* The two fields of a sheet that name somebody: an actor, which is a group or a body, and a sealed name, which only who opens names may seal here. */
import { useAnswer } from '../../../../app/ask.ts'
import { TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { ActorsAnswer } from '../../contract-actors.ts'
import type { SheetId } from '../../contract-ids.ts'
import type { SecretNameId } from '../../contract-names.ts'
import type { SheetContent } from '../../contract-sheets.ts'
import { SecretNameField } from '../names/secret-name-field.tsx'

type ActorLine = SheetContent['actors'][number]
export function ActorField({ line, onLine }: { readonly line: ActorLine; readonly onLine: (line: ActorLine) => void }) {
  const { t } = useWords()
  const isCleared = mayOpen('conflict.read-exact', useMe().data)
  const known = useAnswer<ActorsAnswer>(isCleared ? '/api/conflict/actors' : null).data?.actors ?? []
  // A number that this reader is told no name of stays what it is.
  const named = line.actor === null || known.some((one) => one.id === line.actor) ? known : [...known, { id: line.actor, name: '…' }]
  const choose = (id: string) =>
    onLine(id === '' ? { ...line, actor: null } : { ...line, actor: asId('conflict-actor', id), written: null })
  return (
    <>
      {named.length > 0 && (
        <NamedField
          label={t('sheet-form.actor')}
          value={line.actor ?? ''}
          named={named}
          empty={t('sheet-form.actor.other')}
          onValue={choose}
        />
      )}
      {line.actor === null && (
        <TextField
          label={t('sheet-form.actor.written')}
          hint={t('sheet-form.under')}
          value={line.written ?? ''}
          maxLength={120}
          onValue={(written) => onLine({ ...line, written })}
        />
      )}
    </>
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
