/*
How much danger somebody is in, by answers and dates: the level with what made it so, and what nobody asked yet. Two colleagues who wrote differently are
shown side by side, and a person chooses.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { DateField, SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import { riskLabels } from '../../domain/case/case-labels.ts'
import type { FieldValue, OpenConflict } from '../../domain/case/edit-conflict.ts'
import { RiskLevel } from '../../domain/clocks/clock-rulebook.ts'
import { type RiskRating, SafetyAnswer } from '../../domain/clocks/risk.ts'
import { say } from '../../domain/label.ts'
import type { PartProps } from '../file/part-props.ts'
import { useColleagues } from '../file/colleagues.ts'
import { RiskMark } from '../file/marks.tsx'
import { useSteps } from '../file/use-steps.ts'
import { type Typed, answersOf, basedOn, blankTyped, lastRatingOf, mayBeGraver, ratingOf } from './safety-form.ts'
import { fieldLabels, safetyAnswerLabels, safetySigns, signLabels } from './safety-labels.ts'

export function Part({ work }: PartProps) {
  return (
    <div className="stack">
      {[...work.whole.file.fields.conflicts].map(([id, conflict]) => (
        <Conflict key={id} {...{ work, id, conflict }} />
      ))}
      <Tool work={work} />
    </div>
  )
}

function Tool({ work }: PartProps) {
  const { t, language } = useWords()
  const { name } = useColleagues()
  const last = lastRatingOf(work.events)
  const [typed, setTyped] = useState<Typed>(last?.typed ?? blankTyped)
  const [isNoted, setIsNoted] = useState(false)
  const { act, sending, error } = useSteps(work)
  const answered = Object.keys(typed.answers).length > 0
  const change = (next: Typed) => {
    setTyped(next)
    setIsNoted(false)
  }
  const send = async () => {
    const ask = { step: 'rate-risk', answers: answersOf(typed), edit: asId('case-edit', newId()), basedOn: basedOn(work.whole) } as const
    setIsNoted(await act(() => accepted({ all: [{ about: 'assessment', ask }] })))
  }
  return (
    <Panel title={t('safety.title')}>
      <div className="stack">
        {last !== null && (
          <p>
            {t('safety.last', { when: instantText(last.at), who: name(last.by) })} <span className="small">{t('safety.last.hint')}</span>
          </p>
        )}
        {safetySigns.map((sign) => (
          <SelectField
            key={sign}
            label={say(signLabels, sign, language)}
            value={typed.answers[sign] ?? 'not-asked'}
            options={SafetyAnswer.options.map((value) => ({ value, label: say(safetyAnswerLabels, value, language) }))}
            onValue={(value) => change({ ...typed, answers: { ...typed.answers, [sign]: value } })}
          />
        ))}
        <Days typed={typed} set={change} />
        {answered && <Rating rating={ratingOf(typed, work.now, work.rules.safety)} />}
        {error !== null && <ErrorState error={error} />}
        {isNoted && (
          <Note tone="good" live>
            {t('safety.noted')}
          </Note>
        )}
        <div className="form-actions">
          <Button kind="primary" busy={sending} disabled={!answered || isNoted} onClick={() => void send()}>
            {t('safety.send')}
          </Button>
        </div>
        <Source>{t('safety.source', { threat: work.rules.safety.threatDays, violence: work.rules.safety.sexualViolenceDays })}</Source>
      </div>
    </Panel>
  )
}
function Rating({ rating }: { readonly rating: RiskRating }) {
  const { t, language } = useWords()
  const { level, because, unanswered, atMost } = rating
  return (
    <Note tone={level === 'high' ? 'red' : 'calm'} live>
      <RiskMark level={level} />
      {because.length > 0 && (
        <>
          <p>{t('safety.because')}</p>
          <ul>
            {because.map((one) => (
              <li key={one}>{say(signLabels, one, language)}</li>
            ))}
          </ul>
        </>
      )}
      {unanswered.length > 0 && (
        <p>
          {t('safety.open', { n: unanswered.length })}
          {mayBeGraver(rating) && ` ${t('safety.open.graver', { level: say(riskLabels, atMost, language) })}`}
        </p>
      )}
    </Note>
  )
}
function Days({ typed, set }: { readonly typed: Typed; readonly set: (typed: Typed) => void }) {
  const { t } = useWords()
  const { answers } = typed
  return (
    <>
      {answers['threatened'] === 'yes' && (
        <DateField label={t('safety.threat-on')} value={typed.lastThreatOn} onValue={(lastThreatOn) => set({ ...typed, lastThreatOn })} />
      )}
      {answers['sexualViolence'] === 'yes' && (
        <>
          <Note tone="red">{t('safety.medical')}</Note>
          <DateField label={t('safety.violence-on')} value={typed.violenceOn} onValue={(violenceOn) => set({ ...typed, violenceOn })} />
        </>
      )}
      {answers['exploitationEnded'] === 'yes' && (
        <DateField label={t('safety.ended-on')} value={typed.endedOn} onValue={(endedOn) => set({ ...typed, endedOn })} />
      )}
    </>
  )
}

/** Neither is overwritten by a machine: who chooses is named in the file. */
function Conflict({ work, id, conflict }: PartProps & { readonly id: string; readonly conflict: OpenConflict }) {
  const { t, language } = useWords()
  const { name } = useColleagues()
  const { act, sending, error } = useSteps(work)
  const shown = (value: FieldValue): string => {
    const level = RiskLevel.options.find((one) => one === value)
    if (level !== undefined) return say(riskLabels, level, language)
    if (typeof value === 'object' && value !== null) return work.read(value) ?? t('case.conflict.sealed')
    return value === null ? t('case.conflict.nothing') : String(value)
  }
  const choose = (value: FieldValue) =>
    void act(() =>
      accepted({
        all: [
          {
            about: 'field',
            ask: { step: 'resolve-conflict', conflict: asId('case-conflict', id), edit: asId('case-edit', newId()), value },
          },
        ],
      }),
    )
  return (
    <Panel title={t('case.conflict', { field: say(fieldLabels, conflict.field, language) })}>
      <div className="stack">
        <p>{t('case.conflict.why')}</p>
        {[conflict.current, ...conflict.offers].map((offer) => (
          <div key={offer.edit} className="row tight">
            <span className="grow">
              <strong translate="no">{shown(offer.value)}</strong>{' '}
              <span className="small">
                {instantText(offer.at)} · {name(offer.by)}
              </span>
            </span>
            <Button busy={sending} onClick={() => choose(offer.value)}>
              {t('case.conflict.choose')}
            </Button>
          </div>
        ))}
        {error !== null && <ErrorState error={error} />}
      </div>
    </Panel>
  )
}
