/* Rules of training without a server: who is trained, what a gain is, which code is one, what a session refuses. */
import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Described, PlanSession } from '../../contract-training.ts'
import { certificateCode, readCertificateCode, writtenCode } from './certificate-code.ts'
import { proposedItems } from './proposed-items.ts'
import { gainOf, isTrained, scoreTenths } from './rules.ts'
import { foldedName, personKeys } from './same-person.ts'
import { type MaybeSession, type SessionCommand, type SessionContext, sessionDecider } from './session.ts'

const context: SessionContext = {
  ...{ now: '2026-06-10T08:00:00.000Z', today: '2026-06-10', isNear: true, number: 'F-2026-0413', right: [1, 0], arePlacesKnown: true },
  curriculum: { title: { fr: 'Reconnaître', en: null }, modules: ['identification'] },
  codeOf: (badge) => `CODE${badge}`,
}
const planned: PlanSession = {
  ...{ curriculum: asId('curriculum', '0190a000-0000-7000-8000-000000000001'), province: 'XL1', territoire: null, place: 'Salle' },
  halfDays: (['am', 'pm'] as const).flatMap((part) => ['2026-06-08', '2026-06-09', '2026-06-10'].map((on) => ({ on, part }))).slice(0, 5),
  ...{ mode: 'on-site', trainers: ['Formatrice'], language: 'fr', cost: null },
  items: [asId('test-item', '00000000-0000-7000-8000-000000000101'), asId('test-item', '00000000-0000-7000-8000-000000000102')],
}
const person = (badge: number): Described & { readonly person: null } => ({
  ...{
    badge,
    category: 'medical',
    sex: 'woman',
    age: '25-34',
    institution: 'Hôpital',
    province: 'XL1',
    disability: 'no',
    firstTime: 'yes',
  },
  person: null,
})
function play(...commands: readonly (SessionCommand | readonly [SessionCommand, Partial<SessionContext>])[]): {
  state: MaybeSession
  refused: string | null
} {
  let state: MaybeSession = null
  for (const given of commands) {
    const [command, more] = 'type' in given ? [given, {}] : given
    const decided = sessionDecider.decide(state, command, { ...context, ...more })
    if (!decided.ok) return { state, refused: decided.refusal.code }
    state = foldEvents({ ...sessionDecider, initial: state }, decided.value)
  }
  return { state, refused: null }
}
const plan: SessionCommand = { type: 'plan', session: planned }
const enrol: SessionCommand = { type: 'enrol', participants: [person(1), person(2)] }
const there = (badge: number, halfDays: readonly number[]): SessionCommand => ({
  ...{ type: 'attend', marks: halfDays.map((halfDay) => ({ badge, halfDay, present: true })) },
})

test('four fifths of the half-days are a training, one less is none, and no half-day is none', () => {
  expect([isTrained(4, 5), isTrained(3, 5), isTrained(0, 0), isTrained(8, 10), isTrained(7, 9)]).toEqual([true, false, false, true, false])
})

test('gain is the mean of differences; who had 100 before has no normalised gain, who lacks a score is not counted', () => {
  const scores = [
    { preTenths: 400, postTenths: 700 },
    { preTenths: 1000, postTenths: 900 },
    { preTenths: null, postTenths: 800 },
  ]
  expect(gainOf(scores)).toEqual({
    of: 2,
    preMeanTenths: 700,
    postMeanTenths: 800,
    gainTenths: 100,
    normalisedThousandths: 500,
    normalisedOf: 1,
  })
  expect(gainOf([])).toMatchObject({ of: 0, gainTenths: null, normalisedThousandths: null })
  expect(scoreTenths([1, null, 2], [1, 0, 2])).toBe(667)
  expect(scoreTenths([], [])).toBeNull()
})

test('a code is known by its last two digits: any wrong or exchanged sign is told before the record is asked', () => {
  const code = certificateCode(Uint8Array.from({ length: 32 }, (_, at) => at * 37 + 5))
  expect(readCertificateCode(writtenCode(code))).toBe(code)
  expect(readCertificateCode(code.toLowerCase().replaceAll('0', 'o'))).toBe(code)
  for (let at = 0; at < 10; at++) {
    const other = code[at] === 'A' ? 'B' : 'A'
    expect(readCertificateCode(code.slice(0, at) + other + code.slice(at + 1)), String(at)).toBeNull()
    if (at > 0 && code[at] !== code[at - 1])
      expect(readCertificateCode(code.slice(0, at - 1) + code[at] + code[at - 1] + code.slice(at + 1)), `exchanged ${at}`).toBeNull()
  }
})

test('a name folds without accents, capitals and order, and leads to nobody alone', () => {
  expect(foldedName('KABÉYA, Marie-Claire')).toBe(foldedName('marie claire Kabeya'))
  expect(personKeys({ name: 'Marie Kabeya' })).toEqual([])
  expect(personKeys({ name: 'Marie Kabeya', birthYear: 1990, institution: 'Hôpital' }).map(({ by }) => by)).toEqual([
    'name-and-year',
    'name-and-institution',
  ])
})

test('the bank of proposals: each item has one right option among its own, in both languages, and they do not all stand first', () => {
  expect(proposedItems.length).toBeGreaterThanOrEqual(15)
  for (const { question, options, correct } of proposedItems) {
    expect(options[correct]).toBeDefined()
    for (const said of [question, ...options]) expect([said.fr.trim(), said.en?.trim()]).not.toContain('')
    expect(new Set(options.map(({ fr }) => fr)).size).toBe(options.length)
  }
  expect(new Set(proposedItems.map(({ id }) => id)).size).toBe(proposedItems.length)
  expect(new Set(proposedItems.map(({ correct }) => correct)).size).toBe(3)
})

test('a certificate is for who was there for four fifths, after closing, once, and again after it was revoked', () => {
  const certify: SessionCommand = { type: 'certify', badges: null }
  const taught = [plan, enrol, there(1, [0, 1, 2, 3]), there(2, [0, 1])]
  expect(play(...taught, certify).refused).toBe('certificates-after-closing')
  const closed = [...taught, { type: 'close' } as const]
  expect(play(...closed, { type: 'certify', badges: [2] }).refused).toBe('not-trained')
  const given = play(...closed, certify)
  expect(given.state?.participants.get(1)?.certificate).toEqual({ number: 'F-2026-0413/01', code: 'CODE1', isRevoked: false })
  expect(given.state?.participants.get(2)?.certificate).toBeNull()
  expect(play(...closed, certify, { type: 'certify', badges: [1] }).refused).toBe('certificate-given')
  expect(play(...closed, certify, certify).refused).toBe('nobody-to-certify')
  const revoked = [...closed, certify, { type: 'revoke', badge: 1, reason: 'error' } as const]
  expect(play(...revoked).state?.participants.get(1)?.certificate?.isRevoked).toBe(true)
  expect(play(...revoked, certify).refused).toBeNull()
})

test('a later mark of attendance counts; days to come, other badges and other half-days are refused', () => {
  const absent: SessionCommand = { type: 'attend', marks: [{ badge: 1, halfDay: 0, present: false }] }
  expect(play(plan, enrol, there(1, [0, 1]), absent).state?.participants.get(1)?.present).toBe(1)
  expect(play(plan, enrol, there(3, [0])).refused).toBe('unknown-badge')
  expect(play(plan, enrol, there(1, [9])).refused).toBe('no-such-half-day')
  expect(play(plan, enrol, [there(1, [4]), { today: '2026-06-08' }]).refused).toBe('half-day-to-come')
  expect(play(plan, enrol, [{ type: 'close' }, { today: '2026-06-09' }]).refused).toBe('training-session-not-over')
})

test('practice is asked of who was trained, half a year later and not a week later', () => {
  const held = [plan, enrol, there(1, [0, 1, 2, 3]), { type: 'close' } as const]
  const asked = (badge: number, on: string): SessionCommand => ({ type: 'follow-up', badge, practice: 'yes', by: 'visit', on, uses: [] })
  expect(play(...held, [asked(1, '2026-06-20'), { today: '2026-12-20' }]).refused).toBe('follow-up-too-early')
  expect(play(...held, [asked(2, '2026-12-10'), { today: '2026-12-20' }]).refused).toBe('follow-up-of-trained')
  expect(play(...held, [asked(1, '2026-12-10'), { today: '2026-12-20' }]).state?.participants.get(1)?.practice).toBe('yes')
})

test('whoever is outside the territory is answered as if there were no such session', () => {
  expect(play(plan, [enrol, { isNear: false }]).refused).toBe('unknown-training-session')
  expect(play([plan, { isNear: false }]).refused).toBe('outside-your-territory')
  expect(play(plan, { type: 'enrol', participants: [person(1), person(1)] }).refused).toBe('badge-given-twice')
})

test('somebody who was there stays in the session; an erasure keeps every mark', () => {
  const held = [plan, enrol, there(1, [0])]
  expect(play(...held, { type: 'withdraw', badge: 1, reason: 'x' }).refused).toBe('participant-was-there')
  expect(play(...held, { type: 'withdraw', badge: 2, reason: 'x' }).state?.participants.size).toBe(1)
  const erased = play(...held, { type: 'erase', badge: 1, reason: 'Demande' })
  expect(erased.state?.participants.get(1)).toMatchObject({ isErased: true, present: 1 })
  expect(play(...held, { type: 'cancel', reason: 'x' }).refused).toBe('training-session-was-held')
})
