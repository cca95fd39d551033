/*
Entries of the ledger as they follow from the log, in the transaction of the event. A kind that has not joined is passed over; when it joins, its
earlier events are taken in then, in the order of the log.
*/
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import type { StoredEvent } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import type { LedgerEntry, LedgerPublisher } from '../contract.ts'
import { type Extend, type LedgerEvent, ledgerDecider, ledgerKinds } from '../domain/extend.ts'
import { appendEntries } from './grow.ts'
import { beginKinds, hasBegun } from './store.ts'
import { type PlacedEvent, eventsBefore, eventsOfKinds } from './store-log.ts'

const PAGE = 1000

export const ledgerAggregate: Aggregate<{ readonly kinds: readonly string[] }, Extend, LedgerEvent, null> = {
  name: 'ledger',
  decider: ledgerDecider,
  kinds: ledgerKinds,
}

export function ledgerProjection(publishers: readonly LedgerPublisher[]): Projection {
  const byKind = new Map(publishers.flatMap((one) => one.kinds.map((kind) => [kind, one] as const)))
  const kinds = publishers.flatMap((one) => one.kinds)
  if (byKind.size < kinds.length) throw new Error('two publishers make ledger entries of the same kind of event')
  const entryOf = async (tx: Tx, tenant: string, event: PlacedEvent): Promise<readonly LedgerEntry[]> => {
    const publisher = byKind.get(event.kind)
    const earlier = publisher?.needEarlier?.includes(event.kind) ? await eventsBefore(tx, tenant, event) : []
    const entry = publisher?.entryOf(event, earlier) ?? null
    return entry === null ? [] : [tidied(entry)]
  }
  const take = async (tx: Tx, event: StoredEvent): Promise<void> => {
    if (await hasBegun(tx, event.tenant, event.kind)) await appendEntries(tx, event.tenant, await entryOf(tx, event.tenant, event))
  }
  const join = on(ledgerKinds['ledger.extended.v1'], async (tx, { tenant, payload, position }) => {
    await beginKinds(tx, tenant, payload.kinds)
    for (let after = 0; ;) {
      const page = await eventsOfKinds(tx, tenant, { kinds: payload.kinds, after, before: position, most: PAGE })
      const entries: LedgerEntry[] = []
      for (const event of page) entries.push(...(await entryOf(tx, tenant, event)))
      await appendEntries(tx, tenant, entries)
      if (page.length < PAGE) return
      after = page.at(-1)?.position ?? position
    }
  })
  return {
    name: 'ledger',
    tables: ['ledger_kind', 'ledger_entry', 'ledger_tile'],
    apply: { ...Object.fromEntries(kinds.map((kind) => [kind, take])), 'ledger.extended.v1': join },
  }
}

/** Each part of an entry stands on a line of its own: a number that was typed with a line break must not make two. */
function tidied({ kind, number, sha256 }: LedgerEntry): LedgerEntry {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`the ledger was given no hash for ${kind}`)
  return { kind, number: number.replaceAll(/\s+/g, ' ').trim(), sha256 }
}
