/* Roads, roadblocks and surveys over HTTP: one answer by tier, and what may be said of each. What somebody may not see does not exist. */
import { addMonths, todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import type { SitesDoor } from '../../../sites/contract.ts'
import { RoadId, RoadblockId } from '../../contract-ids.ts'
import {
  LiftRoadblock,
  RoadFacts,
  RoadblockFacts,
  RoadsAnswer,
  RoadsQuery,
  SeeRoadblock,
  SurveyFacts,
  SurveyId,
  WithdrawSurvey,
} from '../../contract-roads.ts'
import { type RoadCommand, type RoadContext, type RoadEvent, type RoadState, roadDecider, roadKinds } from '../../domain/roads/road.ts'
import {
  type Roadblock,
  type RoadblockCommand,
  type RoadblockContext,
  type RoadblockEvent,
  roadblockDecider,
  roadblockKinds,
} from '../../domain/roads/roadblock.ts'
import {
  type SurveyCommand,
  type SurveyContext,
  type SurveyEvent,
  type SurveyState,
  surveyDecider,
  surveyKinds,
} from '../../domain/roads/survey.ts'
import { sees, tierOf } from '../../domain/tiers/tiers.ts'
import { type RoadHouse, readRoads } from './read-roads.ts'
import { listActs } from './store-roads.ts'

export const roadAggregate: Aggregate<RoadState, RoadCommand, RoadEvent, RoadContext> = {
  name: 'road',
  decider: roadDecider,
  kinds: roadKinds,
}
export const roadblockAggregate: Aggregate<Roadblock, RoadblockCommand, RoadblockEvent, RoadblockContext> = {
  ...{ name: 'roadblock', decider: roadblockDecider, kinds: roadblockKinds },
}
export const surveyAggregate: Aggregate<SurveyState, SurveyCommand, SurveyEvent, SurveyContext> = {
  ...{ name: 'roadblock-survey', decider: surveyDecider, kinds: surveyKinds },
}
export type RoadDoors = RoadHouse & { readonly sites: SitesDoor<Tx> }
/** Without days asked for, as the events do it (D). */
const SHOWN_MONTHS = 12

export const roadRoutes = (doors: RoadDoors): readonly Route[] => [
  listRoute(doors),
  ...roadWrites(doors),
  ...roadblockWrites(),
  ...surveyWrites(doors),
]

const listRoute = (doors: RoadDoors): Route =>
  readRoute({
    path: '/api/conflict/roads',
    summary: 'Roads, roadblocks and surveys of roadblocks: by place for who is cleared, by territoire and class of operator for committees',
    allow: can('conflict.read'),
    query: RoadsQuery,
    answer: RoadsAnswer,
    read: async ({ tx, tenant, who, query, now }) => {
      const until = query.until ?? todayAt(now)
      const from = query.from ?? addMonths(until, -SHOWN_MONTHS)
      if (from > until) return refused('days-the-wrong-way-round')
      const may = { propose: who.capabilities.has('conflict.propose'), map: who.capabilities.has('conflict.map') }
      return accepted(await readRoads(tx, doors, { tenant, tier: tierOf(who.capabilities), account: who.account, from, until, now, may }))
    },
  })

interface Sent {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
const actOf = (who: Who, today: string) => ({ on: today, by: who.account, body: who.organisation })

function roadWrites({ sites }: RoadDoors): readonly Route[] {
  const run = ({ door, who, tenant, envelope }: Sent, road: string, command: RoadCommand) =>
    door.execute({
      ...{ aggregate: roadAggregate, subject: road, command, envelope, who },
      context: async (tx, _state, { today }) => {
        const named = [...new Set(command.facts.links.flatMap((link) => link.site ?? []))]
        const found = named.length === 0 ? [] : await sites.briefs(tx, named, tenant)
        return { act: actOf(who, today), sitesKnown: found.length === named.length }
      },
    })
  return [
    writeRoute({
      path: '/api/conflict/roads',
      allow: can('conflict.map'),
      summary: 'A road is described: its places, what it ties together, whether armed actors interfere on it, as of a day',
      body: RoadFacts,
      write: (sent) => run(sent, sent.envelope.id, { type: 'describe', facts: sent.data, again: false }),
    }),
    writeRoute({
      path: '/api/conflict/roads/:road/versions',
      allow: can('conflict.map'),
      summary: 'A road is described again; the earlier description stays',
      params: record({ road: RoadId }),
      body: RoadFacts,
      write: (sent) => run(sent, sent.params.road, { type: 'describe', facts: sent.data, again: true }),
    }),
  ]
}

function roadblockWrites(): readonly Route[] {
  const run = ({ door, who, tenant, envelope }: Sent, roadblock: string, command: RoadblockCommand) =>
    door.execute({
      ...{ aggregate: roadblockAggregate, subject: roadblock, command, envelope, who },
      context: async (tx, state, { today }) => ({
        act: actOf(who, today),
        roadKnown:
          command.type !== 'propose' ||
          command.facts.road === null ||
          (await listActs(tx, tenant, 'conflict_road')).some((one) => one.id === command.facts.road),
        isSeen: sees(tierOf(who.capabilities), 'cleared') || state.proposed?.by === who.account,
      }),
    })
  const params = record({ roadblock: RoadblockId })
  return [
    writeRoute({
      path: '/api/conflict/roadblocks',
      allow: can('conflict.propose'),
      summary: 'A roadblock is proposed: where it stands, who holds it, what is taken there, since when, by which source',
      body: RoadblockFacts,
      write: (sent) => run(sent, sent.envelope.id, { type: 'propose', facts: sent.data }),
    }),
    writeRoute({
      path: '/api/conflict/roadblocks/:roadblock/confirmations',
      allow: can('conflict.map'),
      summary: 'A proposed roadblock is confirmed by another person than who proposed it',
      params,
      body: record({}),
      write: (sent) => run(sent, sent.params.roadblock, { type: 'confirm' }),
    }),
    writeRoute({
      path: '/api/conflict/roadblocks/:roadblock/sightings',
      allow: can('conflict.propose'),
      summary: 'A roadblock was seen again on a day; one that was lifted is proposed again',
      params,
      body: SeeRoadblock,
      write: (sent) => run(sent, sent.params.roadblock, { type: 'see', ...sent.data }),
    }),
    writeRoute({
      path: '/api/conflict/roadblocks/:roadblock/liftings',
      allow: can('conflict.map'),
      summary: 'A roadblock is no longer there since a day',
      params,
      body: LiftRoadblock,
      write: (sent) => run(sent, sent.params.roadblock, { type: 'lift', ...sent.data }),
    }),
  ]
}

function surveyWrites({ places }: RoadDoors): readonly Route[] {
  const run = ({ door, who, tenant, envelope }: Sent, survey: string, command: SurveyCommand) =>
    door.execute({
      ...{ aggregate: surveyAggregate, subject: survey, command, envelope, who },
      context: async (tx, _state, { today }) => {
        const known = command.type === 'withdraw' ? [] : await places.listAreas(tx, 'territoire', tenant)
        const areasKnown = command.type === 'withdraw' || command.facts.areas.every((area) => known.some((one) => one.code === area))
        return { act: actOf(who, today), areasKnown }
      },
    })
  return [
    writeRoute({
      path: '/api/conflict/roadblock-surveys',
      allow: can('conflict.map'),
      summary: 'Somebody declares which territoires were looked at for roadblocks, on which days',
      body: SurveyFacts,
      write: (sent) => run(sent, sent.envelope.id, { type: 'declare', facts: sent.data }),
    }),
    writeRoute({
      path: '/api/conflict/roadblock-surveys/:survey/withdrawals',
      allow: can('conflict.map'),
      summary: 'A survey that was declared by mistake covers nothing any more',
      params: record({ survey: SurveyId }),
      body: WithdrawSurvey,
      write: (sent) => run(sent, sent.params.survey, { type: 'withdraw', ...sent.data }),
    }),
  ]
}
