import { describe, expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { IndicatorAnswer } from './answers.ts'
import { assess } from './assess.ts'
import { adult, answer, at, child } from './example-facts.ts'
import { notRecorded, recorded } from './facts.ts'
import type { FieldAnswer } from './field-questions.ts'
import { type Screened, gather } from './gather.ts'
import { defaultNumbers } from './identification-rules.ts'
import type { IndicatorCode } from './indicator-codes.ts'
import { siteEventsOf } from './site-events.ts'

const by = { evidence: 'SELF', observedOn: '2026-11-20', recordedBy: asId('account', '01900000-0000-7000-8000-000000000001') } as const
const said = (code: IndicatorCode, value: IndicatorAnswer['answer'] = 'YES'): IndicatorAnswer => ({
  ...answer(code, value),
  ...by,
  note: null,
})
const asked = (question: FieldAnswer['question'], ...parts: FieldAnswer['parts']): FieldAnswer => ({
  ...by,
  question,
  answer: 'YES',
  parts,
})
const screening = (more: Partial<Screened>): Screened => ({ ...adult, answers: [], field: [], salongo: null, ...more })
const YES = 'YES' as const
const communal = {
  ...by,
  answers: {
    ...{ 'small-service': YES, 'benefits-this-community': 'NO' as const, 'community-was-consulted': YES },
    ...{ 'decided-by-lawful-civil-authority': YES, 'no-violence-or-detention-for-absence': YES },
  },
}

describe('From a screening to its assessment', () => {
  test('example E3 as it is met: salongo for armed men, beaten, threatened, unpaid; the finding and what the site is told', () => {
    const direct = ['D4.LOWPAY', 'D4.HAZARD', 'D4.VERYBAD', 'D5.VIOLENCE', 'D5.THREAT'] as const
    const { facts, noticed, toAsk } = gather(
      screening({ answers: direct.map((code) => said(code)), salongo: { ...communal, benefits: 'armed-actor' } }),
    )
    const explanation = assess(facts, at)
    expect(explanation.findingRule).toBe('A3')
    expect(explanation.dimensionResults[4]).toMatchObject({ S: 1, M: 2, ruleMatched: '1S+1M' })
    expect(siteEventsOf({ explanation, armed: facts.armed, noticed, day: '2026-11-20' }, defaultNumbers).map((one) => one.type)).toEqual([
      ...['forced-labour-indication', 'forced-labour-by-armed-actor'],
    ])
    expect(toAsk).not.toContain('D5.VIOLENCE')
    expect(toAsk).toContain('D5.DOCS')
  })
  test('a girl brought and held: purposes are named, no act is', () => {
    const { facts } = gather(
      screening({
        age: child(16).age,
        act: notRecorded(),
        field: [asked('brought-and-held-in-camp', 'marriage-promised', 'held-as-a-wife')],
      }),
    )
    expect(facts.purpose).toEqual({ answer: 'YES', which: ['FORCED_MARRIAGE'] })
    expect(facts.act).toEqual(notRecorded())
    const explanation = assess(facts, at)
    expect(explanation.findingRule).not.toContain('C1')
    expect(explanation.prompts).toHaveLength(1)
    expect(explanation.counterfactual.find((one) => one.to === 'C1')).toMatchObject({ questions: ['ACT'], size: 1 })
    expect(assess({ ...facts, act: recorded('RECEIPT') }, at).findingRule).toContain('C1')
  })
  test('purposes add up; what was said directly stays; what was declined is not asked', () => {
    const { facts, toAsk } = gather(
      screening({
        purpose: recorded('OTHER'),
        field: [asked('brought-and-held-in-camp', 'bar-or-prostitution'), asked('border-and-camp-jobs')],
        answers: [said('D1.JOB', 'DECLINED'), said('D1.WAGE', 'NO'), said('D1.COND', 'UNKNOWN')],
      }),
    )
    expect(facts.purpose.which).toEqual(['SEXUAL_EXPLOITATION', 'OTHER'])
    expect(facts.answers.slice(0, 3).map((one) => one.answer)).toEqual(['DECLINED', 'NO', 'UNKNOWN'])
    expect(toAsk).toEqual(['D1.COND', 'D1.CONTRACT', 'D1.HOUSING', 'D1.STATUS', 'D1.TRAVEL', 'D1.FAMILY', 'D1.MARRIAGE', 'D1.EDU'])
  })
  test('nothing asked, nothing added', () => {
    const { facts, noticed, toAsk } = gather(screening({ answers: [said('D4.HOURS')] }))
    expect(facts).toEqual({ ...adult, answers: [said('D4.HOURS')] })
    expect([noticed, toAsk]).toEqual([[], []])
  })
})
