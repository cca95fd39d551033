/*
"Needed in the field": until a day, the telephone of who answers for the case takes the sealed identity along, which the personal key alone opens; after
that day it lets go of it by itself. Off unless somebody says so. Nobody else decides it, and a witness never goes.
*/
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { DateField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { firstCarryRules, isNeededOn } from '../../domain/emergency/may-be-carried.ts'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'

export function FieldNeed({ work }: PartProps) {
  const { t } = useWords()
  const { act, sending, error } = useSteps(work)
  const [day, setDay] = useState('')
  const today = work.now.slice(0, 10)
  const { neededInFieldUntil: until, owner } = work.whole.file
  if (owner !== work.account) return null
  const isNeeded = isNeededOn(until, today)
  const last = addDays(today, firstCarryRules.keepDays)
  const say = (value: string | null) =>
    act(() => accepted({ all: [{ about: 'assessment', ask: { step: 'need-in-field', until: value } }] })).then((done) => {
      if (done) setDay('')
    })
  return (
    <Panel title={t('field-need.title')}>
      <div className="stack no-print">
        <p className="small">{t('field-need.explain')}</p>
        {isNeeded ? <Note>{t('field-need.until', { day: dateText(until ?? '') })}</Note> : <p>{t('field-need.none')}</p>}
        <div className="row tight">
          <DateField label={t('field-need.day')} value={day} onValue={setDay} min={today} max={last} />
          <Button busy={sending} disabled={day === '' || day < today || day > last} onClick={() => void say(day)}>
            {t('field-need.go')}
          </Button>
          {isNeeded && (
            <Button busy={sending} onClick={() => void say(null)}>
              {t('field-need.take-back')}
            </Button>
          )}
        </div>
        {error !== null && <ErrorState error={error} />}
        <Source>
          {t('field-need.source', { days: firstCarryRules.keepDays, due: firstCarryRules.dueWithinDays, mark: firstCarryRules.evidence })}
        </Source>
      </div>
    </Panel>
  )
}
