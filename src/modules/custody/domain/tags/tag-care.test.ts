import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { baselineWarnings, taggedMonthlyGrams } from './baseline.ts'
import { type LockboxCommand, type LockboxContext, lockboxDecider } from './lockbox.ts'
import { countDifference, emptyDay, withCounts } from './lockbox-count.ts'
import { type ProposalInput, bagOf, proposeTags } from './proposal.ts'
import { TagState, mayBecome, statesBefore } from './tag-state.ts'

const input: ProposalInput = {
  ...{ baselineMonthlyGrams: 3_000_000, monthsCover: 1, bagGrams: [], unused: 0, quotaLeft: null, allowed: true },
}
const bags = (grams: number, n = 20): readonly number[] => Array.from({ length: n }, () => grams)

test.each<[string, Partial<ProposalInput>, object]>([
  ['the formula with the default bag', {}, { needed: 110, proposed: 110, limitedBy: 'need', medianOfBags: 0 }],
  ['a part of a tag is a whole one', { baselineMonthlyGrams: 3_000_001 }, { needed: 111 }],
  ['what is unused is taken away', { unused: 45 }, { needed: 110, proposed: 65 }],
  ['nothing below none', { unused: 500 }, { proposed: 0, limitedBy: 'need' }],
  ['two months', { monthsCover: 2 }, { needed: 220 }],
  ['the quota is the most', { quotaLeft: 50 }, { proposed: 50, limitedBy: 'quota' }],
  ['a quota that is used up', { quotaLeft: 0 }, { proposed: 0, limitedBy: 'quota' }],
  ['the bags of the site', { bagGrams: bags(50_000) }, { needed: 66, medianBagGrams: 50_000, medianOfBags: 20 }],
  ['too few bags of the site', { bagGrams: bags(50_000, 19) }, { needed: 110, medianBagGrams: 30_000 }],
  ['a standing that forbids', { allowed: false }, { needed: 110, proposed: 0, limitedBy: 'standing' }],
  ['no baseline', { baselineMonthlyGrams: null }, { needed: null, proposed: null, limitedBy: 'no-baseline' }],
])('the proposal: %s', (_what, part, expected) => {
  expect(proposeTags({ ...input, ...part })).toMatchObject(expected)
})

test('a proposal is never above the quota nor below none, and covers the month', () => {
  const numbers = fc.record({
    baselineMonthlyGrams: fc.nat(50_000_000),
    monthsCover: fc.integer({ min: 1, max: 12 }),
    bagGrams: fc.array(fc.integer({ min: 5_000, max: 60_000 }), { maxLength: 40 }),
    unused: fc.nat(5_000),
    quotaLeft: fc.option(fc.nat(5_000)),
  })
  fc.assert(
    fc.property(numbers, (drawn) => {
      const { proposed, needed, medianBagGrams } = proposeTags({ ...drawn, allowed: true })
      const exact = BigInt(drawn.baselineMonthlyGrams) * 11n * BigInt(drawn.monthsCover)
      const bag = BigInt(medianBagGrams) * 10n
      expect(BigInt(needed ?? -1)).toBe((exact + bag - 1n) / bag)
      expect(proposed).toBeGreaterThanOrEqual(0)
      expect(proposed).toBeLessThanOrEqual(drawn.quotaLeft ?? Infinity)
      if (drawn.quotaLeft === null) expect((proposed ?? 0) + drawn.unused).toBeGreaterThanOrEqual(needed ?? 0)
    }),
  )
})

test('the median of an even number of bags is one of them', () => {
  expect(bagOf([...bags(10_000, 10), ...bags(20_000, 10)])).toEqual({ grams: 10_000, of: 20 })
})

test('a number never returns to an earlier state, whatever happens to it in whatever order', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('printed', 'in-stock'),
      fc.array(fc.constantFrom(...TagState.options), { maxLength: 60 }),
      (first, acts) => {
        const lived: TagState[] = [first]
        for (const wanted of acts) {
          const now = lived.at(-1) ?? first
          if (mayBecome(now, wanted)) lived.push(wanted)
        }
        expect(new Set(lived).size).toBe(lived.length)
        // What ended stays ended: nothing but a suspicion follows the destruction, and nothing follows that.
        if (lived.includes('destroyed')) expect(['destroyed', 'suspect']).toContain(lived.at(-1))
        if (lived.includes('lost')) expect(['lost', 'suspect']).toContain(lived.at(-1))
      },
    ),
  )
})

test('a statement that moves tags on names exactly the states of the table', () => {
  for (const to of TagState.options) {
    for (const from of TagState.options) expect(statesBefore(to).includes(from)).toBe(mayBecome(from, to))
  }
})

test('the count of a day comes out exactly, and not at all while an end is missing', () => {
  const day = withCounts(emptyDay, { opening: 500, received: 100, used: 40, damaged: 2, returned: 8 })
  expect(countDifference(day)).toBeNull()
  expect(countDifference(withCounts(day, { closing: 550 }))).toBe(0)
  expect(countDifference(withCounts(day, { closing: 545 }))).toBe(5)
  expect(countDifference(withCounts(withCounts(day, { closing: 545 }), { closing: 552 }))).toBe(-2)
  expect(countDifference({ ...emptyDay, opening: 10, closing: 10 })).toBe(0)
})

test('a month that is not twenty to thirty of its days is warned of; gold is not counted in tags', () => {
  const of = (monthlyGrams: number) => baselineWarnings([{ mineral: 'Sn', dailyGrams: 1_000, monthlyGrams }]).length
  expect([19_999, 20_000, 30_000, 30_001].map(of)).toEqual([1, 0, 0, 1])
  expect(
    taggedMonthlyGrams([
      { mineral: 'Sn', dailyGrams: 1, monthlyGrams: 25 },
      { mineral: 'Au', dailyGrams: 1, monthlyGrams: 25 },
    ]),
  ).toBe(25)
})

const account = '01900000-0000-7000-8000-0000000000aa'
const context: LockboxContext = {
  ...{ happenedOn: '2026-03-10', account, organisation: null, siteName: 'Mto', ofTheSite: true, insideTerritory: true, basisKnown: true },
  organisations: new Map(['1', '2', '3'].map((end) => [`01900000-0000-7000-8000-00000000000${end}`, 'saemape'])),
  wanted: { given: true, spent: null, activated: null },
}
const batch = asId('tag-batch', '01900000-0000-7000-8000-000000000009')
const activate: LockboxCommand = { type: 'activate-tags', batch, from: 1, to: 10 }
const [one, two, four] = ['1', '2', '4'].map((end) => asId('organisation', `01900000-0000-7000-8000-00000000000${end}`))
if (!one || !two || !four) throw new Error('three organisations')

test.each<[string, LockboxCommand, Partial<LockboxContext>]>([
  ['unknown-site', activate, { siteName: null }],
  ['not-of-this-site', activate, { ofTheSite: false }],
  ['tags-not-of-this-site', activate, { wanted: { given: false, spent: null, activated: null } }],
  ['tag-not-free', activate, { wanted: { given: true, spent: 'X-1', activated: null } }],
  ['tags-activated-already', activate, { wanted: { given: true, spent: null, activated: 'X-1' } }],
  ['too-many-tags', { ...activate, to: 5_001 }, {}],
  ['activation-not-for-this-day', { ...activate, day: '2026-03-09' }, {}],
  ['activation-not-for-this-day', { ...activate, day: '2026-03-12' }, {}],
  ['accepted', { ...activate, day: '2026-03-11' }, {}],
  ['nothing-counted', { type: 'count-tags', counts: {} }, {}],
  ['count-in-the-future', { type: 'count-tags', counts: { closing: 1 }, day: '2026-03-12' }, {}],
  ['accepted', { type: 'count-tags', counts: { closing: 0 }, day: '2026-01-01' }, {}],
  ['three-different-key-holders', { type: 'name-key-holders', saemape: one, cooperative: two, concessionOwner: two }, {}],
  ['unknown-organisation', { type: 'name-key-holders', saemape: one, cooperative: two, concessionOwner: four }, {}],
  [
    'outside-your-territory',
    { type: 'name-key-holders', saemape: one, cooperative: two, concessionOwner: two },
    { insideTerritory: false },
  ],
  ['tag-quota-without-basis', { type: 'set-quota', allowedTags: 5, basis: 'baseline', basisId: 'x' }, { basisKnown: false }],
])('the box: %s', (code, command, facts) => {
  const outcome = lockboxDecider.decide(lockboxDecider.initial, command, { ...context, ...facts })
  expect(outcome.ok ? 'accepted' : outcome.refusal.code).toBe(code)
})

test('an activation without a named agent is for the one who acts, and a late count says by how many days', () => {
  const outcome = lockboxDecider.decide(lockboxDecider.initial, activate, context)
  expect(outcome).toMatchObject({ ok: true, value: [{ payload: { agent: account, day: '2026-03-10' } }] })
  const late = lockboxDecider.decide(lockboxDecider.initial, { type: 'count-tags', counts: { closing: 1 }, day: '2026-03-07' }, context)
  expect(late).toMatchObject({ ok: true, value: [{ payload: { daysLate: 3 } }] })
})
