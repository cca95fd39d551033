/* Titles of many sites in one question, for decisions that ask about a title and nothing else of the record. Merged records count as one. */
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Licence, RegisterDoor } from '../../contract-register.ts'
import { licencesOn, standingEntries } from '../../domain/register/entries.ts'
import { listEntryRows } from './store-entries.ts'
import { listLinks } from './store-merges.ts'

export const readTitles: RegisterDoor<Tx>['titles'] = async (tx, tenant, { sites, asOf, knownAt }) => {
  if (sites.length === 0) return []
  const links = await listLinks(tx, tenant)
  const survivors = new Map<string, string>(links.flatMap((row) => (row.merged_into === null ? [] : [[row.id, row.merged_into] as const])))
  const survivorOf = (site: string): string => survivors.get(site) ?? site
  const wanted = new Set(sites.map(survivorOf))
  const members = [...new Set([...wanted, ...[...survivors].flatMap(([one, into]) => (wanted.has(into) ? [one] : []))])]
  const rows = (await listEntryRows(tx, tenant, members)).filter((row) => row.content.group === 'licence')
  const bySite = Map.groupBy(rows, (row) => survivorOf(row.site_id))
  return sites.flatMap((site) => {
    const entries = standingEntries(bySite.get(survivorOf(site)) ?? [], { asOf, knownAt })
    const licences: readonly Licence[] = entries.length === 0 ? [] : licencesOn(entries, asOf, [])
    return licences.length === 0 ? [] : [{ site: asId('site', site), licences }]
  })
}
