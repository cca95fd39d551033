/*
Read tables that follow from the log, written in the same transaction as the events. A projection may read events and read
tables, never the clock, chance or the outside, so that a rebuild gives the same tables byte for byte.
*/
import { type Infer, type Schema, mustParse } from '../../kernel/schema.ts'
import type { Tx } from '../database/transaction.ts'
import type { StoredEvent } from './event.ts'

export interface Projection {
  readonly name: string
  /** Emptied before a rebuild, in this order. */
  readonly tables: readonly string[]
  readonly apply: { readonly [kind: string]: (tx: Tx, event: StoredEvent) => Promise<void> }
  /**
   * For several events of one kind in a row: the same rows as one by one, in a few statements. Taken when every projection that listens to
   * the kind has one; none may ask of another's tables what stood between two of the events.
   */
  readonly applyRun?: { readonly [kind: string]: (tx: Tx, events: readonly StoredEvent[]) => Promise<void> }
}

/** A handler for one kind: the payload is parsed by its schema before `apply` sees it. */
export const on =
  <S extends Schema<unknown>>(schema: S, apply: (tx: Tx, event: StoredEvent<Infer<S>>) => Promise<void>) =>
  (tx: Tx, event: StoredEvent): Promise<void> =>
    apply(tx, { ...event, payload: mustParse(schema, event.payload) })

/** The same for events of several, each parsed before any is applied. */
export const onRun =
  <S extends Schema<unknown>>(schema: S, apply: (tx: Tx, events: readonly StoredEvent<Infer<S>>[]) => Promise<void>) =>
  (tx: Tx, events: readonly StoredEvent[]): Promise<void> =>
    apply(
      tx,
      events.map((event) => ({ ...event, payload: mustParse(schema, event.payload) })),
    )

/** Events of one tenant in the order of the log. */
export type Project = (tx: Tx, events: readonly StoredEvent[]) => Promise<void>

/** Runs every projection that listens to an event's kind, in the order of the registry. */
export function projectWith(projections: readonly Projection[]): Project {
  const byKind = new Map<string, ((tx: Tx, event: StoredEvent) => Promise<void>)[]>()
  const runs = new Map<string, ((tx: Tx, events: readonly StoredEvent[]) => Promise<void>)[]>()
  for (const { apply, applyRun = {} } of projections) {
    for (const [kind, one] of Object.entries(apply)) byKind.set(kind, [...(byKind.get(kind) ?? []), one])
    for (const [kind, run] of Object.entries(applyRun)) runs.set(kind, [...(runs.get(kind) ?? []), run])
  }
  return async (tx, events) => {
    for (let from = 0; from < events.length;) {
      const kind = events[from]?.kind ?? ''
      let to = from + 1
      while (to < events.length && events[to]?.kind === kind) to++
      const [listeners, together] = [byKind.get(kind) ?? [], runs.get(kind) ?? []]
      if (together.length === listeners.length && to - from > 1) for (const run of together) await run(tx, events.slice(from, to))
      else for (const event of events.slice(from, to)) for (const apply of listeners) await apply(tx, event)
      from = to
    }
  }
}
