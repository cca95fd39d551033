/* One thing that is under way: where it stands and what can be done next, each step with its own fields. Words are sealed before they leave. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import { type StepField, type Typed, daysOf, isSealed, startOf } from './step-forms.ts'
import { nameOf } from './support-labels.ts'

export interface StepAsked {
  readonly step: string
  readonly fields: readonly StepField[]
  readonly typed: Typed
  readonly refs: ReadonlyMap<string, SealedRef>
}
interface Props extends PartProps {
  readonly steps: readonly { readonly step: string; readonly fields: readonly StepField[] }[]
  readonly command: (asked: StepAsked) => Outcome<OneCommand>
}
/** One step is open at a time; a step without fields is a button. */
export function StepPanel({ work, steps, command }: Props) {
  const { language } = useWords()
  const { act, sending, error, forget } = useSteps(work)
  const [open, setOpen] = useState<string | null>(null)
  const send = async (asked: Omit<StepAsked, 'refs'>) => {
    const sent = await act(async () => {
      const refs = new Map<string, SealedRef>()
      const all: OneCommand[] = []
      for (const field of asked.fields) {
        const { key } = field
        const text = (asked.typed[key] ?? '').trim()
        if (!isSealed(field) || text === '') continue
        const sealed = await work.seal('narrative', 'note', text)
        if (!sealed.ok) return sealed
        refs.set(key, sealed.value.ref)
        all.push(sealed.value.command)
      }
      const made = command({ ...asked, refs })
      return made.ok ? accepted({ all: [...all, made.value] }) : made
    })
    if (sent) setOpen(null)
  }
  const chosen = steps.find((one) => one.step === open)
  return (
    <div className="stack no-print">
      <div className="form-actions">
        {steps.map(({ step, fields }) => (
          <Button
            key={step}
            kind={open === step ? 'primary' : 'plain'}
            busy={sending}
            onClick={() => {
              forget()
              if (fields.length === 0) void send({ step, fields, typed: {} })
              else setOpen(open === step ? null : step)
            }}
          >
            {nameOf(step, language)}
          </Button>
        ))}
      </div>
      {chosen && <StepForm key={chosen.step} {...chosen} sending={sending} send={(typed) => void send({ ...chosen, typed })} />}
      {error !== null && <ErrorState error={error} />}
    </div>
  )
}

interface FormProps {
  readonly fields: readonly StepField[]
  readonly sending: boolean
  readonly send: (typed: Typed) => void
}
function StepForm({ fields, sending, send }: FormProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState(() => startOf(fields, todayHere()))
  const missing = fields.some((one) => isSealed(one) && one.isOptional !== true && (typed[one.key] ?? '').trim() === '')
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault()
        send(typed)
      }}
    >
      {fields.map((field) => (
        <OneField
          key={field.key}
          field={field}
          value={typed[field.key] ?? ''}
          many={field.of === undefined ? '' : (typed[field.of] ?? '')}
          set={(value) => setTyped({ ...typed, [field.key]: value })}
        />
      ))}
      <div className="form-actions">
        <Button type="submit" kind="primary" busy={sending} disabled={missing}>
          {t('referral.note-it')}
        </Button>
      </div>
    </form>
  )
}
interface FieldProps {
  readonly field: StepField
  readonly value: string
  /** How many, where a field has a part for each. */
  readonly many: string
  readonly set: (value: string) => void
}
function OneField({ field: { key, kind, options = [] }, value, many, set }: FieldProps) {
  const { t, language } = useWords()
  const label = nameOf(key, language)
  switch (kind) {
    case 'choice':
      return (
        <SelectField
          label={label}
          value={value}
          options={options.map((code) => ({ value: code, label: nameOf(code, language) }))}
          onValue={set}
        />
      )
    case 'day':
      return <DateField label={label} value={value} onValue={set} />
    case 'yes':
      return <CheckChoice label={label} checked={value === 'yes'} onChecked={(isOn) => set(isOn ? 'yes' : '')} />
    case 'days':
      return <Days label={label} days={daysOf(value, many)} set={set} />
    case 'words':
    case 'papers':
      return <LongTextField sealed label={label} hint={t('consent.sealed.hint')} rows={2} value={value} onValue={set} />
    default:
      return <TextField label={label} inputMode={kind === 'money' ? 'decimal' : 'numeric'} value={value} onValue={set} />
  }
}

function Days({ label, days, set }: { readonly label: string; readonly days: readonly string[]; readonly set: (value: string) => void }) {
  return (
    <div className="field-row two">
      {days.map((day, at) => (
        <DateField
          key={at}
          label={days.length === 1 ? label : `${label} ${at + 1}`}
          value={day}
          onValue={(next) => set(days.map((one, index) => (index === at ? next : one)).join(','))}
        />
      ))}
    </div>
  )
}
