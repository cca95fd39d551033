/*
What would go to a service, field by field, before anything goes: what the consent covers and what it does not, and why not. Coded fields are said by the
server by their name; whatever could say who somebody is, or is said in words, is written here and sealed to the readers of the receiving body.
*/
import type { Outcome } from '../../../../kernel/outcome.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { ServicePointLine } from '../../contract-directory.ts'
import type { AgeBand } from '../../domain/consent/age-bands.ts'
import { firstRules } from '../../domain/rules/protection-rules.ts'
import { addHours } from '../../domain/clocks/instants.ts'
import { releaseFor } from '../../domain/consent/release.ts'
import { minimumSet } from '../../domain/consent/purposes.ts'
import type { CaseFile } from '../../domain/case/case-file.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { PackageField, type ServiceType } from '../../domain/referral/referral-words.ts'
import { bandFor } from '../consent/consent-draft.ts'

/** Said by the server from the coded part of the file. */
const CODED: readonly PackageField[] = ['subject-code', 'age-band', 'gender', 'languages', 'disability', 'nationality', 'urgency']
export const isCoded = (field: PackageField): boolean => CODED.includes(field)

export interface FieldPlan {
  readonly field: PackageField
  readonly isMinimum: boolean
  readonly isCoded: boolean
  /** Of a coded field: the file says something. What it does not say goes as not known. */
  readonly isKnown: boolean
  /** `null`: it may go. */
  readonly refusal: { readonly code: string; readonly facts: { readonly [name: string]: unknown } } | null
}
type Said = 'gender' | 'languages' | 'disability' | 'citizenship'
function isKnown(field: PackageField, profile: PackageAsked['profile']): boolean {
  switch (field) {
    case 'age-band':
      return profile !== null
    case 'gender':
      return profile !== null && profile.gender !== 'NonSpecifiedUnknown'
    case 'languages':
      return (profile?.languages.length ?? 0) > 0
    case 'disability':
      return profile !== null && profile.disability !== 'not-asked'
    case 'nationality':
      return (profile?.citizenship.length ?? 0) > 0
    default:
      return true
  }
}
export interface PackageAsked {
  readonly file: Pick<CaseFile, 'consents' | 'referrals'>
  readonly profile: Pick<Profile, 'age' | 'isMature' | Said> | null
  readonly recipient: OrganisationId
  readonly service: ServiceType
  readonly at: string
  /** Of the body whose case it is. */
  readonly bands?: readonly AgeBand[]
}
function released(
  { file, profile, recipient, service, at, bands }: PackageAsked,
  fields: readonly PackageField[],
): Outcome<unknown> | null {
  const band = bandFor(profile, bands)
  if (!band) return null
  const spent = [...file.referrals.values()].flatMap((one) => (one.basis?.kind === 'override' ? [one.basis.id] : []))
  const releasing = { consents: file.consents, giving: { band, isMature: profile?.isMature ?? false }, at, spent }
  return releaseFor(releasing, { purpose: 'service-referral', recipient, service, fields: [...fields] })
}
/** The least that the service needs first, then the rest, which as a rule is refused. */
export function packagePlan(asked: PackageAsked): readonly FieldPlan[] {
  const least = minimumSet(asked.service)
  const others = PackageField.options.filter((field) => !least.includes(field))
  return [...least, ...others].map((field) => {
    const outcome = released(asked, [field])
    const refusal = outcome === null || outcome.ok ? null : outcome.refusal
    return { field, isMinimum: least.includes(field), isCoded: isCoded(field), isKnown: isKnown(field, asked.profile), refusal }
  })
}
/** Why nothing at all may go to this body for this service; `null` when something may. */
export const gateFor = (asked: PackageAsked): FieldPlan['refusal'] => {
  const outcome = released(asked, [])
  return outcome === null || outcome.ok ? null : outcome.refusal
}
/** By when an answer is asked, by urgency (D). */
export function respondBy(urgency: 'high' | 'medium' | 'low', now: string, { clocks } = firstRules.clocks): string {
  const length = clocks['referral-answered'].lengths[urgency][0] ?? { unit: 'days', value: 7 }
  return addHours(now, length.unit === 'hours' ? length.value : length.value * 24)
}

type Receiver = Pick<ServicePointLine['facts'], 'organisation'>
/** A body that receives here comes first; nobody is left out. */
export const receivingFirst = <Line extends { readonly line: { readonly facts: Receiver } }>(lines: readonly Line[]): readonly Line[] =>
  lines.toSorted((a, b) => Number(a.line.facts.organisation === null) - Number(b.line.facts.organisation === null))
/** Who does not receive in Chanzo is reached with a slip in hand or by telephone. */
export const waysFor = ({ organisation }: Receiver) =>
  organisation === null ? (['paper-code', 'phone'] as const) : (['in-system', 'paper-code', 'phone'] as const)
/** What the plan asks for and nobody was asked for yet. */
export function nextService({ plan, referrals }: Pick<CaseFile, 'plan' | 'referrals'>): ServiceType {
  const asked = [...referrals.values()].map((one) => one.service)
  const planned = [...plan.serviceTypes.values()]
  return planned.find((one) => !asked.includes(one)) ?? planned[0] ?? 'medical'
}
