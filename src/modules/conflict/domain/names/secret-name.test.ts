import { describe, expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { NameReader } from '../../contract-names.ts'
import type { SecretNameEvent } from './name-events.ts'
import { type SecretNameCommand, secretNameDecider } from './secret-name.ts'

/** Short names stand for numbers. */
const numbers = ['analyst', 'secretariat', 'other', 'sheet', 'second', 'old', 'new', 'inspector', 'liaison', 'request']
const numberOf = (name: string): string => `0192f0c4-0000-7000-8000-${String(numbers.indexOf(name) + 1).padStart(12, '0')}`
const reader = (account: string, key = account): NameReader => ({
  account: asId('account', numberOf(account)),
  key: asId('personal-key', numberOf(key)),
})
const [analyst, secretariat, other] = [reader('analyst'), reader('secretariat'), reader('other')]
const of = { kind: 'sheet', sheet: asId('conflict-sheet', numberOf('sheet')) } as const
const kept: SecretNameEvent = { kind: 'secret-name.kept.v1', payload: { of, readers: [analyst, secretariat], sha256: 'a' } }
const fit = [analyst, secretariat, other]

interface Situation {
  readonly able?: readonly NameReader[]
  readonly now?: string
  readonly liaisons?: readonly NameReader[]
  readonly requester?: string
}
const NOW = '2026-11-21T10:00:00.000Z'
const accountOf = (name: string) => asId('account', numberOf(name))
function decide(events: readonly SecretNameEvent[], command: SecretNameCommand, account: string, given: Situation = {}) {
  const { able = fit, now = NOW, liaisons = [], requester } = given
  const outcome = secretNameDecider.decide(foldEvents(secretNameDecider, events), command, {
    ...{ account: accountOf(account), fit: able, now, liaisons, requester: requester === undefined ? null : numberOf(requester) },
  })
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
    { type: 'reseal', readers: [analyst, secretariat, other], sha256: 'b' },
    { type: 'ask', what: 'destroy', because: 'reviewed' },
  ]
  for (const command of commands) {
    expect(decide([kept], command, 'analyst')).toHaveLength(1)
    for (const stranger of ['other', 'inspector']) expect(decide([kept], command, stranger)).toEqual(absent)
    expect(decide([], command, 'analyst')).toEqual(absent)
  }
})

test('who lost the right, or the key, is no reader any more; who was left out of a new box neither', () => {
  expect(decide([kept], { type: 'look' }, 'analyst', { able: [secretariat] })).toEqual(absent)
  expect(decide([kept], { type: 'look' }, 'analyst', { able: [reader('analyst', 'new'), secretariat] })).toEqual(absent)
  expect(decide([kept], { type: 'look' }, 'secretariat', { able: [reader('analyst', 'new'), secretariat] })).toEqual([
    'secret-name.looked.v1',
  ])
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

describe('what no reader does to the others alone', () => {
  const asked = (what: 'leave-out' | 'destroy', by: string, at = NOW): SecretNameEvent => ({
    kind: 'secret-name.asked.v1',
    payload: {
      ...{ what, leaveOut: what === 'leave-out' ? [accountOf('other')] : [], because: what === 'destroy' ? 'danger' : null },
      ...{ by: accountOf(by), at },
    },
  })
  const three: SecretNameEvent = { kind: 'secret-name.kept.v1', payload: { of, readers: fit, sha256: 'a' } }
  const without: SecretNameCommand = { type: 'reseal', readers: [analyst, secretariat], sha256: 'b' }
  const destroy: SecretNameCommand = { type: 'forget', because: 'danger' }
  const alone = { code: 'second-reader-needed', facts: {} }

  test('leaving out another reader, or destroying, is done by a second reader within the days, and by nobody who asked', () => {
    for (const [command, what, done] of [
      [without, 'leave-out', 'secret-name.resealed.v1'],
      [destroy, 'destroy', 'secret-name.forgotten.v1'],
    ] as const) {
      expect(decide([three], command, 'analyst')).toEqual(alone)
      expect(decide([three, asked(what, 'analyst')], command, 'analyst')).toEqual(alone)
      expect(decide([three, asked(what, 'analyst')], command, 'secretariat')).toEqual([done])
      expect(decide([three, asked(what, 'analyst', '2026-11-07T09:59:59.999Z')], command, 'secretariat')).toEqual(alone)
      // Who asked and is no reader any more asked nothing.
      const stays: SecretNameCommand = what === 'destroy' ? destroy : { type: 'reseal', readers: [secretariat], sha256: 'b' }
      expect(decide([three, asked(what, 'analyst')], stays, 'secretariat', { able: [secretariat, other] })).toEqual(alone)
      const refusedSince: SecretNameEvent = { kind: 'secret-name.asking-refused.v1', payload: {} }
      expect(decide([three, asked(what, 'analyst'), refusedSince], command, 'secretariat')).toEqual(alone)
    }
    // Agreement to one thing is none to another, nor to leave out more.
    expect(decide([three, asked('destroy', 'analyst')], without, 'secretariat')).toEqual(alone)
    expect(decide([three, asked('leave-out', 'analyst')], destroy, 'secretariat')).toEqual(alone)
    const onlySelf: SecretNameCommand = { type: 'reseal', readers: [secretariat], sha256: 'b' }
    expect(decide([three, asked('leave-out', 'analyst')], onlySelf, 'secretariat')).toEqual(alone)
  })
  test('alone one adds readers, leaves out oneself and who is not present any more; the only one left does all', () => {
    expect(decide([kept], { type: 'reseal', readers: fit, sha256: 'b' }, 'analyst')).toEqual(['secret-name.resealed.v1'])
    expect(decide([three], { type: 'reseal', readers: [secretariat, other], sha256: 'b' }, 'analyst')).toEqual(['secret-name.resealed.v1'])
    expect(decide([three], without, 'analyst', { able: [analyst, secretariat] })).toEqual(['secret-name.resealed.v1'])
    expect(decide([three], destroy, 'analyst', { able: [analyst] })).toEqual(['secret-name.forgotten.v1'])
    expect(decide([three], { type: 'ask', what: 'destroy', because: 'danger' }, 'analyst', { able: [analyst] })).toMatchObject({
      code: 'only-reader-left',
    })
  })
  test('one asks for another who reads, once, and whoever reads may say no', () => {
    const ask = (...readers: readonly string[]): SecretNameCommand => ({ type: 'ask', what: 'leave-out', readers: readers.map(accountOf) })
    expect(decide([three], ask('other'), 'analyst')).toEqual(['secret-name.asked.v1'])
    for (const wrong of [ask(), ask('analyst'), ask('inspector')])
      expect(decide([three], wrong, 'analyst')).toMatchObject({ code: 'name-asks-of-nobody' })
    expect(decide([three, asked('destroy', 'secretariat')], ask('other'), 'analyst')).toMatchObject({ code: 'name-asked-already' })
    expect(decide([three, asked('destroy', 'secretariat')], { type: 'refuse-asking' }, 'other')).toEqual(['secret-name.asking-refused.v1'])
    expect(decide([three], { type: 'refuse-asking' }, 'other')).toMatchObject({ code: 'nothing-asked-of-name' })
  })
})

test('justice: a reader gives it to who asked and their key of today; they look until it ends, and nothing else', () => {
  const liaison = reader('liaison')
  const request = asId('name-request', numberOf('request'))
  const give: SecretNameCommand = { type: 'grant', request, reader: liaison, sha256: 'c' }
  const now = { liaisons: [liaison], requester: 'liaison' }
  expect(decide([kept], give, 'analyst', now)).toEqual(['secret-name.granted.v1'])
  expect(decide([kept], give, 'other', now)).toEqual(absent)
  expect(decide([kept], give, 'analyst', { liaisons: [liaison] })).toMatchObject({ code: 'unknown-name-request' })
  expect(decide([kept], give, 'analyst', { ...now, requester: 'other' })).toMatchObject({ code: 'unknown-name-request' })
  expect(decide([kept], give, 'analyst', { ...now, liaisons: [reader('liaison', 'new')] })).toMatchObject({ code: 'name-reader-not-fit' })
  const given: SecretNameEvent = {
    kind: 'secret-name.granted.v1',
    payload: { to: liaison, request, until: '2026-11-28T10:00:00.000Z', sha256: 'c' },
  }
  expect(decide([kept, given], { type: 'look' }, 'liaison', now)).toEqual(['secret-name.looked.v1'])
  expect(decide([kept, given], { type: 'look' }, 'liaison', { ...now, now: '2026-11-28T10:00:00.000Z' })).toEqual(absent)
  expect(decide([kept, given], { type: 'look' }, 'liaison', { liaisons: [reader('liaison', 'new')] })).toEqual(absent)
  expect(decide([kept, given], { type: 'forget', because: 'danger' }, 'liaison', now)).toEqual(absent)
  const gone: SecretNameEvent = { kind: 'secret-name.forgotten.v1', payload: { because: 'danger' } }
  expect(decide([kept, given, gone], { type: 'look' }, 'liaison', now)).toEqual(absent)
})
