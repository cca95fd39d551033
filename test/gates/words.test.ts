import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { refusals } from '../../src/app/refusals-fr.ts'
import { dictionaryEn } from '../../src/app/words-en.ts'
import { dictionaryFr } from '../../src/app/words-fr.ts'
import { serverWords } from '../../src/bin/words.ts'

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url))
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
)

/** Every code that a decision, a route or the platform may refuse with, read from the sources. */
const codes = new Set(
  files.flatMap((name) => {
    const text = readFileSync(SOURCES + name, 'utf8')
    return [
      ...text.matchAll(/refused\(\s*'([a-z0-9-]+)'/g),
      ...text.matchAll(/refusal: \{ code: '([a-z0-9-]+)'/g),
      ...(text.includes('Refusal') ? text.matchAll(/\bcode: '([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'/g) : []),
    ].map((found) => found[1] ?? '')
  }),
)

test('there are refusals to look for', () => expect(codes.size).toBeGreaterThan(30))

test.each([...codes].sort())('the refusal %s has a sentence in French and English', (code) => {
  for (const language of ['fr', 'en'] as const) expect(serverWords[language][`refusal.${code}`], `${language} refusal.${code}`).toBeTruthy()
})

test('the screens know every refusal that the server may give', () => {
  const onScreen: { readonly [key: string]: string } = { ...dictionaryFr, ...refusals }
  expect(Object.keys(serverWords.fr).filter((key) => key.startsWith('refusal.') && !(key in onScreen))).toEqual([])
})

test.each([
  ['the server', serverWords.fr, serverWords.en],
  ['the app', dictionaryFr, dictionaryEn],
])(
  'French and English of %s have the same keys, none empty, and the same facts',
  (_where, fr: { readonly [key: string]: string }, en: { readonly [key: string]: string }) => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
    const factsIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').sort()
    const uneven = Object.keys(fr).filter(
      (key) => !fr[key] || !en[key] || [...new Set(factsIn(fr[key]))].join() !== [...new Set(factsIn(en[key]))].join(),
    )
    expect(uneven).toEqual([])
  },
)
