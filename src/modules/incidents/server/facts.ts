/* Gathers what a decision about an incident must know of the world, in the transaction that decides. It decides nothing. */
import { dayOf } from '../../../kernel/calendar.ts'
import { asId, mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Moment } from '../../../platform/log/aggregate.ts'
import { drawnNumber } from '../../../platform/log/drawn-number.ts'
import type { LotToHold } from '../../custody/contract-holds.ts'
import type { LotId } from '../../custody/contract.ts'
import { OrganisationId, covers } from '../../people/contract.ts'
import type { Area } from '../../places/contract.ts'
import type { SiteId } from '../../sites/contract.ts'
import type { ReportIncident } from '../contract-report.ts'
import type { IncidentCommand } from '../domain/incident-commands.ts'
import type { KeptPlace, Party } from '../domain/incident-events.ts'
import type { IncidentContext, MaybeFile } from '../domain/incident-state.ts'
import { rulesWith } from '../domain/rulebook.ts'
import type { IncidentDoors } from './doors.ts'
import { sightOf } from './sight.ts'
import { findForDecision, listIncidentLots, listNumbers, listRuleChanges } from './store-reads.ts'

export interface Asking {
  readonly tx: Tx
  readonly tenant: string
  readonly doors: IncidentDoors
  readonly who: Pick<Who, 'organisation' | 'capabilities' | 'territory'>
  readonly moment: Moment
}

export async function incidentFacts(
  asking: Asking,
  file: MaybeFile,
  { incident, command }: { readonly incident: string; readonly command: IncidentCommand },
): Promise<IncidentContext> {
  const { tx, tenant, doors, who, moment } = asking
  const { body, clearance } = await sightOf(tx, { tenant, doors }, who)
  const row = file && (await findForDecision(tx, tenant, incident))
  const territoire = file?.place.territoireCode ?? null
  const province = file?.place.provinceCode ?? null
  const held = row ? await listIncidentLots(tx, tenant, incident) : []
  return {
    ...{ today: moment.today, happenedOn: dayOf(moment.happenedAt), account: moment.actor.account, body, clearance },
    inTerritory: file === null || covers(who.territory, { province: file.place.provinceCode, territoire }),
    rules: rulesWith(await listRuleChanges(tx, tenant)),
    doneBy: {
      concluded: row?.concludedBy ?? null,
      resolved: row?.resolvedBy ?? null,
      held: held.flatMap((one) => (one.held && one.heldBy !== null ? [one.heldBy] : [])),
    },
    endedOn: row?.endedOn ?? null,
    fresh: command.type === 'report' ? await freshFacts(asking, command) : null,
    named: await namedFacts(asking, file, command),
    sitesInProvince: province === null ? 0 : (await doors.sites.within(tx, [province], tenant)).length,
    sitesAround: territoire === null ? 0 : (await doors.sites.within(tx, [territoire], tenant)).length,
  }
}

async function freshFacts(asking: Asking, command: ReportIncident): Promise<NonNullable<IncidentContext['fresh']>> {
  const { tx, tenant, doors, moment } = asking
  const { place, province } = await placeOf(asking, command)
  const lots = await doors.holds.lots(tx, tenant, command.lots ?? [])
  const [year, country] = [(command.receivedOn ?? moment.today).slice(0, 4), tenant.toUpperCase()]
  const prefix = `${province === null ? country : provinceCodeOf(province)}-${year}`
  return {
    number: `${prefix}-${drawnNumber(await listNumbers(tx, tenant, prefix))}-1`,
    place,
    lots: lots.map((one) => one.lot),
    parties: await partiesOf(asking, {
      organisations: command.organisations ?? [],
      site: place.site === null ? null : asId('site', place.site),
      lots,
    }),
  }
}
/** `SK` of `CD-SK`; the P-code where no such code was loaded. */
const provinceCodeOf = ({ iso, code }: Area): string => iso?.split('-').at(-1) ?? code

/** A site that is not on the register is kept as its words; an area that nobody knows as no area. */
async function placeOf(
  { tx, tenant, doors, who }: Asking,
  { place: said, source }: Pick<ReportIncident, 'place' | 'source'>,
): Promise<{ readonly place: KeptPlace; readonly province: Area | null }> {
  const [brief] = said.site === undefined ? [] : await doors.sites.briefs(tx, [said.site], tenant)
  const [provinces, territoires] = [
    await doors.places.listAreas(tx, 'province', tenant),
    await doors.places.listAreas(tx, 'territoire', tenant),
  ]
  const located = brief || said.position === undefined ? null : await doors.places.locate(tx, said.position, tenant)
  // What a voice did not say the desk does not know either: put into its own area, bodies elsewhere would be no parties.
  const own = source !== 'voice' && who.territory !== 'everywhere' && who.territory.length === 1 ? who.territory[0] : undefined
  const code = said.area ?? located?.territoire?.code ?? located?.province?.code ?? own
  const territoire = territoires.find((one) => one.code === (brief ? brief.territoireCode : code))
  const province = provinces.find((one) => one.code === (brief ? brief.provinceCode : (territoire?.parent ?? code)))
  return {
    province: province ?? null,
    place: {
      ...{ kind: said.kind, site: brief?.id ?? null, name: brief?.name ?? said.name ?? null },
      ...(said.position === undefined ? {} : { position: said.position }),
      ...{ provinceCode: province?.code ?? brief?.provinceCode ?? null, territoireCode: territoire?.code ?? brief?.territoireCode ?? null },
    },
  }
}

interface About {
  readonly organisations: readonly OrganisationId[]
  readonly site: SiteId | null
  readonly lots: readonly LotToHold[]
}
async function partiesOf({ tx, tenant, doors }: Asking, { organisations, site, lots }: About): Promise<readonly Party[]> {
  const known = organisations.length === 0 ? [] : await doors.people.organisations(tx, organisations, tenant)
  const workers = site === null ? [] : await doors.holds.workersOf(tx, tenant, site)
  const all: readonly Party[] = [
    ...known.map((one) => ({ organisation: one.id, because: 'named' as const })),
    ...workers.map((organisation) => ({ organisation, because: 'site-operator' as const })),
    ...lots.map((lot) => ({ organisation: lot.holder, because: 'lot-holder' as const })),
  ]
  return all.filter((one, at) => all.findIndex((other) => other.organisation === one.organisation) === at)
}

async function namedFacts(asking: Asking, file: MaybeFile, command: IncidentCommand): Promise<IncidentContext['named']> {
  const { tx, tenant, doors } = asking
  const nothing = { parties: [], lots: [], knownBodies: [] }
  switch (command.type) {
    case 'describe':
      return { ...nothing, parties: await partiesOf(asking, { organisations: command.organisations ?? [], site: null, lots: [] }) }
    case 'name-lots': {
      const lots = await doors.holds.lots(tx, tenant, command.lots)
      return { ...nothing, lots: lots.map((one) => one.lot), parties: await partiesOf(asking, { organisations: [], site: null, lots }) }
    }
    case 'conclude':
      return { ...nothing, lots: file?.lots ?? [] }
    case 'agree-action': {
      const known = await doors.people.organisations(tx, [mustParse(OrganisationId, command.owner)], tenant)
      return { ...nothing, knownBodies: known.map((one) => one.id) }
    }
    default:
      return nothing
  }
}
export const lotIds = (lots: readonly string[]): LotId[] => lots.map((lot) => asId('lot', lot))
