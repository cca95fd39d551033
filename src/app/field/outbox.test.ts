import { expect, test } from 'vitest'
import { parse } from '../../kernel/schema.ts'
import { Parcel } from '../../modules/field/contract.ts'
import { parcelText } from '../../modules/field/domain/parcel.ts'
import { MemoryStore } from './memory-store.ts'
import { openOutbox } from './outbox.ts'
import { openPhotoBox } from './photo-box.ts'
import { askStates } from './sync-parcels.ts'

const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const parcel = (signature: string) => {
  const [id, device, account, path] = [idOf(1), idOf(2), idOf(3), '/api/inspections']
  const text = parcelText({ id, device, account, path, happenedAt: '2026-11-21T08:00:00.000Z', after: [], data: {} })
  const read = parse(Parcel, { id, device, text, signature: `${signature.repeat(86)}==` })
  if (!read.ok) throw new Error('no parcel')
  return read.value
}

test('a colleague’s parcel that came damaged is taken anew when it comes whole, and not again after that', async () => {
  const store = new MemoryStore()
  const photos = await openPhotoBox(store, () => undefined)
  const outbox = await openOutbox({
    ...{ store, photos, holder: { device: idOf(8), account: idOf(9) } },
    signer: { sign: () => new Uint8Array(64) },
    subjectOf: (_path, id) => `inspection:${id}`,
    now: () => '2026-11-21T09:00:00.000Z',
    changed: () => undefined,
  })
  expect(await outbox.takeOver([parcel('A')])).toEqual({ added: 1, known: 0, damaged: 0 })
  expect(await outbox.takeOver([parcel('B')])).toEqual({ added: 0, known: 1, damaged: 0 })
  await outbox.settle(new Map([[idOf(1), { state: 'not-valid' as const }]]))
  await outbox.dismiss(idOf(1))
  expect(await outbox.takeOver([parcel('B')])).toEqual({ added: 1, known: 0, damaged: 0 })
  expect(await outbox.parcels([idOf(1)])).toEqual([parcel('B')])
  expect((await outbox.items()).map(({ state, isDismissed }) => [state, isDismissed])).toEqual([['ready', false]])
})

test('what the server waits for and this phone cannot bring is said of the one that waits, and of none else', async () => {
  const store = new MemoryStore()
  const photos = await openPhotoBox(store, () => undefined)
  const outbox = await openOutbox({
    ...{ store, photos, holder: { device: idOf(8), account: idOf(9) } },
    signer: { sign: () => new Uint8Array(64) },
    subjectOf: () => 'inspection:1',
    now: () => '2026-11-21T09:00:00.000Z',
    changed: () => undefined,
  })
  await outbox.takeOver([parcel('A')])
  await outbox.add({ id: idOf(5), path: '/api/inspections/x/signatures', subject: 'inspection:1', data: {}, files: [] })
  const waits = async () => (await outbox.items()).find((one) => one.id === idOf(5))?.waitsFor
  const heard = (state: 'not-valid' | 'ready') => ({
    ask: () => Promise.reject(new Error('not asked')),
    post: async () => ({
      answers: [
        { id: idOf(5), state: 'waiting', missing: [idOf(1)] },
        ...(state === 'ready' ? [] : [{ id: idOf(1), state, refusal: { code: 'signature-unknown', facts: {} } }]),
      ],
    }),
  })
  await outbox.settle(new Map([[idOf(5), { state: 'kept' as const }]]))
  const session = (state: 'not-valid' | 'ready') =>
    Object.assign({ bearer: () => null, ensure: async () => undefined, forget: () => undefined }, heard(state))
  await askStates({ outbox, session: session('ready'), only: null })
  expect(await waits(), 'while it lies here and goes with the next round').toBe(0)
  await askStates({ outbox, session: session('not-valid'), only: null })
  expect(await waits(), 'after the server found it forged').toBe(1)
  // What is signed after that no longer names it.
  await outbox.add({ id: idOf(6), path: '/api/inspections/x/close', subject: 'inspection:1', data: {}, files: [] })
  expect(outbox.entries().find((one) => one.id === idOf(6))?.after).toEqual([idOf(5)])
})

test('a command whose photograph is still here is forgotten by no clock and for no room: somebody must learn that it waits', async () => {
  const store = new MemoryStore()
  const photos = await openPhotoBox(store, () => undefined)
  const photo = { sha256: 'a'.repeat(64), mediaType: 'image/jpeg', bytes: 3 }
  const clock = { now: '2026-11-21T09:00:00.000Z' }
  const outbox = await openOutbox({
    ...{ store, photos, holder: { device: idOf(8), account: idOf(9) } },
    signer: { sign: () => new Uint8Array(64) },
    subjectOf: () => 'inspection:1',
    now: () => clock.now,
    changed: () => undefined,
  })
  await photos.keep(photo, new Uint8Array(3))
  await outbox.add({ id: idOf(5), path: '/api/inspections/x/answers', subject: 'inspection:1', data: {}, files: [photo] })
  await outbox.add({ id: idOf(6), path: '/api/inspections/x/findings', subject: 'inspection:1', data: {}, files: [] })
  await outbox.settle(new Map([idOf(5), idOf(6)].map((id) => [id, { state: 'taken' as const }])))
  // The clock of the telephone jumped ten years.
  clock.now = '2036-11-21T09:00:00.000Z'
  await outbox.forgetSent(clock.now)
  expect((await outbox.items()).map(({ id, photos: of }) => [id, of])).toEqual([[idOf(5), { of: 1, sent: 0 }]])
  await photos.sent(photo.sha256)
  await outbox.forgetSent(clock.now)
  expect(await outbox.items()).toEqual([])
})
