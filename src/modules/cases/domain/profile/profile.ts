/*
The coded part of a person: what statistics, clocks and rules about age may know. A band instead of a birth date, codes instead of words; it is
said anew whole each time, so that what was wrong is simply replaced and both stay in the file.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, exactly, instant, listOf, maybe, oneOf, orNull, record, taggedBy, yesOrNo } from '../../../../kernel/schema.ts'
import { AreaCode, CountryCode, LanguageCode } from '../codes.ts'
import { AccountId } from '../../../people/contract.ts'
import { GivenAge } from '../identification/assessment-words.ts'
import { isReadAsChild } from '../identification/age.ts'
import { type AgeBand, bandOf, firstAgeBands } from '../consent/age-bands.ts'
import { SealedRef } from '../sealed-ref.ts'

/** HTCDS, `prs_Gender` (V). */
export const Gender = oneOf('Feminine', 'Masculine', 'TransgenderFeminine', 'TransgenderMasculine', 'NonConforming', 'NonSpecifiedUnknown')
export const SubjectRole = oneOf('victim', 'witness', 'family-member')
export const Displacement = oneOf('none', 'internally-displaced', 'refugee', 'migrant', 'returnee', 'stateless', 'unknown')
/** Washington Group, short set (U): the gravest answer over its six questions. */
export const Disability = oneOf('none', 'some-difficulty', 'a-lot-of-difficulty', 'cannot-do-at-all', 'not-asked')
export const Profile = record({
  ...{ age: GivenAge, isMature: yesOrNo(), gender: Gender, citizenship: listOf(CountryCode, 6), languages: listOf(LanguageCode, 12) },
  ...{ displacement: Displacement, disability: Disability, roles: listOf(SubjectRole, 3) },
  /** P-code of the province where it happened, and of the territoire where that is not too small a place to say. */
  ...{ exploitedIn: orNull(AreaCode), country: orNull(CountryCode) },
})
export type Profile = Readonly<Infer<typeof Profile>>
const said = {
  profile: Profile,
  /** Where somebody below the age of majority is newly said to understand what consenting means: what was asked and seen, sealed. */
  matureBecause: maybe(SealedRef),
}
export const ProfileCommand = taggedBy('step', [record({ step: exactly('set-profile'), ...said })])
export type ProfileCommand = Infer<typeof ProfileCommand>
export const profileKinds = { 'case-profile.set.v1': record({ ...said, by: AccountId, at: instant() }) } as const
export type ProfileEvent = DomainEvent<'case-profile.set.v1', Infer<(typeof profileKinds)['case-profile.set.v1']>>

/** As it was last said; what the opening said until then. */
export const provinceOf = (profile: Pick<Profile, 'exploitedIn'> | null, atOpening: string | null): string | null =>
  profile?.exploitedIn ?? atOpening

/** The youngest that it may be, in whole years. */
export const leastYears = ({ age }: Pick<Profile, 'age'>): number => (age.kind === 'ESTIMATE' ? age.fromYears : Math.floor(age.months / 12))
/** Who may be a child is one. */
export const isChild = ({ age }: Pick<Profile, 'age'>): boolean => isReadAsChild(age)
/** By the program's own bands for what is coded; who consents is asked by those of the body. */
export const ageBandOf = (profile: Pick<Profile, 'age'>, bands = firstAgeBands) =>
  bandOf(isChild(profile) ? Math.min(17, leastYears(profile)) : leastYears(profile), bands)

type Maturity = Pick<Profile, 'age' | 'isMature'>
/** Of an age at which understanding counts: neither a small child nor an adult. */
export const maySayMature = (profile: Pick<Profile, 'age'>, bands = firstAgeBands): boolean =>
  ageBandOf(profile, bands)?.self === 'if-mature'
/** It was said before, of somebody of that age; a new interview does not unsay it. */
export const keepsMaturity = (known: Maturity | null, next: Pick<Profile, 'age'>, bands = firstAgeBands): boolean =>
  known !== null && known.isMature && maySayMature(known, bands) && maySayMature(next, bands)

export function decideProfile(
  known: Profile | null,
  { profile, matureBecause }: ProfileCommand,
  { bands, ...stamp }: { readonly by: AccountId; readonly at: string; readonly bands?: readonly AgeBand[] },
): Outcome<readonly ProfileEvent[]> {
  const isNew = profile.isMature && maySayMature(profile, bands) && !keepsMaturity(known, profile, bands)
  if (isNew && matureBecause === undefined) return refused('maturity-needs-a-reason')
  return accepted([{ kind: 'case-profile.set.v1', payload: { profile, ...(matureBecause ? { matureBecause } : {}), ...stamp } }])
}
