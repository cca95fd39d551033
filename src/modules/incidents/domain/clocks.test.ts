import { expect, test } from 'vitest'
import { clocksOf, nextLevel } from './clocks.ts'
import { reopenedNumber } from './incident-commands.ts'
import { risksOf, severityOf } from '../contract-risks.ts'
import { rulesWith } from './rulebook.ts'

const rules = rulesWith([])
const running = {
  state: 'reported' as const,
  severity: 1 as const,
  level: 'local' as const,
  openedOn: '2026-01-01',
  levelSince: '2026-01-01',
  plannedOn: null,
}

test('severity 1 is verified within three days and goes to the provincial committee within seven', () => {
  expect(clocksOf(running, rules, '2026-01-04')).toMatchObject([
    { clock: 'verify', due: '2026-01-04', overdue: false },
    { clock: 'plan', due: '2026-01-08' },
    { clock: 'escalate', due: '2026-01-08' },
    { clock: 'close', due: '2026-07-08' },
  ])
  expect(clocksOf(running, rules, '2026-01-05')[0]).toMatchObject({ clock: 'verify', overdue: true })
  expect(nextLevel(running, rules)?.to).toBe('provincial')
})

test('others go local, territorial, provincial, ministry after sixty days each; nobody is above the ministry; what is over has no clock', () => {
  const other = { ...running, severity: 2 as const }
  expect(nextLevel(other, rules)).toEqual({ to: 'territorial', days: 60 })
  expect(nextLevel({ ...other, level: 'territorial' }, rules)).toEqual({ to: 'provincial', days: 60 })
  expect(nextLevel({ ...other, level: 'provincial' }, rules)).toEqual({ to: 'ministry', days: 60 })
  expect(nextLevel({ ...other, level: 'ministry' }, rules)).toBeNull()
  for (const state of ['unfounded', 'resolved', 'closed'] as const) expect(clocksOf({ ...other, state }, rules, '2027-01-01')).toEqual([])
})

test('what needs a plan is closed six calendar months after it was agreed, else after the day on which it should have been; the rest by days', () => {
  const closing = (more: object) => clocksOf({ ...running, ...more }, rules, '2026-07-31').find((one) => one.clock === 'close')
  const planned = { state: 'actions-agreed', severity: 2, plannedOn: '2026-01-31' }
  expect(closing(planned)).toEqual({ clock: 'close', due: '2026-07-31', overdue: false })
  // Half a year of months is no number of days: from the last of August it is the last of February.
  expect(closing({ ...planned, plannedOn: '2025-08-31' })).toEqual({ clock: 'close', due: '2026-02-28', overdue: true })
  expect(closing({ severity: 2 })).toMatchObject({ due: '2026-07-31' })
  expect(closing({ severity: 3, plannedOn: '2026-01-31' })).toMatchObject({ due: '2026-04-01', overdue: true })
  const chosen = rulesWith([{ rule: 'closeMonths2', value: 3 }])
  expect(clocksOf({ ...running, ...planned, state: 'mitigating', severity: 2 }, chosen, '2026-05-01')).toContainEqual({
    ...{ clock: 'close', due: '2026-04-30', overdue: true },
  })
})

test('a programme chooses its days; the last choice holds', () => {
  const chosen = rulesWith([
    { rule: 'localDays', value: 30 },
    { rule: 'localDays', value: 45 },
  ])
  expect(nextLevel({ ...running, severity: 3 }, chosen)).toEqual({ to: 'territorial', days: 45 })
})

test.each([
  ['illegal-tax', ['non-state-armed-group'], ['A2'], 1],
  ['illegal-tax', ['state-army'], ['A3'], 2],
  ['armed-presence', [], ['A2'], 1],
  ['child-labour', [], ['A1c'], 1],
  ['corruption', [], ['A4'], 2],
  ['accident', [], [], 3],
] as const)('%s by %j', (category, classes, risks, severity) => {
  expect(risksOf(category, classes)).toEqual(risks)
  expect(severityOf(risksOf(category, classes))).toBe(severity)
})

test('the last digit counts how often the file was opened', () => {
  expect(reopenedNumber('SK-2022-0002-1')).toBe('SK-2022-0002-2')
  expect(reopenedNumber('SK-2022-0002-9')).toBe('SK-2022-0002-10')
})
