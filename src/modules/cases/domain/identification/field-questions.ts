/*
What a field agent asks at a mine, in the mine's own terms, and which indicators a yes stands for. A no to such a question says nothing about
the indicators, which can be true for other reasons. No question stands for an act: that is asked by itself. Each row was designed for these
mines (D) on patterns that were reported (V, S); the pattern's source is named.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { type Answer, type IndicatorAnswer, type Phase } from './answers.ts'
import { type Purpose, purposes } from './facts.ts'
import { type Dimension, type IndicatorCode, codesOf, inOrder } from './indicator-codes.ts'
import { type SiteEventType, siteEventTypes } from './site-events.ts'

export const fieldQuestionCodes = [
  ...(['advance-tied-to-sale', 'fine-turned-into-digging', 'round-up-at-gunpoint', 'tax-or-checkpoint-at-the-pit'] as const),
  ...(['guards-stop-leaving', 'brought-and-held-in-camp', 'child-at-work', 'border-and-camp-jobs'] as const),
] as const
export type FieldQuestionCode = (typeof fieldQuestionCodes)[number]
export const fieldPartCodes = [
  ...(['charge-led-to-the-work', 'charged-while-at-work', 'violence-used', 'takes-the-wage'] as const),
  ...(['marriage-promised', 'work-or-support-promised', 'bar-or-prostitution', 'held-as-a-wife', 'school-missed'] as const),
  ...(['threatened-with-expulsion', 'unpaid-on-expulsion'] as const),
] as const
export type FieldPartCode = (typeof fieldPartCodes)[number]

interface Effect {
  readonly sets?: readonly IndicatorCode[]
  readonly purposes?: readonly Purpose[]
  readonly siteEvents?: readonly SiteEventType[]
  /** Not set: asked one by one. */
  readonly opens?: readonly Dimension[]
}
interface FieldQuestion {
  readonly always: Effect
  readonly parts: { readonly [part in FieldPartCode]?: Effect }
  readonly evidence: Evidence
  readonly patternEvidence: Evidence | null
  readonly source: string
}
const tip = 'Reports on trafficking in persons and on debt bondage in the mines of the DRC'
const slaves = 'Reports on forms of slavery in the mines of the Kivus'
const row = (always: Effect, parts: FieldQuestion['parts'], from: readonly [Evidence | null, string]): FieldQuestion => ({
  ...{ always, parts, evidence: 'D', patternEvidence: from[0], source: from[1] },
})

export const fieldQuestions: { readonly [code in FieldQuestionCode]: FieldQuestion } = {
  'advance-tied-to-sale': row({ sets: ['D5.DEBT', 'D4.WAGEMAN', 'D3.ECON'] }, {}, ['V', tip]),
  'fine-turned-into-digging': row(
    { sets: ['D5.TASKS'] },
    { 'charge-led-to-the-work': { sets: ['D2.DENOUNCE'] }, 'charged-while-at-work': { sets: ['D5.DENOUNCE'] } },
    ['V', slaves],
  ),
  'round-up-at-gunpoint': row(
    { sets: ['D2.THREAT', 'D5.TASKS'], siteEvents: ['forced-labour-by-armed-actor'] },
    { 'violence-used': { sets: ['D2.VIOLENCE'] } },
    ['V', slaves],
  ),
  'tax-or-checkpoint-at-the-pit': row({ siteEvents: ['illegal-taxation'] }, { 'takes-the-wage': { sets: ['D5.WAGES'] } }, [
    null,
    'Proposal',
  ]),
  'guards-stop-leaving': row({ sets: ['D5.CONFINE'] }, {}, [null, 'Proposal']),
  'brought-and-held-in-camp': row(
    { sets: ['D5.DEBT'] },
    {
      'marriage-promised': { sets: ['D1.MARRIAGE'] },
      'work-or-support-promised': { sets: ['D1.JOB'] },
      'bar-or-prostitution': { purposes: ['SEXUAL_EXPLOITATION'] },
      'held-as-a-wife': { purposes: ['FORCED_MARRIAGE'] },
    },
    [null, 'Proposal'],
  ),
  'child-at-work': row({ sets: ['D4.HAZARD'] }, { 'school-missed': { sets: ['D4.NOEDU'] } }, [null, 'Proposal']),
  'border-and-camp-jobs': row(
    { opens: ['D1'] },
    { 'threatened-with-expulsion': { sets: ['D5.DENOUNCE'] }, 'unpaid-on-expulsion': { sets: ['D4.LOWPAY'] } },
    ['S', 'Reports on trafficking in persons in Mongolia'],
  ),
}

export interface FieldAnswer extends Pick<IndicatorAnswer, 'evidence' | 'observedOn' | 'recordedBy'> {
  readonly question: FieldQuestionCode
  readonly answer: Answer
  readonly parts: readonly FieldPartCode[]
}
export interface FieldResult {
  readonly answers: readonly (IndicatorAnswer & { readonly from: FieldQuestionCode })[]
  readonly purposes: readonly Purpose[]
  readonly siteEvents: readonly SiteEventType[]
  /** Indicators to ask one by one. */
  readonly opens: readonly IndicatorCode[]
}

/** When an indicator speaks of: the first three dimensions of how the work began, the others of the work. */
export const phaseOf = (code: IndicatorCode): Phase =>
  codesOf.D4.includes(code) || codesOf.D5.includes(code) || codesOf.D6.includes(code) ? 'Exploitation' : 'Recruitment'

/** Only a yes says something. */
export function fromFieldAnswers(given: readonly FieldAnswer[]): FieldResult {
  const effects = given
    .filter(({ answer }) => answer === 'YES')
    .flatMap((one) => {
      const { always, parts } = fieldQuestions[one.question]
      return [always, ...one.parts.flatMap((part) => parts[part] ?? [])].map((effect) => ({ effect, one }))
    })
  const named = new Set(effects.flatMap(({ effect }) => effect.purposes ?? []))
  const noticed = new Set(effects.flatMap(({ effect }) => effect.siteEvents ?? []))
  return {
    answers: effects.flatMap(({ effect, one: { question, evidence, observedOn, recordedBy } }) =>
      (effect.sets ?? []).map((code) => ({
        ...{ code, answer: 'YES' as const, phase: phaseOf(code), evidence, observedOn, recordedBy, note: null, from: question },
      })),
    ),
    purposes: purposes.filter((one) => named.has(one)),
    siteEvents: siteEventTypes.filter((one) => noticed.has(one)),
    opens: [...new Set(effects.flatMap(({ effect }) => (effect.opens ?? []).flatMap((dimension) => codesOf[dimension])))].toSorted(inOrder),
  }
}
