import { describe, expect, test } from 'vitest'
import { parse } from '../../../../kernel/schema.ts'
import { type SignalContext, signalDecider } from './signal.ts'
import { signalScopeOf } from './signal-answers.ts'
import { RecordSignal, type SignalCommand } from './signal-words.ts'

const place = { site: null, provinceCode: 'XL1', territoireCode: 'XL102' }
const context: SignalContext = { today: '2026-11-22', place, mayWithdraw: true }
const said: RecordSignal = {
  ...{ types: ['illegal-taxation', 'child-labour-observed'], channel: 'site-visit', source: 'seen', observedOn: '2026-11-03' },
  ...{ site: null, area: 'XL102' },
}
const command: Extract<SignalCommand, { step: 'record' }> = { step: 'record', ...said }

describe('A signal', () => {
  test('is kinds, a day and a place; what others learn comes at the first of a month, three months after its own', () => {
    expect(signalDecider.decide(null, command, context)).toEqual({
      ok: true,
      value: [
        {
          kind: 'protection-signal.recorded.v1',
          payload: {
            ...{ types: ['child-labour-observed', 'illegal-taxation'], channel: 'site-visit', source: 'seen', observedOn: '2026-11-03' },
            ...{ ...place, shownFrom: '2027-03-01' },
          },
        },
      ],
    })
  })
  test('is not of tomorrow, and not of a site that nobody registered', () => {
    expect(signalDecider.decide(null, { ...command, observedOn: '2026-11-23' }, context)).toMatchObject({
      refusal: { code: 'signal-day-in-the-future' },
    })
    expect(signalDecider.decide(null, command, { ...context, place: null })).toMatchObject({ refusal: { code: 'unknown-site' } })
  })
  test('has no field into which a name could be typed', () => {
    expect(parse(RecordSignal, said).ok).toBe(true)
    for (const more of [
      { note: 'Jean' },
      { account: 'vu au puits' },
      { observedOn: 'hier' },
      { area: 'Jean Kalume, au bar' },
      { types: [] },
    ])
      expect(parse(RecordSignal, { ...said, ...more }).ok, JSON.stringify(more)).toBe(false)
  })
  test('is withdrawn once, by who may; to others it does not exist', () => {
    const withdraw: SignalCommand = { step: 'withdraw', because: 'mistake' }
    expect(signalDecider.decide('recorded', withdraw, context)).toMatchObject({ ok: true })
    expect(signalDecider.decide('withdrawn', withdraw, context)).toMatchObject({ refusal: { code: 'signal-withdrawn-already' } })
    for (const state of ['recorded', 'withdrawn', null] as const)
      expect(signalDecider.decide(state, withdraw, { ...context, mayWithdraw: false })).toMatchObject({
        refusal: { code: 'unknown-signal' },
      })
  })
})

test('who sends reads their own, the team all, monitoring what is old; nobody else anything', () => {
  const scope = (...capabilities: string[]) => signalScopeOf(new Set(capabilities))
  expect(scope('cases.signal')).toBe('own')
  expect(scope('cases.signal', 'cases.work')).toBe('all')
  expect([scope('cases.supervise'), scope('cases.protect-data')]).toEqual(['all', 'all'])
  expect(scope('cases.statistics')).toBe('told')
  expect([scope(), scope('sites.read', 'people.manage', 'cases.receive')]).toEqual([null, null])
})
