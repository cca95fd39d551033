import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../../kernel/calendar.ts'
import { layOutTimeline } from './lay-out-timeline.ts'

const bands = [
  { from: '2024-03-01', to: '2025-03-01', label: 'jaune · 0114/2023', short: 'jaune' },
  { from: '2025-03-01', to: '2026-03-01', label: 'vert · 0047/2025', short: 'vert' },
  { from: '2026-03-01', to: null, label: 'vert, échu', short: 'vert' },
]
const visits = [
  { on: '2024-02-10', label: '3 organismes', alarming: false },
  { on: '2024-02-20', label: '5 organismes', alarming: false },
  { on: '2026-02-01', label: '4 organismes', alarming: false },
]
const input = { width: 1000, today: '2026-11-21', bands, lanes: [visits] }

test('bands follow each other without a gap and the open one ends today', () => {
  const layout = layOutTimeline(input)
  const [first, second, third] = layout.bands
  expect(first && first.x + first.width).toBeCloseTo(second?.x ?? 0, 0)
  expect(third && third.x + third.width).toBeCloseTo(layout.todayX, 0)
})

test('today stands inside the axis and after everything that has happened', () => {
  const { todayX, right, lanes } = layOutTimeline(input)
  expect(todayX).toBeLessThanOrEqual(right)
  expect(Math.max(...lanes.flat().map((placed) => placed.x))).toBeLessThan(todayX)
})

test('two visits in one month do not write over each other', () => {
  const [lane] = layOutTimeline(input).lanes
  expect(lane?.map((placed) => placed.label)).toEqual(['under-right', 'right', 'right'])
})

test('what alarms is labelled first and the rest makes room', () => {
  const lane = [
    { on: '2025-03-01', label: 'arrêté 0231/2025, annulé', alarming: false },
    { on: '2026-10-01', label: 'ingérence armée, statut vert', alarming: true },
  ]
  const placedAt = (alarming: boolean) =>
    layOutTimeline({ ...input, width: 700, lanes: [lane.map((mark) => ({ ...mark, alarming: mark.alarming && alarming }))] }).lanes[0]?.map(
      ({ label }) => label,
    )
  expect(placedAt(false)).toEqual(['right', 'under-left'])
  expect(placedAt(true)).toEqual(['left', 'left'])
})

test('a band too narrow for its order still says its colour', () => {
  const narrow = layOutTimeline({ ...input, width: 380 })
  expect(narrow.bands.map((placed) => placed.words)).toEqual(['jaune', 'vert', 'vert'])
})

test('a narrow screen leaves out labels that do not fit and keeps every band', () => {
  const layout = layOutTimeline({ ...input, width: 320 })
  expect(layout.bands).toHaveLength(3)
  expect(layout.bands.every((placed) => placed.width >= 3)).toBe(true)
  expect(layout.left).toBeLessThan(20)
})

test('a site without any fact still has an axis of at least a year', () => {
  const layout = layOutTimeline({ width: 800, today: '2026-11-21', bands: [], lanes: [[], []] })
  expect(layout.ticks.map((tick) => tick.label)).toEqual(['2026'])
})

test('a later day never stands left of an earlier one, and all stay on the axis', () => {
  const day = fc.integer({ min: 0, max: 8000 }).map((days) => addDays('2005-01-01', days))
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), fc.integer({ min: 300, max: 1600 }), (days, width) => {
      const { lanes, left, right } = layOutTimeline({
        width,
        today: '2026-11-21',
        bands: [],
        lanes: [days.map((on) => ({ on, label: 'x', alarming: false }))],
      })
      const xs = lanes.flat().map((placed) => placed.x)
      expect(xs).toEqual(xs.toSorted((a, b) => a - b))
      expect(xs.every((x) => x >= left && x <= right)).toBe(true)
    }),
  )
})

test('stretches with a lane of their own share the axis; an open one ends today', () => {
  const spans = [
    { from: '2025-06-01', to: '2025-09-01', label: 'suspendu : registre absent', short: 'suspendu' },
    { from: '2026-10-01', to: null, label: 'suspendu', short: 'suspendu' },
  ]
  const layout = layOutTimeline({ ...input, spans })
  expect(layout.spans).toHaveLength(2)
  expect(layout.spans[0]?.x).toBeGreaterThan(layout.bands[1]?.x ?? 0)
  const open = layout.spans[1]
  expect(open && open.x + open.width).toBeCloseTo(layout.todayX, 0)
})
