/* The lists of this device for the verify page: opened at once from what was kept, then asked for from the server. */
import { useCallback, useEffect, useState } from 'react'
import { ask } from '../../../../app/api.ts'
import { todayHere } from '../../../../app/kit/clock.ts'
import { prepareVerification } from '../../domain/verify.ts'
import { browserCrypto } from '../browser-crypto.ts'
import { type ListProblem, type OpenLists, nothingKept, openKept, readKept, takeLists, writeKept } from './kept-lists.ts'

export interface ListsHere {
  /** Null while they are being opened. */
  readonly lists: OpenLists | null
  readonly fetchedAt: string | null
  readonly problem: ListProblem | 'offline' | null
  readonly fetching: boolean
  readonly refresh: () => void
}

export function useLists(): ListsHere {
  const [state, setState] = useState<Omit<ListsHere, 'refresh'>>({ lists: null, fetchedAt: null, problem: null, fetching: true })
  const refresh = useCallback(() => {
    setState((before) => ({ ...before, fetching: true, problem: null }))
    void load((part) => setState((before) => ({ ...before, ...part })))
  }, [])
  useEffect(refresh, [refresh])
  return { ...state, refresh }
}

async function load(tell: (part: Partial<Omit<ListsHere, 'refresh'>>) => void): Promise<void> {
  const kept = safely(() => readKept(localStorage)) ?? nothingKept
  const opened = await openKept(kept, browserCrypto)
  tell({ lists: opened, fetchedAt: kept.fetchedAt })
  await prepare(opened)
  try {
    const [trust, revocations, register] = await Promise.all([
      ask<unknown>('/api/trust-list'),
      ask<unknown>('/api/revocation-list'),
      // A server of an earlier release has none: the other two count all the same.
      ask<unknown>('/api/issue-register').catch(() => null),
    ])
    const more = register === null ? {} : { registers: register.data }
    const fetched = { trust: trust.data, revocations: revocations.data, ...more, now: trust.answeredAt }
    const taken = await takeLists(kept, fetched, browserCrypto)
    safely(() => writeKept(localStorage, taken.kept))
    tell({ lists: taken.lists, fetchedAt: taken.kept.fetchedAt, problem: taken.problem, fetching: false })
    await prepare(taken.lists)
  } catch {
    tell({ problem: 'offline', fetching: false })
  }
}

/** While the person points the camera; what goes wrong here the first code will tell. */
const prepare = ({ trust: keys, revocations, registers }: OpenLists): Promise<void> =>
  prepareVerification({ keys, revocations, registers, today: todayHere(), crypto: browserCrypto }).catch(() => undefined)

/** A full or forbidden store costs the offline use, never the answer. */
function safely<Value>(work: () => Value): Value | null {
  try {
    return work()
  } catch {
    return null
  }
}
