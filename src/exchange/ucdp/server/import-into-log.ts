/* The import of events on a real house: the log's bulk door, and what stands. */
import { todayAt } from '../../../kernel/calendar.ts'
import type { Outcome } from '../../../kernel/outcome.ts'
import type { ConflictEventsDoor } from '../../../modules/conflict/contract-events.ts'
import type { PlacesDoor } from '../../../modules/places/contract.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Actor } from '../../../platform/log/event.ts'
import type { Log } from '../../../platform/log/log.ts'
import { type EventsImport, type EventsReport, importEvents } from '../import-events.ts'

export interface EventsHouse {
  readonly database: Database
  readonly log: Log
  readonly tenant: string
  readonly clock: () => string
  readonly actor: Actor
  readonly places: PlacesDoor<Tx>
  readonly conflict: ConflictEventsDoor<Tx>
}

/** Imports a file; a dry run reads everything and writes nothing. Throws when the file cannot be read. */
export function importEventsFile(
  { database, log, tenant, clock, actor, places, conflict }: EventsHouse,
  asked: Omit<EventsImport, 'door' | 'today'>,
): Promise<Outcome<EventsReport>> {
  return importEvents({
    ...asked,
    today: todayAt(clock()),
    door: {
      isFinished: (id) => database.read((tx) => conflict.isFinished(tx, tenant, id)),
      known: (wanted) => database.read((tx) => conflict.known(tx, tenant, wanted)),
      locate: async (at) => {
        const { province, territoire } = await database.read((tx) => places.locate(tx, at, tenant))
        return { province: province?.code ?? null, territoire: territoire?.code ?? null }
      },
      record: async (drafts) => {
        await log.record(
          tenant,
          drafts.map((draft) => ({ ...draft, happenedAt: clock(), actor })),
        )
      },
    },
  })
}
