/*
"Stop", always under the thumb: one tap and the answers are off the screen. Only then one asks the person whether what was said may be kept; otherwise a
month and an outcome are all. Nothing is decided by the tap alone, and one may go on.
*/
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { say } from '../../domain/label.ts'
import { abortLabels } from '../../domain/identification/labels-form.ts'
import { type AbortReason, abortReasons } from '../../domain/identification/screening-flow.ts'
import type { PartProps } from './part-props.ts'

interface BarProps {
  readonly minutes: number
  readonly onStop: () => void
  readonly onDanger: () => void
}
export function StopBar({ minutes, onStop, onDanger }: BarProps) {
  const { t } = useWords()
  return (
    <div className="stop-bar no-print">
      <Button kind="danger" onClick={onStop}>
        {t('interview.stop')}
      </Button>
      <Button onClick={onDanger}>{t('interview.danger')}</Button>
      <span className="grow">{t('interview.minutes', { n: minutes })}</span>
    </div>
  )
}

export function StopPart({ change, flow, onResume }: Pick<PartProps, 'change' | 'flow'> & { readonly onResume: () => void }) {
  const { t, language } = useWords()
  const [because, setBecause] = useState<AbortReason>('person-asked')
  const mayKeep = flow.keeps === 'coded-draft'
  const stop = (keepWhatWasSaid: boolean) => change({ aborted: { because, keepWhatWasSaid } })
  return (
    <Panel title={t('interview.stopped')}>
      <div className="stack">
        <Note tone="calm" live>
          {t('interview.stopped.say')}
        </Note>
        <Choice
          legend={t('interview.stopped.why')}
          value={because}
          options={abortReasons.map((value) => ({ value, label: say(abortLabels, value, language) }))}
          onValue={setBecause}
        />
        {mayKeep && <p>{t('interview.stopped.keep?')}</p>}
        <div className="form-actions">
          <Button onClick={onResume}>{t('interview.stopped.resume')}</Button>
          {mayKeep && <Button onClick={() => stop(true)}>{t('interview.stopped.keep')}</Button>}
          <Button kind="primary" onClick={() => stop(false)}>
            {t('interview.stopped.tally')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
