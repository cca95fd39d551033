/* F10: more than half of the bags of one sheet show the same weight, to the gram. */
import { grams, listOf, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, isAboveShare, part, shareOf, times } from './rule.ts'

export const f10 = defineRule({
  id: 'F10',
  family: 'patterns',
  severities: ['A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['standard-bags', 'scale-shows-halves', 'typing-error'],
  inputs: record({ sheet: text(), massesGrams: listOf(grams(), 5_000) }),
  thresholds: { share: part(5_000), leastBags: times(10) },
  speak: ({ massesGrams }, at) => {
    const bags = massesGrams.length
    const counts = new Map<number, number>()
    for (const mass of massesGrams) counts.set(mass, (counts.get(mass) ?? 0) + 1)
    const [massGrams, same] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])
    if (bags < at('leastBags') || !isAboveShare(same, bags, at('share'))) return null
    return { severity: 'A', facts: { bags, same, massGrams, sameHundredthsOfPercent: shareOf(same, bags) } }
  },
})
