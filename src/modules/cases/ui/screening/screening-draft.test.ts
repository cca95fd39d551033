/* The interview as state: what is shown, what may go on, and above all what leaves the device and in which part. */
import { describe, expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { explainedItems } from '../../domain/identification/screening-flow.ts'
import { sections } from '../../domain/identification/screening-form.ts'
import { parse, listOf } from '../../../../kernel/schema.ts'
import { GivenFacts, GivenFieldAnswer } from '../../domain/identification/assessment-words.ts'
import { SafeContact } from '../../domain/case/safe-contact.ts'
import { blankMoney, centsOf, readDebt, thousandthsOf } from './debt-rows.ts'
import { explanationsFor, factsOf } from './draft-facts.ts'
import { resultOf } from './draft-result.ts'
import {
  type ScreeningDraft,
  ageOf,
  back,
  blankDraft,
  finish,
  flowFor,
  mayFinish,
  missingIn,
  minutesOf,
  resumed,
  shownSection,
  withField,
  withIndicator,
  withListAnswer,
  withPart,
  withPicked,
} from './screening-draft.ts'

const NOW = '2026-11-22T09:00:00.000Z'
const LATER = '2026-11-22T09:30:00.000Z'
const worker = { account: asId('account', '0192f0c4-0000-7000-8000-000000000001'), today: '2026-11-22' }
const ending = { ...worker, now: LATER, zone: 'Africa/Lubumbashi' }
const how = { evidence: 'SELF', on: '2026-11-22' } as const
const safe: ScreeningDraft = {
  ...blankDraft(NOW),
  safety: {
    ...{ immediateDanger: 'NO', privatePlace: 'YES', guardsNear: 'NO', nobodyElsePresent: 'YES', safeTelephone: 'YES' },
    dangerSettled: false,
  },
  finished: ['S0'],
}
const agreed: ScreeningDraft = {
  ...safe,
  consent: {
    ...{ explained: explainedItems, choiceOfInterviewer: 'YES', interpreter: 'none', language: 'sw' },
    ...{ form: 'VERBAL_CERTIFIED_BY_WORKER', answer: 'YES' },
  },
  finished: ['S0', 'S1'],
}
const adult: ScreeningDraft = {
  ...agreed,
  age: { kind: 'years', years: '30', fromYears: '', toYears: '', disputed: false },
  finished: ['S0', 'S1', 'S2'],
}
/** Example E1: told a lie about pay, brought in; poor, no information; hours, pay, fines; papers and debt. */
const e1: ScreeningDraft = [
  ...(['D1.WAGE', 'D3.ECON', 'D3.FAMDIFF', 'D3.INFO', 'D4.HOURS', 'D4.LOWPAY', 'D4.WAGEMAN', 'D5.DOCS', 'D5.DEBT'] as const),
].reduce<ScreeningDraft>((draft, code) => ({ ...draft, ...withIndicator(draft, { code, answer: 'YES', ...how }) }), {
  ...adult,
  ...withPicked(adult, 'recruited-or-moved', { value: 'RECEIPT', is: true }),
})
const words = {
  ...{
    names: 'Amani KANARI',
    birthDate: '1996-02-29',
    reach: '+243 999 000 111',
    otherIdentity: 'carte 42',
    story: 'On m’a pris ma carte.',
  },
  ...{ urgentNeeds: 'dormir', wishes: 'rentrer', whomNotToTell: 'le PDG', reason: 'trop vague', safeContact: 'la boutique bleue' },
  codeWord: 'mangue',
}
const done = (draft: ScreeningDraft): ScreeningDraft => ({ ...draft, finished: sections, opinion: { agrees: 'yes', own: '' } })

describe('The way through', () => {
  const at = (draft: ScreeningDraft) => shownSection(draft, flowFor(draft, NOW))
  test('one section after the other; the first two stay until one goes on', () => {
    expect(at(blankDraft(NOW))).toBe('S0')
    expect(at({ ...safe, finished: [] })).toBe('S0')
    expect(mayFinish({ ...safe, finished: [] }, 'S0', flowFor(safe, NOW))).toBe(true)
    expect([at(safe), at({ ...agreed, finished: ['S0'] }), at(agreed), at(adult)]).toEqual(['S1', 'S1', 'S2', 'S3'])
    expect(at({ ...adult, ...finish(adult, 'S3') })).toBe('S4')
    expect(at({ ...adult, ...back(adult, 'S3', flowFor(adult, NOW)) })).toBe('S2')
  })
  test('danger that comes later pauses it wherever it is; nothing that was answered goes', () => {
    const danger = { ...e1, safety: { ...e1.safety, immediateDanger: 'UNKNOWN' as const } }
    expect(flowFor(danger, NOW)).toMatchObject({ state: 'paused', section: 'S0', stop: 'safety-protocol' })
    expect(at({ ...danger, safety: { ...danger.safety, dangerSettled: true } })).toBe('S3')
    expect(danger.indicators).toEqual(e1.indicators)
  })
  test('disputed age is read as a child and needs a trained worker; an estimate backwards is none', () => {
    const disputed = { ...adult, age: { ...adult.age, disputed: true } }
    expect(flowFor(disputed, NOW)).toMatchObject({ state: 'paused', version: 'child', stop: 'child-needs-trained-worker' })
    expect(ageOf({ kind: '', years: '', fromYears: '', toYears: '', disputed: true })).toMatchObject({ kind: 'ESTIMATE', fromYears: 0 })
    expect(ageOf({ kind: 'estimate', years: '', fromYears: '20', toYears: '16', disputed: false })).toBeNull()
    expect(ageOf({ kind: 'years', years: '17.9', fromYears: '', toYears: '', disputed: false })).toBeNull()
  })
  test('45 minutes are those of the sittings, not of the night between', () => {
    expect(minutesOf(adult, '2026-11-22T09:44:59.000Z')).toBe(44)
    expect(flowFor(adult, '2026-11-22T09:45:00.000Z').prompts).toContain('time-to-stop')
    const taken = resumed(adult, '2026-11-22T09:20:00.000Z', '2026-11-23T08:00:00.000Z')
    expect(minutesOf(taken, '2026-11-23T08:10:00.000Z')).toBe(30)
  })
  test('who disagrees says why before going on', () => {
    const no = { ...adult, opinion: { agrees: 'no', own: '' } as const }
    expect(mayFinish(no, 'S9', flowFor(no, NOW))).toBe(false)
    expect(mayFinish({ ...no, coffre: words }, 'S9', flowFor(no, NOW))).toBe(true)
  })
})

describe('Answers', () => {
  test('a part belongs to a yes; a list is yes exactly when something is named', () => {
    const yes = { ...adult, ...withField(adult, { question: 'child-at-work', answer: 'YES', ...how }) }
    const part = { ...yes, ...withPart(yes, { question: 'child-at-work', part: 'school-missed', is: true }) }
    expect(part.field['child-at-work']?.parts).toEqual(['school-missed'])
    expect(withField(part, { question: 'child-at-work', answer: 'NO', ...how }).field?.['child-at-work']?.parts).toEqual([])
    expect(withPart(adult, { question: 'child-at-work', part: 'school-missed', is: true })).toEqual({})
    const picked = { ...adult, ...withPicked(adult, 'purpose', { value: 'SERVITUDE', is: true }) }
    expect(picked.lists.purpose).toEqual({ answer: 'YES', which: ['SERVITUDE'] })
    expect(withPicked(picked, 'purpose', { value: 'SERVITUDE', is: false }).lists?.purpose).toEqual({ answer: 'NOT_ASKED', which: [] })
    expect(withListAnswer(picked, 'purpose', 'DECLINED').lists?.purpose).toEqual({ answer: 'DECLINED', which: [] })
  })
  test('example E1 is A2 on the device too, and a yes on D1.JOB makes it A1', () => {
    expect(explanationsFor(e1, worker, NOW).map((one) => one.findingRule)).toEqual(['A2'])
    const e2 = { ...e1, ...withIndicator(e1, { code: 'D1.JOB', answer: 'YES', ...how }) }
    expect(explanationsFor(e2, worker, NOW).map((one) => one.findingRule)).toEqual(['A1'])
  })
  test('both tables are read where sexual exploitation was spoken of; who does not wish to has declined it', () => {
    const spoken = { ...e1, wishesS6: 'YES' as const, ...withPicked(e1, 'purpose', { value: 'SEXUAL_EXPLOITATION', is: true }) }
    expect(explanationsFor({ ...spoken, lists: { ...e1.lists, ...spoken.lists } }, worker, NOW).map((one) => one.profile)).toEqual([
      'AL',
      'AS',
    ])
    expect(factsOf({ ...spoken, wishesS6: 'NO' }, worker)).toMatchObject([{ table: 'LABOUR', purpose: { answer: 'DECLINED', which: [] } }])
  })
})

describe('What leaves the form', () => {
  const full: ScreeningDraft = done({ ...e1, wishesS6: 'NO', coffre: words, referrals: { medical: 'accepted', police: 'declined' } })
  test('codes and words apart: no word of the person is in the coded part, and every word is sealed', () => {
    const { coded, sealed, tally } = resultOf(full, ending)
    expect(tally).toEqual({ month: '2026-11', outcome: 'screened' })
    expect(coded).toMatchObject({ isComplete: true, version: 'adult', minutes: 30, heldAt: NOW, opinion: { agrees: true, own: null } })
    expect(coded?.referrals).toEqual([
      { service: 'medical', answer: 'accepted' },
      { service: 'police', answer: 'declined' },
    ])
    const text = JSON.stringify(coded)
    for (const [name, word] of Object.entries(words)) {
      expect(text, name).not.toContain(word)
      expect(JSON.stringify(sealed), name).toContain(word)
    }
  })
  test('the server’s own schemas take the coded part as it is', () => {
    const { coded } = resultOf(full, ending)
    expect(parse(listOf(GivenFacts, 2), JSON.parse(JSON.stringify(coded?.facts))).ok).toBe(true)
    const asked = done({ ...e1, ...withField(e1, { question: 'guards-stop-leaving', answer: 'YES', ...how }), wishesS6: 'NO' })
    expect(parse(listOf(GivenFieldAnswer, 60), JSON.parse(JSON.stringify(resultOf(asked, ending).coded?.fieldAnswers))).ok).toBe(true)
    expect(parse(SafeContact, JSON.parse(JSON.stringify(coded?.contact))).ok).toBe(true)
  })
  test('no message is left and nobody else answers unless it was said; times that were not asked are not "any time"', () => {
    expect(resultOf(full, ending).coded?.contact).toEqual({
      ...{ channel: 'none', zone: 'Africa/Lubumbashi', hasCodeWord: true, mayLeaveMessage: false, mayOthersAnswer: false },
    })
    const said = {
      ...full,
      contact: { ...full.contact, channel: 'phone', weekdays: [3, 1], parts: ['evening'], mayLeaveMessage: 'yes' } as const,
    }
    expect(resultOf(said, ending).coded?.contact).toMatchObject({
      mayLeaveMessage: true,
      times: [
        { weekday: 1, fromMinute: 1080, toMinute: 1260 },
        { weekday: 3, fromMinute: 1080, toMinute: 1260 },
      ],
    })
  })
  test('no consent: a month and an outcome, nothing else, whatever was typed', () => {
    const refused = { ...full, consent: { ...full.consent, answer: 'NO' as const } }
    expect(resultOf(refused, ending)).toEqual({
      ...{ sendAs: '', subject: '' },
      coded: null,
      sealed: {},
      tally: { month: '2026-11', outcome: 'consent-refused' },
    })
  })
  test('stopped: what was said only if the person wants it kept', () => {
    const stop = (keepWhatWasSaid: boolean) =>
      resultOf({ ...e1, coffre: words, aborted: { because: 'person-asked', keepWhatWasSaid } }, ending)
    expect(stop(false)).toEqual({ sendAs: '', subject: '', coded: null, sealed: {}, tally: { month: '2026-11', outcome: 'stopped' } })
    expect(stop(true).coded).toMatchObject({ isComplete: false, outcome: { keeps: 'coded-draft', stop: 'stopped' } })
    // Stopped before anybody agreed, nothing can be kept.
    expect(resultOf({ ...safe, aborted: { because: 'distress', keepWhatWasSaid: true } }, ending).coded).toBeNull()
  })
})

test('amounts as people write them; a row that cannot be read is named and counts for nothing', () => {
  expect([centsOf('12,5'), centsOf('1 200.50'), centsOf('12,555'), centsOf('douze'), centsOf('')]).toEqual([1250, 120050, null, null, null])
  expect([thousandthsOf('2,5'), thousandthsOf('0.001')]).toEqual([2500, 1])
  const read = readDebt(
    { ...blankDraft(NOW).debt, principal: [{ on: '2026-09-01', amount: '50' }, blankMoney('2026-09-02')] },
    '2026-11-22',
  )
  expect(read.facts.principal).toEqual([{ on: '2026-09-01', cents: 5000 }])
  expect(read.unread).toEqual([{ list: 'principal', row: 2 }])
})

describe('What the worker is told and asked', () => {
  test('the kind of file is the worker’s word, else the answers’; without answers nobody’s', () => {
    const typed = (draft: ScreeningDraft) => resultOf(done({ ...draft, wishesS6: 'NO' }), ending).coded?.type
    expect([typed(e1), typed({ ...e1, caseType: 'wfcl' })]).toEqual(['tip-adult', 'wfcl'])
    expect([typed(adult), typed({ ...adult, caseType: 'sgbv' })]).toEqual([null, 'sgbv'])
  })
  test('a shut button says what is missing: the age, the wish, the opinion', () => {
    const missing = (draft: ScreeningDraft, section: 'S2' | 'S6' | 'S9') => missingIn(draft, section, flowFor(draft, NOW))
    expect([missing(agreed, 'S2'), missing(adult, 'S2'), missing(adult, 'S6')]).toEqual(['S2', null, 'S6'])
    expect(missing(adult, 'S9')).toBe('S9')
    expect(missing({ ...adult, opinion: { agrees: 'yes', own: '' } }, 'S9')).toBeNull()
  })
})
