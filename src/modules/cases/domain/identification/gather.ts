/*
From a filled-in screening to the facts of an assessment: indicators answered one by one, what follows from questions of the mine and from the
salongo test, and the purposes that were named on the way. It adds, it never takes away: a direct answer stays as it was given.
*/
import { type Answer, type IndicatorAnswer, answersThatCount } from './answers.ts'
import type { AssessmentFacts, Purpose, Recorded } from './facts.ts'
import { purposes } from './facts.ts'
import { type FieldAnswer, fromFieldAnswers, phaseOf } from './field-questions.ts'
import { type IndicatorCode, inOrder } from './indicator-codes.ts'
import { type SalongoFacts, salongo } from './salongo.ts'
import { type SiteEventType, siteEventTypes } from './site-events.ts'

export interface Screened extends Omit<AssessmentFacts, 'answers'> {
  readonly answers: readonly IndicatorAnswer[]
  readonly field: readonly FieldAnswer[]
  readonly salongo: (SalongoFacts & Pick<IndicatorAnswer, 'evidence' | 'observedOn' | 'recordedBy'>) | null
}
export interface Gathered {
  readonly facts: Omit<AssessmentFacts, 'answers'> & { readonly answers: readonly IndicatorAnswer[] }
  readonly noticed: readonly SiteEventType[]
  /** Indicators that a question opened and that nobody has answered or declined yet. */
  readonly toAsk: readonly IndicatorCode[]
}

export function gather({ field, salongo: communal, ...screened }: Screened): Gathered {
  const mine = fromFieldAnswers(field)
  const test = communal ? salongo(communal) : null
  const fromTest = (test?.sets ?? []).flatMap((code): readonly IndicatorAnswer[] =>
    communal
      ? [
          {
            ...{ code, answer: 'YES', phase: phaseOf(code), evidence: communal.evidence, observedOn: communal.observedOn },
            ...{ recordedBy: communal.recordedBy, note: null },
          },
        ]
      : [],
  )
  const answers = [...screened.answers, ...mine.answers.map(({ from: _, ...one }) => one), ...fromTest]
  const known = answersThatCount(answers)
  const settled: readonly Answer[] = ['YES', 'NO', 'DECLINED']
  const noticed = new Set([...mine.siteEvents, ...(test?.siteEvents ?? [])])
  return {
    facts: { ...screened, answers, purpose: withPurposes(screened.purpose, mine.purposes) },
    noticed: siteEventTypes.filter((type) => noticed.has(type)),
    toAsk: [...new Set([...mine.opens, ...(test?.opens ?? [])])]
      .filter((code) => !settled.includes(known.get(code) ?? 'NOT_ASKED'))
      .toSorted(inOrder),
  }
}

function withPurposes(given: Recorded<Purpose>, more: readonly Purpose[]): Recorded<Purpose> {
  if (more.length === 0) return given
  return { answer: 'YES', which: purposes.filter((one) => given.which.includes(one) || more.includes(one)) }
}
