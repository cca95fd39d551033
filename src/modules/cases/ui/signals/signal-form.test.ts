import { expect, test } from 'vitest'
import { type SignalTexts, blankSignal, mayReadBack, receiptOf, signalOf } from './signal-form.ts'

test('on a telephone who only sends reads nothing back; at a desk their own, and a team reads on both', () => {
  const observer = { capabilities: ['cases.signal', 'sites.read'] }
  expect([mayReadBack(observer, true), mayReadBack(observer, false)]).toEqual([false, true])
  for (const one of ['cases.work', 'cases.supervise', 'cases.protect-data', 'cases.statistics'])
    expect(mayReadBack({ capabilities: ['cases.signal', one] }, true), one).toBe(true)
})
test('a receipt says what and when, and not where', () => {
  const texts: SignalTexts = {
    ...blankSignal,
    ...{ types: ['armed-actor-presence'], channel: 'site-visit', source: 'seen', day: '2026-11-20', site: 's1', siteName: 'Kibara' },
  }
  expect(receiptOf(texts)).toEqual({ types: ['armed-actor-presence'], day: '2026-11-20' })
  expect(signalOf(texts)).toMatchObject({ site: 's1', area: null })
  expect(signalOf({ ...texts, site: '', area: 'CD6203' })).toMatchObject({ site: null, area: 'CD6203' })
})
