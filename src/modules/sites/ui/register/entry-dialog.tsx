/* Writing down one entry of the register: its fields, the day from which it is so, and who says so. Also the correction of a wrong one. */
import { useState } from 'react'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { Attachment } from '../../../documents/contract.ts'
import type { EntryGroup } from '../../contract-register.ts'
import type { EntryShown } from '../../domain/register/register-answers.ts'
import { PaperField } from '../paper-field.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { RouteFields } from './route-fields.tsx'
import { routesBeside } from './routes.ts'
import { type FieldSpec, type Typed, fieldsOf, firstValues, readEntry, typedFrom, valueOf } from './entry-fields.ts'

export interface EntryDialogProps {
  readonly site: string
  readonly version: number
  readonly group: EntryGroup
  /** Codes of the site's minerals: what a title covers unless somebody says otherwise. */
  readonly hsCodes: readonly string[]
  /** Of the site: each may have its points of sale. */
  readonly minerals: readonly string[]
  /** Routes of minerals that stand now. */
  readonly routes: readonly { readonly mineral: string }[]
  /** The entry that was wrong, when this one takes its place. */
  readonly wrong?: EntryShown
}
export function EntryDialog({ site, version, group, hsCodes, minerals, routes, wrong }: EntryDialogProps) {
  const { t } = useWords()
  const start = (): Typed =>
    wrong ? typedFrom(group, wrong.content) : { ...firstValues(group), 'licence.coveredCommodities': hsCodes.join('\n') }
  const [typed, setTyped] = useState<Typed>(start)
  const [from, setFrom] = useState(wrong?.from ?? todayHere)
  const [source, setSource] = useState(wrong?.source.name ?? '')
  const [reference, setReference] = useState(wrong?.source.reference ?? '')
  const [reason, setReason] = useState('')
  const [paper, setPaper] = useState<Attachment | null>(wrong?.attachments[0] ?? null)
  const { content: read, faulty, empty } = readEntry(group, typed)
  const typedRoutes = read['mineralRoutes']
  const content = Array.isArray(typedRoutes) && !wrong ? { ...read, mineralRoutes: routesBeside(routes, typedRoutes) } : read
  const ready = faulty.length === 0 && !empty && from !== '' && source.trim() !== '' && (!wrong || reason.trim() !== '')
  const said = { name: source.trim(), ...(reference.trim() === '' ? {} : { reference: reference.trim() }) }
  const named = reference.trim() === '' ? t(`register.group.${group}`) : reference.trim()
  const [first = null, ...others] = wrong?.attachments ?? []
  // The paper shown may be taken out or replaced; the others of a corrected entry stay.
  const shown = paper === null ? [] : [paper === first ? paper : { ...paper, title: named }]
  const papers = shown.length + others.length === 0 ? {} : { attachments: [...shown, ...others] }
  const replacing = wrong ? { replaces: wrong.entry, reason: reason.trim() } : {}
  return (
    <EditDialog
      title={t(wrong ? 'register.correct' : `register.add.${group}`)}
      explain={t(wrong ? 'register.correct.explain' : 'register.add.explain')}
      path={`/api/sites/${site}/entries`}
      version={version}
      kind={wrong ? 'quiet' : 'plain'}
      data={ready ? { content, from, source: said, ...papers, ...replacing } : null}
      onOpen={() => {
        setTyped(start())
        setPaper(wrong?.attachments[0] ?? null)
      }}
      onTheirs={(fields) =>
        setTyped(Object.fromEntries(Object.entries(typed).filter(([name]) => !fields.includes(name.split('.')[0] ?? ''))))
      }
    >
      {fieldsOf[group].map((field) => (
        <EntryField
          key={field.name}
          field={field}
          minerals={minerals}
          value={typed[field.name] ?? ''}
          onValue={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      <DateField label={t('register.from')} hint={t('register.from.hint')} value={from} onValue={setFrom} max={todayHere()} required />
      <SourceFields source={source} onSource={setSource} reference={reference} onReference={setReference} />
      <PaperField
        label={`${t('register.paper')} ${t('register.optional')}`}
        title={t(`register.group.${group}`)}
        kind={group === 'licence' ? 'title' : 'report'}
        paper={paper}
        onPaper={setPaper}
      />
      {wrong && <LongTextField label={t('register.reason')} value={reason} onValue={setReason} rows={2} maxLength={400} required />}
    </EditDialog>
  )
}

interface SourceProps {
  readonly source: string
  readonly onSource: (source: string) => void
  readonly reference: string
  readonly onReference: (reference: string) => void
}
/** Who says so, and in which paper. */
function SourceFields({ source, onSource, reference, onReference }: SourceProps) {
  const { t } = useWords()
  return (
    <>
      <TextField label={t('register.source')} hint={t('register.source.hint')} value={source} onValue={onSource} maxLength={120} required />
      <TextField
        label={t('register.reference')}
        hint={t('register.reference.hint')}
        value={reference}
        onValue={onReference}
        maxLength={120}
      />
    </>
  )
}

export function EntryField({
  field,
  minerals,
  value,
  onValue,
}: {
  readonly field: FieldSpec
  readonly minerals: readonly string[]
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
  if (kind === 'routes') return <RouteFields minerals={minerals} value={value} onValue={onValue} />
  if (kind === 'date') return <DateField {...frame} />
  const input = kind === 'text' ? {} : { inputMode: kind === 'whole' ? ('numeric' as const) : ('decimal' as const) }
  return <TextField {...frame} {...input} {...(most === undefined ? {} : { maxLength: most })} />
}
