/*
Coded cases as de-identified rows of HTCDS. A coded case holds no day, so every date of the standard stays empty: whoever needs one gets it with the case that is
transferred, never with a release. The age is the band that the case has.
*/
import { isNamedCountry } from '../../kernel/country.ts'
import type { CodedCase, CodedTableOf } from '../../modules/releases/contract.ts'
import { AGE_BAND, type HtcdsRecord } from './record.ts'
import { deidentifiedRows } from './write-rows.ts'

const one = (value: string | null): readonly string[] => (value === null ? [] : [value])

export const htcdsRecordOf = (from: CodedCase): HtcdsRecord => ({
  ...{ org_Type: one(from.reporter), prs_Gender: one(from.gender), prs_Citizenship: from.citizenships.filter(isNamedCountry) },
  ...{ prs_HighestLevelOfEducation: one(from.education), prs_MaritalStatus: one(from.maritalStatus) },
  ...{ vic_TraffickingStatus: one(from.traffickingStatus), vic_TraffickingStatusDecisionMakingOrg: one(from.decidedBy) },
  ...{ vic_RelationshipToTrafficker: one(from.relationshipToTrafficker), vic_MethodOfRecruitment: from.methodsOfRecruitment },
  ...{ vic_MethodsOfControl: from.methodsOfControl, vic_TypeOfExploitation: from.exploitation },
  ...{ vic_ForcedLabourIndustry: from.labourIndustries, vic_TypeOfSexExploitation: from.sexualKinds },
  ...{ per_RoleInProcess: from.rolesInProcess, cas_Status: one(from.status), spl_Type: one(from.service) },
  ...{ hte_Country: one(from.countryOfExploitation) },
})

export function htcdsTable(cases: readonly CodedCase[]): CodedTableOf {
  const [columns = [], ...rows] = deidentifiedRows(cases.map(htcdsRecordOf), '')
  const band = columns.indexOf(AGE_BAND)
  return {
    columns,
    rows: rows.map((cells, row) => cells.map((cell, at) => (at === band ? (cases[row]?.ageBand ?? null) : cell === '' ? null : cell))),
  }
}
