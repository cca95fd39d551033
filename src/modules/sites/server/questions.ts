/* What a reader may add to a question in the URL: the day, what was known, a page, filters. */
import { endOf, todayAt } from '../../../kernel/calendar.ts'
import { type Infer, calendarDate, eitherOf, flagInUrl, instant, maybe, numberInUrl, oneOf, text } from '../../../kernel/schema.ts'
import type { SiteFilter } from '../domain/register/site-filter.ts'
import type { Question } from '../domain/status/status-fact.ts'

/** `knownAt` may be a day, which means its end. Both default to now. */
export const dated = { asOf: maybe(calendarDate()), knownAt: maybe(eitherOf(instant(), calendarDate())) }
export const paged = { page: maybe(numberInUrl()), pageSize: maybe(numberInUrl()) }
export const filtered = {
  text: maybe(text(120)),
  /** Several are separated by commas. */
  colour: maybe(text(60)),
  basis: maybe(text(60)),
  mineral: maybe(text(60)),
  lapsed: maybe(flagInUrl()),
  held: maybe(flagInUrl()),
  province: maybe(text(12)),
  territoire: maybe(text(12)),
  /** Only among these, ids separated by commas: what a telephone carries. */
  among: maybe(text(200_000)),
}
export const sorted = { sort: maybe(oneOf('name', 'ending', 'last-visit')) }

export function questionOf(query: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined }, now: string): Question {
  const knownAt = query.knownAt ?? now
  return { asOf: query.asOf ?? todayAt(now), knownAt: knownAt.length === 10 ? endOf(knownAt) : knownAt }
}

/** Pages count from 1; a page holds 1 to 500, 50 when nothing is said. */
export function pageOf(query: { readonly page?: number | undefined; readonly pageSize?: number | undefined }): {
  readonly page: number
  readonly pageSize: number
} {
  const whole = (value: number | undefined, fallback: number): number =>
    value === undefined || !Number.isFinite(value) ? fallback : Math.max(1, Math.floor(value))
  return { page: whole(query.page, 1), pageSize: Math.min(500, whole(query.pageSize, 50)) }
}
export const slice = <Item>(items: readonly Item[], { page, pageSize }: ReturnType<typeof pageOf>): Item[] =>
  items.slice((page - 1) * pageSize, page * pageSize)

type Filtered = { readonly [Name in keyof typeof filtered]?: Infer<(typeof filtered)[Name]> }
export function filterOf(query: Filtered): SiteFilter {
  const { colour, basis, mineral, among, ...rest } = query
  return {
    ...rest,
    among: among === undefined ? undefined : new Set(among.split(',')),
    colour: listIn(colour),
    basis: listIn(basis),
    mineral: listIn(mineral),
  }
}
const listIn = (value: string | undefined): readonly string[] | undefined => value?.split(',').filter((part) => part !== '')
