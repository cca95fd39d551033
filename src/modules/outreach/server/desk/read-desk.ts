/*
What a desk counted, cut by the least cell: who sits at a desk is told from five on, everybody else from ten on and rounded down. Parts stand without a total that would give the smallest of
them away; of the questions asked of persons only a number of months is told.
*/
import { type CellRule, shownCount } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import { todayIn, zoneOfPlace } from '../../../../kernel/zones.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type PeopleDoor, type Territory, covers } from '../../../people/contract.ts'
import type { PlacesDoor } from '../../../places/contract.ts'
import { type CentreLine, type DeskCount, type DeskNumbers, type DeskShown, RecordVisit, type Recruiters } from '../../contract-desk.ts'
import { foldEvents } from '../../../../kernel/decider.ts'
import { isTight, toldRule } from '../../domain/told.ts'
import { RecruiterActs, recruiterDecider, standingOf } from '../../domain/desk/recruiter.ts'
import * as store from './store-desk.ts'

export interface DeskDoors {
  readonly places: PlacesDoor<Tx>
  readonly people: PeopleDoor<Tx>
}
export interface DeskReading {
  readonly tenant: string
  readonly now: string
  readonly from: string
  readonly until: string
  readonly receives: boolean
  /** Where the reader works: single visits are for the desks there. */
  readonly territory: Territory
}
const shownBy =
  (rule: CellRule) =>
  (n: number): DeskShown => {
    const shown = shownCount(n, rule)
    return 'shown' in shown ? { is: 'shown', n: shown.shown } : { is: 'few' }
  }
const few: DeskShown = { is: 'few' }
const sizesOf = (values: readonly string[]): readonly number[] =>
  [...Map.groupBy(values, (value) => value).values()].map((one) => one.length)
function counts(values: readonly string[], told: (n: number) => DeskShown): readonly DeskCount[] {
  const found = new Map<string, number>()
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1)
  return [...found].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key, n]) => ({ key, visits: told(n) }))
}

export async function centreLines(
  tx: Tx,
  { places, people }: DeskDoors,
  { tenant, now }: Pick<DeskReading, 'tenant' | 'now'>,
): Promise<readonly CentreLine[]> {
  const areas = [...(await places.listAreas(tx, 'province', tenant)), ...(await places.listAreas(tx, 'territoire', tenant))]
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  const centres = await store.listCentres(tx, tenant)
  const bodies = centres.flatMap(({ organisation }) => (organisation === null ? [] : [asId('organisation', organisation)]))
  const briefs = bodies.length === 0 ? [] : await people.organisations(tx, [...new Set(bodies)], tenant)
  const bodyNames = new Map(briefs.map(({ id, name }) => [String(id), name]))
  return centres.map(({ id, name, area, organisation }) => {
    const zone = zoneOfPlace(area)
    const bodyName = organisation === null ? null : (bodyNames.get(organisation) ?? null)
    return { id: asId('resource-centre', id), name, area, areaName: names.get(area) ?? area, bodyName, zone, today: todayIn(zone, now) }
  })
}

async function centresNear(
  tx: Tx,
  { places }: DeskDoors,
  { tenant, centres, territory }: Pick<DeskReading, 'tenant' | 'territory'> & { readonly centres: readonly CentreLine[] },
): Promise<ReadonlySet<string>> {
  const provinceOf = new Map((await places.listAreas(tx, 'territoire', tenant)).map(({ code, parent }) => [code, parent ?? null]))
  const isNear = ({ area }: CentreLine): boolean => {
    const province = provinceOf.get(area)
    return covers(territory, province === undefined ? { province: area, territoire: null } : { province, territoire: area })
  }
  return new Set(centres.filter(isNear).map(({ id }) => String(id)))
}

export async function readNumbers(tx: Tx, doors: DeskDoors, reading: DeskReading): Promise<DeskNumbers> {
  const { tenant, from, until, receives, territory } = reading
  // Rounded down in both cases: else the parts would tell what was left out of them.
  const rule = toldRule(receives)
  const told = shownBy(rule)
  const centres = await centreLines(tx, doors, reading)
  const visits = await store.listVisits(tx, tenant, { from, until })
  const said = visits.flatMap((row) => (row.content === null ? [] : [mustParse(RecordVisit, row.content)]))
  const marks = said.flatMap(({ satisfaction }) => (satisfaction === null ? [] : [satisfaction]))
  const todayOf = new Map(centres.map(({ id, today }) => [String(id), today]))
  const near = receives ? await centresNear(tx, doors, { tenant, centres, territory }) : new Set<string>()
  const today = visits.filter((row) => near.has(row.centre) && row.day === todayOf.get(row.centre) && row.content !== null)
  const parts = [
    ...[visits.map(({ centre }) => centre), said.map(({ direction }) => direction), said.map(({ sex }) => sex)],
    ...[said.map(({ ageBand }) => ageBand), said.map(({ nationality }) => nationality ?? 'unknown'), said.map(({ service }) => service)],
  ]
  // As many as the kept-back parts can be at most: the total would tell each of them.
  const isKept = parts.some((values) => isTight(visits.length, sizesOf(values), rule))
  return {
    ...{ from, until, centres: [...centres], receives, least: rule.least, floorTo: rule.floorTo },
    visits: isKept ? few : told(visits.length),
    byCentre: centres.map(({ id }) => ({ centre: id, visits: told(visits.filter((row) => row.centre === id).length) })),
    byTopic: [
      ...counts(
        said.flatMap(({ topics }) => topics),
        told,
      ),
    ],
    byDirection: [
      ...counts(
        said.map(({ direction }) => direction),
        told,
      ),
    ],
    bySex: [
      ...counts(
        said.map(({ sex }) => sex),
        told,
      ),
    ],
    byAge: [
      ...counts(
        said.map(({ ageBand }) => ageBand),
        told,
      ),
    ],
    byNationality: [
      ...counts(
        said.map(({ nationality }) => nationality ?? 'unknown'),
        told,
      ),
    ],
    byService: [
      ...counts(
        said.map(({ service }) => service),
        told,
      ),
    ],
    satisfaction: marks.length < rule.least ? null : Math.round((10 * marks.reduce((all, one) => all + one, 0)) / marks.length) / 10,
    quickScreens: told(await store.countQuickScreens(tx, tenant, { from, until })),
    today: today.map(({ id, ticket, day, content }) => {
      const { service, topics } = mustParse(RecordVisit, content)
      return { id: asId('desk-visit', id), ticket, day, service, topics }
    }),
  }
}

export async function readRecruiters(
  tx: Tx,
  { tenant, today, keeps }: { readonly tenant: string; readonly today: string; readonly keeps: boolean },
): Promise<Recruiters> {
  const recruiters = (await store.listRecruiters(tx, tenant)).flatMap(({ id, acts }) => {
    const recruiter = foldEvents(recruiterDecider, mustParse(RecruiterActs, acts))
    return recruiter === null ? [] : [{ id: asId('recruiter', id), ...standingOf(recruiter, today) }]
  })
  return { recruiters, keeps }
}
