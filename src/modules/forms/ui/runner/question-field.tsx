/* One question with the widget that its type asks for, and what is wrong with the answer right under it. */
import { memo, useId } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { QuestionItem } from '../../domain/run/form-view.ts'
import { PhotoField } from './photo-field.tsx'
import { PlaceField } from './place-field.tsx'
import type { RunHands } from './use-form-run.ts'
import { unitOf } from './unit-of.ts'
import { FaultLine, type WidgetProps } from './widget.tsx'

export interface QuestionProps {
  readonly item: QuestionItem
  readonly hands: RunHands
  /** Faults are told once somebody has left the question or tried to finish, not while they begin to answer. */
  readonly isTold: boolean
  readonly onLeft: (item: QuestionItem) => void
}
/** Drawn again only when something of the question itself changed: a form has hundreds, and an old computer one moment. */
export const QuestionField = memo(
  OneQuestion,
  (before, after) => before.hands === after.hands && before.isTold === after.isTold && isSameItem(before.item, after.item),
)

function isSameItem({ options, ...before }: QuestionItem, { options: now, ...after }: QuestionItem): boolean {
  const isSame = (key: string): boolean =>
    Object.getOwnPropertyDescriptor(before, key)?.value === Object.getOwnPropertyDescriptor(after, key)?.value
  return (
    Object.keys(after).every(isSame) &&
    options.length === now.length &&
    options.every((one, at) => one.value === now[at]?.value && one.label === now[at]?.label)
  )
}

function OneQuestion({ item, hands, isTold, onLeft }: QuestionProps) {
  const { t } = useWords()
  const fault = isTold ? faultText(t, item) : undefined
  const unit = unitOf(hands.units, item.node.path, hands.run.language)
  const label = [item.label, unit && `(${unit})`, item.required && '*'].filter(Boolean).join(' ')
  return (
    <div className="run-question" id={anchorOf(item.key)} data-faulty={fault ? '' : undefined} onBlur={() => onLeft(item)}>
      <Widget label={label} hint={item.hint === '' ? undefined : item.hint} fault={fault} item={item} hands={hands} />
    </div>
  )
}
/** Where a link to the question leads. */
export const anchorOf = (key: string): string => `q${key.replaceAll(/[^\w-]+/g, '-')}`

export function faultText(t: Translate, { fault, message, type }: QuestionItem): string | undefined {
  if (fault === null) return undefined
  if (fault === 'required') return message || t('run.fault.required')
  if (fault === 'constraint') return message || t('run.fault.constraint')
  if (type === 'int' || type === 'decimal' || type === 'geopoint') return t(`run.fault.${type}`)
  return t('run.fault.misfit')
}

function Widget(props: WidgetProps) {
  const { item } = props
  if (item.question.asks === 'several') return <Several {...props} />
  if (item.question.asks === 'one') return <One {...props} />
  if (item.question.asks === 'file') return <PhotoField {...props} />
  if (item.question.asks === 'acknowledge') return <Acknowledge {...props} />
  if (item.readOnly) return <Told {...props} />
  if (item.type === 'geopoint') return <PlaceField {...props} />
  return <Written {...props} />
}

/** A note, or a value that the form works out. */
function Told({ label, hint, item }: WidgetProps) {
  return (
    <Note tone="calm">
      <span>{label}</span>
      {item.value !== '' && <b> {item.value}</b>}
      {hint && <span className="small"> {hint}</span>}
    </Note>
  )
}

function Written({ label, hint, fault, item, hands }: WidgetProps) {
  const { type, value, question } = item
  const onValue = (text: string) => hands.answer(item.node, type === 'int' || type === 'decimal' ? numeral(text) : text)
  if (type === 'string' && question.appearance.includes('multiline'))
    return (
      <LongTextField
        label={label}
        hint={hint}
        fault={fault}
        value={value}
        onValue={onValue}
        required={item.required}
        rows={4}
        maxLength={20_000}
      />
    )
  const kind = { date: 'date', time: 'time', dateTime: 'datetime-local' }[type]
  const digits = { int: 'numeric', decimal: 'decimal' } as const
  const inputMode = type === 'int' || type === 'decimal' ? digits[type] : undefined
  return (
    <TextField
      label={label}
      hint={hint}
      fault={fault}
      value={kind === 'datetime-local' ? value.slice(0, 16) : kind === 'time' ? value.slice(0, 5) : value}
      onValue={onValue}
      required={item.required}
      autoComplete="off"
      {...(kind ? { type: kind } : {})}
      {...(inputMode ? { inputMode } : {})}
      className={kind || inputMode ? 'input run-short' : 'input'}
    />
  )
}
/** A comma is a point to the form, and blanks between thousands are nothing. */
const numeral = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')

function One({ label, hint, fault, item, hands }: WidgetProps) {
  const { t } = useWords()
  const { options, value } = item
  const isShort = item.question.appearance.some((one) => ['minimal', 'autocomplete', 'search'].includes(one)) || options.length > 12
  if (isShort)
    return (
      <SelectField
        label={label}
        hint={hint}
        fault={fault}
        value={value}
        options={[{ value: '', label: t('run.choose') }, ...options]}
        onValue={(text) => hands.answer(item.node, text)}
        required={item.required}
      />
    )
  return (
    <>
      <Choice
        legend={label}
        {...(hint ? { hint } : {})}
        value={value}
        options={options}
        onValue={(text) => hands.answer(item.node, text)}
      />
      <FaultLine fault={fault} />
      {value !== '' && !item.required && (
        <Button kind="quiet" onClick={() => hands.answer(item.node, '')}>
          {t('run.clear')}
        </Button>
      )}
    </>
  )
}

function Several({ label, hint, fault, item, hands }: WidgetProps) {
  const id = useId()
  const chosen = item.value.split(/\s+/).filter(Boolean)
  const set = (value: string, isOn: boolean) =>
    hands.answer(
      item.node,
      item.options
        .map((one) => one.value)
        .filter((one) => (one === value ? isOn : chosen.includes(one)))
        .join(' '),
    )
  return (
    <fieldset className="field" aria-describedby={fault ? id : undefined}>
      <legend>{label}</legend>
      {hint && <span className="hint">{hint}</span>}
      <div className="choices">
        {item.options.map((one) => (
          <CheckChoice key={one.value} label={one.label} checked={chosen.includes(one.value)} onChecked={(isOn) => set(one.value, isOn)} />
        ))}
      </div>
      <FaultLine fault={fault} id={id} />
    </fieldset>
  )
}

function Acknowledge({ label, hint, fault, item, hands }: WidgetProps) {
  const { t } = useWords()
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {hint && <span className="hint">{hint}</span>}
      <CheckChoice
        label={t('run.acknowledge')}
        checked={item.value === 'OK'}
        onChecked={(isOn) => hands.answer(item.node, isOn ? 'OK' : '')}
      />
      <FaultLine fault={fault} />
    </fieldset>
  )
}
