/*
Roads and roadblocks for a screen, cut by the reader's tier before they leave: the cleared get places and operators, a committee the classes of operator by
territoire, and everybody besides what they proposed themselves.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PlacesDoor } from '../../../places/contract.ts'
import {
  type RoadblockLine,
  type RoadLine,
  type RoadsAnswer,
  RESTRICTED,
  type SurveyLine,
  type TerritoireRoads,
} from '../../contract-roads.ts'
import { lineMetres } from '../../domain/roads/ground.ts'
import { firstSeenOf, lastSeenOf, standingIn, stateOf } from '../../domain/roads/roadblock.ts'
import { lookedAt } from '../../domain/roads/survey.ts'
import { type Tier, sees } from '../../domain/tiers/tiers.ts'
import { type KnownRoad, type KnownRoadblock, type KnownRoads, type KnownSurvey, knownRoads } from './known-roads.ts'

/** Names of actors of the register; until one is handed in, actors are told by what was written. */
export type ActorNames = (tx: Tx, tenant: string, actors: readonly string[]) => Promise<ReadonlyMap<string, string>>
export interface RoadHouse {
  readonly places: PlacesDoor<Tx>
  readonly actorNames: ActorNames
}
export interface RoadsAsked {
  readonly tenant: string
  readonly tier: Tier
  readonly account: string
  readonly from: string
  readonly until: string
  readonly now: string
  readonly may: RoadsAnswer['may']
}

export async function readRoads(tx: Tx, house: RoadHouse, asked: RoadsAsked): Promise<RoadsAnswer> {
  const { tenant, tier, account, from, until, now, may } = asked
  const known = await knownRoads(tx, tenant)
  const isCleared = sees(tier, 'cleared')
  const areas = await house.places.listAreas(tx, 'territoire', tenant)
  const areaNames = new Map(areas.map((one) => [one.code, one.name]))
  const lines = await roadblockLines(tx, house, { known, days: { from, until }, tenant, account })
  const placed = lines.map((line) => ({ ...line, territoireName: areaNames.get(line.territoire ?? '') ?? null }))
  return {
    ...{ from, until, now, may },
    roads: isCleared ? known.roads.map(roadLine) : [],
    roadblocks: placed.filter((one) => isCleared || one.own),
    surveys: isCleared ? known.surveys.map((one) => surveyLine(one, areaNames)) : [],
    territoires: sees(tier, 'committee')
      ? areas.map(({ code, name }) =>
          territoireOf({ area: code, name }, { roadblocks: placed, surveys: known.surveys, days: { from, until } }),
        )
      : [],
    withheld: isCleared ? [] : [RESTRICTED],
  }
}

interface LinesAsked {
  readonly known: KnownRoads
  readonly days: { readonly from: string; readonly until: string }
  readonly tenant: string
  readonly account: string
}
/** Every roadblock with its place, its freshness in these days and the names of who holds it. */
export async function roadblockLines(
  tx: Tx,
  { places, actorNames }: RoadHouse,
  { known, days, tenant, account }: LinesAsked,
): Promise<readonly RoadblockLine[]> {
  const roads = new Map(known.roads.map((one) => [one.id, one.facts.name]))
  const actors = known.roadblocks.flatMap(({ facts }) => facts.operators.flatMap((one) => one.actor ?? []))
  const names = await actorNames(tx, tenant, [...new Set(actors)])
  const lines: RoadblockLine[] = []
  for (const one of known.roadblocks) {
    const territoire = one.at === null ? null : (await places.locate(tx, one.at, tenant)).territoire
    lines.push({
      ...lineOf(one, { names, days }),
      roadName: one.facts.road === null ? null : (roads.get(one.facts.road) ?? null),
      ...{ territoire: territoire?.code ?? null, territoireName: territoire?.name ?? null, own: one.facts.by === account },
    })
  }
  return lines
}
interface Naming {
  readonly names: ReadonlyMap<string, string>
  readonly days: { readonly from: string; readonly until: string }
}
function lineOf({ id, roadblock, facts, at }: KnownRoadblock, { names, days }: Naming) {
  const { on: _on, by: _by, body: _body, ...told } = facts
  const state = stateOf(roadblock)
  return {
    ...told,
    ...{
      id,
      at,
      state,
      freshness: standingIn(roadblock, { from: days.until, until: days.until }) === 'stale' ? ('stale' as const) : ('seen' as const),
    },
    ...{ firstSeen: firstSeenOf(roadblock), lastSeen: lastSeenOf(roadblock) },
    operators: facts.operators.map((one) => ({ ...one, name: one.actor === null ? one.written : (names.get(one.actor) ?? one.written) })),
    seen: [{ on: facts.lastSeen, source: facts.source }, ...roadblock.seen.map(({ seenOn, source }) => ({ on: seenOn, source }))],
    liftedOn:
      state === 'lifted'
        ? (roadblock.lifted
            .map((one) => one.liftedOn)
            .toSorted()
            .at(-1) ?? null)
        : null,
  }
}
const roadLine = ({ id, facts, versions }: KnownRoad): RoadLine => ({
  ...{ name: facts.name, waypoints: facts.waypoints, links: facts.links, armed: facts.armed, source: facts.source, asOf: facts.asOf },
  id,
  kilometres: Math.round(lineMetres(facts.waypoints.map((one) => one.at)) / 100) / 10,
  versions: versions.map((one) => one.asOf).toSorted(),
})
const surveyLine = ({ id, facts, declaredOn }: KnownSurvey, names: ReadonlyMap<string, string>): SurveyLine => ({
  ...facts,
  ...{ id, declaredOn, areaNames: facts.areas.map((area) => names.get(area) ?? area) },
})

interface Around {
  readonly roadblocks: readonly RoadblockLine[]
  readonly surveys: readonly KnownSurvey[]
  readonly days: { readonly from: string; readonly until: string }
}
/** Who saw it on the newest day, whichever was entered last. */
export const newestSource = ({ seen, source }: Pick<RoadblockLine, 'seen' | 'source'>): RoadblockLine['source'] =>
  seen.reduce((newest, one) => (one.on >= newest.on ? one : newest), { on: '', source }).source
/** Of what was confirmed, stands and is not stale: classes and what is taxed, each once. */
export function territoireOf(
  { area, name }: { readonly area: string; readonly name: string },
  { roadblocks, surveys, days }: Around,
): TerritoireRoads {
  const own = roadblocks.filter(
    (one) => one.territoire === area && one.state === 'confirmed' && one.freshness === 'seen' && one.firstSeen <= days.until,
  )
  const facts = surveys.map((one) => one.facts)
  return {
    ...{ area, name },
    operators: [...new Set(own.flatMap((one) => one.operators.map((operator) => operator.class)))].toSorted(),
    taxed: [...new Set(own.flatMap((one) => one.taxed))].toSorted(),
    looked: lookedAt(facts, area, days),
    lastLooked:
      facts
        .filter((one) => one.areas.includes(area))
        .map((one) => one.until)
        .toSorted()
        .at(-1) ?? null,
  }
}
