import { expect, test } from 'vitest'
import { retryOnClash } from './retry.ts'

const clash = (code: string, constraint?: string): Error =>
  Object.assign(new Error('clash'), { code, ...(constraint ? { constraint } : {}) })

/** Fails `times` times with `error`, then answers. */
const failing = (times: number, error: Error) => {
  let tries = 0
  return { work: async () => (++tries <= times ? Promise.reject(error) : 'done'), tries: () => tries }
}

test.each([
  ['a serialisation failure', clash('40001')],
  ['a deadlock', clash('40P01')],
  ['a lost race for the next version of a subject', clash('23505', 'log_event_tenant_id_subject_subject_version_key')],
  ['a lost race for a command that both sent', clash('23505', 'log_answer_pkey')],
])('%s is tried again', async (_what, error) => {
  const twice = failing(2, error)
  expect(await retryOnClash(twice.work)).toBe('done')
  expect(twice.tries()).toBe(3)
})

test.each([
  ['another unique key', clash('23505', 'site_pkey')],
  ['a full disk', clash('53100')],
  ['a fault of the program', new Error('x')],
])('%s is not', async (_what, error) => {
  const once = failing(1, error)
  await expect(retryOnClash(once.work)).rejects.toBe(error)
  expect(once.tries()).toBe(1)
})

test('a clash that stays is thrown after five tries', async () => {
  const error = clash('40001')
  const always = failing(99, error)
  await expect(retryOnClash(always.work)).rejects.toBe(error)
  expect(always.tries()).toBe(5)
})
