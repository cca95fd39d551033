/* Writing down one entry of the register: its fields, the day from which it is so, and who says so. Also the correction of a wrong one. */
import { useState } from 'react'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { EntryGroup } from '../../contract-register.ts'
import type { EntryShown } from '../../domain/register/register-answers.ts'
import { EditDialog } from './edit-dialog.tsx'
import { type FieldSpec, type Typed, fieldsOf, firstValues, readEntry, typedFrom, valueOf } from './entry-fields.ts'

export interface EntryDialogProps {
  readonly site: string
  readonly version: number
  readonly group: EntryGroup
  /** Codes of the site's minerals: what a title covers unless somebody says otherwise. */
  readonly hsCodes: readonly string[]
  /** The entry that was wrong, when this one takes its place. */
  readonly wrong?: EntryShown
}
export function EntryDialog({ site, version, group, hsCodes, wrong }: EntryDialogProps) {
  const { t } = useWords()
  const start = (): Typed =>
    wrong ? typedFrom(group, wrong.content) : { ...firstValues(group), 'licence.coveredCommodities': hsCodes.join('\n') }
  const [typed, setTyped] = useState<Typed>(start)
  const [from, setFrom] = useState(wrong?.from ?? todayHere)
  const [source, setSource] = useState(wrong?.source.name ?? '')
  const [reference, setReference] = useState(wrong?.source.reference ?? '')
  const [reason, setReason] = useState('')
  const { content, faulty, empty } = readEntry(group, typed)
  const ready = faulty.length === 0 && !empty && from !== '' && source.trim() !== '' && (!wrong || reason.trim() !== '')
  const said = { name: source.trim(), ...(reference.trim() === '' ? {} : { reference: reference.trim() }) }
  const replacing = wrong ? { replaces: wrong.entry, reason: reason.trim() } : {}
  return (
    <EditDialog
      title={t(wrong ? 'register.correct' : `register.add.${group}`)}
      explain={t(wrong ? 'register.correct.explain' : 'register.add.explain')}
      path={`/api/sites/${site}/entries`}
      version={version}
      kind={wrong ? 'quiet' : 'plain'}
      data={ready ? { content, from, source: said, ...replacing } : null}
      onOpen={() => setTyped(start())}
      onTheirs={(fields) =>
        setTyped(Object.fromEntries(Object.entries(typed).filter(([name]) => !fields.includes(name.split('.')[0] ?? ''))))
      }
    >
      {fieldsOf[group].map((field) => (
        <EntryField
          key={field.name}
          field={field}
          value={typed[field.name] ?? ''}
          onValue={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      <DateField label={t('register.from')} hint={t('register.from.hint')} value={from} onValue={setFrom} max={todayHere()} required />
      <TextField
        label={t('register.source')}
        hint={t('register.source.hint')}
        value={source}
        onValue={setSource}
        maxLength={120}
        required
      />
      <TextField
        label={t('register.reference')}
        hint={t('register.reference.hint')}
        value={reference}
        onValue={setReference}
        maxLength={120}
      />
      {wrong && <LongTextField label={t('register.reason')} value={reason} onValue={setReason} rows={2} maxLength={400} required />}
    </EditDialog>
  )
}

export function EntryField({
  field,
  value,
  onValue,
}: {
  readonly field: FieldSpec
  readonly value: string
  readonly onValue: (value: string) => void
}) {
  const { t } = useWords()
  const { kind, word, hint, options, required, most } = field
  const label = required ? t(word) : `${t(word)} ${t('register.optional')}`
  const unread = valueOf(field, value) === null
  const frame = {
    label,
    hint: hint && t(hint),
    value,
    onValue,
    fault: unread ? t(`register.unread.${kind === 'outline' ? 'outline' : 'number'}`) : undefined,
  }
  if (kind === 'choice' || kind === 'yes-no') {
    const named = (option: string): string =>
      kind === 'yes-no' ? t(option === 'yes' ? 'app.yes' : 'app.no') : wordOr(`register.option.${option}`, option)
    const list = (kind === 'yes-no' ? ['yes', 'no'] : (options ?? [])).map((option) => ({ value: option, label: named(option) }))
    return <SelectField {...frame} options={[{ value: '', label: t('register.not-said') }, ...list]} />
  }
  if (kind === 'lines' || kind === 'outline') return <LongTextField {...frame} rows={kind === 'outline' ? 5 : 2} />
  if (kind === 'date') return <DateField {...frame} />
  const input = kind === 'text' ? {} : { inputMode: kind === 'whole' ? ('numeric' as const) : ('decimal' as const) }
  return <TextField {...frame} {...input} {...(most === undefined ? {} : { maxLength: most })} />
}
