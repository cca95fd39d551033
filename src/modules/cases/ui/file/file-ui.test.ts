import { expect, test } from 'vitest'
import { adult } from '../../../../../test/world/case-scenes.ts'
import { keyedPerson, unlockedAs } from '../../../../../test/vault-people.ts'
import type { CaseListItem } from '../../contract.ts'
import type { AccessEvent } from '../../domain/access/access-words.ts'
import { evolveAccess, noAccess } from '../../domain/access/access.ts'
import type { PersonEvent } from '../../domain/file/file-words.ts'
import { noWhole } from '../../domain/file/file.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import * as story from '../../domain/case/case-story.ts'
import { closureBlockers, whatWithdrawalDoes } from '../closure/closure-lines.ts'
import { noteLines } from '../notes/note-lines.ts'
import { blankTyped, ratingOf } from '../safety/safety-form.ts'
import { sealText } from '../../../../app/sealing/sealed-text.ts'
import { copyLines, isFamilyCopyPossible, justiceCopies } from './copy-lines.ts'
import { foldCase } from './fold.ts'
import { nextSteps } from './next-steps.ts'
import { newestKey, renewCommand, renewVaults } from './renew-vault.ts'
import { minuteOf, readSafeWords, writeSafeWords } from './safe-words.ts'
import { distanceOf, workLines } from './work-lines.ts'

const now = '2026-11-22T09:00:00.000Z'
const caseId = '01970000-0000-7000-8000-00000000000a'
const item = (more: Partial<CaseListItem>): CaseListItem => ({
  ...{
    case: 'a',
    subject: 'AB-CDEF-GH',
    type: 'forced-labour',
    state: 'intake',
    isMine: true,
    isCarried: false,
    identityUntil: null,
    owner: null,
    isChild: false,
    level: 'low',
  },
  ...{
    isRated: true,
    clocks: [],
    hasConflict: false,
    vulnerability: 0,
    openReferrals: 0,
    openedAt: now,
    changedAt: now,
    province: null,
    waits: [],
  },
  ...more,
})
const clock = (dueAt: string, state: 'running' | 'overdue', lateHours = 0) => ({
  clock: 'follow-up',
  dueAt,
  state,
  lateHours,
  level: 'high' as const,
})

test('the work list: risk first, then contradictions, then what is late, and what is due next in words', () => {
  const lines = workLines({
    cases: [
      item({ case: 'low' }),
      item({
        case: 'late',
        level: 'high',
        clocks: [clock('2026-11-21T09:00:00.000Z', 'overdue', 24), clock('2026-11-25T09:00:00.000Z', 'running')],
      }),
      item({ case: 'conflict', level: 'high', hasConflict: true }),
    ],
  })
  expect(lines.map((one) => one.item.case)).toEqual(['conflict', 'late', 'low'])
  expect(lines[1]).toMatchObject({ late: 1, next: { state: 'overdue' } })
  expect(workLines({ cases: [item({ waits: ['owner'] }), item({ case: 'b' })] }, 'waits')).toHaveLength(1)
  expect(distanceOf(now, '2026-11-22T12:00:00.000Z')).toEqual({ unit: 'hours', n: 3, isLate: false })
  expect(distanceOf(now, '2026-11-17T09:00:00.000Z')).toEqual({ unit: 'days', n: 5, isLate: true })
})

test('an event that this app does not know is not guessed at: the page says that it is too old', () => {
  const folded = foldCase({ events: [{ thing: null, kind: 'case-dreamt.v1', payload: {}, learnedAt: now }] })
  expect(folded).toMatchObject({ isTooOld: true, events: [] })
})

test('a key that is renewed on the device: one generation on, for those who stayed and not for who left', async () => {
  const [worker, left] = [await keyedPerson(), await keyedPerson()]
  const stamp = { by: worker.holder.account, at: now }
  const join = (person: typeof worker, as: 'owner' | 'worker'): AccessEvent => ({
    kind: 'case-team.joined.v1',
    payload: { step: 'join', account: person.holder.account, organisation: null, as, vaults: ['identity'], ...stamp, until: null },
  })
  const happened: readonly AccessEvent[] = [
    join(worker, 'owner'),
    join(left, 'worker'),
    { kind: 'case-keys.renewed.v1', payload: { step: 'renew-keys', generations: [{ vault: 'identity', generation: 1 }], ...stamp } },
    { kind: 'case-team.left.v1', payload: { step: 'leave', account: left.holder.account, reason: 'left-the-team', ...stamp } },
  ]
  const access = happened.reduce(evolveAccess, noAccess)
  expect([...access.mustRenew]).toEqual(['identity'])
  const made = await renewVaults({ caseId, vaults: ['identity'], access, holders: [worker.holder, left.holder], custodians: [] })
  if (!made.ok) throw new Error(made.refusal.code)
  expect(renewCommand(made.value)).toMatchObject({ ask: { generations: [{ vault: 'identity', generation: 2 }] } })
  const sealed = await sealText(newestKey(made.value.keys, 'identity')!, { caseId, slot: 'note', id: 'n' }, 'après')
  if (!sealed.ok) throw new Error(sealed.refusal.code)
  const [stays, went] = [unlockedAs(worker), unlockedAs(left)]
  await stays.openVaults(caseId, made.value)
  await went.openVaults(caseId, made.value)
  expect(await stays.openText(caseId, sealed.value)).toEqual({ ok: true, value: 'après' })
  expect((await went.openText(caseId, sealed.value)).ok).toBe(false)
})

test('only steps that the machine allows are offered, and those of a supervisor to a supervisor', () => {
  const at = (state: 'screened' | 'closed' | 'archived' | 'closure-pending') => ({
    file: { ...noWhole.file, standing: { at: state, before: null } },
  })
  const steps = (state: Parameters<typeof at>[0], maySupervise = false) => nextSteps(at(state), { maySupervise }).map((one) => one.step)
  expect(steps('screened')).toEqual(['obtain-consent', 'withdraw-consent'])
  expect(steps('screened', true)).toContain('no-eligibility')
  expect(steps('closure-pending')).toEqual(['withdraw-consent'])
  expect(steps('closed')).toEqual(['reopen', 'withdraw-consent'])
  expect(steps('archived')).toEqual([])
})

test('the safety tool shows a level at once and how high the unanswered could take it', () => {
  expect(ratingOf(blankTyped, now)).toMatchObject({ level: 'low', atMost: 'high' })
  const old = ratingOf({ ...blankTyped, answers: { threatened: 'yes' }, lastThreatOn: '2026-10-01' }, now)
  expect(old.level).toBe('low')
  expect(ratingOf({ ...blankTyped, answers: { threatened: 'yes' }, lastThreatOn: '2026-11-20' }, now)).toMatchObject({
    level: 'high',
    because: ['threatened'],
  })
})

test('a safe way to reach somebody keeps its rules sealed with its words; words alone promise nothing', () => {
  const contact = {
    channel: 'phone',
    times: [{ weekday: 1, fromMinute: 480, toMinute: 600 }],
    zone: 'Africa/Lubumbashi',
    hasCodeWord: true,
  } as const
  const safe = { contact: { ...contact, times: [...contact.times] }, words: '+243' }
  expect(readSafeWords(writeSafeWords(safe))).toEqual(safe)
  expect(readSafeWords('☎ +243')).toEqual({ contact: null, words: '☎ +243' })
  expect([minuteOf('08:30'), minuteOf('8h'), minuteOf('25:00')]).toEqual([510, null, null])
})

test('a note is its author’s for a day, and shows that it was reworded', () => {
  const by = story.worker
  const words = { vault: 'narrative', id: 't1' } as const
  const written = {
    kind: 'case-note.written.v1',
    payload: { note: story.idOf('case-note', 50), kind: 'other', words, corrects: null, by, at: now },
  } as const
  const rewritten = {
    kind: 'case-note.rewritten.v1',
    payload: { note: story.idOf('case-note', 50), words: { vault: 'narrative', id: 't2' }, by, at: now },
  } as const
  const events = [written, rewritten].map((event) => ({ thing: null, event, learnedAt: now }))
  expect(noteLines(events, { account: by, now })).toMatchObject([{ mayReword: true, isReworded: true, words: { id: 't2' } }])
  expect(noteLines(events, { account: by, now: '2026-11-23T09:00:00.001Z' })).toMatchObject([{ mayReword: false }])
  expect(noteLines(events, { account: 'another', now })).toMatchObject([{ mayReword: false }])
})

const child = { kind: 'ESTIMATE', fromYears: 11, toYears: 13, disputed: false } as const
const wholeOf = (told: readonly story.Told[], profile: CaseWhole['profile'] = adult) => ({
  ...noWhole,
  profile,
  file: story.stateOf(story.tell([...told])),
})
test('a copy for justice holds the statement on a yes to justice alone, and nothing after it was taken back', () => {
  const toJustice = { ...story.items.toJustice, answer: 'yes' } as const
  const later = '2027-06-01T00:00:00.000Z'
  const given = wholeOf([...story.opening, story.givenConsent([story.items.work, toJustice])])
  expect(justiceCopies(given, later)).toEqual([toJustice.recipient])
  expect(justiceCopies(wholeOf([...story.opening, story.givenConsent([story.items.work])]), later)).toEqual([])
  // A yes that the person alone gave as a small child opens nothing.
  expect(justiceCopies({ ...given, profile: null }, later)).toEqual([])
  expect([isFamilyCopyPossible(given, later), isFamilyCopyPossible({ ...given, profile: { ...adult, age: child } }, later)]).toEqual([
    false,
    true,
  ])
  const withdrawn: story.Told = [{ about: 'consent', ask: { step: 'withdraw', consent: story.idOf('consent', 20), items: [toJustice.id] } }]
  expect(justiceCopies(wholeOf([...story.opening, story.givenConsent([story.items.work, toJustice]), withdrawn]), later)).toEqual([])
})
test('the person’s copy tells what was done for them and nothing of how the team keeps its keys', () => {
  const event: PersonEvent = { kind: 'case-keys.renewed.v1', payload: { step: 'renew-keys', generations: [], by: story.worker, at: now } }
  const done = { kind: 'case-contact.made.v1', payload: { step: 'make-contact', channel: 'phone', by: story.worker, at: now } } as const
  expect(copyLines([event, done].map((one) => ({ thing: null, event: one, learnedAt: now }))).map((one) => one.what.fr)).toEqual([
    'Personne jointe',
  ])
})
test('before everything is taken back it is said how much that is; before closing, what stands in the way', () => {
  const active = wholeOf(story.active)
  expect(whatWithdrawalDoes(active, now).items).toBeGreaterThan(0)
  expect(closureBlockers(active.file, 'lost-contact')).toEqual(['contact-attempts'])
  expect(closureBlockers(active.file, 'goals-achieved')).toEqual([])
})
