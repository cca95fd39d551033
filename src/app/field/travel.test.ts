import { expect, test } from 'vitest'
import { PIN, enrolled, value } from '../../../test/enrolled-phone.ts'
import { testPhone } from '../../../test/phone-parts.ts'
import { blankDraft } from '../../modules/cases/ui/screening/screening-draft.ts'
import { draftIn, keptDraft } from '../../modules/cases/ui/screening/use-screening-draft.ts'
import { isOfPersons } from './carried-cases.ts'
import { interviewKey } from './person-drafts.ts'
import { beforeTheRoad } from './travel.ts'

const answer = { data: {}, answeredAt: '2026-11-22T09:00:00.000Z' }
const paths = [
  '/api/cases/one',
  'seen:/api/case-views?page=1',
  '/api/service-points',
  'seen:/api/keys/mine',
  '/api/sites',
  '/api/missions/two',
]

async function open() {
  const { vaults, seat } = await enrolled(testPhone())
  const vault = value(await vaults.unlock(seat, PIN))
  await vault.store.write(paths.map((key) => ({ box: 'answer', key, put: answer }) as const))
  vault.keep.setItem('chanzo.form.1', 'a form that was begun')
  const said: string[] = []
  const outbox = { forgetSent: (before: string) => Promise.resolve(void said.push(`sent before ${before.slice(0, 10)}`)) }
  const parts = {
    vault,
    outbox,
    now: '2026-11-22T09:00:00.000Z',
    forget: () => void said.push('forgotten'),
    sync: { run: () => Promise.resolve(said.push('sent')).then(() => idle) },
  }
  return { vault, said, parts }
}
const idle = {
  ...{ phase: 'idle' as const, done: 0, of: 0, unsent: 0, awaited: 0, lastContactAt: null, trouble: null, clockOffsetSeconds: null },
}

test('what tells of persons goes, the app and the work of the mines stay, and the key of files is let go', async () => {
  const { vault, said, parts } = await open()
  expect(await beforeTheRoad(parts)).toEqual({ state: 'ready', dropped: 4, drafts: 1 })
  expect((await vault.store.keys('answer')).toSorted()).toEqual(['/api/missions/two', '/api/sites'])
  expect(vault.keep.keys()).toEqual(['chanzo.form.1'])
  expect(said).toEqual(['sent', 'sent before 2026-11-22', 'forgotten'])
})

test('an interview that was begun is never thrown away in silence: it stops the road until somebody chooses', async () => {
  const { vault, said, parts } = await open()
  const at = '2026-11-22T08:00:00.000Z'
  const text = keptDraft({ ...blankDraft(at, 'one', 'AB-CDEF-GH'), coffre: { ...blankDraft(at, '', '').coffre, names: 'Zawadi' } }, at)
  // As the screen of interviews keeps it, for a case that is not there yet and for one that is.
  const begun = [interviewKey('an-account', ''), interviewKey('an-account', 'a-case')]
  for (const key of begun) vault.keep.setItem(key, text)
  expect(draftIn(vault.keep.getItem(begun[0] ?? ''), at)?.coffre.names).toBe('Zawadi')
  expect(await beforeTheRoad(parts)).toEqual({ state: 'begun', begun })
  expect([(await vault.store.keys('answer')).length, said]).toEqual([paths.length, ['sent']])
  expect(await beforeTheRoad({ ...parts, throwsBegunAway: true })).toEqual({ state: 'ready', dropped: 4, drafts: 1 })
  expect(vault.keep.keys()).toEqual(['chanzo.form.1'])
  // Off the flash, and not of the memory alone.
  expect([await vault.store.keys('kept'), await vault.store.keys('person')]).toEqual([['chanzo.form.1'], []])
})

test('nothing is thrown away while a photograph is only here', async () => {
  const { vault, said, parts } = await open()
  await vault.store.write([{ box: 'photo', key: 'a', putBytes: new Uint8Array([1]) }])
  expect(await beforeTheRoad(parts)).toMatchObject({ state: 'unsent', unsent: { photos: 1 } })
  expect([(await vault.store.keys('answer')).length, said]).toEqual([paths.length, ['sent']])
})

test.each([
  ['/api/cases', true],
  ['seen:/api/case-views', true],
  ['/api/shelters/x', true],
  ['/api/sites', false],
  ['seen:/api/certificates', false],
])('%s', (path, expected) => expect(isOfPersons(path)).toBe(expected))
