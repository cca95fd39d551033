/*
Which sentence tells a finding: one rule may speak for several reasons, and each has its own words. The keys stand in `words/`;
placeholders in a sentence are the names of the finding's facts.
*/
import type { Finding } from '../contract.ts'

/** Key of the sentence in the words of this module, e.g. `finding.F02.other-site`; facts choose among variants. */
export function findingKey({ rule, facts }: Finding): string {
  switch (rule) {
    case 'F02':
      return `finding.F02.${String(facts['why'])}`
    case 'F03':
      return `finding.F03.${facts['declared'] !== undefined ? 'declared' : facts['allocatedOn'] === null ? 'not-allocated' : 'too-early'}`
    case 'F04':
      return `finding.F04.${facts['site'] === null ? 'no-site' : facts['hold'] === true ? 'hold' : facts['lapsed'] === true ? 'lapsed' : 'status'}`
    case 'F13':
      return `finding.F13.${String(facts['what'])}`
    case 'P01':
    case 'P03':
      return `finding.${rule}.${facts['limitGrams'] !== undefined || facts['impossible'] === true ? 'impossible' : 'unusual'}`
    default:
      return `finding.${rule}`
  }
}
