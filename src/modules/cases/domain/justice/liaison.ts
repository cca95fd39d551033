/*
Which body of justice or of legal aid follows the complaint itself: one to which the case was sent for that, which took it on, and to which the person agreed to report. Where the referral
ends or the yes is taken back it follows nothing any more, by the same rule and in the same moment. What the person wishes is noted by who accompanies them.
*/
import type { Outcome } from '../../../../kernel/outcome.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { ServiceType } from '../../contract-directory.ts'
import type { AgeBand } from '../consent/age-bands.ts'
import { consentFor } from '../consent/gate.ts'
import { givingOf } from '../consent/giving-of.ts'
import { gateOf } from '../consent/release.ts'
import type { CaseWhole } from '../file/file-state.ts'
import type { JusticeCommand } from './justice-track.ts'

/** Services under which a complaint is followed (D). */
export const JUSTICE_SERVICES: readonly ServiceType[] = ['legal', 'police']
/** Steps that belong to the team: the person decides them there, or they say what somebody outside may not say alone. */
export const OF_THE_TEAM: readonly JusticeCommand['step'][] = ['wish-no-action', 'confirm-final']

export interface LiaisonAsked {
  readonly organisation: OrganisationId | null
  readonly at: string
  /** Ages of consent of the body that keeps the case; without them, ours. */
  readonly bands?: readonly AgeBand[]
  /** Of which of several referrals to that body; absent: of any. */
  readonly referral?: string
}
/** Refuses with `unknown-referral`, `justice-after-acceptance` and as the consent gate does. */
export function liaisonFor(
  { file, profile }: Pick<CaseWhole, 'file' | 'profile'>,
  { organisation, at, referral, bands }: LiaisonAsked,
): Outcome<null> {
  const sent = [...file.referrals.values()].filter(
    (one) => one.recipient === organisation && JUSTICE_SERVICES.includes(one.service) && (referral ?? one.referral) === one.referral,
  )
  if (organisation === null || sent.length === 0) return refused('unknown-referral')
  if (!sent.some(({ state }) => state === 'accepted' || state === 'in-service')) return refused('justice-after-acceptance')
  const gate = gateOf({ consents: file.consents, giving: givingOf(profile, bands), at })
  const agreed = consentFor(gate, { purpose: 'justice-report', recipient: organisation, service: null, fields: ['subject-code'] })
  return agreed.ok ? accepted(null) : agreed
}
