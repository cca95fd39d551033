import { expect, test } from 'vitest'
import { calendarDate, grams, instant, maybe, mustParse, parse, position, record, text, toJsonSchema } from './schema.ts'

const Bag = record({ massGrams: grams(), producedOn: calendarDate(), pit: maybe(text(20)) })

test('a mass is a whole number of grams', () => {
  for (const massGrams of [1.5, -1, '5', Number.NaN, 2 ** 53]) expect(parse(Bag, { massGrams, producedOn: '2026-11-21' }).ok).toBe(false)
  expect(parse(Bag, { massGrams: 48_250, producedOn: '2026-11-21' })).toEqual({
    ok: true,
    value: { massGrams: 48_250, producedOn: '2026-11-21' },
  })
})

test.each([
  ['2026-11-21T23:59:59.999Z', true],
  ['2026-11-21T24:00:00.000Z', false],
  ['2026-11-21T09:60:00.000Z', false],
  ['2026-02-30T09:40:00.000Z', false],
  ['0000-01-01T00:00:00.000Z', false],
])('%s is an instant: %s', (given, expected) => expect(parse(instant(), given).ok).toBe(expected))

test('faults name the field and the problem, never the value', () => {
  const result = parse(Bag, { massGrams: -3, producedOn: 'hier', pit: '', secret: 'Jean' })
  expect(result.ok ? [] : result.faults).toEqual([
    { path: 'massGrams', problem: 'negative-mass' },
    { path: 'producedOn', problem: 'not-a-date' },
    { path: 'pit', problem: 'empty' },
    { path: '', problem: 'unknown-field:secret' },
  ])
})

test('text with a null character or half a character is refused, for no database can keep it', () => {
  for (const value of ['a\u0000b', '\ud800']) expect(parse(text(), value).ok).toBe(false)
})

test('an instant is a real one, in UTC, with milliseconds', () => {
  expect(parse(instant(), '2026-11-21T09:40:00.000Z').ok).toBe(true)
  for (const value of ['2026-11-21T09:40:00Z', '2026-02-30T09:40:00.000Z', '2026-11-21 09:40:00.000Z'])
    expect(parse(instant(), value).ok).toBe(false)
})

test('a position lies on the earth', () => {
  expect(parse(position(), { latitude: -1.9641, longitude: 30.0619 }).ok).toBe(true)
  expect(parse(position(), { latitude: 91, longitude: 0 }).ok).toBe(false)
})

test('what we wrote ourselves and cannot read is a fault of the program', () => expect(() => mustParse(Bag, {})).toThrow('does not fit'))
test('every schema can be shown as JSON Schema', () =>
  expect(toJsonSchema(Bag)).toMatchObject({ type: 'object', required: ['massGrams', 'producedOn'] }))
