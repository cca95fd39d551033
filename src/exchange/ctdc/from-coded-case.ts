/* A coded case as a row of the 27 columns. Industries that CTDC has no column for (mining among them) and methods that it merged into no other are told nowhere. */
import { isNamedCountry } from '../../kernel/country.ts'
import type { CodedCase, CodedTableOf } from '../../modules/releases/contract.ts'
import { type CtdcColumn, ctdcNames } from './columns.ts'
import { meansOf } from './from-htcds.ts'
import { cellsOf, type CtdcRow, emptyRow } from './microdata.ts'

const GENDERS: { readonly [gender: string]: string | undefined } = {
  ...{ Feminine: 'Woman', Masculine: 'Man', TransgenderFeminine: 'Trans/Transgender/NonConforming' },
  ...{ TransgenderMasculine: 'Trans/Transgender/NonConforming', NonConforming: 'Trans/Transgender/NonConforming' },
}
const LABOUR: readonly string[] = ['ForcedLabour', 'ChildLabour', 'Servitude', 'ForcedBegging']
const INDUSTRIES: { readonly [industry: string]: CtdcColumn | undefined } = {
  A_AgricultureForestryAndFishing: 'typeOfLabourAgriculture',
  F_Construction: 'typeOfLabourConstruction',
  T_ActivitiesOfHouseholdsAsEmployers: 'typeOfLabourDomesticWork',
  I_AccommodationAndFoodServiceActivities: 'typeOfLabourHospitality',
}
const SEXUAL: { readonly [kind: string]: CtdcColumn | undefined } = {
  ...({ Prostitution: 'typeOfSexProstitution', PrivateSexualServices: 'typeOfSexProstitution' } as const),
  ...({ Pornography: 'typeOfSexPornography', RemoteInteractiveServices: 'typeOfSexPornography' } as const),
}
const RECRUITERS: { readonly [relation in CodedCase['recruiterRelations'][number]]: CtdcColumn } = {
  'intimate-partner': 'recruiterRelationIntimatePartner',
  friend: 'recruiterRelationFriend',
  family: 'recruiterRelationFamily',
  other: 'recruiterRelationOther',
}

export function ctdcRowOf(one: CodedCase): CtdcRow {
  const flags = new Set<CtdcColumn>([
    ...meansOf(one.methodsOfControl),
    ...one.exploitation.map((kind): CtdcColumn => exploitationOf(kind)),
    ...one.labourIndustries.flatMap((industry) => INDUSTRIES[industry] ?? []),
    ...one.sexualKinds.flatMap((kind) => SEXUAL[kind] ?? []),
    ...one.recruiterRelations.map((relation) => RECRUITERS[relation]),
  ])
  const row: { [Column in CtdcColumn]: string | null } = { ...emptyRow }
  for (const flag of flags) row[flag] = '1'
  return {
    ...row,
    ...{ yearOfRegistration: one.quarter.slice(0, 4), gender: GENDERS[one.gender ?? ''] ?? null, ageBroad: one.ageBand },
    // The release has one citizenship; of several, none is the right one, and a country that is only "another" has no code in it.
    citizenship: one.citizenships.length === 1 ? (one.citizenships.find(isNamedCountry) ?? null) : null,
    ...{ CountryOfExploitation: one.countryOfExploitation, traffickMonths: one.monthsOfExploitation },
  }
}
const exploitationOf = (kind: string): CtdcColumn =>
  LABOUR.includes(kind) ? 'isForcedLabour' : kind === 'SexualExploitation' ? 'isSexualExploit' : 'isOtherExploit'

export const ctdcTable = (cases: readonly CodedCase[]): CodedTableOf => ({
  columns: ctdcNames,
  rows: cases.map((one) => cellsOf(ctdcRowOf(one)).map((cell) => (cell === '' ? null : cell))),
})
