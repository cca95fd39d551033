/*
From an interview to what the engine reads, and back the explanation. The engine runs here, on the device, from codes alone: without network the worker
sees the same finding as the server will compute again. Where sexual exploitation was spoken of, both tables are read.
*/
import { type Answer, type IndicatorAnswer } from '../../domain/identification/answers.ts'
import { type Explanation, assess } from '../../domain/identification/assess.ts'
import {
  type AssessmentFacts,
  type Recorded,
  acts,
  armedRoles,
  c182Situations,
  means,
  miningWorks,
  purposes,
} from '../../domain/identification/facts.ts'
import { type FieldAnswer, fieldQuestionCodes, phaseOf } from '../../domain/identification/field-questions.ts'
import { type Gathered, gather } from '../../domain/identification/gather.ts'
import { indicatorCodes } from '../../domain/identification/indicator-codes.ts'
import { type SalongoFacts, salongoQuestions } from '../../domain/identification/salongo.ts'
import type { FormQuestionCode } from '../../domain/identification/screening-form.ts'
import type { Id } from '../../../../kernel/schema.ts'
import { type ScreeningDraft, ageOf } from './screening-draft.ts'

export interface Worker {
  readonly account: Id<'account'>
  readonly today: string
}
export const isAccount = (text: string): text is Id<'account'> => text !== ''

export function indicatorAnswers({ indicators }: ScreeningDraft, { account }: Worker): readonly IndicatorAnswer[] {
  return indicatorCodes.flatMap((code) => {
    const given = indicators[code]
    if (given === undefined || given.answer === 'NOT_ASKED') return []
    const { answer, evidence, on } = given
    return [{ code, answer, phase: phaseOf(code), evidence, observedOn: on, recordedBy: account, note: null }]
  })
}
export function fieldAnswers({ field }: ScreeningDraft, { account }: Worker): readonly FieldAnswer[] {
  return fieldQuestionCodes.flatMap((question) => {
    const given = field[question]
    if (given === undefined || given.answer === 'NOT_ASKED') return []
    const { answer, parts, evidence, on } = given
    return [{ question, answer, parts, evidence, observedOn: on, recordedBy: account }]
  })
}
/** `null` unless communal work was spoken of. */
export function salongoOf({ answers, salongo }: ScreeningDraft): SalongoFacts | null {
  if (answers['communal-work'] !== 'YES') return null
  const of = (question: (typeof salongoQuestions)[number]): Answer => salongo.answers[question] ?? 'NOT_ASKED'
  return {
    answers: {
      ...{ 'small-service': of('small-service'), 'benefits-this-community': of('benefits-this-community') },
      ...{ 'community-was-consulted': of('community-was-consulted') },
      'decided-by-lawful-civil-authority': of('decided-by-lawful-civil-authority'),
      'no-violence-or-detention-for-absence': of('no-violence-or-detention-for-absence'),
    },
    benefits: salongo.benefits === '' ? null : salongo.benefits,
  }
}

function listed<Value extends string>(draft: ScreeningDraft, question: FormQuestionCode, values: readonly Value[]): Recorded<Value> {
  const { answer, which: named } = draft.lists[question] ?? { answer: 'NOT_ASKED', which: [] }
  const which = values.filter((one) => named.includes(one))
  // YES exactly when something is named.
  return which.length > 0 ? { answer: 'YES', which } : { answer: answer === 'YES' ? 'UNKNOWN' : answer, which: [] }
}
/** Who does not wish to speak of it has declined it: it is not asked again. */
const purposeOf = (draft: ScreeningDraft): Recorded<(typeof purposes)[number]> =>
  draft.wishesS6 === 'NO' || draft.wishesS6 === 'DECLINED' ? { answer: 'DECLINED', which: [] } : listed(draft, 'purpose', purposes)

const SEXUAL: readonly string[] = ['SEXUAL_EXPLOITATION', 'FORCED_MARRIAGE']

/** `null` until there is an age. */
export function gathered(draft: ScreeningDraft, worker: Worker): Gathered | null {
  const age = ageOf(draft.age)
  if (age === null) return null
  const communal = salongoOf(draft)
  return gather({
    ...{ table: 'LABOUR', age, answers: indicatorAnswers(draft, worker), field: fieldAnswers(draft, worker) },
    act: listed(draft, 'recruited-or-moved', acts),
    means: means.filter((one) => draft.means.includes(one)),
    purpose: purposeOf(draft),
    c182: listed(draft, 'worst-forms', c182Situations),
    armed: listed(draft, 'armed-role', armedRoles),
    miningWork: listed(draft, 'work-in-mining', miningWorks),
    lightWork: draft.answers['light-work'] ?? 'NOT_ASKED',
    salongo: communal === null ? null : { ...communal, evidence: 'SELF', observedOn: worker.today, recordedBy: worker.account },
  })
}
export type Facts = Omit<AssessmentFacts, 'answers'> & { readonly answers: readonly IndicatorAnswer[] }
/** One set for each table by which the person is read. */
export function factsOf(draft: ScreeningDraft, worker: Worker): readonly Facts[] {
  const found = gathered(draft, worker)
  if (found === null) return []
  const sexual =
    draft.wishesS6 === 'YES' &&
    (found.facts.purpose.which.some((one) => SEXUAL.includes(one)) || draft.answers['time-of-sexual-violence'] === 'YES')
  return sexual ? [found.facts, { ...found.facts, table: 'SEXUAL' }] : [found.facts]
}
export const explanationsFor = (draft: ScreeningDraft, worker: Worker, now: string): readonly Explanation[] =>
  factsOf(draft, worker).map((facts) => assess(facts, { computedAt: now }))
