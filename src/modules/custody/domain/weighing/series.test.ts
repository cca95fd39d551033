import { describe, expect, test } from 'vitest'
import type { KnownPrint } from '../tags/tag-code.ts'
import { tagText } from '../tags/tag.ts'
import { type Series, type SeriesBag, countBags, emptySeries, nextSeries } from './series.ts'
import { type Burst, feedKey, noBurst } from './wedge.ts'

const print: KnownPrint = { issuer: 'ITSCI', series: 'LK-', digits: 6, from: 1, to: 500, checkDigit: 'luhn' }
const bagOf = (series: Series, n: number, grams = 40_000): SeriesBag => ({
  ...{
    lot: `lot-${n}`,
    tag: series.tag,
    massGrams: grams,
    atMilliseconds: n * 10_000,
    day: '2026-11-22',
    held: false,
    site: 's',
    siteName: 'S',
  },
  ...{ holder: 'h', holderName: 'H', mineral: 'Sn', producedOn: '2026-11-22', series: 'now' },
})
const read = (series: Series, text: string, by: 'camera' | 'scanner' | 'typing' = 'camera', atMilliseconds = 1e9): Series =>
  nextSeries(series, { act: 'read', text, by, atMilliseconds }, [print])

test('ten bags cost ten touches and the digits of their masses: a read is no touch, one key ends a bag', () => {
  let series = emptySeries()
  let [touches, keys] = [0, 0]
  for (let n = 1; n <= 10; n++) {
    series = read(series, tagText(print, n), 'camera', n * 60_000)
    expect(series.step).toBe('mass')
    for (const key of '41.5') {
      series = nextSeries(series, { act: 'mass', text: series.mass + key })
      keys += 1
    }
    series = nextSeries(series, { act: 'saved', bag: bagOf(series, n) })
    touches += 1
    expect(series).toMatchObject({ step: 'tag', mass: '', typed: '', notice: { kind: 'saved' } })
  }
  expect({ touches, keys }).toEqual({ touches: 10, keys: 40 })
  // At two seconds a read and half a second a key, ten bags take less than two minutes.
  expect(10 * 2 + (touches + keys) * 0.5).toBeLessThan(120)
  expect(countBags(series.bags, () => true)).toEqual({ bags: 10, massGrams: 400_000 })
})

describe('what is read', () => {
  const weighed = (): Series => {
    const first = read(emptySeries(), tagText(print, 7))
    return nextSeries(first, { act: 'saved', bag: bagOf(first, 7) })
  }
  test('a tag that is already in the series warns at once, once, and can be weighed all the same', () => {
    const again = read(weighed(), tagText(print, 7), 'scanner')
    expect(again).toMatchObject({
      step: 'tag',
      notice: { kind: 'duplicate', tag: tagText(print, 7), massGrams: 40_000 },
      heard: { as: 'warning' },
    })
    expect(read(again, tagText(print, 7), 'scanner')).toBe(again)
    expect(nextSeries(again, { act: 'take', tag: tagText(print, 7) })).toMatchObject({ step: 'mass', notice: null })
  })
  test('the camera that still looks at the bag just closed is quiet for some seconds', () => {
    const series = weighed()
    expect(read(series, tagText(print, 7), 'camera', 7 * 10_000 + 3000)).toBe(series)
    expect(read(series, tagText(print, 7), 'camera', 7 * 10_000 + 5000).notice?.kind).toBe('duplicate')
  })
  test('a tag of a voided bag may close another one in the eyes of this list; the register judges the tag', () => {
    const series = nextSeries(weighed(), { act: 'changed', lot: 'lot-7', voided: true })
    expect(countBags(series.bags, () => true).bags).toBe(0)
    expect(read(series, tagText(print, 7), 'scanner').step).toBe('mass')
  })
  test('a slip of the fingers is refused with the digit that is expected; what a machine read so is printed so', () => {
    const wrong = `${tagText(print, 12).slice(0, -1)}${(Number(tagText(print, 12).slice(-1)) + 1) % 10}`
    const typed = read(emptySeries(), wrong, 'typing')
    expect(typed).toMatchObject({ step: 'tag', notice: { kind: 'refused', refusal: { code: 'tag-check-digit-wrong' }, tag: wrong } })
    expect(read(emptySeries(), wrong, 'camera')).toMatchObject({ step: 'mass', tag: wrong })
    expect(nextSeries(typed, { act: 'take', tag: wrong })).toMatchObject({ step: 'mass', tag: wrong })
  })
  test('a code of something else is no tag, by whatever it was read', () => {
    for (const by of ['camera', 'scanner', 'typing'] as const)
      expect(read(emptySeries(), 'WIFI:S:pit;T:WPA;;', by)).toMatchObject({ step: 'tag', notice: { kind: 'refused' } })
  })
  test('another tag read while a mass is typed takes the place of the first, and the mass that was typed stays', () => {
    const typing = nextSeries(read(emptySeries(), tagText(print, 1)), { act: 'mass', text: '41' })
    expect(read(typing, tagText(print, 2), 'camera')).toMatchObject({ step: 'mass', tag: tagText(print, 2), mass: '41' })
  })
})

describe('a hand scanner', () => {
  const type = (text: string, paceMs: number, field: string | null = null) => {
    let burst: Burst = noBurst
    let at = 1000
    for (const key of text) {
      burst = feedKey(burst, { key, at, field }).burst
      at += paceMs
    }
    return feedKey(burst, { key: 'Enter', at, field })
  }
  test('is heard wherever the focus is, and says what the field held before', () => {
    expect(type('LK-0000012', 8, '41,5')).toEqual({ code: 'LK-0000012', burst: { text: '', firstAt: 0, lastAt: 0, before: '41,5' } })
  })
  test('fingers in a field are not a scanner, nor are three fast keys', () => {
    expect(type('LK-0000012', 90, '').code).toBeNull()
    expect(type('123', 5).code).toBeNull()
  })
  test.each([3, 10, 25, 50, 80])('where no field has the focus not one character is lost, at %i ms a key', (pace) => {
    expect(type('LK-0000126', pace).code).toBe('LK-0000126')
  })
  test('a busy telephone that hears the keys in fits and starts takes the whole code, in a field too', () => {
    const gaps = [3, 120, 3, 3, 90, 3, 3, 3, 140, 3]
    for (const field of [null, '40,1']) {
      let [burst, at] = [noBurst, 1000]
      for (const [place, key] of [...'LK-0000126'].entries()) {
        burst = feedKey(burst, { key, at, field }).burst
        at += gaps[place] ?? 3
      }
      expect(feedKey(burst, { key: 'Enter', at, field }).code).toBe('LK-0000126')
    }
  })
  test('after a long silence another code begins', () => {
    const left = feedKey(noBurst, { key: 'X', at: 1000, field: null }).burst
    expect(feedKey(left, { key: 'L', at: 4000, field: null }).burst.text).toBe('L')
  })
})
