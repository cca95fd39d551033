/*
What an interview says in the words of HTCDS 2.0: indicators answered yes as methods of control, purposes as exploitation, tasks as industries, who proposed the
work as relations. An indicator is a question about a situation, a method a fact about an exploiter: most have none. What the standard has no word for is `Other`.
Which row and which task stands for what is ours (D); nothing here knows a person.
*/
import type { Screening } from '../screening/screening.ts'
import { answersThatCount } from '../identification/answers.ts'
import type { C182Situation, Purpose } from '../identification/facts.ts'
import type { Row } from '../identification/findings.ts'

const METHODS: { readonly [indicator: string]: string | undefined } = {
  ...{ 'D2.DEBT': 'DebtBondage', 'D5.DEBT': 'DebtBondage' },
  ...{ 'D5.WAGES': 'TakesEarnings', 'D2.MONEY': 'TakesEarnings', 'D4.WAGEMAN': 'TakesEarnings' },
  ...{ 'D2.THREAT': 'PhysicalThreats', 'D5.THREAT': 'PhysicalThreats' },
  ...{ 'D2.FAMVIOL': 'ThreatensChildrenFamily', 'D5.FAMVIOL': 'ThreatensChildrenFamily' },
  ...{ 'D2.DENOUNCE': 'ThreatsLawEnforcement', 'D5.DENOUNCE': 'ThreatsLawEnforcement' },
  ...{ 'D2.VIOLENCE': 'PhysicalAbuse', 'D5.VIOLENCE': 'PhysicalAbuse' },
  ...{ 'D2.CONFINE': 'RestrictsMovement', 'D5.CONFINE': 'RestrictsMovement' },
  ...{ 'D2.DOCS': 'WithholdsDocuments', 'D5.DOCS': 'WithholdsDocuments' },
  ...{ 'D4.HOURS': 'ExcessiveWorkingHours', 'D5.INFLUENCE': 'PsychologicalAbuse', 'D5.SHAME': 'PsychologicalAbuse' },
}
interface Flags {
  /** The person was read by the table of sexual exploitation too: the standard counts that violence apart. */
  readonly sexual?: boolean
  /** Food, water or shelter were denied on purpose; the form does not ask it yet. */
  readonly onPurpose?: boolean
}
export const methodsOf = (indicators: readonly string[], flags: Flags = {}): readonly string[] =>
  distinct(indicators.flatMap((code) => methodOf(code, flags) ?? []))
function methodOf(code: string, { sexual = false, onPurpose = false }: Flags): string | undefined {
  if (code.startsWith('D1.')) return 'FalsePromises'
  if (code === 'D4.LIVING') return onPurpose ? 'WithholdsNecessities' : undefined
  return METHODS[code] === 'PhysicalAbuse' && sexual ? 'SexualAbuse' : METHODS[code]
}

const PURPOSES: { readonly [purpose in Purpose]: string } = {
  ...{ SEXUAL_EXPLOITATION: 'SexualExploitation', FORCED_LABOUR: 'ForcedLabour', SLAVERY_OR_SIMILAR: 'Other', SERVITUDE: 'Servitude' },
  ...{ ORGAN_REMOVAL: 'OrganRemoval', CHILD_LABOUR: 'ChildLabour', FORCED_MARRIAGE: 'ForcedMarriage' },
  ...{ FORCED_MILITARY_NON_STATE: 'ForcedMilitaryByNonStateActors', FORCED_BEGGING: 'ForcedBegging' },
  ...{ FORCED_ADOPTION: 'ForcedAdoption', SURROGACY: 'Surrogacy', OTHER: 'Other' },
}
/** Where no purpose was named and only the table of labour was read. */
const ROWS: { readonly [row in Row]?: string } = {
  ...{ A1: 'ForcedLabour', A2: 'ForcedLabour', A3: 'ForcedLabour', C3: 'ChildLabour', C4: 'ChildLabour', C5: 'ChildLabour' },
}
const SEXUAL: { readonly [situation in C182Situation]?: string } = { '3B_PROSTITUTION': 'Prostitution', '3B_PORNOGRAPHY': 'Pornography' }
const LABOUR: readonly string[] = ['ForcedLabour', 'ChildLabour', 'Servitude', 'ForcedBegging']
const MINING = 'B_MiningAndQuarrying'
const INDUSTRIES: { readonly [task: string]: string | undefined } = {
  ...{ digging: MINING, washing: MINING, crushing: MINING, gold: MINING, cassiterite: MINING, coltan: MINING, wolframite: MINING },
  ...{ 'other-mineral': MINING, household: 'T_ActivitiesOfHouseholdsAsEmployers', driving: 'H_TransportationAndStorage' },
}
const AT_THE_PIT: readonly string[] = ['fine-turned-into-digging', 'tax-or-checkpoint-at-the-pit']
type Relation = 'intimate-partner' | 'friend' | 'family' | 'other'
const RELATIONS: { readonly [recruiter: string]: Relation | undefined } = {
  ...({ family: 'family', 'friend-or-neighbour': 'friend', 'intimate-partner': 'intimate-partner' } as const),
}

export interface SaidInHtcds {
  readonly methodsOfControl: readonly string[]
  readonly exploitation: readonly string[]
  readonly labourIndustries: readonly string[]
  readonly sexualKinds: readonly string[]
  readonly recruiterRelations: readonly Relation[]
}
export function htcdsOf({ facts, fieldAnswers, rows, tasks, proposedBy }: Screening): SaidInHtcds {
  const yes = [...answersThatCount(facts.flatMap((one) => one.answers))].flatMap(([code, answer]) => (answer === 'YES' ? [code] : []))
  const named = facts.flatMap(({ purpose }) => purpose.which.map((one) => PURPOSES[one]))
  const sexualKinds = distinct(facts.flatMap(({ c182 }) => c182.which.flatMap((one) => SEXUAL[one] ?? [])))
  const found = named.length > 0 || facts.length > 1 ? named : rows.flatMap((row) => ROWS[row] ?? [])
  const exploitation = distinct([...found, ...(sexualKinds.length > 0 ? ['SexualExploitation'] : [])])
  const isInMine =
    facts.some(({ miningWork }) => miningWork.answer === 'YES') ||
    fieldAnswers.some(({ question, answer }) => answer === 'YES' && AT_THE_PIT.includes(question))
  const industries = distinct([...(isInMine ? [MINING] : []), ...(tasks ?? []).flatMap((task) => INDUSTRIES[task] ?? [])])
  return {
    ...{ methodsOfControl: methodsOf(yes, { sexual: facts.some(({ table }) => table === 'SEXUAL') }), exploitation, sexualKinds },
    // The standard asks in which industry labour was exploited, not what somebody works at.
    labourIndustries: exploitation.some((one) => LABOUR.includes(one)) ? industries : [],
    recruiterRelations: distinct((proposedBy ?? []).flatMap((who) => (who === 'nobody' ? [] : (RELATIONS[who] ?? ('other' as const))))),
  }
}
/** The newest that was held to its end; one that was stopped says too little to be counted by. */
export const lastComplete = (screenings: ReadonlyMap<string, Screening>): Screening | undefined =>
  [...screenings.values()]
    .filter((one) => one.isComplete)
    .toSorted((a, b) => (a.heldAt < b.heldAt ? -1 : 1))
    .at(-1)

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)]
