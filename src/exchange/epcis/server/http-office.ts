/* What the office reads on its screen: captures with what became of each event, named queries, subscriptions and why one does not arrive. */
import { accepted, refused } from '../../../kernel/outcome.ts'
import { id, record } from '../../../kernel/schema.ts'
import { readRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import * as words from '../contract.ts'
import { type CaptureRow, findCapture, listCaptures } from './store-captures.ts'
import { listOutcomes } from './store-events.ts'
import { type SubscriptionRow, listQueries, listSubscriptions } from './store-queries.ts'
import type { CaptureParts } from './capture-parts.ts'

const SHOWN = 200
const watches = ({ account, organisation, capabilities }: Who) => ({ account, organisation, seesAll: capabilities.has('imports.manage') })

export const officeRoutes = (_parts: CaptureParts): readonly Route[] => [
  readRoute({
    path: '/api/epcis/captures',
    allow: can('exchange.epcis-capture'),
    summary: 'Your EPCIS captures, newest first: how many events, how many kept, what was refused',
    answer: words.CaptureList,
    read: async ({ tx, tenant, who }) => {
      const rows = await listCaptures(tx, tenant, { sight: watches(who), limit: SHOWN, after: null })
      return accepted({ captures: rows.map(summaryOf) })
    },
  }),
  readRoute({
    path: '/api/epcis/captures/:capture',
    allow: can('exchange.epcis-capture'),
    summary: 'One EPCIS capture: its faults, and what became of each event in custody',
    params: record({ capture: id('capture') }),
    answer: words.CaptureDetail,
    read: async ({ tx, tenant, who, params }) => {
      const row = await findCapture(tx, tenant, params.capture, watches(who))
      if (row === null) return refused('unknown-capture')
      const outcomes = await listOutcomes(tx, tenant, row.id)
      return accepted({
        capture: summaryOf(row),
        faults: row.errors
          .slice(0, SHOWN)
          .map((one) => ({ event: one.eventIndex ?? null, path: one.path ?? null, title: one.title, detail: one.detail })),
        outcomes: outcomes.map((one) => ({
          ...{
            event: one.event_id,
            type: one.event_type,
            became: one.became,
            because: one.because,
            detail: one.detail,
            entries: one.entries,
          },
        })),
      })
    },
  }),
  readRoute({
    path: '/api/epcis/queries',
    allow: can('exchange.epcis-query'),
    summary: 'EPCIS queries with a name, and the subscriptions of them with their state',
    answer: words.QueryList,
    read: async ({ tx, tenant, who }) => {
      const rows = await listQueries(tx, tenant, '', SHOWN)
      const queries = []
      for (const row of rows) {
        const subscriptions = await listSubscriptions(tx, tenant, row.name)
        const mine = subscriptions.filter((one) => one.account === who.account || watches(who).seesAll)
        queries.push({ name: row.name, query: JSON.stringify(row.query), createdAt: row.createdAt, subscriptions: mine.map(stateOf) })
      }
      return accepted({ queries })
    },
  }),
]

const summaryOf = (row: CaptureRow) => ({
  ...{ id: row.id, createdAt: row.createdAt, finishedAt: row.finishedAt, success: row.success, behaviour: row.behaviour },
  ...{ events: row.events, kept: row.kept, alreadyKnown: row.alreadyKnown, faults: row.errors.length },
})
const stateOf = (row: SubscriptionRow) => ({
  ...{
    id: row.id,
    destination: row.destination,
    isStream: row.isStream,
    schedule: row.schedule === null ? null : JSON.stringify(row.schedule),
  },
  ...{
    createdAt: row.createdAt,
    lastDeliveredAt: row.lastDeliveredAt,
    nextAt: row.nextAt,
    failures: row.failures,
    lastFault: row.lastFault,
  },
})
