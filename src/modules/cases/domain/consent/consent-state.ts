/* What a decision about consent must know of its past, folded from its events. */
import type { ConsentEvent, Disclosure } from './consent-words.ts'
import type { KeptConsent } from './gate.ts'

export interface KeptOverride {
  readonly disclosure: Disclosure
  readonly by: string
  readonly confirmBefore: string
  readonly state: 'provisional' | 'confirmed' | 'lapsed'
}
export interface Consents {
  readonly kept: readonly KeptConsent[]
  readonly overrides: ReadonlyMap<string, KeptOverride>
  readonly bestInterests: { readonly by: string; readonly isApproved: boolean } | null
  /** Referrals whose receiver was asked to stop and erase, and when. */
  readonly erasuresAsked: ReadonlyMap<string, string>
}
export const noConsents: Consents = { kept: [], overrides: new Map(), bestInterests: null, erasuresAsked: new Map() }

export function evolveConsents(consents: Consents, event: ConsentEvent): Consents {
  switch (event.kind) {
    case 'consent.recorded.v1':
      return { ...consents, kept: [...consents.kept, { given: event.payload.given, withdrawn: new Map() }] }
    case 'consent.withdrawn.v1': {
      const { consent, items, at } = event.payload
      const after = (one: KeptConsent): KeptConsent =>
        one.given.consent === consent
          ? { ...one, withdrawn: new Map([...items.map((item) => [item, at] as const), ...one.withdrawn]) }
          : one
      return { ...consents, kept: consents.kept.map(after) }
    }
    case 'consent.best-interests-proposed.v1':
      return { ...consents, bestInterests: { by: event.payload.by, isApproved: false } }
    case 'consent.best-interests-approved.v1':
      return { ...consents, bestInterests: consents.bestInterests && { ...consents.bestInterests, isApproved: true } }
    case 'consent.overridden.v1': {
      const { override, disclosure, by, confirmBefore } = event.payload
      return {
        ...consents,
        overrides: new Map([...consents.overrides, [override, { disclosure, by, confirmBefore, state: 'provisional' }]]),
      }
    }
    case 'consent.override-confirmed.v1':
      return standing(consents, event.payload.override, 'confirmed')
    case 'consent.override-lapsed.v1':
      return standing(consents, event.payload.override, 'lapsed')
    case 'disclosure.erasure-asked.v1': {
      const { referral, at } = event.payload
      return { ...consents, erasuresAsked: new Map([...consents.erasuresAsked, [referral, at]]) }
    }
  }
}
const standing = (consents: Consents, override: string, state: KeptOverride['state']): Consents => ({
  ...consents,
  overrides: new Map([...consents.overrides].map(([id, one]) => [id, id === override ? { ...one, state } : one])),
})
