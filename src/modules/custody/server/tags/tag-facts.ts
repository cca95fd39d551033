/*
What a decision must know of tags: the batch and part of a number that was read from a bag, whether it was handed out for the day,
and what stands in the way of a batch's own decisions. Gathered in the transaction that decides; it decides nothing.
*/
import { dayOf } from '../../../../kernel/calendar.ts'
import { listOf, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Moment } from '../../../../platform/log/aggregate.ts'
import { type Territory, covers } from '../../../people/contract.ts'
import { type SiteBrief, SiteId } from '../../../sites/contract.ts'
import { TagBatchId } from '../../contract.ts'
import type { TagRecord } from '../../domain/plausibility/arrival-rules.ts'
import { normaliseTag, numberIn, splitTag, tagText } from '../../domain/tags/tag.ts'
import type { AnsweredRequest, TagBatchCommand, TagBatchContext } from '../../domain/tags/tag-batch.ts'
import { TagState } from '../../domain/tags/tag-state.ts'
import type { CustodyDoors } from '../doors.ts'
import { findLockbox, listActivationsOf } from './store-lockboxes.ts'
import { countGivenSince, listSitesOfRun } from './store-parts.ts'
import { findRequest } from './store-requests.ts'
import { type TagBatchRow, findOverlap, findTagBatch, listBatchesBySeries, listTagRows } from './store-tags.ts'

export interface TagAsking {
  readonly tx: Tx
  readonly tenant: string
  readonly doors: CustodyDoors
  readonly moment: Moment
  readonly territory: Territory
}
export const isInside = (territory: Territory, { provinceCode, territoireCode }: SiteBrief): boolean =>
  covers(territory, { province: provinceCode, territoire: territoireCode })

interface Reading {
  /** As stored: upper case without blanks. */
  readonly tag: string
  readonly issuer: string | null
  readonly site: SiteId | null
  readonly usedOn: string
  /** Who used it. */
  readonly account: string
}
/** The batch of a tag; when several issuers print the same number, the stated issuer's, else the one given to this site. */
export async function findTag(
  tx: Tx,
  tenant: string,
  reading: Reading,
): Promise<{ readonly record: TagRecord; readonly batch: TagBatchId | null } | null> {
  const parts = splitTag(reading.tag)
  if (!parts) return null
  const withoutCheck = Number(parts.run.slice(0, -1) || '0')
  const listed = await listBatchesBySeries(tx, tenant, { series: parts.series, whole: Number(parts.run), withoutCheck })
  const fitting = listed
    .filter((batch) => reading.issuer === null || batch.issuer === reading.issuer)
    .map((batch) => ({ batch, number: numberIn(batch, reading.tag) }))
    .filter((one) => one.number !== 'not-in-batch')
  const chosen = fitting.find((one) => one.batch.site === reading.site) ?? fitting[0]
  return chosen ? tagRecord(tx, tenant, { ...chosen, reading }) : null
}

async function tagRecord(
  tx: Tx,
  tenant: string,
  found: { readonly batch: TagBatchRow; readonly number: ReturnType<typeof numberIn>; readonly reading: Reading },
) {
  const { batch, number, reading } = found
  const of = typeof number === 'object' ? { batch: batch.id, from: number.number, to: number.number } : null
  const row = of ? (await listTagRows(tx, tenant, of))[0] : undefined
  const record: TagRecord = {
    batch: batch.id,
    issuer: batch.issuer,
    allocatedSite: batch.site,
    allocatedOn: batch.allocatedOn,
    declared: row && row.lot === null ? { as: row.declaredAs ?? row.state, on: row.changedOn } : null,
    wrongCheckDigit: number === 'wrong-check-digit',
    ...(of ? { activation: await activationOf(tx, tenant, { ...of, ...reading }) } : {}),
  }
  return { record, batch: of ? mustParse(TagBatchId, batch.id) : null }
}

/** Null where the site does not hand its tags out by day. */
async function activationOf(
  tx: Tx,
  tenant: string,
  { site, usedOn, account, ...of }: Reading & { readonly batch: string; readonly from: number; readonly to: number },
): Promise<NonNullable<TagRecord['activation']> | null> {
  const since = site === null ? null : ((await findLockbox(tx, tenant, site))?.activationSince ?? null)
  if (since === null) return null
  const active = (await listActivationsOf(tx, tenant, { ...of, day: usedOn })).filter((one) => one.site === site)
  const own = active.some((one) => one.agent === account)
  return { since, of: own ? 'this-agent' : active.length > 0 ? 'other-agent' : 'nobody' }
}

/** What a decision about a batch of tags needs; `batch` is its identifier. */
export async function tagBatchFacts(asking: TagAsking, batch: string, command: TagBatchCommand): Promise<TagBatchContext> {
  const { tx, tenant, moment } = asking
  const context: TagBatchContext = { happenedOn: dayOf(moment.happenedAt), overlap: null, standing: null, insideTerritory: true, tags: [] }
  switch (command.type) {
    case 'register-batch': {
      const range = { issuer: normaliseTag(command.issuer), series: normaliseTag(command.series ?? ''), from: command.from, to: command.to }
      const overlap = await findOverlap(tx, tenant, range)
      return { ...context, overlap: overlap && tagText(overlap, overlap.from) }
    }
    case 'allocate-batch':
    case 'allocate-range': {
      const { site, allocatedOn = context.happenedOn } = command
      const request = command.type === 'allocate-range' ? command.request : undefined
      const isMine = (await findTagBatch(tx, tenant, batch))?.tagType === 'mine'
      return {
        ...context,
        ...(await receivingSite(asking, site, allocatedOn)),
        quotaLeft: isMine ? await quotaLeftOf(tx, tenant, site) : null,
        request: request === undefined ? null : await answered(tx, tenant, request),
      }
    }
    case 'declare-tags':
    case 'destroy-tags': {
      const rows = await listTagRows(tx, tenant, { batch, from: command.from, to: command.to })
      const insideTerritory = await watchesOver(asking, batch, command)
      return {
        ...context,
        insideTerritory,
        tags: rows.map((row) => ({ number: row.number, state: mustParse(TagState, row.state), lot: row.lot })),
      }
    }
  }
}

/** Every site that holds some of the numbers. Numbers that no site has yet lie nowhere. */
async function watchesOver(
  { tx, tenant, doors, territory }: TagAsking,
  batch: string,
  run: { readonly from: number; readonly to: number },
) {
  if (territory === 'everywhere') return true
  const sites = await listSitesOfRun(tx, tenant, { batch, from: run.from, to: run.to })
  const briefs = await doors.sites.briefs(tx, [...mustParse(listOf(SiteId), sites)], tenant)
  return briefs.length === sites.length && briefs.every((brief) => isInside(territory, brief))
}

async function receivingSite({ tx, tenant, doors, moment, territory }: TagAsking, site: SiteId, on: string) {
  const brief = (await doors.sites.briefs(tx, [site], tenant))[0]
  if (!brief) return {}
  return { standing: await doors.sites.standing(tx, site, on, moment.now, tenant), insideTerritory: isInside(territory, brief) }
}

/** What may still be given under the quota of the site; null: it has none. */
export async function quotaLeftOf(tx: Tx, tenant: string, site: string): Promise<number | null> {
  const box = await findLockbox(tx, tenant, site)
  if (!box || box.quota === null || box.quotaSince === null) return null
  return Math.max(0, box.quota - (await countGivenSince(tx, tenant, { site, since: box.quotaSince })))
}

async function answered(tx: Tx, tenant: string, request: string): Promise<AnsweredRequest | null> {
  const row = await findRequest(tx, tenant, request, { of: 'everything' })
  return row && { site: row.site, state: row.state, tagType: row.tagType, approved: row.approved, assigned: row.assigned }
}
