/* What a reader of orders gets back over HTTP. */
import { type Infer, calendarDate, count, grams, id, instant, listOf, orNull, record, text, yesOrNo } from '../../../../kernel/schema.ts'
import { DocumentRef } from '../../../documents/contract.ts'
import { SiteNamed } from '../missions/mission-answers.ts'
import { ShownColour } from '../register/answers.ts'
import { OrderPhase } from './order-phase.ts'

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
  /** Where it stands today. */
  phase: OrderPhase,
  /** First day on which the last of its periods no longer runs, by its text or by the rulebook of its signature. */
  endsOn: orNull(calendarDate()),
}
/** `GET /api/orders` */
export const OrderList = record({ orders: listOf(record({ ...orderShort, sites: count() }), 1000) })
export type OrderList = Infer<typeof OrderList>
/** `GET /api/orders/:order` */
export const OrderPage = record({
  ...orderShort,
  legalBasis: listOf(text()),
  recitals: listOf(text(2000)),
  signedAtPlace: orNull(text()),
  supersedes: orNull(record({ order: id('order'), number: text() })),
  publicationReference: orNull(text()),
  annulmentReason: orNull(text(2000)),
  rulebook: record({ id: text(), hash: text() }),
  /** Of the signed text as the log keeps it; stands at the foot of the paper. */
  fingerprint: text(80),
  /** Of the same act, as sheets printed before bear it. */
  earlierFingerprints: listOf(text(80)),
  /** Only for who is cleared for exact positions, which the annex gives. */
  scan: orNull(DocumentRef),
  /** Effective before it was signed. */
  retroactive: yesOrNo(),
  annex: listOf(
    record({
      ...SiteNamed.shape,
      icglrId: orNull(text()),
      territoire: orNull(text()),
      position: orNull(text()),
      colour: ShownColour,
      proposed: orNull(ShownColour),
      inspection: orNull(id('inspection')),
      deviationReason: orNull(text(2000)),
    }),
  ),
  derogations: listOf(record({ site: id('site'), quantityGrams: grams(), foundOn: calendarDate(), reason: text(2000) })),
})
export type OrderPage = Infer<typeof OrderPage>
