/*
Which sentence a finding takes: the rule's number, and where a rule speaks in several ways, which of them. Pure, so that a test
can hold every variant to a sentence in both languages.
*/
import type { Finding } from '../../contract.ts'

/** `finding.F02.other-site` and the like; the key may be missing for a rule that is newer than this program. */
export function findingKey({ rule, severity, facts }: Finding): string {
  const variant = variantOf(rule, severity, facts)
  return variant === null ? `finding.${rule}` : `finding.${rule}.${variant}`
}

function variantOf(rule: string, severity: string, facts: Finding['facts']): string | null {
  switch (rule) {
    case 'F02':
      return String(facts['why'])
    case 'F03':
      if (facts['activatedFor'] !== undefined) return `activated-${String(facts['activatedFor'])}`
      return facts['declared'] === undefined ? (facts['allocatedOn'] === null ? 'not-allocated' : 'too-early') : 'declared'
    case 'F04':
      return statusVariant(facts)
    case 'F39':
    case 'P10':
      return String(facts['why'])
    case 'F13':
      return String(facts['what'])
    case 'P01':
    case 'P03':
      return severity === 'C' ? 'impossible' : 'unusual'
    default:
      return null
  }
}

/** Which clock ran out, where that was kept: a green that the rule treats as blue is still a green that lapsed. */
function statusVariant(facts: Finding['facts']): string {
  if (facts['internal'] === null) return 'no-site'
  if (facts['hold'] === true) return 'hold'
  if (facts['lapsed'] !== true) return 'status'
  if (typeof facts['lapsedOn'] !== 'string') return 'lapsed'
  return facts['basis'] === 'reported' ? 'status' : `lapsed-${String(facts['lapsedColour'])}`
}
