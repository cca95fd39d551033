/*
A file of boundaries becomes rows, and the log learns that it happened: level, hash, number of areas. The rows of a level are
replaced in one transaction; the event follows at once in the next, because the log takes observations only through its own door.
Its id follows from the file and from how many imports of the level the log holds, so a file that comes back after another is a new
event, and whoever stores computed places hears of it. A crash between the two is mended by importing the file again: the log is
asked what it heard last, not the rows. Importing a file twice changes nothing.
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
import { type ToldImports, findToldImports, insertAreas, listVersions, lockBoundaries, replaceLevel } from './store.ts'

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
  const subject = subjectName('boundaries', idFrom(`${parts.tenant} ${level}`))
  const { alreadyKnown, told } = await store(parts, { level, sha256, areas: read.value, subject })
  const payload: BoundariesImported = { level, sha256, features: read.value.length }
  if (told.sha256 === sha256) return accepted({ ...payload, alreadyKnown })
  await parts.log.record(parts.tenant, [
    {
      id: idFrom(`${parts.tenant} ${level} ${sha256} import ${told.count + 1}`),
      kind: BOUNDARIES_IMPORTED,
      subject,
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
  readonly subject: string
}
interface Stored {
  /** Whether the rows were those of this file before. */
  readonly alreadyKnown: boolean
  /** What the log heard of this level so far. */
  readonly told: ToldImports
}
function store({ database, tenant, progress = () => undefined }: ImportParts, { level, sha256, areas, subject }: Storing): Promise<Stored> {
  return database.transaction(async (tx) => {
    await lockBoundaries(tx, tenant)
    const told = await findToldImports(tx, tenant, subject)
    const inForce = (await listVersions(tx, tenant)).find((version) => version.level === level)
    if (inForce?.sha256 === sha256) {
      progress(areas.length, areas.length)
      return { alreadyKnown: true, told }
    }
    await replaceLevel(tx, tenant, { level, sha256, previousSha256: inForce?.sha256 ?? null, features: areas.length })
    for (let at = 0; at < areas.length; at += CHUNK) {
      await insertAreas(tx, tenant, areas.slice(at, at + CHUNK))
      progress(Math.min(at + CHUNK, areas.length), areas.length)
    }
    return { alreadyKnown: false, told }
  })
}

/** The same text gives the same id: an import that is repeated must be recognised, so no clock and no chance goes in. */
const idFrom = (text: string): string => uuidV7(0, createHash('sha256').update(`chanzo-boundaries\n${text}`).digest())
