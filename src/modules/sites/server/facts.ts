/*
Gathers what a decision must know beyond its own subject, in the transaction that decides. The tenant's head is held meanwhile, so
nothing read here can change before the decision is written. It decides nothing.
*/
import { asId } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Moment } from '../../../platform/log/aggregate.ts'
import { findCriterion } from '../domain/missions/criteria.ts'
import type { InspectionContext } from '../domain/missions/inspection.ts'
import type { InspectionCommand } from '../domain/missions/inspection-words.ts'
import type { MissionCommand, MissionContext } from '../domain/missions/mission.ts'
import type { Office } from '../domain/orders/office.ts'
import type { SiteContext } from '../domain/register/site.ts'
import type { SiteCommand } from '../domain/register/site-words.ts'
import type { Speaker } from '../domain/missions/team.ts'
import { outsideOf } from '../domain/register/territory.ts'
import { type SitesDoors, type Whereabouts, placeOf } from './register/place-of-site.ts'
import { publishedRulebookOn } from './status/published-rulebooks.ts'
import { HOME, readStanding } from './status/standings.ts'
import { findInspectionRow, listAcceptedInspections, listInspectionRows, listSignatureRows } from './missions/store-inspections.ts'
import { findMissionRow } from './missions/store-missions.ts'
import { findVoidableKind } from './register/store-observations.ts'
import { type SiteTableRow, findSiteRow, isNationalIdTaken, nextIcglrSerial, siteRowsById } from './register/store-register.ts'

type Territory = 'everywhere' | readonly string[]
export interface Asking {
  readonly tx: Tx
  readonly tenant: string
  readonly doors: SitesDoors
  readonly moment: Moment
  readonly territory: Territory
}

export const outsideRow = (territory: Territory, row: SiteTableRow) =>
  outsideOf(territory, { province: row.province_code, territoire: row.territoire_code })

/** In whose name the sender acts: what a hold, a request and a receipt follow from. */
async function officeOf(asking: Asking, roles: readonly string[]): Promise<Office> {
  const { organisation } = await speakerOf(asking)
  return { roles, organisation: asking.moment.actor.organisation, kind: organisation?.kind ?? null }
}

export async function siteFacts(
  asking: Asking & { readonly roles: readonly string[] },
  site: string,
  command: SiteCommand,
): Promise<SiteContext> {
  const { tx, tenant, moment } = asking
  const row = await findSiteRow(tx, tenant, site)
  const standing = await readStanding(tx, tenant, { site, asOf: moment.today, knownAt: moment.now })
  return {
    office: await officeOf(asking, asking.roles),
    nationalIdTaken: command.say === 'register' && (await isNationalIdTaken(tx, tenant, command.site.nationalId)),
    outsideTerritory: await outsideOfSite(asking, row, command),
    internal: standing.internal,
    nextSerial: row === null || command.say !== 'issue-icglr-id' ? 0 : await nextIcglrSerial(tx, tenant, row.country),
    factKind: command.say === 'void-fact' ? await findVoidableKind(tx, tenant, site, command.fact) : null,
    today: moment.today,
    newId: moment.newId,
  }
}

/** A registered site lies where its row says; one that is only being told of, where the telling says. A move must end inside too. */
async function outsideOfSite(asking: Asking, row: SiteTableRow | null, command: SiteCommand): Promise<{ readonly place: string } | null> {
  if (asking.territory === 'everywhere') return null
  const now = row === null ? null : outsideRow(asking.territory, row)
  const told = whereaboutsIn(command, row)
  if (row !== null && (now !== null || told === null)) return now
  const place = await placeOf(asking.tx, asking.doors, told ?? {})
  return outsideOf(asking.territory, { province: place.province_code, territoire: place.territoire_code })
}

function whereaboutsIn(command: SiteCommand, row: SiteTableRow | null): Whereabouts | null {
  if (command.say === 'register') return command.site
  if (command.say === 'correct') return command.correction.position ? { position: command.correction.position, stated: row?.stated } : null
  if (row !== null) return null
  if (command.say === 'record-visit') return command.visit
  if (command.say === 'record-qualification') return command.qualification
  return command.say === 'record-traceability' ? command.traceability : null
}

export async function missionFacts(asking: Asking, mission: string, command: MissionCommand): Promise<MissionContext> {
  const { tx, tenant, territory, moment } = asking
  const planned = command.say === 'plan' ? command.mission.sites : ((await findMissionRow(tx, tenant, mission))?.content.sites ?? [])
  const rows = await siteRowsById(tx, tenant, planned)
  const known = new Set(rows.map((row) => row.id))
  const outside = rows.map((row) => outsideRow(territory, row)).find((one) => one !== null)
  const open = command.say === 'close' ? await listInspectionRows(tx, tenant, { mission }) : []
  return {
    unknownSites: planned.filter((site) => !known.has(site)),
    outsideTerritory: outside ?? null,
    openInspections: open.filter((one) => one.on_site && one.phase !== 'submitted' && one.phase !== 'accepted').length,
    today: moment.today,
  }
}

async function speakerOf({ tx, doors, moment }: Asking): Promise<Speaker> {
  const { account, organisation } = moment.actor
  const [found] = organisation === null ? [] : await doors.people.organisations(tx, [asId('organisation', organisation)])
  return { account, organisation: found ? { id: found.id, kind: found.kind } : null }
}

export async function inspectionFacts(asking: Asking, inspection: string, command: InspectionCommand): Promise<InspectionContext> {
  const { tx, tenant, territory, moment } = asking
  const own = await findInspectionRow(tx, tenant, inspection)
  const siteId = command.say === 'open' ? command.site : own?.site_id
  const site = siteId === undefined ? null : await findSiteRow(tx, tenant, siteId)
  const day = command.say === 'open' ? command.date : (own?.inspected_on ?? moment.today)
  const { book, hash } = publishedRulebookOn(site?.country ?? HOME, day)
  const mission = command.say === 'open' && command.mission !== undefined ? await findMissionRow(tx, tenant, command.mission) : null
  return {
    speaker: await speakerOf(asking),
    signers: (await listSignatureRows(tx, tenant, inspection)).map((signature) => signature.account_id),
    siteKnown: site !== null,
    outsideTerritory: site === null ? null : outsideRow(territory, site),
    mission:
      mission === null
        ? null
        : { phase: mission.phase, members: mission.content.members, visitsSite: mission.content.sites.some((one) => one === siteId) },
    previousYellow: site === null ? [] : await yellowBefore(asking, site.id, day),
    rulebook: { id: book.id, hash },
    today: moment.today,
  }
}

/** Yellow criteria violated at the newest accepted inspection before the day, when that one ended yellow. */
export async function yellowBefore({ tx, tenant }: Pick<Asking, 'tx' | 'tenant'>, site: string, day: string): Promise<readonly string[]> {
  const [previous] = await listAcceptedInspections(tx, tenant, [site], day)
  if (!previous || previous.result !== 'yellow') return []
  return (previous.proposal?.because ?? []).filter((id) => findCriterion(id)?.level === 'Y')
}
