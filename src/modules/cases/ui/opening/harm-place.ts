/*
Where it happened, never closer than a province: chosen once at the opening, counted only, and said anew with the rest of what is known of the person. A province
names its country; another country has none of these provinces. '' is not known, or not to be said.
*/
import { OTHER_COUNTRY } from '../../../../kernel/country.ts'
import { type Label, label } from '../../domain/label.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { countries } from '../screening/screening-lists.ts'

export interface HarmPlace {
  readonly province: string
  readonly country: string
}
export const unknownPlace: HarmPlace = { province: '', country: '' }

/** P-codes begin with the two letters of their country. */
const countryOfArea = (code: string): string | undefined => countries.find(([two]) => code.startsWith(two))?.[1]
export const withProvince = ({ country }: HarmPlace, province: string): HarmPlace => ({
  province,
  country: (province === '' ? undefined : countryOfArea(province)) ?? country,
})
export const withCountry = ({ province }: HarmPlace, country: string): HarmPlace => ({
  country,
  province: country !== '' && countryOfArea(province) !== undefined && countryOfArea(province) !== country ? '' : province,
})

/** As a profile has it. */
export const placeIn = ({ province, country }: HarmPlace): Pick<Profile, 'exploitedIn' | 'country'> => ({
  ...{ exploitedIn: province === '' ? null : province, country: country === '' ? null : country },
})
export const placeOf = (profile: Pick<Profile, 'exploitedIn' | 'country'> | null): HarmPlace => ({
  ...{ province: profile?.exploitedIn ?? '', country: profile?.country ?? '' },
})

export const countryCodes: readonly string[] = [...countries.map(([, three]) => three), OTHER_COUNTRY]
const otherCountry: Label = label('Autre pays', 'Another country')
export function countryName(code: string, language: 'fr' | 'en'): string {
  if (code === OTHER_COUNTRY) return otherCountry[language]
  const two = countries.find(([, three]) => three === code)?.[0]
  return two === undefined ? code : (new Intl.DisplayNames([language], { type: 'region' }).of(two) ?? code)
}
export const placeLabels = {
  province: label('Province où cela s’est passé', 'Province where it happened'),
  provinceHint: label(
    'Jamais plus précis que la province ; sert à compter, sans nom.',
    'Never closer than the province; used for counting, without a name.',
  ),
  country: label('Pays où cela s’est passé', 'Country where it happened'),
  unknown: label('Pas connu, ou ne pas le dire', 'Not known, or not to be said'),
} as const
