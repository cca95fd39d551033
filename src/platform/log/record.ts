/*
The door for observations in bulk, such as an import: they are always accepted, so nothing is decided and nothing refused. Ids
are made by the sender, so a second import adds nothing. One transaction a call: a crash leaves whole calls, never part of one.
*/
import { retryOnClash } from '../database/retry.ts'
import { append } from './append.ts'
import type { Draft } from './event.ts'
import type { LogParts } from './execute.ts'
import { knownEventIds, takeHead } from './store.ts'

export interface Recorded {
  readonly added: number
  readonly alreadyKnown: number
}

export interface Observations {
  readonly tenant: string
  readonly drafts: readonly Draft[]
  /** How many events one signature covers. */
  readonly batch?: number
}

/** Appends the observations that are not in the log yet. Cost grows with their number. */
export function record(log: LogParts, { tenant, drafts: observations, batch = 50 }: Observations): Promise<Recorded> {
  return retryOnClash(() =>
    log.database.transaction(async (tx) => {
      const head = await takeHead(tx, tenant)
      const known = new Set(
        await knownEventIds(
          tx,
          tenant,
          observations.map((one) => one.id),
        ),
      )
      const drafts = observations.filter((one) => {
        if (known.has(one.id)) return false
        known.add(one.id)
        return true
      })
      const now = log.clock()
      log.guard.checkHead(now, head.learnedAt)
      const learnedAt = now > head.learnedAt ? now : head.learnedAt
      await append(tx, { head, drafts, proof: { by: 'server', signer: log.signer, batch }, learnedAt, project: log.project })
      return { added: drafts.length, alreadyKnown: observations.length - drafts.length }
    }),
  )
}
