/*
What one person may carry of what a telephone asks for: the missions that the person may open, their sites and those of the areas as far as
the person's territory reaches, and the inspections that the screens of these show.
*/
import { createHash } from 'node:crypto'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Dispatch } from '../../../../platform/http/dispatch.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, looseRecord, listOf, maybe, parse, text, yesOrNo } from '../../../../kernel/schema.ts'
import { covers } from '../../../people/contract.ts'
import type { FormsDoor } from '../../../forms/contract.ts'
import { knownForms } from '../../../forms/contract.ts'
import type { SitesDoor } from '../../../sites/contract.ts'
import type { CarriedInspection, FieldSitesDoor } from '../../../sites/contract-field.ts'
import type { Database } from '../../../../platform/database/connect.ts'

/** More would take longer than a night on the links of the field (D). Sites and inspections together. */
export const MOST_RECORDS = 5000

export interface PullParts {
  readonly database: Pick<Database, 'read'>
  readonly dispatch: Dispatch
  readonly sites: SitesDoor<Tx>
  readonly fieldSites: FieldSitesDoor<Tx>
  readonly forms: FormsDoor<Tx>
}
export interface Choice {
  readonly missions: readonly string[]
  readonly areas: readonly string[]
}
export interface CarriedSet {
  readonly missions: readonly string[]
  /** Missions that are not this person's to see, or are no more. */
  readonly missionsGone: readonly string[]
  readonly sites: readonly string[]
  readonly inspections: readonly CarriedInspection[]
  /** Versions by form. */
  readonly forms: ReadonlyMap<string, readonly string[]>
  readonly provinces: readonly string[]
}

/** Another person, other rights or another choice make another digest; the order of the choice does not. */
export function choiceDigest(who: Who, { missions, areas }: Choice): string {
  const territory = who.territory === 'everywhere' ? who.territory : [...who.territory].toSorted()
  const words = [who.account, territory, [...who.capabilities].toSorted(), [...missions].toSorted(), [...areas].toSorted()]
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16)
}

const MissionSites = looseRecord({ sites: listOf(looseRecord({ site: text(36) }), 1000), withheld: maybe(yesOrNo()) })
/** As the person reads it: null where there is none for them; a plan that is withheld names no site. */
export async function missionFor(
  { dispatch }: Pick<PullParts, 'dispatch'>,
  who: Who,
  mission: string,
): Promise<{ readonly sites: readonly string[]; readonly withheld: boolean } | null> {
  const reply = await dispatch({ who, method: 'GET', url: `/api/missions/${mission}` })
  const page = parse(MissionSites, reply.body)
  if (reply.status !== 200 || !page.ok) return null
  return { sites: page.value.sites.map((one) => one.site), withheld: page.value.withheld === true }
}
const OPEN: readonly string[] = ['draft', 'returned', 'team-signed', 'submitted']

/** Things of sites go with who reads sites alone; asked by anybody else, not even how many there are is told. */
export const carriesSites = (who: Pick<Who, 'capabilities'>): boolean => who.capabilities.has('sites.read')
const nothing: CarriedSet = { missions: [], missionsGone: [], sites: [], inspections: [], forms: new Map(), provinces: [] }

export async function carriedBy(parts: PullParts, who: Who, choice: Choice): Promise<Outcome<CarriedSet>> {
  if (!carriesSites(who)) return accepted(nothing)
  const missions: string[] = []
  const ofMissions: string[] = []
  for (const mission of new Set(choice.missions)) {
    const page = await missionFor(parts, who, mission)
    if (page === null) continue
    missions.push(mission)
    ofMissions.push(...page.sites)
  }
  return parts.database.read(async (tx) => {
    const inAreas = choice.areas.length === 0 ? [] : await parts.sites.within(tx, choice.areas, who.tenant)
    const asked = [...new Set([...ofMissions, ...inAreas])].map((site) => asId('site', site))
    const wanted = new Set(ofMissions)
    const sites = (await parts.sites.briefs(tx, asked, who.tenant))
      .filter((brief) => brief.mergedInto === undefined)
      .map((brief) => ({ id: brief.id, place: { province: brief.provinceCode, territoire: brief.territoireCode } }))
      .filter(({ id, place }) => covers(who.territory, place) && (wanted.has(id) || covers(choice.areas, place)))
      .map(({ id }) => String(id))
      .toSorted()
    if (sites.length > MOST_RECORDS) return refused('too-much-to-carry', { sites: sites.length, most: MOST_RECORDS })
    const inspections = shownOf(await parts.fieldSites.inspectionsAround(tx, who.tenant, { sites, missions }), new Set(missions))
    if (sites.length + inspections.length > MOST_RECORDS) return refused('too-much-to-carry', { sites: sites.length, most: MOST_RECORDS })
    return accepted({
      missions: missions.toSorted(),
      missionsGone: choice.missions.filter((mission) => !missions.includes(mission)).toSorted(),
      sites,
      inspections,
      forms: await formsFor(tx, parts, { tenant: who.tenant, inspections }),
      provinces: [...new Set(choice.areas.filter((code) => /^[A-Z]{2}\d{2}$/.test(code)))].toSorted(),
    })
  })
}

/** All of the missions, all that are not decided, and of each site the last two on the way to today. */
function shownOf(all: readonly CarriedInspection[], missions: ReadonlySet<string>): readonly CarriedInspection[] {
  const counted = new Map<string, number>()
  return all.filter((one) => {
    const before = counted.get(one.site) ?? 0
    counted.set(one.site, before + 1)
    return before < 2 || OPEN.includes(one.phase) || (one.mission !== null && missions.has(one.mission))
  })
}

/** The current version of the forms that inspections use, and each version with which an inspection that is carried was opened. */
async function formsFor(
  tx: Tx,
  { forms }: PullParts,
  { tenant, inspections }: { readonly tenant: string; readonly inspections: readonly CarriedInspection[] },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const versions = new Map<string, Set<string>>()
  const add = (form: string, version: string): void => void (versions.get(form) ?? versions.set(form, new Set()).get(form))?.add(version)
  for (const form of Object.values(knownForms)) {
    const current = await forms.current(tx, tenant, form)
    if (current) add(current.form, current.version)
  }
  for (const { form, phase } of inspections) if (form !== null && OPEN.includes(phase)) add(form.form, form.version)
  return new Map([...versions].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([form, known]) => [form, [...known].toSorted()]))
}
