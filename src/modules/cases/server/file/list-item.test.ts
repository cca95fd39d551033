import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { CaseListItem } from '../../contract.ts'
import { firstCarryRules } from '../../domain/emergency/may-be-carried.ts'
import { withLimit } from './list-item.ts'

const item = (at: number, more: Partial<CaseListItem> = {}): CaseListItem => ({
  ...{ case: asId('case', `00000000-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`), subject: 'AB', type: 'tip-adult' },
  ...{ state: 'active-planning', isMine: true, isCarried: true, identityUntil: '2026-11-24', owner: null, isChild: null },
  ...{ level: 'high', isRated: true, hasConflict: false, vulnerability: 0, openReferrals: 0, province: null, waits: [] },
  ...{ openedAt: '2026-11-01T00:00:00.000Z', changedAt: '2026-11-01T00:00:00.000Z' },
  clocks: [{ clock: 'safety-plan', dueAt: `2026-11-${20 + (at % 8)}T09:00:00.000Z`, state: 'running', lateHours: 0, level: 'high' }],
  ...more,
})

test('a telephone is told to carry the most pressing files and no more than it should hold; the others stay in the list', () => {
  const items = withLimit(
    [...Array.from({ length: 30 }, (_, at) => item(at)), item(40, { isCarried: false, identityUntil: null })],
    '2026-11-22',
  )
  expect(items).toHaveLength(31)
  const carried = items.filter((one) => one.isCarried)
  expect(carried).toHaveLength(firstCarryRules.mostFiles)
  const latest =
    carried
      .map(({ clocks }) => clocks[0]?.dueAt ?? '')
      .toSorted()
      .at(-1) ?? ''
  for (const one of items.filter(({ isCarried }) => !isCarried)) {
    expect(one.identityUntil).toBe(null)
    if (one.isMine && one.case !== item(40).case) expect((one.clocks[0]?.dueAt ?? '') >= latest).toBe(true)
  }
})
