import { expect, test } from 'vitest'
import { saveState } from '../../../../app/field/draft-box.ts'
import { MemoryStore } from '../../../../app/field/memory-store.ts'
import { draftFiles } from './draft-files.ts'

test('the photographs of all states of a form are known by their hash, also those that lie on another telephone', async () => {
  const store = new MemoryStore()
  const state = { state: 'open' as const, xml: '', at: '/', savedAt: '', account: 'a', device: null, mine: false, sent: true }
  const known = { ...state, draft: 'd', revision: 'one', parents: [], files: [{ name: 'p-1.jpg', sha256: 'aa', bytes: 3 }] }
  const next = { ...known, revision: 'two', parents: ['one'], files: [...known.files, { name: 'p-2.jpg', sha256: 'bb', bytes: 4 }] }
  await saveState(store, 'd', { revisions: [known, next], here: 'two', heads: ['two'], parted: false, refused: null })
  expect(await draftFiles(store, 'd')).toEqual([
    { name: 'p-1.jpg', file: { sha256: 'aa', mediaType: 'image/jpeg', bytes: 3 } },
    { name: 'p-2.jpg', file: { sha256: 'bb', mediaType: 'image/jpeg', bytes: 4 } },
  ])
  expect(await draftFiles(store, 'other')).toEqual([])
})
