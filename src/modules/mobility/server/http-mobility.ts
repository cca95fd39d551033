/*
Flow monitoring over HTTP. Who counts sends what passed, who keeps points opens, suspends and closes them, who reads gets sums. Group rows leave as a file for who keeps points, and
nobody else.
*/
import { accepted, refused } from '../../../kernel/outcome.ts'
import { calendarDate, maybe, record } from '../../../kernel/schema.ts'
import { todayIn, zoneOfPlace } from '../../../kernel/zones.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Door, type Route, can, canOneOf } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../platform/log/receipt.ts'
import { covers } from '../../people/contract.ts'
import { SiteId } from '../../sites/contract.ts'
import * as words from '../contract.ts'
import { type CountCommand, type CountContext, type CountEvent, type MaybeCount, countDecider, countKinds } from '../domain/count.ts'
import { type MaybePoint, type PointCommand, type PointContext, type PointEvent, pointDecider, pointKinds } from '../domain/point.ts'
import { fitOf } from '../domain/sums.ts'
import { hashOf } from './hash-of.ts'
import { exportRoute } from './http-export.ts'
import { workersRoutes } from './http-workers.ts'
import { type MobilityDoors, areaNames, knownPoint, knownPoints, lineOf, placeOf } from './known-points.ts'
import { readAxis, readFlows, readPoint } from './read-flows.ts'
import { readingOf } from './stretch.ts'
import { isCodeTaken } from './store-mobility.ts'
import { insertRows } from './store-rows.ts'

export const pointAggregate: Aggregate<MaybePoint, PointCommand, PointEvent, PointContext> = {
  ...{ name: 'flow-point', decider: pointDecider, kinds: pointKinds },
}
export const countAggregate: Aggregate<MaybeCount, CountCommand, CountEvent, CountContext> = {
  ...{ name: 'flow-count', decider: countDecider, kinds: countKinds },
}
const read = can('mobility.read')
const keep = can('mobility.keep')
const counting = can('mobility.count')
const pointParams = record({ point: words.FlowPointId })
const stretch = record({ from: maybe(calendarDate()), until: maybe(calendarDate()) })

export const mobilityRoutes = (doors: MobilityDoors): readonly Route[] => [
  ...reads(doors),
  ...pointWrites(doors),
  ...countWrites(doors),
  exportRoute(),
  ...workersRoutes(doors),
]

const reads = (doors: MobilityDoors): readonly Route[] => [
  readRoute({
    ...{ path: '/api/flow-points', allow: canOneOf('mobility.read', 'mobility.count'), query: record({}), answer: words.Points },
    summary: 'Flow monitoring points with their state, for who counts and who reads',
    read: async ({ tx, tenant, who, now }) => {
      const nameOf = await areaNames(tx, doors, tenant)
      const points = (await knownPoints(tx, tenant)).map((one) => lineOf(one, nameOf, todayIn(zoneOfPlace(one.point.opened.area), now)))
      return accepted({ points, counts: who.capabilities.has('mobility.count'), keeps: who.capabilities.has('mobility.keep') })
    },
  }),
  readRoute({
    ...{ path: '/api/flows', allow: read, query: stretch, answer: words.Flows },
    summary:
      'What passed by point in a stretch of days: sums, shares and the alert of a rush, cut by the least cell; days without a count are not zero',
    read: async (asked) => {
      const reading = readingOf(asked)
      return reading.ok ? accepted(await readFlows(asked.tx, doors, reading.value)) : reading
    },
  }),
  readRoute({
    ...{ path: '/api/flow-points/:point/flows', allow: read, params: pointParams, query: stretch, answer: words.PointDetail },
    summary: 'One point day by day, its sendings, and the groups whose parts do not add up',
    read: async (asked) => {
      const reading = readingOf(asked)
      if (!reading.ok) return reading
      const found = await readPoint(asked.tx, doors, { ...reading.value, id: asked.params.point })
      return found === null ? refused('unknown-flow-point') : accepted(found)
    },
  }),
  readRoute({
    ...{ path: '/api/flow-axes/:site', allow: read, params: record({ site: SiteId }), query: stretch, answer: words.AxisFlow },
    summary:
      'What passes on the axis of a site: its points, shares, the way in and out, origins and the alert of a rush; empty where no point stands there',
    read: async (asked) => {
      const reading = readingOf(asked)
      return reading.ok ? accepted(await readAxis(asked.tx, doors, { ...reading.value, site: asked.params.site })) : reading
    },
  }),
]

interface Sent {
  readonly door: Pick<Door, 'execute'>
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
const runPoint = (
  doors: MobilityDoors,
  { door, who, tenant, envelope }: Sent,
  { point, command }: { point: string; command: PointCommand },
) =>
  door.execute({
    ...{ aggregate: pointAggregate, subject: point, command, envelope, who },
    context: async (tx, state, { now }) => {
      const area = command.type === 'open' ? command.point.area : (state?.opened.area ?? '')
      const place = await placeOf(tx, doors, { tenant, area })
      const site = command.type === 'open' ? command.point.site : undefined
      return {
        ...{ now, today: todayIn(zoneOfPlace(area), now), organisation: who.organisation },
        isCodeFree: command.type !== 'open' || !(await isCodeTaken(tx, tenant, command.point.code)),
        isPlaceKnown: place !== null && (site === undefined || (await doors.sites.briefs(tx, [site], tenant)).length === 1),
        isNear: covers(who.territory, place ?? { province: null, territoire: null }),
      }
    },
  })
const pointWrites = (doors: MobilityDoors): readonly Route[] => [
  writeRoute({
    ...{ path: '/api/flow-points', allow: keep, body: words.OpenPoint },
    summary: 'Opens a flow monitoring point: code, name, kind, area, and the site whose axis it stands on',
    write: (sent) => runPoint(doors, sent, { point: sent.envelope.id, command: { type: 'open', point: sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/flow-points/:point/suspensions', allow: keep, params: pointParams, body: words.SuspendPoint },
    summary: 'Says that nobody counts there from a day on, and why; those days are not zero',
    write: (sent) => runPoint(doors, sent, { point: sent.params.point, command: { type: 'suspend', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/flow-points/:point/resumptions', allow: keep, params: pointParams, body: words.ResumePoint },
    summary: 'Says from which day on it counts again',
    write: (sent) => runPoint(doors, sent, { point: sent.params.point, command: { type: 'resume', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/flow-points/:point/closings', allow: keep, params: pointParams, body: words.ClosePoint },
    summary: 'Closes a point for good; what was counted there stays',
    write: (sent) => runPoint(doors, sent, { point: sent.params.point, command: { type: 'close', ...sent.data } }),
  }),
]

const runCount = (
  doors: MobilityDoors,
  { door, who, tenant, envelope }: Sent,
  { count, command }: { count: string; command: CountCommand },
) =>
  door.execute({
    ...{ aggregate: countAggregate, subject: count, command, envelope, who },
    context: async (tx, state, { now }) => {
      const wanted = command.type === 'record' ? command.count.point : state?.recorded.point
      const known = wanted === undefined ? null : await knownPoint(tx, tenant, wanted)
      const area = known?.point.opened.area ?? ''
      const place = command.type === 'withdraw' && known ? await placeOf(tx, doors, { tenant, area }) : null
      return {
        ...{ now, today: todayIn(zoneOfPlace(area), now), organisation: who.organisation, isPointKnown: known !== null },
        isNear: covers(who.territory, place ?? { province: null, territoire: null }),
      }
    },
    beside: async (tx) => {
      if (command.type === 'withdraw') return
      const { point, day, groups } = command.count
      const rows = groups.map((group, at) => ({
        ...{ point, day, key: `${count}-${at + 1}`, countId: count, isMisfit: fitOf(group) === 'misfit', content: group },
      }))
      await insertRows(tx, tenant, rows)
    },
  })
const countWrites = (doors: MobilityDoors): readonly Route[] => [
  writeRoute({
    ...{ path: '/api/flow-counts', allow: counting, body: words.RecordCount },
    summary:
      'What one telephone counted at a point on a day, group by group; always taken, also when parts do not add up, and also later than other sendings',
    write: (sent) => {
      const command = { type: 'record' as const, count: sent.data, sha256: hashOf(sent.data.groups) }
      return runCount(doors, sent, { count: sent.envelope.id, command })
    },
  }),
  writeRoute({
    ...{
      path: '/api/flow-counts/:count/withdrawals',
      allow: keep,
      params: record({ count: words.FlowCountId }),
      body: words.WithdrawCount,
    },
    summary: 'Takes a sending out of all sums, with the reason; it stays to be seen',
    write: (sent) => runCount(doors, sent, { count: sent.params.count, command: { type: 'withdraw', ...sent.data } }),
  }),
]
