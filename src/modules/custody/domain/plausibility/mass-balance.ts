/*
What a change of weight says. Grams in, a finding or nothing out; every comparison is made by multiplying, never by dividing,
so that a gram at the edge falls on the same side on every machine. It refuses to know lots, tags and persons.
*/
import type { Finding } from '../../contract.ts'
import { type Leg, combinationExcess, weightRanges } from './tolerances.ts'

const ALL = 10_000

/** F08 weight gain, F09 weight leak: the same goods on two scales. Facts in grams and in hundredths of a percent. */
export function weightChange(leg: Leg, beforeGrams: number, afterGrams: number): Finding | null {
  const range = weightRanges[leg]
  const facts = { leg, beforeGrams, afterGrams, changeGrams: afterGrams - beforeGrams }
  if (exceeds(afterGrams, beforeGrams, range.gainWarn)) {
    const severity = exceeds(afterGrams, beforeGrams, range.gainCritical) ? 'C' : 'A'
    return { rule: 'F08', severity, facts: { ...facts, allowedHundredthsOfPercent: range.gainWarn } }
  }
  if (fallsShort(afterGrams, beforeGrams, range.lossWarn)) {
    const severity = fallsShort(afterGrams, beforeGrams, range.lossCritical) ? 'C' : 'A'
    return { rule: 'F09', severity, facts: { ...facts, allowedHundredthsOfPercent: range.lossWarn } }
  }
  return null
}

/** F23: a lot weighs more than 1.01 times what went into it. Critical, because the surplus has no origin. */
export function combinationFinding(inputGrams: number, massGrams: number): Finding | null {
  const allowed = combinationExcess.hundredthsOfPercent
  if (!exceeds(massGrams, inputGrams, allowed)) return null
  return {
    rule: 'F23',
    severity: 'C',
    facts: { inputGrams, massGrams, excessGrams: massGrams - inputGrams, allowedHundredthsOfPercent: allowed },
  }
}

/** F22: more was drawn from a lot than it holds. */
export function doubleSpendFinding(lot: string, massGrams: number, drawnGrams: number): Finding | null {
  if (drawnGrams <= massGrams) return null
  return { rule: 'F22', severity: 'C', facts: { lot, massGrams, drawnGrams, missingGrams: drawnGrams - massGrams } }
}

const exceeds = (after: number, before: number, hundredths: number): boolean => after * ALL > before * (ALL + hundredths)
const fallsShort = (after: number, before: number, hundredths: number): boolean => after * ALL < before * (ALL - hundredths)
