import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { closedMeanings, spellingKinds } from '../spelling-kinds.ts'
import { fr } from './fr.ts'
import { screenFr } from './screen-fr.ts'

test('every problem and refusal in the sources has a sentence', () => {
  const folder = new URL('../', import.meta.url)
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  const problems = [
    ...sources.matchAll(/problem: '([a-z0-9-]+)'|'(not-[a-z0-9-]+|date-out-of-range|coordinate-out-of-range)', \(?cell|'(line-too-long)'/g),
  ]
  const refusals = [...sources.matchAll(/refused\('([a-z0-9-]+)'/g)]
  const keys = [
    ...problems.map((found) => `ipis.problem.${found[1] ?? found[2] ?? found[3]}`),
    ...refusals.map((found) => `refusal.${found[1]}`),
  ]
  expect(keys.length).toBeGreaterThan(15)
  expect(keys.filter((key) => !(key in fr))).toEqual([])
})

test('every kind and every fixed meaning has a word on the screen', () => {
  const words: { readonly [key: string]: string } = screenFr
  const keys = spellingKinds.flatMap((kind) => [
    `spellings.kind.${kind}`,
    ...(closedMeanings[kind] ?? []).map((meaning) => `spellings.means.${kind}.${meaning}`),
  ])
  expect(keys.filter((key) => !words[key])).toEqual([])
})
