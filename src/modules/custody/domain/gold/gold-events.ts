/*
What can happen to gold, as it is written for good: a sachet sealed, a sachet reopened, a melt and the bars that were cast, a price of
reference declared. Shipments, sendings and receipts are those of every lot, with milligrams beside grams. No payload names a person.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import {
  type Infer,
  calendarDate,
  count,
  exactly,
  grams,
  listOf,
  maybe,
  milligrams,
  oneOf,
  orNull,
  record,
  text,
  whole,
} from '../../../../kernel/schema.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { Finding, LotId, TagBatchId } from '../../contract.ts'
import { DeclarePrice, Fineness, GoldWitness, MeltId, ReferenceSeen, SealSachet } from '../../contract-gold.ts'
import { StandingSeen } from '../lots/standing-seen.ts'

const findings = listOf(Finding)
export const SachetSealed = record({
  ...SealSachet.shape,
  number: text(60),
  kind: exactly('gold-sachet'),
  mineral: exactly('Au'),
  holder: OrganisationId,
  sealedOn: calendarDate(),
  serialIssuer: orNull(text(40)),
  tagBatch: orNull(TagBatchId),
  /** Rounded, for lists. */
  massGrams: grams(),
  fineMilligrams: milligrams(),
  amountHundredths: orNull(count()),
  reference: orNull(ReferenceSeen),
  standing: orNull(StandingSeen),
  findings,
  /** Other lots with the same number, put in quarantine by this event. */
  alsoHeld: listOf(LotId, 1_000),
})
export const SachetReopened = record({
  number: text(60),
  reason: text(400),
  witnesses: listOf(GoldWitness, 6),
  sealFound: oneOf('whole', 'broken'),
  beforeMilligrams: milligrams(),
  afterMilligrams: milligrams(),
  massGrams: grams(),
  massMilligrams: milligrams(),
  oldSerial: orNull(text(40)),
  newSerial: orNull(text(40)),
  reopenedOn: calendarDate(),
  findings,
  alsoHeld: listOf(LotId, 1_000),
})
/** One bar or remainder out of a melt; what it draws sums over all of them to what was melted. */
export const BarCast = record({
  number: text(60),
  kind: oneOf('gold-bar', 'part'),
  mineral: exactly('Au'),
  holder: OrganisationId,
  owner: orNull(OrganisationId),
  massGrams: grams(),
  massMilligrams: milligrams(),
  ...Fineness.shape,
  fineMilligrams: milligrams(),
  formedOn: calendarDate(),
  melt: MeltId,
  inputs: listOf(record({ lot: LotId, drawnGrams: grams(), drawnMilligrams: milligrams() }), 500),
  findings,
})
/** Of lots. */
export const goldLotKinds = {
  'gold.sachet-sealed.v1': SachetSealed,
  'gold.reopened.v1': SachetReopened,
  'gold.bar-cast.v1': BarCast,
} as const

export const GoldMelted = record({
  number: text(40),
  organisation: OrganisationId,
  mineral: exactly('Au'),
  place: maybe(text(120)),
  meltedOn: calendarDate(),
  remark: maybe(text(400)),
  inputs: listOf(record({ lot: LotId, drawnGrams: grams(), drawnMilligrams: milligrams(), fineMilligrams: orNull(milligrams()) }), 500),
  outputs: listOf(
    record({
      lot: LotId,
      number: text(60),
      kind: oneOf('gold-bar', 'part'),
      role: oneOf('bar', 'remainder'),
      massGrams: grams(),
      massMilligrams: milligrams(),
      ...Fineness.shape,
      fineMilligrams: milligrams(),
      /** By input, in their order. */
      drawnMilligrams: listOf(milligrams(), 500),
    }),
    50,
  ),
  inputMilligrams: milligrams(),
  outputMilligrams: milligrams(),
  lossMilligrams: whole(),
  lossHundredthsOfPercent: whole(),
  inputFineMilligrams: orNull(milligrams()),
  outputFineMilligrams: milligrams(),
  findings,
})
export const meltKinds = { 'gold.melted.v1': GoldMelted } as const
export type MeltEvent = DomainEvent<'gold.melted.v1', Infer<typeof GoldMelted>>

export const ReferencePriceDeclared = record({ ...DeclarePrice.shape, hundredthsPerFineGram: count() })
export const priceKinds = { 'gold.reference-price-declared.v1': ReferencePriceDeclared } as const
export type PriceEvent = DomainEvent<'gold.reference-price-declared.v1', Infer<typeof ReferencePriceDeclared>>
