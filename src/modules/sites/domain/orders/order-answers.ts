/* What a reader of orders gets back over HTTP. */
import { type Infer, calendarDate, count, id, instant, listOf, orNull, record, text } from '../../../../kernel/schema.ts'
import { SiteNamed } from '../missions/mission-answers.ts'
import { ShownColour } from '../register/answers.ts'

const orderShort = {
  order: id('order'),
  number: text(),
  orderKind: text(),
  signatoryRole: text(),
  signedOn: calendarDate(),
  effectiveFrom: calendarDate(),
  until: orNull(calendarDate()),
  publishedOn: orNull(calendarDate()),
  annulledOn: orNull(calendarDate()),
  recordedAt: instant(),
}
/** `GET /api/orders` */
export const OrderList = record({ orders: listOf(record({ ...orderShort, sites: count() }), 1000) })
export type OrderList = Infer<typeof OrderList>
/** `GET /api/orders/:order` */
export const OrderPage = record({
  ...orderShort,
  legalBasis: listOf(text()),
  supersedes: orNull(id('order')),
  publicationReference: orNull(text()),
  annulmentReason: orNull(text(2000)),
  rulebook: record({ id: text(), hash: text() }),
  annex: listOf(
    record({
      ...SiteNamed.shape,
      colour: ShownColour,
      proposed: orNull(ShownColour),
      inspection: orNull(id('inspection')),
      deviationReason: orNull(text(2000)),
    }),
  ),
})
export type OrderPage = Infer<typeof OrderPage>
