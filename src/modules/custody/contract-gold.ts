/*
What is said of gold: a sachet that is bought and sealed, its reopening before witnesses, a melt, a shipment, a price of reference; and what a
reader gets back. Gold is weighed in whole milligrams, its fineness is whole tenths of a part per thousand. Diggers are numbers of cards and
cooperatives, witnesses are bodies and functions: no name of a person is ever asked for.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  id,
  instant,
  listOf,
  maybe,
  milligrams,
  oneOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { DocumentRef } from '../documents/contract.ts'
import { OrganisationId } from '../people/contract.ts'
import { SiteId } from '../sites/contract.ts'
import { LotId, LotSummary, TagNumber } from './contract.ts'
import { Currency, PaymentMode } from './contract-lots.ts'

export const MeltId = id('gold-melt')
export type MeltId = Id<'gold-melt'>
export const GoldPriceId = id('gold-price')
export type GoldPriceId = Id<'gold-price'>

const reason = text(400)
export const GoldForm = oneOf('dust', 'amalgam', 'sponge', 'nugget', 'dore')
export type GoldForm = Infer<typeof GoldForm>
export const FinenessMethod = oneOf('touchstone', 'xrf', 'fire-assay')
/** 920 ‰ is 9,200. */
export const Fineness = record({
  finenessTenthsPerMille: count(),
  finenessMethod: FinenessMethod,
  /** Plus or minus, in the same unit. */
  uncertaintyTenthsPerMille: maybe(count()),
})
export type Fineness = Infer<typeof Fineness>

/* ---- what a sender may say ---- */

/** What was paid: for a gram as weighed, or for a gram of the gold in it. */
export const GoldPrice = record({ currency: Currency, hundredthsPerGram: count(), per: oneOf('gross', 'fine'), payment: PaymentMode })
export type GoldPrice = Infer<typeof GoldPrice>
/** An observation: a sachet was weighed, tested, bought and sealed. */
export const SealSachet = record({
  serial: TagNumber,
  serialIssuer: maybe(text(40)),
  /** Where the gold was dug; `null`: nobody knows. */
  site: orNull(SiteId),
  /** The trading centre, where it was not sealed at the site. */
  place: maybe(text(120)),
  /** Number of the digger's card, never a name. */
  artisanCard: maybe(text(60)),
  cooperative: maybe(OrganisationId),
  producedOn: calendarDate(),
  sealedOn: maybe(calendarDate()),
  massMilligrams: milligrams(),
  form: GoldForm,
  ...Fineness.shape,
  /** Who buys and has it from now on. */
  buyer: OrganisationId,
  price: maybe(GoldPrice),
  /** Photograph of the closed sachet. */
  photo: maybe(DocumentRef),
})
/** A body and a function; never a name. */
export const GoldWitness = record({ organisation: OrganisationId, function: text(80) })
export const ReopenSachet = record({
  reason,
  witnesses: listOf(GoldWitness, 6),
  sealFound: oneOf('whole', 'broken'),
  beforeMilligrams: milligrams(),
  afterMilligrams: milligrams(),
  /** Without it the sachet stays open, and moves nowhere. */
  newSerial: maybe(TagNumber),
  reopenedOn: maybe(calendarDate()),
})
const Drawn = record({ lot: LotId, drawnMilligrams: milligrams() })
export const MeltGold = record({
  number: text(40),
  place: maybe(text(120)),
  meltedOn: maybe(calendarDate()),
  remark: maybe(reason),
  inputs: listOf(Drawn, 500),
  /** A remainder is what stays beside the bars: a button, sweepings that were weighed. */
  outputs: listOf(record({ serial: text(60), role: oneOf('bar', 'remainder'), massMilligrams: milligrams(), ...Fineness.shape }), 50),
})
export const ShipGold = record({
  number: text(40),
  formedOn: maybe(calendarDate()),
  massMilligrams: milligrams(),
  inputs: listOf(Drawn, 500),
})
export const ReferenceKind = oneOf('lbma', 'national', 'other')
/** For fine gold, as published; never fetched: somebody read it, and says where. */
export const DeclarePrice = record({
  pricedOn: calendarDate(),
  kind: ReferenceKind,
  currency: Currency,
  hundredths: count(),
  per: oneOf('gram', 'troy-ounce'),
  source: text(200),
})

/* ---- what a reader gets back ---- */

/** The price of reference beside which a sachet was bought. */
export const ReferenceSeen = record({
  kind: ReferenceKind,
  pricedOn: calendarDate(),
  hundredthsPerFineGram: count(),
  source: text(),
  /** What was paid for a gram of fine gold, in hundredths of a percent of it. */
  paidHundredthsOfPercent: orNull(count()),
})
export const PriceShown = record({
  id: GoldPriceId,
  pricedOn: calendarDate(),
  kind: ReferenceKind,
  currency: text(),
  hundredths: count(),
  per: oneOf('gram', 'troy-ounce'),
  hundredthsPerFineGram: count(),
  source: text(),
  learnedAt: instant(),
})
export type PriceShown = Infer<typeof PriceShown>
export const SachetShown = record({
  form: GoldForm,
  artisanCard: orNull(text()),
  cooperative: orNull(OrganisationId),
  cooperativeName: orNull(text()),
  place: orNull(text()),
  buyer: OrganisationId,
  buyerName: orNull(text()),
  sealedOn: calendarDate(),
  /** As sealed; the lot's own mass is that of the last scale. */
  sealedMilligrams: milligrams(),
  isOpen: yesOrNo(),
  price: orNull(GoldPrice),
  amountHundredths: orNull(count()),
  reference: orNull(ReferenceSeen),
  hasPhoto: yesOrNo(),
})
export const MeltShown = record({
  id: MeltId,
  number: text(),
  organisation: OrganisationId,
  organisationName: orNull(text()),
  place: orNull(text()),
  meltedOn: calendarDate(),
  remark: orNull(text()),
  inputMilligrams: milligrams(),
  outputMilligrams: milligrams(),
  lossMilligrams: whole(),
  lossHundredthsOfPercent: whole(),
  /** `null` where the fineness of an input is not known. */
  inputFineMilligrams: orNull(milligrams()),
  outputFineMilligrams: milligrams(),
  inputs: listOf(record({ lot: LotId, number: text(), drawnMilligrams: milligrams() })),
  outputs: listOf(
    record({ lot: LotId, number: text(), role: text(), massMilligrams: milligrams(), finenessTenthsPerMille: orNull(count()) }),
  ),
})
export type MeltShown = Infer<typeof MeltShown>
export const ReopeningShown = record({
  reason: text(),
  witnesses: listOf(record({ organisation: OrganisationId, name: orNull(text()), function: text() })),
  sealFound: oneOf('whole', 'broken'),
  beforeMilligrams: milligrams(),
  afterMilligrams: milligrams(),
  oldSerial: orNull(text()),
  newSerial: orNull(text()),
  reopenedOn: calendarDate(),
  learnedAt: instant(),
})
/** A lot of gold: in a list, and on its page. Fineness of a shipment is that of its gold, weighed. */
export const GoldRow = record({
  lot: LotSummary,
  finenessTenthsPerMille: orNull(count()),
  fineMilligrams: orNull(milligrams()),
  form: orNull(GoldForm),
  isOpen: yesOrNo(),
})
export type GoldRow = Infer<typeof GoldRow>
export const GoldDetail = record({
  gold: GoldRow,
  finenessMethod: orNull(FinenessMethod),
  uncertaintyTenthsPerMille: orNull(count()),
  sachet: orNull(SachetShown),
  reopenings: listOf(ReopeningShown),
  melt: orNull(MeltShown),
})
export type GoldDetail = Infer<typeof GoldDetail>
