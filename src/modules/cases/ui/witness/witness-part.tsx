/*
Protection of a witness, for its named readers alone: at most three. Who works the case in other ways is not shown this part and is not sent its
events; here stand the level of threat, the day of the next review, and measures that the person agreed to.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { say } from '../../domain/label.ts'
import { MOST_READERS, reviewDueOn } from '../../domain/witness/witness.ts'
import { measureKindLabels, measureStateLabels } from '../../domain/witness/witness-labels.ts'
import type { MeasureKind } from '../../domain/witness/witness-words.ts'
import type { PartProps } from '../file/part-props.ts'
import { OpenVault, Words } from '../file/open-vault.tsx'
import { StepForm } from '../steps/step-form.tsx'
import { measureSteps, openStep, threatStep } from './witness-steps.ts'

export function Part({ work }: PartProps) {
  const { t, language } = useWords()
  const [next] = useState(newId)
  const { witness, file } = work.whole
  const due = reviewDueOn(witness)
  const kinds = new Map(
    work.events.flatMap(({ event }): readonly (readonly [string, MeasureKind])[] =>
      event.kind === 'protection-measure.moved.v1' && event.payload.step === 'propose' ? [[event.payload.measure, event.payload.kind]] : [],
    ),
  )
  if (!witness.isOpen)
    return (
      <Panel title={t('witness.title')}>
        <Note tone="calm">{t('witness.readers', { most: MOST_READERS })}</Note>
        <StepForm work={work} steps={[openStep(file.subject ?? '')]} />
      </Panel>
    )
  return (
    <div className="stack">
      <Panel title={t('witness.title')}>
        <div className="stack">
          <OpenVault work={work} vault="witness">
            {(texts) => texts.filter((one) => !one.isReplaced).map((one) => <Words key={one.id} text={one} />)}
          </OpenVault>
          <p>{witness.level === null ? t('witness.not-assessed') : t('witness.level', { n: witness.level })}</p>
          {due !== null && <Note tone={due < work.now.slice(0, 10) ? 'red' : 'calm'}>{t('witness.review', { day: due })}</Note>}
          <StepForm work={work} steps={[threatStep]} />
          <Source>{t('witness.source', { most: MOST_READERS })}</Source>
        </div>
      </Panel>
      <Panel title={t('witness.measures')}>
        <div className="stack">
          {[...witness.measures].map(([measure, state]) => {
            const kind = kinds.get(measure)
            return (
              <div key={measure} className="stack">
                <p>
                  <strong>{kind === undefined ? '' : say(measureKindLabels, kind, language)}</strong> :{' '}
                  {say(measureStateLabels, state, language)}
                </p>
                <StepForm work={work} steps={measureSteps(measure, state)} />
              </div>
            )
          })}
          <StepForm key={witness.measures.size} work={work} steps={measureSteps(witness.measures.has(next) ? newId() : next, null)} />
        </div>
      </Panel>
    </div>
  )
}
