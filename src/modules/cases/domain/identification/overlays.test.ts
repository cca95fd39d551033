import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { type Answer, answerValues } from './answers.ts'
import { assess } from './assess.ts'
import { type DebtFacts, debtWorksheet } from './debt-worksheet.ts'
import { adult, answers, at, child } from './example-facts.ts'
import { notRecorded, recorded } from './facts.ts'
import { type FieldAnswer, fieldPartCodes, fieldQuestionCodes, fieldQuestions, fromFieldAnswers } from './field-questions.ts'
import { defaultNumbers } from './identification-rules.ts'
import { codesOf } from './indicator-codes.ts'
import { type SalongoBeneficiary, type SalongoFacts, type SalongoQuestion, salongo, salongoQuestions } from './salongo.ts'
import { siteEventsOf } from './site-events.ts'

const agent = asId('account', '01900000-0000-7000-8000-000000000001')
const said = (question: FieldAnswer['question'], parts: FieldAnswer['parts'] = [], answer: Answer = 'YES'): FieldAnswer => ({
  ...{ question, answer, parts, evidence: 'SELF', observedOn: '2026-11-20', recordedBy: agent },
})
const codes = (...given: readonly FieldAnswer[]) => fromFieldAnswers(given).answers.map((one) => one.code)

describe('Questions of the mine and the indicators they stand for', () => {
  test.each<[FieldAnswer['question'], FieldAnswer['parts'], readonly string[]]>([
    ['advance-tied-to-sale', [], ['D5.DEBT', 'D4.WAGEMAN', 'D3.ECON']],
    ['fine-turned-into-digging', ['charge-led-to-the-work'], ['D5.TASKS', 'D2.DENOUNCE']],
    ['fine-turned-into-digging', ['charged-while-at-work'], ['D5.TASKS', 'D5.DENOUNCE']],
    ['round-up-at-gunpoint', [], ['D2.THREAT', 'D5.TASKS']],
    ['round-up-at-gunpoint', ['violence-used'], ['D2.THREAT', 'D5.TASKS', 'D2.VIOLENCE']],
    ['tax-or-checkpoint-at-the-pit', [], []],
    ['tax-or-checkpoint-at-the-pit', ['takes-the-wage'], ['D5.WAGES']],
    ['guards-stop-leaving', [], ['D5.CONFINE']],
    ['brought-and-held-in-camp', ['marriage-promised'], ['D5.DEBT', 'D1.MARRIAGE']],
    ['brought-and-held-in-camp', ['work-or-support-promised'], ['D5.DEBT', 'D1.JOB']],
    ['child-at-work', ['school-missed'], ['D4.HAZARD', 'D4.NOEDU']],
    ['border-and-camp-jobs', ['threatened-with-expulsion', 'unpaid-on-expulsion'], ['D5.DENOUNCE', 'D4.LOWPAY']],
  ])('%s %j', (question, parts, expected) => {
    expect(codes(said(question, parts))).toEqual(expected)
  })
  test('a purpose and a site event follow, an act never does', () => {
    const camp = fromFieldAnswers([said('brought-and-held-in-camp', ['bar-or-prostitution', 'held-as-a-wife'])])
    expect(camp.purposes).toEqual(['SEXUAL_EXPLOITATION', 'FORCED_MARRIAGE'])
    expect(Object.keys(camp).toSorted()).toEqual(['answers', 'opens', 'purposes', 'siteEvents'])
    expect(fromFieldAnswers([said('tax-or-checkpoint-at-the-pit')]).siteEvents).toEqual(['illegal-taxation'])
    expect(fromFieldAnswers([said('border-and-camp-jobs')]).opens).toEqual(codesOf.D1)
  })
  test('anything but yes says nothing', () => {
    for (const question of fieldQuestionCodes)
      for (const answer of answerValues.filter((one) => one !== 'YES'))
        expect(fromFieldAnswers([said(question, fieldPartCodes, answer)])).toEqual({ answers: [], purposes: [], siteEvents: [], opens: [] })
  })
  test('a part of another question is not heard, and every part belongs to one question', () => {
    expect(codes(said('guards-stop-leaving', ['school-missed']))).toEqual(['D5.CONFINE'])
    for (const part of fieldPartCodes) expect(fieldQuestionCodes.filter((code) => fieldQuestions[code].parts[part])).toHaveLength(1)
  })
})

describe('Salongo', () => {
  const all = (
    answer: Answer,
    change: Partial<Record<SalongoQuestion, Answer>> = {},
    benefits: SalongoBeneficiary | null = null,
  ): SalongoFacts => ({
    answers: {
      ...{ 'small-service': answer, 'benefits-this-community': answer, 'community-was-consulted': answer },
      ...{ 'decided-by-lawful-civil-authority': answer, 'no-violence-or-detention-for-absence': answer, ...change },
    },
    benefits,
  })
  test('is a civic duty only when all five hold', () => {
    expect(salongo(all('YES'))).toEqual({
      ...{ outcome: 'normal-civic-duty', failing: [], unanswered: [], sets: [], opens: [], siteEvents: [] },
    })
    for (const question of salongoQuestions) {
      expect(salongo(all('YES', { [question]: 'NO' }))).toMatchObject({ outcome: 'ask-about-forced-labour', failing: [question] })
      for (const answer of ['UNKNOWN', 'NOT_ASKED', 'DECLINED'] as const)
        expect(salongo(all('YES', { [question]: answer }))).toMatchObject({ outcome: 'not-yet-known', unanswered: [question] })
    }
    expect(salongo(all('UNKNOWN', { 'small-service': 'NO' })).opens).toEqual([...codesOf.D2, ...codesOf.D4, ...codesOf.D5])
  })
  test('for armed men it is forced tasks and a site event; for a trader forced tasks, and nobody is called armed', () => {
    expect(salongo(all('YES', {}, 'armed-actor'))).toMatchObject({
      ...{ outcome: 'ask-about-forced-labour', sets: ['D5.TASKS'], siteEvents: ['forced-labour-by-armed-actor'] },
    })
    expect(salongo(all('YES', {}, 'private-trader'))).toMatchObject({ sets: ['D5.TASKS'], siteEvents: ['forced-labour-indication'] })
    expect(salongo(all('YES', {}, 'community')).outcome).toBe('normal-civic-duty')
  })
})

const nothing: DebtFacts = {
  ...{ principal: [], goods: [], deliveries: [], deductions: [], claimedCents: null },
  ...{ mayLeave: 'YES', limitedInTime: 'YES', asOf: '2026-11-22' },
}
/** Fifty dollars in cash, ten measures of flour at twice the market, a kilogram of cassiterite written off at half. */
const digger: DebtFacts = {
  ...nothing,
  principal: [{ on: '2026-09-01', cents: 5_000 }],
  goods: [{ on: '2026-09-01', quantity: 10, unitPriceCents: 400, marketUnitPriceCents: 200 }],
  deliveries: [{ on: '2026-10-01', mass: { grams: 4_500 }, priceCents: 2_000, given: 'credited', marketCentsPerThousand: 900 }],
  deductions: [{ on: '2026-10-02', cents: 700 }],
}
describe('The debt-bondage worksheet', () => {
  test('advances and deliveries at market price', () => {
    expect(debtWorksheet(digger)).toEqual({
      ...{ advancesAtMarketCents: 7_000, deliveriesAtMarketCents: 4_050, interestCents: 0, fairBalanceCents: 2_950, claimedCents: null },
      ...{ underpaidCents: 2_050, overchargedCents: 2_000, deductionsNotRecognisedCents: 700, flags: [], asks: [] },
    })
  })
  test('a claim above one and a half times the fair balance is flagged with its figures; exactly that is not', () => {
    const claims = (claimedCents: number) => debtWorksheet({ ...digger, claimedCents }).flags
    expect(claims(4_425)).toEqual([])
    expect(claims(4_426)).toEqual([
      { flag: 'claim-far-above-fair-balance', facts: { claimedCents: 4_426, fairBalanceCents: 2_950, claimedPercentOfFair: 150 } },
    ])
    const stricter = { ...defaultNumbers, claimedPercentOfFair: 110 }
    expect(debtWorksheet({ ...digger, claimedCents: 4_000 }, stricter)).toMatchObject({ asks: ['D5.DEBT'] })
  })
  test('nothing owed and may not leave; no end in time; both only when said', () => {
    const paid = { ...digger, deliveries: [...digger.deliveries, ...digger.deliveries] }
    const flags = (facts: DebtFacts) => debtWorksheet(facts).flags.map((one) => one.flag)
    expect(debtWorksheet(paid).fairBalanceCents).toBe(-1_100)
    expect(flags({ ...paid, mayLeave: 'NO' })).toEqual(['nothing-owed-and-may-not-leave'])
    expect(flags({ ...paid, mayLeave: 'UNKNOWN' })).toEqual([])
    expect(flags({ ...paid, claimedCents: 0 })).toEqual([])
    expect(flags({ ...paid, claimedCents: 1, limitedInTime: 'NO' })).toEqual(['claim-far-above-fair-balance', 'no-end-in-time'])
    expect(flags({ ...digger, mayLeave: 'NO' })).toEqual([])
    expect(flags({ ...nothing, mayLeave: 'NO' })).toEqual(['nothing-owed-and-may-not-leave'])
  })
  test('cash for a delivery was received too', () => {
    const cash = { ...digger, deliveries: digger.deliveries.map((one) => ({ ...one, given: 'cash' as const })) }
    expect(debtWorksheet(cash).fairBalanceCents).toBe(2_950 + 2_000)
  })
  test('gold by the milligram; a broken cent is the digger’s', () => {
    const gold = { on: '2026-10-01', mass: { milligrams: 1_001 }, priceCents: 0, given: 'credited' as const, marketCentsPerThousand: 8_215 }
    expect(debtWorksheet({ ...nothing, deliveries: [gold] }).deliveriesAtMarketCents).toBe(8_224)
  })
  test('interest by the day on what is owed, at the rate that the programme sets, rounded down', () => {
    const loan = { ...nothing, principal: [{ on: '2025-11-22', cents: 10_000 }] }
    const six = { ...defaultNumbers, legalInterestPerYear: 600 }
    expect(debtWorksheet(loan, six)).toMatchObject({ interestCents: 600, fairBalanceCents: 10_600 })
    const half = { on: '2026-05-24', mass: { grams: 10_000 }, priceCents: 0, given: 'credited' as const, marketCentsPerThousand: 1_000 }
    expect(debtWorksheet({ ...loan, deliveries: [half] }, six).interestCents).toBe(Math.floor((10_000 * 183 * 600) / 3_650_000))
    expect(debtWorksheet(loan).interestCents).toBe(0)
    // What the creditor owes earns nothing, and does not eat up later interest.
    const early = { ...half, on: '2024-11-22' }
    expect(debtWorksheet({ ...nothing, deliveries: [early] }, six).interestCents).toBe(0)
    const later = { ...loan, principal: [{ on: '2025-11-22', cents: 20_000 }], deliveries: [early] }
    expect(debtWorksheet(later, six).interestCents).toBe(600)
  })
  test('in whole cents, and more delivered never leaves more owed', () => {
    const money = fc.nat({ max: 1_000_000 })
    const day = fc.integer({ min: 10, max: 28 }).map((one) => `2026-03-${one}`)
    const delivery = fc.record({ on: day, grams: money, priceCents: money, marketCentsPerThousand: money })
    fc.assert(
      fc.property(
        fc.array(fc.record({ on: day, cents: money }), { maxLength: 5 }),
        fc.array(delivery, { maxLength: 5 }),
        delivery,
        (principal, all, more) => {
          const with_ = (list: readonly (typeof more)[]) =>
            debtWorksheet(
              {
                ...nothing,
                principal,
                deliveries: list.map(({ grams, ...one }) => ({ ...one, mass: { grams }, given: 'credited' as const })),
              },
              { ...defaultNumbers, legalInterestPerYear: 1_234 },
            )
          const before = with_(all)
          for (const value of [before.interestCents, before.fairBalanceCents, before.underpaidCents])
            expect(Number.isSafeInteger(value)).toBe(true)
          expect(with_([...all, more]).fairBalanceCents).toBeLessThanOrEqual(before.fairBalanceCents)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('What a site is told', () => {
  const told = (facts: typeof adult, noticed: Parameters<typeof siteEventsOf>[0]['noticed'] = []) =>
    siteEventsOf({ explanation: assess(facts, at), armed: facts.armed, noticed, day: '2026-11-22' }, defaultNumbers)
  test('example E3: forced labour and armed men, by month, three months later, and nothing of a person', () => {
    const beaten = answers(['D4.LOWPAY', 'D4.HAZARD', 'D4.VERYBAD', 'D5.VIOLENCE', 'D5.THREAT', 'D5.TASKS'])
    expect(told({ ...adult, answers: beaten }, ['forced-labour-by-armed-actor'])).toEqual([
      { type: 'forced-labour-indication', month: '2026-11', shownFrom: '2027-03-01' },
      { type: 'forced-labour-by-armed-actor', month: '2026-11', shownFrom: '2027-03-01' },
    ])
  })
  test('children at work when nobody doubts that they are children', () => {
    const types = (facts: typeof adult) => told(facts).map((one) => one.type)
    const working = { ...child(12), miningWork: recorded('LOADS' as const) }
    expect(types(working)).toEqual(['child-labour-observed'])
    expect(types({ ...working, age: { ...working.age, disputed: true } })).toEqual([])
    expect(types({ ...child(16), act: notRecorded(), armed: recorded('COOK') })).toEqual(['armed-actor-presence'])
    const sold = { ...child(16), act: recorded('TRANSFER' as const), purpose: recorded('SEXUAL_EXPLOITATION' as const) }
    expect(types(sold)).toEqual(['sgbv-pattern'])
    expect(types(adult)).toEqual([])
  })
  test('the day it may be shown does not tell the day it happened', () => {
    const days = ['01', '15', '30'].map(
      (day) =>
        siteEventsOf(
          { explanation: assess(adult, at), armed: notRecorded(), noticed: ['illegal-taxation'], day: `2026-04-${day}` },
          defaultNumbers,
        )[0],
    )
    expect(days.map((one) => one?.shownFrom)).toEqual(['2026-08-01', '2026-08-01', '2026-08-01'])
    for (const one of days) expect(Object.keys(one ?? {})).toEqual(['type', 'month', 'shownFrom'])
  })
})
