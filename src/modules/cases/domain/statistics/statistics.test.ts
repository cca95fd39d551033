import { describe, expect, test } from 'vitest'
import { outside } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { consentTo, yesTo } from '../../../../../test/world/case-acts.ts'
import { noCase } from '../case/case-file.ts'
import type { ConsentItem } from '../consent/consent-words.ts'
import { calendarOf } from '../clocks/work-calendar.ts'
import { firstClockRulebook } from '../clocks/clock-rulebook.ts'
import { noWhole } from '../file/file.ts'
import type { CaseWhole } from '../file/file-state.ts'
import type { AnonymousFacts } from '../retention/shredding.ts'
import { figuresOf, shownShare } from './case-figures.ts'
import { codedCaseOf, codedTally, ctdcBand } from './coded-case.ts'

const now = '2026-05-01T08:00:00.000Z'
const setting = { rules: firstClockRulebook.values, calendar: calendarOf('Africa/Lubumbashi'), now }
const living = (province: string, items: readonly ConsentItem[] = []): CaseWhole => {
  const command = consentTo(items, '2026-01-01T08:00:00.000Z')
  const kept = command.about === 'consent' && command.ask.step === 'record' ? [{ given: command.ask.given, withdrawn: new Map() }] : []
  return {
    ...noWhole,
    file: {
      ...{ ...noCase, type: 'forced-labour', standing: { at: 'active-assessment', before: null }, openedAt: '2026-02-03T08:00:00.000Z' },
      ...{ provinceCode: province, consents: { ...noCase.consents, kept: items.length === 0 ? [] : kept } },
    },
  }
}
const tally: AnonymousFacts = {
  ...{ type: 'forced-labour', endedAs: 'archived', ageBand: '25+', gender: 'Feminine', provinceCode: 'XL1', openedIn: '2021-Q1' },
  ...{ closedIn: '2021-Q4', closureReason: 'relocated', services: [], referrals: 0 },
}

describe('lines for who counts', () => {
  test('only of who said yes to exactly that; a withdrawal or a later no takes it back', () => {
    expect(codedCaseOf(living('XL1'), null)).toBeNull()
    expect(codedCaseOf(living('XL1', [yesTo('case-management')]), null)).toBeNull()
    expect(codedCaseOf(living('XL1', [yesTo('non-identifiable-statistics')]), null)).toMatchObject({
      ...{ uses: ['statistics'], quarter: '2026-Q1', admin1: 'XL1', admin2: null, exploitation: ['ForcedLabour'], status: 'Active' },
    })
    const no = { ...yesTo('non-identifiable-statistics'), answer: 'no' as const }
    expect(codedCaseOf(living('XL1', [yesTo('research-synthetic'), yesTo('non-identifiable-statistics'), no]), null)?.uses).toEqual([
      'research',
    ])
  })

  test('what remains of a forgotten case leaves only where its person had agreed', () => {
    expect(codedTally({ ...tally, services: [] })).toBeNull()
    expect(codedTally({ ...tally, services: [], mayLeave: true })).toMatchObject({
      uses: ['statistics'],
      quarter: '2021-Q1',
      gender: 'Feminine',
    })
  })

  test('an age that may be in two bands is in none', () => {
    expect(ctdcBand({ age: { kind: 'ESTIMATE', fromYears: 16, toYears: 17, disputed: false } })).toBe('09--17')
    expect(ctdcBand({ age: { kind: 'ESTIMATE', fromYears: 16, toYears: 19, disputed: false } })).toBeNull()
    expect(ctdcBand({ age: { kind: 'COMPLETED_MONTHS', months: 48 * 12, disputed: false } })).toBe('48+')
  })
})

describe('figures for who monitors', () => {
  const of = (n: number, forgotten = 0) =>
    figuresOf(
      {
        ...{ cases: Array.from({ length: n }, () => living('XL1')), tallies: Array.from({ length: forgotten }, () => tally), setting },
        nights: { slept: 0, persons: 0 },
        supervisors: 0,
      },
      outside,
    )
  test('nine are not told; from ten on a number is a floor, and one more does not move it', () => {
    expect(of(9).figures[0]).toMatchObject({ figure: 'cases', value: null, isWithheld: true })
    expect(of(10).figures[0]).toMatchObject({ value: 10, isWithheld: false })
    expect(of(11)).toEqual(of(10))
    expect(of(19).figures[0]).toMatchObject({ value: 10 })
  })
  test('a forgotten case is in the same number as the others', () => {
    expect(of(12, 3).figures[0]).toMatchObject({ figure: 'cases', value: 10 })
    expect(of(9, 3).figures[0]).toMatchObject({ value: 10 })
  })
  test('no line appears for a few: every type and gender stands there always, few of a province are among the others, and none is told like few', () => {
    const lines = (cases: readonly CaseWhole[]) =>
      figuresOf({ cases, tallies: [], setting, nights: { slept: 0, persons: 0 }, supervisors: 0 }, outside)
    const many = Array.from({ length: 30 }, () => living('XL1'))
    const one = { ...living('XL2'), file: { ...living('XL2').file, type: 'tip-adult' as const } }
    expect(lines([...many, one])).toEqual(lines(many))
    expect(lines(many.slice(0, 9)).tables).toEqual([])
    expect(shownShare('x', { count: 0, of: 0, share: null }, outside)).toEqual(shownShare('x', { count: 2, of: 9, share: 2222 }, outside))
  })
  test('a share is of the numbers told, and how many a worker carries is not told', () => {
    expect(shownShare('x', { count: 17, of: 38, share: 4474 }, outside)).toMatchObject({ value: 3333, count: 10, of: 30 })
    expect(shownShare('x', { count: 30, of: 38, share: 7895 }, outside)).toMatchObject({
      value: null,
      count: null,
      of: 30,
      isWithheld: true,
    })
    expect(of(40).figures.map((one) => one.figure)).not.toContain('casesPerWorker')
  })
})

describe('figures of one’s own work', () => {
  test('every figure of the list of the specification is there', () => {
    const told = figuresOf({ cases: [], tallies: [], setting, nights: { slept: 0, persons: 0 }, supervisors: 0 }).figures.map(
      (one) => one.figure,
    )
    expect(told).toEqual(
      expect.arrayContaining([
        ...[
          'casesPerWorker',
          'highRiskSeenInTime',
          'plansApprovedInTime',
          'referralsAccepted',
          'referralsCompleted',
          'medianDaysToService',
        ],
        ...['followUpsInTime', 'closuresWithGoalsMet', 'feedbackGiven', 'withdrawals', 'overrides', 'shelterOccupancy'],
        ...['grantsRunningAt6', 'grantsRunningAt12', 'casesClosed', 'medianDaysOpen', 'workersPerSupervisor', 'overdue-follow-up'],
      ]),
    )
  })

  test('four people are not told, not even as a share; five are', () => {
    const of = (n: number) =>
      figuresOf({
        cases: Array.from({ length: n }, () => living('XL1')),
        tallies: [],
        setting,
        nights: { slept: 0, persons: 0 },
        supervisors: 0,
      })
    expect(of(4).figures[0]).toMatchObject({ figure: 'cases', value: null, isWithheld: true })
    expect(of(5).figures[0]).toMatchObject({ figure: 'cases', value: 5, isWithheld: false })
    expect(shownShare('x', { count: 3, of: 20, share: 1500 })).toMatchObject({ value: null, count: null, of: 20, isWithheld: true })
    expect(shownShare('x', { count: 18, of: 20, share: 9000 })).toMatchObject({ value: null, count: null, isWithheld: true })
    expect(shownShare('x', { count: 10, of: 20, share: 5000 })).toMatchObject({ value: 5000, count: 10, of: 20 })
  })

  test('a small cell cannot be worked out from its sums, and who was forgotten still counts one', () => {
    const cases = [...Array.from({ length: 12 }, () => living('XL1')), ...Array.from({ length: 2 }, () => living('XL2'))]
    const { tables } = figuresOf({
      cases,
      tallies: [{ ...tally, services: [] }],
      setting,
      nights: { slept: 0, persons: 0 },
      supervisors: 0,
    })
    const provinces = tables.find((one) => one.table === 'type-by-province')
    const all = provinces?.rows.find((row) => row.row === 'all')?.cells ?? []
    expect(all.filter((cell) => cell === null).length).not.toBe(1)
    expect(all.at(-1) === 15 || all.at(-1) === null).toBe(true)
    expect(provinces?.rows[0]?.cells[1]).toBeNull()
  })
})
