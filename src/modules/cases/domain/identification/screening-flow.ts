/*
The way through the screening form: which section comes next, what stops it, what is skipped, and what is kept if it ended now. Safety comes
before everything and at every step; nothing is asked before the person agreed; stopping is always possible and costs nothing. Pure: the
minutes that have passed and what the interviewer is trained for come from the caller.
*/
import type { SealedRef } from '../sealed-ref.ts'
import { type AgeFacts, isReadAsChild } from './age.ts'
import type { Answer } from './answers.ts'
import { type IdentificationNumbers, defaultNumbers } from './identification-rules.ts'
import { type FormVersion, type Section, sections } from './screening-form.ts'

/** What must be explained before consent, as HTCDS lists it (V); the last two are ours (D). */
export const explainedItems = [
  ...(['purpose', 'uses', 'research-with-what-cannot-identify', 'right-to-access', 'how-long-it-is-kept', 'how-to-withdraw'] as const),
  ...(['free-to-stop', 'help-does-not-depend-on-it'] as const),
] as const
export type ExplainedItem = (typeof explainedItems)[number]
export const consentForms = ['WRITTEN', 'AUDIO', 'VERBAL_CERTIFIED_BY_WORKER'] as const
export type ConsentForm = (typeof consentForms)[number]
export const abortReasons = ['danger', 'person-asked', 'distress', 'interrupted', 'too-long'] as const
export type AbortReason = (typeof abortReasons)[number]

/** Why it waits or has ended. */
export const stopCodes = [
  ...(['safety-protocol', 'find-a-private-place', 'not-in-front-of-guards-or-employer', 'no-group-screening'] as const),
  ...(['explain-every-item', 'offer-choice-of-interviewer', 'interpreter-must-sign', 'form-of-consent-needed'] as const),
  ...(['age-or-estimate-needed', 'child-needs-trained-worker', 'say-why-you-disagree'] as const),
  ...(['consent-refused', 'stopped', 'complete'] as const),
] as const
export type StopCode = (typeof stopCodes)[number]
export const flowPrompts = [
  ...(['telephone-not-safe', 'give-leaflet', 'time-to-stop', 'never-promise', 'no-names-of-units', 'only-for-the-worker'] as const),
] as const
export type FlowPrompt = (typeof flowPrompts)[number]
export const skipReasons = ['not-trained-for-it', 'not-wished'] as const
export type SkipReason = (typeof skipReasons)[number]
/** `coded-draft`: answers without words, under the pseudonym. `tally`: a month and an outcome. */
export type Kept = 'nothing-yet' | 'tally' | 'coded-draft' | 'screening'

export interface ScreeningState {
  readonly minutes: number
  readonly safety: {
    readonly immediateDanger: Answer
    readonly privatePlace: Answer
    readonly guardsNear: Answer
    readonly nobodyElsePresent: Answer
    readonly safeTelephone: Answer
    /** The safety protocol was gone through since the danger was noted. */
    readonly dangerSettled: boolean
  } | null
  readonly consent: {
    readonly explained: readonly ExplainedItem[]
    readonly choiceOfInterviewer: Answer
    readonly interpreter: 'none' | 'not-signed' | 'signed-confidentiality'
    readonly form: ConsentForm | null
    readonly answer: Answer
  } | null
  readonly age: AgeFacts | null
  /** Does the person wish to speak of sexual exploitation and forced marriage? */
  readonly wishesS6: Answer
  readonly opinion: { readonly agrees: boolean; readonly reason: SealedRef | null } | null
  readonly finished: readonly Section[]
  readonly aborted: { readonly because: AbortReason; readonly keepWhatWasSaid: boolean } | null
}
export const emptyScreening: ScreeningState = {
  ...{ minutes: 0, safety: null, consent: null, age: null, wishesS6: 'NOT_ASKED', opinion: null, finished: [], aborted: null },
}
export interface Interviewer {
  readonly trainedForChildren: boolean
  readonly trainedForSexualViolence: boolean
}
export interface Flow {
  readonly state: 'open' | 'paused' | 'ended'
  readonly section: Section | null
  readonly stop: StopCode | null
  /** `null` until the age is known. */
  readonly version: FormVersion | null
  readonly skipped: readonly { readonly section: Section; readonly because: SkipReason }[]
  readonly prompts: readonly FlowPrompt[]
  readonly keeps: Kept
  readonly mayAbort: boolean
}

/** A danger that nobody can rule out is one. */
function unsafe({ safety }: ScreeningState): StopCode | null {
  if (!safety) return null
  const { immediateDanger, dangerSettled, guardsNear, privatePlace, nobodyElsePresent } = safety
  if (!dangerSettled && immediateDanger !== 'NO' && immediateDanger !== 'NOT_ASKED') return 'safety-protocol'
  if (guardsNear === 'YES') return 'not-in-front-of-guards-or-employer'
  if (privatePlace === 'NO') return 'find-a-private-place'
  return nobodyElsePresent === 'NO' ? 'no-group-screening' : null
}
/** Each answered, and well: what nobody asked is not safe. */
const safetyKnown = ({ safety }: ScreeningState): boolean =>
  safety !== null &&
  (safety.immediateDanger === 'NO' || (safety.dangerSettled && safety.immediateDanger !== 'NOT_ASKED')) &&
  safety.privatePlace === 'YES' &&
  safety.guardsNear === 'NO' &&
  safety.nobodyElsePresent === 'YES'

/** What is missing for a consent that counts. */
function consentLacks({ consent }: ScreeningState): StopCode | null {
  if (!consent || consent.answer !== 'YES') return null
  if (consent.interpreter === 'not-signed') return 'interpreter-must-sign'
  if (!explainedItems.every((item) => consent.explained.includes(item))) return 'explain-every-item'
  if (consent.choiceOfInterviewer !== 'YES') return 'offer-choice-of-interviewer'
  return consent.form === null ? 'form-of-consent-needed' : null
}
const consented = (state: ScreeningState): boolean => state.consent?.answer === 'YES' && consentLacks(state) === null

function skippedBy(state: ScreeningState, { trainedForSexualViolence }: Interviewer): Flow['skipped'] {
  if (!trainedForSexualViolence) return [{ section: 'S6', because: 'not-trained-for-it' }]
  return state.wishesS6 === 'NO' || state.wishesS6 === 'DECLINED' ? [{ section: 'S6', because: 'not-wished' }] : []
}

type At = Pick<Flow, 'state' | 'section' | 'stop'>
const open = (section: Section, stop: StopCode | null = null): At => ({ state: 'open', section, stop })
const paused = (section: Section, stop: StopCode): At => ({ state: 'paused', section, stop })
const ended = (stop: StopCode): At => ({ state: 'ended', section: null, stop })

function whereItIs(state: ScreeningState, interviewer: Interviewer, skipped: Flow['skipped']): At {
  if (state.aborted) return ended('stopped')
  const danger = unsafe(state)
  if (danger) return paused('S0', danger)
  if (!safetyKnown(state)) return open('S0')
  if (state.consent?.answer === 'NO' || state.consent?.answer === 'DECLINED') return ended('consent-refused')
  if (!consented(state)) return open('S1', consentLacks(state))
  if (!state.age) return open('S2', state.finished.includes('S2') ? 'age-or-estimate-needed' : null)
  if (isReadAsChild(state.age) && !interviewer.trainedForChildren) return paused('S2', 'child-needs-trained-worker')
  const left = sections.slice(2).find((section) => !state.finished.includes(section) && !skipped.some((one) => one.section === section))
  if (state.finished.includes('S9') && state.opinion?.agrees === false && !state.opinion.reason) return open('S9', 'say-why-you-disagree')
  return left ? open(left) : ended('complete')
}

function keptNow(state: ScreeningState, at: At): Kept {
  if (at.stop === 'consent-refused') return 'tally'
  if (at.stop === 'complete') return 'screening'
  if (state.aborted) return consented(state) && state.aborted.keepWhatWasSaid ? 'coded-draft' : 'tally'
  return consented(state) ? 'coded-draft' : 'nothing-yet'
}

export function flowOf(state: ScreeningState, interviewer: Interviewer, numbers: IdentificationNumbers = defaultNumbers): Flow {
  const skipped = skippedBy(state, interviewer)
  const at = whereItIs(state, interviewer, skipped)
  const going = at.state !== 'ended'
  const prompts: readonly (FlowPrompt | null)[] = [
    going && state.minutes >= numbers.interviewMinutes ? 'time-to-stop' : null,
    going && state.safety?.safeTelephone === 'NO' ? 'telephone-not-safe' : null,
    at.stop === 'consent-refused' ? 'give-leaflet' : null,
    at.section === 'S7' ? 'no-names-of-units' : null,
    at.section === 'S8' || at.section === 'S10' ? 'never-promise' : null,
    at.section === 'S9' ? 'only-for-the-worker' : null,
  ]
  return {
    ...{ ...at, skipped, mayAbort: going, keeps: keptNow(state, at) },
    version: state.age ? (isReadAsChild(state.age) ? 'child' : 'adult') : null,
    prompts: prompts.filter((one) => one !== null),
  }
}

export const tallyOutcomes = ['consent-refused', 'stopped', 'screened'] as const
/** All that stays of an interview that was not held: nothing by which anybody could be found, not even a day. */
export interface ScreeningTally {
  readonly month: string
  readonly outcome: (typeof tallyOutcomes)[number]
}
export const tallyOf = (flow: Flow, day: string): ScreeningTally | null => {
  if (flow.state !== 'ended') return null
  const outcome = flow.stop === 'complete' ? 'screened' : flow.stop === 'consent-refused' ? 'consent-refused' : 'stopped'
  return { month: day.slice(0, 7), outcome }
}

/** After this many hours no medical time limit runs any more. */
export const longestMedicalHours = (numbers: IdentificationNumbers = defaultNumbers): number =>
  Math.max(...medicalTimers(0, numbers).map((one) => one.withinHours))
/** After sexual violence: what can still be done, and for how long (U: medical guidance to confirm). */
export const medicalTimers = (hoursSince: number, numbers: IdentificationNumbers = defaultNumbers) =>
  [
    { code: 'prevention-of-infection' as const, withinHours: numbers.preventionOfInfectionHours },
    { code: 'emergency-contraception' as const, withinHours: numbers.emergencyContraceptionHours },
  ].map((one) => ({ ...one, hoursLeft: Math.max(0, one.withinHours - hoursSince) }))
