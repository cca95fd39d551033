/*
A case as one line of codes for who counts: no number, no day, no place below a province. Only what the person agreed to stands in `uses`, and of a
case whose person agreed to nothing there is no line. What remains of a forgotten case is a line too, with less in it.
*/
import type { CodedCase } from '../../../releases/contract.ts'
import { type CaseType, htcdsStatus } from '../case/case-words.ts'
import type { CaseWhole } from '../file/file-state.ts'
import { newestOfEachBody } from '../identification/determination.ts'
import { type Profile, provinceOf } from '../profile/profile.ts'
import { type AnonymousFacts, quarterOf } from '../retention/shredding.ts'
import { isYes } from './consented.ts'
import { htcdsOf, lastComplete } from './htcds-codes.ts'

/** Words of HTCDS 2.0; what is not trafficking in its sense has none. */
const exploitation: { readonly [Type in CaseType]: readonly string[] } = {
  ...{ 'tip-adult': [], 'tip-child': [], 'forced-labour': ['ForcedLabour'], wfcl: ['ChildLabour'] },
  ...{ caafag: ['ForcedMilitaryByNonStateActors'], sgbv: [], 'vulnerable-migrant': [], 'witness-protection': [] },
}
const BANDS: readonly (readonly [number, string])[] = [
  ...([
    [8, '0--8'],
    [17, '09--17'],
    [20, '18--20'],
    [23, '21--23'],
    [26, '24--26'],
    [29, '27--29'],
    [38, '30--38'],
    [47, '39--47'],
  ] as const),
]
const bandAt = (years: number): string => BANDS.find(([last]) => years <= last)?.[1] ?? '48+'
/** An estimate that reaches over two bands is in neither. */
export function ctdcBand({ age }: Pick<Profile, 'age'>): string | null {
  if (age.kind === 'COMPLETED_MONTHS') return bandAt(Math.floor(age.months / 12))
  const [from, to] = [bandAt(age.fromYears), bandAt(age.toYears)]
  return from === to ? from : null
}

const nothing: CodedCase = {
  ...{ uses: [], quarter: '', admin1: null, admin2: null, gender: null, ageBand: null, citizenships: [], countryOfExploitation: null },
  ...{ monthsOfExploitation: null, methodsOfControl: [], exploitation: [], labourIndustries: [], sexualKinds: [], recruiterRelations: [] },
  ...{ methodsOfRecruitment: [], traffickingStatus: null, decidedBy: null, relationshipToTrafficker: null, education: null },
  ...{ maritalStatus: null, rolesInProcess: [], status: null, service: null, reporter: null },
}

/** `null`: nothing of it may be counted outside. */
export function codedCaseOf({ file, profile, screenings, determination, retention }: CaseWhole, reporter: string | null): CodedCase | null {
  const { type, openedAt, standing, consents } = file
  if (type === null || openedAt === null || standing.at === null || retention.isShredded) return null
  const uses = [
    ...(isYes(consents, 'non-identifiable-statistics') ? (['statistics'] as const) : []),
    ...(isYes(consents, 'research-synthetic') ? (['research'] as const) : []),
  ]
  if (uses.length === 0) return null
  const screening = lastComplete(screenings)
  const said = screening === undefined ? null : htcdsOf(screening)
  const decided = newestOfEachBody(determination).toSorted((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1))[0]
  return {
    ...nothing,
    ...said,
    ...{
      uses,
      quarter: quarterOf(openedAt.slice(0, 10)),
      admin1: provinceOf(profile, file.provinceCode),
      reporter,
      status: htcdsStatus[standing.at],
    },
    ...{ gender: profile?.gender ?? null, ageBand: profile ? ctdcBand(profile) : null, citizenships: profile?.citizenship ?? [] },
    ...{
      countryOfExploitation: profile?.country ?? null,
      exploitation: [...new Set([...exploitation[type], ...(said?.exploitation ?? [])])],
    },
    ...{ traffickingStatus: decided?.status ?? null, decidedBy: decided?.decider.type ?? null },
  }
}
/** Of somebody whom nobody can find any more. */
export const codedTally = (facts: AnonymousFacts): CodedCase | null =>
  facts.mayLeave === true
    ? {
        ...nothing,
        ...{
          uses: ['statistics'],
          quarter: facts.openedIn,
          admin1: facts.provinceCode,
          gender: facts.gender,
          exploitation: exploitation[facts.type],
        },
      }
    : null
