/*
A row of another house as a case of ours: what its codes say of age, gender, languages and kind, and its words parted into vaults. Nothing is guessed that a row does
not say: without a date of birth there is no profile, and without an age who comes is read as perhaps a child. A telephone number that another
house kept is no safe way to reach somebody, so it lies with the identity and not among the ways that may be used.
*/
import { isCalendarDate } from '../../../../kernel/calendar.ts'
import type { CaseType } from '../../domain/case/case-words.ts'
import { type Profile, isChild } from '../../domain/profile/profile.ts'
import type { Opening, ToldText } from './opening-body.ts'
import { genders } from '../screening/screening-lists.ts'
import { threeLetters } from '../languages.ts'

type Fields = { readonly [field: string]: readonly string[] | undefined }
export interface ImportedRow {
  readonly coded: Fields
  readonly identity: Fields
}

const yearsOn = (birthdate: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birthdate.slice(0, 4)) - (day.slice(5) < birthdate.slice(5) ? 1 : 0)

/** Whole years, as who asks at the door would hear them; the date itself is sealed. */
export function importedProfile({ coded, identity }: ImportedRow, day: string): Profile | null {
  const birthdate = identity['prs_Birthdate']?.[0] ?? ''
  if (!isCalendarDate(birthdate) || birthdate > day) return null
  const years = yearsOn(birthdate, day)
  if (years > 130) return null
  const gender = genders.find((one) => one === coded['prs_Gender']?.[0]) ?? 'NonSpecifiedUnknown'
  const languages = [...(coded['prs_PrimaryLanguage'] ?? []), ...(coded['prs_SecondaryLanguage'] ?? [])].map(threeLetters)
  return {
    age: { kind: 'COMPLETED_MONTHS', months: years * 12, disputed: false },
    ...{ isMature: years >= 18, gender, citizenship: (coded['prs_Citizenship'] ?? []).slice(0, 6), languages: [...new Set(languages)] },
    ...{
      displacement: 'unknown',
      disability: 'not-asked',
      roles: ['victim'],
      exploitedIn: null,
      country: coded['hte_Country']?.[0] ?? null,
    },
  }
}

/** The gravest kind that the codes give (D); whoever works the case may say another after the interview. */
export function importedType({ coded }: ImportedRow, profile: Profile | null): CaseType {
  const kinds = coded['vic_TypeOfExploitation'] ?? []
  const mayBeChild = profile === null || isChild(profile)
  if (mayBeChild && kinds.includes('ForcedMilitaryByNonStateActors')) return 'caafag'
  if (mayBeChild && kinds.length > 0 && kinds.every((one) => one === 'ChildLabour')) return 'wfcl'
  if (profile !== null && isChild(profile)) return 'tip-child'
  return kinds.length > 0 && kinds.every((one) => one === 'ForcedLabour') ? 'forced-labour' : 'tip-adult'
}

const vaultOf = (field: string): Pick<ToldText, 'vault' | 'slot'> => {
  if (field.startsWith('prs_')) return { vault: 'identity', slot: 'identity' }
  return field.startsWith('per_') ? { vault: 'perpetrator', slot: 'perpetrator' } : { vault: 'narrative', slot: 'story' }
}
/** Every value of the row, each under the name that the standard gives its field, so that it can be written back. */
export function importedTexts({ coded, identity }: ImportedRow): readonly ToldText[] {
  const lines = new Map<string, { readonly place: Pick<ToldText, 'vault' | 'slot'>; readonly said: string[] }>()
  for (const field of [...new Set([...Object.keys(identity), ...Object.keys(coded)])]) {
    // Stands in for the date of birth, which is here.
    if (field === 'prs_AgeBand') continue
    const place = vaultOf(field)
    const held = lines.get(place.slot) ?? { place, said: [] }
    const values = [...(coded[field] ?? []), ...(identity[field] ?? [])]
    if (values.length > 0) held.said.push(`${field}: ${values.join('; ').replaceAll(/\s*\n\s*/g, ' / ')}`)
    lines.set(place.slot, held)
  }
  return [...lines.values()].filter(({ said }) => said.length > 0).map(({ place, said }) => ({ ...place, text: said.join('\n') }))
}
/** Of a text that was imported: its fields again; what somebody wrote by hand has none. */
export function fieldsOfText(text: string): { readonly [field: string]: readonly string[] } {
  const read = text.split('\n').flatMap((line) => {
    const [, field = '', said = ''] = /^((?:prs|vic|per|cas|hte|spl|org|cco|con)_[A-Za-z]+): (.+)$/.exec(line) ?? []
    return field === '' ? [] : [[field, said.split('; ')] as const]
  })
  return Object.fromEntries(read)
}

export type ImportedOpening = Pick<Opening, 'profile' | 'texts' | 'type' | 'source' | 'provinceCode'>
export function importedOpening(row: ImportedRow, day: string): ImportedOpening {
  const profile = importedProfile(row, day)
  return { profile, texts: importedTexts(row), type: importedType(row, profile), source: 'referral', provinceCode: null }
}
