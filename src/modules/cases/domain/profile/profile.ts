/*
The coded part of a person: what statistics, clocks and rules about age may know. A band instead of a birth date, codes instead of words; it is
said anew whole each time, so that what was wrong is simply replaced and both stay in the file.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, exactly, instant, listOf, oneOf, orNull, record, taggedBy, yesOrNo } from '../../../../kernel/schema.ts'
import { AreaCode, CountryCode, LanguageCode } from '../codes.ts'
import { AccountId } from '../../../people/contract.ts'
import { GivenAge } from '../identification/assessment-words.ts'
import { isReadAsChild } from '../identification/age.ts'
import { bandOf, firstAgeBands } from '../consent/age-bands.ts'

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
export const ProfileCommand = taggedBy('step', [record({ step: exactly('set-profile'), profile: Profile })])
export type ProfileCommand = Infer<typeof ProfileCommand>
export const profileKinds = { 'case-profile.set.v1': record({ profile: Profile, by: AccountId, at: instant() }) } as const
export type ProfileEvent = DomainEvent<'case-profile.set.v1', Infer<(typeof profileKinds)['case-profile.set.v1']>>

/** The youngest that it may be, in whole years. */
export const leastYears = ({ age }: Pick<Profile, 'age'>): number => (age.kind === 'ESTIMATE' ? age.fromYears : Math.floor(age.months / 12))
/** Who may be a child is one. */
export const isChild = ({ age }: Pick<Profile, 'age'>): boolean => isReadAsChild(age)
export const ageBandOf = (profile: Pick<Profile, 'age'>) =>
  bandOf(isChild(profile) ? Math.min(17, leastYears(profile)) : leastYears(profile), firstAgeBands)
