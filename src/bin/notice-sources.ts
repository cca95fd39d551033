/*
What is told to whom: the queues of sites, by the power that makes them somebody's business, and the accounts that may be written to. New
queues of the sites' answer are told as soon as they have a sentence. Which power makes a queue somebody's business is our own choice (D).
*/
import { dayOf } from '../kernel/calendar.ts'
import type { NoticeSource, Recipient, Waiting } from '../modules/notices/contract.ts'
import { fr } from '../modules/notices/words/fr.ts'
import { capabilitiesOf } from '../modules/people/domain/roles.ts'
import { listRecipientRows } from '../modules/people/server/store-recipients.ts'
import { readAttention } from '../modules/sites/server/status/read-attention.ts'
import type { Tx } from '../platform/database/transaction.ts'

/** Who decides or prepares what becomes of a status. */
const KEEPERS = ['sites.plan-mission', 'sites.review', 'sites.order', 'sites.register', 'sites.hold'] as const
const CONCERNS: { readonly [kind: string]: readonly string[] } = {
  inspectionsToReview: ['sites.review'],
  missionsInProgress: ['sites.plan-mission', 'sites.inspect'],
  actionsDue: ['sites.plan-mission', 'sites.review', 'sites.inspect'],
  blueClocks: ['sites.blue-receive', 'sites.blue-object', ...KEEPERS],
  ordersToPublish: ['sites.order'],
  ordersPublished: ['sites.read'],
}
const PATHS: { readonly [kind: string]: string } = {
  inspectionsToReview: '/inspections?phase=submitted',
  missionsInProgress: '/missions',
  ordersToPublish: '/orders',
  ordersPublished: '/orders',
}
const MOST_KEYS = 500

export const siteNotices: NoticeSource<Tx> = {
  name: 'sites',
  waiting: async (tx, { tenant, capabilities, territory }, now) => {
    if (!capabilities.has('sites.read')) return []
    const question = { asOf: dayOf(now), knownAt: now }
    const answer = await readAttention(tx, tenant, { question, territory, page: { page: 1, pageSize: MOST_KEYS } })
    return Object.entries(answer).flatMap(([kind, queue]) => {
      const concerned = (CONCERNS[kind] ?? KEEPERS).some((one) => capabilities.has(one))
      return concerned && `notice.kind.${kind}` in fr ? waitingIn(kind, queue) : []
    })
  },
}

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
