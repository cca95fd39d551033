import { expect, test } from 'vitest'
import { makingRoom } from './make-room.ts'
import { MemoryStore } from './memory-store.ts'
import { type Change, DeviceFull, type SealedStore } from './sealed-store.ts'
import { openKeep } from './vault-keep.ts'

/** Room for so many rows. */
function small(most: number): SealedStore {
  const inner = new MemoryStore()
  return {
    read: (box, key) => inner.read(box, key),
    readBytes: (box, key) => inner.readBytes(box, key),
    list: (box) => inner.list(box),
    keys: (box) => inner.keys(box),
    size: () => inner.size(),
    write: async (changes) => {
      const fresh = changes.filter((one) => !('drop' in one)).length
      if (fresh > 0 && (await inner.size()).rows + fresh > most) throw new DeviceFull()
      await inner.write(changes)
    },
  }
}
const seen = (key: string): Change => ({ box: 'answer', key, put: 'x' })

test('on a full flash answers that were only looked at make room for what is typed; what was pulled stays', async () => {
  const store = makingRoom(small(3))
  await store.write([seen('/api/pulled'), seen('seen:/api/a'), seen('seen:/api/b')])
  const keep = await openKeep(store, () => undefined)
  keep.setItem('chanzo.form.a', 'typed')
  await keep.settled()
  expect(await store.read('kept', 'chanzo.form.a')).toBe('typed')
  expect(await store.keys('answer')).toEqual(['/api/pulled'])
})

test('what is only looked at drives nothing out, and without anything to drop the phone is full', async () => {
  const store = makingRoom(small(1))
  await store.write([seen('seen:/api/a')])
  await expect(store.write([seen('seen:/api/b')])).rejects.toThrow(DeviceFull)
  expect(await store.keys('answer')).toEqual(['seen:/api/a'])
  await store.write([{ box: 'kept', key: 'a', put: 'a' }])
  await expect(store.write([{ box: 'kept', key: 'b', put: 'b' }])).rejects.toThrow(DeviceFull)
})
