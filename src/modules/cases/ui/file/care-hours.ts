/*
What the opened story says of the hours of medical care. That no time was said is no comfort: nobody may have asked, or the person did not wish to tell, and
then a time limit may well be running.
*/
import { longestMedicalHours } from '../../domain/identification/screening-flow.ts'
import { hoursSince } from '../screening/medical-hours.tsx'
import { violenceIn } from '../screening/screening-steps.ts'

export type CareSaid = { readonly kind: 'running'; readonly hours: number } | { readonly kind: 'over' } | { readonly kind: 'unsaid' }
export function careSaid(texts: Parameters<typeof violenceIn>[0], now: string): CareSaid {
  const at = violenceIn(texts)
  if (at === null) return { kind: 'unsaid' }
  const hours = hoursSince(at, now)
  return hours < longestMedicalHours() ? { kind: 'running', hours } : { kind: 'over' }
}
