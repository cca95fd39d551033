import { expect, test } from 'vitest'
import { dropUnneededTexts } from './carried-cases.ts'
import { MemoryStore } from './memory-store.ts'
import { pullAll } from './pull.ts'

const [needed, over] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
const at = '2026-11-22T08:00:00.000Z'
const put = (key: string, data: unknown) => ({ box: 'answer' as const, key, put: { data, answeredAt: at } })
const textsOf = (id: string) => `/api/cases/${id}/texts/identity`
const list = put('/api/cases', {
  cases: [
    { case: needed, identityUntil: '2026-11-25' },
    { case: over, identityUntil: null },
  ],
})
async function phone(...more: readonly ReturnType<typeof put>[]) {
  const store = new MemoryStore()
  await store.write([...more, put(`/api/cases/${needed}`, {}), put(textsOf(needed), {}), put(textsOf(over), {})])
  return store
}

test('without network a telephone lets go of sealed words the day after the last day, and at once of what nobody needs', async () => {
  const store = await phone(list)
  expect(await dropUnneededTexts(store, '2026-11-25')).toBe(1)
  expect(await store.keys('answer')).toEqual(['/api/cases', `/api/cases/${needed}`, textsOf(needed)])
  expect(await dropUnneededTexts(store, '2026-11-26')).toBe(1)
  // Its coded part stays, as the list carries it.
  expect(await store.keys('answer')).toEqual(['/api/cases', `/api/cases/${needed}`])
})

test('where nothing says that they are needed, none stay; a round that ends goes by the list that it brought', async () => {
  const store = await phone()
  expect(await dropUnneededTexts(store, '2026-11-22')).toBe(2)
  const again = await phone()
  const page = {
    cursor: 'c',
    done: true,
    of: 1,
    answers: [{ path: '/api/cases', data: list.put.data }],
    gone: [],
    serverTime: at,
    whole: false,
  }
  await pullAll({ store: again, carried: { missions: [], areas: [] }, post: () => Promise.resolve(page) })
  expect((await again.keys('answer')).filter((key) => key.includes('/texts/'))).toEqual([textsOf(needed)])
})
