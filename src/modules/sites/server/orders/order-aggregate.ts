/* How the log meets an order. */
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import {
  type OrderCommand,
  type OrderContext,
  type OrderEvent,
  type OrderState,
  orderDecider,
  orderKinds,
} from '../../domain/orders/order.ts'

export const orderAggregate: Aggregate<OrderState, OrderCommand, OrderEvent, OrderContext> = {
  name: 'order',
  decider: orderDecider,
  kinds: orderKinds,
}
