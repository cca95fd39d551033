/*
Months under the finger or the arrow keys. The address follows once the hand rests, so that a slow line is not asked for every month
that was passed over; the month on show follows at once.
*/
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { SLIDER_MONTHS, dayOfStep, stepOfDay } from './map-state.ts'

const REST_MS = 350

export interface TimeSliderProps {
  /** The day that the address names. */
  readonly day: string
  readonly today: string
  /** '' for today. */
  readonly onDay: (day: string) => void
}
export function TimeSlider({ day, today, onDay }: TimeSliderProps) {
  const { t } = useWords()
  const id = useId()
  const asked = stepOfDay(day, today)
  const [step, setStep] = useState(asked)
  const latest = useRef(onDay)
  useEffect(() => {
    latest.current = onDay
  })
  useEffect(() => setStep(asked), [asked])
  useEffect(() => {
    if (step === asked) return
    const rest = setTimeout(() => latest.current(step === SLIDER_MONTHS ? '' : dayOfStep(step, today)), REST_MS)
    return () => clearTimeout(rest)
  }, [step, asked, today])
  const shown = step === asked ? day : dayOfStep(step, today)
  const move = (months: number) => setStep(Math.min(SLIDER_MONTHS, Math.max(0, step + months)))
  return (
    <div className="time-slider">
      <label htmlFor={id}>
        {t('map.time')} <output htmlFor={id}>{dateText(shown)}</output>
      </label>
      <div className="row tight">
        <Button aria-label={t('map.time.before')} disabled={step === 0} onClick={() => move(-1)}>
          ◂
        </Button>
        <input
          id={id}
          type="range"
          min={0}
          max={SLIDER_MONTHS}
          step={1}
          value={step}
          aria-valuetext={dateText(shown)}
          title={t('map.time.hint')}
          onChange={(event) => setStep(Number(event.target.value))}
          onKeyDown={(event) => {
            if (event.key !== 'PageUp' && event.key !== 'PageDown') return
            event.preventDefault()
            move(event.key === 'PageUp' ? 12 : -12)
          }}
        />
        <Button aria-label={t('map.time.after')} disabled={step === SLIDER_MONTHS} onClick={() => move(1)}>
          ▸
        </Button>
        <Button disabled={step === SLIDER_MONTHS} onClick={() => setStep(SLIDER_MONTHS)}>
          {t('map.time.today')}
        </Button>
      </div>
    </div>
  )
}
