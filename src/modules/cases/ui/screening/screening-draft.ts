/*
An interview as it stands on the device while it is held: codes in one part, words of the person in another (`coffre`), so that the two can never be
mixed. Pure: the clock comes from the caller. Where the form goes next is the domain's to say (`screening-flow.ts`), never decided here.
*/
import type { CaseType } from '../../domain/case/case-words.ts'
import { type Answer, type EvidenceOfAnswer } from '../../domain/identification/answers.ts'
import type { AgeFacts } from '../../domain/identification/age.ts'
import type { FieldPartCode, FieldQuestionCode } from '../../domain/identification/field-questions.ts'
import type { IndicatorCode } from '../../domain/identification/indicator-codes.ts'
import type { Row } from '../../domain/identification/findings.ts'
import type { SalongoBeneficiary, SalongoQuestion } from '../../domain/identification/salongo.ts'
import {
  type AbortReason,
  type ConsentForm,
  type ExplainedItem,
  type Flow,
  type Interviewer,
  type ScreeningState,
  flowOf,
} from '../../domain/identification/screening-flow.ts'
import { type FormQuestionCode, SCREENING_FORM_ID, type Section, sections } from '../../domain/identification/screening-form.ts'
import { type HarmPlace, unknownPlace } from '../opening/harm-place.ts'
import type { Place } from '../signals/place.ts'
import type { DebtRows } from './debt-rows.ts'
import type {
  ContactChannel,
  DayPart,
  DisabilityCode,
  DisplacementCode,
  GenderCode,
  ReferralAnswer,
  ServiceCode,
  SourceCode,
} from './screening-lists.ts'

export interface GivenIndicator {
  readonly answer: Answer
  readonly evidence: EvidenceOfAnswer
  readonly on: string
}
export interface GivenField {
  readonly answer: Answer
  readonly parts: readonly FieldPartCode[]
  readonly evidence: EvidenceOfAnswer
  readonly on: string
}
export interface GivenList {
  readonly answer: Answer
  readonly which: readonly string[]
}
export interface AgeTexts {
  readonly kind: '' | 'years' | 'estimate'
  readonly years: string
  readonly fromYears: string
  readonly toYears: string
  readonly disputed: boolean
}
/** Words of the person, in clear in the memory of this device only. */
export interface Coffre {
  readonly names: string
  readonly birthDate: string
  readonly reach: string
  readonly otherIdentity: string
  readonly story: string
  readonly urgentNeeds: string
  readonly wishes: string
  readonly whomNotToTell: string
  readonly reason: string
  readonly safeContact: string
  readonly codeWord: string
}
export interface ScreeningDraft {
  readonly form: string
  /** Made when the interview begins: sent twice after a lost connection it is taken once. */
  readonly sendAs: string
  /** The code of the case that it opens, drawn with it. */
  readonly subject: string
  /** Where the person was met. */
  readonly source: SourceCode
  /** What kind of file the worker opens; '' leaves it to the answers. */
  readonly caseType: CaseType | ''
  /** Where it happened, as codes: never closer than a province. */
  readonly harmPlace: HarmPlace
  /** The mine, else the territoire; '' not known, or not to be said. */
  readonly workedAt: Place
  readonly startedAt: string
  /** Of earlier sittings; the present one is counted from `sittingSince`. */
  readonly minutesBefore: number
  readonly sittingSince: string
  readonly interviewer: Interviewer
  readonly safety: NonNullable<ScreeningState['safety']>
  readonly consent: {
    readonly explained: readonly ExplainedItem[]
    readonly choiceOfInterviewer: Answer
    readonly interpreter: 'none' | 'not-signed' | 'signed-confidentiality'
    readonly language: string
    readonly form: ConsentForm | ''
    readonly answer: Answer
  }
  readonly age: AgeTexts
  readonly gender: GenderCode | ''
  readonly citizenship: readonly string[]
  readonly languages: readonly string[]
  readonly displacement: DisplacementCode
  readonly disability: DisabilityCode
  readonly accompanied: Answer
  readonly indicators: { readonly [code in IndicatorCode]?: GivenIndicator }
  readonly field: { readonly [question in FieldQuestionCode]?: GivenField }
  readonly lists: { readonly [question in FormQuestionCode]?: GivenList }
  readonly answers: { readonly [question in FormQuestionCode]?: Answer }
  readonly means: readonly string[]
  readonly salongo: { readonly answers: { readonly [question in SalongoQuestion]?: Answer }; readonly benefits: SalongoBeneficiary | '' }
  readonly debt: DebtRows
  readonly wishesS6: Answer
  /** `2026-11-22T14:30` as a person types it there; '' unknown. */
  readonly violenceAt: string
  readonly opinion: { readonly agrees: '' | 'yes' | 'no'; readonly own: Row | '' }
  readonly referrals: { readonly [service in ServiceCode]?: ReferralAnswer }
  readonly contact: {
    readonly channel: ContactChannel
    readonly anyTime: boolean
    readonly weekdays: readonly number[]
    readonly parts: readonly DayPart[]
    /** '' is no: no message is left unless somebody said that one may be. */
    readonly mayLeaveMessage: '' | 'yes' | 'no'
    readonly mayOthersAnswer: '' | 'yes' | 'no'
  }
  readonly coffre: Coffre
  readonly finished: readonly Section[]
  readonly aborted: { readonly because: AbortReason; readonly keepWhatWasSaid: boolean } | null
}

export const emptyCoffre: Coffre = {
  ...{ names: '', birthDate: '', reach: '', otherIdentity: '', story: '', urgentNeeds: '', wishes: '', whomNotToTell: '' },
  ...{ reason: '', safeContact: '', codeWord: '' },
}
const notAsked = 'NOT_ASKED' as const
export const blankDraft = (now: string, sendAs = '', subject = ''): ScreeningDraft => ({
  ...{ form: SCREENING_FORM_ID, sendAs, subject },
  harmPlace: unknownPlace,
  workedAt: { site: '', siteName: '', area: '' },
  ...{ source: 'other', caseType: '', startedAt: now, minutesBefore: 0, sittingSince: now },
  interviewer: { trainedForChildren: false, trainedForSexualViolence: false },
  safety: {
    ...{ immediateDanger: notAsked, privatePlace: notAsked, guardsNear: notAsked, nobodyElsePresent: notAsked, safeTelephone: notAsked },
    dangerSettled: false,
  },
  consent: { explained: [], choiceOfInterviewer: notAsked, interpreter: 'none', language: '', form: '', answer: notAsked },
  age: { kind: '', years: '', fromYears: '', toYears: '', disputed: false },
  ...{ gender: '', citizenship: [], languages: [], displacement: 'unknown', disability: 'not-asked', accompanied: notAsked },
  ...{ indicators: {}, field: {}, lists: {}, answers: {}, means: [], salongo: { answers: {}, benefits: '' } },
  debt: { principal: [], goods: [], deliveries: [], deductions: [], claimed: '', mayLeave: notAsked, limitedInTime: notAsked },
  ...{ wishesS6: notAsked, violenceAt: '', opinion: { agrees: '', own: '' }, referrals: {} },
  contact: { channel: 'none', anyTime: false, weekdays: [], parts: [], mayLeaveMessage: '', mayOthersAnswer: '' },
  ...{ coffre: emptyCoffre, finished: [], aborted: null },
})
export type DraftChange = Partial<ScreeningDraft>

const whole = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 130 ? Number(text) : null)
/** `null` until it says something; an estimate that runs backwards says nothing. An age in whole years is the youngest of that year. */
export function ageOf({ kind, years, fromYears, toYears, disputed }: AgeTexts): AgeFacts | null {
  if (kind === 'years') {
    const known = whole(years)
    return known === null ? null : { kind: 'COMPLETED_MONTHS', months: known * 12, disputed }
  }
  const [from, to] = [whole(fromYears), whole(toYears)]
  if (kind === 'estimate' && from !== null && to !== null && from <= to) return { kind: 'ESTIMATE', fromYears: from, toYears: to, disputed }
  // Disputed and nothing else known: still an age, and read as a child.
  return disputed ? { kind: 'ESTIMATE', fromYears: 0, toYears: 130, disputed } : null
}

export const minutesOf = ({ minutesBefore, sittingSince }: Pick<ScreeningDraft, 'minutesBefore' | 'sittingSince'>, now: string): number =>
  minutesBefore + Math.max(0, Math.floor((Date.parse(now) - Date.parse(sittingSince)) / 60_000))
/** Taken up again after the screen was left: the time between counts for nobody. */
export const resumed = (draft: ScreeningDraft, lastAt: string, now: string): ScreeningDraft => ({
  ...draft,
  ...{ minutesBefore: minutesOf(draft, lastAt), sittingSince: now },
})

/** Where a text of the person will lie; the reference is made when it is sealed. */
const REASON = { vault: 'narrative', id: 'reason' } as const
export function stateOf(draft: ScreeningDraft, now: string): ScreeningState {
  const { safety, consent, wishesS6, opinion, finished, aborted, coffre } = draft
  return {
    minutes: minutesOf(draft, now),
    safety,
    consent: { ...consent, form: consent.form || null },
    age: ageOf(draft.age),
    wishesS6,
    opinion: opinion.agrees === '' ? null : { agrees: opinion.agrees === 'yes', reason: coffre.reason.trim() === '' ? null : REASON },
    ...{ finished, aborted },
  }
}
export const flowFor = (draft: ScreeningDraft, now: string): Flow => flowOf(stateOf(draft, now), draft.interviewer)

/** What the screen shows: the first two sections stay until one goes on, the others are the flow's. */
export function shownSection(draft: ScreeningDraft, flow: Flow): Section | null {
  if (flow.state !== 'open' || flow.section === null) return flow.section
  if (flow.section === 'S0' || !draft.finished.includes('S0')) return 'S0'
  return flow.section === 'S1' || !draft.finished.includes('S1') ? 'S1' : flow.section
}
/** The sections that this interview has, in their order. */
export const waysThrough = ({ skipped }: Pick<Flow, 'skipped'>): readonly Section[] =>
  sections.filter((section) => !skipped.some((one) => one.section === section))

export const finish = ({ finished }: Pick<ScreeningDraft, 'finished'>, section: Section): DraftChange => ({
  finished: finished.includes(section) ? finished : [...finished, section],
})
/** Back to the section before: nothing that was answered goes. */
export function back({ finished }: Pick<ScreeningDraft, 'finished'>, section: Section, flow: Pick<Flow, 'skipped'>): DraftChange {
  const way = waysThrough(flow)
  const before = way[way.indexOf(section) - 1]
  if (before === undefined) return {}
  const from = sections.indexOf(before)
  return { finished: finished.filter((one) => sections.indexOf(one) < from) }
}
/** Whether one may go on from a section: safety and consent only when the flow has left them. */
export function mayFinish(draft: ScreeningDraft, section: Section, flow: Flow): boolean {
  if (flow.state !== 'open') return false
  if (section === 'S0') return flow.section !== 'S0'
  if (section === 'S1') return flow.section !== 'S0' && flow.section !== 'S1'
  if (section === 'S2') return ageOf(draft.age) !== null
  if (section === 'S6') return draft.wishesS6 !== 'NOT_ASKED'
  if (section === 'S9') return draft.opinion.agrees === 'yes' || (draft.opinion.agrees === 'no' && draft.coffre.reason.trim() !== '')
  return true
}

/* ---- single answers ---- */
export interface How {
  readonly evidence: EvidenceOfAnswer
  readonly on: string
}
export const withIndicator = (
  draft: ScreeningDraft,
  { code, ...given }: GivenIndicator & { readonly code: IndicatorCode },
): DraftChange => ({ indicators: { ...draft.indicators, [code]: given } })
export const withField = (
  draft: ScreeningDraft,
  { question, answer, ...how }: How & { readonly question: FieldQuestionCode; readonly answer: Answer },
): DraftChange => ({
  // The parts belong to a yes.
  field: { ...draft.field, [question]: { answer, parts: answer === 'YES' ? (draft.field[question]?.parts ?? []) : [], ...how } },
})
export function withPart(
  draft: ScreeningDraft,
  { question, part, is }: { readonly question: FieldQuestionCode; readonly part: FieldPartCode; readonly is: boolean },
): DraftChange {
  const given = draft.field[question]
  if (given === undefined || given.answer !== 'YES') return {}
  return { field: { ...draft.field, [question]: { ...given, parts: toggled(given.parts, part, is) } } }
}
/** YES exactly when something is named; answering otherwise names nothing. */
export const withListAnswer = (draft: ScreeningDraft, question: FormQuestionCode, answer: Answer): DraftChange => ({
  lists: { ...draft.lists, [question]: { answer, which: answer === 'YES' ? (draft.lists[question]?.which ?? []) : [] } },
})
export function withPicked(
  draft: ScreeningDraft,
  question: FormQuestionCode,
  { value, is }: { readonly value: string; readonly is: boolean },
): DraftChange {
  const which = toggled(draft.lists[question]?.which ?? [], value, is)
  return { lists: { ...draft.lists, [question]: { answer: which.length > 0 ? 'YES' : 'NOT_ASKED', which } } }
}
export const withAnswer = (draft: ScreeningDraft, question: FormQuestionCode, answer: Answer): DraftChange => ({
  answers: { ...draft.answers, [question]: answer },
})
export function toggled<Value>(list: readonly Value[], value: Value, is: boolean): readonly Value[] {
  const without = list.filter((one) => one !== value)
  return is ? [...without, value] : without
}
/** Names at least one word of the person. */
export const hasWords = ({ coffre }: Pick<ScreeningDraft, 'coffre'>): boolean => Object.values(coffre).some((text) => text.trim() !== '')

/** A section of which something is missing, where the screen says what: never a button that does not say why it is shut. */
export const missingIn = (draft: ScreeningDraft, section: Section, flow: Flow): 'S2' | 'S6' | 'S9' | null => {
  const told = (['S2', 'S6', 'S9'] as const).find((one) => one === section)
  return told === undefined || flow.state !== 'open' || mayFinish(draft, section, flow) ? null : told
}
