/*
Sends what is new to subscribers. The place of a subscription moves only when its receiver said that it took the document, so nothing is
lost and a receiver may get a document twice, never with a gap. What fails is tried again later and later; after enough tries it waits a
day between them, and the office sees why.
*/
import { createHmac } from 'node:crypto'
import { type EpcFormat, epcFormats } from '../domain/write-document.ts'
import { type Destinations, sendTo } from '../../../platform/http/destination.ts'
import { versionHeaders } from './headers.ts'
import { SEQUENCE_STEP } from './projection.ts'
import type { Query } from './query.ts'
import type { CaptureParts } from './capture-parts.ts'
import { sayCustody } from './say-custody.ts'
import { nextAfter } from './schedule.ts'
import { documentOf } from './search.ts'
import { sightOf } from './sight.ts'
import { readCustodyPlace } from './store-events.ts'
import { type DueRow, listDue, moveSubscription, noteFailure } from './store-queries.ts'
import { type FoundEvent, findNewEvents } from './store-search.ts'
import { readStored } from './stored-query.ts'

export interface DeliveryParts extends CaptureParts {
  readonly destinations: Destinations
}

const AT_ONCE = 500
/** Between two looks for a stream. */
const PAUSE = 1000
/** Twice as long each time, from ten seconds to a day (D). */
const backOff = (failures: number): number => Math.min(10_000 * 2 ** Math.min(failures, 14), 86_400_000)

/** Up to here everything that is in the log is also said in EPCIS: what is delivered up to here never gains a latecomer. */
export async function horizonOf(parts: CaptureParts, tenant: string): Promise<number> {
  await sayCustody({ ...parts, tenant })
  const place = await parts.database.read((tx) => readCustodyPlace(tx, tenant))
  return (place + 1) * SEQUENCE_STEP - 1
}

export const isFormat = (text: string): text is EpcFormat => epcFormats.some((one) => one === text)
export const formatOf = (text: string): EpcFormat => (isFormat(text) ? text : 'Always_GS1_Digital_Link')

export interface News {
  readonly found: readonly FoundEvent[]
  /** Everything up to here is in it. */
  readonly upto: number
  readonly isMore: boolean
}
/** What fits a query after a place, with the sight that the account has now; null where it may not read any more. */
export async function newsOf(
  parts: CaptureParts,
  asked: { readonly account: string; readonly query: Query; readonly from: number; readonly since: string | null },
): Promise<News | null> {
  const { tenant, database, custody } = parts
  const who = await parts.whoOf(asked.account)
  if (who === null || !who.capabilities.has('exchange.epcis-query')) return null
  const upto = await horizonOf(parts, tenant)
  const found = await database.read(async (tx) =>
    findNewEvents(tx, tenant, { ...asked, sight: await sightOf(tx, custody, who), upto, limit: AT_ONCE + 1 }),
  )
  const shown = found.slice(0, AT_ONCE)
  const isMore = found.length > AT_ONCE
  return { found: shown, upto: isMore ? (shown.at(-1)?.sequence ?? upto) : upto, isMore }
}

/** One round over what is due; the number of documents that were taken. */
export async function deliverDue(parts: DeliveryParts): Promise<number> {
  const due = await parts.database.read((tx) => listDue(tx, parts.tenant, parts.clock(), 50))
  const done = await Promise.all(due.map((row) => deliverOne(parts, row)))
  return done.filter(Boolean).length
}

async function deliverOne(parts: DeliveryParts, row: DueRow): Promise<boolean> {
  const { tenant, database } = parts
  const now = parts.clock()
  const fail = async (fault: string): Promise<false> => {
    const nextAt = new Date(Date.parse(now) + backOff(row.failures)).toISOString()
    await database.transaction((tx) => noteFailure(tx, tenant, row.id, { at: now, nextAt, fault }))
    return false
  }
  const query = readStored(row.definition)
  if (!query.ok) return fail('query-not-valid')
  const news = await newsOf(parts, { account: row.account, query: query.value, from: row.lastSequence, since: row.initialRecordTime })
  if (news === null) return fail('account-may-not-read')
  const isSent = news.found.length > 0 || row.reportIfEmpty
  if (isSent) {
    const fault = await send(parts, row, news.found)
    if (fault !== null) return fail(fault)
  }
  const pause = new Date(Date.parse(now) + PAUSE).toISOString()
  const nextAt = news.isMore ? now : row.schedule === null ? pause : nextAfter(row.schedule, now)
  const moved = { sequence: news.upto, nextAt, notifiedAt: isSent ? now : null, deliveredAt: news.found.length > 0 ? now : null }
  await database.transaction((tx) => moveSubscription(tx, tenant, row.id, moved))
  return isSent
}

function send(parts: DeliveryParts, row: DueRow, found: readonly FoundEvent[]): Promise<string | null> {
  const body = documentOf(found, { createdAt: parts.clock(), format: formatOf(row.format), queryName: row.query, subscriptionID: row.id })
  return sendTo(parts.destinations, {
    url: row.destination,
    body,
    headers: { ...versionHeaders, ...(row.secret === null ? {} : { 'gs1-signature': signatureOf(row.secret, body) }) },
  })
}
/** HMAC-SHA-256 of the body under the receiver's own token. */
export const signatureOf = (secret: string, body: string): string => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
