/*
The fields of the standard that a file for another house may hold, each under what the person agreed to. Coded ones come from the profile; names and the date of birth
are written by who makes the file, from what the vault says.
*/
import { isNamedCountry } from '../../../../kernel/country.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { PackageField } from '../../domain/referral/referral-words.ts'

export const WRITTEN = ['prs_FirstName', 'prs_MiddleName', 'prs_SecondName', 'prs_Birthdate', 'prs_MobilePhone'] as const
export type WrittenField = (typeof WRITTEN)[number]
const UNDER: { readonly [Field in WrittenField]: PackageField } = {
  ...{
    prs_FirstName: 'name',
    prs_MiddleName: 'name',
    prs_SecondName: 'name',
    prs_Birthdate: 'birth-date',
    prs_MobilePhone: 'safe-contact',
  },
}
export const mayWrite = (field: WrittenField, agreed: readonly string[]): boolean => agreed.includes(UNDER[field])

type Values = { readonly [field: string]: readonly string[] }
export interface TransferParts {
  readonly identity: Values
  readonly coded: Values
}
export function transferParts(
  written: { readonly [Field in WrittenField]?: string },
  profile: Pick<Profile, 'gender' | 'citizenship' | 'languages'> | null,
  agreed: readonly string[],
): TransferParts {
  const identity = Object.fromEntries(
    WRITTEN.flatMap((field) => {
      const said = written[field]?.trim() ?? ''
      return said === '' || !mayWrite(field, agreed) ? [] : [[field, [said]]]
    }),
  )
  const only = (field: PackageField, name: string, values: readonly string[]): Values =>
    agreed.includes(field) && values.length > 0 ? { [name]: values } : {}
  const coded = {
    ...only('gender', 'prs_Gender', profile ? [profile.gender] : []),
    ...only('nationality', 'prs_Citizenship', profile?.citizenship.filter(isNamedCountry) ?? []),
    ...only('languages', 'prs_PrimaryLanguage', profile?.languages.slice(0, 1) ?? []),
  }
  return { identity, coded }
}
