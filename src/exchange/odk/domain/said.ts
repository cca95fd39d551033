/*
Where and when a submission says that it was filled in: a question speaks by its name, wherever it stands in the form. What was not said stays
null; nothing is guessed. No name of a person is among it.
*/
import { isCalendarDate } from '../../../kernel/calendar.ts'
import { type Infer, maybe, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'
import type { FormValue } from '../../../modules/forms/contract.ts'

export const Said = record({
  siteNumber: orNull(text(200)),
  siteName: orNull(text(400)),
  province: orNull(text(200)),
  territoire: orNull(text(200)),
  locality: orNull(text(400)),
  date: orNull(text(10)),
  onSite: yesOrNo(),
  notVisitedReason: maybe(text(400)),
})
export type Said = Infer<typeof Said>

/** The first name that the form knows counts; the first are those of our own forms. */
const NAMES = {
  siteNumber: ['site_number', 'site_id', 'national_id', 'icglr_id', 'site_code'],
  siteName: ['site_name', 'site', 'mine_site', 'nom_du_site'],
  province: ['province'],
  territoire: ['territory', 'territoire'],
  locality: ['locality', 'village', 'groupement', 'localite'],
  date: ['visit_date', 'visit', 'date_visite', 'date'],
  onSite: ['on_site'],
  notVisited: ['no_visit_reason'],
  start: ['start'],
} as const

export function saidIn(values: readonly FormValue[]): Said {
  const given = new Map<string, string>()
  for (const { path, value } of values) {
    const name = nameOf(path)
    if (!given.has(name)) given.set(name, value.trim())
  }
  const first = (names: readonly string[], most: number): string | null => {
    const found = names.map((name) => given.get(name) ?? '').find((value) => value !== '')
    return found === undefined ? null : found.slice(0, most)
  }
  const dated = [...NAMES.date.map((name) => given.get(name) ?? ''), (given.get('start') ?? '').slice(0, 10)].find(isCalendarDate)
  const reason = first(NAMES.notVisited, 400)
  return {
    siteNumber: first(NAMES.siteNumber, 200),
    siteName: first(NAMES.siteName, 400),
    province: first(NAMES.province, 200),
    territoire: first(NAMES.territoire, 200),
    locality: first(NAMES.locality, 400),
    date: dated ?? null,
    onSite: first(NAMES.onSite, 10) !== 'no',
    ...(reason === null ? {} : { notVisitedReason: reason }),
  }
}

/** When the form was ended by the phone's clock, as an instant; null where it says nothing that can be read. */
export function filledAt(values: readonly FormValue[]): string | null {
  const end = values.find(({ path }) => path === 'end')?.value ?? ''
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(end) ? Date.parse(end) : Number.NaN
  return Number.isFinite(instant) ? new Date(instant).toISOString() : null
}

const nameOf = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\[\d+\]$/, '')
