/*
Who said what about a person being identified: presumed here, looked at by a second person, determined by named bodies. Every step and every body stays
in sight, the newest of each body first. What somebody receives depends on none of it, and the page says so before anything else.
*/
import { AppLink } from '../../../../app/kit/button.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { type HtcdsPair, newestOfEachBody } from '../../domain/identification/determination.ts'
import { say } from '../../domain/label.ts'
import { bodyLabels } from '../../domain/identification/labels-answers.ts'
import { explanationsOf } from '../../domain/screening/screening.ts'
import { useBodies } from '../consent/bodies.ts'
import type { PartProps } from '../file/part-props.ts'
import { FindingView } from '../screening/finding-view.tsx'
import { StepForm } from '../steps/step-form.tsx'
import { identificationSteps, stepLabels, wordOf } from './identification-steps.ts'

export function Part({ work }: PartProps) {
  const { t, language } = useWords()
  const { determination, screenings } = work.whole
  const newest = newestOfEachBody(determination)
  const last = [...screenings.values()].at(-1)
  const steps = identificationSteps({
    ...{ step: determination?.step ?? null, isPresumer: determination?.presumedBy === work.account },
    ...{ mayReview: work.may('cases.supervise') || work.may('cases.determine'), assessment: last?.assessment ?? null },
  })
  return (
    <div className="stack">
      <Note tone="calm">{t('identification.help')}</Note>
      <Panel title={t('identification.steps')}>
        <div className="stack">
          {(determination?.pairs ?? []).length === 0 && newest.length === 0 && <EmptyState title={t('identification.none')} />}
          <ul className="plain-list stack">
            {(determination?.pairs ?? []).map((pair, at) => (
              <li key={`${pair.step} ${at}`}>
                <strong>{say(stepLabels, pair.step, language)}</strong> · <Pair pair={pair} />
              </li>
            ))}
          </ul>
          <StepForm work={work} steps={steps} />
          {work.may('cases.work') && (work.answer?.standing === 'owner' || work.answer?.standing === 'member') && (
            <p className="no-print">
              <AppLink to={`/cases/${work.case}/interview`}>{t('identification.interview')}</AppLink>
            </p>
          )}
          <Source>{t('identification.source', { mark: work.rules.identifying.evidence })}</Source>
        </div>
      </Panel>
      {newest.length > 0 && (
        <Panel title={t('identification.bodies')}>
          <ul className="plain-list stack">
            {newest.map((pair, at) => (
              <li key={`${pair.decidedOn} ${at}`}>
                <Pair pair={pair} />
              </li>
            ))}
          </ul>
          {(determination?.determinations.length ?? 0) > newest.length && (
            <p className="small">{t('identification.older', { n: (determination?.determinations.length ?? 0) - newest.length })}</p>
          )}
        </Panel>
      )}
      {last !== undefined &&
        explanationsOf(last).map((explanation, at) => <FindingView key={`${explanation.computedAt} ${at}`} explanation={explanation} />)}
    </div>
  )
}
function Pair({ pair }: { readonly pair: HtcdsPair }) {
  const { language } = useWords()
  const bodies = useBodies()
  const { status, decider, decidedOn } = pair
  const body = decider.organisation === null ? (decider.name ?? say(bodyLabels, decider.type, language)) : bodies.name(decider.organisation)
  return (
    <>
      {wordOf(status)[language]} · {body} · <DateText date={decidedOn} />
    </>
  )
}
