/* Whether the person agreed to be contacted at all, by the same gate that the server asks. */
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { firstAgeBands } from '../../domain/consent/age-bands.ts'
import type { Disclosure } from '../../domain/consent/consent-words.ts'
import { consentFor } from '../../domain/consent/gate.ts'
import { gateOf, ownWork } from '../../domain/consent/release.ts'
import { ageBandOf } from '../../domain/profile/profile.ts'

const youngest = firstAgeBands.toSorted((a, b) => a.fromYears - b.fromYears)[0]
export function isContactAgreed({ file, profile }: Pick<CaseWhole, 'file' | 'profile'>, now: string): boolean {
  const band = (profile ? ageBandOf(profile) : undefined) ?? youngest
  if (band === undefined || now === '') return false
  const gate = gateOf({ consents: file.consents, giving: { band, isMature: profile?.isMature ?? false }, at: now })
  const followUp: Disclosure = { purpose: 'follow-up-contact', recipient: null, service: null, fields: [] }
  return consentFor(gate, ownWork).ok || consentFor(gate, followUp).ok
}
