/*
What an agenda learns between its convocation and the end of the meeting: what has opened since, and how many of a thing there are by now. What was dealt with keeps what was
on the table then, and what was taken off stays off. Pure; it refuses nothing.
*/
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import type { AgendaItem, ItemSource } from '../contract-meetings.ts'
import type { MeetingEvent } from './meeting-events.ts'

/** As many items as one event holds; a longer agenda is told in several. */
export const ITEMS_IN_AN_EVENT = 500
/** As many as somebody puts in order in one go; what comes after them stays as it stands. */
export const ITEMS_IN_ORDER = 300

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / ITEMS_IN_AN_EVENT) }, (_, n) => all.slice(n * ITEMS_IN_AN_EVENT, (n + 1) * ITEMS_IN_AN_EVENT))
export const grown = (items: readonly AgendaItem[], at: string): readonly MeetingEvent[] =>
  chunks(items).map((part) => ({ kind: 'committee-meeting.agenda-grew.v1', payload: { items: part, at } }))

/** Counted for an area: when there is nothing of them any more, that is said too. */
export const COUNTED: readonly ItemSource[] = ['red-sites', 'incidents', 'warnings', 'held-lots']
/** Without words of its own: as a source says it. */
const said = ({ key, source, ref, site, label, day, n, held, rush }: AgendaItem): AgendaItem => ({
  ...{ key, source, ref, site, label, day, n },
  ...(held === undefined ? {} : { held }),
  ...(rush === undefined ? {} : { rush }),
})
const same = (a: AgendaItem, b: AgendaItem): boolean => canonicalJson(said(a)) === canonicalJson(said(b))

interface OnTheTable {
  readonly items: readonly AgendaItem[]
  readonly removed: readonly { readonly item: AgendaItem }[]
  readonly decisions: readonly { readonly item: string }[]
}
/** `owed`: items on which an action was given. */
export function agendaChanges(
  { items, removed, decisions }: OnTheTable,
  { open, owed, now: at }: { readonly open: readonly AgendaItem[]; readonly owed: readonly string[]; readonly now: string },
): readonly MeetingEvent[] {
  const known = new Set([...items.map((one) => one.key), ...removed.map(({ item }) => item.key)])
  const byKey = new Map(open.map((one) => [one.key, one]))
  const dealtWith = new Set([...decisions.map((one) => one.item), ...owed])
  const now = items.flatMap((item) => {
    if (item.source === 'own' || dealtWith.has(item.key)) return []
    const found = byKey.get(item.key) ?? (COUNTED.includes(item.source) ? { ...said(item), day: null, n: 0, held: undefined } : undefined)
    return found === undefined || same(found, item) ? [] : [said(found)]
  })
  return [
    ...grown(
      open.filter((one) => !known.has(one.key)),
      at,
    ),
    ...chunks(now).map((part): MeetingEvent => ({ kind: 'committee-meeting.items-updated.v1', payload: { items: part, at } })),
  ]
}
