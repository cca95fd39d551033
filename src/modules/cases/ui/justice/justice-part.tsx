/*
The way of each complaint, one track for each group of accused: where it stands, how the offence was qualified, which hearings lie ahead. That the person
wishes nothing is a state like any other, and help depends on none of it.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { type JusticeTrack, noTrack } from '../../domain/justice/justice-track.ts'
import { useBodies } from '../consent/bodies.ts'
import type { PartProps } from '../file/part-props.ts'
import { StepForm } from '../steps/step-form.tsx'
import { hearingStep, justiceSteps } from './justice-steps.ts'
import { TrackFacts } from './track-facts.tsx'

export function Part({ work }: PartProps) {
  const { t } = useWords()
  const [added, add] = useState<string | null>(null)
  const known = [...work.whole.things.tracks]
  const isNew = added !== null && !known.some(([thing]) => thing === added)
  return (
    <div className="stack">
      <Note tone="calm">{t('justice.free')}</Note>
      {known.map(([thing, track], at) => (
        <Track key={thing} {...{ work, thing, track, n: at + 1 }} />
      ))}
      {isNew && <Track {...{ work, thing: added, track: noTrack, n: known.length + 1 }} />}
      {!isNew && (
        <div className="no-print">
          <Button onClick={() => add(newId())}>{t('justice.new')}</Button>
        </div>
      )}
      <Source>{t('justice.source')}</Source>
    </div>
  )
}

interface TrackProps extends PartProps {
  readonly thing: string
  readonly track: JusticeTrack
  readonly n: number
}
function Track({ work, thing, track, n }: TrackProps) {
  const { t } = useWords()
  const bodies = useBodies().options.map(({ value, label: name }) => ({ value, label: { fr: name, en: name } }))
  const today = work.now.slice(0, 10)
  const ahead = track.hearings.filter((day) => day >= today).toSorted()
  const steps = justiceSteps({ track, thing, subject: work.whole.file.subject ?? '', bodies })
  return (
    <Panel title={t('justice.track', { n })}>
      <div className="stack">
        <TrackFacts track={track} forTeam />
        {track.finalOn !== null && track.keptFrom === null && <Note tone="warn">{t('justice.to-confirm')}</Note>}
        {ahead.map((day) => (
          <Note key={day} tone={day <= weekAfter(today) ? 'warn' : 'calm'}>
            {t('justice.hearing', { day: dateText(day) })}
          </Note>
        ))}
        {steps.length > 0 && (
          <StepForm work={work} steps={steps} beside={({ towards }) => (typeof towards === 'string' ? { towards } : {})} />
        )}
        {track.state !== null && track.state !== 'no-action-wished' && <StepForm work={work} steps={[hearingStep(thing)]} />}
      </div>
    </Panel>
  )
}
const weekAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10)
