import { expect, test } from 'vitest'
import { photoBytes } from './photo-bytes.ts'

const photo = { inspection: 'i', sha256: 'a'.repeat(64) }
const asked: string[] = []
const ask = (path: string) => {
  asked.push(path)
  return Promise.resolve(new Blob(['register']))
}
const store = (bytes: Uint8Array<ArrayBuffer> | undefined) => ({ readBytes: () => Promise.resolve(bytes) })

test('a photograph that still lies on this telephone is shown from it, and nobody is asked', async () => {
  const shown = await photoBytes(photo, { store: store(new Uint8Array([1, 2, 3])), ask })
  expect([...new Uint8Array(await shown.arrayBuffer())]).toEqual([1, 2, 3])
  expect(asked).toEqual([])
})
test.each([
  ['that went', store(undefined)],
  ['at a desk', null],
])('one %s is asked of the register', async (_where, kept) => {
  asked.length = 0
  expect(await (await photoBytes(photo, { store: kept, ask })).text()).toBe('register')
  expect(asked).toEqual([`/api/inspections/i/documents/${photo.sha256}`])
})
