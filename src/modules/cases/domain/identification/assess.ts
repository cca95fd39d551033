/*
One assessment: coded facts in, an explanation out, and nothing else. The explanation is the result: every row that matched with the answers
it rests on, what is missing, what would change it, the instrument with its hash. Same facts, same text, to the byte, in whatever order the
answers came. There is no number for a person in it: the only figures are how many answers of a weight a dimension has, and chosen limits.
*/
import { type AgeBasis, ageBasis, isReadAsChild, mayBeBelowMinimum } from './age.ts'
import { answersThatCount } from './answers.ts'
import { type Counterfactual, type Situation, counterfactualsOf } from './counterfactual.ts'
import { type DimensionResult, dimensionResult } from './dimension.ts'
import { type Act, type AssessmentFacts, type Means, type Purpose, acts, exploitsChild, isRecorded, means, purposes } from './facts.ts'
import {
  type ActionCode,
  type FindingCode,
  type Row,
  type Signs,
  actionsFor,
  adultRow,
  childMatch,
  findingTable,
  meansBy,
  promptsAct,
} from './findings.ts'
import { type IdentificationNumbers, type ReadingCode, defaultNumbers } from './identification-rules.ts'
import { type Dimension, type IloIndicator, type IndicatorCode, codesOf, dimensions, inOrder } from './indicator-codes.ts'
import {
  type BannerCode,
  ILO_EC_2009_V1,
  ILO_EC_2009_V1_SHA256,
  type Profile,
  iloTagsOf,
  weightOf,
  weights,
} from './instrument-ilo-ec-2009-v1.ts'

export const promptCodes = ['was-the-person-recruited-moved-or-received'] as const
export type PromptCode = (typeof promptCodes)[number]

export interface Explanation {
  readonly instrumentVersion: { readonly id: string; readonly sha256: string }
  readonly banners: readonly BannerCode[]
  readonly profile: Profile
  readonly ageBasis: AgeBasis
  readonly dimensionResults: readonly DimensionResult[]
  readonly palermo: { readonly act: readonly Act[]; readonly means: readonly Means[]; readonly purpose: readonly Purpose[] }
  /** Dimensions that stand for a means. */
  readonly meansBy: readonly Dimension[]
  /** The plain layer: which of ILO's eleven the answers speak of. */
  readonly ilo: readonly { readonly indicator: IloIndicator; readonly codes: readonly IndicatorCode[] }[]
  /** `A2`; children's rows together, `C1+C4`. */
  readonly findingRule: string
  readonly findings: readonly { readonly rule: Row; readonly code: FindingCode; readonly actions: readonly ActionCode[] }[]
  readonly readings: readonly ReadingCode[]
  /** Open questions that would settle a dimension, strongest first; never one that was declined. */
  readonly missing: readonly IndicatorCode[]
  readonly declined: readonly IndicatorCode[]
  readonly counterfactual: readonly Counterfactual[]
  readonly prompts: readonly PromptCode[]
  readonly limits: Pick<IdentificationNumbers, 'minimumAgeYears' | 'supervisorReviewHours' | 'rescreenDays'>
  readonly disclaimer: 'screening-aid-not-a-verdict'
  readonly computedAt: string
}
export interface AssessmentContext {
  readonly computedAt: string
  readonly numbers?: IdentificationNumbers
}

export function profileOf({ age, table }: Pick<AssessmentFacts, 'age' | 'table'>): Profile {
  if (isReadAsChild(age)) return table === 'SEXUAL' ? 'CS' : 'CL'
  return table === 'SEXUAL' ? 'AS' : 'AL'
}

export function assess(facts: AssessmentFacts, { computedAt, numbers = defaultNumbers }: AssessmentContext): Explanation {
  const profile = profileOf(facts)
  const situation = situationOf(facts, profile, numbers)
  const { results, child, input } = situation
  const adult = adultRow(input)
  const { rows, readings } = child ? childMatch(input) : { rows: [adult.row], readings: adult.readings }
  const dimensionResults = dimensions.map((dimension) => results[dimension])
  const yes = dimensionResults.flatMap((result) => result.items.map((one) => one.code))
  return {
    instrumentVersion: { id: ILO_EC_2009_V1.id, sha256: ILO_EC_2009_V1_SHA256 },
    ...{ banners: ILO_EC_2009_V1.values.banners[profile], profile, ageBasis: ageBasis(facts.age), dimensionResults },
    palermo: {
      act: acts.filter((one) => facts.act.which.includes(one)),
      means: means.filter((one) => facts.means.includes(one)),
      purpose: purposes.filter((one) => facts.purpose.which.includes(one)),
    },
    ...{ meansBy: meansBy(input.signs), ilo: iloTagsOf(yes), findingRule: rows.join('+') },
    findings: rows.map((rule) => ({ rule, code: findingTable[rule].code, actions: actionsFor(rule, child) })),
    readings,
    missing: strongestFirst(dimensionResults, profile),
    declined: dimensionResults.flatMap((result) => result.declined).toSorted(inOrder),
    counterfactual: counterfactualsOf(situation),
    prompts: promptsAct(yesInRecruitment(facts), facts.act) ? ['was-the-person-recruited-moved-or-received'] : [],
    limits: {
      ...{ minimumAgeYears: numbers.minimumAgeYears, supervisorReviewHours: numbers.supervisorReviewHours },
      rescreenDays: numbers.rescreenDays,
    },
    disclaimer: 'screening-aid-not-a-verdict',
    computedAt,
  }
}

function situationOf(facts: AssessmentFacts, profile: Profile, numbers: IdentificationNumbers): Situation {
  const answered = answersThatCount(facts.answers)
  const of = (dimension: Dimension): DimensionResult => dimensionResult(dimension, answered, profile)
  const results = { D1: of('D1'), D2: of('D2'), D3: of('D3'), D4: of('D4'), D5: of('D5'), D6: of('D6') }
  const signs: Signs = {
    ...{ D1: results.D1.result, D2: results.D2.result, D3: results.D3.result },
    ...{ D4: results.D4.result, D5: results.D5.result, D6: results.D6.result },
  }
  const hazard = answered.get('D4.HAZARD') ?? 'NOT_ASKED'
  const young = mayBeBelowMinimum(facts.age, numbers)
  return {
    child: isReadAsChild(facts.age),
    results,
    hazard,
    input: {
      ...{ signs, act: isRecorded(facts.act), purpose: exploitsChild(facts.purpose) },
      ...{ armed: isRecorded(facts.armed), c182: isRecorded(facts.c182) },
      hazardous: isRecorded(facts.miningWork) || hazard === 'YES',
      light: young && facts.lightWork === 'YES',
    },
    asked: {
      ...{ ACT: facts.act.answer, PURPOSE: facts.purpose.answer, ARMED: facts.armed.answer, C182: facts.c182.answer },
      ...{ MINING_WORK: facts.miningWork.answer, LIGHT_WORK: young ? facts.lightWork : 'NO' },
    },
  }
}

function strongestFirst(results: readonly DimensionResult[], profile: Profile): readonly IndicatorCode[] {
  const codes = results.flatMap((result) => result.nextBest?.questions ?? [])
  return weights.flatMap((weight) => codes.filter((code) => weightOf(profile, code) === weight).toSorted(inOrder))
}

/** Any yes before the place of work, also one that the profile's table does not weigh. */
function yesInRecruitment({ answers }: AssessmentFacts): boolean {
  const early = [...codesOf.D1, ...codesOf.D2, ...codesOf.D3]
  const answered = answersThatCount(answers)
  return early.some((code) => answered.get(code) === 'YES')
}
