/*
Sends what is due. Taken is what the receiver answered with 2xx; anything else is tried again later and later, and given up after about a week;
the office sees why and may send again. A receiver may get a delivery twice, under the same `webhook-id`, never with a gap.
*/
import { sendTo } from '../../../platform/http/destination.ts'
import { openSecret, signedHeaders } from './hook-secret.ts'
import type { WebhookParts } from './parts.ts'
import { type DueRow, claimDue, noteTry } from './store.ts'

const AT_ONCE = 20
/** Tries before giving up (D): ten seconds, twice as long each time, at most twelve hours: about six days. */
const MOST_TRIES = 24
const backOff = (tries: number): number => Math.min(10_000 * 2 ** Math.min(tries, 13), 43_200_000)
const CLAIM = 60_000
const later = (at: string, milliseconds: number): string => new Date(Date.parse(at) + milliseconds).toISOString()

/** The number of deliveries that were taken. */
export async function deliverDue(parts: WebhookParts): Promise<number> {
  const now = parts.clock()
  const due = await parts.database.transaction((tx) => claimDue(tx, parts.tenant, { now, until: later(now, CLAIM), most: AT_ONCE }))
  const done = await Promise.all(due.map((row) => deliverOne(parts, row)))
  return done.filter(Boolean).length
}

async function deliverOne(parts: WebhookParts, row: DueRow): Promise<boolean> {
  const at = parts.clock()
  const secret = openSecret(parts.secret, row.secret)
  const problem =
    secret === null
      ? 'secret-not-readable'
      : await sendTo(parts.destinations, {
          url: row.url,
          body: row.body,
          headers: signedHeaders(secret, { id: row.id, body: row.body, at }),
        })
  const now = parts.clock()
  const state = problem === null ? 'delivered' : row.tries + 1 >= MOST_TRIES ? 'given-up' : 'waiting'
  await parts.database.transaction((tx) =>
    noteTry(tx, parts.tenant, {
      ...{ id: row.id, state, nextTryAt: later(now, backOff(row.tries)), doneAt: state === 'waiting' ? null : now, problem },
    }),
  )
  return problem === null
}
