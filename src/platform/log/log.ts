/*
Puts the parts of the log together for a program: who signs, which projections listen, where the clock is. Everything else of
the program sees only this object.
*/
import type { DomainEvent } from '../../kernel/decider.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Database } from '../database/connect.ts'
import type { Tx } from '../database/transaction.ts'
import type { Signer } from '../keys/signer.ts'
import { bringReadTablesUpToDate } from './built-by.ts'
import { clockGuard, noClockGuard, refuseClockAhead } from './clock-guard.ts'
import type { Draft } from './event.ts'
import { type Execution, type Expected, type Inside, type LogParts, execute, together } from './execute.ts'
import { type Projection, projectWith } from './projection.ts'
import type { Receipt } from './receipt.ts'
import { type Recorded, record } from './record.ts'
import { type RebuildCheck, type Report, checkRebuild, rebuild } from './rebuild.ts'
import { databaseNow, rememberServerKey, serverKey } from './store.ts'
import { type Verification, verifyLog } from './verify.ts'

export interface Log {
  readonly execute: <State, Command, Event extends DomainEvent, Context>(
    execution: Execution<State, Command, Event, Context>,
  ) => Promise<Outcome<Receipt>>
  /** Several decisions in one transaction, all or nothing; other writers wait meanwhile. */
  readonly together: <T>(expected: Expected, work: (inside: Inside) => Promise<T>) => Promise<T>
  readonly record: (tenant: string, observations: readonly Draft[], batch?: number) => Promise<Recorded>
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly rebuild: (report?: Report) => Promise<{ readonly tables: number; readonly events: number }>
  readonly checkRebuild: (report?: Report) => Promise<RebuildCheck>
  /** Makes the read tables again when another program made them; the number of events replayed, or `null` when nothing had to be done. */
  readonly bringReadTablesUpToDate: (program: string, report: Report) => Promise<number | null>
  readonly verify: (tenant: string, report?: Report) => Promise<Verification>
}

export interface LogOptions {
  readonly database: Database
  readonly signer: Signer
  readonly projections: readonly Projection[]
  readonly clock: () => string
  /** True for a world that is played in its own time: then no clock is held against another. */
  readonly simulatedClock?: boolean
  /** Raw public key of an enrolled device; `now` asks for one that may sign now, `ever` for one that ever could. */
  readonly deviceKey: (
    tx: Tx,
    query: { readonly tenant: string; readonly device: string; readonly account: string | null; readonly when: 'now' | 'ever' },
  ) => Promise<Uint8Array | null>
}

/** Opens the log; remembers this server's public key, so that its entries can be checked after the server is gone. */
export async function openLog({ database, signer, projections, clock, deviceKey, simulatedClock = false }: LogOptions): Promise<Log> {
  const keyId = `server:${signer.keyId}`
  if (!simulatedClock) refuseClockAhead(clock(), await database.read(databaseNow))
  await database.transaction((tx) => rememberServerKey(tx, { keyId, publicKey: signer.publicKey, at: clock() }))
  const parts: LogParts = {
    database,
    signer,
    clock,
    project: projectWith(projections),
    deviceKey: (tx, query) => deviceKey(tx, { ...query, when: 'now' }),
    guard: simulatedClock ? noClockGuard : clockGuard,
  }
  const keyOf = (tenant: string, device: string): Promise<Uint8Array | null> =>
    database.read((tx) =>
      device.startsWith('server:') ? serverKey(tx, device) : deviceKey(tx, { tenant, device, account: null, when: 'ever' }),
    )
  return {
    execute: (execution) => execute(parts, execution),
    together: (expected, work) => together(parts, expected, work),
    record: (tenant, observations, batch) => record(parts, { tenant, drafts: observations, ...(batch ? { batch } : {}) }),
    read: database.read,
    rebuild: (report) => rebuild(database, projections, report),
    checkRebuild: (report) => checkRebuild(database, projections, report),
    bringReadTablesUpToDate: (program, report) => bringReadTablesUpToDate(database, projections, { program, report }),
    verify: (tenant, report) => verifyLog({ database, tenant, keyOf, ...(report ? { report } : {}) }),
  }
}
