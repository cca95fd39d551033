/* Decisions about cards, artisans and reports, each refusal by its rule. */
import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import { type ArtisanCommand, type ArtisanContext, artisanDecider } from './artisan.ts'
import { type CardCommand, type CardContext, type CardStanding, type HolderFacts, cardDecider, fileLateDays } from './card.ts'
import { figuresOf, monthSummary, type MonthEntry } from './trader-month.ts'
import { reportDecider } from './trader-report.ts'

const organisation = asId('organisation', '01900000-0000-7000-8000-00000000000a')
const artisan = asId('artisan', '01900000-0000-7000-8000-00000000000b')
const lot = '01900000-0000-7000-8000-00000000000c'
const trader: HolderFacts = { kind: 'organisation', entityType: 'trader', inside: true, own: false }
const digger: HolderFacts = {
  kind: 'artisan',
  birthDate: '1990-05-05',
  nationality: 'CD',
  cooperative: organisation,
  others: [],
  inside: true,
  own: false,
}
const context: CardContext = {
  today: '2026-11-21',
  happenedAt: '2026-11-21T08:00:00.000Z',
  happenedOn: '2026-11-21',
  organisation: null,
  holder: trader,
  oversees: true,
  mayApprove: false,
  numberTaken: false,
}
const ofTrader = { kind: 'organisation', organisation } as const
const ofDigger = { kind: 'artisan', artisan } as const
const enter: CardCommand = { type: 'enter', kind: 'trader-card', holder: ofTrader, number: 'cn 1', class: 'B', zone: 'zea-1' }
const decideCard = (command: CardCommand, more: Partial<CardContext> = {}, state: CardStanding = null) => {
  const outcome = cardDecider.decide(state, command, { ...context, ...more })
  return outcome.ok ? outcome.value[0]?.payload : outcome.refusal.code
}
const stateAfter = (commands: readonly CardCommand[]): CardStanding =>
  commands.reduce<CardStanding>((state, command) => {
    const outcome = cardDecider.decide(state, command, context)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.reduce(cardDecider.evolve, state)
  }, null)

test('a trader card is one year, of a class, for one zone; numbers and zones lose blanks and case', () => {
  expect(decideCard(enter)).toMatchObject({
    number: 'CN1',
    zone: 'ZEA-1',
    class: 'B',
    validFrom: '2026-11-21',
    validUntil: '2027-11-21',
    renewal: false,
  })
  expect(decideCard({ ...enter, zone: undefined })).toBe('card-needs-zone')
  expect(decideCard({ ...enter, class: undefined })).toBe('card-needs-class')
  expect(decideCard({ ...enter, validUntil: '2027-11-22' })).toBe('card-longer-than-allowed')
  expect(decideCard({ ...enter, validUntil: '2026-11-01' })).toBe('card-period-not-valid')
  expect(decideCard({ ...enter, issuedOn: '2026-11-22' })).toBe('card-day-in-the-future')
})
test('whose card it may be, and who may give it', () => {
  expect(decideCard(enter, { holder: null })).toBe('unknown-card-holder')
  expect(decideCard(enter, { holder: { ...trader, entityType: 'comptoir' } })).toBe('card-holder-does-not-fit')
  expect(decideCard(enter, { holder: { ...trader, inside: false } })).toBe('operator-outside-your-territory')
  expect(decideCard(enter, { oversees: false })).toBe('operator-not-yours')
  expect(decideCard(enter, { numberTaken: true })).toBe('card-number-taken')
  const approval: CardCommand = { ...enter, type: 'enter', kind: 'comptoir-approval' }
  expect(decideCard(approval, { holder: { ...trader, entityType: 'comptoir' } })).toBe('approval-needs-its-signature')
  expect(decideCard(approval, { holder: { ...trader, entityType: 'comptoir' }, mayApprove: true })).toMatchObject({
    kind: 'comptoir-approval',
  })
})
test('a miner card needs an adult Congolese member whose identity is on nobody else', () => {
  const card: CardCommand = { ...enter, type: 'enter', kind: 'miner-card', holder: ofDigger }
  const of = (more: Partial<Extract<HolderFacts, { kind: 'artisan' }>>) => decideCard(card, { holder: { ...digger, ...more } })
  expect(of({})).toMatchObject({ kind: 'miner-card' })
  expect(of({ birthDate: '2008-11-22' })).toBe('artisan-not-adult')
  expect(of({ birthDate: '2008-11-21' })).toMatchObject({ kind: 'miner-card' })
  expect(of({ nationality: 'RW' })).toBe('artisan-not-congolese')
  expect(of({ cooperative: null })).toBe('artisan-not-member')
  expect(of({ others: [artisan] })).toBe('identity-registered-twice')
})
test('an application is decided once; a withdrawn card is never renewed, a lost one is', () => {
  const apply: CardCommand = { type: 'apply', kind: 'trader-card', holder: ofTrader, class: 'A', zone: 'ZEA-1' }
  const applied = stateAfter([apply])
  expect(decideCard({ type: 'report-lost', reason: 'r' }, {}, applied)).toBe('card-not-issued')
  const issued = stateAfter([apply, { type: 'issue', number: 'C-1' }])
  expect(decideCard({ type: 'refuse', reason: 'r' }, {}, issued)).toBe('no-application')
  const lost = stateAfter([apply, { type: 'issue', number: 'C-1' }, { type: 'report-lost', reason: 'r' }])
  expect(decideCard({ type: 'report-lost', reason: 'r' }, {}, lost)).toBe('card-already-lost')
  expect(decideCard({ type: 'issue', number: 'C-2' }, {}, lost)).toMatchObject({ number: 'C-2', zone: 'ZEA-1', renewal: true })
  const withdrawn = stateAfter([apply, { type: 'issue', number: 'C-1' }, { type: 'withdraw', reason: 'r' }])
  expect(decideCard({ type: 'issue', number: 'C-2' }, {}, withdrawn)).toBe('card-is-withdrawn')
})
test('the file of an approval is due on 31 December, 17:00 in Kinshasa; a later one is kept with its days', () => {
  expect(fileLateDays(2027, '2026-12-31T16:00:00.000Z')).toBe(0)
  expect(fileLateDays(2027, '2026-12-31T16:00:01.000Z')).toBe(1)
  expect(fileLateDays(2027, '2027-01-05T10:00:00.000Z')).toBe(5)
  const apply: CardCommand = { type: 'apply', kind: 'comptoir-approval', holder: ofTrader, forYear: 2026 }
  expect(decideCard(apply, { holder: { ...trader, entityType: 'comptoir' } })).toMatchObject({ fileLateDays: 325 })
})

const register: ArtisanCommand = {
  type: 'register',
  cooperative: organisation,
  sex: 'female',
  birthDate: '2000-01-01',
  nationality: 'CD',
  identityHash: 'h',
}
const place: ArtisanContext = {
  today: '2026-11-21',
  happenedOn: '2026-11-21',
  cooperative: { inside: true, own: false },
  oversees: true,
  sameAs: [artisan],
}
test('a registration keeps whose identity it repeats; no minor and no stranger is registered', () => {
  const say = (command: ArtisanCommand, more: Partial<ArtisanContext> = {}) => {
    const outcome = artisanDecider.decide(null, command, { ...place, ...more })
    return outcome.ok ? outcome.value[0]?.payload : outcome.refusal.code
  }
  expect(say(register)).toMatchObject({ sameAs: [artisan], memberSince: '2026-11-21' })
  expect(say({ ...register, birthDate: '2008-11-22' })).toBe('artisan-not-adult')
  expect(say({ ...register, nationality: 'BI' })).toBe('artisan-not-congolese')
  expect(say(register, { cooperative: null })).toBe('unknown-cooperative')
  expect(say(register, { oversees: false })).toBe('operator-not-yours')
  expect(say({ type: 'move', cooperative: null, reason: 'r' })).toBe('unknown-artisan')
})

const entry: MonthEntry = {
  direction: 'in',
  on: '2026-10-02',
  place: null,
  other: null,
  otherName: null,
  lot,
  lotNumber: '1',
  mineral: 'Sn',
  massGrams: 40_000,
  massMilligrams: null,
  quality: null,
  price: null,
  from: 'purchase',
  assay: null,
}
const none = { grams: 0, milligrams: null }
const source = { organisation, organisationName: 'T', address: null, month: '2026-10' }
test('a month adds whole grams and cents by mineral and currency, and weighs the grade by mass', () => {
  const assay = (value: number) => ({ element: 'Sn', value, unit: 'percent' }) as const
  const figures = figuresOf({
    ...source,
    entries: [
      { ...entry, assay: assay(60), price: { currency: 'USD', amountCents: 40_001 } },
      { ...entry, massGrams: 10_000, assay: assay(70), price: { currency: 'CDF', amountCents: 5 } },
      { ...entry, massGrams: 1 },
      { ...entry, direction: 'out', massGrams: 30_000, price: { currency: 'USD', amountCents: 99 } },
      { ...entry, mineral: 'Au', massGrams: 12, massMilligrams: 12_345 },
    ],
    lots: [
      {
        lot: asId('lot', lot),
        mineral: 'Sn',
        heldBefore: false,
        heldAfter: true,
        madeHere: false,
        opening: none,
        closing: { grams: 20_001, milligrams: null },
        formed: none,
        drawn: none,
      },
    ],
  })
  expect(figures).toMatchObject({ purchases: 4, sales: 1, turnover: [{ currency: 'USD', amountCents: 99 }] })
  expect(figures.minerals.map((one) => one.mineral)).toEqual(['Sn', 'Au'])
  expect(figures.minerals[0]).toMatchObject({
    boughtGrams: 50_001,
    soldGrams: 30_000,
    closingStockGrams: 20_001,
    withoutPrice: 1,
    boughtQuality: { value: 62, ofGrams: 50_000 },
    paid: [
      { currency: 'CDF', amountCents: 5 },
      { currency: 'USD', amountCents: 40_001 },
    ],
  })
  expect(figures.minerals[1]).toMatchObject({ boughtMilligrams: 12_345, closingStockMilligrams: 0 })
})
test('a month is open, then due, then late by its days; a filing late by how much it came late', () => {
  const none = { first: null, versions: 0 }
  expect(monthSummary('2026-10', '2026-10-31', none)).toMatchObject({ state: 'open', dueOn: '2026-11-05' })
  expect(monthSummary('2026-10', '2026-11-05', none)).toMatchObject({ state: 'due', lateDays: 0 })
  expect(monthSummary('2026-10', '2026-11-08', none)).toMatchObject({ state: 'late', lateDays: 3 })
  expect(monthSummary('2026-10', '2026-12-01', { first: '2026-11-07', versions: 2 })).toMatchObject({ state: 'filed-late', lateDays: 2 })
})
test('a report freezes its figures; the same figures again are nothing to correct; others need a reason and make version 2', () => {
  const figures = figuresOf({ ...source, entries: [entry], lots: [] })
  const at = { today: '2026-11-08', own: true, figures, hash: 'a' }
  const first = reportDecider.decide({}, { type: 'file', month: '2026-10' }, at)
  if (!first.ok) throw new Error(first.refusal.code)
  expect(first.value[0]?.payload).toMatchObject({ version: 1, lateDays: 3, dueOn: '2026-11-05', hash: 'a' })
  const state = first.value.reduce(reportDecider.evolve, {})
  const again = (hash: string, correctionReason?: string) => {
    const outcome = reportDecider.decide(state, { type: 'file', month: '2026-10', correctionReason }, { ...at, hash })
    return outcome.ok ? outcome.value[0]?.payload : outcome.refusal.code
  }
  expect(again('a', 'r')).toBe('month-already-so')
  expect(again('b')).toBe('correction-needs-reason')
  expect(again('b', 'r')).toMatchObject({ version: 2, correctionReason: 'r' })
  const early = reportDecider.decide({}, { type: 'file', month: '2026-11' }, at)
  expect(early.ok ? null : early.refusal.code).toBe('month-not-over')
})
