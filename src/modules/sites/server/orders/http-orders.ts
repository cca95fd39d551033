/* Orders over HTTP: list, page, signature, publication, annulment. The id of a new order is the id of the command that made it. */
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import { record } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import { OrderId } from '../../contract.ts'
import { OrderList, OrderPage } from '../../domain/orders/order-answers.ts'
import { type OrderCommand, OrderText, orderKinds } from '../../domain/orders/order.ts'
import type { Asked } from '../register/http-sites.ts'
import type { SitesDoors } from '../register/place-of-site.ts'
import { orderAggregate } from './order-aggregate.ts'
import { orderFacts } from './order-facts.ts'
import { readOrder, readOrderList } from './read-orders.ts'

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
      read: async ({ tx, tenant }) => accepted(await readOrderList(tx, tenant)),
    }),
    readRoute({
      path: '/api/orders/:order',
      allow: can('sites.read'),
      summary: 'One order with its annex',
      params,
      answer: OrderPage,
      read: ({ tx, tenant, params: { order } }) => readOrder(tx, tenant, order),
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
