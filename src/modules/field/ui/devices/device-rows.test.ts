import { expect, test } from 'vitest'
import { type FieldDevice, endOf, urgency } from './device-rows.ts'

const device = (part: Partial<FieldDevice>): FieldDevice => ({
  device: 'd',
  account: 'a',
  role: 'MINES_PROV',
  organisation: null,
  territory: 'everywhere',
  enrolledAt: '2026-11-01T00:00:00.000Z',
  lastSeenAt: '2026-11-20T00:00:00.000Z',
  appVersion: null,
  unsent: 0,
  oldestUnsentAt: null,
  clockOffsetSeconds: 0,
  isPersisted: true,
  freeBytes: null,
  late: false,
  removed: null,
  shut: null,
  ...part,
})

test('late telephones stand first, the longest silent before, shut and removed ones last', () => {
  const rows = [
    device({ device: 'in use' }),
    device({ device: 'removed', late: false, removed: { at: '2026-11-02T00:00:00.000Z', reason: 'lost' } }),
    device({ device: 'shut', shut: 'account-closed' }),
    device({ device: 'late', late: true, lastSeenAt: '2026-11-10T00:00:00.000Z' }),
    device({ device: 'never seen', late: true, lastSeenAt: null }),
  ]
  expect(rows.toSorted((a, b) => urgency(a).localeCompare(urgency(b))).map((row) => row.device)).toEqual([
    'never seen',
    'late',
    'in use',
    'shut',
    'removed',
  ])
})
test('a telephone is named by the end of its number', () => expect(endOf('019250f6-bb00-7cfe-8737-6ae80566b112')).toBe('0566b112'))
