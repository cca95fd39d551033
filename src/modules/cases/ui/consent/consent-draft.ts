/*
Consent while it is being asked: one row for each question, nothing answered until it was put. What is not put this time is not sent and overwrites nothing; a row for a service or
a body is added by hand, because each is a question of its own. Nothing here decides: what the person said is recorded as it was said.
*/
import { asId } from '../../../../kernel/schema.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import { type AgeBand, firstAgeBands, isGivenByWhoMay, youngestBand } from '../../domain/consent/age-bands.ts'
import type { Consent, ConsentItem, Extent, Purpose } from '../../domain/consent/consent-words.ts'
import { type KeptConsent, type Withheld, answersNow, isSameQuestion } from '../../domain/consent/gate.ts'
import { purposeRules } from '../../domain/consent/purposes.ts'
import { endOfLocalDay } from '../../domain/clocks/instants.ts'
import type { CaseFile } from '../../domain/case/case-file.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { ageBandOf, isChild } from '../../domain/profile/profile.ts'
import { type ReferralFile, isOpenReferral } from '../../domain/referral/referral.ts'
import type { PackageField, ServiceType } from '../../domain/referral/referral-words.ts'
import { FIRST_ZONE } from '../../domain/rules/area-zone.ts'
import { threeLetters } from '../languages.ts'

export const POLICY_VERSION = '2026-1'
export interface QuestionRow {
  readonly key: string
  readonly purpose: Purpose
  readonly recipient: string
  readonly service: ServiceType | ''
  readonly extent: Extent
  readonly answer: ConsentItem['answer']
}
export interface ConsentDraft {
  readonly rows: readonly QuestionRow[]
  readonly explained: readonly string[]
  readonly givenBy: Consent['givenBy']
  readonly assentOfChild: Consent['assentOfChild']
  readonly guardianAgrees: Consent['guardianAgrees']
  readonly form: Consent['form']
  readonly language: string
  readonly interpreterUsed: boolean
  readonly withheldFields: readonly PackageField[]
  readonly withheldFrom: readonly string[]
  /** All that was ever kept back: what of it is not kept back now, the person lifts. */
  readonly keptBefore: Withheld
  readonly reason: string
  readonly evidence: string
  /** A file of the vault of proofs, by the text that describes it; empty: none. */
  readonly proof: string
  /** A day, or empty: until it is withdrawn. */
  readonly validTo: string
}
export const needsBody = (purpose: Purpose): boolean => purposeRules[purpose].recipient === 'named'
export const newRow = (purpose: Purpose, key: string): QuestionRow => ({
  ...{ key, purpose, recipient: '', service: purpose === 'service-referral' ? 'medical' : '' },
  ...{ extent: purposeRules[purpose].extents[0] ?? 'full', answer: 'not-asked' },
})
/** What is asked of everybody; what goes to a body is added with the body. */
const ALWAYS: readonly Purpose[] = ['case-management', 'follow-up-contact', 'non-identifiable-statistics', 'research-synthetic']
export const ADDED: readonly Purpose[] = [
  ...(['service-referral', 'case-transfer', 'justice-report', 'family-tracing', 'authority-identification'] as const),
  'communication-testimony',
]
/** What the person keeps back goes on until they say otherwise: `before` is all that was recorded. */
export const newConsent = (profile: Pick<Profile, 'age' | 'languages'> | null, before: readonly Consent[] = []): ConsentDraft => ({
  ...{ rows: ALWAYS.map((purpose) => newRow(purpose, purpose)), explained: [], givenBy: 'self', form: 'written' },
  assentOfChild: profile && isChild(profile) ? 'no' : 'not-applicable',
  guardianAgrees: profile && isChild(profile) ? 'no' : 'not-applicable',
  ...{ language: threeLetters(profile?.languages[0] ?? 'swa'), interpreterUsed: false },
  ...{ withheldFields: saidOf(before).fields, withheldFrom: saidOf(before).from, keptBefore: everWithheld(before) },
  ...{ reason: '', evidence: '', proof: '', validTo: '' },
})

const everWithheld = (before: readonly Consent[]): Withheld => ({
  fields: [...new Set(before.flatMap((one) => one.withheldFields))],
  from: [...new Set(before.flatMap((one) => one.withheldFrom))],
})
/** As the person said it, whether or not the gate took their word for it. */
function saidOf(before: readonly Consent[]): Withheld {
  const kept = before.reduce<Withheld>(
    (now, one) => ({
      fields: [...now.fields.filter((field) => !one.liftedFields?.includes(field)), ...one.withheldFields],
      from: [...now.from.filter((body) => !one.liftedFrom?.includes(body)), ...one.withheldFrom],
    }),
    { fields: [], from: [] },
  )
  return { fields: [...new Set(kept.fields)], from: [...new Set(kept.from)] }
}

/** What was not put to the person this time is not sent: what they said of it before holds. */
export const answered = (rows: readonly QuestionRow[]): readonly QuestionRow[] => rows.filter((row) => row.answer !== 'not-asked')
/**
 * What a yes still lacks: an agreement that was not explained, or that nothing proves, is none. A no is noted at once, because it protects whatever was
 * said before it.
 */
export function lackingFor(
  { rows, explained, evidence, proof = '' }: Pick<ConsentDraft, 'rows' | 'explained' | 'evidence'> & Partial<Pick<ConsentDraft, 'proof'>>,
  toExplain: readonly string[],
): { readonly explanations: number; readonly proof: boolean } {
  const isYes = rows.some((row) => row.answer === 'yes')
  return {
    explanations: isYes ? toExplain.filter((one) => !explained.includes(one)).length : 0,
    proof: isYes && evidence.trim() === '' && proof === '',
  }
}
/** Rows whose answer cannot be recorded yet: a body is missing. */
export const unfinished = (rows: readonly QuestionRow[]): readonly QuestionRow[] =>
  answered(rows).filter((row) => needsBody(row.purpose) && row.recipient === '')
const bodyOf = (recipient: string): OrganisationId | null => (recipient === '' ? null : asId('organisation', recipient))

interface Making {
  readonly now: string
  readonly newId: () => string
  /** Where the last day ends. */
  readonly zone?: string
  readonly evidence?: Consent['evidence']
  readonly reasonWithheld?: Consent['reasonWithheld']
}
export function consentOf(draft: ConsentDraft, { now, newId, evidence, reasonWithheld, zone = FIRST_ZONE }: Making): Consent {
  const { givenBy, assentOfChild, guardianAgrees, form, language, interpreterUsed, explained, withheldFields, withheldFrom } = draft
  const liftedFields = draft.keptBefore.fields.filter((field) => !withheldFields.includes(field))
  const liftedFrom = draft.keptBefore.from.filter((body) => !withheldFrom.includes(body))
  return {
    consent: asId('consent', newId()),
    ...{ givenBy, assentOfChild, guardianAgrees, form, language, interpreterUsed, explained: [...explained] },
    items: answered(draft.rows).map(({ purpose, recipient, service, extent, answer }) => ({
      ...{ id: newId(), purpose, recipient: bodyOf(recipient), extent, answer },
      ...(service === '' ? {} : { service }),
    })),
    withheldFields: [...withheldFields],
    withheldFrom: withheldFrom.map((one) => asId('organisation', one)),
    ...(liftedFields.length > 0 ? { liftedFields } : {}),
    ...(liftedFrom.length > 0 ? { liftedFrom } : {}),
    ...{ validFrom: now, validTo: draft.validTo === '' ? null : endOfLocalDay(draft.validTo, zone), policyVersion: POLICY_VERSION },
    ...(evidence ? { evidence } : {}),
    ...(reasonWithheld ? { reasonWithheld } : {}),
  }
}

/** Until the age is known, the youngest band is asked. */
export const bandFor = (profile: Pick<Profile, 'age'> | null, bands = firstAgeBands): AgeBand | undefined =>
  profile ? ageBandOf(profile, bands) : youngestBand(bands)
/** Whether the gate will take it; it is recorded either way. */
export function isWorth(
  draft: Pick<ConsentDraft, 'givenBy' | 'assentOfChild' | 'guardianAgrees'>,
  profile: Pick<Profile, 'age' | 'isMature'> | null,
  { isDecidedInBestInterests, bands }: { readonly isDecidedInBestInterests: boolean; readonly bands?: readonly AgeBand[] },
): boolean {
  const band = bandFor(profile, bands)
  return band !== undefined && isGivenByWhoMay(draft, band, { isMature: profile?.isMature ?? false, isDecidedInBestInterests })
}

export interface HeldAnswer {
  readonly item: ConsentItem
  readonly consent: Consent['consent']
  readonly since: string
  readonly until: string | null
  readonly state: 'holds' | 'no' | 'not-asked' | 'withdrawn' | 'expired'
  readonly withdrawnAt: string | null
}
/** The newest answer to each question that was put, with since when it holds. */
export function heldAnswers(kept: readonly KeptConsent[], now: string): readonly HeldAnswer[] {
  return answersNow({ consents: kept }).flatMap(({ item, withdrawnAt }) => {
    const of = kept.find((one) => one.given.items.includes(item))
    if (!of) return []
    const { consent, validFrom: since, validTo: until } = of.given
    const isOver = until !== null && until < now
    const state =
      withdrawnAt !== null
        ? 'withdrawn'
        : item.answer !== 'yes'
          ? item.answer === 'no'
            ? 'no'
            : 'not-asked'
          : isOver
            ? 'expired'
            : 'holds'
    return [{ item, consent, since, until, state, withdrawnAt }]
  })
}

/** What a withdrawal of these answers will cut; the decider cuts the same. */
export function cutsOf(
  file: Pick<CaseFile, 'consents' | 'referrals'>,
  items: readonly ConsentItem[],
): { readonly stopsWork: boolean; readonly referrals: readonly ReferralFile[] } {
  const stopsWork = items.some((item) => item.purpose === 'case-management' && item.answer === 'yes')
  const ids = file.consents.kept
    .flatMap((one) => one.given.items)
    .filter((one) => items.some((item) => isSameQuestion(item, one)))
    .map((one) => one.id)
  const referrals = [...file.referrals.values()].filter(
    (one) => isOpenReferral(one) && (stopsWork || (one.basis?.kind === 'consent-item' && ids.includes(one.basis.id))),
  )
  return { stopsWork, referrals }
}
