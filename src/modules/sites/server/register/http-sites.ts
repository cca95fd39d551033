/* The register over HTTP: lists, the map, one site, and everything that may be said to a site. The id of a new site is that of its command. */
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import { maybe, record, text } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { CommandEnvelope, Receipt } from '../../../../platform/log/receipt.ts'
import { SiteId } from '../../contract.ts'
import { SiteList, SiteMap, SitePage, StandingAnswer } from '../../domain/register/answers.ts'
import { QualificationReported, SiteRegistered, SiteVisited, TraceabilityReported } from '../../contract-observations.ts'
import {
  BlueApplied,
  BlueObjected,
  BlueReceiptRecorded,
  SiteCorrected,
  SiteFactVoided,
  SiteHeld,
  SiteHoldLifted,
} from '../../domain/register/site-words.ts'
import type { SiteCommand } from '../../domain/register/site-words.ts'
import { Seen } from '../../domain/register/register-words.ts'
import { precisionOf } from '../../domain/register/precision.ts'
import { siteAggregate } from '../aggregates.ts'
import { siteFacts } from './site-facts.ts'
import type { SitesDoors } from './place-of-site.ts'
import { dated, filterOf, filtered, pageOf, paged, questionOf, sorted } from '../questions.ts'
import { findCarrier } from './store-observations.ts'
import { readSitePage } from './read-site-page.ts'
import { readSiteList, readSiteMap } from './read-sites.ts'
import { answerOf, readStanding } from '../status/standings.ts'

const params = record({ site: SiteId })
export interface Asked {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}

export const siteRoutes = (doors: SitesDoors): readonly Route[] => [
  ...readingRoutes(doors),
  ...registerRoutes(doors),
  ...observationRoutes(doors),
  ...holdRoutes(doors),
  ...blueRoutes(doors),
]

export interface Told {
  readonly site: string
  readonly command: SiteCommand
}
export function executeOnSite(doors: SitesDoors, asked: Asked, { site, command }: Told): Promise<Outcome<Receipt>> {
  const { door, who, tenant, envelope } = asked
  return door.execute({
    aggregate: siteAggregate,
    subject: site,
    command,
    envelope,
    who,
    context: (tx, _state, moment) => siteFacts({ tx, tenant, doors, moment, territory: who.territory, roles: who.roles }, site, command),
  })
}

/** A hold or a blue request keeps standing under the record that carries it, though people find it on the page of the one that stays. */
async function executeWhereItStands(
  doors: SitesDoors,
  asked: Asked,
  { site, named, command }: Told & { readonly named: string },
): Promise<Outcome<Receipt>> {
  const carrier = await asked.door.read((tx) => findCarrier(tx, asked.tenant, { site, named }))
  return executeOnSite(doors, asked, { site: carrier, command })
}

function readingRoutes(doors: SitesDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/sites',
      allow: can('sites.read'),
      summary: 'Sites with their standing on a day, filtered, sorted, paged',
      query: record({ ...dated, ...filtered, ...sorted, ...paged }),
      answer: SiteList,
      read: async ({ tx, tenant, who, query, now }) =>
        accepted(
          await readSiteList(
            tx,
            { tenant, doors },
            {
              question: questionOf(query, now),
              precision: precisionOf(who.capabilities),
              filter: filterOf(onlyFilters(query)),
              sort: query.sort ?? 'name',
              page: pageOf(query),
            },
          ),
        ),
    }),
    readRoute({
      path: '/api/sites/map',
      allow: can('sites.read'),
      summary: 'Every site that has a position, one short record each, for a map',
      query: record({ ...dated, ...filtered }),
      answer: SiteMap,
      read: async ({ tx, tenant, who, query, now }) =>
        accepted(
          await readSiteMap(
            tx,
            { tenant, doors },
            { question: questionOf(query, now), precision: precisionOf(who.capabilities), filter: filterOf(onlyFilters(query)) },
          ),
        ),
    }),
    readRoute({
      path: '/api/sites/:site',
      allow: can('sites.read'),
      summary: 'One site: standing, bands of its status, visits, reports, orders, holds',
      params,
      query: record(dated),
      answer: SitePage,
      read: ({ tx, tenant, who, params: { site }, query, now }) =>
        readSitePage(tx, { tenant, doors }, { site, question: questionOf(query, now), precision: precisionOf(who.capabilities) }),
    }),
    readRoute({
      path: '/api/sites/:site/standing',
      allow: can('sites.read'),
      summary: 'The status of a site as of a day and as known at an instant, with what it allows and under which rulebook',
      params,
      query: record(dated),
      answer: StandingAnswer,
      read: async ({ tx, tenant, params: { site }, query, now }) =>
        accepted(answerOf(await readStanding(tx, tenant, { site, ...questionOf(query, now) }))),
    }),
  ]
}

type OnlyFilters = Parameters<typeof filterOf>[0]
const onlyFilters = ({ text: words, colour, basis, mineral, lapsed, held, province, territoire, among }: OnlyFilters): OnlyFilters => ({
  text: words,
  colour,
  basis,
  mineral,
  lapsed,
  held,
  province,
  territoire,
  among,
})

function registerRoutes(doors: SitesDoors): readonly Route[] {
  const allow = can('sites.register')
  return [
    writeRoute({
      path: '/api/sites',
      allow,
      summary: 'A site enters the register under its national key',
      body: SiteRegistered,
      write: ({ data, ...asked }) => executeOnSite(doors, asked, { site: asked.envelope.id, command: { say: 'register', site: data } }),
    }),
    writeRoute({
      path: '/api/sites/:site/corrections',
      allow,
      summary: 'Name, aliases, minerals, position or stated place are corrected, with the reason',
      params,
      body: record({ ...SiteCorrected.shape, seen: Seen }),
      write: ({ data: { seen, ...correction }, params: { site }, ...asked }) =>
        executeOnSite(doors, asked, { site, command: { say: 'correct', correction, seen } }),
    }),
    writeRoute({
      path: '/api/sites/:site/icglr-id',
      allow,
      summary: 'The ICGLR identifier is issued, once and for good',
      params,
      body: record({}),
      write: ({ params: { site }, ...asked }) => executeOnSite(doors, asked, { site, command: { say: 'issue-icglr-id' } }),
    }),
    writeRoute({
      path: '/api/sites/:site/voided-facts',
      allow,
      summary: 'A visit or a report no longer counts, with the reason; it stays readable',
      params,
      body: SiteFactVoided,
      write: ({ data, params: { site }, ...asked }) => executeOnSite(doors, asked, { site, command: { say: 'void-fact', ...data } }),
    }),
  ]
}

function observationRoutes(doors: SitesDoors): readonly Route[] {
  return [
    writeRoute({
      path: '/api/sites/:site/visits',
      allow: can('sites.inspect'),
      summary: 'Somebody went to the site, or tried to: always kept',
      params,
      body: SiteVisited,
      write: ({ data, params: { site }, ...asked }) => executeOnSite(doors, asked, { site, command: { say: 'record-visit', visit: data } }),
    }),
    writeRoute({
      path: '/api/sites/:site/reported-qualifications',
      allow: can('sites.register'),
      summary: 'A third party wrote down a colour: kept, and opens no right',
      params,
      body: QualificationReported,
      write: ({ data, params: { site }, ...asked }) =>
        executeOnSite(doors, asked, { site, command: { say: 'record-qualification', qualification: data } }),
    }),
    writeRoute({
      path: '/api/sites/:site/reported-traceability',
      allow: can('sites.register'),
      summary: 'A third party wrote down that a scheme covers the site',
      params,
      body: TraceabilityReported,
      write: ({ data, params: { site }, ...asked }) =>
        executeOnSite(doors, asked, { site, command: { say: 'record-traceability', traceability: data } }),
    }),
  ]
}

function holdRoutes(doors: SitesDoors): readonly Route[] {
  return [
    writeRoute({
      path: '/api/sites/:site/holds',
      allow: can('sites.hold'),
      summary: 'Scheme, committee or service stops the site, whatever its colour',
      params,
      body: record({ reason: text(), from: SiteHeld.shape.from }),
      write: ({ data, params: { site }, ...asked }) => executeOnSite(doors, asked, { site, command: { say: 'hold', ...data } }),
    }),
    writeRoute({
      path: '/api/sites/:site/lifted-holds',
      allow: can('sites.hold'),
      summary: 'A hold ends, with the reason: by the body that laid it, or the ministry',
      params,
      body: SiteHoldLifted,
      write: ({ data, params: { site }, ...asked }) =>
        executeWhereItStands(doors, asked, { site, named: data.hold, command: { say: 'lift-hold', ...data } }),
    }),
  ]
}

function blueRoutes(doors: SitesDoors): readonly Route[] {
  const { exporter, riskAssessment } = BlueApplied.shape
  return [
    writeRoute({
      path: '/api/sites/:site/blue-applications',
      allow: can('sites.blue-apply'),
      summary: 'An exporter asks for a blue status with its risk assessment',
      params,
      body: record({ exporter, riskAssessment }),
      write: ({ data, params: { site }, ...asked }) => executeOnSite(doors, asked, { site, command: { say: 'blue-apply', ...data } }),
    }),
    writeRoute({
      path: '/api/sites/:site/blue-receipts',
      allow: can('sites.blue-receive'),
      summary: 'An authority records the day on which it received the request',
      params,
      body: BlueReceiptRecorded,
      write: ({ data, params: { site }, ...asked }) =>
        executeWhereItStands(doors, asked, { site, named: data.application, command: { say: 'blue-receipt', ...data } }),
    }),
    writeRoute({
      path: '/api/sites/:site/blue-objections',
      allow: can('sites.blue-object'),
      summary: 'A mining service or a committee objects on a red or yellow criterion',
      params,
      body: record({ ...BlueObjected.shape, by: maybe(BlueObjected.shape.by), narrative: maybe(text(2000)) }),
      write: ({ data, params: { site }, ...asked }) =>
        executeWhereItStands(doors, asked, { site, named: data.application, command: { say: 'blue-object', ...data } }),
    }),
  ]
}
