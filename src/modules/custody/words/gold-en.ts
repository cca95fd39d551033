/* Sentences about gold: sachets, reopenings, melts, prices of reference. */
import type { goldFr } from './gold-fr.ts'

export const goldEn: { readonly [Key in keyof typeof goldFr]: string } = {
  'refusal.not-the-buyer': 'Sachet {number} is bought for your own organisation. Name it as the buyer.',
  'refusal.sachet-is-empty': 'Sachet {number} weighs nothing. Give its weight in grams, with two or three decimals.',
  'refusal.digger-or-cooperative-needed':
    'Sachet {number} does not say from whom the gold comes. Give the number of the digger’s card, the cooperative, or both.',
  'refusal.card-is-a-number': 'For sachet {number}, the digger’s card is said by its number, never by a name. Copy the number of the card.',
  'refusal.not-a-sachet': 'Lot {number} is no sachet of gold. Only a sealed sachet is opened again before witnesses.',
  'refusal.two-witnesses-needed':
    'Sachet {number} is opened only before two witnesses of two different bodies. Add the second one, with the function.',
  'refusal.holder-is-no-witness': 'The holder of sachet {number} cannot witness its reopening. Choose two other bodies.',
  'refusal.sachet-is-open': 'Sachet {number} stands open. Seal it with a new number before two witnesses, then send it.',
  'refusal.gold-in-milligrams': 'Lot {number} is gold weighed to the milligram. Give the weight in grams with three decimals.',
  'refusal.gold-own-act':
    'Lot {number} is gold weighed to the milligram: this act counts whole grams. Melt it or make a lot for export of it at the gold desk, or sell it by a sending and a receipt.',
  'refusal.not-gold-in-milligrams':
    'Lot {number} is no gold weighed to the milligram. Melts and lots of gold are made of sachets and bars.',
  'refusal.gold-overdrawn': 'Of lot {number}, {remainingMilligrams} mg are left; you draw {drawnMilligrams}. Draw at most what is left.',
  'refusal.melt-already-recorded': 'This melt is recorded already under number {number}. Nothing to repeat.',
  'refusal.melt-number-taken': 'Number {number} is that of another melt. Give the number of the melt register.',
  'refusal.price-already-declared': 'This price is recorded already. Nothing to repeat.',
  'refusal.price-is-nothing': 'The price of reference is zero. Give the published price.',
  'refusal.price-in-the-future': 'The price is dated {pricedOn}, which has not come yet. Check the day.',
  'refusal.no-photo': 'No photograph of this sachet is open to you.',

  'finding.F13.sealed-before-produced': 'The sachet was sealed ({downstreamOn}) before the gold was produced ({upstreamOn}).',
  'finding.F13.sealed-in-the-future': 'The seal is dated {upstreamOn}, after the day on which we learned of it ({downstreamOn}).',
  'finding.F13.reopened-before-last-step': 'The reopening ({downstreamOn}) comes before the step before it ({upstreamOn}).',
  'finding.F13.reopened-in-the-future': 'The reopening is dated {upstreamOn}, after the day on which we learned of it ({downstreamOn}).',
  'finding.F39.number-twice': 'Number {serial} is that of another lot too. Both are in quarantine until somebody has looked.',
  'finding.F39.seal': 'The seal of sachet {serial} was found broken.',
  'finding.F39.weight': 'The weight of {serial} goes from {sentMilligrams} mg to {receivedMilligrams} mg, more than half a percent apart.',
  'finding.P10.gain': 'The melt gives {outputMilligrams} mg for {inputMilligrams} mg melted: the surplus has no origin.',
  'finding.P10.loss': 'The melt gives {outputMilligrams} mg for {inputMilligrams} mg melted, a larger loss than usual.',
  'finding.P11': 'Fine gold of the melt: {inputFineMilligrams} mg in, {outputFineMilligrams} mg out. The difference is more than expected.',
}
