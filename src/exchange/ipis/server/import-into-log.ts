/*
The import on a real house: the log's bulk door, the ledger, and the spellings that people corrected. Each chunk is one
transaction of the log; the ledger is written after it and mended by the next import if a crash came between.
*/
import { createReadStream } from 'node:fs'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { startOf, todayAt } from '../../../kernel/calendar.ts'
import type { Outcome } from '../../../kernel/outcome.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Actor } from '../../../platform/log/event.ts'
import type { Log } from '../../../platform/log/log.ts'
import { knownEventIds } from '../../../platform/log/store.ts'
import { type ImportDoor, type ImportReport, type Progress, importIpis } from '../import-ipis.ts'
import { type UnknownSpelling, idOfSpelling } from '../spelling-book.ts'
import { spellingEventKinds } from '../spelling-correction.ts'
import { listCorrections } from './spelling-table.ts'
import { addToLedger, forgetMappings, ledgerRows, loadStreams } from './store.ts'

export interface HouseForImport {
  readonly database: Database
  readonly log: Log
  readonly tenant: string
  readonly clock: () => string
  /** Under whose name the observations are recorded: an account's id, never a name. */
  readonly actor: Actor
}
export interface FileImport {
  readonly file: string
  readonly dryRun: boolean
  readonly onProgress?: (progress: Progress) => void
}

/** Imports the file; a dry run reads everything and writes nothing. Throws when the file cannot be read. */
export async function importIpisFile(house: HouseForImport, { file, dryRun, onProgress }: FileImport): Promise<Outcome<ImportReport>> {
  const { database, tenant } = house
  const outcome = await importIpis({
    open: () => createReadStream(file),
    door: doorOf(house),
    dryRun,
    today: todayAt(house.clock()),
    corrections: await database.read((tx) => listCorrections(tx, tenant)),
    elapsed: () => performance.now(),
    ...(onProgress ? { onProgress } : {}),
  })
  if (outcome.ok && !dryRun) await noteUnknown(house, outcome.value.unknownSpellings)
  return outcome
}

function doorOf({ database, log, tenant, clock, actor }: HouseForImport): ImportDoor {
  return {
    known: (ids) => database.read((tx) => knownEventIds(tx, tenant, ids)),
    record: async (observations) => {
      await log.record(
        tenant,
        observations.map((one) => ({ ...one, actor })),
      )
    },
    remembered: async (vids) => {
      const rows = await database.read((tx) => ledgerRows(tx, tenant, vids))
      return new Map(rows.map(({ vid, content, mapping }) => [vid, { content, mapping: mapping === null ? null : canonicalJson(mapping) }]))
    },
    remember: (rows) => database.transaction((tx) => addToLedger(tx, tenant, { rows, at: clock() })),
    doubt: (vids) => database.transaction((tx) => forgetMappings(tx, tenant, vids)),
    historyOf: (subjects) => database.read((tx) => loadStreams(tx, tenant, subjects)),
  }
}

/** A spelling is noticed once: its event has the spelling's own id. */
async function noteUnknown({ log, tenant, clock, actor }: HouseForImport, unknown: readonly UnknownSpelling[]): Promise<void> {
  const drafts = unknown.map(({ kind, asWritten }) => {
    const id = idOfSpelling({ kind, asWritten, isBeginning: false })
    const happenedAt = startOf(todayAt(clock()))
    return { id, subject: `spelling:${id}`, kind: spellingEventKinds.noticed, happenedAt, actor, payload: { kind, asWritten } }
  })
  if (drafts.length > 0) await log.record(tenant, drafts)
}
