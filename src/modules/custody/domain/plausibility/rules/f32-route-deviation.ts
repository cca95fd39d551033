/* F32: on the road more than twice as long as usual, away from the corridor, or on a corridor that crosses a roadblock where armed men were reported. */
import { calendarDate, count, orNull, record, text, yesOrNo } from '../../../../../kernel/schema.ts'
import { defineRule, isAboveShare, metres, share } from './rule.ts'

export const f32 = defineRule({
  id: 'F32',
  family: 'place',
  severities: ['W', 'A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['rain-on-the-road', 'road-closed', 'poor-position'],
  inputs: record({
    paper: orNull(text(60)),
    sentOn: calendarDate(),
    minutes: count(),
    usualMinutes: orNull(count()),
    metresOff: orNull(count()),
    roadblock: yesOrNo(),
  }),
  thresholds: { factor: share(20_000), corridor: metres(5_000) },
  speak: ({ paper, sentOn, minutes, usualMinutes, metresOff, roadblock }, at) => {
    const facts = { paper, sentOn, minutes, usualMinutes, metresOff }
    if (roadblock) return { severity: 'A', facts: { ...facts, why: 'roadblock' } }
    if (metresOff !== null && metresOff > at('corridor')) return { severity: 'W', facts: { ...facts, why: 'off-corridor' } }
    const isLong = usualMinutes !== null && usualMinutes > 0 && isAboveShare(minutes, usualMinutes, at('factor'))
    return isLong ? { severity: 'W', facts: { ...facts, why: 'too-long' } } : null
  },
})
