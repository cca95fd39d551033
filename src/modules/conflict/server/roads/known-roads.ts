/*
Roads, roadblocks and surveys as the other parts of the map read them: folded from their acts, with the place on the ground at which each roadblock stands.
Nothing here is cut for a reader: whoever sends it out does that.
*/
import { foldEvents } from '../../../../kernel/decider.ts'
import { type Position, type Schema, exactly, listOf, mustParse, record, taggedBy } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { RoadId, RoadblockId } from '../../contract-ids.ts'
import { type RoadFacts, type SurveyFacts, SurveyId } from '../../contract-roads.ts'
import { placeAtKm } from '../../domain/roads/ground.ts'
import { RoadDescribed, type RoadState, roadDecider, roadNow } from '../../domain/roads/road.ts'
import {
  type Roadblock,
  RoadblockConfirmed,
  RoadblockLifted,
  RoadblockProposed,
  RoadblockSeen,
  roadblockDecider,
} from '../../domain/roads/roadblock.ts'
import { SurveyDeclared, SurveyWithdrawn, surveyDecider } from '../../domain/roads/survey.ts'
import { listActs } from './store-roads.ts'

const act = <Kind extends string, Payload extends Schema<unknown>>(kind: Kind, payload: Payload) => record({ kind: exactly(kind), payload })
const RoadActs = listOf(act('road.described.v1', RoadDescribed))
const RoadblockActs = listOf(
  taggedBy('kind', [
    act('roadblock.proposed.v1', RoadblockProposed),
    act('roadblock.confirmed.v1', RoadblockConfirmed),
    act('roadblock.seen.v1', RoadblockSeen),
    act('roadblock.lifted.v1', RoadblockLifted),
  ]),
)
const SurveyActs = listOf(
  taggedBy('kind', [act('roadblock-survey.declared.v1', SurveyDeclared), act('roadblock-survey.withdrawn.v1', SurveyWithdrawn)]),
)

export interface KnownRoad {
  readonly id: RoadId
  readonly facts: RoadFacts
  readonly versions: RoadState
}
export interface KnownRoadblock {
  readonly id: RoadblockId
  readonly roadblock: Roadblock
  readonly facts: NonNullable<Roadblock['proposed']>
  /** As given, or the kilometre on the road; `null` where the road is no longer long enough to be drawn. */
  readonly at: Position | null
}
export interface KnownSurvey {
  readonly id: SurveyId
  readonly facts: SurveyFacts
  readonly declaredOn: string
}
export interface KnownRoads {
  readonly roads: readonly KnownRoad[]
  readonly roadblocks: readonly KnownRoadblock[]
  readonly surveys: readonly KnownSurvey[]
}
/** Reads all of a tenant: three statements. */
export async function knownRoads(tx: Tx, tenant: string): Promise<KnownRoads> {
  const roads = (await listActs(tx, tenant, 'conflict_road')).flatMap(({ id, acts }): KnownRoad[] => {
    const versions = foldEvents(roadDecider, mustParse(RoadActs, acts))
    const facts = roadNow(versions)
    return facts === null ? [] : [{ id: mustParse(RoadId, id), facts, versions }]
  })
  const lines = new Map(roads.map(({ id, facts }) => [id, facts.waypoints.map((one) => one.at)]))
  const roadblocks = (await listActs(tx, tenant, 'conflict_roadblock')).flatMap(({ id, acts }): KnownRoadblock[] => {
    const roadblock = foldEvents(roadblockDecider, mustParse(RoadblockActs, acts))
    const facts = roadblock.proposed
    if (facts === null) return []
    const line = facts.road === null ? undefined : lines.get(facts.road)
    const at = facts.at ?? (line && facts.km !== null ? placeAtKm(line, facts.km) : null)
    return [{ id: mustParse(RoadblockId, id), roadblock, facts, at }]
  })
  const surveys = (await listActs(tx, tenant, 'conflict_roadblock_survey')).flatMap(({ id, acts }): KnownSurvey[] => {
    const { declared, isWithdrawn } = foldEvents(surveyDecider, mustParse(SurveyActs, acts))
    if (declared === null || isWithdrawn) return []
    const { on, by: _by, body: _body, ...facts } = declared
    return [{ id: mustParse(SurveyId, id), facts, declaredOn: on }]
  })
  return { roads, roadblocks, surveys }
}
