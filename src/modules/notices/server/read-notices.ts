/*
What waits for a reader, asked of every source. The answer follows from rights, area and organisation alone, so readers with the same ones share it
for a minute: the bell of forty phones asks once. Where a source has something for one person alone, nothing is shared.
*/
import { createHash } from 'node:crypto'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { NoticeSource, Reader, Waiting } from '../contract.ts'
import type { Notice } from '../domain/notice-words.ts'

export type AskSources = (tx: Tx, reader: Reader, now: string) => Promise<readonly Waiting[]>
const FRESH_MILLISECONDS = 60_000
const MOST_KEPT = 200

export function createAskSources(sources: readonly NoticeSource<Tx>[]): AskSources {
  const kept = new Map<string, { readonly at: number; readonly waiting: readonly Waiting[] }>()
  return async (tx, reader, now) => {
    const territory = reader.territory === 'everywhere' ? '*' : reader.territory.toSorted().join()
    const own = sources.some((source) => source.isPersonal?.(reader) ?? false) ? (reader.account ?? '-') : '*'
    const name = [reader.tenant, territory, reader.organisation ?? '-', [...reader.capabilities].sort().join(), own].join('|')
    const at = Date.parse(now)
    const found = kept.get(name)
    if (found && at - found.at >= 0 && at - found.at < FRESH_MILLISECONDS) return found.waiting
    const waiting: Waiting[] = []
    for (const source of sources) waiting.push(...(await source.waiting(tx, reader, now)).filter((one) => one.count > 0))
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(name, { at, waiting })
    return waiting
  }
}

/** Eight letters are enough to tell one thing that waits from another. */
export const shortKeys = (keys: readonly string[]): readonly string[] =>
  keys.map((key) => createHash('sha256').update(key).digest('hex').slice(0, 8))

/** What a source did not name one by one counts as seen when all that it named was. */
export function noticeOf({ kind, count, path, keys }: Waiting, seen: ReadonlySet<string> | undefined): Notice {
  const unseen = shortKeys(keys).filter((key) => !seen?.has(key)).length
  return { kind, count, path, unseen: keys.length > 0 && unseen === keys.length ? count : unseen }
}
