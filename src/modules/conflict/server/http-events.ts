/* Events of violence over HTTP: one question with filters. Rows of files that may not be passed on only for who is cleared. */
import { todayAt, addMonths } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { calendarDate, maybe, record, text } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { PlacesDoor } from '../../places/contract.ts'
import { ConflictSource, EventAnswer, Violence } from '../contract-events.ts'
import { foldedActor } from '../domain/folded.ts'
import { lastToldDay, readEvents } from './read-events.ts'

const SHOWN_MONTHS = 24
const NO_NAME = '\n'

export const eventRoutes = ({ places }: { readonly places: PlacesDoor<Tx> }): readonly Route[] => [
  readRoute({
    path: '/api/conflict/events',
    summary:
      'events of violence as outside sources report them: points only where a place is known, else counts of areas; what no file covers is said',
    allow: can('conflict.read'),
    query: record({
      from: maybe(calendarDate()),
      until: maybe(calendarDate()),
      violence: maybe(Violence),
      source: maybe(ConflictSource),
      area: maybe(text(12)),
      actor: maybe(text(120)),
    }),
    answer: EventAnswer,
    read: async ({ tx, tenant, who, query, now }) => {
      const withUnshared = who.capabilities.has('conflict.read-exact')
      const until = query.until ?? (await lastToldDay(tx, tenant, withUnshared)) ?? todayAt(now)
      const from = query.from ?? addMonths(until, -SHOWN_MONTHS)
      if (from > until) return refused('days-the-wrong-way-round')
      const { violence = null, source = null, area = null } = query
      // Of signs alone nothing is found: they stand in no name.
      const actor = query.actor === undefined ? null : foldedActor(query.actor) || NO_NAME
      const asked = { from, until, violence, source, area, actor }
      return accepted(await readEvents(tx, { tenant, places }, { ...asked, withUnshared }))
    },
  }),
]
