/* What waits, by which rules, and what a list of green sites hides: over HTTP. */
import { accepted } from '../../../../kernel/outcome.ts'
import { maybe, numberInUrl, record } from '../../../../kernel/schema.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, anyone, can } from '../../../../platform/http/route.ts'
import { Attention, FigureList, FigureName, Rulebooks, ValidityAnswer } from '../../domain/register/answers.ts'
import { criteria } from '../../domain/missions/criteria.ts'
import { listPublishedRulebooks } from './published-rulebooks.ts'
import { dated, pageOf, paged, questionOf } from '../questions.ts'
import type { SitesDoors } from '../register/place-of-site.ts'
import { BlueRequests } from '../../domain/status/blue-state.ts'
import { Delays, QueueName, QueuePage, Queues } from '../../domain/status/queues.ts'
import { StatusesOverTime } from '../../domain/status/over-time.ts'
import { readOverTime } from './read-over-time.ts'
import { readAttention } from './read-attention.ts'
import { readBlueRequests } from './read-blue-requests.ts'
import { readDelays, readQueue, readQueues } from './read-queues.ts'
import { UNVISITED_YEARS, readFigure, validityReport } from './read-validity.ts'

const unvisited = { unvisitedYears: maybe(numberInUrl()) }
const yearsOf = (years: number | undefined): number =>
  years === undefined || !Number.isInteger(years) || years < 1 || years > 50 ? UNVISITED_YEARS : years

export const queueRoutes = ({ production }: SitesDoors): readonly Route[] => [
  readRoute({
    path: '/api/status/queues',
    allow: can('sites.read'),
    summary: 'How many sites wait in each queue within your territory, and the delay from inspection to publication',
    query: record(dated),
    answer: Queues,
    read: async ({ tx, tenant, who, query, now }) =>
      accepted(await readQueues(tx, tenant, { question: questionOf(query, now), territory: who.territory, production })),
  }),
  readRoute({
    path: '/api/status/queues/:queue',
    allow: can('sites.read'),
    summary: 'The sites of one queue, the most urgent first',
    params: record({ queue: QueueName }),
    query: record({ ...dated, ...paged }),
    answer: QueuePage,
    read: async ({ tx, tenant, who, params: { queue }, query, now }) =>
      accepted(
        await readQueue(tx, tenant, { question: questionOf(query, now), territory: who.territory, production, queue, page: pageOf(query) }),
      ),
  }),
]

export const reportRoutes: readonly Route[] = [
  readRoute({
    path: '/api/status/attention',
    allow: can('sites.read'),
    summary:
      'What waits within your territory: ends within 30 days, lapsed and contradicted greens, inspections to review, missions under way',
    query: record({ ...dated, ...paged }),
    answer: Attention,
    read: async ({ tx, tenant, who, query, now }) =>
      accepted(await readAttention(tx, tenant, { question: questionOf(query, now), territory: who.territory, page: pageOf(query) })),
  }),
  readRoute({
    path: '/api/status/blue-requests',
    allow: can('sites.read'),
    summary: 'Blue requests within your territory with their receipts, clock and objections',
    query: record(dated),
    answer: BlueRequests,
    read: async ({ tx, tenant, who, query, now }) =>
      accepted(await readBlueRequests(tx, tenant, { question: questionOf(query, now), territory: who.territory })),
  }),
  readRoute({
    path: '/api/status/over-time',
    allow: can('sites.read'),
    summary: 'Sites within your territory by colour at the end of the last eight quarters and today, each as it was known then',
    answer: StatusesOverTime,
    read: async ({ tx, tenant, who, now }) => accepted(await readOverTime(tx, tenant, { now, territory: who.territory })),
  }),
  readRoute({
    path: '/api/status/publication-delays',
    allow: can('sites.read'),
    summary: 'From inspection to publication, line by line of the orders that rest on a visit',
    query: record(dated),
    answer: Delays,
    read: async ({ tx, tenant, who, query, now }) =>
      accepted(await readDelays(tx, tenant, { question: questionOf(query, now), territory: who.territory })),
  }),
  readRoute({
    path: '/api/status/rulebooks',
    allow: anyone,
    summary: 'The rules of colours and clocks, with their sources, evidence marks and hashes',
    answer: Rulebooks,
    read: () =>
      Promise.resolve(
        accepted({
          rulebooks: listPublishedRulebooks().map(({ book, hash }) => ({
            id: book.id,
            from: book.from,
            title: book.title,
            hash,
            values: book.values,
          })),
          criteria: criteria.map((one) => ({ ...one, violation: { ...one.violation } })),
        }),
      ),
  }),
  readRoute({
    path: '/api/reports/validity',
    allow: can('reports.read'),
    summary: 'Green sites, how many of them had lapsed, where armed interference was recorded, where nobody has been',
    query: record({ ...dated, ...unvisited }),
    answer: ValidityAnswer,
    read: async ({ tx, tenant, query, now }) => {
      const { asOf, knownAt } = questionOf(query, now)
      return accepted(await validityReport(tx, tenant, asOf, knownAt, yearsOf(query.unvisitedYears)))
    },
  }),
  readRoute({
    path: '/api/reports/validity/:figure',
    allow: can('reports.read'),
    summary: 'The sites behind one figure',
    params: record({ figure: FigureName }),
    query: record({ ...dated, ...unvisited, ...paged }),
    answer: FigureList,
    read: async ({ tx, tenant, params, query, now }) =>
      accepted(
        await readFigure(tx, tenant, {
          figure: params.figure,
          question: questionOf(query, now),
          years: yearsOf(query.unvisitedYears),
          page: pageOf(query),
        }),
      ),
  }),
]
