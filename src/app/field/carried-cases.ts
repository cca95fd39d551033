/*
What of persons a telephone lets go of by itself, with or without network: a case is here only while its list marks it as carried, its sealed words only
to the day that the list says, and nothing at all for longer than two weeks (D). Nobody has to be reached for it to go.
*/
import { isCarriedTooLong } from '../../modules/cases/domain/emergency/may-be-carried.ts'
import type { Change, SealedStore } from './sealed-store.ts'

/** Addresses whose answers tell of persons who are helped, of those who help them, or of where they lie. */
const OF_PERSONS = /^(seen:)?\/api\/(case|cases|service-points|shelters|referrals|keys|screenings?|signals|releases)/
const OF_CASE = /^(?:seen:)?\/api\/cases\/([0-9a-f-]{36})(\/texts\/)?/
const LIST = '/api/cases'

export const isOfPersons = (key: string): boolean => OF_PERSONS.test(key)

export async function dropNotCarried(store: Pick<SealedStore, 'read' | 'keys' | 'write'>, today: string): Promise<number> {
  const held = (await store.keys('answer')).filter(isOfPersons)
  if (held.length === 0) return 0
  const list = await store.read('answer', LIST)
  const carried = isTooOld(list, today) ? new Map<string, string>() : carriedIn(list)
  const stays = async (key: string): Promise<boolean> => {
    const [, of, isText] = OF_CASE.exec(key) ?? []
    const until = of === undefined ? undefined : carried.get(of)
    if (of !== undefined && (until === undefined || (isText !== undefined && until < today))) return false
    return !isTooOld(await store.read('answer', key), today)
  }
  const gone: string[] = []
  for (const key of held) if (!(await stays(key))) gone.push(key)
  if (gone.length > 0) await store.write(gone.map((key): Change => ({ box: 'answer', key, drop: true })))
  return gone.length
}

/** Cases that may be here, each with the last day of its sealed identity, '' where that stays away; without the list none. */
function carriedIn(kept: unknown): ReadonlyMap<string, string> {
  const cases = isObject(kept) && isObject(kept['data']) ? kept['data']['cases'] : null
  const lines: readonly unknown[] = Array.isArray(cases) ? cases : []
  return new Map(
    lines.flatMap((one) =>
      isObject(one) && one['isCarried'] === true ? [[String(one['case']), String(one['identityUntil'] ?? '')] as const] : [],
    ),
  )
}
/** What does not say when it was answered cannot be waited for. */
const isTooOld = (kept: unknown, today: string): boolean =>
  kept !== undefined &&
  !(isObject(kept) && typeof kept['answeredAt'] === 'string' && !isCarriedTooLong(kept['answeredAt'].slice(0, 10), today))
const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null
