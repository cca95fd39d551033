/* A new paper: choose the type, and the form follows from its fields. It is saved as a draft; issuing it is another act. */
import { type FormEvent, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { madeId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { ListedPaperType, PaperField, PaperType } from '../../contract-papers.ts'
import { typedNumber } from './typed-number.ts'

interface Body {
  readonly id: string
  readonly name: string
  readonly kind: string
}

export function NewPaperScreen() {
  const { t, language } = useWords()
  const { data, error, again } = useAnswer<{ readonly types: readonly ListedPaperType[] }>('/api/paper-types')
  const [code, setCode] = useState('')
  const chosen = data?.types.find(({ type }) => type.code === code)
  return (
    <Page title={t('papers.new')} crumbs={<AppLink to="/papers">{t('papers.title')}</AppLink>}>
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <SelectField
            label={t('papers.type')}
            value={code}
            options={[
              { value: '', label: t('papers.choose-type') },
              ...data.types.map(({ type }) => ({ value: type.code, label: `${type.step}. ${type.name[language]}` })),
            ]}
            onValue={setCode}
          />
        )}
        {chosen && <PaperForm key={code} type={chosen.type} changed={chosen.changed} />}
      </Panel>
    </Page>
  )
}

function PaperForm({ type, changed }: { readonly type: PaperType; readonly changed: boolean }) {
  const { t, language } = useWords()
  const me = useMe().data
  const navigate = useNavigate()
  // From a dossier or a lot: the paper is about that lot.
  const lot = useUrlState()[0]['lot'] ?? ''
  const bodies = useAnswer<{ readonly organisations: readonly Body[] }>('/api/organisations').data?.organisations
  const [issuer, setIssuer] = useState('')
  const [number, setNumber] = useState('')
  const [span, setSpan] = useState({ from: '', until: '' })
  const [texts, setTexts] = useState<{ readonly [key: string]: string }>({})
  const [signs, setSigns] = useState(() => type.signatories.map((name) => ({ function: name, body: '' })))
  const [operator, setOperator] = useState('')
  const { send, sending, error } = useCommand('/api/papers')
  const from = issuer === '' ? (me?.organisation?.id ?? '') : issuer
  const values = valuesOf(type, texts)
  const complete = from !== '' && number.trim() !== '' && values !== null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!complete) return
    const receipt = await send({
      ...{ type: type.code, issuer: from, number: number.trim(), values },
      ...(span.from === '' ? {} : { validFrom: span.from }),
      ...(span.until === '' ? {} : { validUntil: span.until }),
      signatories: signs.filter((one) => one.function.trim() !== '' && one.body.trim() !== ''),
      links: [...(lot === '' ? [] : [{ kind: 'lot', lot }]), ...(operator === '' ? [] : [{ kind: 'operator', organisation: operator }])],
    }).catch(() => null)
    if (receipt) void navigate({ to: `/papers/${madeId(receipt)}` })
  }
  const trading = bodies?.filter((one) => ['cooperative', 'trader', 'processor', 'exporter'].includes(one.kind))
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {lot !== '' && <Note tone="calm">{t('papers.for-lot')}</Note>}
      <p className="small">{t('papers.signs', { issuers: type.issuers[language] })}</p>
      <NamedField label={t('papers.issuer')} value={from} named={bodies} empty={t('papers.issuer.choose')} onValue={setIssuer} required />
      <TextField label={t('papers.number')} hint={t('papers.number.hint')} value={number} onValue={setNumber} maxLength={60} required />
      <SpanFields type={type} span={span} onSpan={setSpan} />
      {type.fields.map((field) => (
        <OneField
          key={field.key}
          field={field}
          value={texts[field.key] ?? ''}
          onValue={(text) => setTexts({ ...texts, [field.key]: text })}
        />
      ))}
      <NamedField label={t('papers.link.operator')} value={operator} named={trading} empty={t('papers.link.none')} onValue={setOperator} />
      <Signatories signs={signs} onSigns={setSigns} />
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={sending} disabled={!complete}>
          {t('papers.save')}
        </Button>
      </div>
      <Source>
        {t('papers.mark', { evidence: type.evidence, source: type.source })}
        {changed && ` · ${t('papers.changed')}`}
      </Source>
    </form>
  )
}

interface Span {
  readonly from: string
  readonly until: string
}
function SpanFields({ type, span, onSpan }: { readonly type: PaperType; readonly span: Span; readonly onSpan: (span: Span) => void }) {
  const { t } = useWords()
  return (
    <div className="columns">
      <DateField label={t('papers.from')} value={span.from} onValue={(value) => onSpan({ ...span, from: value })} />
      <DateField
        label={t('papers.until')}
        hint={type.validDays === null ? t('papers.until.hint.none') : t('papers.until.hint.days', { days: type.validDays })}
        value={span.until}
        onValue={(until) => onSpan({ ...span, until })}
      />
    </div>
  )
}
interface Signing {
  readonly function: string
  readonly body: string
}
function Signatories({ signs, onSigns }: { readonly signs: readonly Signing[]; readonly onSigns: (signs: Signing[]) => void }) {
  const { t } = useWords()
  return (
    <fieldset className="stack">
      <legend>{t('papers.signatories')}</legend>
      {signs.map((one, at) => (
        <div className="columns" key={at}>
          <TextField
            label={t('papers.function')}
            hint={t('papers.function.hint')}
            value={one.function}
            onValue={(value) => onSigns(signs.with(at, { ...one, function: value }))}
            maxLength={80}
          />
          <TextField
            label={t('papers.body')}
            value={one.body}
            onValue={(body) => onSigns(signs.with(at, { ...one, body }))}
            maxLength={120}
          />
        </div>
      ))}
    </fieldset>
  )
}

function OneField({
  field,
  value,
  onValue,
}: {
  readonly field: PaperField
  readonly value: string
  readonly onValue: (text: string) => void
}) {
  const { t, language } = useWords()
  const label = field.label[language]
  if (field.kind === 'day') return <DateField label={label} value={value} onValue={onValue} required={field.required} />
  if (field.kind === 'long-text')
    return <LongTextField label={label} value={value} onValue={onValue} maxLength={1000} required={field.required} />
  const isNumber = field.kind === 'number' || field.kind === 'kilograms'
  const fault = isNumber && value.trim() !== '' && typedNumber(value) === null ? t('papers.not-a-number') : undefined
  return (
    <TextField
      label={label}
      fault={fault}
      value={value}
      onValue={onValue}
      maxLength={200}
      inputMode={isNumber ? 'decimal' : 'text'}
      required={field.required}
    />
  )
}

/** What will be sent, or null while a needed field is empty or a number is none. */
function valuesOf(type: PaperType, texts: { readonly [key: string]: string }): { readonly [key: string]: string | number } | null {
  const values: { [key: string]: string | number } = {}
  for (const { key, kind, required } of type.fields) {
    const text = (texts[key] ?? '').trim()
    if (text === '') {
      if (required) return null
      continue
    }
    const number = kind === 'number' || kind === 'kilograms' ? typedNumber(text) : text
    if (number === null) return null
    values[key] = number
  }
  return values
}
