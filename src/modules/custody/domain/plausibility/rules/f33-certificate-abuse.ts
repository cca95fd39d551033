/* F33: a certificate whose number stands twice, that runs longer than ninety days, that covers more than its dossier, or whose origins are not those of the chain. */
import { calendarDate, count, grams, listOf, record, text } from '../../../../../kernel/schema.ts'
import { daysBetween } from '../../../../../kernel/calendar.ts'
import { type Facts, days, defineRule } from './rule.ts'

const setText = (codes: readonly string[]): string => [...new Set(codes)].sort().join(';')

export const f33 = defineRule({
  id: 'F33',
  family: 'parties',
  severities: ['C'],
  evidence: 'V',
  source: 'icglr-standards',
  evaluated: 'scan',
  explanations: ['reissued-certificate', 'lot-not-yet-recorded', 'typing-error'],
  inputs: record({
    certificate: text(60),
    others: count(),
    issuedOn: calendarDate(),
    expiresOn: calendarDate(),
    massGrams: grams(),
    dossierGrams: grams(),
    statedOrigins: listOf(text(40), 100),
    foundOrigins: listOf(text(40), 100),
  }),
  // The ninety days are the region's: a country may be stricter, not laxer.
  thresholds: { days: { ...days(90), most: 90 } },
  speak: ({ certificate, others, issuedOn, expiresOn, massGrams, dossierGrams, statedOrigins, foundOrigins }, at) => {
    const spoken = (why: string, more: Facts) => ({ severity: 'C', facts: { certificate, why, ...more } }) as const
    if (others > 0) return spoken('number-twice', { others })
    const days = daysBetween(issuedOn, expiresOn)
    if (days > at('days')) return spoken('too-long', { issuedOn, expiresOn, days })
    if (massGrams > dossierGrams) return spoken('above-dossier', { massGrams, dossierGrams })
    const [stated, found] = [setText(statedOrigins), setText(foundOrigins)]
    return stated === found ? null : spoken('origins', { stated, found })
  },
})
