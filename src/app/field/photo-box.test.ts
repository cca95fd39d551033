import { expect, test } from 'vitest'
import { MemoryStore } from './memory-store.ts'
import { openPhotoBox } from './photo-box.ts'

test('a photograph without a note of it is sent all the same', async () => {
  const store = new MemoryStore()
  await store.write([{ box: 'photo', key: 'aa', putBytes: new Uint8Array([0x89, 0x50, 1]) }])
  const box = await openPhotoBox(store, () => undefined)
  expect(box.waiting()).toEqual([{ sha256: 'aa', mediaType: 'image/png', bytes: 3 }])
  await box.sent('aa')
  expect(await store.keys('photo')).toEqual([])
})
