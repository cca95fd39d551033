/* How somebody fares at the beginning and after six and twelve months. What was not answered has no score; it is not the survey of another body. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { DIMENSIONS } from '../../domain/livelihood/reintegration.ts'
import { ReintegrationQuestion, ScoredRound, scoreOf } from '../../domain/livelihood/reintegration-words.ts'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import { nameOf } from './support-labels.ts'

const SCALE = ['', '1', '2', '3', '4', '5'] as const
export function Rounds({ work }: PartProps) {
  const { t, language } = useWords()
  const { act, sending, error } = useSteps(work)
  const [round, setRound] = useState<ScoredRound>('0')
  const [typed, setTyped] = useState<{ readonly [question: string]: string }>({})
  const answers = ReintegrationQuestion.options.flatMap((question) => {
    const value = Number(typed[question] ?? '')
    return value >= 1 ? [{ question, value }] : []
  })
  const named = (one: ScoredRound): string => (one === '0' ? t('support.score.first') : t('support.score.month', { n: one }))
  const save = async () => {
    const ask = { step: 'score', round, on: todayHere(), answers } as const
    if (await act(() => accepted({ all: [{ about: 'reintegration', ask: { ...ask, answers: [...answers] } }] }))) setTyped({})
  }
  const shown = (score: number | null): string =>
    score === null ? t('support.score.none') : new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(score)
  return (
    <Panel title={t('support.score')}>
      <div className="stack">
        <Source>{t('support.score.explain')}</Source>
        {ScoredRound.options.map((one) => {
          const said = work.whole.rounds.get(one)
          if (!said) return null
          const score = scoreOf(said.answers)
          return (
            <section key={one}>
              <h3>{named(one)}</h3>
              <Pairs
                lines={[
                  ...DIMENSIONS.map((dimension) => [nameOf(dimension, language), shown(score.dimensions[dimension])] as const),
                  [t('support.score.all'), shown(score.composite)],
                ]}
              />
            </section>
          )
        })}
        <details>
          <summary>{t('support.begin')}</summary>
          <SelectField
            label={t('support.score.round')}
            value={round}
            options={ScoredRound.options.map((value) => ({ value, label: named(value) }))}
            onValue={setRound}
          />
          {ReintegrationQuestion.options.map((question) => (
            <SelectField
              key={question}
              label={nameOf(question, language)}
              value={SCALE.find((one) => one === typed[question]) ?? ''}
              options={SCALE.map((value) => ({ value, label: value === '' ? t('support.score.not-asked') : value }))}
              onValue={(value) => setTyped({ ...typed, [question]: value })}
            />
          ))}
          {error !== null && <ErrorState error={error} />}
          <div className="form-actions">
            <Button kind="primary" busy={sending} disabled={answers.length === 0} onClick={() => void save()}>
              {t('support.score.save')}
            </Button>
          </div>
        </details>
      </div>
    </Panel>
  )
}
