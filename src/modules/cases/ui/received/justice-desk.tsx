/*
The complaint as the body works it that follows it: where it stands, which hearings lie ahead, the next step. Asked for when somebody opens it, because each reading is a look; nothing else of
the case is here.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { refused } from '../../../../kernel/outcome.ts'
import type { JusticeDesk } from '../../contract-justice.ts'
import { type JusticeTrack, JusticeState, Qualified, Verdict, noTrack } from '../../domain/justice/justice-track.ts'
import { OF_THE_TEAM } from '../../domain/justice/liaison.ts'
import type { StepFormProps } from '../steps/step-form.tsx'
import { StepForm } from '../steps/step-form.tsx'
import { hearingStep, justiceSteps } from '../justice/justice-steps.ts'
import { TrackFacts } from '../justice/track-facts.tsx'

type Followed = JusticeDesk['tracks'][number]
const among = <Code extends string>(options: readonly Code[], code: string | null): Code | null =>
  options.find((one) => one === code) ?? null
const trackOf = ({ thing: _thing, ...one }: Followed): JusticeTrack => ({
  ...one,
  // Only the server needs them: it asks of each step what it needs to.
  ...{ keptFrom: null, lastOn: null, body: null },
  state: among(JusticeState.options, one.state),
  verdict: among(Verdict.options, one.verdict),
  qualifiedAs: among(Qualified.options, one.qualifiedAs),
  passed: one.passed.flatMap((state) => among(JusticeState.options, state) ?? []),
})

export function JusticePart({ referral }: { readonly referral: string }) {
  const { t } = useWords()
  const { data, error, loading, again } = useAnswer<JusticeDesk>(`/api/referrals/${referral}/justice`)
  const { send } = useCommand<object>(`/api/referrals/${referral}/justice`)
  const [added, add] = useState<string | null>(null)
  const me = useMe().data
  if (loading) return <Loading />
  if (error || data === undefined) return <ErrorState error={error} again={again} />
  const known = data.tracks.map((one) => ({ thing: one.thing, track: trackOf(one) }))
  const isNew = added !== null && !known.some(({ thing }) => thing === added)
  const work: StepFormProps['work'] = {
    seal: () => Promise.resolve(refused('locked')),
    send: async (all) => {
      const [one] = all
      const receipt = await send({ one })
      again()
      return receipt
    },
  }
  const shared = { work, subject: data.subject ?? '', own: me?.organisation?.id ?? null, today: data.asOf.slice(0, 10) }
  return (
    <div className="stack">
      <Note tone="calm">{t('justice-desk.what')}</Note>
      {known.map((one, at) => (
        <Track key={one.thing} {...{ ...shared, ...one, n: at + 1 }} />
      ))}
      {isNew && <Track {...{ ...shared, thing: added, track: noTrack, n: known.length + 1 }} />}
      {!isNew && (
        <div className="no-print">
          <Button onClick={() => add(newId())}>{t('justice.new')}</Button>
        </div>
      )}
      <Source>{t('justice.source')}</Source>
    </div>
  )
}

interface TrackProps {
  readonly work: StepFormProps['work']
  readonly subject: string
  /** One’s own body: a complaint that it files goes through it. */
  readonly own: string | null
  readonly today: string
  readonly thing: string
  readonly track: JusticeTrack
  readonly n: number
}
function Track({ work, subject, own, today, thing, track, n }: TrackProps) {
  const { t } = useWords()
  const steps = justiceSteps({ track, thing, subject, bodies: [], legalAid: own })
    .filter((one) => !OF_THE_TEAM.some((step) => step === one.key))
    .map((one) => ({ ...one, fields: one.fields.filter((field) => field.name !== 'towards') }))
  const ahead = track.hearings.filter((day) => day >= today).toSorted()
  return (
    <Panel title={t('justice.track', { n })}>
      <div className="stack">
        <TrackFacts track={track} />
        {ahead.map((day) => (
          <Note key={day}>{t('justice.hearing', { day: dateText(day) })}</Note>
        ))}
        {steps.length > 0 && <StepForm work={work} steps={steps} />}
        {track.state !== null && track.state !== 'no-action-wished' && <StepForm work={work} steps={[hearingStep(thing)]} />}
      </div>
    </Panel>
  )
}
