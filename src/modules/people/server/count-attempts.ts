/*
Tries at the door of sign-in, counted in the database so that several servers count together. Anybody can make keys here by typing
addresses, so counts that ended are swept whenever tries arrive, right or wrong, at most once a minute for each server.
*/
import type { Database } from '../../../platform/database/connect.ts'
import type { SignInParts } from './sign-in.ts'
import { countAttempt, forgetAttempts, sweepAttempts } from './store-sign-in.ts'

const SWEEP_EVERY_MS = 60_000

/** `elapsed` gives milliseconds on a clock that is never set back. */
export function createAttempts(
  database: Pick<Database, 'transaction'>,
  elapsed: () => number = () => performance.now(),
): Pick<SignInParts, 'attempt' | 'forget'> {
  let sweptAt = Number.NEGATIVE_INFINITY
  return {
    attempt: async (key, { window, max }) => {
      if (elapsed() - sweptAt >= SWEEP_EVERY_MS) {
        sweptAt = elapsed()
        await database.transaction(sweepAttempts)
      }
      const { count, secondsLeft } = await database.transaction((tx) => countAttempt(tx, key, window))
      return { allowed: count <= max, retryAfter: count <= max ? null : secondsLeft }
    },
    forget: (key) => database.transaction((tx) => forgetAttempts(tx, key)),
  }
}
