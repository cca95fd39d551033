/*
Drafts of orders over HTTP. A draft is a plain row, so these are no commands of the log: a change carries the version that it was made
from, and who comes second is told what stands now, with nothing of either lost.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { count, exactly, id, parse, record } from '../../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute } from '../../../../platform/http/build-route.ts'
import { type Incoming, type Route, can } from '../../../../platform/http/route.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { OrderDraft, OrderDraftList, OrderDraftPage } from '../../domain/orders/order-draft.ts'
import { precisionOf } from '../../domain/register/precision.ts'
import type { Asking } from '../facts.ts'
import type { SitesDoors } from '../register/place-of-site.ts'
import { bound, readDraft, readDraftList } from './read-drafts.ts'
import { deleteDraft, findDraftRow, writeDraft } from './store-drafts.ts'

const params = record({ draft: id('order-draft') })
const allow = can('sites.draft-order')
const Saved = record({ draft: id('order-draft'), version: count() })
/** `version` is the one that was changed; 0 for a new draft. */
const SaveDraft = record({ draft: id('order-draft'), version: count(), content: OrderDraft })
const DiscardDraft = record({ version: count() })

export const draftRoutes = (doors: SitesDoors): readonly Route[] => [
  readRoute({
    path: '/api/order-drafts',
    allow,
    summary: 'Drafts of orders that nobody signed yet, newest change first',
    answer: OrderDraftList,
    read: async ({ tx, tenant }) => accepted(await readDraftList(tx, tenant)),
  }),
  readRoute({
    path: '/api/order-drafts/:draft',
    allow,
    summary: 'One draft with what the register says of each row of its annex, and the legal check',
    params,
    answer: OrderDraftPage,
    read: ({ tx, tenant, who, now, params: { draft } }) =>
      readDraft(askingOf(doors, { tx, tenant, who, now }), { draft, precision: precisionOf(who.capabilities) }),
  }),
  rawRoute({
    method: 'POST',
    path: '/api/order-drafts',
    allow,
    summary: 'A draft is kept, as incomplete as it is; a change of an older version is refused with what stands now',
    schemas: { body: SaveDraft, answer: Saved },
    answer: async (incoming) => {
      const given = parse(SaveDraft, incoming.body)
      return given.ok ? outcomeReply(await save(doors, incoming, given.value)) : badInput(given.faults)
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/api/order-drafts/:draft/discards',
    allow,
    summary: 'A draft that nobody needs is thrown away; a signed one stays',
    schemas: { params, body: DiscardDraft, answer: record({ discarded: exactly(true) }) },
    answer: async (incoming) => {
      const [where, given] = [parse(params, incoming.params), parse(DiscardDraft, incoming.body)]
      if (!where.ok) return badInput(where.faults)
      return given.ok ? outcomeReply(await discard(doors, incoming, { draft: where.value.draft, ...given.value })) : badInput(given.faults)
    },
  }),
]

interface Reading {
  readonly tx: Tx
  readonly tenant: string
  readonly who: Who
  readonly now: string
}
function askingOf(doors: SitesDoors, { tx, tenant, who, now }: Reading): Asking {
  const actor = { account: who.account, organisation: who.organisation, role: null }
  return { tx, tenant, doors, territory: who.territory, moment: { now, today: todayAt(now), happenedAt: now, actor, newId: () => '' } }
}

interface Change {
  readonly draft: string
  readonly version: number
}
/** Why the draft may not be changed from that version; `null`: it may. A repeat of what was kept already is no conflict. */
async function conflictOf(tx: Tx, tenant: string, { draft, version }: Change) {
  const row = await findDraftRow(tx, tenant, draft)
  if (row === null) return version === 0 ? null : refused('no-such-order-draft')
  if (row.order_number !== null) return refused('draft-already-signed', { number: row.order_number })
  return row.version === version ? null : refused('draft-changed-meanwhile', { version: row.version, changedAt: row.changed_at })
}

function save(
  doors: SitesDoors,
  { tenant, who, now }: Incoming,
  given: Change & { readonly content: OrderDraft },
): Promise<Outcome<{ readonly draft: string; readonly version: number }>> {
  const { draft, version } = given
  return doors.database.transaction(async (tx) => {
    const conflict = await conflictOf(tx, tenant, given)
    if (conflict !== null) {
      const row = await findDraftRow(tx, tenant, draft)
      const repeated = row?.version === version + 1 && row.changed_by === who.account && sameText(row.content, given.content)
      return repeated ? accepted({ draft, version: version + 1 }) : conflict
    }
    const content = await bound(tx, tenant, { draft: given.content, now })
    const written = await writeDraft(tx, tenant, { id: draft, version, content, by: who.account, at: now })
    return written
      ? accepted({ draft, version: version + 1 })
      : refused('draft-changed-meanwhile', { version: version + 1, changedAt: now })
  })
}
/** Of rows that were bound to a site since they were sent only the key is compared. */
const sameText = (one: OrderDraft, other: OrderDraft): boolean => textOf(one) === textOf(other)
const textOf = ({ annex, ...rest }: OrderDraft): string =>
  JSON.stringify([Object.entries(rest).toSorted(), annex.map(({ site: _site, ...line }) => Object.entries(line).toSorted())])

function discard(doors: SitesDoors, { tenant }: Incoming, given: Change): Promise<Outcome<{ readonly discarded: true }>> {
  return doors.database.transaction(async (tx) => {
    const conflict = await conflictOf(tx, tenant, given)
    if (conflict !== null) return conflict
    return (await deleteDraft(tx, tenant, { id: given.draft, version: given.version }))
      ? accepted({ discarded: true })
      : refused('no-such-order-draft')
  })
}
