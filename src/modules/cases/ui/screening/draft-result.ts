/*
The one object that leaves the form, made from the interview. What was not agreed to be kept is not in it: after a refusal, or when the person wanted
nothing kept, a month and an outcome are all. Pure.
*/
import { threeLetters } from '../languages.ts'
import { isReadAsChild } from '../../domain/identification/age.ts'
import { debtWorksheet } from '../../domain/identification/debt-worksheet.ts'
import { type Flow, tallyOf } from '../../domain/identification/screening-flow.ts'
import { caseTypeFound } from './case-type-of.ts'
import { isEmptyDebt, readDebt } from './debt-rows.ts'
import { type Worker, explanationsFor, factsOf, fieldAnswers, gathered, salongoOf } from './draft-facts.ts'
import { type Coffre, type ScreeningDraft, ageOf, flowFor, minutesOf } from './screening-draft.ts'
import { codedLists, dayPartMinutes, referralAnswers, services } from './screening-lists.ts'
import type { CodedScreening, ScreeningResult, SealedTexts } from './screening-result.ts'

export interface Ending extends Worker {
  readonly now: string
  /** `Africa/Lubumbashi` */
  readonly zone: string
}

export function resultOf(draft: ScreeningDraft, ending: Ending): ScreeningResult {
  const flow = flowFor(draft, ending.now)
  const kept = flow.keeps === 'screening' || flow.keeps === 'coded-draft'
  const coded = kept ? codedOf(draft, flow, ending) : null
  const { sendAs, subject } = draft
  return { sendAs, subject, coded, sealed: coded === null ? {} : sealedOf(draft.coffre), tally: tallyOf(flow, ending.today) }
}

/** `null` before there is an age: without it nobody knows how the person is to be read. */
function codedOf(draft: ScreeningDraft, flow: Flow, ending: Ending): CodedScreening | null {
  const age = ageOf(draft.age)
  if (age === null) return null
  const { opinion, consent, safety, wishesS6 } = draft
  const { facts: debtFacts } = readDebt(draft.debt, ending.today)
  const version = isReadAsChild(age) ? 'child' : 'adult'
  const explanations = explanationsFor(draft, ending, ending.now)
  return {
    type: draft.caseType || caseTypeFound({ explanations, version }),
    ...{ form: draft.form, source: draft.source, facts: factsOf(draft, ending), fieldAnswers: fieldAnswers(draft, ending) },
    opinion: opinion.agrees === '' ? null : { agrees: opinion.agrees === 'yes', own: opinion.own || null },
    version,
    ...{ isComplete: flow.stop === 'complete', minutes: minutesOf(draft, ending.now), heldAt: draft.startedAt },
    explanations,
    outcome: { stop: flow.stop, keeps: flow.keeps, skipped: flow.skipped },
    profile: {
      ...{ age, gender: draft.gender || 'NonSpecifiedUnknown', citizenship: draft.citizenship },
      languages: draft.languages.map(threeLetters),
      ...{ displacement: draft.displacement, disability: draft.disability, accompanied: draft.accompanied },
    },
    harmPlace: draft.harmPlace,
    workedAt: workedAtOf(draft),
    interview: {
      language: threeLetters(consent.language),
      ...{ interpreter: consent.interpreter, explained: consent.explained, consentForm: consent.form || null },
      ...{ safeTelephone: safety.safeTelephone, immediateDanger: safety.immediateDanger, dangerSettled: safety.dangerSettled },
      wishesS6,
    },
    lists: Object.fromEntries(
      Object.entries(codedLists).flatMap(([question, values]) => {
        const named = Object.entries(draft.lists).find(([code]) => code === question)?.[1]?.which ?? []
        const which = values.filter((one) => named.includes(one))
        return which.length === 0 ? [] : [[question, which] as const]
      }),
    ),
    salongo: salongoOf(draft),
    debt: isEmptyDebt(draft.debt) ? null : debtWorksheet(debtFacts),
    noticed: gathered(draft, ending)?.noticed ?? [],
    violenceAt: violenceAt(draft),
    referrals: services.flatMap((service) => {
      const answer = referralAnswers.find((one) => one === draft.referrals[service])
      return answer === undefined ? [] : [{ service, answer }]
    }),
    contact: contactOf(draft, ending.zone),
  }
}

const workedAtOf = ({ workedAt: { site, area } }: ScreeningDraft): CodedScreening['workedAt'] =>
  site === '' && area === '' ? null : { site: site === '' ? null : site, area: site === '' ? area : null }

/** As it was typed on the clock of the device. */
export function violenceAt({ answers, violenceAt: typed, wishesS6 }: ScreeningDraft): string | null {
  if (wishesS6 !== 'YES' || answers['time-of-sexual-violence'] !== 'YES' || typed === '') return null
  const at = Date.parse(typed)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

function contactOf({ contact, coffre }: ScreeningDraft, zone: string): CodedScreening['contact'] {
  const { channel, anyTime, weekdays, parts } = contact
  const windows = weekdays
    .toSorted((a, b) => a - b)
    .flatMap((weekday) => parts.map((part) => ({ weekday, fromMinute: dayPartMinutes[part][0], toMinute: dayPartMinutes[part][1] })))
  return {
    ...{ channel, zone, hasCodeWord: coffre.codeWord.trim() !== '' },
    // No unless it was said.
    ...{ mayLeaveMessage: contact.mayLeaveMessage === 'yes', mayOthersAnswer: contact.mayOthersAnswer === 'yes' },
    // Not asked is not "at any time".
    ...(anyTime ? { times: [] } : windows.length > 0 ? { times: windows } : {}),
  }
}

/** The parts of one text, named by a sign of their own so that the reader's language does not matter. */
const lines = (...parts: readonly (readonly [sign: string, text: string])[]): string =>
  parts.flatMap(([sign, text]) => (text.trim() === '' ? [] : [`${sign} ${text.trim()}`])).join('\n')
export function sealedOf(coffre: Coffre): SealedTexts {
  const texts = {
    identity: lines(['•', coffre.names], ['*', coffre.birthDate], ['☎', coffre.reach], ['#', coffre.otherIdentity]),
    safeContact: lines(['☎', coffre.safeContact], ['🗝', coffre.codeWord]),
    story: coffre.story.trim(),
    wishes: lines(['!', coffre.urgentNeeds], ['→', coffre.wishes], ['⊘', coffre.whomNotToTell]),
    reason: coffre.reason.trim(),
  }
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}
