/*
An order while it is written. Everything may be missing and every site may be unknown: a draft keeps what was typed, and the legal
check says what stands between it and a signature. Each change carries the version it was made from, so that two officers never
overwrite each other unseen.
*/
import {
  type Infer,
  anything,
  calendarDate,
  count,
  grams,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { Attachment } from '../../../documents/contract.ts'
import { OrderColour, OrderKind } from './order.ts'

export const DraftLine = record({
  /** What was written to name the site: national key, ICGLR identifier or name. */
  key: text(160),
  /** The site that it names; absent while nobody knows which. */
  site: maybe(id('site')),
  colour: OrderColour,
  deviationReason: maybe(text(2000)),
  /** Of a derogation: the stock that was found. */
  quantityGrams: maybe(grams()),
  foundOn: maybe(calendarDate()),
  stockReason: maybe(text(2000)),
})
export type DraftLine = Infer<typeof DraftLine>

export const OrderDraft = record({
  orderKind: OrderKind,
  number: maybe(text(120)),
  signatoryRole: maybe(text(60)),
  signedOn: maybe(calendarDate()),
  signedAtPlace: maybe(text(120)),
  effectiveFrom: maybe(calendarDate()),
  durationMonths: maybe(count()),
  effectiveTo: maybe(calendarDate()),
  legalBasis: listOf(text(200), 20),
  recitals: listOf(text(2000), 30),
  supersedes: maybe(id('order')),
  scan: maybe(Attachment),
  /** How many sites of each colour the text says there are, against which the annex is counted. */
  statedCounts: maybe(record({ green: maybe(count()), yellow: maybe(count()), red: maybe(count()) })),
  annex: listOf(DraftLine, 2000),
})
export type OrderDraft = Infer<typeof OrderDraft>

/** What is asked of a draft, in the order in which the paper of the check lists it. */
export const checkNames = [
  'text-complete',
  'number-unique',
  'dates',
  'retroactive',
  'legal-basis',
  'annex',
  'sites-known',
  'duplicates',
  'territory',
  'inspected',
  'colours-counted',
  'deviations',
  'red-minimum',
  'extension',
  'withdrawal',
  'stocks',
  'superseded',
  'scan',
] as const
export const CheckName = oneOf(...checkNames)
export type CheckName = Infer<typeof CheckName>
/** `fails`: cannot be signed; `warns`: can, and somebody should know; `not-concerned`: does not apply to this kind of order. */
export const Verdict = oneOf('passes', 'warns', 'fails', 'not-concerned')
export type Verdict = Infer<typeof Verdict>
/** `reason` names the sentence; its facts fill it: rows of the annex count from 1. */
export const LegalCheck = record({ check: CheckName, verdict: Verdict, reason: text(60), facts: anything() })

export const DraftLineShown = record({
  ...DraftLine.shape,
  name: orNull(text()),
  nationalId: orNull(text()),
  icglrId: orNull(text()),
  territoire: orNull(text()),
  position: orNull(text()),
  proposed: orNull(OrderColour),
  visitedOn: orNull(calendarDate()),
  /** Sites that the key may mean, when more than one. */
  candidates: listOf(record({ site: id('site'), name: text(), nationalId: text() }), 20),
})
export type DraftLineShown = Infer<typeof DraftLineShown>
/** `GET /api/order-drafts/:draft` */
export const OrderDraftPage = record({
  draft: id('order-draft'),
  version: count(),
  content: OrderDraft,
  lines: listOf(DraftLineShown, 2000),
  checks: listOf(LegalCheck),
  /** `legal_check` once nothing fails. */
  phase: oneOf('draft', 'legal_check', 'signed'),
  signedAs: orNull(record({ order: id('order'), number: text() })),
  changedAt: instant(),
  /** Whether the account that asks made the last change. */
  changedByYou: yesOrNo(),
})
export type OrderDraftPage = Infer<typeof OrderDraftPage>
/** `GET /api/order-drafts` */
export const OrderDraftList = record({
  drafts: listOf(
    record({
      draft: id('order-draft'),
      orderKind: OrderKind,
      number: orNull(text()),
      sites: count(),
      version: count(),
      changedAt: instant(),
    }),
    1000,
  ),
})
export type OrderDraftList = Infer<typeof OrderDraftList>
