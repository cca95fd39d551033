/* A visit, counted without a name: what the person likes to say, what it was about, what was done. */
import { useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { AgeBand, Sex } from '../../contract.ts'
import { type CentreLine, ReferredTo, VisitDirection, VisitService, VisitTopic } from '../../contract-desk.ts'
import { type VisitDraft, blankVisit, visitOf } from './visit-draft.ts'

export function VisitForm({ centres }: { readonly centres: readonly CentreLine[] }) {
  const { t } = useWords()
  const only = centres[0]
  const [draft, setDraft] = useState<VisitDraft>({ ...blankVisit, centre: String(only?.id ?? ''), day: only?.today ?? '' })
  const [kept, setKept] = useState(false)
  const { send, sending, error } = useCommand('/api/desk/visits')
  const set = (part: Partial<VisitDraft>) => {
    setKept(false)
    setDraft((before) => ({ ...before, ...part }))
  }
  const centre = centres.find(({ id }) => id === draft.centre)
  const data = visitOf(draft)
  const keep = async () => {
    const receipt = data === null ? null : await send(data).catch(() => null)
    if (receipt === null) return
    setDraft({ ...blankVisit, centre: draft.centre, day: draft.day })
    setKept(true)
  }
  return (
    <Panel title={t('desk.visit')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <Note tone="calm">{t('desk.visit.anonymous')}</Note>
        <div className="columns">
          <div className="stack">
            <SelectField
              label={t('desk.centre')}
              value={draft.centre}
              options={centres.map(({ id, name }) => ({ value: String(id), label: name }))}
              onValue={(to) => set({ centre: to, day: centres.find(({ id }) => id === to)?.today ?? draft.day })}
            />
            {centre && <p className="small">{t('desk.zone', { zone: centre.zone })}</p>}
            <DateField label={t('desk.day')} value={draft.day} max={centre?.today} onValue={(day) => set({ day })} />
            <Person draft={draft} set={set} />
          </div>
          <Matter draft={draft} set={set} />
        </div>
        {error && <ErrorState error={error} />}
        {kept && (
          <Note tone="good" live>
            {t('desk.visit.kept')}
          </Note>
        )}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={sending} disabled={data === null}>
            {t('desk.visit.keep')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

interface PartProps {
  readonly draft: VisitDraft
  readonly set: (part: Partial<VisitDraft>) => void
}
function Person({ draft, set }: PartProps) {
  const { t } = useWords()
  return (
    <>
      <SelectField
        label={t('desk.sex')}
        value={draft.sex}
        options={Sex.options.map((value) => ({ value: String(value), label: t(`desk-sex.${value}`) }))}
        onValue={(sex) => set({ sex })}
      />
      <SelectField
        label={t('desk.age')}
        value={draft.ageBand}
        options={AgeBand.options.map((value) => ({ value: String(value), label: t(`desk-age.${value}`) }))}
        onValue={(ageBand) => set({ ageBand })}
      />
      <TextField
        label={t('desk.nationality')}
        hint={t('desk.nationality.hint')}
        value={draft.nationality}
        onValue={(nationality) => set({ nationality })}
        maxLength={3}
      />
      <SelectField
        label={t('desk.direction')}
        value={draft.direction}
        options={VisitDirection.options.map((value) => ({ value: String(value), label: t(`desk-direction.${value}`) }))}
        onValue={(direction) => set({ direction })}
      />
    </>
  )
}
function Matter({ draft, set }: PartProps) {
  const { t } = useWords()
  const { topics } = draft
  return (
    <div className="stack">
      <div className="field" role="group" aria-label={t('desk.topics')}>
        <strong>{t('desk.topics')}</strong>
        <div className="choices">
          {VisitTopic.options.map((one) => (
            <CheckChoice
              key={one}
              label={t(`desk-topic.${one}`)}
              checked={topics.includes(one)}
              onChecked={(is) => set({ topics: is ? [...topics, one] : topics.filter((other) => other !== one) })}
            />
          ))}
        </div>
      </div>
      <SelectField
        label={t('desk.service')}
        value={draft.service}
        options={VisitService.options.map((value) => ({ value: String(value), label: t(`desk-service.${value}`) }))}
        onValue={(service) => set({ service })}
      />
      <SelectField
        label={t('desk.referred')}
        value={draft.referredTo}
        options={[
          { value: '', label: t('desk.referred.none') },
          ...ReferredTo.options.map((value) => ({ value: String(value), label: t(`desk-referred.${value}`) })),
        ]}
        onValue={(referredTo) => set({ referredTo })}
      />
      <TextField
        label={t('desk.minutes')}
        type="number"
        inputMode="numeric"
        min={1}
        max={600}
        value={draft.minutes}
        onValue={(minutes) => set({ minutes })}
      />
      <SelectField
        label={t('desk.satisfaction')}
        value={draft.satisfaction}
        options={[
          { value: '', label: t('desk.satisfaction.none') },
          ...['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
        ]}
        onValue={(satisfaction) => set({ satisfaction })}
      />
    </div>
  )
}
