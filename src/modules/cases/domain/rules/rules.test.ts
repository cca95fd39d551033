import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../../kernel/calendar.ts'
import { asId } from '../../../../kernel/schema.ts'
import { rulebookText } from '../../../../kernel/rulebook.ts'
import { firstCaseloadRule } from '../case/work-list.ts'
import { type Length, RiskLevel, firstClockRulebook } from '../clocks/clock-rulebook.ts'
import { areWhole, firstAgeBands } from '../consent/age-bands.ts'
import { firstFreshnessRule } from '../referral/service-point.ts'
import { firstRetentionRulebook } from '../retention/schedule.ts'
import { zoneOfArea } from './area-zone.ts'
import { type RuleChange, checkChanges, checkOrder, nothingChosen, withChanges } from './chosen.ts'
import { firstRules, rulebookOf, rulesFrom } from './protection-rules.ts'
import { clockLines, ruleLists, ruleNumbers } from './rule-catalogue.ts'
import type { RulesCommand } from './rules-words.ts'
import { rulesOf, toWire } from './rules-wire.ts'
import { NOTICE_DAYS, type RulesContext, type SettledRules, chosenOn, noRules, rulesDecider, waitingIn } from './settle-rules.ts'

const because = { evidence: 'S', source: 'Circulaire 12/2026, art. 3' } as const
const officer = asId('account', '01a00000-0000-7000-8000-000000000001')
const supervisor = asId('account', '01a00000-0000-7000-8000-000000000002')
const proposal = asId('rules-proposal', '01a00000-0000-7000-8000-00000000000a')
const later = asId('rules-proposal', '01a00000-0000-7000-8000-00000000000b')
const on = (day: string, more: Partial<RulesContext> = {}): RulesContext => ({
  ...{ proposal, by: officer, as: 'data-protection', at: `${day}T09:00:00.000Z`, ...more },
})
const second = { by: supervisor, as: 'supervision' } as const
type Changes = Extract<RulesCommand, { step: 'propose' }>['changes']
const propose = (changes: Changes, from: string): RulesCommand => ({
  ...{ step: 'propose', changes, from, ...because, reason: 'La mission l’a décidé en réunion.' },
})
const confirm = (of = proposal): RulesCommand => ({ step: 'confirm', proposal: of })
const days = (first: string, count: number): string[] => Array.from({ length: count }, (_, at) => addDays(first, at))
const hoursOf = (length: Length | undefined): number =>
  (length?.value ?? Infinity) * { hours: 1, days: 24, months: 720 }[length?.unit ?? 'hours']
const contact = (value: number): Changes => [{ key: 'first-safety-contact.high', value }]
const code = (state: SettledRules, command: RulesCommand, context: RulesContext): string => {
  const decided = rulesDecider.decide(state, command, context)
  return decided.ok ? 'ok' : decided.refusal.code
}
const after = (state: SettledRules, command: RulesCommand, context: RulesContext): SettledRules => {
  const decided = rulesDecider.decide(state, command, context)
  if (!decided.ok) throw new Error(decided.refusal.code)
  return decided.value.reduce(rulesDecider.evolve, state)
}

describe('a body that chose nothing', () => {
  test('is held to the program’s own rules, value by value', () => {
    const { clocks, graceHours, freeDayMoves } = firstClockRulebook.values
    for (const [name, { lengths, from, repeats }] of Object.entries(clocks))
      expect(Object.entries(firstRules.clocks.clocks).find(([one]) => one === name)?.[1]).toMatchObject({ lengths, from, repeats })
    expect(firstRules.clocks).toMatchObject({ graceHours, freeDayMoves })
    expect(firstRules.retention).toEqual(firstRetentionRulebook.values)
    expect([firstRules.caseload, firstRules.freshness, firstRules.ageBands]).toEqual([firstCaseloadRule, firstFreshnessRule, firstAgeBands])
    expect(firstRules.calendar).toMatchObject({ zone: 'Africa/Lubumbashi', freeWeekdays: [6, 7], freeDays: [] })
    expect(firstRules.identifying.bodies).toEqual(['Police', 'CourtOrProsecution', 'NonPoliceGovernmentalOrganization'])
  })
  test('every clock of every level has its line, each line its bounds around ours, no two the same name', () => {
    for (const { clock, level, rounds } of clockLines)
      for (const round of rounds) expect(firstClockRulebook.values.clocks[clock].lengths[level][round]).toBeDefined()
    const rounds = Object.values(firstClockRulebook.values.clocks).flatMap(({ lengths }) =>
      RiskLevel.options.flatMap((one) => lengths[one]),
    )
    expect(clockLines.flatMap((one) => one.rounds)).toHaveLength(rounds.length)
    for (const { key, first, least, most } of ruleNumbers) expect([key, least <= first && first <= most]).toEqual([key, true])
    expect(new Set(ruleNumbers.map(({ key }) => key)).size).toBe(ruleNumbers.length)
    for (const { evidence, first, most } of ruleNumbers.filter((one) => one.evidence === 'V'))
      expect([evidence, most]).toEqual(['V', first])
    expect(checkOrder(nothingChosen)).toMatchObject({ ok: true })
  })
})

describe('bounds', () => {
  test.each([
    ['first-safety-contact.high', 12, 'ok'],
    ['first-safety-contact.high', 48, 'ok'],
    ['first-safety-contact.high', 49, 'rule-out-of-bounds'],
    ['first-safety-contact.high', 0, 'rule-out-of-bounds'],
    ['first-safety-contact.high', 1.5, 'rule-out-of-bounds'],
    ['assign-owner.medium', 2, 'ok'],
    ['assign-owner.medium', 4, 'rule-verified'],
    ['referral-standstill.low', 15, 'rule-verified'],
    ['caseload', 61, 'rule-out-of-bounds'],
    ['hiv-prophylaxis', 72, 'rule-not-settable'],
  ])('%s at %d: %s', (key, value, expected) => {
    const checked = checkChanges([{ key, value }])
    expect(checked.ok ? 'ok' : checked.refusal.code).toBe(expected)
  })
  test.each<[RuleChange, boolean]>([
    [{ list: 'zone', items: ['Africa/Kinshasa'] }, true],
    [{ list: 'zone', items: [] }, true],
    [{ list: 'zone', items: ['Europe/Berlin'] }, false],
    [{ list: 'free-days', items: ['2026-12-25', '2027-01-01'] }, true],
    [{ list: 'free-days', items: ['2026-02-30'] }, false],
    [{ list: 'free-days', items: ['2026-12-25', '2026-12-25'] }, false],
    [{ list: 'free-day-moves', items: ['high'] }, false],
    [{ list: 'may-identify', items: [] }, false],
    [{ list: 'may-identify', items: ['Police', 'NGO'] }, true],
  ])('%j: %s', (change, isOk) => expect(checkChanges([change]).ok).toBe(isOk))
  test.each<[string, readonly RuleChange[], boolean]>([
    [
      'a graver risk waits longer than a lighter one',
      [
        { key: 'plan-approved.high', value: 14 },
        { key: 'plan-approved.medium', value: 13 },
      ],
      false,
    ],
    [
      'ages that fall together',
      [
        { key: 'age-assents', value: 12 },
        { key: 'age-mature', value: 12 },
      ],
      false,
    ],
    ['amber and hidden on one day', [{ key: 'service-amber-days', value: 180 }], false],
    ['a child forgotten before an adult', [{ key: 'keep-adult', value: 100 }], false],
    ['eleven days in a row that are free', [{ list: 'free-days', items: days('2027-01-04', 11) }], false],
    ['a week that weekends make nine days of', [{ list: 'free-days', items: days('2027-01-04', 5) }], true],
    [
      'two weeks that weekends make sixteen days of',
      [{ list: 'free-days', items: days('2027-01-04', 5).concat(days('2027-01-11', 5)) }],
      false,
    ],
    [
      'days between three free weekdays that leave no working day',
      [
        { list: 'free-weekdays', items: ['5', '6', '7'] },
        { list: 'free-days', items: [...days('2027-01-04', 4), ...days('2027-01-11', 4)] },
      ],
      false,
    ],
    [
      'both kept longer',
      [
        { key: 'keep-adult', value: 100 },
        { key: 'keep-child', value: 100 },
      ],
      true,
    ],
  ])('%s', (_what, changes, isOk) => expect(checkOrder(withChanges(nothingChosen, changes, because)).ok).toBe(isOk))
  test('in no round does a graver risk wait longer than a lighter one', () => {
    const laters = clockLines.filter(({ key, level }) => key.endsWith('.later') && level !== 'low')
    expect(laters.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(fc.constantFrom(...laters), fc.nat(), (line, more) => {
        const value = 1 + (more % line.most)
        const chosen = withChanges(nothingChosen, [{ key: line.key, value }], because)
        if (!checkOrder(chosen).ok) return
        const { lengths } = rulesFrom(chosen).clocks.clocks[line.clock]
        const [own, lighter] = [lengths[line.level], lengths[line.level === 'high' ? 'medium' : 'low']]
        for (let round = 0; round < Math.max(own.length, lighter.length); round += 1)
          expect(hoursOf(own[round] ?? own.at(-1)), `${line.key} ${value} ${round}`).toBeLessThanOrEqual(
            hoursOf(lighter[round] ?? lighter.at(-1)),
          )
      }),
    )
    const wrong = laters.filter((line) => !checkOrder(withChanges(nothingChosen, [{ key: line.key, value: line.most }], because)).ok)
    expect(wrong.map((one) => one.key)).not.toEqual([])
  })
  test('whatever is within bounds and in order makes rules that hold together', () => {
    const value = fc
      .constantFrom(...ruleNumbers)
      .chain(({ key, least, most }) => fc.record({ key: fc.constant(key), value: fc.integer({ min: least, max: most }) }))
    fc.assert(
      fc.property(fc.uniqueArray(value, { maxLength: 8, selector: (one) => one.key }), (changes) => {
        expect(checkChanges(changes).ok).toBe(true)
        const chosen = withChanges(nothingChosen, changes, because)
        if (!checkOrder(chosen).ok) return
        const rules = rulesFrom(chosen)
        expect(areWhole(rules.ageBands)).toBe(true)
        expect(rules.freshness.amberAfterDays).toBeLessThan(rules.freshness.hiddenAfterDays)
        for (const line of clockLines.filter((one) => one.evidence === 'V'))
          expect(rules.clocks.clocks[line.clock].lengths[line.level][0]?.value).toBeLessThanOrEqual(line.first)
        expect(rules.clocks.freeDayMoves.high).toBe(false)
        expect(rulesOf(toWire(chosen, 'MN11'))).toEqual(rulesFrom(chosen, 'MN11'))
      }),
    )
  })
  test('a value that is out of its bounds is refused whatever stands beside it', () => {
    const wrong = fc.constantFrom(...ruleNumbers).chain(({ key, least, most }) => {
      const out = fc.oneof(fc.integer({ min: most + 1, max: most + 5000 }), fc.integer({ min: -500, max: least - 1 }))
      return fc.record({ key: fc.constant(key), value: out })
    })
    fc.assert(
      fc.property(wrong, (one) => {
        expect(checkChanges([one]).ok).toBe(false)
      }),
    )
  })
})

describe('settling', () => {
  test('one proposes, another confirms, and from its day it holds; before, and by one alone, nothing changes', () => {
    const proposed = after(noRules, propose(contact(12), '2026-12-01'), on('2026-11-22'))
    expect(waitingIn(proposed)).toMatchObject({ proposal, by: officer, as: 'data-protection', from: '2026-12-01' })
    expect(chosenOn(proposed, '2027-01-01').numbers.size).toBe(0)
    expect(code(proposed, confirm(), on('2026-11-23'))).toBe('rules-by-another-person')
    expect(code(proposed, confirm(later), on('2026-11-23', second))).toBe('rules-none-waits')
    expect(code(proposed, confirm(), on('2026-11-23', { by: supervisor, as: null }))).toBe('rules-not-yours')
    const settled = after(proposed, confirm(), on('2026-11-23', second))
    expect(chosenOn(settled, '2026-11-30').numbers.size).toBe(0)
    const { clocks } = rulesFrom(chosenOn(settled, '2026-12-01')).clocks
    expect(clocks['first-safety-contact']).toMatchObject({
      lengths: { high: [{ unit: 'hours', value: 12 }] },
      evidenceAt: { high: 'S', low: 'U' },
    })
    expect(settled.history).toMatchObject([{ confirmed: { inForceFrom: '2026-12-01', by: supervisor, as: 'supervision' } }])
  })
  test.each<[string, RulesCommand, Partial<RulesContext>, string]>([
    ['a day that is past', propose(contact(12), '2026-11-21'), {}, 'rules-in-the-past'],
    ['a day years ahead', propose(contact(12), '2029-01-01'), {}, 'rules-too-far-ahead'],
    ['nothing', propose([], '2026-11-22'), {}, 'rules-change-nothing'],
    ['twice the same', propose([...contact(12), ...contact(13)], '2026-11-22'), {}, 'rule-said-twice'],
    ['by a caseworker', propose(contact(12), '2026-11-22'), { as: null }, 'rules-not-yours'],
    ['forgetting earlier at once', propose([{ key: 'keep-adult', value: 24 }], '2026-11-22'), {}, 'rules-forget-too-soon'],
    ['forgetting later at once', propose([{ key: 'keep-adult', value: 72 }], '2026-11-22'), {}, 'ok'],
    [
      'an age of consent lowered at once',
      propose(
        [
          { key: 'age-mature', value: 12 },
          { key: 'age-assents', value: 11 },
        ],
        '2026-11-22',
      ),
      {},
      'rules-loosen-too-soon',
    ],
    ['an age of consent raised at once', propose([{ key: 'age-mature', value: 17 }], '2026-11-22'), {}, 'ok'],
    ['longer emergency access at once', propose([{ key: 'break-glass-hours', value: 48 }], '2026-11-22'), {}, 'rules-loosen-too-soon'],
    ['a longer override at once', propose([{ key: 'override-hours', value: 48 }], '2026-11-22'), {}, 'rules-loosen-too-soon'],
    ['fewer alerts at once', propose([{ key: 'unusual-files', value: 50 }], '2026-11-22'), {}, 'rules-loosen-too-soon'],
    ['more alerts at once', propose([{ key: 'unusual-files', value: 5 }], '2026-11-22'), {}, 'ok'],
    [
      'one more who identifies, at once',
      propose([{ list: 'may-identify', items: [...firstRules.identifying.bodies, 'NGO'] }], '2026-11-22'),
      {},
      'rules-loosen-too-soon',
    ],
    ['fewer who identify, at once', propose([{ list: 'may-identify', items: ['Police'] }], '2026-11-22'), {}, 'ok'],
    ['the confirming of what nobody proposed', confirm(), second, 'rules-none-waits'],
  ])('%s', (_what, command, context, expected) => expect(code(noRules, command, on('2026-11-22', context))).toBe(expected))
  test('while one waits no other is proposed; whoever declines it lets the next in, and both stay to be read', () => {
    const waiting = after(noRules, propose(contact(12), '2026-11-22'), on('2026-11-22'))
    expect(code(waiting, propose(contact(10), '2026-11-22'), on('2026-11-22', { proposal: later }))).toBe('rules-already-wait')
    const declined = after(waiting, { step: 'decline', proposal }, on('2026-11-22', second))
    const again = after(declined, propose(contact(10), '2026-11-22'), on('2026-11-22', { proposal: later }))
    expect(after(again, confirm(later), on('2026-11-24', second)).history).toMatchObject([
      { proposed: { changes: contact(12) }, declined: { by: supervisor }, confirmed: null },
      // Confirmed after its day: it never holds for days that were over.
      { proposed: { changes: contact(10), from: '2026-11-22' }, confirmed: { inForceFrom: '2026-11-24' } },
    ])
  })
  test('what forgets earlier waits its days from the confirming too', () => {
    const waiting = after(noRules, propose([{ key: 'keep-adult', value: 24 }], '2026-12-06'), on('2026-11-22'))
    const settled = after(waiting, confirm(), on('2026-12-05', second))
    expect(settled.history[0]?.confirmed?.inForceFrom).toBe('2026-12-19')
    expect(NOTICE_DAYS).toBe(14)
    expect(rulesFrom(chosenOn(settled, '2026-12-18')).retention.kinds['adult-case'].keep.value).toBe(60)
    expect(rulesFrom(chosenOn(settled, '2026-12-19')).retention.kinds['adult-case'].keep.value).toBe(24)
  })
  test('what loosens needs a voice of who protects data, on one side or the other', () => {
    const lower = propose([{ key: 'age-mature', value: 14 }], '2026-12-06')
    const third = asId('account', '01a00000-0000-7000-8000-000000000003')
    const bySupervisors = after(noRules, lower, on('2026-11-22', second))
    expect(code(bySupervisors, confirm(), on('2026-11-23', { by: third, as: 'supervision' }))).toBe('rules-need-data-protection')
    expect(code(bySupervisors, confirm(), on('2026-11-23'))).toBe('ok')
    const shorter = after(noRules, propose([{ key: 'keep-adult', value: 24 }], '2026-12-06'), on('2026-11-22', second))
    expect(code(shorter, confirm(), on('2026-11-23', { by: third, as: 'supervision' }))).toBe('rules-need-data-protection')
    // What loosens nothing two supervisors settle alone.
    const tighter = after(noRules, propose(contact(12), '2026-11-22'), on('2026-11-22', second))
    expect(code(tighter, confirm(), on('2026-11-23', { by: third, as: 'supervision' }))).toBe('ok')
  })
  test('a later word about the same value is not undone by an earlier one that had not begun', () => {
    const both: Changes = [{ key: 'keep-adult', value: 24 }, ...contact(12)]
    const shortened = after(after(noRules, propose(both, '2026-12-06'), on('2026-11-22')), confirm(), on('2026-11-22', second))
    expect(shortened.history[0]?.confirmed?.inForceFrom).toBe('2026-12-06')
    const longer = propose([{ key: 'keep-adult', value: 72 }], '2026-11-24')
    const settled = after(after(shortened, longer, on('2026-11-24', { proposal: later })), confirm(later), on('2026-11-24', second))
    const kept = (day: string) => rulesFrom(chosenOn(settled, day)).retention.kinds['adult-case'].keep.value
    expect([kept('2026-11-23'), kept('2026-11-24'), kept('2026-12-06'), kept('2027-12-06')]).toEqual([60, 72, 72, 72])
    // What else was decided with it begins on its day.
    expect(chosenOn(settled, '2026-12-06').numbers.get('first-safety-contact.high')?.value).toBe(12)
  })
  test('who drops a tightening that had not begun loosens too', () => {
    const tighter = after(noRules, propose([{ key: 'age-mature', value: 17 }], '2026-11-30'), on('2026-11-22'))
    const ahead = after(tighter, confirm(), on('2026-11-22', second))
    expect(code(ahead, propose([{ key: 'age-mature', value: 15 }], '2026-11-23'), on('2026-11-23', { proposal: later }))).toBe(
      'rules-loosen-too-soon',
    )
  })
  test('what will hold together only until something else begins is refused', () => {
    const first = after(noRules, propose([{ key: 'plan-approved.medium', value: 8 }], '2027-01-01'), on('2026-11-22'))
    const ahead = after(first, confirm(), on('2026-11-22', second))
    expect(code(ahead, propose([{ key: 'plan-approved.high', value: 10 }], '2026-11-23'), on('2026-11-22', { proposal: later }))).toBe(
      'rules-out-of-order',
    )
  })
  test('back to the program’s own value, its mark is back too, and the name of the rulebook is the one it had', () => {
    const changed = withChanges(nothingChosen, contact(12), because)
    const back = withChanges(changed, contact(24), because)
    const text = (chosen: typeof changed): string => rulebookText(rulebookOf(chosen, '2026-11-22'))
    expect(back).toEqual(nothingChosen)
    expect([text(back) === text(nothingChosen), text(changed) === text(nothingChosen)]).toEqual([true, false])
    expect(ruleLists.map(({ key }) => key)).toContain('zone')
  })
})

test.each([
  ['CD74', 'Africa/Lubumbashi'],
  ['CD63', 'Africa/Lubumbashi'],
  ['CD6103', 'Africa/Lubumbashi'],
  ['CD10', 'Africa/Kinshasa'],
  ['CD20', 'Africa/Kinshasa'],
  ['MN11', 'Asia/Ulaanbaatar'],
  [null, 'Africa/Lubumbashi'],
])('the zone of a body in %s is %s', (area, zone) => {
  expect(zoneOfArea(area)).toBe(zone)
  expect(rulesFrom(nothingChosen, area).calendar.zone).toBe(zone)
  expect(rulesFrom(withChanges(nothingChosen, [{ list: 'zone', items: ['Asia/Ulaanbaatar'] }], because), area).calendar.zone).toBe(
    'Asia/Ulaanbaatar',
  )
})
