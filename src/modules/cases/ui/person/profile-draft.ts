/*
What is known of a person in codes, as somebody corrects it: taken from the file, changed, sent whole. What was said before stays in the file's history; nothing
that the form does not show gets lost on the way. Pure: the reason for saying that somebody understands what consenting means is sealed by who calls.
*/
import { type Label, label } from '../../domain/label.ts'
import { type Profile, SubjectRole, isChild, keepsMaturity, maySayMature } from '../../domain/profile/profile.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { firstAgeBands } from '../../domain/consent/age-bands.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import { type HarmPlace, placeIn, placeOf } from '../opening/harm-place.ts'
import { type AgeTexts, ageOf } from '../screening/screening-draft.ts'

export interface ProfileDraft extends Omit<Profile, 'age' | 'exploitedIn' | 'country'> {
  readonly age: AgeTexts
  readonly place: HarmPlace
  readonly reason: string
}

const noAge: AgeTexts = { kind: '', years: '', fromYears: '', toYears: '', disputed: false }
function ageTexts(age: Profile['age']): AgeTexts {
  if (age.kind === 'COMPLETED_MONTHS')
    return { ...noAge, kind: 'years', years: String(Math.floor(age.months / 12)), disputed: age.disputed }
  return { ...noAge, kind: 'estimate', fromYears: String(age.fromYears), toYears: String(age.toYears), disputed: age.disputed }
}
const unknown: Omit<ProfileDraft, 'age' | 'place' | 'reason'> = {
  ...{ isMature: false, gender: 'NonSpecifiedUnknown', citizenship: [], languages: [], displacement: 'unknown' },
  ...{ disability: 'not-asked', roles: ['victim'] },
}
export function draftOf(known: Profile | null): ProfileDraft {
  if (known === null) return { ...unknown, age: noAge, place: placeOf(null), reason: '' }
  const { age, exploitedIn: _province, country: _country, ...rest } = known
  return { ...rest, age: ageTexts(age), place: placeOf(known), reason: '' }
}

/** Months that a form in years does not show are kept where the years were not touched. */
function ageIn({ age }: Pick<ProfileDraft, 'age'>, known: Profile | null): Profile['age'] | null {
  const said = ageOf(age)
  if (said?.kind !== 'COMPLETED_MONTHS' || known?.age.kind !== 'COMPLETED_MONTHS') return said
  return Math.floor(known.age.months / 12) * 12 === said.months ? { ...said, months: known.age.months } : said
}
/** `null` until an age and a role are said. */
export function profileIn(draft: ProfileDraft, known: Profile | null, bands = firstAgeBands): Profile | null {
  const age = ageIn(draft, known)
  if (age === null || draft.roles.length === 0) return null
  const { place, reason: _reason, citizenship, languages, roles, isMature, ...rest } = draft
  const lists = { citizenship: citizenship.slice(0, 6), languages: languages.slice(0, 12), roles: [...roles] }
  // Of a small child nobody says it, and of an adult it goes without saying.
  return { ...rest, ...lists, ...placeIn(place), age, isMature: maySayMature({ age }, bands) ? isMature : !isChild({ age }) }
}

/** Newly said of somebody of that age: what was asked and understood is written down, sealed. */
export const needsReason = (next: Profile, known: Profile | null, bands = firstAgeBands): boolean =>
  next.isMature && maySayMature(next, bands) && !keepsMaturity(known, next, bands)

export const profileStep = (profile: Profile, reason: SealedRef | null): OneCommand => ({
  about: 'profile',
  ask: { step: 'set-profile', profile, ...(reason === null ? {} : { matureBecause: reason }) },
})

export const roleLabels: { readonly [role in Profile['roles'][number]]: Label } = {
  victim: label('Personne accompagnée', 'Person supported'),
  witness: label('Témoin', 'Witness'),
  'family-member': label('Membre de la famille', 'Family member'),
}
export const roles = SubjectRole.options
