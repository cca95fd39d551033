/* Papers as they are shown: state on a day, names of bodies, labels of what they are linked to; and the door for rules and checks. */
import { asId, listOf, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { TradesDoor } from '../../../custody/contract-trades.ts'
import { OrganisationId, type PeopleDoor, covers } from '../../../people/contract.ts'
import type { PlacesDoor } from '../../../places/contract.ts'
import type { SitesDoor } from '../../../sites/contract.ts'
import {
  type CheckPaper,
  type LabelledLink,
  type PaperCheck,
  type PaperBrief,
  type PaperLink,
  PaperSummary,
  PaperType,
  PaperUse,
  type PapersDoor,
  type PaperSummary as Summary,
} from '../../contract-papers.ts'
import type { DocumentsDoor } from '../../contract.ts'
import { PaperDrafted, type PaperClock, daysLeftOn, doubtsOf, paperStateOn } from '../../domain/papers/paper.ts'
import { usesWithTrips } from '../../domain/papers/trips.ts'
import { statedGrams, typesWith } from '../../domain/papers/paper-types.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import { linkKey } from './projection-papers.ts'
import { type PaperRow, type PapersAsked, listOwnTypes, listPapers, listPapersAbout } from './store-papers.ts'

export interface PaperDoors {
  readonly people: PeopleDoor<Tx>
  readonly places: Pick<PlacesDoor<Tx>, 'listAreas'>
  readonly sites: Pick<SitesDoor<Tx>, 'briefs'>
  readonly trades: Pick<TradesDoor<Tx>, 'numbersOf' | 'tripsUnder'>
  readonly documents: DocumentsDoor<Tx>
  readonly database: Pick<Database, 'transaction'>
  readonly baseUrl: string
}
const Uses = listOf(PaperUse)
export const contentOf = (row: Pick<PaperRow, 'content'>) => mustParse(PaperDrafted, row.content)
export const usesOf = (row: Pick<PaperRow, 'uses'>): readonly PaperUse[] => mustParse(Uses, row.uses)
export const clockOf = (row: PaperRow): PaperClock => ({ ...row, statedGrams: statedGrams(contentOf(row).values), uses: usesOf(row) })

/** Papers with the trips that custody knows under their numbers. Where two issuers gave one number, nobody can tell whose trip it was. */
export async function papersWithTrips(
  tx: Tx,
  { trades }: Pick<PaperDoors, 'trades'>,
  { tenant, asked }: { readonly tenant: string; readonly asked: PapersAsked },
): Promise<readonly PaperRow[]> {
  const rows = await listPapers(tx, tenant, asked)
  const carried = (row: PaperRow): boolean => row.type === TRANSPORT
  const trips = await trades.tripsUnder(
    tx,
    tenant,
    rows.filter(carried).map((row) => row.number),
  )
  const byNumber = Map.groupBy(trips, (one) => one.paper)
  return Promise.all(
    rows.map(async (row) => {
      const own = carried(row) ? byNumber.get(row.number.toUpperCase()) : undefined
      if (!own || (await listPapers(tx, tenant, { type: TRANSPORT, number: row.number })).length > 1) return row
      return {
        ...row,
        uses: usesWithTrips(
          clockOf(row),
          usesOf(row),
          own.map(({ paper: _paper, ...trip }) => trip),
        ),
      }
    }),
  )
}
const TRANSPORT = 'transport-authorisation'

export async function typesOf(tx: Tx, tenant: string) {
  return typesWith((await listOwnTypes(tx, tenant)).map((one) => mustParse(PaperType, one)))
}

/** Names of bodies with the place of each, for labels and for who may see what. */
export async function bodiesOf(
  tx: Tx,
  doors: Pick<PaperDoors, 'people'>,
  asked: { readonly tenant: string; readonly ids: readonly string[] },
) {
  const ids = [...new Set(asked.ids)].map((one) => asId('organisation', one))
  return new Map((await doors.people.organisations(tx, ids, asked.tenant)).map((one) => [String(one.id), one]))
}

/** Whoever oversees the trade sees the papers of issuers in the territory; everybody else those in which the own organisation has a part. */
export async function seenPapers(
  tx: Tx,
  doors: Pick<PaperDoors, 'people' | 'places'>,
  asked: { readonly tenant: string; readonly who: Who; readonly rows: readonly PaperRow[] },
): Promise<readonly PaperRow[]> {
  const { tenant, who, rows } = asked
  const isParty = (row: PaperRow): boolean => who.organisation !== null && row.parties.includes(who.organisation)
  if (!who.capabilities.has('custody.oversee')) return rows.filter(isParty)
  if (who.territory === 'everywhere') return rows
  const bodies = await bodiesOf(tx, doors, { tenant, ids: rows.map((row) => row.issuer) })
  const inside = await insideOf(tx, doors, asked)
  return rows.filter((row) => isParty(row) || inside(bodies.get(row.issuer)?.area ?? null))
}
/** Whether an area lies in the asker's territory; a province covers its territoires. */
export async function insideOf(
  tx: Tx,
  doors: Pick<PaperDoors, 'places'>,
  { tenant, who }: { readonly tenant: string; readonly who: Pick<Who, 'territory'> },
): Promise<(area: string | null) => boolean> {
  const parents = new Map((await doors.places.listAreas(tx, 'territoire', tenant)).map((area) => [area.code, area.parent ?? null]))
  return (area) =>
    covers(
      who.territory,
      area !== null && parents.has(area) ? { province: parents.get(area) ?? null, territoire: area } : { province: area, territoire: null },
    )
}

export async function summariesOf(
  tx: Tx,
  doors: Pick<PaperDoors, 'people'>,
  asked: { readonly tenant: string; readonly on: string; readonly rows: readonly PaperRow[] },
): Promise<readonly Summary[]> {
  const { tenant, on, rows } = asked
  const types = new Map((await typesOf(tx, tenant)).map(({ type }) => [type.code, type]))
  const bodies = await bodiesOf(tx, doors, { tenant, ids: rows.map((row) => row.issuer) })
  return rows.map((row) => {
    const uses = usesOf(row)
    return mustParse(PaperSummary, {
      id: row.id,
      type: row.type,
      typeName: types.get(row.type)?.name ?? { fr: row.type, en: row.type },
      number: row.number,
      issuer: row.issuer,
      issuerName: bodies.get(row.issuer)?.name ?? null,
      state: paperStateOn(clockOf(row), on),
      validFrom: row.validFrom,
      validUntil: row.validUntil,
      daysLeft: daysLeftOn(row, on),
      issuedOn: row.issuedOn,
      uses: uses.length,
      mostUses: row.mostUses,
      doubts: uses.reduce((sum, use) => sum + use.doubts.length, 0),
    })
  })
}

export async function labelled(
  tx: Tx,
  doors: PaperDoors,
  { tenant, links }: { readonly tenant: string; readonly links: readonly PaperLink[] },
): Promise<readonly LabelledLink[]> {
  const lots = links.flatMap((link) => (link.kind === 'lot' || link.kind === 'leg' ? [link.lot] : []))
  const numbers = new Map<string, string>((await doors.trades.numbersOf(tx, tenant, lots)).map((one) => [one.lot, one.number]))
  const ids = links.flatMap((link) => (link.kind === 'operator' ? [link.organisation] : link.kind === 'leg' ? [link.from, link.to] : []))
  const bodies = await bodiesOf(tx, doors, { tenant, ids })
  const sites = links.flatMap((link) => (link.kind === 'site' ? [link.site] : []))
  const names = new Map<string, string>((await doors.sites.briefs(tx, sites, tenant)).map((one) => [one.id, one.name]))
  return links.map((link) => {
    if (link.kind === 'lot') return { link, label: numbers.get(link.lot) ?? null }
    if (link.kind === 'site') return { link, label: names.get(link.site) ?? null }
    if (link.kind === 'operator') return { link, label: bodies.get(link.organisation)?.name ?? null }
    if (link.kind === 'mission') return { link, label: null }
    const ends = [link.from, link.to].map((one) => bodies.get(one)?.name ?? '?').join(' → ')
    return { link, label: `${numbers.get(link.lot) ?? '?'}: ${ends}` }
  })
}

/** State and doubts alone: who holds the sheet in hand may ask, without seeing what else stands in the register. */
export async function paperChecks(
  tx: Tx,
  doors: Pick<PaperDoors, 'trades'>,
  { tenant, check }: { readonly tenant: string; readonly check: CheckPaper },
): Promise<readonly PaperCheck[]> {
  const { number, on, massGrams } = check
  const rows = await papersWithTrips(tx, doors, { tenant, asked: { number, type: TRANSPORT } })
  return rows.slice(0, 20).map((row) => {
    const clock = clockOf(row)
    const { validUntil, mostUses, statedGrams: stated } = clock
    const doubts = [...doubtsOf(clock, { on, massGrams })]
    return { state: paperStateOn(clock, on), validUntil, uses: clock.uses.length, mostUses, statedGrams: stated, doubts }
  })
}

const briefOf = (row: PaperRow, on: string): PaperBrief => {
  const clock = clockOf(row)
  return {
    id: asId('paper', row.id),
    type: row.type,
    number: row.number,
    issuer: mustParse(OrganisationId, row.issuer),
    state: paperStateOn(clock, on),
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    statedGrams: clock.statedGrams,
    uses: usesOf(row),
  }
}
export const papersDoor = (doors: Pick<PaperDoors, 'trades'>): PapersDoor<Tx> => ({
  papersOf: async (tx, tenant, { link, on }) =>
    (await papersWithTrips(tx, doors, { tenant, asked: { link: linkKey(link) } })).map((row) => briefOf(row, on)),
  papersAbout: async (tx, tenant, { lots, sites, numbers, on }) =>
    (await listPapersAbout(tx, tenant, { lots, sites, numbers })).map((row) => ({ ...briefOf(row, on), links: contentOf(row).links })),
  paperUse: async (tx, tenant, { number, type, on }) =>
    (await papersWithTrips(tx, doors, { tenant, asked: { number, ...(type === undefined ? {} : { type }) } })).map((row) =>
      briefOf(row, on),
    ),
})
