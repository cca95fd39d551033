/* Pages of what is carried, into the box: cut anywhere, nothing is lost and nothing stays that is gone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pulled } from '../../modules/field/contract.ts'
import { keptAnswers } from './kept-answers.ts'
import { MemoryStore } from './memory-store.ts'
import { pullAll, pullState } from './pull.ts'
import { SyncTrouble } from './session-wire.ts'

const time = '2026-11-21T08:00:00.000Z'
const site = (n: number): string => `/api/sites/00000000-0000-7000-8000-00000000000${n}`
const page = (more: Partial<Pulled>): Pulled => ({ cursor: 'c', done: true, of: 3, answers: [], gone: [], serverTime: time, ...more })
/** A server with one round of three pages; the cursor is the number of pages that were given. */
const rounds = (cursor: string | null): Pulled => {
  const at = Number(cursor ?? '0')
  if (at >= 3) return page({ cursor: '3', whole: false })
  return page({ cursor: String(at + 1), done: at === 2, whole: true, answers: [{ path: site(at), data: { n: at } }] })
}
const cursorIn = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'cursor' in body && typeof body.cursor === 'string' ? body.cursor : null
const carried = { missions: ['m'], areas: [] }

test('a round that is cut at any page goes on from there and ends the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 12 }), async (cuts) => {
      const store = new MemoryStore()
      let turn = 0
      const post = (_path: string, body: unknown): Promise<unknown> =>
        cuts[turn++] === true ? Promise.reject(new SyncTrouble('offline')) : Promise.resolve(rounds(cursorIn(body)))
      for (let again = 0; again < cuts.length + 1; again++) await pullAll({ store, post, carried }).catch(() => undefined)
      expect(await store.keys('answer')).toEqual([site(0), site(1), site(2)])
      expect(await pullState(store)).toMatchObject({ cursor: '3', carriedAt: time, done: 0 })
    }),
  )
})
test('what is gone goes with all that was said of it, and what a whole round does not name goes too', async () => {
  const store = new MemoryStore()
  const put = (key: string) => ({ box: 'answer' as const, key, put: { data: {}, answeredAt: time } })
  await store.write([put(`${site(1)}/register`), put(site(5)), put('seen:/api/sites'), put('/api/me')])
  await pullAll({ store, carried, post: () => Promise.resolve(page({ gone: [site(1)], whole: false })) })
  expect(await store.keys('answer')).toEqual([site(5), 'seen:/api/sites', '/api/me'])
  await pullAll({ store, carried, post: () => Promise.resolve(page({ answers: [{ path: '/api/me', data: 1 }], whole: true })) })
  expect(await store.keys('answer')).toEqual(['seen:/api/sites', '/api/me'])
})
test('another choice begins anew; an older server is left in peace', async () => {
  const store = new MemoryStore()
  const asked: (string | null)[] = []
  const post = (_path: string, body: unknown): Promise<unknown> => {
    asked.push(cursorIn(body))
    return Promise.resolve(page({}))
  }
  await pullAll({ store, post, carried })
  await pullAll({ store, post, carried })
  await pullAll({ store, post, carried: { missions: [], areas: ['CD62'] } })
  expect(asked).toEqual([null, 'c', null])
  await expect(pullAll({ store, carried, post: () => Promise.reject(new SyncTrouble('no-such-route')) })).resolves.toMatchObject({
    cursor: null,
  })
})

test('a role that carries no sites has nothing to bring; one that lost its right after it carried something is told', async () => {
  const store = new MemoryStore()
  const refuse = () => Promise.reject(new SyncTrouble('not-allowed'))
  await expect(pullAll({ store, carried, post: refuse })).resolves.toMatchObject({ carriedAt: null })
  await pullAll({ store, carried, post: () => Promise.resolve(page({})) })
  await expect(pullAll({ store, carried, post: refuse })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('an answer that a slow link brings late does not stand over what was carried meanwhile', async () => {
  const store = new MemoryStore()
  const kept = keptAnswers(store)
  await pullAll({ store, carried, post: () => Promise.resolve(page({ answers: [{ path: site(1), data: 'new' }] })) })
  await kept.keep(site(1), { data: 'old', answeredAt: '2026-11-21T07:59:40.000Z' })
  expect((await kept.read(site(1)))?.data).toBe('new')
  // Of the same second, which the answer to a question does not divide.
  await kept.keep(site(1), { data: 'newer', answeredAt: '2026-11-21T07:59:59.500Z' })
  expect((await kept.read(site(1)))?.data).toBe('newer')
})
