import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerValues } from './answers.ts'
import { openQuestions } from './counterfactual.ts'
import { fieldQuestionCodes } from './field-questions.ts'
import { type IndicatorCode, codesOf, dimensions, indicatorCodes } from './indicator-codes.ts'
import { weightOf } from './instrument-ilo-ec-2009-v1.ts'
import {
  type Interviewer,
  type ScreeningState,
  abortReasons,
  emptyScreening,
  explainedItems,
  flowOf,
  medicalTimers,
  tallyOf,
} from './screening-flow.ts'
import {
  formQuestionCodes,
  formQuestions,
  lineOfPaper,
  paperLines,
  paperSheet,
  questionsOf,
  screeningFormText,
  sections,
} from './screening-form.ts'

const trained: Interviewer = { trainedForChildren: true, trainedForSexualViolence: true }
const untrained: Interviewer = { trainedForChildren: false, trainedForSexualViolence: false }
const safe: NonNullable<ScreeningState['safety']> = {
  ...{ immediateDanger: 'NO', privatePlace: 'YES', guardsNear: 'NO', nobodyElsePresent: 'YES', safeTelephone: 'YES', dangerSettled: false },
}
const agreed: NonNullable<ScreeningState['consent']> = {
  ...{ explained: explainedItems, choiceOfInterviewer: 'YES', interpreter: 'none', form: 'VERBAL_CERTIFIED_BY_WORKER', answer: 'YES' },
}
const years = (n: number) => ({ kind: 'COMPLETED_MONTHS' as const, months: n * 12, disputed: false })
const begun: ScreeningState = {
  ...emptyScreening,
  safety: safe,
  consent: agreed,
  age: years(30),
  finished: ['S0', 'S1', 'S2'],
  wishesS6: 'YES',
}

describe('Every question knows what it feeds', () => {
  const codesIn = (section: string): readonly IndicatorCode[] =>
    formQuestionCodes.filter((code) => formQuestions[code].section === section).flatMap((code) => formQuestions[code].codes ?? [])
  test('all 67 indicators are asked, each once, in the section of the text', () => {
    const all = sections.flatMap(codesIn)
    expect(all.toSorted()).toEqual([...indicatorCodes].toSorted())
    expect(codesIn('S3').toSorted()).toEqual([...codesOf.D1, ...codesOf.D2, ...codesOf.D3].toSorted())
    expect(codesIn('S4').toSorted()).toEqual(codesOf.D4.toSorted())
    expect(codesIn('S5').toSorted()).toEqual([...codesOf.D5, ...codesOf.D6].toSorted())
    expect(dimensions).toHaveLength(6)
  })
  test('so are all facts and all questions of the mine; the act by itself', () => {
    const fed = formQuestionCodes.flatMap((code) => formQuestions[code].facts ?? [])
    expect(fed.toSorted()).toEqual([...openQuestions].toSorted())
    expect(formQuestions['recruited-or-moved']).toMatchObject({ section: 'S3', facts: ['ACT'] })
    expect(formQuestionCodes.flatMap((code) => formQuestions[code].overlays ?? []).toSorted()).toEqual([...fieldQuestionCodes].toSorted())
    expect(formQuestionCodes.flatMap((code) => formQuestions[code].worksheet ?? []).toSorted()).toEqual(['debt', 'salongo'])
  })
  test('needs, wishes, whom not to tell, the reason of a disagreement and the safe contact are sealed', () => {
    const sealed = formQuestionCodes.filter((code) => formQuestions[code].kind === 'sealed')
    expect(sealed).toEqual(['urgent-needs', 'wishes', 'whom-not-to-tell', 'reason-to-disagree', 'safe-contact', 'code-word'])
    for (const code of sealed) expect(['identity', 'narrative']).toContain(formQuestions[code].vault)
  })
  test('a child is asked of its work and of the worst forms, and nothing that its table does not weigh', () => {
    const asked = (version: 'adult' | 'child') => sections.flatMap((section) => questionsOf(section, version))
    const codes = (version: 'adult' | 'child') => asked(version).flatMap((one) => one.codes ?? [])
    expect(codes('adult')).toHaveLength(67)
    expect(codes('child')).toHaveLength(65)
    for (const code of codes('child')) expect(weightOf('CL', code)).not.toBeNull()
    const adults = new Set(asked('adult').map((one) => one.code))
    expect(
      asked('child')
        .map((one) => one.code)
        .filter((code) => !adults.has(code)),
    ).toEqual(['work-in-mining', 'light-work', 'worst-forms'])
  })
  test('the form is frozen: paper numbers never move', () => {
    expect(createHash('sha256').update(screeningFormText).digest('hex').slice(0, 16)).toBe('0ab51bb71a5d72e7')
  })
})

describe('Paper', () => {
  test('shows numbers and boxes, and no word', () => {
    expect(JSON.stringify(paperSheet()).replaceAll(/"line"|"boxes"/g, '')).toMatch(/^[[\]{}:,"\d]+$/)
    expect(new Set(paperLines.map((one) => one.number)).size).toBe(paperLines.length)
    for (const code of indicatorCodes) expect(paperLines.filter((one) => one.code === code)).toHaveLength(1)
  })
  test('is read back by number', () => {
    const line = paperLines.find((one) => one.code === 'D5.DEBT')!
    expect(lineOfPaper(line.number)).toEqual({ number: line.number, question: 'debt-now', code: 'D5.DEBT' })
    expect(lineOfPaper('9999')).toBeNull()
  })
})

describe('Safety first', () => {
  test.each<[Partial<typeof safe>, string]>([
    [{ immediateDanger: 'YES' }, 'safety-protocol'],
    [{ immediateDanger: 'UNKNOWN' }, 'safety-protocol'],
    [{ immediateDanger: 'DECLINED' }, 'safety-protocol'],
    [{ guardsNear: 'YES' }, 'not-in-front-of-guards-or-employer'],
    [{ privatePlace: 'NO' }, 'find-a-private-place'],
    [{ nobodyElsePresent: 'NO' }, 'no-group-screening'],
  ])('%j pauses, at every section: %s', (change, stop) => {
    const state = { ...begun, safety: { ...safe, ...change } }
    for (const finished of [[], sections.slice(0, 5), sections.slice(0, 10)])
      expect(flowOf({ ...state, finished }, trained)).toMatchObject({ state: 'paused', stop, section: 'S0', mayAbort: true })
  })
  test('the danger settled, it goes on; what nobody asked keeps it at safety', () => {
    expect(flowOf({ ...begun, safety: { ...safe, immediateDanger: 'YES', dangerSettled: true } }, trained).section).toBe('S3')
    for (const name of ['immediateDanger', 'privatePlace', 'guardsNear', 'nobodyElsePresent'] as const)
      expect(flowOf({ ...begun, safety: { ...safe, [name]: 'NOT_ASKED' } }, trained)).toMatchObject({ state: 'open', section: 'S0' })
    expect(flowOf(emptyScreening, trained)).toMatchObject({ state: 'open', section: 'S0', keeps: 'nothing-yet' })
    expect(flowOf({ ...begun, safety: { ...safe, safeTelephone: 'NO' } }, trained).prompts).toContain('telephone-not-safe')
  })
})

describe('Consent to the interview', () => {
  test('refused: a leaflet, the end, and only a tally is kept', () => {
    for (const answer of ['NO', 'DECLINED'] as const) {
      const flow = flowOf({ ...begun, consent: { ...agreed, answer } }, trained)
      expect(flow).toMatchObject({ state: 'ended', stop: 'consent-refused', keeps: 'tally', prompts: ['give-leaflet'], mayAbort: false })
      expect(tallyOf(flow, '2026-11-22')).toEqual({ month: '2026-11', outcome: 'consent-refused' })
    }
  })
  test.each<[Partial<typeof agreed>, string | null]>([
    [{ explained: explainedItems.slice(1) }, 'explain-every-item'],
    [{ interpreter: 'not-signed' }, 'interpreter-must-sign'],
    [{ choiceOfInterviewer: 'NOT_ASKED' }, 'offer-choice-of-interviewer'],
    [{ form: null }, 'form-of-consent-needed'],
    [{ answer: 'UNKNOWN' }, null],
  ])('%j is no consent yet', (change, stop) => {
    expect(flowOf({ ...begun, consent: { ...agreed, ...change } }, trained)).toMatchObject({ section: 'S1', stop, keeps: 'nothing-yet' })
  })
})

describe('Children, time, and what only a trained worker asks', () => {
  test('a child, or somebody who may be one, waits for a trained worker', () => {
    const ages = [years(15), { ...years(30), disputed: true }, { kind: 'ESTIMATE' as const, fromYears: 16, toYears: 20, disputed: false }]
    for (const age of ages) {
      expect(flowOf({ ...begun, age }, untrained)).toMatchObject({ state: 'paused', stop: 'child-needs-trained-worker', version: 'child' })
      expect(flowOf({ ...begun, age }, trained)).toMatchObject({ state: 'open', section: 'S3', version: 'child' })
    }
    expect(flowOf({ ...begun, age: null }, trained)).toMatchObject({ section: 'S2', stop: 'age-or-estimate-needed', version: null })
    expect(flowOf(begun, untrained)).toMatchObject({ section: 'S3', version: 'adult' })
  })
  test('after 45 minutes it is time to stop; nobody is cut off', () => {
    expect(flowOf({ ...begun, minutes: 44 }, trained).prompts).toEqual([])
    expect(flowOf({ ...begun, minutes: 45 }, trained)).toMatchObject({ state: 'open', prompts: ['time-to-stop'] })
  })
  test('sexual exploitation only by who is trained, and only if wished', () => {
    const before = { ...begun, finished: sections.slice(0, 6) }
    expect(flowOf(before, trained).section).toBe('S6')
    expect(flowOf(before, untrained)).toMatchObject({ section: 'S7', skipped: [{ section: 'S6', because: 'not-trained-for-it' }] })
    for (const wishesS6 of ['NO', 'DECLINED'] as const)
      expect(flowOf({ ...before, wishesS6 }, trained)).toMatchObject({ section: 'S7', skipped: [{ section: 'S6', because: 'not-wished' }] })
    expect(medicalTimers(60)).toEqual([
      { code: 'prevention-of-infection', withinHours: 72, hoursLeft: 12 },
      { code: 'emergency-contraception', withinHours: 120, hoursLeft: 60 },
    ])
    expect(medicalTimers(100).map((one) => one.hoursLeft)).toEqual([0, 20])
  })
  test('section by section to the end', () => {
    const seen: string[] = []
    let state: ScreeningState = { ...begun, opinion: { agrees: true, reason: null } }
    for (let flow = flowOf(state, trained); flow.section; flow = flowOf(state, trained)) {
      seen.push(flow.section)
      state = { ...state, finished: [...state.finished, flow.section] }
    }
    expect(seen).toEqual(sections.slice(3))
    expect(flowOf(state, trained)).toMatchObject({ state: 'ended', stop: 'complete', keeps: 'screening' })
    expect(flowOf({ ...begun, finished: sections.slice(0, 9) }, trained).prompts).toEqual(['only-for-the-worker'])
  })
  test('whoever disagrees with the computed finding says why, sealed', () => {
    const state: ScreeningState = { ...begun, finished: sections, opinion: { agrees: false, reason: null } }
    expect(flowOf(state, trained)).toMatchObject({ section: 'S9', stop: 'say-why-you-disagree' })
    const said = { ...state, opinion: { agrees: false, reason: { vault: 'narrative' as const, id: 'a' } } }
    expect(flowOf(said, trained).stop).toBe('complete')
  })
})

describe('Stopping', () => {
  const anyState: fc.Arbitrary<ScreeningState> = fc.record({
    minutes: fc.nat({ max: 120 }),
    safety: fc.option(
      fc.record({
        ...{
          immediateDanger: fc.constantFrom(...answerValues),
          privatePlace: fc.constantFrom(...answerValues),
          dangerSettled: fc.boolean(),
        },
        ...{ guardsNear: fc.constantFrom(...answerValues), nobodyElsePresent: fc.constantFrom(...answerValues) },
        safeTelephone: fc.constantFrom(...answerValues),
      }),
    ),
    consent: fc.option(fc.constantFrom(...answerValues).map((answer) => ({ ...agreed, answer }))),
    age: fc.option(fc.integer({ min: 6, max: 60 }).map(years)),
    wishesS6: fc.constantFrom(...answerValues),
    opinion: fc.constant(null),
    finished: fc.subarray([...sections]),
    aborted: fc.option(fc.record({ because: fc.constantFrom(...abortReasons), keepWhatWasSaid: fc.boolean() })),
  })
  test('is possible wherever it has not ended, and then keeps answers only with consent and by wish', () => {
    fc.assert(
      fc.property(anyState, fc.boolean(), (state, isTrained) => {
        const flow = flowOf(state, isTrained ? trained : untrained)
        if (flow.state !== 'ended') expect(flow.mayAbort).toBe(true)
        if (state.consent?.answer !== 'YES') expect(['nothing-yet', 'tally']).toContain(flow.keeps)
        if (state.aborted) {
          expect(flow).toMatchObject({ state: 'ended', stop: 'stopped', section: null })
          expect(flow.keeps).toBe(state.consent?.answer === 'YES' && state.aborted.keepWhatWasSaid ? 'coded-draft' : 'tally')
          expect(Object.keys(tallyOf(flow, '2026-11-22') ?? {})).toEqual(['month', 'outcome'])
        }
        // Nothing about the person's life is asked before consent, in danger, or of a child by somebody untrained.
        if (flow.section && sections.indexOf(flow.section) > 2) {
          expect(state.consent?.answer).toBe('YES')
          expect(flow.state).toBe('open')
          expect(flow.version === 'child' && !isTrained).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })
})
