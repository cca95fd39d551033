/* What the directory is handed of other modules, and how its rows become answers: names of areas and bodies, freshness, occupied beds. */
import { daysBetween } from '../../../../kernel/calendar.ts'
import { calendarDate, listOf, mustParse, oneOf, orNull, record, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { OrganisationId, type PeopleDoor, covers } from '../../../people/contract.ts'
import type { Area, PlacesDoor } from '../../../places/contract.ts'
import {
  type OccupiedBeds,
  Room,
  ServicePointFacts,
  ServicePointId,
  type ServicePointLine,
  ShelterFacts,
  ShelterId,
  type ShelterLine,
} from '../../contract-directory.ts'
import { type FreshnessRule, freshnessOf } from '../../domain/referral/service-point.ts'
import { alertOf } from '../../domain/shelter/occupancy.ts'
import type { OccupancyRules } from '../../domain/shelter/occupancy.ts'
import type { RulesDoor } from '../rules/rules-door.ts'
import type { PointRow, ShelterRow } from './store-directory.ts'

export interface DirectoryDoors {
  readonly people: PeopleDoor<Tx>
  readonly places: Pick<PlacesDoor<Tx>, 'listAreas'>
  readonly occupied: OccupiedBeds<Tx>
  readonly rules: RulesDoor
}
export const PointHistory = listOf(
  record({ what: oneOf('listed', 'described', 'verified', 'closed', 'place-sealed'), on: calendarDate(), body: orNull(text(60)) }),
)
export const Arrangements = listOf(record({ from: calendarDate(), rooms: listOf(Room, 200) }))

export interface Names {
  readonly areas: ReadonlyMap<string, Area>
  readonly body: (organisation: string | null) => string | null
}
export async function namesFor(
  tx: Tx,
  doors: DirectoryDoors,
  { tenant, bodies }: { readonly tenant: string; readonly bodies: readonly (string | null)[] },
): Promise<Names> {
  const areas = [...(await doors.places.listAreas(tx, 'province', tenant)), ...(await doors.places.listAreas(tx, 'territoire', tenant))]
  const wanted = [...new Set(bodies.flatMap((one) => (one === null ? [] : [one])))].map((one) => mustParse(OrganisationId, one))
  const named = new Map((await doors.people.organisations(tx, wanted, tenant)).map((one): [string, string] => [one.id, one.name]))
  return { areas: new Map(areas.map((one) => [one.code, one])), body: (one) => (one === null ? null : (named.get(one) ?? null)) }
}

export interface ReadOn {
  readonly today: string
  readonly rule: FreshnessRule
}
export function pointLine(row: PointRow, names: Names, { today, rule }: ReadOn): ServicePointLine {
  const facts = mustParse(ServicePointFacts, row.facts)
  return {
    ...{
      id: mustParse(ServicePointId, row.id),
      facts,
      areaName: names.areas.get(facts.area)?.name ?? facts.area,
      freePlaces: row.freePlaces,
    },
    ...{ verifiedOn: row.verifiedOn, verifiedBy: names.body(row.verifiedBy), freshness: freshnessOf(row.verifiedOn, today, rule) },
    hiddenInDays: row.verifiedOn === null ? -1 : rule.hiddenAfterDays - daysBetween(row.verifiedOn, today),
  }
}
export const keepsAll = (who: Pick<Who, 'capabilities'>): boolean =>
  who.capabilities.has('cases.work') || who.capabilities.has('cases.supervise')
export const mayKeep = (who: Who, { area, province, facts }: PointRow): boolean =>
  who.capabilities.has('cases.directory') &&
  covers(who.territory, { province, territoire: area }) &&
  (keepsAll(who) || (who.organisation !== null && mustParse(ServicePointFacts, facts).organisation === who.organisation))

/** The rooms that stand on a day: the newest arrangement that has begun. */
export const roomsOn = (row: Pick<ShelterRow, 'arrangements'>, day: string): readonly Room[] =>
  mustParse(Arrangements, row.arrangements)
    .filter((one) => one.from <= day)
    .reduce<{ readonly from: string; readonly rooms: readonly Room[] }>((newest, one) => (one.from >= newest.from ? one : newest), {
      from: '',
      rooms: [],
    }).rooms

/** Beds that stood, night by night, while the house was open. */
export function bedNights(
  { arrangements, closedOn }: Pick<ShelterRow, 'arrangements' | 'closedOn'>,
  { from, until }: { readonly from: string; readonly until: string },
): number {
  const arranged = mustParse(Arrangements, arrangements).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const last = closedOn !== null && closedOn < until ? closedOn : until
  return arranged.reduce((sum, { from: begins, rooms }, at) => {
    const next = arranged[at + 1]?.from ?? last
    const [first, end] = [begins > from ? begins : from, next < last ? next : last]
    const beds = rooms.reduce((all, room) => all + room.beds, 0)
    return sum + beds * Math.max(0, first < end ? daysBetween(first, end) : 0)
  }, 0)
}

interface AskedOfShelters {
  readonly tenant: string
  readonly who: Pick<Who, 'organisation'>
  readonly on: string
  readonly rows: readonly ShelterRow[]
  readonly rules: OccupancyRules
}
/** Another body's house is a coded name, a province and its free places: rooms and rules stay with who keeps it. */
export async function shelterLines(
  tx: Tx,
  doors: DirectoryDoors,
  { tenant, who, on, rows, rules }: AskedOfShelters,
): Promise<readonly ShelterLine[]> {
  const ids = rows.map((row) => mustParse(ShelterId, row.id))
  const names = await namesFor(tx, doors, { tenant, bodies: rows.map((row) => row.organisation) })
  const slept = await doors.occupied(tx, tenant, { shelters: ids, on })
  return rows.map((row, at) => {
    const facts = mustParse(ShelterFacts, row.facts)
    const rooms = roomsOn(row, on)
    const taken = slept.get(row.id)
    const [beds, isOwn] = [rooms.reduce((sum, one) => sum + one.beds, 0), row.organisation === who.organisation]
    const occupied = taken === undefined ? null : [...taken.values()].reduce((sum, one) => sum + one, 0)
    const share = occupied === null || beds === 0 ? null : Math.round((occupied * 10_000) / beds)
    return {
      ...{ id: ids[at] ?? mustParse(ShelterId, row.id), facts: isOwn ? facts : { ...facts, rules: [] }, isOwn },
      ...{ provinceName: names.areas.get(facts.province)?.name ?? facts.province, body: names.body(row.organisation) ?? '—' },
      rooms: isOwn ? rooms.map((one) => ({ ...one, occupied: taken === undefined ? null : (taken.get(one.room) ?? 0) })) : [],
      ...{ beds, occupied, alert: alertOf({ occupied: occupied ?? 0, available: beds, share }, rules), closedOn: row.closedOn },
    }
  })
}
