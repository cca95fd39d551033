/*
Whole records of sites for other modules and other standards: what the register says on a day, with status, inspections and changes of
status. In full precision: whoever asks decides what its own reader may see. A merged record's id answers with its survivor.
*/
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Area } from '../../../places/contract.ts'
import type { RecordsQuestion, SiteRecord } from '../../contract-register.ts'
import {
  type EntryRow,
  activityCodeOf,
  describedBy,
  hsCodesOf,
  licencesOn,
  partiesOf,
  standingEntries,
} from '../../domain/register/entries.ts'
import type { StatusFact } from '../../domain/status/status-fact.ts'
import { statusPeriods } from '../../domain/status/status-periods.ts'
import { wireCodeOf } from '../../domain/status/wire-code.ts'
import { type Law, readLaw, turnsOf } from '../status/law.ts'
import { evaluate, factsBySite } from '../status/standings.ts'
import { listOwnFactRows } from '../status/store-standing-index.ts'
import type { House } from './place-of-site.ts'
import { listEntryRows } from './store-entries.ts'
import { listLinks } from './store-merges.ts'
import { type RecordInspectionRow, listInspectionsOf } from './store-records.ts'
import { rowToFact } from './store-observations.ts'
import { type SiteTableRow, listSiteRows, siteRowsById } from './store-register.ts'

export async function readRecords(tx: Tx, { tenant, doors }: House, question: RecordsQuestion): Promise<readonly SiteRecord[]> {
  const { sites, asOf, knownAt } = question
  const links = linksOf(await listLinks(tx, tenant))
  const wanted = sites === undefined ? null : new Set(sites.map((site) => links.survivorOf(site)))
  const rows = (wanted === null ? await listSiteRows(tx, tenant, knownAt) : await siteRowsById(tx, tenant, [...wanted]))
    .filter((row) => row.merged_into === null && row.registered_at <= knownAt)
    .toSorted((one, other) => (one.name < other.name || (one.name === other.name && one.id < other.id) ? -1 : 1))
  if (rows.length === 0) return []
  const members = rows.flatMap((row) => [row.id, ...links.duplicatesOf(row.id)])
  const bySurvivor = (site: string): string => links.survivorOf(site)
  const entries = Map.groupBy(await listEntryRows(tx, tenant, wanted === null ? null : members), (row) => bySurvivor(row.site_id))
  const inspections = Map.groupBy(await listInspectionsOf(tx, tenant, { sites: members, asOf, knownAt }), (row) => bySurvivor(row.site_id))
  const facts = wanted === null ? await factsBySite(tx, tenant) : await factsOf(tx, tenant, { members, bySurvivor })
  const areas = await areasOf(tx, { tenant, doors })
  const law = await readLaw(tx, tenant)
  return rows.map((row) =>
    recordOf(row, {
      question,
      areas,
      links,
      facts: facts.get(row.id) ?? [],
      entries: entries.get(row.id) ?? [],
      inspections: inspections.get(row.id) ?? [],
      law,
    }),
  )
}

/** Some sites: their facts alone are read, the facts of all sites stay where they are. */
async function factsOf(
  tx: Tx,
  tenant: string,
  { members, bySurvivor }: { readonly members: readonly string[]; readonly bySurvivor: (site: string) => string },
): Promise<ReadonlyMap<string, readonly StatusFact[]>> {
  const rows = Map.groupBy(await listOwnFactRows(tx, tenant, members), (row) => bySurvivor(row.site_id))
  return new Map([...rows].map(([site, own]) => [site, own.map(rowToFact)]))
}

interface Links {
  readonly survivorOf: (site: string) => string
  readonly duplicatesOf: (site: string) => readonly string[]
  readonly partsOf: (site: string) => readonly string[]
}
function linksOf(rows: Awaited<ReturnType<typeof listLinks>>): Links {
  const merged = new Map(rows.flatMap((row) => (row.merged_into === null ? [] : [[row.id, row.merged_into] as const])))
  const duplicates = Map.groupBy([...merged], ([, survivor]) => survivor)
  const survivorOf = (site: string): string => merged.get(site) ?? site
  const parts = Map.groupBy(
    rows.filter((row) => row.parent_site !== null && row.merged_into === null),
    (row) => survivorOf(row.parent_site ?? ''),
  )
  return {
    survivorOf,
    duplicatesOf: (site) => (duplicates.get(site) ?? []).map(([duplicate]) => duplicate),
    partsOf: (site) => (parts.get(site) ?? []).map((row) => row.id),
  }
}

async function areasOf(tx: Tx, { tenant, doors }: House): Promise<ReadonlyMap<string, Area>> {
  const all = [...(await doors.places.listAreas(tx, 'province', tenant)), ...(await doors.places.listAreas(tx, 'territoire', tenant))]
  return new Map(all.map((area) => [area.code, area]))
}

interface Around {
  readonly question: RecordsQuestion
  readonly areas: ReadonlyMap<string, Area>
  readonly links: Links
  readonly facts: readonly StatusFact[]
  readonly entries: readonly EntryRow[]
  readonly inspections: readonly RecordInspectionRow[]
  readonly law: Law
}
function recordOf(row: SiteTableRow, around: Around): SiteRecord {
  const { question, areas, links, facts } = around
  const { asOf, knownAt } = question
  const entries = standingEntries(around.entries, { asOf, knownAt })
  const description = describedBy(entries)
  const hsCodes = hsCodesOf(row.minerals, description.hsCodes)
  return {
    ...{ site: asId('site', row.id), version: row.register_version, asOf, knownAt, icglrId: row.icglr_id, nationalId: row.national_id },
    ...{ country: row.country, name: row.name, aliases: row.aliases, stated: row.stated, minerals: row.minerals },
    merged: links.duplicatesOf(row.id).map((one) => asId('site', one)),
    standing: evaluate({ ...row, law: around.law }, facts, { asOf, knownAt }),
    activityCode: activityCodeOf(entries, row.activity),
    position: row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    province: areas.get(row.province_code ?? '') ?? null,
    territoire: areas.get(row.territoire_code ?? '') ?? null,
    description,
    hsCodes,
    licences: licencesOn(entries, asOf, hsCodes),
    owner: partiesOf(entries, 'owner')[0] ?? null,
    operators: partiesOf(entries, 'operator'),
    entries,
    parentSite: row.parent_site === null ? null : asId('site', links.survivorOf(row.parent_site)),
    subSites: links.partsOf(row.id).map((one) => asId('site', one)),
    inspections: around.inspections.map(inspectionOf),
    statusChanges: changesOf({ row, law: around.law }, facts, { asOf, knownAt }),
    registeredAt: row.registered_at,
    changedAt: row.corrected_at ?? row.registered_at,
  }
}

const RESULT_CODES = { green: 1, yellow: 2, red: 3 } as const
const inspectionOf = (row: RecordInspectionRow): SiteRecord['inspections'][number] => ({
  inspection: row.id,
  on: row.inspected_on,
  onSite: row.on_site,
  phase: row.phase,
  result: row.result === null ? null : RESULT_CODES[row.result],
  purpose: row.purpose,
  agency: row.members.find((member) => member.head === true)?.body ?? null,
})

function changesOf(
  { row, law }: { readonly row: SiteTableRow; readonly law: Law },
  facts: readonly StatusFact[],
  { asOf, knownAt }: Pick<RecordsQuestion, 'asOf' | 'knownAt'>,
): SiteRecord['statusChanges'] {
  const periods = statusPeriods(facts, {
    ...{ site: asId('site', row.id), until: asOf, knownAt },
    rulebookOn: (day) => law.rulebookOn(row.country, day, knownAt),
    law: turnsOf(law, row.country),
  })
  return periods
    .filter((period, at) => period.internal !== periods[at - 1]?.internal || period.orderNumber !== periods[at - 1]?.orderNumber)
    .map(({ from, internal, orderNumber }) => ({ on: from, code: wireCodeOf(internal), internal, orderNumber }))
}
