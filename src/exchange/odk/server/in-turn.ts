/* One after the other for the same thing: two parts of one submission must not both look, and then both write what they saw. */
const waiting = new Map<string, Promise<unknown>>()

/** Within this server; between servers the log's own rules decide. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = waiting.get(key) ?? Promise.resolve()
  const own = before.then(work, work)
  const settled = own.catch(() => undefined)
  waiting.set(key, settled)
  try {
    return await own
  } finally {
    if (waiting.get(key) === settled) waiting.delete(key)
  }
}
