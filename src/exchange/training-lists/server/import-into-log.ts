/* The import of participations on a real house: the log's bulk door, what stands, and the plain table of names. */
import { csvRows } from '../../../kernel/csv.ts'
import type { TrainingImportDoor } from '../../../modules/outreach/contract-training.ts'
import type { PlacesDoor } from '../../../modules/places/contract.ts'
import type { Outcome } from '../../../kernel/outcome.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Actor } from '../../../platform/log/event.ts'
import type { Log } from '../../../platform/log/log.ts'
import { type TrainingImport, type TrainingReport, importTrainings } from '../import-trainings.ts'
import type { Areas, SourceRow } from '../read-rows.ts'

export interface TrainingListHouse {
  readonly database: Database
  readonly log: Log
  readonly tenant: string
  readonly clock: () => string
  readonly actor: Actor
  readonly places: PlacesDoor<Tx>
  readonly trainings: TrainingImportDoor<Tx>
}

/** Imports a list; a dry run reads everything and writes nothing. */
export async function importTrainingList(
  { database, log, tenant, clock, actor, places, trainings }: TrainingListHouse,
  asked: Pick<TrainingImport, 'rows' | 'dryRun' | 'onProgress'>,
): Promise<Outcome<TrainingReport>> {
  const areas = await database.read(async (tx): Promise<Areas> => ({
    province: byNameOrCode(await places.listAreas(tx, 'province', tenant)),
    territoire: byNameOrCode(await places.listAreas(tx, 'territoire', tenant)),
  }))
  return importTrainings({
    ...asked,
    ...{ areas, now: clock() },
    house: {
      known: (sessions) => database.read((tx) => trainings.known(tx, tenant, sessions)),
      personsOf: (hashes) => database.read((tx) => trainings.personsOf(tx, tenant, hashes)),
      hashOf: (said) => trainings.hashOf(tenant, said),
      record: async (drafts, names) => {
        await log.record(
          tenant,
          drafts.map((draft) => ({ ...draft, happenedAt: clock(), actor })),
        )
        await database.transaction((tx) => trainings.keepNames(tx, tenant, names))
      },
    },
  })
}
function byNameOrCode(areas: readonly { readonly code: string; readonly name: string }[]): (written: string) => string | null {
  const found = new Map(areas.flatMap(({ code, name }) => [[code, code] as const, [foldedName(name), code] as const]))
  return (written) => found.get(written.trim()) ?? found.get(foldedName(written)) ?? null
}

/** A CSV as rows with their lines; a workbook comes from the reader of lists. */
export async function* csvSource(pieces: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  let line = 0
  for await (const cells of csvRows(pieces)) yield { line: ++line, cells }
}
const foldedName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
