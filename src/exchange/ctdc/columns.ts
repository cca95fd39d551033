/*
The 27 columns of the Global Synthetic Dataset of February 2024 (CTDC codebook, version 2), in order, with what may stand in each. The
codebook writes one column in two ways and a later edition renames some; all those spellings are read, the first is written. Values are
identifiers and stay as they are printed, with the long dash of the age bands read as two hyphens.
*/
export type CtdcKind = 'year' | 'category' | 'country' | 'flag'
/** Columns whose shares have one denominator. */
export type CtdcGroup = 'means' | 'exploitation' | 'labour' | 'sex' | 'recruiter'

interface ColumnRule {
  readonly kind: CtdcKind
  readonly group?: CtdcGroup
  readonly values?: readonly string[]
  readonly alsoWritten?: readonly string[]
}
const flag = (group: CtdcGroup, ...alsoWritten: readonly string[]): ColumnRule => ({ kind: 'flag', group, alsoWritten })

export const ctdcColumns = {
  yearOfRegistration: { kind: 'year' },
  gender: { kind: 'category', values: ['Man', 'Woman', 'Trans/Transgender/NonConforming'] },
  ageBroad: { kind: 'category', values: ['0--8', '09--17', '18--20', '21--23', '24--26', '27--29', '30--38', '39--47', '48+'] },
  citizenship: { kind: 'country' },
  CountryOfExploitation: { kind: 'country' },
  traffickMonths: { kind: 'category', values: ['0--12 (0-1 yr)', '13--24 (1-2 yrs)', '25+ (2+ yrs)'] },
  meansDebtBondageEarnings: flag('means'),
  meansThreats: flag('means'),
  meansAbusePsyPhySex: flag('means'),
  meansFalsePromises: flag('means'),
  meansDrugsAlcohol: flag('means'),
  meansDenyBasicNeeds: flag('means'),
  meansExcessiveWorkHours: flag('means'),
  // Its own page of the codebook spells it out.
  meansWithholdDocs: flag('means', 'meansWithholdDocuments'),
  isForcedLabour: flag('exploitation'),
  isSexualExploit: flag('exploitation'),
  isOtherExploit: flag('exploitation'),
  // The edition of 2026 says sector (S: told by a repository, not read in a codebook).
  typeOfLabourAgriculture: flag('labour', 'sectorOfLabourAgriculture'),
  typeOfLabourConstruction: flag('labour', 'sectorOfLabourConstruction'),
  typeOfLabourDomesticWork: flag('labour', 'sectorOfLabourDomesticWork'),
  typeOfLabourHospitality: flag('labour', 'sectorOfLabourHospitality'),
  typeOfSexProstitution: flag('sex', 'sectorOfSexProstitution'),
  typeOfSexPornography: flag('sex', 'sectorOfSexPornography'),
  recruiterRelationIntimatePartner: flag('recruiter'),
  recruiterRelationFriend: flag('recruiter'),
  recruiterRelationFamily: flag('recruiter'),
  recruiterRelationOther: flag('recruiter'),
} as const satisfies { readonly [name: string]: ColumnRule }

export type CtdcColumn = keyof typeof ctdcColumns
export const isCtdcColumn = (name: string): name is CtdcColumn => Object.hasOwn(ctdcColumns, name)
export const ctdcNames: readonly CtdcColumn[] = Object.keys(ctdcColumns).filter(isCtdcColumn)
export const ruleOf = (column: CtdcColumn): ColumnRule => ctdcColumns[column]
export const columnsOf = (group: CtdcGroup): readonly CtdcColumn[] => ctdcNames.filter((name) => ruleOf(name).group === group)
export const columnNamed = (heading: string): CtdcColumn | undefined =>
  ctdcNames.find((name) => name === heading || ruleOf(name).alsoWritten?.includes(heading))
