/* F37: bags closed outside the working hours or on the rest day of the place. The local committee sets them; until it does, ours are shown as such. Minutes of the local day. */
import { calendarDate, count, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, minutes, numberOf } from './rule.ts'

/** 1 is Monday, 7 Sunday, 0 no rest day. */
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const f37 = defineRule({
  id: 'F37',
  family: 'time',
  severities: ['W'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['clock-of-the-phone', 'custom-of-the-place', 'entered-in-one-go'],
  inputs: record({ site: text(), on: calendarDate(), minuteOfDay: count(), weekday: count() }),
  thresholds: { opens: minutes(300), closes: minutes(1_140), restDay: numberOf('weekday', 0, [0, 7]) },
  speak: ({ on, minuteOfDay, weekday }, at) => {
    const [opens, closes, restDay] = [at('opens'), at('closes'), at('restDay')]
    const facts = { on, at: clock(minuteOfDay), opens: clock(opens), closes: clock(closes) }
    if (restDay !== 0 && weekday === restDay) return { severity: 'W', facts: { ...facts, why: 'rest-day' } }
    return minuteOfDay < opens || minuteOfDay > closes ? { severity: 'W', facts: { ...facts, why: 'hours' } } : null
  },
})
