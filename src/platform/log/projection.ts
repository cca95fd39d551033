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
}

/** A handler for one kind: the payload is parsed by its schema before `apply` sees it. */
export const on =
  <S extends Schema<unknown>>(schema: S, apply: (tx: Tx, event: StoredEvent<Infer<S>>) => Promise<void>) =>
  (tx: Tx, event: StoredEvent): Promise<void> =>
    apply(tx, { ...event, payload: mustParse(schema, event.payload) })

export type Project = (tx: Tx, event: StoredEvent) => Promise<void>

/** Runs every projection that listens to the event's kind, in the order of the registry. */
export function projectWith(projections: readonly Projection[]): Project {
  const byKind = new Map<string, ((tx: Tx, event: StoredEvent) => Promise<void>)[]>()
  for (const projection of projections) {
    for (const [kind, apply] of Object.entries(projection.apply)) byKind.set(kind, [...(byKind.get(kind) ?? []), apply])
  }
  return async (tx, event) => {
    for (const apply of byKind.get(event.kind) ?? []) await apply(tx, event)
  }
}
