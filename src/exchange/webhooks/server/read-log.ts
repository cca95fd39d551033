/*
Reads on in the log and lays down, for each webhook that it concerns, what will be sent: after the commit of what happened, in the order of the
log, once for each event and webhook. A body is told what it may see: what is open to all, what names it, lots that it holds or held.
*/
import { uuidV7 } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { StoredEvent } from '../../../platform/log/event.ts'
import type { HookNews, HookSource } from '../../../platform/log/hook-source.ts'
import { loadAfter, loadSubject } from '../../../platform/log/store.ts'
import { createHash } from 'node:crypto'
import type { WebhookParts } from './parts.ts'
import { type HookRow, holdsFor, insertDelivery, listActiveHooks, movePlace, takePlace } from './store.ts'

const AT_ONCE = 500

/** True when nothing is left. */
export function readOn(parts: WebhookParts): Promise<boolean> {
  return parts.database.transaction(async (tx) => {
    const place = await takePlace(tx, parts.tenant)
    if (place === null) return true
    const events = await loadAfter(tx, parts.tenant, place, AT_ONCE)
    const hooks = await listActiveHooks(tx, parts.tenant)
    if (hooks.length > 0) for (const event of events) await tell(tx, parts, { event, hooks })
    const last = events.at(-1)
    if (last) await movePlace(tx, parts.tenant, last.position)
    return events.length < AT_ONCE
  })
}

async function tell(
  tx: Tx,
  parts: WebhookParts,
  { event, hooks }: { readonly event: StoredEvent; readonly hooks: readonly HookRow[] },
): Promise<void> {
  const source = parts.sources.find((one) => one.kinds.includes(event.kind))
  const all = source ? await newsOrNone(tx, parts, { source, event }) : []
  for (const [index, news] of all.entries()) {
    // The first goes by the id of its event, further ones of the same event are numbered.
    const eventId = index === 0 ? event.id : `${event.id}/${index}`
    const body = JSON.stringify({ id: eventId, type: news.kind, happenedAt: event.happenedAt, data: news.data })
    for (const hook of hooks) {
      if (!hook.kinds.includes(news.kind) || hook.madeAt > event.learnedAt || !(await concerns(tx, parts, { hook, news }))) continue
      const id = uuidV7(Date.parse(event.learnedAt), createHash('sha256').update(`${hook.id} ${eventId}`).digest())
      await insertDelivery(tx, parts.tenant, { id, hook: hook.id, event: eventId, kind: news.kind, body, at: parts.clock() })
    }
  }
}
/** One event that its source cannot tell stops nobody: it is noted by kind and place, and reading goes on. */
async function newsOrNone(
  tx: Tx,
  { onFault }: WebhookParts,
  { source, event }: { readonly source: HookSource; readonly event: StoredEvent },
): Promise<readonly HookNews[]> {
  // A fault of the database is none of the event: it ends the transaction, and the next round begins again.
  const earlier = source.needEarlier.includes(event.kind) ? await loadSubject(tx, event.tenant, event.subject) : []
  try {
    return source.newsOf(
      event,
      earlier.filter((one) => one.position < event.position),
    )
  } catch (cause) {
    onFault?.(new Error(`webhooks: ${event.kind} at ${event.position} was not told`, { cause }))
    return []
  }
}
async function concerns(
  tx: Tx,
  { custody, tenant }: WebhookParts,
  { hook, news }: { readonly hook: HookRow; readonly news: HookNews },
): Promise<boolean> {
  if (hook.seesAll || news.concerns === 'everybody') return true
  const { organisations, lot } = news.concerns
  if (hook.organisation !== null && organisations.includes(hook.organisation)) return true
  if (lot === null || hook.organisation === null) return false
  const sight = await custody.sight(tx, { tenant, organisation: hook.organisation, capabilities: new Set(), territory: 'everywhere' })
  return sight === null || holdsFor(tx, lot, sight)
}
