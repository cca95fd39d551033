import { expect, test } from 'vitest'
import { fieldHand } from './hand.ts'
import { keptAnswers } from './kept-answers.ts'
import { MemoryStore } from './memory-store.ts'
import type { OfflinePart } from './offline-part.ts'
import { openOutbox } from './outbox.ts'
import { openPhotoBox } from './photo-box.ts'
import { type Change, DeviceFull, type SealedStore } from './sealed-store.ts'
import { openClock } from './session-clock.ts'

const id = '00000000-0000-7000-8000-000000000001'
const part: OfflinePart = {
  subjectOf: () => 'inspection:1',
  overlay: async () => undefined,
  titleOf: async () => ({ key: 'phone.lock', facts: {} }),
  afterRefusal: () => 'phone.lock',
  correction: async () => null,
  corrects: () => false,
}

async function handOn(write: (inner: SealedStore, changes: readonly Change[]) => Promise<void>) {
  const inner = new MemoryStore()
  const store: SealedStore = {
    read: (box, key) => inner.read(box, key),
    readBytes: (box, key) => inner.readBytes(box, key),
    list: (box) => inner.list(box),
    keys: (box) => inner.keys(box),
    size: () => inner.size(),
    write: (changes) => write(inner, changes),
  }
  const clock = await openClock(inner)
  const photos = await openPhotoBox(store, () => undefined)
  const outbox = await openOutbox({
    ...{ store, photos, holder: { device: id, account: id }, signer: { sign: () => new Uint8Array(64) } },
    ...{ subjectOf: () => 'inspection:1', now: clock.now, changed: () => undefined },
  })
  const session = { bearer: () => null, ensure: async () => undefined, forget: () => undefined }
  const hand = fieldHand({
    ...{ outbox, photos, clock, kept: keptAnswers(store), parts: [part], mayReach: () => false, added: () => undefined },
    session: Object.assign(session, NO_WIRE),
  })
  await inner.write([
    { box: 'kept', key: 'chanzo.form.a', put: 'typed' },
    { box: 'file', key: 'a/photo.jpg', putBytes: new Uint8Array(3) },
  ])
  const here = async () => [await inner.keys('kept'), await inner.keys('file'), await inner.keys('outbox')].map((keys) => keys.length)
  return { here, queue: () => hand.queue('/api/inspections/1/answers', { a: 1 }, { id, consumes: DRAFT }) }
}
const NO_WIRE = { ask: () => Promise.reject(new Error('no wire')), post: () => Promise.reject(new Error('no wire')) }
const DRAFT = { texts: ['chanzo.form.a'], files: ['a/photo.jpg'] }

test('a finished form leaves the drafts in the write with which it enters the outbox', async () => {
  let writes = 0
  const { here, queue } = await handOn((inner, changes) => {
    writes++
    return inner.write(changes)
  })
  writes = 0
  await queue()
  expect([writes, await here()]).toEqual([1, [0, 0, 1]])
})

test('without room for it the form stays a draft', async () => {
  const { here, queue } = await handOn(() => Promise.reject(new DeviceFull()))
  await expect(queue()).rejects.toThrow(DeviceFull)
  expect(await here()).toEqual([1, 1, 0])
})
