/* Whether the person agreed to be contacted at all, by the same gate that the server asks. */
import type { Disclosure } from '../../domain/consent/consent-words.ts'
import { consentFor } from '../../domain/consent/gate.ts'
import { ownWork } from '../../domain/consent/release.ts'
import { type GateAsked, gateOfCase } from './case-gate.ts'

export function isContactAgreed(whole: GateAsked, now: string): boolean {
  const gate = gateOfCase(whole, now)
  if (gate === null) return false
  const followUp: Disclosure = { purpose: 'follow-up-contact', recipient: null, service: null, fields: [] }
  return consentFor(gate, ownWork).ok || consentFor(gate, followUp).ok
}
