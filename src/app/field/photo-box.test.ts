import { expect, test } from 'vitest'
import { MemoryStore } from './memory-store.ts'
import { openPhotoBox } from './photo-box.ts'
import { photoPace, sendPhotos } from './sync-photos.ts'

test('a photograph without a note of it is sent all the same', async () => {
  const store = new MemoryStore()
  await store.write([{ box: 'photo', key: 'aa', putBytes: new Uint8Array([0x89, 0x50, 1]) }])
  const box = await openPhotoBox(store, () => undefined)
  expect(box.waiting()).toEqual([{ sha256: 'aa', mediaType: 'image/png', bytes: 3 }])
  await box.sent('aa')
  expect(await store.keys('photo')).toEqual([])
})

test('a sealed file of a case goes to its own address, a photograph where photographs go', async () => {
  const box = await openPhotoBox(new MemoryStore(), () => undefined)
  await box.keep({ sha256: 'aa', mediaType: 'application/octet-stream', bytes: 2, to: '/api/cases/c/files/f/pieces' }, new Uint8Array(2))
  await box.keep({ sha256: 'bb', mediaType: 'image/png', bytes: 2 }, new Uint8Array(2))
  const paths: string[] = []
  const ask = ({ path }: { readonly path: string }) => {
    paths.push(path.split('?')[0] ?? '')
    return Promise.resolve({ status: 200, headers: new Headers(), body: { received: 2, of: 2, done: true } })
  }
  await sendPhotos({ photos: box, session: { ask }, wanted: [], onlyWanted: false, told: () => undefined, pace: photoPace() })
  expect(paths.toSorted()).toEqual(['/api/cases/c/files/f/pieces', '/api/uploads/bb'])
  expect(box.waiting()).toEqual([])
})
