import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Reading,
  FILE_MARK,
  FRAME_LETTERS,
  codeOf,
  codeTyped,
  framesOf,
  missingIn,
  nothingRead,
  readHandOverFile,
  wholeOf,
  withFrame,
} from './hand-over.ts'

const anyBytes = fc.uint8Array({ minLength: 1, maxLength: 6000 }).map((bytes) => Uint8Array.from(bytes))
const anySize = fc.constantFrom(...FRAME_LETTERS, 7)
const readAll = (frames: readonly string[], from: Reading = nothingRead): Reading =>
  frames.reduce((reading, frame) => withFrame(reading, frame).reading, from)

test('codes read in any order, some twice, give the same bytes', () => {
  fc.assert(
    fc.property(anyBytes, anySize, fc.infiniteStream(fc.nat()), (bytes, size, chance) => {
      const frames = framesOf(bytes, size)
      const shuffled = [...frames, ...frames.slice(0, 3)]
        .map((frame) => ({ frame, rank: chance.next().value ?? 0 }))
        .toSorted((a, b) => a.rank - b.rank)
        .map((one) => one.frame)
      const read = readAll(shuffled)
      expect([missingIn(read), wholeOf(read)]).toEqual([[], bytes])
    }),
    { numRuns: 60 },
  )
})

test('a lost code is named, and the whole is not given until it was read in the next round', () => {
  fc.assert(
    fc.property(anyBytes, fc.nat(), (bytes, at) => {
      const frames = framesOf(bytes, 7)
      const lost = at % frames.length
      const read = readAll(frames.filter((_frame, number) => number !== lost))
      expect([missingIn(read), wholeOf(read)]).toEqual([read.of === 0 ? [] : [lost + 1], null])
      expect(wholeOf(readAll(frames, read))).toEqual(bytes)
    }),
    { numRuns: 60 },
  )
})

test('a code that was read wrongly in any letter is set aside, and nothing false ever comes out', () => {
  fc.assert(
    fc.property(anyBytes, anySize, fc.nat(), fc.constantFrom('a', 'Z', '0', '/', '_'), (bytes, size, at, letter) => {
      const frames = framesOf(bytes, size)
      const number = at % frames.length
      const frame = frames[number] ?? ''
      const place = at % frame.length
      const wrong = frame.slice(0, place) + letter + frame.slice(place + 1)
      fc.pre(wrong !== frame)
      const { reading, seen } = withFrame(nothingRead, wrong)
      expect(['damaged', 'not-ours']).toContain(seen)
      expect(wholeOf(readAll(frames, reading))).toEqual(bytes)
    }),
    { numRuns: 200 },
  )
})

test('codes of two hand-overs, or of one in two sizes, are not mixed: the first begun goes on', () => {
  const [one, other] = [new Uint8Array(900).fill(1), new Uint8Array(900).fill(2)]
  const [first, second] = [framesOf(one, 300), framesOf(other, 300)]
  const mixed = first.flatMap((frame, at) => [frame, second[at] ?? ''])
  expect(wholeOf(readAll(mixed))).toEqual(one)
  expect(withFrame(readAll(first.slice(0, 1)), second[0] ?? '').seen).toBe('other-series')
  expect(withFrame(readAll(first.slice(0, 1)), framesOf(one, 500)[0] ?? '').seen).toBe('other-series')
  expect(withFrame(readAll(first), first[1] ?? '').seen).toBe('again')
})

test.each(['', 'https://example.org', 'CHANZO1/x', 'CHANZO2/00000000/1/1/00000000/AAAA'])('%s is not ours', (text) => {
  expect(withFrame(nothingRead, text)).toEqual({ reading: nothingRead, seen: 'not-ours' })
})

test('a code of twelve letters is read aloud and typed with what people mix up', () => {
  const code = codeOf(Uint8Array.from({ length: 12 }, (_none, at) => at * 37))
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(codeTyped(code.toLowerCase().replaceAll('-', ' '))).toBe(code.replaceAll('-', ''))
  expect(codeTyped('OIL0-OIL0-OIL0')).toBe('011001100110')
  expect([codeTyped('ABCD'), codeTyped('ABCD-EFGH-JKM!')]).toEqual([null, null])
})

test('a file is known by its first line', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(readHandOverFile(bytes(`${FILE_MARK} c2FsdA==\n\u0001rest`))).toEqual({ salt: 'c2FsdA==', sealed: bytes('\u0001rest') })
  for (const text of ['', 'PK\n', `${FILE_MARK}\nx`, `${FILE_MARK} a b\nx`]) expect(readHandOverFile(bytes(text))).toBeNull()
})
