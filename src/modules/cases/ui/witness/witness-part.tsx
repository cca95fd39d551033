/*
Protection of a witness, for its named readers alone: at most three. Who works the case in other ways names the first of them, is not shown this part
afterwards and is not sent its events; here stand the level of threat, the day of the next review, and measures that the person agreed to.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'

import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { say } from '../../domain/label.ts'
import { MOST_READERS, reviewDueOn } from '../../domain/witness/witness.ts'
import { measureKindLabels, measureStateLabels } from '../../domain/witness/witness-labels.ts'
import type { MeasureKind } from '../../domain/witness/witness-words.ts'
import type { PartProps } from '../file/part-props.ts'
import { OpenVault, Words } from '../file/open-vault.tsx'
import type { OpenedText } from '../file/use-case.ts'
import { StepForm } from '../steps/step-form.tsx'
import { NameReader } from './name-reader.tsx'
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
  if (work.answer?.standing !== 'witness-reader') return <NameReader work={work} />
  if (!witness.isOpen)
    return (
      <div className="stack">
        <Panel title={t('witness.title')}>
          <Note tone="calm">{t('witness.readers', { most: MOST_READERS })}</Note>
          <StepForm work={work} steps={[openStep(file.subject ?? '')]} />
        </Panel>
        <NameReader work={work} />
      </div>
    )
  return (
    <div className="stack">
      <Panel title={t('witness.title')}>
        <div className="stack">
          <OpenVault work={work} vault="witness">
            {(texts) => <Told work={work} texts={texts.filter((one) => !one.isReplaced)} />}
          </OpenVault>
          <p>{witness.level === null ? t('witness.not-assessed') : t('witness.level', { n: witness.level })}</p>
          {due !== null && <Note tone={due < work.now.slice(0, 10) ? 'red' : 'calm'}>{t('witness.review', { day: dateText(due) })}</Note>}
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
      <NameReader work={work} />
    </div>
  )
}
/** Each text under what it tells: who the person is, and of each assessment where the threat comes from. */
function Told({ work, texts }: PartProps & { readonly texts: readonly OpenedText[] }) {
  const { t } = useWords()
  const heads = new Map(
    work.events.flatMap(({ event }): readonly (readonly [string, string])[] => {
      if (event.kind === 'witness.opened.v1') return [[event.payload.identity.id, t('witness.text.identity')]]
      if (event.kind !== 'witness.threat-assessed.v1' || event.payload.source === undefined) return []
      return [[event.payload.source.id, t('witness.text.source', { day: dateText(event.payload.assessedOn) })]]
    }),
  )
  return texts.map((one) => (
    <div key={one.id} className="stack tight">
      {heads.has(one.id) && <strong>{heads.get(one.id)}</strong>}
      <Words text={one} />
    </div>
  ))
}
