/* Orders over HTTP: list, page, signature, publication, annulment. The id of a new order is the id of the command that made it. */
import { todayAt } from '../../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { parse, record } from '../../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { fileReply } from '../../../../platform/http/file-reply.ts'
import { type Incoming, type Reply, type Route, can } from '../../../../platform/http/route.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import { OrderId } from '../../contract.ts'
import { OrderList, OrderPage } from '../../domain/orders/order-answers.ts'
import { type OrderCommand, OrderText, orderKinds } from '../../domain/orders/order.ts'
import { precisionOf } from '../../domain/register/precision.ts'
import type { Asked } from '../register/http-sites.ts'
import type { SitesDoors } from '../register/place-of-site.ts'
import { orderAggregate } from './order-aggregate.ts'
import { orderFacts } from './order-facts.ts'
import { readOrder, readOrderList } from './read-orders.ts'
import { orderRowsById } from './store-orders.ts'

interface Told {
  readonly id: string
  readonly command: OrderCommand
}
function executeOrder(doors: SitesDoors, asked: Asked, { id, command }: Told): Promise<Outcome<Receipt>> {
  const { door, who, tenant, envelope } = asked
  return door.execute({
    ...{ aggregate: orderAggregate, subject: id, command, envelope, who },
    context: (tx, _state, moment) => orderFacts({ tx, tenant, doors, moment, territory: who.territory }, command),
  })
}

export function orderRoutes(doors: SitesDoors): readonly Route[] {
  const params = record({ order: OrderId })
  const allow = can('sites.order')
  return [
    readRoute({
      path: '/api/orders',
      allow: can('sites.read'),
      summary: 'Orders, newest first',
      answer: OrderList,
      read: async ({ tx, tenant, now }) => accepted(await readOrderList(tx, tenant, todayAt(now))),
    }),
    readRoute({
      path: '/api/orders/:order',
      allow: can('sites.read'),
      summary: 'One order with its annex',
      params,
      answer: OrderPage,
      read: ({ tx, tenant, who, now, params: { order } }) =>
        readOrder(tx, { tenant, doors }, { order, today: todayAt(now), precision: precisionOf(who.capabilities) }),
    }),
    rawRoute({
      method: 'GET',
      path: '/api/orders/:order/scan',
      // Its annex gives the coordinates of every site.
      allow: can('sites.exact-position'),
      summary: 'The signed paper as it was scanned',
      schemas: { params },
      answer: (incoming) => scanReply(doors, incoming),
    }),
    writeRoute({
      path: '/api/orders',
      allow,
      summary: 'An order is signed: the only thing that gives a legal colour',
      body: OrderText,
      write: ({ data, ...asked }) => executeOrder(doors, asked, { id: asked.envelope.id, command: { say: 'sign', ...data } }),
    }),
    writeRoute({
      path: '/api/orders/:order/publication',
      allow,
      summary: 'The order is published',
      params,
      body: orderKinds['order.published.v1'],
      write: ({ data, params: { order }, ...asked }) => executeOrder(doors, asked, { id: order, command: { say: 'publish', ...data } }),
    }),
    writeRoute({
      path: '/api/orders/:order/annulment',
      allow,
      summary: 'The order is annulled, with the reason; what it gave no longer counts from the moment this is known',
      params,
      body: orderKinds['order.annulled.v1'],
      write: ({ data, params: { order }, ...asked }) => executeOrder(doors, asked, { id: order, command: { say: 'annul', ...data } }),
    }),
  ]
}

async function scanReply(doors: SitesDoors, { door, params, tenant }: Incoming): Promise<Reply> {
  const given = parse(record({ order: OrderId }), params)
  if (!given.ok) return badInput(given.faults)
  const kept = await door.read(async (tx) => {
    const [row] = await orderRowsById(tx, tenant, [given.value.order])
    return row?.scan ? ((await doors.documents.content(tx, tenant, row.scan.file.sha256)) ?? null) : null
  })
  return kept === null ? outcomeReply(refused('no-such-scan')) : fileReply(kept, 'order')
}
