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
  /** Which of several lists. */
  readonly part?: string
}
/** Lists that are kept at once; strangers choose the parts. */
const MOST_KEPT = 64

/** `make` must depend on nothing but the log, the day and the part; one that says its hour is made anew with the hour. */
export function keptList<List, Question extends Asked>(
  make: (tx: Tx, asked: Question) => Promise<List>,
  madeAnew: 'each-day' | 'each-hour' = 'each-day',
): (tx: Tx, asked: Question) => Promise<List> {
  const kept = new Map<string, { readonly as: string; readonly list: List }>()
  return async (tx, asked) => {
    const { tenant, now, part = '' } = asked
    // Read before the list is made: what is written between the two makes the next question ask again.
    const head = await readHead(tx, tenant)
    const time = madeAnew === 'each-day' ? todayAt(now) : `${todayAt(now)} ${now.slice(0, 13)}`
    const as = `${time} ${head === null ? '' : `${head.position} ${Buffer.from(head.hash).toString('hex')}`}`
    const key = `${tenant} ${part}`
    const before = kept.get(key)
    if (before?.as === as) return before.list
    const list = await make(tx, asked)
    kept.delete(key)
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '')
    kept.set(key, { as, list })
    return list
  }
}
