import { expect, test } from 'vitest'
import { dictionaryEn } from './words-en.ts'
import { dictionaryFr } from './words-fr.ts'

const slots = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{([\w-]+)/g)].map((found) => found[1] ?? ''))].toSorted()
const english: { readonly [key: string]: string } = dictionaryEn

test('every French word has an English one with the same facts, and neither is empty', () => {
  for (const [key, french] of Object.entries(dictionaryFr)) {
    expect(english[key], key).toBeTruthy()
    expect(french, key).not.toBe('')
    expect(slots(english[key] ?? ''), key).toEqual(slots(french))
  }
  expect(Object.keys(dictionaryEn).toSorted()).toEqual(Object.keys(dictionaryFr).toSorted())
})
