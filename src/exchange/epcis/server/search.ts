/*
A query answered: conditions read, custody said up to now, one page found, the way to the next. A page that follows is of the moment of
the first one: what came in since is not among it, and nothing is shown twice or left out.
*/
import { randomBytes } from 'node:crypto'
import type { Incoming, Reply } from '../../../platform/http/route.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { type EpcFormat, queryDocument } from '../domain/write-document.ts'
import { problem } from './errors.ts'
import { type Extensions, extensionsAsked, formatAsked, versionHeaders } from './headers.ts'
import type { Query } from './query.ts'
import { type Parameters, readQuery } from './read-query.ts'
import type { Given } from './read-values.ts'
import type { CaptureParts } from './capture-parts.ts'
import { sayCustody } from './say-custody.ts'
import { sightOf } from './sight.ts'
import { type TokenRow, findToken, insertToken } from './store-queries.ts'
import { type FoundEvent, findEvents, isMoreThan, newestSequence } from './store-search.ts'
import { limitTime } from './store-vocabulary.ts'

const USUAL_PAGE = 30
const LARGEST_PAGE = 1000
/** Of a token (D). */
const LIFETIME = 60 * 60_000
/** How long a reader waits for custody to be said, at most. */
const PATIENCE = 2000

/** As a query document has it: with the identifier and the record time that it has here. */
export const writable = ({ content, context, event_id, record_time }: FoundEvent) => ({
  raw: { ...content, eventID: typeof content['eventID'] === 'string' ? content['eventID'] : event_id, recordTime: record_time },
  context,
})
export function documentOf(
  found: readonly FoundEvent[],
  said: { readonly createdAt: string; readonly format: EpcFormat; readonly queryName: string; readonly subscriptionID?: string },
): string {
  return JSON.stringify(queryDocument(found.map(writable), said))
}
/** `application/ld+json` where it is asked for by name. */
export const jsonType = (accept: string | undefined): string =>
  `application/${(accept ?? '').includes('application/ld+json') ? 'ld+json' : 'json'}; charset=utf-8`

export interface Asked {
  /** Without those of paging. */
  readonly parameters: Parameters
  readonly perPage: number
  readonly token: string | null
  readonly extensions: Extensions
}
type Read = { readonly ok: true; readonly asked: Asked } | { readonly ok: false; readonly reply: Reply }

/** The query string, parted into paging and conditions; `preset` are conditions of the address itself. */
export function askedIn(incoming: Incoming, preset: Parameters = []): Read {
  const refuse = (reply: Reply): Read => ({ ok: false, reply })
  const extensions = extensionsAsked(incoming)
  if (!extensions.ok) return refuse(problem('QueryParameterException', { detail: extensions.refusal.code }))
  const given = Object.entries({ ...(typeof incoming.query === 'object' ? incoming.query : {}) })
  const twice = given.find(([, value]) => typeof value !== 'string')
  if (twice)
    return refuse(problem('QueryParameterException', { detail: `${twice[0].slice(0, 100)} is given twice; list values are parted by |` }))
  const texts = given.map(([name, value]): readonly [string, string] => [name, String(value)])
  const perPage = texts.find(([name]) => name === 'perPage')?.[1]
  const token = texts.find(([name]) => name === 'nextPageToken')?.[1] ?? null
  if (perPage !== undefined && !/^[1-9]\d{0,5}$/.test(perPage))
    return refuse(problem('QueryParameterException', { detail: 'perPage is a number of events, from 1' }))
  if (token !== null && !/^[\w-]{1,100}$/.test(token))
    return refuse(problem('QueryParameterException', { detail: 'nextPageToken is none of ours' }))
  const parameters: [string, Given][] = texts
    .filter(([name]) => name !== 'perPage' && name !== 'nextPageToken')
    .map(([name, value]) => [name, value])
  const page = perPage === undefined ? USUAL_PAGE : Math.min(Number(perPage), LARGEST_PAGE)
  return { ok: true, asked: { parameters: [...preset, ...parameters], perPage: page, token, extensions: extensions.value } }
}

export async function searchReply(
  parts: CaptureParts,
  incoming: Incoming,
  asked: Asked & { readonly queryName: string; readonly path: string },
): Promise<Reply> {
  const query = readQuery(asked.parameters, asked.extensions)
  if (!query.ok) return problem('QueryParameterException', { detail: query.refusal.code })
  const since = Date.now()
  const isWhole = await sayCustody({ ...parts, tenant: incoming.tenant }, () => Date.now() - since > PATIENCE)
  const question = JSON.stringify([asked.queryName, asked.parameters, asked.extensions])
  try {
    const found = await incoming.door.read((tx) => findPage(tx, parts, { incoming, asked, query: query.value, question }))
    if ('refused' in found) return found.refused
    const { page, next } = found
    const body = documentOf(page, { createdAt: incoming.now, format: formatAsked(incoming), queryName: asked.queryName })
    const link = next === null ? {} : await nextPage(parts, incoming, { next, address: addressIn(incoming, parts.baseUrl, asked.path) })
    const late = isWhole ? {} : { warning: '199 - "the newest entries of custody are still being read in; ask again"' }
    return { status: 200, body, contentType: jsonType(incoming.headers['accept']), headers: { ...versionHeaders, ...link, ...late } }
  } catch (error) {
    if (isTooLong(error)) return problem('QueryTooComplexException', { detail: 'it took too long; ask for a shorter time or fewer values' })
    throw error
  }
}
export const isTooLong = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '57014'

interface Wanted {
  readonly incoming: Incoming
  readonly asked: Asked
  readonly query: Query
  readonly question: string
}
async function findPage(
  tx: Tx,
  parts: CaptureParts,
  { incoming, asked, query, question }: Wanted,
): Promise<{ readonly refused: Reply } | { readonly page: readonly FoundEvent[]; readonly next: TokenRow | null }> {
  await limitTime(tx)
  const { who, tenant, now } = incoming
  const sight = await sightOf(tx, parts.custody, who)
  if (query.maxEventCount !== null && (await isMoreThan(tx, tenant, { query, sight, most: query.maxEventCount })))
    return { refused: problem('QueryTooLargeException', { detail: `more than ${query.maxEventCount} events fit` }) }
  const place = asked.token === null ? null : await findToken(tx, tenant, { token: asked.token, account: who.account, now })
  if (asked.token !== null && place?.question !== question)
    return { refused: problem('QueryParameterException', { detail: 'nextPageToken is of another query, or too old' }) }
  const upto = place?.upto ?? (await newestSequence(tx, tenant))
  const seen = place?.seen ?? 0
  const left = query.eventCountLimit === null ? Number.MAX_SAFE_INTEGER : query.eventCountLimit - seen
  const limit = Math.min(asked.perPage, left)
  const after = place === null ? null : { key: place.key, sequence: place.sequence }
  const found = limit < 1 ? [] : await findEvents(tx, tenant, { query, sight, page: { upto, after, limit: limit + 1 } })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const isMore = found.length > limit && limit < left && last !== undefined
  return { page, next: isMore ? { question, key: last.key, sequence: last.sequence, upto, seen: seen + page.length } : null }
}

async function nextPage(
  { database }: CaptureParts,
  incoming: Incoming,
  { next, address }: { readonly next: TokenRow; readonly address: URL },
): Promise<{ readonly [name: string]: string }> {
  const { tenant, who, now } = incoming
  const token = randomBytes(18).toString('base64url')
  const expiresAt = new Date(Date.parse(now) + LIFETIME).toISOString()
  await database.transaction((tx) => insertToken(tx, tenant, { ...next, token, account: who.account, now, expiresAt }))
  return { link: linkTo(address, token), 'gs1-next-page-token-expires': expiresAt }
}
export const linkTo = (address: URL, token: string): string => {
  address.searchParams.set('nextPageToken', token)
  return `<${address.toString()}>; rel="next"`
}
/** The address that was asked, as others write it. */
export function addressIn(incoming: Incoming, baseUrl: string, path: string): URL {
  const address = new URL(path, baseUrl)
  const given = Object.entries({ ...(typeof incoming.query === 'object' ? incoming.query : {}) })
  for (const [name, value] of given) if (typeof value === 'string') address.searchParams.set(name, value)
  return address
}
