import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { NameReader } from '../../contract-names.ts'
import type { SecretNameEvent } from './name-events.ts'
import { type SecretNameCommand, secretNameDecider } from './secret-name.ts'

/** Short names stand for numbers. */
const numbers = ['analyst', 'secretariat', 'other', 'sheet', 'second', 'old', 'new', 'inspector']
const numberOf = (name: string): string => `0192f0c4-0000-7000-8000-${String(numbers.indexOf(name) + 1).padStart(12, '0')}`
const reader = (account: string, key = account): NameReader => ({
  account: asId('account', numberOf(account)),
  key: asId('personal-key', numberOf(key)),
})
const [analyst, secretariat, other] = [reader('analyst'), reader('secretariat'), reader('other')]
const of = { kind: 'sheet', sheet: asId('conflict-sheet', numberOf('sheet')) } as const
const kept: SecretNameEvent = { kind: 'secret-name.kept.v1', payload: { of, readers: [analyst, secretariat], sha256: 'a' } }
const fit = [analyst, secretariat, other]

function decide(events: readonly SecretNameEvent[], command: SecretNameCommand, account: string, able = fit) {
  const outcome = secretNameDecider.decide(foldEvents(secretNameDecider, events), command, { account: numberOf(account), fit: able })
  return outcome.ok ? outcome.value.map((event) => event.kind) : outcome.refusal
}
const absent = { code: 'unknown-secret-name', facts: {} }

test('readers are chosen once each, among those who may and with the key of today', () => {
  const keep = (...readers: NameReader[]): SecretNameCommand => ({ type: 'keep', of, readers, sha256: 'a' })
  expect(decide([], keep(analyst, secretariat), 'inspector')).toEqual(['secret-name.kept.v1'])
  expect(decide([], keep(), 'inspector')).toMatchObject({ code: 'name-without-reader' })
  expect(decide([], keep(analyst, reader('analyst', 'second')), 'inspector')).toMatchObject({ code: 'name-reader-twice' })
  expect(decide([], keep(reader('analyst', 'old')), 'inspector')).toMatchObject({ code: 'name-reader-not-fit' })
  expect(decide([kept], keep(analyst), 'inspector')).toMatchObject({ code: 'name-kept-already' })
})

test('present readers look, seal anew and forget; to everybody else it never was, who sealed it included', () => {
  const commands: SecretNameCommand[] = [
    { type: 'look' },
    { type: 'reseal', readers: [other], sha256: 'b' },
    { type: 'forget', because: 'reviewed' },
  ]
  for (const command of commands) {
    expect(decide([kept], command, 'analyst')).toHaveLength(1)
    for (const stranger of ['other', 'inspector']) expect(decide([kept], command, stranger)).toEqual(absent)
    expect(decide([], command, 'analyst')).toEqual(absent)
  }
})

test('who lost the right, or the key, is no reader any more; who was left out of a new box neither', () => {
  expect(decide([kept], { type: 'look' }, 'analyst', [secretariat])).toEqual(absent)
  expect(decide([kept], { type: 'look' }, 'analyst', [reader('analyst', 'new'), secretariat])).toEqual(absent)
  expect(decide([kept], { type: 'look' }, 'secretariat', [reader('analyst', 'new'), secretariat])).toEqual(['secret-name.looked.v1'])
  const left: SecretNameEvent = { kind: 'secret-name.resealed.v1', payload: { readers: [secretariat, other], sha256: 'b' } }
  expect(decide([kept, left], { type: 'look' }, 'analyst')).toEqual(absent)
  expect(decide([kept, left], { type: 'look' }, 'other')).toEqual(['secret-name.looked.v1'])
})

test('what was forgotten is nobody’s, and its number is not used again', () => {
  const gone: SecretNameEvent = { kind: 'secret-name.forgotten.v1', payload: { because: 'reviewed' } }
  for (const account of ['analyst', 'secretariat']) expect(decide([kept, gone], { type: 'look' }, account)).toEqual(absent)
  expect(decide([kept, gone], { type: 'keep', of, readers: [analyst], sha256: 'c' }, 'analyst')).toMatchObject({
    code: 'name-kept-already',
  })
})
