import { expect, test } from 'vitest'
import { dropNotCarried } from './carried-cases.ts'
import { MemoryStore } from './memory-store.ts'
import { addressOfDraft, dropOldDrafts, interviewKey } from './person-drafts.ts'
import { pullAll } from './pull.ts'

const [needed, over] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
const at = '2026-11-22T08:00:00.000Z'
const put = (key: string, data: unknown) => ({ box: 'answer' as const, key, put: { data, answeredAt: at } })
const textsOf = (id: string) => `/api/cases/${id}/texts/identity`
const list = put('/api/cases', {
  cases: [
    { case: needed, isCarried: true, identityUntil: '2026-11-25' },
    { case: over, isCarried: true, identityUntil: null },
  ],
})
async function phone(...more: readonly ReturnType<typeof put>[]) {
  const store = new MemoryStore()
  await store.write([...more, put(`/api/cases/${needed}`, {}), put(textsOf(needed), {}), put(textsOf(over), {})])
  return store
}

test('without network a telephone lets go of sealed words the day after the last day, and at once of what nobody needs', async () => {
  const store = await phone(list)
  expect(await dropNotCarried(store, '2026-11-25')).toBe(1)
  expect(await store.keys('answer')).toEqual(['/api/cases', `/api/cases/${needed}`, textsOf(needed)])
  expect(await dropNotCarried(store, '2026-11-26')).toBe(1)
  // Its coded part stays, as the list carries it.
  expect(await store.keys('answer')).toEqual(['/api/cases', `/api/cases/${needed}`])
})

test('where nothing says that they are needed, none stay; a round that ends goes by the list that it brought', async () => {
  const store = await phone()
  expect(await dropNotCarried(store, '2026-11-22')).toBe(3)
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

const page = (list: readonly object[], gone: readonly string[] = []) => ({
  ...{ cursor: 'c', done: true, of: 1, gone, serverTime: at, whole: false },
  answers: gone.length > 0 ? [] : [{ path: '/api/cases', data: { cases: list } }],
})
const carrying = [
  { case: needed, isCarried: true, identityUntil: '2026-11-25' },
  { case: over, isCarried: true, identityUntil: null },
]
const pulled = async (store: MemoryStore, told: ReturnType<typeof page>) => {
  await pullAll({ store, carried: { missions: [], areas: [] }, post: () => Promise.resolve(told) })
  return store.keys('answer')
}

test('a case that the list marks no more, closed, left or forgotten, goes with the round that says so, seen answers of it too', async () => {
  const store = await phone(list, put(`/api/cases/${over}`, {}), put(`seen:/api/cases/${over}/views`, {}), put('/api/sites', {}))
  expect(await pulled(store, page(carrying))).toContain(`/api/cases/${over}`)
  expect(
    (await pulled(store, page([carrying[0] ?? {}, { ...carrying[1], isCarried: false }]))).filter((key) => key.includes(over)),
  ).toEqual([])
  expect((await pulled(store, page([]))).toSorted()).toEqual(['/api/cases', '/api/sites'])
})

test('who may not open files now carries none: the list is told to be gone, and all cases with it', async () => {
  const store = await phone(list)
  expect(await pulled(store, page([], ['/api/cases']))).toEqual([])
})

test('nothing about persons stays for longer than two weeks, heard of or not; the work of sites does', async () => {
  const store = await phone(list, put('/api/keys/mine', {}), put('/api/sites', {}))
  expect(await dropNotCarried(store, '2026-12-06')).toBe(2)
  expect((await store.keys('answer')).toSorted()).toEqual(['/api/cases', `/api/cases/${needed}`, '/api/keys/mine', '/api/sites'])
  await dropNotCarried(store, '2026-12-07')
  expect(await store.keys('answer')).toEqual(['/api/sites'])
})

test('an interview that was begun goes after two weeks too; one that no screen can read goes at once', () => {
  const texts = new Map([
    [interviewKey('a', ''), JSON.stringify({ draft: {}, lastAt: '2026-11-08T10:00:00.000Z' })],
    [interviewKey('a', needed), JSON.stringify({ draft: {}, lastAt: '2026-11-07T10:00:00.000Z' })],
    [interviewKey('b', ''), 'torn'],
    ['chanzo.form.1', 'torn'],
  ])
  const keep = {
    keys: () => [...texts.keys()],
    getItem: (key: string) => texts.get(key) ?? null,
    removeItem: (key: string) => void texts.delete(key),
  }
  dropOldDrafts(keep, '2026-11-22')
  expect([...texts.keys()]).toEqual([interviewKey('a', ''), 'chanzo.form.1'])
  expect([interviewKey('a', ''), interviewKey('a', needed)].map(addressOfDraft)).toEqual(['/interview', `/cases/${needed}/interview`])
})
