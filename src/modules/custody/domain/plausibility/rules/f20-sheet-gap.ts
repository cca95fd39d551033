/* F20: numbers are missing in a series of log sheets. */
import { count, listOf, maybe, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, gravest, times } from './rule.ts'

export const f20 = defineRule({
  id: 'F20',
  family: 'patterns',
  severities: ['W', 'A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['sheet-spoilt', 'office-without-network', 'typing-error'],
  /** `from`: the first number of the book, where it is known; what is missing before the first sheet counts then as well. */
  inputs: record({ book: text(80), sheets: listOf(count(), 10_000), from: maybe(count()) }),
  thresholds: { alert: times(3) },
  speak: ({ book, sheets, from }, at) => {
    if (sheets.length === 0) return null
    const there = new Set(sheets)
    const sorted = [...there].sort((a, b) => a - b)
    const [first = 0, last = 0] = [from ?? sorted[0], sorted.at(-1)]
    const missing = last - first + 1 - there.size
    let example = first
    while (there.has(example)) example += 1
    return gravest(
      [
        ['A', missing > at('alert')],
        ['W', missing > 0],
      ],
      { book, first, last, missing, example },
    )
  },
})
