import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { PHRASE_BITS, checkPhrase, isSamePhrase } from './check-phrase.ts'
import { microPattern } from './micro-pattern.ts'
import { phraseWords } from './phrase-words.ts'

const hash = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest())

function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    before = row
  }
  return before[b.length] ?? 0
}

test.each(['fr', 'en'] as const)('256 words in %s, short, and no two differ by one letter', (language) => {
  const words = phraseWords[language]
  expect(words).toHaveLength(256)
  for (const [at, word] of words.entries()) {
    expect(word).toMatch(/^[a-z]{2,10}$/)
    for (const other of words.slice(at + 1)) expect(distance(word, other), `${word} ${other}`).toBeGreaterThan(1)
  }
})

test('a phrase is the same things in both languages, and 48 bits of the hash', () => {
  const [fr, en] = [checkPhrase(hash('ASM1:X'), 'fr'), checkPhrase(hash('ASM1:X'), 'en')]
  expect(fr).toHaveLength(6)
  expect(fr.map((word) => phraseWords.fr.indexOf(word))).toEqual(en.map((word) => phraseWords.en.indexOf(word)))
  expect(PHRASE_BITS).toBe(48)
  // The words of paper that was printed: they may never change.
  expect(fr.join(' ')).toBe('voyage gorille mille chanson valise bougie')
})

test('what was heard may be typed with capitals, accents, commas and line ends; another word is another code', () => {
  const phrase = checkPhrase(hash('ASM1:X'), 'fr')
  expect(isSamePhrase(` ${phrase.join(', ').toUpperCase()}.\n`, phrase)).toBe(true)
  expect(isSamePhrase(phrase.join(' ').replace('e', 'é'), phrase)).toBe(true)
  expect(isSamePhrase([...phrase].reverse().join(' '), phrase)).toBe(false)
  expect(isSamePhrase(phrase.slice(1).join(' '), phrase)).toBe(false)
})

test('one changed bit gives another phrase and a pattern that the eye tells apart', () => {
  const seen = new Set<string>()
  for (let at = 0; at < 300; at++) {
    const bytes = new Uint8Array(randomBytes(40))
    const pattern = microPattern(hash(Buffer.from(bytes).toString('hex')))
    seen.add(JSON.stringify(pattern))
    bytes[at % 40] = (bytes[at % 40] ?? 0) ^ 1
    const other = microPattern(hash(Buffer.from(bytes).toString('hex')))
    const moved = pattern.dots.filter((dot, index) => dot.isLarge !== other.dots[index]?.isLarge).length
    expect(moved + pattern.lines.filter((line, index) => line !== other.lines[index]).length * 6).toBeGreaterThan(5)
  }
  expect(seen.size).toBe(300)
})

test('a pattern stays inside its square and is the same at every drawing', () => {
  const pattern = microPattern(hash('ASM1:X'))
  expect(pattern).toEqual(microPattern(hash('ASM1:X')))
  const numbers =
    pattern.lines
      .join(' ')
      .match(/-?\d+(\.\d+)?/g)
      ?.map(Number) ?? []
  expect(numbers.length).toBeGreaterThan(1000)
  for (const number of numbers) expect(number >= 0 && number <= 100).toBe(true)
})
