import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { caseMachine } from '../domain/case/case-machine.ts'
import { refusalsOf } from '../domain/machine.ts'
import { bestInterestsMachine } from '../domain/children/best-interests.ts'
import { justiceMachine } from '../domain/justice/justice-track.ts'
import { mediationMachine } from '../domain/livelihood/debt-mediation.ts'
import { grantMachine } from '../domain/livelihood/grant.ts'
import { returnMachine } from '../domain/livelihood/return.ts'
import { referralMachine } from '../domain/referral/referral-machine.ts'
import { breachMachine } from '../domain/retention/breach.ts'
import { stayMachine } from '../domain/shelter/shelter.ts'
import { measureMachine } from '../domain/witness/witness.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

const folder = fileURLToPath(new URL('../', import.meta.url))
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(domain|server)\//.test(name) && name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
const sealing = fileURLToPath(new URL('../../../app/sealing/', import.meta.url))
const screensIn = (of: string, inside: RegExp): readonly string[] =>
  readdirSync(of, { recursive: true, encoding: 'utf8' })
    .filter((name) => inside.test(name) && /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(`${of}${name}`, 'utf8'))
// What a device refuses by itself, before anything is sent: the screens, and the room where they seal.
const onDevice = [...screensIn(folder, /^ui\//), ...screensIn(sealing, /./)]
const found = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((hit) => hit[1] ?? '')

// What the house's own gate cannot read out of the sources: codes of guards and tables, and a code chosen between two.
const tables = [
  ...[refusalsOf(caseMachine), refusalsOf(referralMachine), refusalsOf(stayMachine), refusalsOf(measureMachine), refusalsOf(grantMachine)],
  ...[refusalsOf(returnMachine), refusalsOf(mediationMachine), refusalsOf(justiceMachine), refusalsOf(bestInterestsMachine)],
  refusalsOf(breachMachine),
]
const codes = new Set([
  ...tables.flat(),
  ...sources.flatMap((text) => [
    ...found(text, /refused\([^()]*\? '([a-z-]+)' : '[a-z-]+'/g),
    ...found(text, /refused\([^()]*\? '[a-z-]+' : '([a-z-]+)'/g),
  ]),
])
const known = new Set<string>(Object.keys(fr))

test('every table is asked', () => {
  expect(tables).toHaveLength(sources.flatMap((text) => found(text, /export const (\w+): Machine</g)).length)
  expect([...codes]).toEqual(expect.arrayContaining(['case-not-so-far', 'room-full', 'case-processing-stopped']))
})

test.each([...codes].sort())('the refusal %s of a table has a sentence', (code) => expect(known).toContain(`refusal.${code}`))

test('no sentence stands for a code that nothing refuses with', () => {
  const text = [...sources, ...onDevice].join('\n')
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
  const numbers = ['bytes', 'given', 'least', 'left', 'months', 'most', 'named', 'needed', 'open', 'shares', 'words']
  // `before` and `now` are the digits of a colleague’s key, which two people read to each other.
  expect([...facts].sort()).toEqual([...numbers, 'before', 'day', 'now', 'on'].sort())
})
