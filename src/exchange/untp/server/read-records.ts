/* Gathers the records that mappers turn into credentials, by the doors of others: as much as a stranger may know of sites and bodies, and of a lot what its reader sees. */
import { todayAt } from '../../../kernel/calendar.ts'
import { asId } from '../../../kernel/schema.ts'
import type { CredentialsDoor } from '../../../modules/certificates/contract-credentials.ts'
import type { CustodyDoor } from '../../../modules/custody/contract.ts'
import type { WhoSees } from '../../../modules/custody/contract-exchange.ts'
import type { WireLotsDoor } from '../../../modules/custody/contract-wire-lots.ts'
import type { OrganisationBrief, PeopleDoor } from '../../../modules/people/contract.ts'
import type { SiteBrief, SitesDoor, Standing } from '../../../modules/sites/contract.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { BodyRecord, LotRecord, SiteRecordOf } from '../records.ts'

export interface UntpDoors {
  readonly sites: Pick<SitesDoor<Tx>, 'briefs' | 'standings'>
  readonly people: Pick<PeopleDoor<Tx>, 'organisations'>
  readonly custody: Pick<CustodyDoor<Tx>, 'trace'>
  readonly lots: Pick<WireLotsDoor<Tx, never>, 'list'>
  readonly certificates: CredentialsDoor<Tx>
}
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isUuid = (text: string): boolean => UUID.test(text)

interface Asked {
  readonly tenant: string
  readonly now: string
}
/** `null` for a site that nobody registered. One that was merged speaks for itself no more. */
export async function readSite(
  tx: Tx,
  doors: UntpDoors,
  { tenant, now, site }: Asked & { readonly site: string },
): Promise<SiteRecordOf | null> {
  if (!isUuid(site)) return null
  const [brief] = await doors.sites.briefs(tx, [asId('site', site)], tenant)
  if (brief === undefined || brief.mergedInto !== undefined) return null
  const [standing] = await doors.sites.standings(tx, tenant, { sites: [brief.id], asOf: todayAt(now), knownAt: now })
  return standing === undefined ? null : siteRecord(brief, standing)
}

const siteRecord = (brief: SiteBrief, standing: Standing): SiteRecordOf => ({
  id: brief.id,
  name: brief.name,
  nationalId: brief.nationalId,
  minerals: brief.minerals,
  province: brief.provinceCode,
  territoire: brief.territoireCode,
  colour: standing.lapsed ? `${standing.colour}, lapsed` : standing.colour,
  mayCertify: standing.allows.certify === 'yes',
  held: standing.hold !== null,
  validUntil: standing.validUntil,
  order: orderOf(standing),
})
export const orderOf = ({ basis, orderNumber, orderSignedOn }: Standing): SiteRecordOf['order'] =>
  basis === 'order' && orderNumber !== null && orderSignedOn !== null ? { number: orderNumber, signedOn: orderSignedOn } : null

/** Kinds of body whose name is that of a company or a cooperative. A trader may be one man, and the name of a person is nobody else's business. */
const NAMED: readonly string[] = ['cooperative', 'processor', 'exporter', 'concession-holder', 'importer']
const bodyRecord = ({ id, name, kind }: OrganisationBrief): BodyRecord => ({ id, kind, name: NAMED.includes(kind) ? name : null })

export async function readBody(
  tx: Tx,
  doors: UntpDoors,
  { tenant, body }: { readonly tenant: string; readonly body: string },
): Promise<BodyRecord | null> {
  if (!isUuid(body)) return null
  const [found] = await doors.people.organisations(tx, [asId('organisation', body)], tenant)
  return found === undefined ? null : bodyRecord(found)
}

/** By custody's own sight; `null` for a lot that this reader may not see. */
export async function readLot(
  tx: Tx,
  doors: UntpDoors,
  { tenant, who, lot }: { readonly tenant: string; readonly who: WhoSees; readonly lot: string },
): Promise<LotRecord | null> {
  if (!isUuid(lot)) return null
  const { lots } = await doors.lots.list(tx, who, { lots: [lot], offset: 0, limit: 1 })
  const [facts] = lots
  const trace = facts === undefined ? null : await doors.custody.trace(tx, asId('lot', lot), tenant)
  if (facts === undefined || trace === null) return null
  const grams = new Map<string, number>()
  for (const root of trace.roots) if (root.site !== null) grams.set(root.site, (grams.get(root.site) ?? 0) + root.drawnGrams)
  const briefs = await doors.sites.briefs(
    tx,
    [...grams.keys()].map((site) => asId('site', site)),
    tenant,
  )
  const unknown = (id: string): BodyRecord => ({ id, name: null, kind: 'unknown' })
  const holder = await readBody(tx, doors, { tenant, body: facts.holder })
  const other = facts.recipient === null ? null : await readBody(tx, doors, { tenant, body: facts.recipient })
  return {
    facts,
    holder: holder ?? unknown(facts.holder),
    recipient: facts.recipient === null ? null : (other ?? unknown(facts.recipient)),
    sites: briefs.map(({ id, name, nationalId }) => ({ id, name, nationalId, grams: grams.get(id) ?? 0 })),
    knownGrams: [...grams.values()].reduce((sum, one) => sum + one, 0),
    rootGrams: trace.roots.reduce((sum, root) => sum + root.drawnGrams, 0),
  }
}
