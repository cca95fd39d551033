import { expect, test } from 'vitest'
import { type Fix, dropSignals, keepSignals, keptSignals, photoSignals, positionSignals } from './evidence-signals.ts'

const NOW = Date.parse('2026-11-21T10:00:00.000Z')
test.each([
  ['taken just now', true, 20_000, []],
  ['chosen just now', false, 20_000, ['gallery-photo']],
  ['a camera that gives an old file', true, 3_600_000, ['gallery-photo']],
  ['without a time of its own', true, NOW, []],
])('a photograph %s', (_which, isCamera, age, signals) => {
  expect(photoSignals({ lastModified: NOW - age }, isCamera, NOW).map((one) => one.signal)).toEqual(signals)
})

const fix = (more: Partial<Fix> = {}): Fix => ({
  latitude: -1.96412,
  longitude: 28.12341,
  altitude: 1500,
  accuracy: 12,
  timestamp: NOW,
  ...more,
})
test.each<[string, Fix, readonly Fix[], readonly string[]]>([
  ['a good fix', fix(), [], []],
  ['a rough one', fix({ accuracy: 340 }), [], ['position-inaccurate']],
  ['one of an hour ago', fix({ timestamp: NOW - 3_600_000 }), [], ['position-old']],
  ['one that claims to be exact', fix({ accuracy: 0 }), [], ['mock-location']],
  [
    'the same to the last digit, four times',
    fix({ accuracy: 1 }),
    [fix({ accuracy: 1 }), fix({ accuracy: 1 }), fix({ accuracy: 1 })],
    ['mock-location'],
  ],
  ['forty kilometres in a minute', fix({ latitude: -1.6 }), [fix({ timestamp: NOW - 60_000 })], ['mock-location']],
  ['forty kilometres in two hours', fix({ latitude: -1.6 }), [fix({ timestamp: NOW - 7_200_000 })], []],
])('%s', (_which, one, before, signals) => {
  expect(positionSignals(one, before, NOW).map((told) => told.signal)).toEqual(signals)
})

test('what was noticed lies beside the draft, by question; a new answer takes its place, and a damaged note counts as none', () => {
  const box = new Map<string, string>()
  const keep = {
    getItem: (key: string) => box.get(key) ?? null,
    setItem: (key: string, text: string) => void box.set(key, text),
    removeItem: (key: string) => void box.delete(key),
  }
  keepSignals(keep, 'd', { question: 'R1_photo', signals: [{ signal: 'gallery-photo', detail: '90 min' }] })
  keepSignals(keep, 'd', { question: 'position', signals: [{ signal: 'position-typed' }] })
  keepSignals(keep, 'd', { question: 'R1_photo', signals: [] })
  expect(keptSignals(keep, 'd')).toEqual([{ signal: 'position-typed', question: 'position' }])
  box.set('chanzo.form-signals.d', '[{"signal":"nobody knows"}, 3')
  expect(keptSignals(keep, 'd')).toEqual([])
  dropSignals(keep, 'd')
  expect(box.size).toBe(0)
})
