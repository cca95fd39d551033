/* Lists, one warning, scores of zones: rows folded, cut by sight, named. Cost: one pass over the warnings of a year and those that are open. */
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { outside, shownCount } from '../../../../kernel/disclosure/disclosure-rules.ts'
import {
  type CountedType,
  type RushSign,
  type WarningAnswer,
  type WarningList,
  type ZoneScores,
  touchesPersons,
} from '../../contract-warnings.ts'
import { WarningActs } from '../../domain/warnings/warning-events.ts'
import type { Warning } from '../../domain/warnings/warning.ts'
import { warningRules } from '../../domain/warnings/warning-rules.ts'
import { isWarnedParty } from '../../domain/warnings/party.ts'
import { countedFrom, scoresOf } from '../../domain/warnings/zone-score.ts'
import { type OrganisationId, covers } from '../../../people/contract.ts'
import { sees, tierOf } from '../../domain/tiers/tiers.ts'
import { type Names, bodiesOf, byClock, fullOf, lineOf, ownOf } from './answers-warnings.ts'
import {
  type Asker,
  type KnownWarning,
  type WarningDoors,
  type WarningSight,
  readWarning,
  viewOfWarning,
  warningSight,
} from './sight-warnings.ts'
import { MOST_WARNINGS, listWarnings } from './store-warnings.ts'

export interface Reading {
  readonly tenant: string
  readonly asker: Asker
  readonly now: string
}
interface Seen extends Reading {
  readonly sight: WarningSight
  readonly known: readonly (KnownWarning & { readonly view: ReturnType<typeof viewOfWarning> })[]
  readonly lookedThrough: number | null
}
/** Everything of a year that the reader may at least be counted. */
export async function seenWarnings(tx: Tx, doors: Pick<WarningDoors, 'people'>, reading: Reading): Promise<Seen> {
  const sight = await warningSight(tx, doors, reading)
  const rows = await listWarnings(tx, reading.tenant, { since: countedFrom(reading.now) })
  const known = rows
    .slice(0, MOST_WARNINGS)
    .flatMap(readWarning)
    .map((one) => ({ ...one, view: viewOfWarning(sight, one) }))
  const lookedThrough = rows.length > MOST_WARNINGS ? MOST_WARNINGS : null
  return { ...reading, sight, known: known.filter((one) => one.view !== 'nothing'), lookedThrough }
}

export async function namesFor(
  tx: Tx,
  doors: Pick<WarningDoors, 'places' | 'people' | 'sites'>,
  { tenant, warnings, bodies = bodiesOf(warnings) }: { tenant: string; warnings: readonly Warning[]; bodies?: ReturnType<typeof bodiesOf> },
): Promise<Names> {
  const areas = await doors.places.listAreas(tx, 'territoire', tenant)
  const sites = [...new Set(warnings.flatMap(({ received }) => (received.site === null ? [] : [received.site])))]
  const briefs = sites.length === 0 ? [] : await doors.sites.briefs(tx, sites, tenant)
  const organisations = bodies.length === 0 ? [] : await doors.people.organisations(tx, bodies, tenant)
  const named = (rows: readonly { readonly id: string; readonly name: string }[]) => {
    const byId = new Map(rows.map(({ id, name }) => [id, name]))
    return (id: string): string => byId.get(id) ?? '–'
  }
  const areaNames = new Map(areas.map(({ code, name }) => [code, name]))
  return { areaOf: (code) => areaNames.get(code) ?? code, siteOf: named(briefs), bodyOf: named(organisations) }
}

/** A point of an area of either level; who works in one territoire is not told of the next. */
async function rushesNear(tx: Tx, doors: WarningDoors, { tenant, asker }: Reading): Promise<RushSign[]> {
  const territoires = await doors.places.listAreas(tx, 'territoire', tenant)
  const provinces = await doors.places.listAreas(tx, 'province', tenant)
  return (await doors.rushes(tx, tenant)).flatMap(({ name, area, boom }) => {
    const territoire = territoires.find(({ code }) => code === area)
    const place = territoire ? { province: territoire.parent ?? null, territoire: area } : { province: area, territoire: null }
    if (!covers(asker.territory, place)) return []
    const { recent, earlier, recentDays, earlierDays, until } = boom
    const areaName = (territoire ?? provinces.find(({ code }) => code === area))?.name ?? area
    return [{ name, areaName, recent, earlier, recentDays, earlierDays, until }]
  })
}
export async function readList(tx: Tx, doors: WarningDoors, reading: Reading): Promise<WarningList> {
  const { known, lookedThrough } = await seenWarnings(tx, doors, reading)
  const { capabilities, account } = reading.asker
  const full = known.filter((one) => one.view === 'sorts' || one.view === 'cleared' || one.view === 'responds')
  const names = await namesFor(tx, doors, { tenant: reading.tenant, warnings: full.map((one) => one.warning) })
  const tier = tierOf(capabilities)
  return {
    items: full.map((one) => lineOf(one, names, reading.now)).toSorted(byClock),
    own: known.filter((one) => one.sentBy === account).map((one) => ownOf(one, names)),
    counts: sees(tier, 'committee') ? countsOf(known.filter(isSettled), names, sees(tier, 'cleared')) : [],
    rushes: sees(tier, 'cleared') || capabilities.has('conflict.triage') ? await rushesNear(tx, doors, reading) : [],
    // Said to every reader who has no items of other places, whether or not there are any.
    withheld: sees(tier, 'cleared') ? [] : ['restricted'],
    triages: capabilities.has('conflict.triage'),
    warns: capabilities.has('conflict.warn'),
    lookedThrough,
    rules: warningRules,
  }
}
/** For the agenda of a committee: as a reader of categories counts, less what any body that sits there is a party to. */
export async function committeeCounts(
  tx: Tx,
  { people }: Pick<WarningDoors, 'people'>,
  { tenant, now, bodies }: { readonly tenant: string; readonly now: string; readonly bodies: readonly OrganisationId[] },
): Promise<readonly { readonly territoire: string; readonly warnings: number }[]> {
  const sitting = bodies.length === 0 ? [] : await people.organisations(tx, bodies, tenant)
  const known = (await listWarnings(tx, tenant, { since: countedFrom(now) }))
    .flatMap(readWarning)
    .filter(({ warning }) => warning.state !== 'closed' && !sitting.some((body) => isWarnedParty(body, warning.received)))
  return countsOf(known.filter(isSettled), { areaOf: (code) => code }, false)
}
/** A text message that did not say what or where is in no count and no score until somebody settled it. */
const isSettled = ({ warning: { received } }: Pick<KnownWarning, 'warning'>): boolean =>
  !(received.unsure ?? []).some((one) => one === 'type' || one === 'place')
/** Below cleared, what touches persons is one class of a territoire, and stands there from ten on, rounded down: fewer are restricted, and no 0. */
function countsOf(known: readonly KnownWarning[], { areaOf }: Pick<Names, 'areaOf'>, isCleared: boolean): WarningList['counts'] {
  const counted = new Map<string, { territoire: string; type: CountedType; warnings: number }>()
  for (const { warning } of known) {
    const { territoire } = warning.received
    const type = !isCleared && touchesPersons(warning.received.type) ? 'touches-persons' : warning.received.type
    if (warning.assessment === 'false') continue
    const key = `${territoire} ${type}`
    const one = counted.get(key) ?? { territoire, type, warnings: 0 }
    counted.set(key, { ...one, warnings: one.warnings + 1 })
  }
  return [...counted]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, one]) => {
      const shown = one.type === 'touches-persons' ? shownCount(one.warnings, outside) : { shown: one.warnings }
      return 'withheld' in shown ? [] : [{ ...one, warnings: shown.shown, territoireName: areaOf(one.territoire) }]
    })
}

/** `null` where there is nothing that the reader may see, and where there is nothing. */
export async function readOne(
  tx: Tx,
  doors: WarningDoors,
  { id, ...reading }: Reading & { readonly id: string },
): Promise<WarningAnswer | null> {
  const { tenant, asker, now } = reading
  const sight = await warningSight(tx, doors, reading)
  const [row] = await listWarnings(tx, tenant, { id })
  const [known] = row ? readWarning(row) : []
  if (!row || !known) return null
  const view = viewOfWarning(sight, known)
  if (view === 'nothing' || view === 'counted') return null
  const acts = mustParse(WarningActs, row.acts)
  const names = await namesFor(tx, doors, { tenant, warnings: [known.warning], bodies: bodiesOf([known.warning], acts) })
  if (view === 'own') return { view: 'own', own: ownOf(known, names) }
  return fullOf(known, acts, { names, now, organisation: asker.organisation, sorts: view === 'sorts', isShared: view === 'responds' })
}

export async function readZones(tx: Tx, doors: WarningDoors, reading: Reading): Promise<ZoneScores> {
  const { known: seen, lookedThrough } = await seenWarnings(tx, doors, reading)
  const known = seen.filter(isSettled)
  const { areaOf } = await namesFor(tx, doors, { tenant: reading.tenant, warnings: [] })
  const isCleared = sees(tierOf(reading.asker.capabilities), 'cleared')
  // A sum with them, less the counts of the other types, would be a small number of persons: below cleared they are in no count and no score.
  const counted = known.filter(({ view, warning }) => isCleared || view !== 'counted' || !touchesPersons(warning.received.type))
  const apart = isCleared ? [] : countsOf(known, { areaOf }, false).filter(({ type }) => type === 'touches-persons')
  const zones = scoresOf(
    counted.map((one) => one.warning),
    reading.now,
    { nameOf: areaOf, touchingPersons: new Map(apart.map(({ territoire, warnings }) => [territoire, warnings])) },
  )
  return { zones, withheld: isCleared ? [] : ['restricted'], lookedThrough, rules: warningRules }
}
