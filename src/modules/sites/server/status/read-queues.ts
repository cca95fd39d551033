/* The queues of a ministry, within the territory of who asks: the counts of all of them, or the sites of one. */
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { outsideOf } from '../../domain/register/territory.ts'
import {
  type Delays,
  type QueueName,
  type QueuePage,
  type QueueRow,
  type Queues,
  clockQueues,
  daysOfLine,
  delayOf,
  queueNames,
} from '../../domain/status/queues.ts'
import type { Question, StatusFact } from '../../domain/status/status-fact.ts'
import { standingOf } from '../../domain/status/status.ts'
import { greenSpans, isWithin } from '../../domain/status/validity-report.ts'
import { type pageOf, slice } from '../questions.ts'
import type { ProductionOf } from '../register/place-of-site.ts'
import { newestStoppedDay } from '../../domain/status/stopped-production.ts'
import { type Law, readLaw, turnsOf } from './law.ts'
import { readFindings } from './read-validity.ts'
import { type SiteStanding, factsBySite, standingsOf } from './standings.ts'
import { type SightingRow, listDelayLines, listInspectedSites, listSightings, listSurvivors } from './store-queues.ts'

type Territory = 'everywhere' | readonly string[]
export interface QueueWish {
  readonly question: Question
  readonly territory: Territory
  readonly production?: ProductionOf | undefined
}
export type Waiting = { readonly [Name in QueueName]: readonly QueueRow[] }

/** Every queue with its rows. Cost: the standings of all sites and four statements; some tens of milliseconds for some thousands of sites. */
export async function readWaiting(tx: Tx, tenant: string, { question, territory, production }: QueueWish): Promise<Waiting> {
  const near = (await standingsOf(tx, tenant, question)).filter(
    ({ row }) => outsideOf(territory, { province: row.province_code, territoire: row.territoire_code }) === null,
  )
  const rows = new Map<QueueName, QueueRow[]>(queueNames.map((name) => [name, []]))
  const byId = new Map<string, SiteStanding>(near.map((one) => [one.row.id, one]))
  const wait = (queue: QueueName, site: string, day: string | null): void => {
    const found = byId.get(site)
    if (found)
      rows
        .get(queue)
        ?.push({ site: asId('site', site), name: found.row.name, nationalId: found.row.national_id, standing: found.short, day })
  }
  const inspected = await listInspectedSites(tx, tenant, question)
  for (const { row, short } of near) {
    for (const { queue, day } of clockQueues(short)) wait(queue, row.id, day)
    if (!inspected.has(row.id) && short.basis !== 'order') wait('neverInspected', row.id, null)
  }
  for (const one of await readFindings(tx, tenant, question)) {
    if (one.figures.includes('interferenceWhileGreen')) wait('greenWithInterference', one.site, one.interferenceWhile.at(-1) ?? null)
    if (one.figures.includes('newestGreenLapsed')) wait('lapsedGreens', one.site, byId.get(one.site)?.short.lapse?.on ?? one.newestGreenOn)
  }
  for (const { queue, site, day } of await contradictions(tx, tenant, { question, byId, production })) wait(queue, site, day)
  const sorted = (name: QueueName) => (rows.get(name) ?? []).toSorted(orderOf(name))
  return {
    greenWithInterference: sorted('greenWithInterference'),
    greenWithChildLabour: sorted('greenWithChildLabour'),
    producedWhileSuspended: sorted('producedWhileSuspended'),
    overdueYellow: sorted('overdueYellow'),
    redEnded: sorted('redEnded'),
    lapsedGreens: sorted('lapsedGreens'),
    blueClocks: sorted('blueClocks'),
    expiringIn30Days: sorted('expiringIn30Days'),
    expiringIn60Days: sorted('expiringIn60Days'),
    expiringIn90Days: sorted('expiringIn90Days'),
    neverInspected: sorted('neverInspected'),
  }
}

interface Found {
  readonly queue: QueueName
  readonly site: string
  readonly day: string
}
/**
 * The newest day of each site on which children were seen under a green, people at work while it was red or held, or goods were produced
 * without the right to.
 */
async function contradictions(
  tx: Tx,
  tenant: string,
  { question, byId, production }: Pick<QueueWish, 'question' | 'production'> & { readonly byId: ReadonlyMap<string, SiteStanding> },
): Promise<readonly Found[]> {
  const facts = await factsBySite(tx, tenant)
  const law = await readLaw(tx, tenant)
  const merged = await listSurvivors(tx, tenant)
  const newest = new Map<string, Found>()
  for (const seen of await listSightings(tx, tenant, question)) {
    const survivor = merged.get(seen.site_id) ?? seen.site_id
    const site = byId.get(survivor)
    const own = facts.get(survivor) ?? []
    if (site === undefined || own.length === 0) continue
    const rules = law.rulebookOn(site.row.country, question.asOf, question.knownAt).book.values
    const found = { site: survivor, day: seen.seen_on }
    if (seen.children && isWithin(greenSpans(own, question, rules), seen.seen_on))
      newest.set(`children ${survivor}`, { queue: 'greenWithChildLabour', ...found })
    if (seen.at_work && isStopped(own, { seen, law, country: site.row.country, knownAt: question.knownAt }))
      newest.set(`work ${survivor}`, { queue: 'producedWhileSuspended', ...found })
  }
  for (const dug of (await production?.(tx, tenant, question)) ?? []) {
    const survivor = merged.get(dug.site) ?? dug.site
    const site = byId.get(survivor)
    if (site === undefined) continue
    const { country } = site.row
    const day = newestStoppedDay(facts.get(survivor) ?? [], {
      ...{ days: dug.producedOn, site: survivor, knownAt: question.knownAt },
      ...{ rulebookOn: (on: string) => law.rulebookOn(country, on, question.knownAt), law: turnsOf(law, country) },
    })
    const known = newest.get(`work ${survivor}`)
    if (day !== null && (known === undefined || known.day < day))
      newest.set(`work ${survivor}`, { queue: 'producedWhileSuspended', site: survivor, day })
  }
  return [...newest.values()]
}

/** Red by what people read, or held, on the day: whoever works there then works against an act or a note of somebody. A red whose period ended goes on. */
function isStopped(
  facts: readonly StatusFact[],
  { seen, law, country, knownAt }: { readonly seen: SightingRow; readonly law: Law; readonly country: string; readonly knownAt: string },
): boolean {
  if (!facts.some((fact) => fact.kind === 'hold' || (fact.kind !== 'blue' && fact.colour === 'red'))) return false
  const rulebook = law.rulebookOn(country, seen.seen_on, knownAt)
  const then = standingOf(facts, { site: asId('site', seen.site_id), asOf: seen.seen_on, knownAt, rulebook })
  return then.hold !== null || then.shown === 'red'
}

/** What rests on an order of this register stands before what only a third party wrote down; ends soonest first, findings newest first. */
const orderOf = (name: QueueName) => (a: QueueRow, b: QueueRow) => {
  const reported = Number(a.standing.basis === 'reported') - Number(b.standing.basis === 'reported')
  if (reported !== 0) return reported
  const sign = name.startsWith('expiring') || name === 'blueClocks' ? 1 : -1
  const [one, other] = [a.day ?? '', b.day ?? '']
  return one === other ? 0 : one < other ? -sign : sign
}

export async function readQueues(tx: Tx, tenant: string, wish: QueueWish): Promise<Queues> {
  const waiting = await readWaiting(tx, tenant, wish)
  const { delay } = await readDelays(tx, tenant, wish)
  return {
    asOf: wish.question.asOf,
    counts: {
      greenWithInterference: waiting.greenWithInterference.length,
      greenWithChildLabour: waiting.greenWithChildLabour.length,
      producedWhileSuspended: waiting.producedWhileSuspended.length,
      overdueYellow: waiting.overdueYellow.length,
      redEnded: waiting.redEnded.length,
      lapsedGreens: waiting.lapsedGreens.length,
      blueClocks: waiting.blueClocks.length,
      expiringIn30Days: waiting.expiringIn30Days.length,
      expiringIn60Days: waiting.expiringIn60Days.length,
      expiringIn90Days: waiting.expiringIn90Days.length,
      neverInspected: waiting.neverInspected.length,
    },
    delay,
  }
}

export async function readQueue(
  tx: Tx,
  tenant: string,
  wish: QueueWish & { readonly queue: QueueName; readonly page: ReturnType<typeof pageOf> },
): Promise<QueuePage> {
  const found = (await readWaiting(tx, tenant, wish))[wish.queue]
  return { queue: wish.queue, asOf: wish.question.asOf, total: found.length, ...wish.page, sites: slice(found, wish.page) }
}

/** From the visit to the publication, line by line; the longest first. */
export async function readDelays(tx: Tx, tenant: string, { question, territory }: QueueWish): Promise<Delays> {
  const lines = (await listDelayLines(tx, tenant, question.asOf))
    .filter((row) => outsideOf(territory, { province: row.province_code, territoire: row.territoire_code }) === null)
    .map((row) => ({
      site: asId('site', row.site_id),
      name: row.name,
      order: asId('order', row.order_id),
      number: row.number,
      inspectedOn: row.inspected_on,
      signedOn: row.signed_on,
      publishedOn: row.published_on,
      days: daysOfLine(row.inspected_on, row.published_on, question.asOf),
    }))
    .toSorted((a, b) => b.days - a.days)
  return { asOf: question.asOf, delay: delayOf(lines), lines }
}
