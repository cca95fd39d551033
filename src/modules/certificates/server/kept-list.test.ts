/* The same log and the same day give the same list without work; a new event or a new day makes another at once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../../../test/empty-database.ts'
import { type Database, connect } from '../../../platform/database/connect.ts'
import { moveHead, takeHead } from '../../../platform/log/store.ts'
import { keptList } from './kept-list.ts'

let database: Database
beforeAll(async () => {
  database = connect({ connectionString: await emptyDatabase(), max: 2 })
})
afterAll(() => database.close())

test('a list is made once for a position of the log and a day, and anew after either moved', async () => {
  let made = 0
  const listOf = keptList(() => Promise.resolve(++made))
  const ask = (now: string, tenant = 'cd') => database.transaction((tx) => listOf(tx, { tenant, now }))
  const [morning, evening, tomorrow] = ['2026-11-22T06:00:00.000Z', '2026-11-22T16:00:00.000Z', '2026-11-23T06:00:00.000Z']
  expect([await ask(morning), await ask(evening)]).toEqual([1, 1])
  await database.transaction(async (tx) => moveHead(tx, { ...(await takeHead(tx, 'cd')), position: 1 }))
  expect([await ask(evening), await ask(evening), await ask(tomorrow)]).toEqual([2, 2, 3])
  // Put back from an older copy and gone on another way: the same position, another log.
  await database.transaction(async (tx) => moveHead(tx, { ...(await takeHead(tx, 'cd')), hash: new Uint8Array(32).fill(7) }))
  expect([await ask(tomorrow), await ask(tomorrow, 'rw'), await ask(tomorrow)]).toEqual([4, 5, 4])
})
