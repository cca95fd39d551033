/* A list of areas without outlines becomes rows: the list of its country and level is replaced as a whole. No place of a position follows from it, so the log has nothing to hear. */
import { createHash } from 'node:crypto'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { AreaLevel } from '../contract.ts'
import { isAreaList, readAreaList } from '../domain/read-area-list.ts'
import { type ImportParts, type ImportedBoundaries, importBoundaries } from './import-boundaries.ts'
import { lockBoundaries, replaceAreaList } from './store.ts'

/** Refusals: those of `readAreaList`; a country is no list. */
export async function importAreaList(
  { database, tenant }: Pick<ImportParts, 'database' | 'tenant'>,
  { file, level }: { readonly file: string; readonly level: AreaLevel },
): Promise<Outcome<ImportedBoundaries>> {
  if (level === 'country') return refused('area-list-not-a-table')
  const read = readAreaList(file, level)
  if (!read.ok) return read
  const { country, areas } = read.value
  const sha256 = createHash('sha256').update(file).digest('hex')
  const alreadyKnown = await database.transaction(async (tx) => {
    await lockBoundaries(tx, tenant)
    return replaceAreaList(tx, tenant, { country, level, sha256, areas })
  })
  return accepted({ level, sha256, features: areas.length, alreadyKnown })
}
/** What a file is follows from its first line: a list of codes and names, or boundaries. */
export const importAreas = (
  parts: ImportParts,
  given: { readonly file: string; readonly level: AreaLevel },
): Promise<Outcome<ImportedBoundaries>> => (isAreaList(given.file) ? importAreaList(parts, given) : importBoundaries(parts, given))
