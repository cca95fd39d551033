/*
The register of one site as its officers read and edit it: dated entries with their history, papers, relatives, merges, and which
other records may be the same place. Whoever may not know exact positions gets no outline, no position of a photograph and rounded
distances.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Position, asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Attachment } from '../../../documents/contract.ts'
import type { EntryContent } from '../../contract-register.ts'
import { type EntryRow, describedBy, hsCodesOf, standingEntries } from '../../domain/register/entries.ts'
import { type Candidate, likelyDuplicates } from '../../domain/register/likely.ts'
import { checkPolygon, metresOutside } from '../../domain/register/polygon.ts'
import { type PositionPrecision, coarsePosition, shownIcglrId, shownPosition } from '../../domain/register/precision.ts'
import type { DocumentShown, EntryShown, LikelyList, RegisterPage } from '../../domain/register/register-answers.ts'
import type { Question } from '../../domain/status/status-fact.ts'
import type { House } from './place-of-site.ts'
import { areaOf, readAreas } from './read-sites.ts'
import { type DocumentRow, listDocumentRows, listEntryRows } from './store-entries.ts'
import { listCandidates, listFamily, listMergeRows, listParts } from './store-merges.ts'
import { type SiteTableRow, findSiteRow, siteRowsById } from './store-register.ts'

interface Asked {
  readonly site: string
  readonly question: Question
  readonly precision: PositionPrecision
}

export async function readRegister(tx: Tx, house: House, { site, question, precision }: Asked): Promise<Outcome<RegisterPage>> {
  const { tenant, doors } = house
  const row = await findSiteRow(tx, tenant, site)
  if (row === null) return refused('no-such-site')
  const family = await listFamily(tx, tenant, site)
  const rows = await listEntryRows(tx, tenant, family)
  const standing = standingEntries(rows, question)
  const description = describedBy(standing)
  const areas = await readAreas(tx, doors)
  const located = positionOf(row)
  const holding = new Set<string>(standing.map((one) => one.entry))
  return accepted({
    ...{ positionPrecision: precision, site: asId('site', site), ...question, version: row.register_version },
    ...{ name: row.name, aliases: [...row.aliases], nationalId: row.national_id, country: row.country },
    icglrId: shownIcglrId(row.icglr_id, precision),
    minerals: [...row.minerals],
    hsCodes: [...hsCodesOf(row.minerals, description.hsCodes)],
    activity: row.activity,
    position: shownPosition(located, precision),
    stated: row.stated,
    province: areaOf(areas, row.province_code),
    territoire: areaOf(areas, row.territoire_code),
    ...(await relatives(tx, tenant, { row, family })),
    entries: rows.filter((one) => one.learned_at <= question.knownAt).map((one) => shownEntry(one, { site, question, precision, holding })),
    documents: (await listDocumentRows(tx, tenant, family))
      .filter((one) => one.attached_at <= question.knownAt)
      .map((one) => shownDocument(one, precision)),
    metresOutsideOutline: precision === 'exact' ? outsideOutline(description.polygon, located?.at ?? null) : null,
    likely: [
      ...(row.merged_into === null
        ? await findLikely(tx, tenant, { name: row.name, aliases: row.aliases, at: located?.at ?? null, self: site, precision })
        : []),
    ],
  })
}

const positionOf = ({ latitude, longitude, position_origin }: SiteTableRow) =>
  latitude === null || longitude === null ? null : { at: { latitude, longitude }, origin: position_origin ?? ('unknown' as const) }

function outsideOutline(polygon: Parameters<typeof checkPolygon>[0] | undefined, at: Position | null): number | null {
  if (polygon === undefined || at === null) return null
  const checked = checkPolygon(polygon, null)
  return checked.ok ? metresOutside(checked.value, at) : null
}

async function relatives(tx: Tx, tenant: string, { row, family }: { readonly row: SiteTableRow; readonly family: readonly string[] }) {
  const parts = (await listParts(tx, tenant, family)).filter((part) => part.merged_into === null && !family.includes(part.id))
  const merges = await listMergeRows(tx, tenant, row.id)
  const others = merges.flatMap((merge) => [merge.site_id, merge.into_id])
  const named = [...family, ...others, ...(row.parent_site === null ? [] : [row.parent_site])]
  const known = new Map((await siteRowsById(tx, tenant, [...new Set(named)])).map((one) => [one.id, one]))
  const relative = (id: string | null) => {
    const found = id === null ? undefined : known.get(id)
    return found === undefined ? null : { site: asId('site', found.id), name: found.name, nationalId: found.national_id }
  }
  return {
    mergedInto: relative(row.merged_into),
    duplicates: family.filter((id) => known.get(id)?.merged_into === row.id).flatMap((id) => relative(id) ?? []),
    merges: merges.map((merge) => ({
      duplicate: asId('site', merge.site_id),
      survivor: asId('site', merge.into_id),
      reason: merge.reason,
      mergedAt: merge.merged_at,
      unmergedAt: merge.unmerged_at,
      unmergeReason: merge.unmerge_reason,
    })),
    parent: relative(row.parent_site),
    parts: parts.map((part) => ({ site: asId('site', part.id), name: part.name, nationalId: part.national_id })),
  }
}

function shownEntry(row: EntryRow, { site, question, precision, holding }: Asked & { readonly holding: ReadonlySet<string> }): EntryShown {
  const endKnown = row.end_learned_at !== null && row.end_learned_at <= question.knownAt
  return {
    entry: asId('event', row.id),
    fromRecord: row.site_id === site ? null : asId('site', row.site_id),
    content: shownContent(row.content, precision),
    from: row.acts_on,
    until: endKnown ? row.ended_on : null,
    endReason: endKnown ? row.end_reason : null,
    reason: row.reason,
    source: row.source,
    attachments: row.attachments.map((one) => shownAttachment(one, precision)),
    learnedAt: row.learned_at,
    holds: holding.has(row.id),
    replaced: row.replaced_at !== null && row.replaced_at <= question.knownAt,
  }
}

/** An outline and a cadastral square are positions. */
function shownContent(content: EntryContent, precision: PositionPrecision): EntryContent {
  if (precision === 'exact' || content.group !== 'description') return content
  const { polygon: _polygon, nationalCadasterLocalization: _cadastre, ...rest } = content
  return rest
}
export function shownAttachment(attachment: Attachment, precision: PositionPrecision): Attachment {
  if (precision === 'exact') return attachment
  const { position: _position, ...rest } = attachment
  return rest
}

const shownDocument = (row: DocumentRow, precision: PositionPrecision): DocumentShown => ({
  document: asId('event', row.id),
  site: asId('site', row.site_id),
  attachment: shownAttachment(row.attachment, precision),
  datedOn: row.dated_on,
  source: row.source,
  attachedAt: row.attached_at,
  withdrawnAt: row.withdrawn_at,
  withdrawReason: row.withdraw_reason,
})

interface LikelyQuestion {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly at: Position | null
  readonly self?: string | undefined
  readonly precision: PositionPrecision
}
/** Somewhat more than the farthest distance that counts, at the latitudes of the region, rounding included. */
const BOX_DEGREES = 0.3
/** Nearby records only, where a position is known: some dozens of short comparisons. */
export async function findLikely(tx: Tx, tenant: string, asked: LikelyQuestion): Promise<LikelyList['likely']> {
  const seen = (at: Position): Position => (asked.precision === 'exact' ? at : coarsePosition(at))
  const register = (await listCandidates(tx, tenant, { near: asked.at, degrees: BOX_DEGREES }))
    .filter((row) => asked.self === undefined || row.parent_site !== asked.self)
    .map((row): Candidate => ({
      site: row.id,
      name: row.name,
      nationalId: row.national_id,
      aliases: row.aliases,
      at: row.latitude === null || row.longitude === null ? null : seen({ latitude: row.latitude, longitude: row.longitude }),
    }))
  const { name, aliases = [], self } = asked
  const at = asked.at === null ? null : seen(asked.at)
  const found = likelyDuplicates({ name, aliases, at, ...(self === undefined ? {} : { self }) }, register)
  return found.map((one) => ({ ...one, site: asId('site', one.site) }))
}
