/*
What is open for a committee today, item by item with why it is there: worked out from its own record and from what sites, lots that are held, incidents and warnings say
of its area. Incidents that are not public, lots, and warnings come as counts; nothing here can ask about a case.
*/
import type { Tx } from '../../../platform/database/transaction.ts'
import type { OrganisationId } from '../../people/contract.ts'
import type { Area } from '../../places/contract.ts'
import type { CommitteeLevel } from '../contract.ts'
import type { AgendaItem, ItemSource } from '../contract-meetings.ts'
import { isOverdue } from '../domain/action.ts'
import { type Committee, seatsOf } from '../domain/committee.ts'
import { climbOf, escalatedKey, overdueKey } from '../domain/escalation.ts'
import { wideGaps } from '../domain/promise.ts'
import { redSiteItems } from '../domain/site-items.ts'
import type { CoordinationDoors } from './doors.ts'
import { type CommitteeWorld, laddersOf } from './world.ts'

export interface AgendaAsked {
  readonly tenant: string
  readonly now: string
  readonly today: string
  readonly id: string
  readonly committee: Committee
  readonly world: CommitteeWorld
  /** The agenda has red sites by territoire already. */
  readonly hasRedByArea: boolean
}
const ABOUT_SITES: readonly CommitteeLevel[] = ['CPS', 'CTS', 'CLS', 'VALIDATION']
const INCIDENT_LEVEL: { readonly [Level in CommitteeLevel]?: 'local' | 'territorial' | 'provincial' } = {
  ...{ CLS: 'local', CTS: 'territorial', CPS: 'provincial' },
}
const item = (source: ItemSource, key: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  ...{ key: `${source}:${key}`, source, ref: null, site: null, label: null, day: null, n: null },
  ...more,
})

export async function openItems(tx: Tx, doors: CoordinationDoors, asked: AgendaAsked): Promise<readonly AgendaItem[]> {
  const areas = [
    ...(await doors.places.listAreas(tx, 'province', asked.tenant)),
    ...(await doors.places.listAreas(tx, 'territoire', asked.tenant)),
  ]
  return [
    ...ownItems(asked),
    ...(ABOUT_SITES.includes(asked.committee.founded.level) ? await itemsOfArea(tx, doors, { ...asked, areas }) : []),
    ...gapItems(asked),
  ]
}

function ownItems({ id, committee, world, today }: AgendaAsked): readonly AgendaItem[] {
  const mine = world.meetings.filter((one) => one.committee === id)
  const minutes = mine
    .filter(({ meeting }) => meeting.state === 'closed' && meeting.approved === null)
    .map((one) => item('minutes', one.id, { ref: one.id, label: one.meeting.convened.code, day: one.meeting.convened.day }))
  const gone = committee.withdrawn.map((one) =>
    item('impaired', `${one.component}/${one.letterOn}`, {
      label: committee.components.find(({ key }) => key === one.component)?.name ?? one.component,
      day: one.letterOn,
    }),
  )
  const overdue = world.actions
    .filter((one) => one.committee === id && isOverdue(one.action, today))
    .map((one) => ({ ...item('action-overdue', one.id, refOf(one)), key: overdueKey(one.id) }))
  const ladder = laddersOf(world)
  const climbed = world.actions
    .filter((one) => one.committee !== id)
    .filter((one) =>
      climbOf({ id: one.id, action: one.action, ladder: ladder(one.committee), today }).some(
        (step) => step.committee === committee.founded.code,
      ),
    )
    .map((one) => ({ ...item('escalated', one.id, refOf(one)), key: escalatedKey(one.id) }))
  return [...minutes, ...gone, ...overdue, ...climbed]
}
const refOf = ({ id, action }: CommitteeWorld['actions'][number]) => ({
  ...{ ref: id, label: `${action.opened.number} · ${action.opened.text}`.slice(0, 200), day: action.opened.due },
})

function gapItems({ id, world, today }: AgendaAsked): readonly AgendaItem[] {
  const talked = new Set(
    world.meetings.flatMap(({ committee, meeting }) =>
      committee === id && meeting.state === 'closed' ? meeting.items.map((one) => one.key) : [],
    ),
  )
  return world.promises
    .filter((one) => one.committee === id)
    .flatMap((one) =>
      wideGaps(one.promise, today).map(({ quarter, gap }) =>
        item('gap', `${one.id}/${quarter}`, { ref: one.id, label: `${quarter} · ${one.promise.made.text}`.slice(0, 200), n: gap }),
      ),
    )
    .filter((one) => !talked.has(one.key))
}

async function itemsOfArea(
  tx: Tx,
  doors: CoordinationDoors,
  asked: AgendaAsked & { readonly areas: readonly Area[] },
): Promise<readonly AgendaItem[]> {
  const { tenant, now, today, committee, areas } = asked
  const { area, sites: only, level } = committee.founded
  const sites = (await doors.sites.overview(tx, tenant, { asOf: today, knownAt: now, precision: 'coarse' })).filter((one) =>
    only.length > 0 ? only.includes(one.id) : one.provinceCode === area || one.territoireCode === area,
  )
  const blue = (await doors.blueRequests(tx, tenant, { asOf: today, knownAt: now }))
    .filter((one) => (one.state === 'clock' || one.state === 'waiting') && sites.some(({ id }) => id === one.site))
    .map((one) => item('blue-request', one.application, { ref: one.application, site: one.site, label: one.name, day: one.activeOn }))
  const red = redSiteItems({
    ...{ area, isByArea: asked.hasRedByArea, nameOf: (code) => areas.find((one) => one.code === code)?.name ?? code },
    red: sites
      .filter((one) => one.shown === 'red')
      .map(({ id, name, territoireCode, standing: { validUntil } }) => ({ id, name, territoireCode, validUntil })),
  })
  const held = await doors.heldLots(tx, tenant, { sites: sites.map(({ id }) => id) })
  const bodies = [...new Set(seatsOf(committee).flatMap((one) => one.organisation ?? []))]
  return [
    ...blue,
    ...red,
    ...(held === null ? [] : [item('held-lots', area, { day: held.since, n: held.lots, held })]),
    ...(await incidentItems(tx, doors, { tenant, area, level, bodies })),
    ...(await warningItems(tx, doors, { tenant, now, area, areas, bodies })),
    ...(await rushItems(tx, doors, { tenant, area, areas })),
  ]
}

interface AreaAsked {
  readonly tenant: string
  readonly area: string
  /** That sit here: what is kept from one of them is kept from the agenda. */
  readonly bodies: readonly OrganisationId[]
}
async function incidentItems(
  tx: Tx,
  doors: CoordinationDoors,
  { tenant, area, level, bodies }: AreaAsked & { readonly level: CommitteeLevel },
): Promise<readonly AgendaItem[]> {
  const at = INCIDENT_LEVEL[level]
  if (at === undefined) return []
  const here = (await doors.incidentsAtLevels(tx, tenant)).filter(
    (one) => one.level === at && (one.provinceCode === area || one.territoireCode === area),
  )
  const told = here.flatMap((one) =>
    one.number === null ? [] : [item('incident', one.id, { ref: one.id, label: one.number, day: one.since })],
  )
  const others = here.filter((one) => one.number === null)
  const kept = new Set<string>()
  for (const organisation of bodies)
    for (const one of await doors.concerning(tx, tenant, { incidents: others.map(({ id }) => id), organisation })) kept.add(one)
  const n = others.filter((one) => !kept.has(one.id)).length
  return n === 0 ? told : [...told, item('incidents', area, { n })]
}
async function warningItems(
  tx: Tx,
  doors: CoordinationDoors,
  { tenant, now, area, areas, bodies }: AreaAsked & { readonly now: string; readonly areas: readonly Area[] },
): Promise<readonly AgendaItem[]> {
  const within = areas.filter((one) => one.code === area || one.parent === area)
  const counts = await doors.warningCounts(tx, tenant, { now, bodies })
  return within.flatMap(({ code, name }) => {
    const n = counts.filter((one) => one.territoire === code).reduce((sum, one) => sum + one.warnings, 0)
    return n === 0 ? [] : [item('warnings', code, { ref: code, label: name, n })]
  })
}
async function rushItems(
  tx: Tx,
  doors: CoordinationDoors,
  { tenant, area, areas }: Pick<AreaAsked, 'tenant' | 'area'> & { readonly areas: readonly Area[] },
): Promise<readonly AgendaItem[]> {
  const within = new Set([area, ...areas.filter((one) => one.parent === area).map(({ code }) => code)])
  return (await doors.rushes(tx, tenant))
    .filter((one) => within.has(one.area))
    .map((one) => item('rush', one.point, { ref: one.point, label: one.name, rush: one.boom }))
}
