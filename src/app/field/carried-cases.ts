/*
What of persons a telephone lets go of by itself, with or without network: sealed words of a case are here only while its list says that they are needed
in the field, and to the day that it says. After that day nobody has to be reached for them to go.
*/
import type { Change, SealedStore } from './sealed-store.ts'

const TEXTS = /^\/api\/cases\/([0-9a-f-]{36})\/texts\//
const LIST = '/api/cases'

export async function dropUnneededTexts(store: Pick<SealedStore, 'read' | 'keys' | 'write'>, today: string): Promise<number> {
  const held = (await store.keys('answer')).filter((key) => TEXTS.test(key))
  if (held.length === 0) return 0
  const needed = neededOn(await store.read('answer', LIST), today)
  const gone = held.filter((key) => !needed.has(TEXTS.exec(key)?.[1] ?? ''))
  if (gone.length > 0) await store.write(gone.map((key): Change => ({ box: 'answer', key, drop: true })))
  return gone.length
}

/** Cases of which the identity may be here on that day; without the list none. */
function neededOn(kept: unknown, today: string): ReadonlySet<string> {
  const cases = isObject(kept) && isObject(kept['data']) ? kept['data']['cases'] : null
  if (!Array.isArray(cases)) return new Set()
  return new Set(
    cases.flatMap((one: unknown) =>
      isObject(one) && typeof one['case'] === 'string' && typeof one['identityUntil'] === 'string' && today <= one['identityUntil']
        ? [one['case']]
        : [],
    ),
  )
}
const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null
