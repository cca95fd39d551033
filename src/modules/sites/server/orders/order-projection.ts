/* Read tables of orders. An order's annex becomes one dated fact per site; the status is computed from those. */
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { orderKinds } from '../../domain/orders/order.ts'
import * as derogations from './store-derogations.ts'
import { insertFact } from '../register/store-observations.ts'
import * as orders from './store-orders.ts'

const of = (event: StoredEvent): string => subjectId(event.subject)

export const orderProjection: Projection = {
  name: 'orders',
  tables: ['status_order', 'status_order_site', 'stock_derogation'],
  apply: {
    'order.signed.v1': on(orderKinds['order.signed.v1'], async (tx, event) => {
      const { payload } = event
      await orders.insertOrder(tx, event.tenant, { id: of(event), content: payload, at: event.learnedAt })
      await derogations.insertDerogations(tx, event.tenant, { order: of(event), content: payload, at: event.learnedAt })
      const { number, orderKind, signedOn, effectiveFrom, until = null, supersedes = null } = payload
      for (const { site, colour } of payload.annex) {
        const content = {
          kind: 'order',
          order: of(event),
          number,
          orderKind,
          colour,
          signedOn,
          effectiveFrom,
          until,
          supersedes,
          published: null,
        } as const
        await insertFact(tx, event.tenant, { site, id: event.id, recordedAt: event.learnedAt, actsOn: effectiveFrom, content, detail: {} })
      }
    }),
    'order.published.v1': on(orderKinds['order.published.v1'], (tx, event) =>
      orders.publishOrder(tx, event.tenant, {
        id: of(event),
        on: event.payload.on,
        reference: event.payload.reference ?? null,
        at: event.learnedAt,
      }),
    ),
    'order.annulled.v1': on(orderKinds['order.annulled.v1'], async (tx, event) => {
      await orders.annulOrder(tx, event.tenant, { id: of(event), ...event.payload, at: event.learnedAt })
      await derogations.voidDerogations(tx, event.tenant, { order: of(event), at: event.learnedAt })
    }),
  },
}
