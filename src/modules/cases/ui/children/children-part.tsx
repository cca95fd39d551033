/*
What is best for a child: assessed always, determined by a panel where something cannot be undone. It blocks no bed and no doctor. A file of a child
associated with an armed group stands apart: it says here with what it is never joined and what a release still needs.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { useAnswer } from '../../../../app/ask.ts'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { type BestInterests, bestInterestsDecider } from '../../domain/children/best-interests.ts'
import { caafagRule, releaseMissing, releaseOf } from '../../domain/children/caafag.ts'
import { bestInterestsStateLabels, releaseMissingLabels, triggerLabels } from '../../domain/children/children-labels.ts'
import type { KeyHolderShown } from '../../contract-keys.ts'
import { say } from '../../domain/label.ts'
import { useColleagues } from '../file/colleagues.ts'
import type { PartProps } from '../file/part-props.ts'
import { StepForm } from '../steps/step-form.tsx'
import { bestInterestsSteps } from './children-steps.ts'
import { releaseSteps } from './release-steps.ts'

export function Part({ work }: PartProps) {
  const { t } = useWords()
  const [added, add] = useState<string | null>(null)
  const known = [...work.whole.things.bestInterests]
  const { panel } = work.rules
  const isNew = added !== null && !known.some(([thing]) => thing === added)
  return (
    <div className="stack">
      {work.whole.file.type === 'caafag' && (
        <Note tone="red">
          {t('children.armed')} ({caafagRule.evidence})
        </Note>
      )}
      {work.whole.file.type === 'caafag' && <ReleasePanel work={work} />}
      <Note tone="calm">{t('children.never-waits')}</Note>
      {known.map(([thing, state]) => (
        <Procedure key={thing} {...{ work, thing, state }} />
      ))}
      {isNew && <Procedure {...{ work, thing: added, state: bestInterestsDecider.initial }} />}
      {!isNew && (
        <div className="no-print">
          <Button onClick={() => add(newId())}>{t('children.new')}</Button>
        </div>
      )}
      <Source>{t('children.source', { n: panel.leastMembers, d: panel.leastDisciplines, mark: panel.evidence })}</Source>
    </div>
  )
}

function ReleasePanel({ work }: PartProps) {
  const { t, language } = useWords()
  const { fields } = work.whole.file
  const missing = releaseMissing(releaseOf((field) => fields.values.get(field)?.current.value ?? null))
  return (
    <Panel title={t('children.release')}>
      <div className="stack">
        {missing.length === 0 ? (
          <Note tone="good">{t('children.release.whole')}</Note>
        ) : (
          <Note>{t('children.release.missing', { what: missing.map((one) => say(releaseMissingLabels, one, language)).join(', ') })}</Note>
        )}
        <StepForm work={work} steps={releaseSteps((field) => fields.values.get(field)?.current.edit ?? null)} />
        <Source>
          {caafagRule.source} ({caafagRule.evidence})
        </Source>
      </div>
    </Panel>
  )
}

interface ProcedureProps extends PartProps {
  readonly thing: string
  readonly state: BestInterests
}
function Procedure({ work, thing, state }: ProcedureProps) {
  const { t, language } = useWords()
  const { option } = useColleagues()
  const holders = useAnswer<{ readonly holders: readonly KeyHolderShown[] }>('/api/keys/holders').data?.holders ?? []
  const caseworker = state.caseworker ?? work.account
  const people = holders
    .filter((one) => one.account !== caseworker && one.account !== state.assessedBy)
    .map((one) => ({
      value: one.account,
      label: { fr: option(one.account), en: option(one.account) },
    }))
  const isPresenter = state.caseworker === work.account || state.assessedBy === work.account
  const steps = bestInterestsSteps({ state, thing, subject: work.whole.file.subject ?? '', caseworker, me: work.account, people })
  return (
    <Panel title={state.state === null ? t('children.title') : say(bestInterestsStateLabels, state.state, language)}>
      <div className="stack">
        {state.triggers.length > 0 && (
          <p>{t('children.because', { what: state.triggers.map((one) => say(triggerLabels, one, language)).join(', ') })}</p>
        )}
        {state.reviewOn !== null && <p>{t('children.review', { day: dateText(state.reviewOn) })}</p>}
        {isPresenter && state.state === 'bid-panel-scheduled' && <Note tone="calm">{t('children.decision-by-another')}</Note>}
        {isPresenter && state.state === 'bia-done' && <Note tone="calm">{t('children.none-by-another')}</Note>}
        {steps.length > 0 && <StepForm work={work} steps={steps} />}
      </div>
    </Panel>
  )
}
