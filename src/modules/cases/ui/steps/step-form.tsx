/* One step chosen of those that are possible now, with its fields; what is told in words is sealed on this device before it goes. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { Beside, CaseWork } from '../file/use-case.ts'
import { useSteps } from '../file/use-steps.ts'
import { type FieldShape, type StepShape, type Typed, type Values, commandOf, placeOf, valueOf } from './step-shape.ts'

export interface StepFormProps {
  readonly work: Pick<CaseWork, 'send' | 'seal'>
  readonly steps: readonly StepShape[]
  readonly beside?: (values: Values) => Beside
}
type AllTyped = { readonly [name: string]: Typed }

export function StepForm({ work, steps, beside }: StepFormProps) {
  const { t, language } = useWords()
  const { act, sending, error, forget } = useSteps(work)
  const [chosen, choose] = useState('')
  const [typed, type] = useState<AllTyped>({})
  const [missing, setMissing] = useState(false)
  const step = steps.find((one) => one.key === chosen) ?? steps[0]
  if (!step) return null
  const send = async () => {
    const plain = Object.fromEntries(step.fields.map((field) => [field.name, placeOf(field, typed[field.name])]))
    // Tried with places for texts, so that nothing is sealed for a step that cannot be taken.
    const isWhole = commandOf(step, plain) !== null
    setMissing(!isWhole)
    if (!isWhole) return
    const done = await act(async () => {
      const said: { [name: string]: unknown } = { ...plain }
      const sealed: OneCommand[] = []
      for (const field of step.fields) {
        const value = valueOf(field, typed[field.name])
        if (field.kind !== 'sealed' || typeof value !== 'string') continue
        const made = await work.seal(field.vault, field.slot, value)
        if (!made.ok) return made
        sealed.push(made.value.command)
        said[field.name] = made.value.ref
      }
      const command = commandOf(step, said)
      return accepted({ all: [...sealed, ...(command ? [command] : [])], ...(beside ? { beside: beside(said) } : {}) })
    })
    if (done) type({})
  }
  return (
    <form
      className="stack no-print"
      onSubmit={(event) => {
        event.preventDefault()
        if (isFilled(step, typed)) void send()
        else setMissing(true)
      }}
    >
      {steps.length > 1 && (
        <SelectField
          label={t('step.choose')}
          value={step.key}
          options={steps.map((one) => ({ value: one.key, label: one.label[language] }))}
          onValue={(key) => {
            choose(key)
            setMissing(false)
            forget()
          }}
        />
      )}
      {step.fields.map((field) => (
        <One
          key={`${step.key} ${field.name}`}
          field={field}
          value={typed[field.name]}
          set={(value) => type({ ...typed, [field.name]: value })}
        />
      ))}
      {missing && <Note live>{t('step.missing')}</Note>}
      {error !== null && <ErrorState error={error} />}
      <div className="form-actions">
        <Button type="submit" kind="primary" busy={sending}>
          {step.label[language]}
        </Button>
      </div>
    </form>
  )
}
/** Before anything is sealed: what is clearly missing is said without a way to the server. */
const isFilled = (step: StepShape, typed: AllTyped): boolean =>
  step.fields.every((field) => {
    if (field.kind === 'check' || field.kind === 'checks' || field.kind === 'text' || field.kind === 'count') return true
    if (field.kind === 'sealed' && field.isOptional === true) return true
    return valueOf(field, typed[field.name]) !== undefined
  })

interface OneProps {
  readonly field: FieldShape
  readonly value: Typed | undefined
  readonly set: (value: Typed) => void
}
function One({ field, value, set }: OneProps) {
  const { t, language } = useWords()
  const label = field.label[language]
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'date':
      return <DateField label={label} value={text} onValue={set} />
    case 'count':
      return <TextField label={label} value={text} onValue={set} inputMode="numeric" />
    case 'text':
      return <TextField label={label} value={text} onValue={set} maxLength={120} />
    case 'sealed':
      return <LongTextField label={label} hint={t('step.sealed')} value={text} onValue={set} rows={3} maxLength={20_000} />
    case 'check':
      return <CheckChoice label={label} checked={value === true} onChecked={set} />
    case 'select':
      return (
        <SelectField
          label={label}
          value={text}
          options={[
            { value: '', label: t('step.not-chosen') },
            ...field.options.map((one) => ({ value: one.value, label: one.label[language] })),
          ]}
          onValue={set}
        />
      )
    case 'checks': {
      const held = typeof value === 'object' ? value : []
      return (
        <fieldset className="stack">
          <legend>{label}</legend>
          {field.options.map((one) => (
            <CheckChoice
              key={one.value}
              label={one.label[language]}
              checked={held.includes(one.value)}
              onChecked={(isOn) => set(isOn ? [...held, one.value] : held.filter((other) => other !== one.value))}
            />
          ))}
        </fieldset>
      )
    }
  }
}
