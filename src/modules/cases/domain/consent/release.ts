/*
What may leave at this moment: consent first, and where it fails an override that stands, for exactly what it was made for, once. An override
counts at once, because danger does not wait for a second signature; without that signature it ends after a day and takes back what it let out.
*/
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import type { Basis } from '../referral/referral-words.ts'
import type { Disclosure } from './consent-words.ts'
import type { Consents, KeptOverride } from './consent-state.ts'
import { type Gate, type Giving, consentFor } from './gate.ts'

export interface Releasing {
  readonly consents: Consents
  readonly giving: Omit<Giving, 'isDecidedInBestInterests'>
  readonly at: string
  /** Overrides that something already left on. */
  readonly spent: readonly string[]
}
/** Work on the case itself, by our own organisation. */
export const ownWork: Disclosure = { purpose: 'case-management', recipient: null, service: null, fields: [] }
export const gateOf = ({ consents, giving, at }: Omit<Releasing, 'spent'>): Gate => ({
  ...{ consents: consents.kept, at },
  giving: { ...giving, isDecidedInBestInterests: consents.bestInterests?.isApproved === true },
})

export function releaseFor(releasing: Releasing, disclosure: Disclosure): Outcome<Basis> {
  const byConsent = consentFor(gateOf(releasing), disclosure)
  if (byConsent.ok) return byConsent
  const found = [...releasing.consents.overrides].find(
    ([id, one]) => !releasing.spent.includes(id) && stands(one, releasing.at) && covers(one.disclosure, disclosure),
  )
  return found ? accepted({ kind: 'override', id: found[0] }) : byConsent
}
const stands = (one: KeptOverride, at: string): boolean =>
  one.state === 'confirmed' || (one.state === 'provisional' && at <= one.confirmBefore)
const covers = (allowed: Disclosure, asked: Disclosure): boolean =>
  allowed.purpose === asked.purpose &&
  allowed.recipient === asked.recipient &&
  allowed.service === asked.service &&
  asked.fields.every((field) => allowed.fields.includes(field))
