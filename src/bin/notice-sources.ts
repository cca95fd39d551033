/*
What is told to whom: the queues of sites, by the power that makes them somebody's business, and the accounts that may be written to. A
queue is told as soon as it has a sentence. Which power makes a queue somebody's business is our own choice (D).
*/
import { todayAt } from '../kernel/calendar.ts'
import type { NoticeSource, Recipient, Waiting } from '../modules/notices/contract.ts'
import { fr } from '../modules/notices/words/fr.ts'
import { capabilitiesOf } from '../modules/people/domain/roles.ts'
import { listRecipientRows } from '../modules/people/server/store-recipients.ts'
import { type QueueName, type QueueRow, queueNames } from '../modules/sites/domain/status/queues.ts'
import { readWork } from '../modules/sites/server/status/read-attention.ts'
import type { ProductionOf } from '../modules/sites/server/register/place-of-site.ts'
import { readWaiting } from '../modules/sites/server/status/read-queues.ts'
import type { Tx } from '../platform/database/transaction.ts'

/** Who decides or prepares what becomes of a status. */
const KEEPERS = ['sites.plan-mission', 'sites.review', 'sites.order', 'sites.register', 'sites.hold'] as const
const CONCERNS: { readonly [kind: string]: readonly string[] } = {
  inspectionsToReview: ['sites.review'],
  inspectionsReturned: ['sites.inspect'],
  missionsInProgress: ['sites.plan-mission', 'sites.inspect'],
  actionsDue: ['sites.plan-mission', 'sites.review', 'sites.inspect'],
  blueClocks: ['sites.blue-receive', 'sites.blue-object', ...KEEPERS],
  ordersToPublish: ['sites.order'],
  ordersPublished: ['sites.read'],
  neverInspected: ['sites.plan-mission'],
}
const PATHS: { readonly [kind: string]: string } = {
  inspectionsToReview: '/inspections?phase=submitted',
  inspectionsReturned: '/inspections?phase=returned',
  missionsInProgress: '/missions',
  ordersToPublish: '/orders',
  ordersPublished: '/orders',
}
const MOST_KEYS = 500

/** With the days of production from custody where the program has one. */
export const siteNoticesWith = (production?: ProductionOf): NoticeSource<Tx> => ({
  name: 'sites',
  waiting: async (tx, { tenant, capabilities, territory }, now) => {
    if (!capabilities.has('sites.read')) return []
    const question = { asOf: todayAt(now), knownAt: now }
    const concerns = (kind: string): boolean =>
      `notice.kind.${kind}` in fr && (CONCERNS[kind] ?? KEEPERS).some((one) => capabilities.has(one))
    const queues = await readWaiting(tx, tenant, { question, territory, production })
    const work = await readWork(tx, tenant, { question, territory, page: { page: 1, pageSize: MOST_KEYS } })
    return [
      ...queueNames.filter(concerns).map((kind) => waitingOf(kind, ownRows(queues, kind))),
      ...Object.entries(work).flatMap(([kind, queue]) => (concerns(kind) ? waitingIn(kind, queue) : [])),
    ]
  },
})
export const siteNotices = siteNoticesWith()

/** A window of expiry holds those of the shorter ones; a letter counts each site once. */
function ownRows(queues: { readonly [Name in QueueName]: readonly QueueRow[] }, kind: QueueName): readonly QueueRow[] {
  const shorter = kind === 'expiringIn60Days' ? queues.expiringIn30Days : kind === 'expiringIn90Days' ? queues.expiringIn60Days : []
  const told = new Set(shorter.map((row) => row.site))
  return queues[kind].filter((row) => !told.has(row.site))
}

const waitingOf = (kind: QueueName, rows: readonly QueueRow[]): Waiting => ({
  kind,
  count: rows.length,
  path: `/attention/${kind}`,
  keys: rows.slice(0, MOST_KEYS).map(keyOf),
})

/** A queue is a number and its first items; whatever else the answer carries is passed over. */
function waitingIn(kind: string, queue: unknown): readonly Waiting[] {
  if (typeof queue !== 'object' || queue === null || !('count' in queue) || !('first' in queue)) return []
  const { count, first } = queue
  if (typeof count !== 'number' || !Array.isArray(first)) return []
  const items: readonly unknown[] = first
  return [{ kind, count, path: PATHS[kind] ?? `/attention/${kind}`, keys: items.map(keyOf) }]
}

const ID_FIELDS = ['order', 'inspection', 'mission', 'application', 'action', 'site', 'day'] as const
const keyOf = (item: unknown): string =>
  typeof item === 'object' && item !== null ? ID_FIELDS.map((name) => String(Reflect.get(item, name) ?? '')).join('/') : String(item)

export const recipientsOf = async (tx: Tx, tenant: string): Promise<readonly Recipient[]> =>
  (await listRecipientRows(tx, tenant)).map(({ roles, ...row }) => ({ ...row, tenant, capabilities: capabilitiesOf(roles) }))

/** Open accounts of persons for keys: what they may, and not who they are. */
export const keyAccountsOf = async (
  tx: Tx,
  tenant: string,
): Promise<
  readonly (Pick<Recipient, 'account' | 'capabilities'> & { readonly organisation: string | null; readonly roles: readonly string[] })[]
> =>
  (await listRecipientRows(tx, tenant)).map(({ account, organisation, roles }) => ({
    ...{ account, organisation, roles, capabilities: capabilitiesOf(roles) },
  }))
