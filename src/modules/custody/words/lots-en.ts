/* The sentences of the acts between the pit and the port: purchase, transport, receipt, depot, processing, seizure, seals. */
import type { lotsFr } from './lots-fr.ts'

export const lotsEn: { readonly [Key in keyof typeof lotsFr]: string } = {
  'refusal.unknown-purchase': 'You see no purchase of this identifier. Check the number; if it is other people’s, ask them.',
  'refusal.unknown-processing': 'You see no processing of this identifier. Check the number; if it is other people’s, ask them.',
  'refusal.lot-seized':
    'Lot {number} is blocked: lot {source} is seized by an authority. Nothing moves until the authority lifts the seizure.',
  'refusal.lot-rejected':
    'The recipient turned lot {number} away, and it is not back yet. Take it back with its weight first, then try again.',
  'refusal.trade-is-suspended':
    'For {number}, trade has been suspended since {since} with one of the sides or a site of origin. Do not sell or send, or write down why you do so all the same; the certificate is refused as long as the suspension lasts.',
  'refusal.paper-expired':
    'Paper {paper} has not been valid since {validUntil}. Take a valid paper, or write down why the lot leaves all the same.',
  'refusal.one-side-twice':
    'For lot {number} the same organisation signs on both sides. The second signature is that of whoever brought the goods.',
  'refusal.nothing-to-answer': 'For {number} no signature is awaited. Nothing to do again.',
  'refusal.not-the-sender': 'Lot {number} was not sent by your organisation. Only the sender answers this receipt.',
  'refusal.nothing-to-take-back': 'Lot {number} is neither on its way nor turned away. There is nothing to take back.',
  'refusal.not-on-the-way': 'Lot {number} is not on its way. A leg is written down between the sending and the receipt.',
  'refusal.not-of-this-act': 'Your organisation is not a party to {number}. Ask one of the two parties to do it.',
  'refusal.for-an-authority':
    'Only an authority seizes lot {number} or lifts a seizure. If you are in the trade, ask the service in charge.',
  'refusal.already-seized': 'Lot {number} is already seized under act {paper}.',
  'refusal.not-seized': 'Lot {number} is not seized. There is nothing to lift.',
  'refusal.already-stored': 'Lot {number} is already in a depot. Take it out first, with its weight.',
  'refusal.not-stored': 'Lot {number} is in no depot. There is nothing to take out.',
  'refusal.not-an-export-lot': 'Lot {number} is not an export lot. Form the export lot first, then seal it.',
  'refusal.no-packages': 'Lot {number} is sealed in at least one package. Give the number of packages.',
  'refusal.not-the-sellers':
    'Lot {number} is neither held by the seller nor theirs, or not in their hands for handing it over at once. Check the seller and the lot.',
  'refusal.processing-already-recorded': 'This processing is already recorded under number {number}. Nothing to do again.',
  'refusal.no-outputs': 'Processing {number} gives nothing. Add at least one product with its weight.',
  'refusal.output-number-twice': 'Two products bear the number {number}. Give each its own.',
  'refusal.output-is-empty': 'Product {number} weighs nothing. Give its weight, or remove the line.',
  'refusal.split-of-one': 'Split {number} is made of one lot into two parts or more. To bring lots together, form a lot.',
  'refusal.too-many-outputs': 'Processing {number} takes only {drawnGrams} g, less than a gram for each product. Check the masses.',
  'refusal.moisture-not-valid': 'In processing {number} a moisture is above 100 %. Check the percentages.',
  'refusal.purchase-already-recorded': 'This purchase is already recorded under number {number}. Nothing to do again.',
  'refusal.purchase-number-taken': 'Number {number} is already that of another purchase. Give the number of the slip.',
  'refusal.same-party': 'In purchase {number} seller and buyer are the same organisation. Choose two parties.',
  'refusal.currency-not-valid': 'Currency {currency} is written in three letters: USD, CDF, RWF.',
  'refusal.seller-says-so':
    'Purchase {number}: it is the seller who gives the goods away. Record the purchase without a handing over and without the seller’s signature, they will confirm it from their own account; or let them record the sale.',
  'refusal.second-signature-needed-for-handing-over':
    'Purchase {number} hands the goods over at once: the other side must sign too. Give its function, or hand over later.',

  'finding.F13.rejected-before-sent': 'The rejection ({downstreamOn}) is before the sending ({upstreamOn}).',
  'finding.F13.rejected-in-the-future': 'The rejection is dated {upstreamOn}, after the day on which we learned of it ({downstreamOn}).',
  'finding.F13.taken-back-before-sent': 'The taking back ({downstreamOn}) is before the step before it ({upstreamOn}).',
  'finding.F13.taken-back-in-the-future':
    'The taking back is dated {upstreamOn}, after the day on which we learned of it ({downstreamOn}).',
  'finding.F13.stored-before-last-step': 'The entry into the depot ({downstreamOn}) is before the step before it ({upstreamOn}).',
  'finding.F13.stored-in-the-future':
    'The entry into the depot is dated {upstreamOn}, after the day on which we learned of it ({downstreamOn}).',
  'finding.F13.left-depot-before-last-step': 'The exit from the depot ({downstreamOn}) is before the step before it ({upstreamOn}).',
  'finding.F13.left-depot-in-the-future':
    'The exit from the depot is dated {upstreamOn}, after the day on which we learned of it ({downstreamOn}).',
  'finding.F13.bought-before-formed':
    'The purchase ({downstreamOn}) is before the day on which the lot was formed or weighed ({upstreamOn}).',
  'finding.F13.bought-in-the-future': 'The purchase is dated {upstreamOn}, after the day on which we learned of it ({downstreamOn}).',
  'finding.P04': 'Dry mass of the processing: {beforeGrams} g in, {afterGrams} g out. The difference is beyond what is expected.',
  'finding.P05':
    '{element} contained in the processing: {beforeGrams} g in, {afterGrams} g out. The difference is beyond what is expected.',
  'finding.P06': 'The lot left on {sentOn} under paper {paper}, which had not been valid since {validUntil}.',
  'finding.P07': 'The two sides do not agree on the weights: {sentGrams} g sent, {receivedGrams} g received.',
  'finding.P12': 'Left or sold in spite of the suspension of trade since {since}. Written reason: {reason}',
  'finding.P08': 'By the last purchase we know of, lot {number} belongs to another organisation than the seller.',
  'finding.P09':
    'The mass was corrected from {beforeGrams} g to {afterGrams} g, more than a slip of the pen. A second person must confirm it by releasing the quarantine.',
}
