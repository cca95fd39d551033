/* A report from paper or a voice note, typed in; then the slip with the code for the person. The code is not kept here: leaving the page loses it. */
import { type FormEvent, useState } from 'react'
import { newId, post } from '../../../app/api.ts'
import { Button } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { TypedIn } from '../contract.ts'
import { CATEGORIES, KINDS, categoryText, kindText } from './voice-words.ts'

const SOURCES = ['paper', 'voice-note'] as const
const LANGUAGES = ['fr', 'sw', 'ln', 'en'] as const
interface Form {
  readonly source: string
  readonly language: string
  readonly receivedOn: string
  readonly text: string
  readonly where: string
  readonly occurredOn: string
  readonly categories: readonly string[]
  readonly kinds: readonly string[]
}
const emptyForm = (): Form => ({
  ...{ source: 'paper', language: 'fr', receivedOn: todayHere(), text: '', where: '', occurredOn: '', categories: [], kinds: [] },
})

export function TypeInScreen() {
  const { t } = useWords()
  const [made, setMade] = useState<TypedIn | null>(null)
  return (
    <Page title={t('voice-in.title')} under={t('voice-in.under')}>
      {made === null ? <TypeInForm onMade={setMade} /> : <Slip made={made} onNext={() => setMade(null)} />}
    </Page>
  )
}

function TypeInForm({ onMade }: { readonly onMade: (made: TypedIn) => void }) {
  const { t } = useWords()
  const [form, setForm] = useState(emptyForm)
  const [id] = useState(newId)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    const { where, occurredOn, ...rest } = form
    const data = { ...rest, ...(where.trim() ? { where } : {}), ...(occurredOn ? { occurredOn } : {}) }
    await post<TypedIn>('/api/voices', { id, data }).then(onMade, setError)
    setBusy(false)
  }
  return (
    <Panel>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <div className="field-row two">
          <SelectField
            label={t('voice-in.source')}
            value={form.source}
            options={SOURCES.map((value) => ({ value, label: t(`voices.channel.${value}`) }))}
            onValue={(source) => set({ source })}
          />
          <SelectField
            label={t('voices.language')}
            value={form.language}
            options={LANGUAGES.map((value) => ({ value, label: t(`voices.language.${value}`) }))}
            onValue={(language) => set({ language })}
          />
          <DateField label={t('voice-in.received')} value={form.receivedOn} onValue={(receivedOn) => set({ receivedOn })} required />
          <DateField label={t('voice-in.occurred')} value={form.occurredOn} onValue={(occurredOn) => set({ occurredOn })} />
        </div>
        <LongTextField label={t('voice-in.text')} value={form.text} onValue={(text) => set({ text })} maxLength={4000} required />
        <TextField label={t('voice-in.where')} value={form.where} onValue={(where) => set({ where })} />
        <Boxes
          legend={t('voices.about')}
          values={CATEGORIES}
          word={categoryText}
          chosen={form.categories}
          onChosen={(categories) => set({ categories })}
        />
        <Boxes legend={t('voice-in.kinds')} values={KINDS} word={kindText} chosen={form.kinds} onChosen={(kinds) => set({ kinds })} />
        {error !== null && <ErrorState error={error} />}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={busy} disabled={form.text.trim() === ''}>
            {t('voice-in.go')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

interface BoxesProps {
  readonly legend: string
  readonly values: readonly string[]
  readonly word: (value: string) => string
  readonly chosen: readonly string[]
  readonly onChosen: (chosen: readonly string[]) => void
}
function Boxes({ legend, values, word, chosen, onChosen }: BoxesProps) {
  const toggle = (value: string, on: boolean) => onChosen(on ? [...chosen, value] : chosen.filter((one) => one !== value))
  return (
    <fieldset className="field">
      <legend>
        <strong>{legend}</strong>
      </legend>
      <div className="choices">
        {values.map((value) => (
          <CheckChoice key={value} label={word(value)} checked={chosen.includes(value)} onChecked={(on) => toggle(value, on)} />
        ))}
      </div>
    </fieldset>
  )
}

function Slip({ made, onNext }: { readonly made: TypedIn; readonly onNext: () => void }) {
  const { t } = useWords()
  return (
    <div className="stack">
      <div className="no-print">
        <Note live>{t('voice-in.slip.once')}</Note>
      </div>
      <Panel title={t('voice-in.slip')}>
        <p>
          {t('voice-in.slip.code')} <br />
          <strong style={{ fontSize: '1.6rem', fontFamily: 'monospace' }}>{made.code}</strong>
        </p>
        <p>{t('voice-in.slip.how', { url: `${location.host}/report/follow` })}</p>
        <p className="small">
          {t('voices.received')} {made.receivedOn}
        </p>
      </Panel>
      <div className="form-actions no-print">
        <Button kind="primary" onClick={() => print()}>
          {t('voice-in.print')}
        </Button>
        <Button onClick={onNext}>{t('voice-in.next')}</Button>
      </div>
    </div>
  )
}
