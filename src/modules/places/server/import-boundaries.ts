/*
A file of boundaries becomes rows, and the log learns that it happened: level, hash, number of areas. The rows of a level are
replaced in one transaction, then the event is recorded under an id that follows from the file and the one before it. A crash
between the two is mended by importing the file again; importing it twice changes nothing.
*/
import { createHash } from 'node:crypto'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Outcome, accepted } from '../../../kernel/outcome.ts'
import type { Database } from '../../../platform/database/connect.ts'
import { subjectName } from '../../../platform/log/event.ts'
import type { Actor } from '../../../platform/log/event.ts'
import type { Log } from '../../../platform/log/log.ts'
import { type AreaLevel, BOUNDARIES_IMPORTED, type BoundariesImported } from '../contract.ts'
import type { BoundedArea } from '../domain/gazetteer.ts'
import { readBoundaries } from '../domain/read-boundaries.ts'
import { insertAreas, listVersions, replaceLevel } from './store.ts'

export interface ImportParts {
  readonly database: Pick<Database, 'transaction'>
  readonly log: Pick<Log, 'record'>
  readonly tenant: string
  readonly clock: () => string
  readonly actor: Actor
  readonly progress?: (done: number, total: number) => void
}
export interface ImportedBoundaries {
  readonly level: AreaLevel
  readonly sha256: string
  readonly features: number
  /** True when the same file was in force already. */
  readonly alreadyKnown: boolean
}

const CHUNK = 25

/** `file` is the text of a GeoJSON FeatureCollection. Refusals: those of `readBoundaries`. */
export async function importBoundaries(
  parts: ImportParts,
  { file, level }: { readonly file: string; readonly level: AreaLevel },
): Promise<Outcome<ImportedBoundaries>> {
  const read = readBoundaries(file, level)
  if (!read.ok) return read
  const sha256 = createHash('sha256').update(file).digest('hex')
  const { previous, alreadyKnown } = await store(parts, { level, sha256, areas: read.value })
  const payload: BoundariesImported = { level, sha256, features: read.value.length }
  await parts.log.record(parts.tenant, [
    {
      id: idFrom(`${parts.tenant} ${level} ${sha256} after ${previous ?? 'nothing'}`),
      kind: BOUNDARIES_IMPORTED,
      subject: subjectName('boundaries', idFrom(`${parts.tenant} ${level}`)),
      happenedAt: parts.clock(),
      actor: parts.actor,
      payload,
    },
  ])
  return accepted({ ...payload, alreadyKnown })
}

interface Storing {
  readonly level: AreaLevel
  readonly sha256: string
  readonly areas: readonly BoundedArea[]
}
function store(
  { database, tenant, progress = () => undefined }: ImportParts,
  { level, sha256, areas }: Storing,
): Promise<{ previous: string | null; alreadyKnown: boolean }> {
  return database.transaction(async (tx) => {
    const inForce = (await listVersions(tx, tenant)).find((version) => version.level === level)
    if (inForce?.sha256 === sha256) {
      progress(areas.length, areas.length)
      return { previous: inForce.previousSha256, alreadyKnown: true }
    }
    const previous = inForce?.sha256 ?? null
    await replaceLevel(tx, tenant, { level, sha256, previousSha256: previous, features: areas.length })
    for (let at = 0; at < areas.length; at += CHUNK) {
      await insertAreas(tx, tenant, areas.slice(at, at + CHUNK))
      progress(Math.min(at + CHUNK, areas.length), areas.length)
    }
    return { previous, alreadyKnown: false }
  })
}

/** The same text gives the same id: an import that is repeated must be recognised, so no clock and no chance goes in. */
const idFrom = (text: string): string => uuidV7(0, createHash('sha256').update(`chanzo-boundaries\n${text}`).digest())
