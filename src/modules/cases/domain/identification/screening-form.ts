/*
The screening form, eleven sections from safety to next steps, as data: what each question is, which indicators or facts it feeds, and where
words that people say are sealed. Our own design (D): IOM's form was not available. What is asked is only what the engine or the person's
safety needs. On paper a line is a number and nothing else, so a lost sheet does not tell what it is about.
*/
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import type { Vault } from '../sealed-ref.ts'
import type { OpenQuestion } from './counterfactual.ts'
import type { FieldQuestionCode } from './field-questions.ts'
import { type IndicatorCode, codesOf } from './indicator-codes.ts'
import { weightOf } from './instrument-ilo-ec-2009-v1.ts'

export const sections = ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10'] as const
export type Section = (typeof sections)[number]
export const formVersions = ['adult', 'child'] as const
export type FormVersion = (typeof formVersions)[number]

export const formQuestionCodes = [
  ...(['immediate-danger', 'private-place', 'exploiter-or-guards-near', 'nobody-else-present', 'safe-telephone'] as const),
  ...(['what-was-explained', 'choice-of-interviewer', 'interpreter', 'language', 'form-of-consent', 'consent-to-interview'] as const),
  ...(['sex-or-gender', 'age', 'citizenship', 'languages', 'status', 'disability', 'accompanied'] as const),
  ...(['origin', 'route', 'recruited-or-moved', 'who-proposed-the-work', 'promises', 'fees-and-debt', 'papers-before'] as const),
  ...(['pressure-before', 'situation-before'] as const),
  ...(['task-and-mineral', 'hours', 'rule-of-pay', 'lender', 'equipment-and-accidents', 'schooling', 'accommodation'] as const),
  ...(['contract-and-cover', 'work-in-mining', 'light-work', 'worst-forms'] as const),
  ...([
    'freedom-to-leave',
    'papers-now',
    'debt-now',
    'threats',
    'violence',
    'made-to-do',
    'taxes',
    'fines-and-charges',
    'wages-kept',
  ] as const),
  ...(['communal-work', 'held-by-circumstances'] as const),
  ...(['purpose', 'brought-to-a-camp', 'time-of-sexual-violence'] as const),
  ...(['armed-role', 'armed-period', 'round-ups'] as const),
  ...(['urgent-needs', 'wishes', 'whom-not-to-tell'] as const),
  ...(['computed-finding', 'own-opinion', 'reason-to-disagree'] as const),
  ...(['referrals', 'safe-contact', 'code-word'] as const),
] as const
export type FormQuestionCode = (typeof formQuestionCodes)[number]

export type QuestionKind = 'answer' | 'list' | 'indicators' | 'age' | 'coded-place' | 'sealed' | 'computed'
interface FormQuestion {
  readonly section: Section
  readonly kind: QuestionKind
  readonly codes?: readonly IndicatorCode[]
  readonly facts?: readonly OpenQuestion[]
  readonly overlays?: readonly FieldQuestionCode[]
  readonly worksheet?: 'debt' | 'salongo'
  readonly vault?: Vault
  readonly only?: FormVersion
}
const in_ = (section: Section, kind: QuestionKind, more: Omit<FormQuestion, 'section' | 'kind'> = {}): FormQuestion => ({
  section,
  kind,
  ...more,
})
const promised: readonly IndicatorCode[] = codesOf.D1.filter((code) => code !== 'D1.TRAVEL' && code !== 'D1.STATUS')
const pressure: readonly IndicatorCode[] = codesOf.D2.filter((code) => code !== 'D2.DEBT' && code !== 'D2.MONEY' && code !== 'D2.DOCS')

export const formQuestions: { readonly [code in FormQuestionCode]: FormQuestion } = {
  'immediate-danger': in_('S0', 'answer'),
  'private-place': in_('S0', 'answer'),
  'exploiter-or-guards-near': in_('S0', 'answer'),
  'nobody-else-present': in_('S0', 'answer'),
  'safe-telephone': in_('S0', 'answer'),
  'what-was-explained': in_('S1', 'list'),
  'choice-of-interviewer': in_('S1', 'answer'),
  interpreter: in_('S1', 'answer'),
  language: in_('S1', 'list'),
  'form-of-consent': in_('S1', 'list'),
  'consent-to-interview': in_('S1', 'answer'),
  'sex-or-gender': in_('S2', 'list'),
  age: in_('S2', 'age'),
  citizenship: in_('S2', 'list'),
  languages: in_('S2', 'list'),
  status: in_('S2', 'list'),
  disability: in_('S2', 'list'),
  accompanied: in_('S2', 'answer'),
  origin: in_('S3', 'coded-place'),
  route: in_('S3', 'coded-place'),
  'recruited-or-moved': in_('S3', 'list', { facts: ['ACT'] }),
  'who-proposed-the-work': in_('S3', 'list'),
  promises: in_('S3', 'indicators', { codes: promised, overlays: ['border-and-camp-jobs'] }),
  'fees-and-debt': in_('S3', 'indicators', { codes: ['D1.TRAVEL', 'D2.DEBT', 'D2.MONEY'] }),
  'papers-before': in_('S3', 'indicators', { codes: ['D1.STATUS', 'D2.DOCS'] }),
  'pressure-before': in_('S3', 'indicators', { codes: pressure }),
  'situation-before': in_('S3', 'indicators', { codes: codesOf.D3 }),
  'task-and-mineral': in_('S4', 'list'),
  hours: in_('S4', 'indicators', { codes: ['D4.HOURS'] }),
  'rule-of-pay': in_('S4', 'indicators', { codes: ['D4.LOWPAY', 'D4.WAGEMAN'] }),
  lender: in_('S4', 'answer', { overlays: ['advance-tied-to-sale'], worksheet: 'debt' }),
  'equipment-and-accidents': in_('S4', 'indicators', { codes: ['D4.VERYBAD', 'D4.HAZARD'] }),
  schooling: in_('S4', 'indicators', { codes: ['D4.NOEDU'], overlays: ['child-at-work'] }),
  accommodation: in_('S4', 'indicators', { codes: ['D4.LIVING'] }),
  'contract-and-cover': in_('S4', 'indicators', { codes: ['D4.NOLAW', 'D4.NOSOC'] }),
  'work-in-mining': in_('S4', 'list', { facts: ['MINING_WORK'], only: 'child' }),
  'light-work': in_('S4', 'answer', { facts: ['LIGHT_WORK'], only: 'child' }),
  'worst-forms': in_('S4', 'list', { facts: ['C182'], only: 'child' }),
  'freedom-to-leave': in_('S5', 'indicators', { codes: ['D5.CONFINE'], overlays: ['guards-stop-leaving'] }),
  'papers-now': in_('S5', 'indicators', { codes: ['D5.DOCS'] }),
  'debt-now': in_('S5', 'indicators', { codes: ['D5.DEBT'] }),
  threats: in_('S5', 'indicators', { codes: ['D5.THREAT', 'D5.DENOUNCE', 'D5.WORSE', 'D5.SHAME'] }),
  violence: in_('S5', 'indicators', { codes: ['D5.VIOLENCE', 'D5.FAMVIOL'] }),
  'made-to-do': in_('S5', 'indicators', { codes: ['D5.ILLICIT', 'D5.TASKS', 'D5.INFLUENCE', 'D5.PEERS', 'D5.LIE'] }),
  taxes: in_('S5', 'answer', { overlays: ['tax-or-checkpoint-at-the-pit'] }),
  'fines-and-charges': in_('S5', 'answer', { overlays: ['fine-turned-into-digging'] }),
  'wages-kept': in_('S5', 'indicators', { codes: ['D5.WAGES'] }),
  'communal-work': in_('S5', 'answer', { worksheet: 'salongo' }),
  'held-by-circumstances': in_('S5', 'indicators', { codes: codesOf.D6 }),
  purpose: in_('S6', 'list', { facts: ['PURPOSE'] }),
  'brought-to-a-camp': in_('S6', 'answer', { overlays: ['brought-and-held-in-camp'] }),
  'time-of-sexual-violence': in_('S6', 'answer'),
  'armed-role': in_('S7', 'list', { facts: ['ARMED'] }),
  'armed-period': in_('S7', 'list'),
  'round-ups': in_('S7', 'answer', { overlays: ['round-up-at-gunpoint'] }),
  'urgent-needs': in_('S8', 'sealed', { vault: 'narrative' }),
  wishes: in_('S8', 'sealed', { vault: 'narrative' }),
  'whom-not-to-tell': in_('S8', 'sealed', { vault: 'narrative' }),
  'computed-finding': in_('S9', 'computed'),
  'own-opinion': in_('S9', 'answer'),
  'reason-to-disagree': in_('S9', 'sealed', { vault: 'narrative' }),
  referrals: in_('S10', 'list'),
  'safe-contact': in_('S10', 'sealed', { vault: 'identity' }),
  'code-word': in_('S10', 'sealed', { vault: 'identity' }),
}
export const SCREENING_FORM_ID = 'SCREENING_FORM_v1'
/** What its hash is made over; a screening keeps the id of its form. */
export const screeningFormText = canonicalJson({ id: SCREENING_FORM_ID, order: formQuestionCodes, questions: formQuestions })

export interface AskedQuestion extends FormQuestion {
  readonly code: FormQuestionCode
}
/** The questions of a section; a child is not asked what the children's table does not weigh. */
export const questionsOf = (section: Section, version: FormVersion): readonly AskedQuestion[] =>
  formQuestionCodes
    .map((code) => ({ code, ...formQuestions[code] }))
    .filter((one) => one.section === section && (one.only === undefined || one.only === version))
    .map((one) => (one.codes && version === 'child' ? { ...one, codes: one.codes.filter((code) => weightOf('CL', code) !== null) } : one))

export interface PaperLine {
  readonly number: string
  readonly question: FormQuestionCode
  readonly code: IndicatorCode | null
}
/** Every line of the paper, in its order: the number of the section and two figures. Computed and sealed ones are not on paper. */
export const paperLines: readonly PaperLine[] = sections.flatMap((section) =>
  formQuestionCodes
    .filter((code) => formQuestions[code].section === section && !['computed', 'sealed'].includes(formQuestions[code].kind))
    .flatMap((question): readonly Omit<PaperLine, 'number'>[] => {
      const { codes } = formQuestions[question]
      return codes ? codes.map((code) => ({ question, code })) : [{ question, code: null }]
    })
    .map((line, at) => ({ ...line, number: `${section.slice(1)}${String(at + 1).padStart(2, '0')}` })),
)
/** All that is printed: numbers and five empty boxes each (yes, no, does not know, not asked, will not say). */
export const paperSheet = (): readonly { readonly line: string; readonly boxes: 5 }[] =>
  paperLines.map(({ number }) => ({ line: number, boxes: 5 }))
export const lineOfPaper = (number: string): PaperLine | null => paperLines.find((one) => one.number === number) ?? null
