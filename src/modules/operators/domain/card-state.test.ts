/* §6.12: applied → issued → valid → expiring (30 d) → expired | withdrawn | reported lost, on any day. */
import { expect, test } from 'vitest'
import { type StoredAct, cardStateOn } from './card-state.ts'
import { ageClassOn, ageOn, partyVerdict } from './party.ts'

const issued = (number: string, on: string, validFrom: string, validUntil: string): StoredAct => ({
  ...{ what: 'issued', on, number, validFrom, validUntil, class: 'A', zone: 'ZEA-1', issuedBy: null },
})
const card: readonly StoredAct[] = [{ what: 'applied', on: '2026-01-05' }, issued('C-1', '2026-02-01', '2026-02-10', '2027-02-09')]
const lost: StoredAct = { what: 'reported-lost', on: '2026-06-01', reason: 'r' }
const withdrawn: StoredAct = { what: 'withdrawn', on: '2026-06-01', reason: 'r' }

test.each([
  ['2026-01-04', null, null],
  ['2026-01-05', 'applied', null],
  ['2026-02-01', 'issued', 373],
  ['2026-02-10', 'valid', 364],
  ['2027-01-09', 'valid', 31],
  ['2027-01-10', 'expiring', 30],
  ['2027-02-09', 'expiring', 0],
  ['2027-02-10', 'expired', -1],
] as const)('on %s the card is %s with %s days left', (day, state, daysLeft) => {
  const found = cardStateOn(card, day)
  expect(found?.state ?? null).toBe(state)
  expect(found?.daysLeft ?? null).toBe(daysLeft)
})

test('what ended it counts from its day on, and not before', () => {
  expect(cardStateOn([...card, lost], '2026-05-31')?.state).toBe('valid')
  expect(cardStateOn([...card, lost], '2026-06-01')?.state).toBe('reported-lost')
  expect(cardStateOn([...card, withdrawn], '2027-05-01')?.state).toBe('withdrawn')
  expect(
    cardStateOn(
      [
        { what: 'applied', on: '2026-01-05' },
        { what: 'refused', on: '2026-02-01', reason: 'r' },
      ],
      '2026-02-02',
    )?.state,
  ).toBe('refused')
})

test('a lost card counts again once another is issued; a renewal without a gap is one period; the old number before its day', () => {
  const again = issued('C-2', '2026-07-01', '2026-07-01', '2027-07-01')
  expect(cardStateOn([...card, lost, again], '2026-07-02')).toMatchObject({ state: 'valid', period: { number: 'C-2' } })
  const renewed = [...card, issued('C-3', '2027-01-20', '2027-02-10', '2028-02-10')]
  expect(cardStateOn(renewed, '2027-02-01')).toMatchObject({ state: 'valid', period: { number: 'C-1' }, daysLeft: 374 })
  expect(cardStateOn(renewed, '2027-02-10')).toMatchObject({ state: 'valid', period: { number: 'C-3' } })
  const gap = [...card, issued('C-4', '2027-03-01', '2027-03-01', '2028-03-01')]
  expect(cardStateOn(gap, '2027-02-20')).toMatchObject({ state: 'expired', period: { number: 'C-1' } })
})

test('an application waits sixty days from its day; a renewal that is asked for changes nothing of what runs', () => {
  const asked = cardStateOn([...card, { what: 'applied', on: '2026-12-20', fileLateDays: 0 }], '2026-12-31')
  expect(asked).toMatchObject({ state: 'valid', application: { on: '2026-12-20', examinationDueOn: '2027-02-18', fileLateDays: 0 } })
})

test('golden test 16: a trader card for zone 1 used at a site of zone 2 is not in order (F29)', () => {
  const held = [{ kind: 'trader-card', state: 'valid', zone: 'ZEA-1' }] as const
  expect(partyVerdict('trader-card', held, 'ZEA-2')).toEqual({ fault: 'other-zone', nearest: held[0] })
  expect(partyVerdict('trader-card', held, 'zea-1').fault).toBeNull()
  expect(partyVerdict('trader-card', held, null).fault).toBeNull()
})

test.each([
  ['expired', 'expired'],
  ['withdrawn', 'withdrawn'],
  ['reported-lost', 'reported-lost'],
  ['issued', 'not-yet-valid'],
  ['applied', 'no-card'],
] as const)('a card that is %s gives the fault %s', (state, fault) => {
  expect(partyVerdict('trader-card', [{ kind: 'trader-card', state, zone: null }], null).fault).toBe(fault)
})
test('the paper of another kind does not count, and who needs none is in order', () => {
  expect(partyVerdict('comptoir-approval', [{ kind: 'trader-card', state: 'valid', zone: null }], null)).toEqual({
    fault: 'no-card',
    nearest: null,
  })
  expect(partyVerdict(null, [], 'ZEA-1').fault).toBeNull()
})

test('age on a day: eighteen on the birthday, not the day before', () => {
  expect(ageOn('2008-11-21', '2026-11-20')).toBe(17)
  expect(ageOn('2008-11-21', '2026-11-21')).toBe(18)
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(18)
  expect(ageClassOn('2008-11-22', '2026-11-21')).toBe('under-18')
  expect(ageClassOn('1976-11-21', '2026-11-21')).toBe('50-and-over')
})
