/*
What a decision about a case must know of the world, as the server or a device hands it over, and the part of it that each area asks for. What
follows from the case itself (age, legal hold, days of retention) is worked out here and never handed over: it could be wrong there.
*/
import type { AccountId, OrganisationId } from '../../../people/contract.ts'
import type { VaultName } from '../../contract-vault.ts'
import type { Standing } from '../access/standing.ts'
import type { AttachmentContext } from '../attachments/attachment.ts'
import type { CaseContext } from '../case/case-file.ts'
import { consentFor } from '../consent/gate.ts'
import { gateOf } from '../consent/release.ts'
import { type AgeBand, youngestBand } from '../consent/age-bands.ts'
import type { HandedKey } from '../handover/handover.ts'
import type { DecidingBody, Decider } from '../identification/determination-words.ts'
import { ageBandOf, isChild, leastYears, provinceOf } from '../profile/profile.ts'
import { anonymousFactsOf } from '../retention/anonymous-facts.ts'
import { type KeyGeneration, OVER, type RetentionContext, isHeld } from '../retention/shredding.ts'
import { type Kept, type RetentionRules, dueOn } from '../retention/schedule.ts'
import { type ProtectionRules, firstRules } from '../rules/protection-rules.ts'
import type { WitnessContext } from '../witness/witness.ts'
import type { CaseWhole } from './file-state.ts'
import type { ThingsContext } from './things.ts'

export interface FileContext {
  readonly standing: Standing
  readonly by: AccountId
  readonly organisation: OrganisationId | null
  /** The server’s hour: every gate, clock and two-person rule goes by it. */
  readonly at: string
  /** When it was done, as a device says it, never after now: for what was observed, not for what is decided. */
  readonly toldAt: string
  readonly today: string
  readonly keyHolders: ReadonlyMap<string, OrganisationId | null>
  readonly custodians: ReadonlySet<string>
  /** Of each key that comes: to whom it was wrapped. */
  readonly wraps: readonly { readonly vault: VaultName; readonly readers: readonly string[] }[]
  readonly maySupervise: boolean
  readonly mayProtectData: boolean
  readonly mayOverride: boolean
  readonly mayManageReferrals: boolean
  readonly mayNameReaders: boolean
  readonly isTrained: boolean
  /** In the protection of children, as somebody else noted it. */
  readonly isTrainedForChildren: boolean
  readonly isWorkerActive: boolean
  readonly isOnCommittee: boolean
  readonly isInShelter: boolean
  readonly qualifiedToReview: boolean
  readonly decider: Decider
  readonly competent: readonly DecidingBody[]
  readonly justiceBody: OrganisationId | null
  /** Of the bodies that a step names, those that bear arms. */
  readonly armed?: readonly string[]
  /** Of the accounts that a step calls onto a panel, those that are open and signed the undertaking of this year. */
  readonly bound?: readonly string[]
  /** Keys of an offer to another body that lie wrapped to the keys which its takers have now. */
  readonly handed?: readonly HandedKey[]
  readonly newConflict: CaseContext['newConflict']
  /** Of the body whose case it is; without them the program’s own. */
  readonly rules?: ProtectionRules
}

/** Until the age is known the youngest band is asked, so that nobody is let give what a child could not. */
export const bandOfPerson = (profile: CaseWhole['profile'], { ageBands }: Pick<ProtectionRules, 'ageBands'>): AgeBand =>
  (profile ? ageBandOf(profile, ageBands) : undefined) ?? youngestBand(ageBands)

export function caseContextOf(whole: CaseWhole, context: FileContext): CaseContext {
  const { profile, retention } = whole
  const { rules = firstRules } = context
  const band = bandOfPerson(profile, rules)
  const { by, at, today, organisation, maySupervise, mayOverride, mayManageReferrals, isTrained, isWorkerActive, isInShelter } = context
  return {
    ...{ by, at, organisation, maySupervise, mayOverride, mayManageReferrals, isTrained, isWorkerActive, isInShelter },
    ...{ giving: { band, isMature: profile?.isMature ?? false }, isChild: profile ? isChild(profile) : true },
    isUnderLegalHold: isHeld(retention, today),
    isRetentionOver: isOver(dueDaysOf(whole, rules.retention).caseDueOn, today),
    ...{ confirmWithinHours: rules.overrideHours, graceHours: rules.clocks.graceHours },
    ...{ rules: { safety: rules.safety, lostContact: rules.lostContact }, newConflict: context.newConflict },
  }
}

export const attachmentContextOf = ({ access, file, retention }: CaseWhole, { by, at, today }: FileContext): AttachmentContext => ({
  ...{ by, at, access, consents: file.consents, referrals: file.referrals, isUnderLegalHold: isHeld(retention, today) },
})
export const thingsContextOf = (whole: CaseWhole, context: FileContext): ThingsContext => {
  const { giving, isChild: ofChild } = caseContextOf(whole, context)
  const { panel } = context.rules ?? firstRules
  return { ...context, consents: whole.file.consents, giving, isChild: ofChild, panel }
}
const isOver = (due: string | null, today: string): boolean => due !== null && due <= today

export const witnessContextOf = (whole: CaseWhole, context: FileContext): WitnessContext => {
  const { giving } = caseContextOf(whole, context)
  const gate = gateOf({ consents: whole.file.consents, giving, at: context.at })
  const agreed = consentFor(gate, { purpose: 'case-management', recipient: null, service: null, fields: [] })
  return { by: context.by, at: context.at, mayNameReaders: context.mayNameReaders, isWitnessAgreed: agreed.ok }
}

/** One name for each key that there ever was. */
export const generationsOf = ({ access }: CaseWhole): readonly KeyGeneration[] =>
  [...access.generations].flatMap(([vault, newest]) =>
    Array.from({ length: newest }, (_, index) => ({
      ...({ vault, holds: vault === 'evidence' ? 'consent-evidence' : 'person', generation: String(index + 1) } as const),
    })),
  )

export interface DueDays {
  readonly caseDueOn: string | null
  readonly evidenceDueOn: string | null
  readonly witnessDueOn: string | null
}
/** Days from which parts of a case are no longer kept, by the schedule as it stands. */
export function dueDaysOf(whole: CaseWhole, rulebook: RetentionRules = firstRules.retention): DueDays {
  const { file, profile, things, witness } = whole
  const openedOn = file.openedAt?.slice(0, 10) ?? null
  const endedOn = endOf(whole)
  const closed: Kept | null =
    openedOn === null
      ? null
      : file.standing.at === 'not-eligible'
        ? { kind: 'not-eligible-screening', from: endedOn ?? openedOn }
        : profile && isChild(profile)
          ? { kind: 'child-case', closedOn: endedOn, openedOn, youngestYears: leastYears(profile) }
          : { kind: 'adult-case', closedOn: endedOn }
  const caseDueOn = closed === null ? null : dueOn(closed, rulebook)
  const tracks = [...things.tracks.values()]
  const hasOpenTrack = tracks.some(
    (one) => one.state !== 'no-action-wished' && one.state !== 'closed-no-further-action' && one.keptFrom === null,
  )
  const threatLowestSince = witness.level === 1 ? witness.assessedOn : null
  return {
    caseDueOn,
    evidenceDueOn: dueOn({ kind: 'consent-evidence', caseDueOn }, rulebook),
    witnessDueOn: witness.isOpen
      ? dueOn({ kind: 'witness', finalJudgmentOn: lastFinalOn(tracks), threatLowestSince, hasOpenTrack }, rulebook)
      : null,
  }
}
/** Of several groups of accused the last judgment counts, from when it was noted: until then somebody may still want to find the witness. */
const lastFinalOn = (tracks: readonly { readonly keptFrom: string | null }[]): string | null =>
  tracks
    .flatMap(({ keptFrom }) => (keptFrom === null ? [] : [keptFrom]))
    .toSorted()
    .at(-1) ?? null
/** Of a case that another body took over, or that was reopened, nothing ends while it is worked on. */
function endOf({ file }: CaseWhole): string | null {
  if (file.standing.at === null || !OVER.includes(file.standing.at)) return null
  const ends = ['approve-closure', 'accept-transfer', 'no-eligibility', 'withdraw-consent']
  return file.happened.findLast((one) => ends.includes(one.what))?.at.slice(0, 10) ?? null
}

export function retentionContextOf(whole: CaseWhole, { by, at, today, mayProtectData, rules = firstRules }: FileContext): RetentionContext {
  const { file, profile } = whole
  const said = { ...file, provinceCode: provinceOf(profile, file.provinceCode) }
  const facts = anonymousFactsOf(said, {
    ageBand: (profile ? ageBandOf(profile)?.band : undefined) ?? 'unknown',
    gender: profile?.gender ?? 'NonSpecifiedUnknown',
  })
  return {
    ...{ by, at, today, mayHold: mayProtectData, caseState: file.standing.at ?? 'draft', generations: generationsOf(whole) },
    ...dueDaysOf(whole, rules.retention),
    facts: facts ?? noFacts,
  }
}
const noFacts: RetentionContext['facts'] = {
  ...{ type: 'vulnerable-migrant', endedAs: 'draft', ageBand: 'unknown', gender: 'NonSpecifiedUnknown', provinceCode: null },
  ...{ openedIn: '0000-Q0', closedIn: null, closureReason: null, services: [], referrals: 0 },
}
