/*
Whose telephone a token is, asked for many requests at once: those that come while a question is under way share the next one. Nothing is remembered from one question to
the next, so a telephone that is removed is a stranger to every question that begins afterwards.
*/
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'

interface Asked<Answer> {
  readonly done: (answer: Answer | null) => void
  readonly failed: (error: unknown) => void
}
const AT_ONCE = 2
const MOST_TOGETHER = 200

/** `find` gives what it knows under each key; a key that it does not name is nobody's. */
export function shareQuestions<Answer>(
  database: Pick<Database, 'single'>,
  find: (tx: Tx, keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
): (key: string) => Promise<Answer | null> {
  const waiting = new Map<string, Asked<Answer>[]>()
  let underWay = 0
  const ask = async (): Promise<void> => {
    const mine = [...waiting].slice(0, MOST_TOGETHER)
    for (const [key] of mine) waiting.delete(key)
    try {
      const found = await database.single((tx) =>
        find(
          tx,
          mine.map(([key]) => key),
        ),
      )
      for (const [key, askers] of mine) for (const { done } of askers) done(found.get(key) ?? null)
    } catch (error) {
      for (const [, askers] of mine) for (const { failed } of askers) failed(error)
    }
  }
  const call = (): void => {
    while (waiting.size > 0 && underWay < AT_ONCE) {
      underWay += 1
      void ask().finally(() => {
        underWay -= 1
        call()
      })
    }
  }
  return (key) =>
    new Promise((done, failed) => {
      const askers = waiting.get(key)
      if (askers) askers.push({ done, failed })
      else waiting.set(key, [{ done, failed }])
      setImmediate(call)
    })
}
