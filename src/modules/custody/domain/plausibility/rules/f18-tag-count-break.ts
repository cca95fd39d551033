/* F18: the count of a tag box does not close: opening + received − used − damaged − returned is not what was counted at the end. */
import { calendarDate, count, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, gravest, isAboveShare, share } from './rule.ts'

export const f18 = defineRule({
  id: 'F18',
  family: 'tags',
  severities: ['W', 'A', 'C'],
  evidence: 'D',
  source: 'our-default',
  case: { name: 'masisi-tags', evidence: 'V' },
  evaluated: 'scan',
  explanations: ['count-mistaken', 'tags-in-another-box', 'records-missing'],
  inputs: record({
    box: text(80),
    on: calendarDate(),
    opening: count(),
    received: count(),
    used: count(),
    damaged: count(),
    returned: count(),
    closing: count(),
  }),
  thresholds: { alert: share(100), critical: share(500) },
  speak: ({ on, opening, received, used, damaged, returned, closing }, at) => {
    const expected = opening + received - used - damaged - returned
    const difference = closing - expected
    const above = (hundredths: number) => isAboveShare(Math.abs(difference), opening + received, hundredths)
    return gravest(
      [
        ['C', above(at('critical'))],
        ['A', above(at('alert'))],
        ['W', difference !== 0],
      ],
      {
        ...{ on, opening, received, used, damaged, returned, closing, expected, difference },
      },
    )
  },
})
