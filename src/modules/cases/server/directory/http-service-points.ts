/*
The directory over HTTP: the list with what is stale first, one point, what is offered for a need, and the acts of who keeps it. What is offered
never asks about consent; a person who refuses everything is offered the same.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { listOf, maybe, mustParse, oneOf, record, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { covers } from '../../../people/contract.ts'
import {
  CloseServicePoint,
  DescribeServicePoint,
  DirectoryAnswer,
  Gender,
  ListServicePoint,
  ServicePointDetail,
  ServicePointId,
  ServiceType,
  SuggestionLine,
  VerifyServicePoint,
} from '../../contract-directory.ts'
import {
  type ListedPoint,
  type ServicePointCommand,
  type ServicePointContext,
  servicePointDecider,
} from '../../domain/directory/listed-point.ts'
import { type ServicePointEvent, servicePointKinds } from '../../domain/directory/service-point-events.ts'
import { suggestions } from '../../domain/referral/service-point.ts'
import { type DirectoryDoors, type Names, PointHistory, keepsAll, mayKeep, namesFor, pointLine } from './doors.ts'
import { type PointRow, findBox, findPoint, listPoints } from './store-directory.ts'

export const servicePointAggregate: Aggregate<ListedPoint | null, ServicePointCommand, ServicePointEvent, ServicePointContext> = {
  ...{ name: 'service-point', decider: servicePointDecider, kinds: servicePointKinds },
}
const READ = can('cases.directory-read')
const KEEP = can('cases.directory')
const params = record({ servicePoint: ServicePointId })

interface Facts {
  readonly tenant: string
  readonly who: Who
  readonly today: string
  /** Of the command, else of the point as it stands. */
  readonly facts: { readonly area: string; readonly organisation: string | null } | null
  readonly mayOpen?: boolean
}
/** What the decision has to know of the world: the area, the body, the territory of who acts. */
export async function pointFacts(tx: Tx, doors: DirectoryDoors, asked: Facts): Promise<ServicePointContext> {
  const { tenant, who, today, facts, mayOpen = false } = asked
  const names = await namesFor(tx, doors, { tenant, bodies: [facts?.organisation ?? null] })
  const found = facts === null ? undefined : names.areas.get(facts.area)
  const isTerritoire = found !== undefined && found.level === 'territoire'
  const province = found?.parent ?? null
  return {
    ...{ today, account: who.account, organisation: who.organisation, mayOpen, keeps: keepsAll(who) ? 'all' : 'own' },
    area: isTerritoire ? { province, isMine: covers(who.territory, { province, territoire: found.code }) } : null,
    isOrganisationKnown: facts === null || facts.organisation === null || names.body(facts.organisation) !== null,
  }
}

export const servicePointRoutes = (doors: DirectoryDoors): readonly Route[] => [...listsOf(doors), pointRoute(doors), ...actsOf(doors)]

const listsOf = (doors: DirectoryDoors): readonly Route[] => [
  readRoute({
    path: '/api/service-points',
    allow: READ,
    summary: 'The directory of services; what was not verified for longest first',
    query: record({
      type: maybe(ServiceType),
      area: maybe(text(12)),
      safe: maybe(oneOf('yes', 'caution', 'no')),
      freshness: maybe(text(10)),
    }),
    answer: DirectoryAnswer,
    read: async ({ tx, tenant, who, query, now }) => {
      const { rows, names } = await directory(tx, doors, tenant)
      const { freshness: rule } = (await doors.rules.at(tx, tenant, now)(who.organisation)).rules
      const points = rows
        .map((row) => pointLine(row, names, { today: todayAt(now), rule }))
        .filter(({ facts, freshness }) => {
          const { type = facts.type, area = facts.area, safe = facts.safeToRefer, freshness: asked = freshness } = query
          return facts.type === type && facts.area === area && facts.safeToRefer === safe && freshness === asked
        })
      const areas = [...names.areas.values()].filter((one) => one.level === 'territoire').map(({ code, name }) => ({ code, name }))
      const rules = { amberAfterDays: rule.amberAfterDays, hiddenAfterDays: rule.hiddenAfterDays, mark: rule.evidence }
      return accepted({ points, areas, rules, may: { keep: who.capabilities.has('cases.directory') } })
    },
  }),
  readRoute({
    path: '/api/service-points/suggestions',
    allow: READ,
    summary: 'What is offered for a need, fewest cautions first; consent is no part of the question',
    query: record({
      ...{ type: ServiceType, area: maybe(text(12)), ageBand: text(20), gender: Gender },
      ...{ languages: maybe(text(120).regex(/^[a-z]{2,3}(,[a-z]{2,3})*$/, 'not-a-language')), needsAccess: maybe(oneOf('yes', 'no')) },
    }),
    answer: record({ suggestions: listOf(SuggestionLine, 200) }),
    read: async ({ tx, tenant, who, query, now }) => {
      const { rows, names } = await directory(tx, doors, tenant)
      const { freshness: rule } = (await doors.rules.at(tx, tenant, now)(who.organisation)).rules
      const today = todayAt(now)
      const lines = new Map(rows.map((row) => [row.id, pointLine(row, names, { today, rule })]))
      const offered = suggestions(
        [...lines.values()].map(({ id, facts, freePlaces, verifiedOn }) => ({
          ...{ id, ...facts, organisation: facts.organisation ?? facts.name, freePlaces, verifiedOn },
        })),
        {
          ...{ type: query.type, area: query.area ?? null, ageBand: query.ageBand, gender: query.gender },
          ...{ languages: query.languages?.split(',') ?? [], needsAccess: query.needsAccess === 'yes' },
        },
        { today, rule },
      )
      return accepted({
        suggestions: offered.slice(0, 200).flatMap(({ point, cautions }) => {
          const line = lines.get(point.id)
          return line ? [{ point: line, cautions: [...cautions] }] : []
        }),
      })
    },
  }),
]
const pointRoute = (doors: DirectoryDoors): Route =>
  readRoute({
    path: '/api/service-points/:servicePoint',
    allow: READ,
    summary: 'One service point with its history',
    params,
    answer: ServicePointDetail,
    read: async ({ tx, tenant, who, params: { servicePoint }, now }) => {
      const row = await findPoint(tx, tenant, servicePoint)
      if (!row) return refused('unknown-service-point')
      const history = mustParse(PointHistory, row.history)
      const names = await namesFor(tx, doors, { tenant, bodies: [row.verifiedBy, ...history.map((one) => one.body)] })
      const { freshness: rule } = (await doors.rules.at(tx, tenant, now)(who.organisation)).rules
      const { closedOn, closedReason } = row
      return accepted({
        ...{ point: pointLine(row, names, { today: todayAt(now), rule }), listedOn: row.listedOn },
        closed: closedOn === null ? null : { on: closedOn, reason: mustParse(CloseServicePoint.shape.reason, closedReason) },
        history: history.map(({ what, on, body }) => ({ what, on, body: names.body(body) ?? '—' })).toReversed(),
        hasPlace: (await findBox(tx, tenant, { thing: 'service-point', id: row.id, reader: who.account })) !== null,
        may: { keep: closedOn === null && mayKeep(who, row) },
      })
    },
  })
async function directory(
  tx: Tx,
  doors: DirectoryDoors,
  tenant: string,
): Promise<{ readonly rows: readonly PointRow[]; readonly names: Names }> {
  const rows = await listPoints(tx, tenant)
  return { rows, names: await namesFor(tx, doors, { tenant, bodies: rows.map((row) => row.verifiedBy) }) }
}

const actsOf = (doors: DirectoryDoors): readonly Route[] => {
  /** As it stands, or as the command says it will be. */
  const context =
    (tenant: string, who: Who, named: Facts['facts'] = null) =>
    (tx: Tx, state: ListedPoint | null, { today }: { readonly today: string }): Promise<ServicePointContext> =>
      pointFacts(tx, doors, { tenant, who, today, facts: named ?? state?.facts ?? null })
  return [
    writeRoute({
      path: '/api/service-points',
      allow: KEEP,
      summary: 'Lists a service point; its identifier is that of the command',
      body: ListServicePoint,
      write: ({ door, who, tenant, data, envelope }) =>
        door.execute({
          ...{ aggregate: servicePointAggregate, subject: envelope.id, envelope, who, command: { type: 'list' as const, ...data } },
          context: context(tenant, who, data.facts),
        }),
    }),
    writeRoute({
      path: '/api/service-points/:servicePoint/descriptions',
      allow: KEEP,
      summary: 'Says anew what a service point is',
      params,
      body: DescribeServicePoint,
      write: ({ door, who, tenant, params: { servicePoint }, data, envelope }) =>
        door.execute({
          ...{ aggregate: servicePointAggregate, subject: servicePoint, envelope, who, command: { type: 'describe' as const, ...data } },
          // Whoever moves a point must keep both the area where it was and where it goes: the second is asked first.
          context: async (tx, state, moment) => {
            const [before, after] = [
              await context(tenant, who)(tx, state, moment),
              await context(tenant, who, data.facts)(tx, state, moment),
            ]
            return state !== null && before.area?.isMine === false ? before : after
          },
        }),
    }),
    writeRoute({
      path: '/api/service-points/:servicePoint/verifications',
      allow: KEEP,
      summary: 'It was asked today, and all of it holds',
      params,
      body: VerifyServicePoint,
      write: ({ door, who, tenant, params: { servicePoint }, data, envelope }) =>
        door.execute({
          ...{ aggregate: servicePointAggregate, subject: servicePoint, envelope, who, command: { type: 'verify' as const, ...data } },
          context: context(tenant, who),
        }),
    }),
    writeRoute({
      path: '/api/service-points/:servicePoint/closings',
      allow: KEEP,
      summary: 'Takes a service point out of the directory',
      params,
      body: CloseServicePoint,
      write: ({ door, who, tenant, params: { servicePoint }, data, envelope }) =>
        door.execute({
          ...{ aggregate: servicePointAggregate, subject: servicePoint, envelope, who, command: { type: 'close' as const, ...data } },
          context: context(tenant, who),
        }),
    }),
  ]
}
