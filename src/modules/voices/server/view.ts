/* What a desk sees of reports: those that name neither its body nor its kind, within its territory; with clocks. To the others there is nothing. */
import { todayAt } from '../../../kernel/calendar.ts'
import { asId, mustParse, parse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import { IncidentCategory, IncidentId } from '../../incidents/contract.ts'
import { type OrganisationBrief, covers } from '../../people/contract.ts'
import { SiteId } from '../../sites/contract.ts'
import {
  TriageResult,
  VoiceChannel,
  VoiceId,
  VoiceLanguage,
  type VoiceRow,
  type VoiceState,
  VoiceState as VoiceStateSchema,
} from '../contract.ts'
import { clocksOf } from '../domain/clocks.ts'
import { isNamed } from '../domain/conflict.ts'
import { stateAfter } from '../domain/desk.ts'
import { type VoiceDoors, bodiesOf } from './doors.ts'
import { type ReportRow, findReport, listReports, readBy } from './store.ts'

export function stateOf({ result }: Pick<ReportRow, 'result'>): VoiceState {
  const parsed = parse(TriageResult, result)
  return parsed.ok ? stateAfter(parsed.value) : 'waiting'
}

/** What is the same for every report of one question. */
export type Seer = Pick<Who, 'organisation' | 'capabilities' | 'territory'>
interface Sight {
  readonly who: Seer
  readonly own: OrganisationBrief | null
  /** Province of a territoire, itself for a province. */
  readonly provinceOf: (area: string | null) => string | null
  readonly areaName: (area: string | null) => string | null
}
type SightDoors = Pick<VoiceDoors, 'people' | 'places' | 'tenant'>
async function sightOf(tx: Tx, doors: SightDoors, who: Seer): Promise<Sight> {
  const bodies = who.organisation === null ? [] : await bodiesOf(doors, tx, doors.tenant)
  const territoires = await doors.places.listAreas(tx, 'territoire', doors.tenant)
  const provinces = await doors.places.listAreas(tx, 'province', doors.tenant)
  const parents = new Map(territoires.map((one) => [one.code, one.parent ?? null]))
  const names = new Map([...provinces, ...territoires].map((one) => [one.code, one.name]))
  return {
    who,
    own: bodies.find((one) => one.id === who.organisation) ?? null,
    provinceOf: (area) => (area === null ? null : (parents.get(area) ?? area)),
    areaName: (area) => (area === null ? null : (names.get(area) ?? null)),
  }
}
/** Without a body nobody can say whether there is a conflict, so nothing is shown. */
function maySee({ who, own, provinceOf }: Sight, row: ReportRow): boolean {
  if (own === null || !who.capabilities.has('voices.triage')) return false
  const province = provinceOf(row.area)
  if (isNamed(own, { organisations: row.organisations, kinds: row.kinds, province })) return false
  return row.area === null || covers(who.territory, { province, territoire: row.area })
}

export async function seenReport(
  tx: Tx,
  doors: VoiceDoors,
  asked: { readonly who: Who; readonly voice: string },
): Promise<ReportRow | null> {
  const row = await findReport(tx, doors.tenant, asked.voice)
  return row !== null && maySee(await sightOf(tx, doors, asked.who), row) ? row : null
}

const MOST = 500
const AT_ONCE = 2000
/** Those that wait come first. Read until the list is full: what others may not see must not push out what the reader may. */
export async function seenReports(
  tx: Tx,
  doors: VoiceDoors,
  who: Who,
): Promise<{ readonly voices: readonly VoiceRow[]; readonly shortened: boolean }> {
  const sight = await sightOf(tx, doors, who)
  const seen: ReportRow[] = []
  for (let after = 0; seen.length <= MOST; after += AT_ONCE) {
    const rows = await listReports(tx, doors.tenant, { most: AT_ONCE, after })
    seen.push(...rows.filter((row) => maySee(sight, row)))
    if (rows.length < AT_ONCE) break
  }
  return { voices: await rowsFor(tx, doors, { rows: seen.slice(0, MOST), sight, account: who.account }), shortened: seen.length > MOST }
}
/** Ids of those that wait and that the reader may see, with whether the clock ran out. */
export async function waitingReports(
  tx: Tx,
  doors: SightDoors & Pick<VoiceDoors, 'clock'>,
  who: Seer,
): Promise<readonly { readonly id: string; readonly isLate: boolean }[]> {
  if (!who.capabilities.has('voices.triage')) return []
  const sight = await sightOf(tx, doors, who)
  const rows = await listReports(tx, doors.tenant, { most: AT_ONCE, after: 0 })
  const today = todayAt(doors.clock())
  return rows
    .filter((row) => stateOf(row) === 'waiting' && maySee(sight, row))
    .map((row) => ({
      id: row.id,
      isLate: clocksOf({ receivedOn: row.receivedOn, today, isTriaged: false, isAnswered: row.answers > 0 }).isLate,
    }))
}
export async function rowFor(tx: Tx, doors: VoiceDoors, asked: { readonly who: Who; readonly row: ReportRow }): Promise<VoiceRow> {
  const [row] = await rowsFor(tx, doors, { rows: [asked.row], sight: await sightOf(tx, doors, asked.who), account: asked.who.account })
  if (!row) throw new Error('a report that was found has no row')
  return row
}
async function rowsFor(
  tx: Tx,
  doors: VoiceDoors,
  { rows, sight, account }: { readonly rows: readonly ReportRow[]; readonly sight: Sight; readonly account: string },
): Promise<readonly VoiceRow[]> {
  const sites = await doors.sites.briefs(
    tx,
    [...new Set(rows.flatMap(({ site }) => (site === null ? [] : [asId('site', site)])))],
    doors.tenant,
  )
  const names = new Map(sites.map((one): [string, string] => [one.id, one.name]))
  const read = await readBy(tx, doors.tenant, account)
  const today = todayAt(doors.clock())
  return rows.map((row) => {
    const state = stateOf(row)
    return {
      ...{
        id: mustParse(VoiceId, row.id),
        channel: mustParse(VoiceChannel, row.channel),
        language: mustParse(VoiceLanguage, row.language),
      },
      ...{ receivedOn: row.receivedOn, isSlow: row.isSlow, state: mustParse(VoiceStateSchema, state) },
      categories: row.categories.map((one) => mustParse(IncidentCategory, one)),
      ...clocksOf({ receivedOn: row.receivedOn, today, isTriaged: state !== 'waiting', isAnswered: row.answers > 0 }),
      ...{ answers: row.answers, newFacts: row.newFacts, firstDesk: row.firstDesk, readByMe: read.has(row.id) },
      site: row.site === null ? null : mustParse(SiteId, row.site),
      siteName: names.get(row.site ?? '') ?? null,
      area: sight.areaName(row.area),
    }
  })
}
export const incidentOf = (row: Pick<ReportRow, 'incident'>) => (row.incident === null ? null : mustParse(IncidentId, row.incident))
