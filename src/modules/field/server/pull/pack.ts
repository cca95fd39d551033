/*
Packs one page: asks the routes themselves, as the person, so that what is carried is what that person would have been shown; sight and
rounding of positions are theirs. A page is as large as a bad link brings in some seconds.
*/
import { gzipSync } from 'node:zlib'
import { todayAt } from '../../../../kernel/calendar.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { newestLearnedAt, readHead } from '../../../../platform/log/store.ts'
import type { PullSize, Pulled } from '../../contract.ts'
import { CASE_LIST, sitePaths } from '../../domain/carry-paths.ts'
import { readCursor, roundOf, writeCursor } from '../../domain/pull-cursor.ts'
import { type CarriedSet, type Choice, MOST_RECORDS, type PullParts, carriedBy, carriesSites, choiceDigest } from './carried.ts'
import { type PlannedThing, newsSince, planOf } from './plan.ts'

/** Of JSON, before it is compressed about tenfold. */
const PAGE_BYTES = 1_000_000
const PAGE_ANSWERS = 450

export interface PullAsked {
  readonly who: Who
  readonly choice: Choice
  readonly now: string
}

export async function pullPage(parts: PullParts, asked: PullAsked & { readonly cursor: string | null }): Promise<Outcome<Pulled>> {
  const { who, choice, now } = asked
  const here = await parts.database.read(async (tx) => ({
    position: (await readHead(tx, who.tenant))?.position ?? 0,
    day: todayAt(now),
    choice: choiceDigest(who, choice),
  }))
  const first = roundOf(readCursor(asked.cursor), here)
  const news = await parts.database.read((tx) => newsSince(tx, who, first))
  if (news !== null && news.subjects.length === 0 && !news.newDay) return accepted(nothingNew(writeCursor(first), now))
  // Other rights came into force under the same names: everything is told again.
  const cursor = news?.subjects.includes(`account:${who.account}`) === true ? { ...first, since: null } : first
  const carried = await carriedBy(parts, who, choice)
  if (!carried.ok) return carried
  const plan = await planOf(parts, { who, cursor, set: carried.value, news: cursor.since === null ? null : news, knownAt: now })
  const page = await packed(parts, { who, set: carried.value, left: plan.filter((one) => one.key > cursor.after) })
  const gone = cursor.after === '' ? carried.value.missionsGone.map((mission) => `/api/missions/${mission}`) : []
  return accepted({
    cursor: writeCursor({ ...cursor, after: page.last ?? '' }),
    done: page.last === null,
    of: plan.reduce((sum, one) => sum + (one.isGone ? 0 : one.paths.length), 0),
    answers: page.answers,
    gone: [...gone, ...page.gone],
    whole: cursor.since === null,
    serverTime: now,
  })
}

const nothingNew = (cursor: string, now: string): Pulled => ({
  ...{ cursor, done: true, of: 0, answers: [], gone: [], whole: false, serverTime: now },
})

interface Page {
  readonly answers: Pulled['answers']
  readonly gone: string[]
  /** Key of the last thing; null when nothing is left. */
  readonly last: string | null
}
async function packed(
  parts: PullParts,
  { who, set, left }: { readonly who: Who; readonly set: CarriedSet; readonly left: readonly PlannedThing[] },
): Promise<Page> {
  const answers: Page['answers'] = []
  const gone: string[] = []
  let bytes = 0
  for (const [at, thing] of left.entries()) {
    if (thing.isGone) gone.push(...thing.paths)
    else {
      // What is asked about one thing is asked at once: the database answers five questions sooner together than one by one.
      const asked = thing.paths.map(async (path) => ({
        path,
        data: await answerTo(parts, who, { path, set, onlyCarried: thing.onlyCarried }),
      }))
      for (const { path, data } of await Promise.all(asked)) {
        if (data === undefined) {
          // Who may open files no more, or not now, carries none: the telephone keeps what its list says.
          if (!thing.key.startsWith('0-') || (path === CASE_LIST && who.capabilities.has('cases.hold-key'))) gone.push(path)
        } else {
          answers.push({ path, data: data.body })
          bytes += data.bytes
        }
      }
    }
    const isLast = at === left.length - 1
    if (!isLast && (bytes >= PAGE_BYTES || answers.length >= PAGE_ANSWERS || gone.length >= PAGE_ANSWERS))
      return { answers, gone, last: thing.key }
  }
  return { answers, gone, last: null }
}

/** Undefined: not this person's to see, or not there any more. */
async function answerTo(
  { dispatch }: Pick<PullParts, 'dispatch'>,
  who: Who,
  { path, set, onlyCarried }: { readonly path: string; readonly set: CarriedSet; readonly onlyCarried: boolean },
): Promise<{ readonly body: Pulled['answers'][number]['data']; readonly bytes: number } | undefined> {
  // An empty list of sites is asked by an id that nobody has.
  const among = `among=${set.sites.length === 0 ? 'none' : set.sites.join(',')}`
  const url = onlyCarried ? `${path}${path.includes('?') ? '&' : '?'}${among}` : path
  const reply = await dispatch({ who, method: 'GET', url })
  if (reply.status >= 500) throw new Error(`an answer could not be packed: ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}`)
  // Refusals of a decision come as 409 from inside; only the server's door knows their statuses.
  if (reply.status !== 200) return undefined
  const text = JSON.stringify(reply.body)
  const body: Pulled['answers'][number]['data'] = JSON.parse(text)
  return { body, bytes: Buffer.byteLength(text) }
}

const SAMPLE = 6
/** What is about to be carried, by the counts and by a sample of its sites. */
/** Its day and no more: the instant moves with every act, also on files that are kept from who asks. */
const dayBegin = (at: string | null): string | null => at && `${at.slice(0, 10)}T00:00:00.000Z`

export async function sizeOf(parts: PullParts, { who, choice }: PullAsked): Promise<Outcome<PullSize>> {
  const carried = await carriedBy(parts, who, choice)
  if (!carried.ok) return carried
  if (!carriesSites(who)) return accepted({ ...NO_SITES, bytes: PERSONS_BYTES, sentBytes: Math.round(PERSONS_BYTES / 8) })
  const set = carried.value
  const step = Math.max(1, Math.floor(set.sites.length / SAMPLE))
  const sample = set.sites.filter((_site, at) => at % step === 0).slice(0, SAMPLE)
  const texts: string[] = []
  for (const path of sample.flatMap((site) => sitePaths(site, who.capabilities.has('custody.weigh')))) {
    const reply = await parts.dispatch({ who, method: 'GET', url: path })
    if (reply.status === 200) texts.push(JSON.stringify(reply.body))
  }
  const whole = texts.join('\n')
  const scale = sample.length === 0 ? 0 : set.sites.length / sample.length
  const { bytes, sentBytes } = { bytes: Buffer.byteLength(whole) * scale, sentBytes: gzipSync(whole).length * scale }
  const rest = await parts.database.read(async (tx) => ({
    visits: await parts.fieldSites.visitCount(tx, who.tenant, set.sites),
    newestAt: dayBegin(await newestLearnedAt(tx)),
  }))
  return accepted({
    ...{ sites: set.sites.length, inspections: set.inspections.length, ...rest },
    bytes: Math.round(bytes + COMMON_BYTES + set.inspections.length * INSPECTION_BYTES),
    sentBytes: Math.round(sentBytes + (COMMON_BYTES + set.inspections.length * INSPECTION_BYTES) / 8),
    estimated: true,
    mostRecords: MOST_RECORDS,
  })
}
/** Lists, rules and forms, as they came out on the demonstration's world. */
const COMMON_BYTES = 700_000
const INSPECTION_BYTES = 9_000
/** At most twenty files, the directory of services and public keys, as the demonstration has them. */
const PERSONS_BYTES = 400_000
const NO_SITES = { sites: 0, visits: 0, inspections: 0, estimated: true, newestAt: null, mostRecords: MOST_RECORDS } as const
