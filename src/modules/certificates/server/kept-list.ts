/*
The signed lists are asked for by anybody, as often as they like; counting and signing them anew for each would let strangers keep the server busy. A list
follows from the log and the day alone, so the last one is given again for as long as neither has moved. A revocation is in it with the next question: it
refuses to know seconds, because a list that is late by some would be believed.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readHead } from '../../../platform/log/store.ts'

interface Asked {
  readonly tenant: string
  readonly now: string
}
/** `make` must depend on nothing but the log and the day. */
export function keptList<List>(make: (tx: Tx, asked: Asked) => Promise<List>): (tx: Tx, asked: Asked) => Promise<List> {
  const kept = new Map<string, { readonly as: string; readonly list: List }>()
  return async (tx, { tenant, now }) => {
    // Read before the list is made: what is written between the two makes the next question ask again.
    const head = await readHead(tx, tenant)
    const as = `${todayAt(now)} ${head === null ? '' : `${head.position} ${Buffer.from(head.hash).toString('hex')}`}`
    const before = kept.get(tenant)
    if (before?.as === as) return before.list
    const list = await make(tx, { tenant, now })
    kept.set(tenant, { as, list })
    return list
  }
}
