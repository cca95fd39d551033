import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { fr } from './fr.ts'

const folder = fileURLToPath(new URL('../domain/', import.meta.url))
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
const found = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((hit) => hit[1] ?? '')

// What the house's own gate does not see: a guard of a table names its code apart, and a table refuses an illegal step by its own name.
const codes = new Set([
  ...sources.flatMap((text) => found(text, /\bcode: '([a-z]+(?:-[a-z]+)+)',\s*holds:/g)),
  ...sources.flatMap((text) => [
    ...found(text, /refused\([^()]*\? '([a-z-]+)' : '[a-z-]+'/g),
    ...found(text, /refused\([^()]*\? '[a-z-]+' : '([a-z-]+)'/g),
  ]),
  ...sources.flatMap((text) => found(text, /Machine<[^>]*> = \{[^;]*?\bname: '([a-z-]+)'/g)).map((name) => `${name}-not-so-far`),
])
const known = new Set<string>(Object.keys(fr))

test('guards and tables are found', () => {
  expect(codes.size).toBeGreaterThan(60)
  expect([...codes]).toEqual(expect.arrayContaining(['case-not-so-far', 'breach-not-so-far', 'room-full', 'case-processing-stopped']))
})

test.each([...codes].sort())('the refusal %s of a table has a sentence', (code) => expect(known).toContain(`refusal.${code}`))

test('no sentence stands for a code that nothing refuses with', () => {
  const text = sources.join('\n')
  const unused = Object.keys(fr).filter(
    (key) => !text.includes(`'${key.slice('refusal.'.length)}'`) && !codes.has(key.slice('refusal.'.length)),
  )
  expect(unused).toEqual([])
})

test('no sentence calls a person what they are not', () => {
  const said = [...Object.values(fr), ...Object.values(en)].filter((sentence) => /coupable|esclave|guilty|slave|suspect/i.test(sentence))
  expect(said).toEqual([])
})

test('a sentence shows no code and no instant: only numbers, days and months fill it', () => {
  const facts = new Set(Object.values(fr).flatMap((sentence) => found(sentence, /\{(\w+)/g)))
  expect([...facts].sort()).toEqual(['day', 'left', 'months', 'most', 'on', 'open'])
})
