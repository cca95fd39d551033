/* Sums of groups, the alert of a rush, days without a count, and lines of files. */
import { expect, test } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { csvRowsOf } from '../../../kernel/csv.ts'
import type { FlowGroup } from '../contract.ts'
import { boomOf } from './boom.ts'
import { fileColumns, headOf, isTagLine, lineOfRow, readRow } from './flow-file.ts'
import { stateOfDay } from './point.ts'
import { fitOf, sumsOf } from './sums.ts'

const group = (part: Partial<FlowGroup>): FlowGroup => ({
  ...{
    hour: 8,
    direction: 'in',
    size: 4,
    women: 1,
    men: 1,
    girls: 1,
    boys: 1,
    under5: null,
    transport: 'foot',
    reason: 'work-mining',
    stay: null,
  },
  ...part,
})

test('§11 test 16: a group whose parts do not make its size is counted as passages, named, and left out of the parts', () => {
  const groups = [group({}), group({ size: 5 }), group({ women: null, men: null, girls: null, boys: null, size: 7 })]
  expect(groups.map(fitOf)).toEqual(['fits', 'misfit', 'undivided'])
  expect(sumsOf(groups)).toMatchObject({
    ...{ groups: 3, passages: 16, misfits: 1, undivided: 1 },
    fitting: { groups: 1, passages: 4, women: 1, men: 1, girls: 1, boys: 1, under5: 0 },
    by: { direction: { in: 16 }, reason: { 'work-mining': 16 } },
  })
})
test('more small children than children do not fit; a part that nobody counted is not zero but may still make the size', () => {
  expect(fitOf(group({ under5: 3 }))).toBe('misfit')
  expect(fitOf(group({ under5: 2 }))).toBe('fits')
  expect(fitOf(group({ girls: null, boys: null, women: 3 }))).toBe('fits')
  expect(fitOf(group({ girls: null, boys: null }))).toBe('misfit')
})
test('nationalities never add up to more than passed; what nobody said is unknown', () => {
  const { by } = sumsOf([group({ nationalities: [{ iso3: 'COD', n: 1 }] }), group({ nationalities: [{ iso3: 'UGA', n: 9 }] })])
  expect(by.nationality).toEqual({ COD: 1, UGA: 4, unknown: 3 })
})
test('the same groups in another order are the same sums', () => {
  const groups = [group({ reason: 'trade' }), group({ direction: 'out' }), group({ from: { country: 'UGA', adm1: 'UG2' } })]
  expect(JSON.stringify(sumsOf(groups))).toBe(JSON.stringify(sumsOf(groups.toReversed())))
})

const LAST = '2026-11-20'
const series = (of: (back: number) => number | null): ReadonlyMap<string, number> =>
  new Map(
    Array.from({ length: 130 }, (_, back) => [addDays(LAST, -back), of(back)] as const).flatMap(([day, n]) =>
      n === null ? [] : [[day, n] as const],
    ),
  )
test('§11 test 16: the alert is raised when four weeks are more than twice the twelve before them, and shows its figures', () => {
  const twice = boomOf(
    series((back) => (back < 28 ? 40 : 20)),
    LAST,
  )
  expect(twice).toEqual({ is: 'quiet', recent: 40, earlier: 20, recentDays: 28, earlierDays: 84, until: LAST })
  expect(
    boomOf(
      series((back) => (back < 28 ? 41 : 20)),
      LAST,
    ),
  ).toMatchObject({ is: 'alert', recent: 41, earlier: 20 })
  // What lies before the sixteen weeks changes nothing.
  expect(
    boomOf(
      series((back) => (back < 28 ? 41 : back < 112 ? 20 : 900)),
      LAST,
    ).is,
  ).toBe('alert')
})
test('the alert follows what was counted, not the means as they are rounded to be shown', () => {
  const exact = (recent: number, earlier: number) =>
    boomOf(
      series((back) => (back === 0 ? recent : back < 28 ? 20 : back === 28 ? earlier : 10)),
      LAST,
    )
  // 561 in 28 days against 840 in 84: 20.04 beside twice 10, both shown as 20 and 10.
  expect(exact(21, 10)).toMatchObject({ is: 'alert', recent: 20, earlier: 10 })
  // 562 in 28 days against 844 in 84: 20.07 is shown as 20.1, and twice 10.048 is more than 20.07.
  expect(exact(22, 14)).toMatchObject({ is: 'quiet', recent: 20.1, earlier: 10 })
})
test('days on which nobody counted are not zero: a quiet road counted on some days raises no alert', () => {
  expect(
    boomOf(
      series((back) => (back % 7 === 0 ? 20 : null)),
      LAST,
    ),
  ).toMatchObject({ is: 'quiet', recent: 20, earlier: 20, recentDays: 4 })
  expect(
    boomOf(
      series((back) => (back < 28 ? 40 : back % 2 === 0 ? 20 : null)),
      LAST,
    ).is,
  ).toBe('quiet')
  expect(
    boomOf(
      series((back) => (back < 28 ? 90 : null)),
      LAST,
    ),
  ).toMatchObject({ is: 'too-few-days', earlier: null, earlierDays: 0 })
})

test('a day without a number is suspended, not counted, or before the point: never zero', () => {
  const at = { at: '2026-01-01T00:00:00.000Z', body: null }
  const point = {
    opened: { code: 'A', name: 'A', type: 'mine-access' as const, area: 'XL101', site: null, from: '2026-01-10', ...at },
    suspensions: [{ from: '2026-02-01', until: '2026-02-05', reason: 'security' as const }],
    closedFrom: '2026-03-01',
  }
  const days = ['2026-01-09', '2026-01-10', '2026-02-01', '2026-02-05', '2026-03-01']
  expect(days.map((day) => stateOfDay(point, day, false))).toEqual(['closed', 'uncounted', 'suspended', 'uncounted', 'closed'])
  expect(stateOfDay(point, '2026-02-02', true)).toBe('counted')
})

const read = (text: string) => {
  const [head = [], ...rows] = csvRowsOf(text)
  const known = headOf(head)
  return known === null ? null : rows.filter((row) => !isTagLine(row)).map((row) => readRow(known, row, '2026-11-20'))
}
test('a line is read whatever the order of its columns and the spelling of its codes', () => {
  const rows = read(
    'Direction;FMP_code;Date;Group size;Reason;Intended stay;Nationalities;Departure country;Departure adm1 pcode\nIN;P1;2026-10-02;3;WORK_MINING;1w–3m;COD:2 UGA:1;cod;CD62\n',
  )
  expect(rows?.[0]).toMatchObject({
    ok: true,
    row: {
      ...{ code: 'P1', day: '2026-10-02', id: null },
      group: {
        direction: 'in',
        size: 3,
        reason: 'work-mining',
        stay: 'week-to-3-months',
        from: { country: 'COD', adm1: 'CD62' },
        women: null,
      },
    },
  })
})
test.each([
  ['P1;2026-10-02;IN;0', 'group_size', 'not-a-count'],
  ['P1;2026-10-02;IN;2,5', 'group_size', 'not-a-count'],
  ['P1;2026-10-02;UP;2', 'direction', 'not-in-the-list'],
  ['P1;2026-02-30;IN;2', 'date', 'not-a-date'],
  ['P1;2026-11-21;IN;2', 'date', 'in-the-future'],
  [';2026-10-02;IN;2', 'point_code', 'empty'],
])('the line %s is named by its column', (line, column, problem) => {
  expect(read(`point_code;date;direction;group_size\n${line}\n`)?.[0]).toEqual({ ok: false, column, problem })
})
test('a file without a needed column is no file of flows', () => expect(read('date;direction;group_size\n')).toBeNull())
test('what is written is read back as the same group, without hour, vulnerable counts and places finer than a province', () => {
  const whole = group({
    ...{ vulnerable: { pregnant: 1, elderly: null, disability: null, unaccompanied: null }, nationalities: [{ iso3: 'COD', n: 4 }] },
    from: { country: 'COD', adm1: 'CD62', adm2: 'CD6205' },
  })
  const line = lineOfRow({ id: 'x', code: 'P1', name: 'P', area: 'XL101', day: '2026-10-02', isMisfit: false, group: whole })
  const head = headOf(fileColumns.map(([name]) => name))
  const back = head === null ? null : readRow(head, line, '2026-11-20')
  const { vulnerable: _left, ...told } = whole
  expect(back).toEqual({
    ok: true,
    row: { id: 'x', code: 'P1', day: '2026-10-02', group: { ...told, hour: null, from: { country: 'COD', adm1: 'CD62' } } },
  })
})
