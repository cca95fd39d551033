/*
The sentences of this module in English: what a refusal says (and what to do), what a rule says. In braces: the facts of the
refusal or the rule. Masses arrive in grams; the screen turns them into kilograms.
*/
import type { fr } from './fr.ts'
import { goldEn } from './gold-en.ts'
import { lotsEn } from './lots-en.ts'
import { sheetsEn } from './sheets-en.ts'
import { tagsEn } from './tags-en.ts'

export const en: Record<keyof typeof fr, string> = {
  ...sheetsEn,
  ...tagsEn,
  ...lotsEn,
  ...goldEn,
  'refusal.trace-one-thing': 'Name one thing to follow: an organisation, a place, a road, a document or a tag.',
  'refusal.unknown-lot':
    'You see no bag or lot with this identifier. Check the number; if it comes from a phone, wait until it was sent; if it is somebody else’s, ask them.',
  'refusal.unknown-site': 'This site is not in the register. Choose it from the list, or have it registered first.',
  'refusal.unknown-tag-batch': 'This batch of tags is not registered. Register it first with its series and numbers.',
  'refusal.lot-already-registered': 'This bag or lot is registered already, as number {number}. There is nothing to repeat.',
  'refusal.lot-number-taken': 'The number {number} belongs to another lot. Give another number.',
  'refusal.lot-voided': 'Lot {number} was voided: its record was a mistake. Use the right record.',
  'refusal.lot-in-transit': 'Lot {number} is on its way. Wait until the recipient has received and weighed it.',
  'refusal.not-the-holder': 'Lot {number} is not held by your organisation. Only the holder may send it, use it or add an assay.',
  'refusal.not-the-recipient': 'Lot {number} was not sent to your organisation. Only the recipient may receive it.',
  'refusal.already-sent': 'Lot {number} was sent on {sentOn} already. Wait until it is received.',
  'refusal.not-sent': 'Lot {number} was not sent. The holder must send it first, with its weight.',
  'refusal.same-holder': 'Lot {number} is with this organisation already. Choose another recipient.',
  'refusal.quarantined':
    'Lot {number} is held: lot {source} is in quarantine. The page of lot {source} says what holds it and how it is released.',
  'refusal.already-quarantined': 'Lot {number} is in quarantine already.',
  'refusal.second-person-needed':
    'You recorded lot {number} or put it in quarantine. Ask another person with this right to examine it, then release or void it.',
  'refusal.not-in-quarantine': 'Lot {number} is not in quarantine. There is nothing to release.',
  'refusal.held-by-hit':
    'Lot {number} is held by hit {hit} (rule {rule}). Open it from the list of hits: only the end of its review frees the lot; if it was confirmed, the lot stays held.',
  'refusal.held-by-incident':
    'Lot {number} is held by incident {incident}. Who handles the incident frees it once that is over; a body that it names cannot.',
  'refusal.held-by-kept-incident':
    'Lot {number} is held by a file that is not public. Those who held it free it in the end; there is nothing to do here.',
  'refusal.held-by-source': 'Lot {number} is held by lot {source}, from which it came. Release {source}.',
  'refusal.lot-is-certified':
    'Lot {number} stands under certificate {certificate}: its goods may not become anything else. Have the certificate revoked first.',
  'refusal.nothing-left': 'Nothing is left of lot {number}: all of it was used in other lots.',
  'refusal.partly-drawn':
    'Part of lot {number} ({drawnGrams} g) is in another lot already. Make a lot of the rest ({remainingGrams} g) and send that one.',
  'refusal.site-is-red':
    'Lot {number} holds {grams} g that are still on site {site}, red on {sentOn}. No running derogation covers a stock produced up to {producedOn}: ask the Minister for a derogation.',
  'refusal.derogation-used-up':
    'Lot {number} holds {grams} g of site {site}, which is red. Derogation {order} lets only {remainingGrams} g more leave: send a smaller lot, or ask for another derogation.',
  'refusal.no-inputs': 'A lot is made of at least one bag or lot. Add one.',
  'refusal.input-twice': 'The same bag stands here twice. Keep one line with the whole mass.',
  'refusal.nothing-drawn': 'No mass is taken from lot {number}. Give the grams, or remove the line.',
  'refusal.mixed-minerals': 'Lot {number} is {mineral}, lot {otherNumber} is {otherMineral}. A lot holds one mineral: make two.',
  'refusal.double-spend':
    'Only {remainingGrams} g are left of lot {number}, and {drawnGrams} g are asked for (rule {rule}). Take at most what is left.',
  'refusal.less-than-drawn':
    'The mass of lot {number} cannot fall to {massGrams} g: {drawnGrams} g are in other lots already. Correct those first.',
  'refusal.already-drawn-from': 'Lot {number} cannot be voided: {drawnGrams} g are in other lots already. Void those first.',
  'refusal.tag-batch-already-registered': 'This batch of tags is registered already. There is nothing to repeat.',
  'refusal.tag-range-not-valid':
    'Numbers from {from} to {to} in {digits} digits do not fit: from low to high, at most {most} tags, enough digits.',
  'refusal.tag-series-not-valid':
    'The series {series} ends in a digit. It must end in a letter or a dash, so that the number can be read by itself.',
  'refusal.tags-already-registered': 'A batch of the same issuer, from {first} on, holds some of these numbers. Check the printer’s slip.',
  'refusal.already-allocated': 'This batch was given to a site on {allocatedOn}. Take a free batch.',
  'refusal.site-may-not-receive-tags':
    'This site may not receive tags: status {internal}, valid until {validUntil}, order {orderNumber}. Wait for a new order or for the end of the hold.',
  'refusal.tags-not-in-batch': 'Not all of these numbers are in this batch (from {from} to {to}). Correct the range.',
  'refusal.too-many-tags': 'At most {most} tags can be declared at a time. Make several declarations.',
  'refusal.tag-already-used': 'Tag {tag} closes a bag already. Leave it out of the range; for the bag, ask for a quarantine.',
  'refusal.tags-already-declared': 'All numbers from {from} to {to} are declared already. There is nothing to repeat.',

  'refusal.unknown-hit': 'You see no hit with this identifier. Open it from the list of hits.',
  'refusal.hit-already-raised': 'This hit is open already. Look for it in the list of hits.',
  'refusal.hit-is-closed': 'The review of this hit (rule {rule}) is closed. Nothing is added to it; a new fact makes another hit.',
  'refusal.reply-already-requested':
    'The organisations concerned were already asked to answer, until {until}. Wait for that day or their answer.',
  'refusal.reply-day-is-over': '{until} is not in the future. Give a day that leaves time to answer.',
  'refusal.not-a-party':
    'Your organisation is not among those that this hit concerns (rule {rule}). Ask one of them, or the service that reviews it.',
  'refusal.second-person-for-hit':
    'You recorded these goods, asked for the answer or answered, or your organisation is concerned (rule {rule}). Ask an authorised person of another service to close the review.',
  'refusal.parties-not-asked': 'The organisations concerned were not asked yet. Ask for their answer before you confirm the figures.',
  'refusal.reply-still-open': 'The time to answer runs until {until}. Wait for that day or the answer before you confirm the figures.',
  'refusal.scan-already-running': 'A scan of all figures is running already. Wait for its end.',
  'refusal.unknown-rule': 'No rule has the number {rule}. Choose one from the list of rules.',
  'refusal.unknown-threshold': 'Rule {rule} has no threshold {name}. Choose one from its page.',
  'refusal.threshold-out-of-bounds':
    'Threshold {name} of rule {rule} can be set between {least} and {most}; {value} makes no sense. Give a value within these bounds.',
  'refusal.no-thresholds-said': 'No threshold is given for rule {rule}. Give one, or go back to the defaults.',
  'refusal.unknown-place': 'No site lies under {code} within your sight. Choose a site, a territoire or a province from the list.',
  'refusal.not-a-month': '“{month}” is not a month. Write year and month, for example 2017-08.',
  'refusal.month-in-the-future': 'The month {month} has not begun. Give a month that is past or running.',
  'finding.D01': 'Left red site {siteName} under derogation {orderNumber}: {grams} g of {quantityGrams} g; {remainingGrams} g were left.',
  'finding.F01': 'Tag {tag} is on lot {otherNumber} already. Both are in quarantine until somebody has looked.',
  'finding.F02.unknown-number': 'No registered batch of tags holds the number {tag}.',
  'finding.F02.wrong-check-digit': 'The check digit of {tag} is wrong: a misread number or an imitated tag.',
  'finding.F02.other-site': 'Tag {tag} was given to another site.',
  'finding.F03.declared': 'Tag {tag} was used on {usedOn} although it was declared ({declared}) on {declaredOn}.',
  'finding.F03.not-allocated': 'Tag {tag} was used on {usedOn} without having been given to a site.',
  'finding.F03.too-early': 'Tag {tag} was used on {usedOn}, before it was given to the site on {allocatedOn}.',
  'finding.F04.no-site': 'No known site is stated for the production of {producedOn}.',
  'finding.F04.hold': 'The site was on hold on {producedOn}, the day of production.',
  'finding.F04.lapsed': 'The status of the site had run out on {producedOn}, the day of production (status {internal}, end {validUntil}).',
  'finding.F04.lapsed-green':
    'On {producedOn}, the day of production, the green of order {orderNumber} had been lapsed since {lapsedOn}: the site was due for a new inspection.',
  'finding.F04.lapsed-yellow':
    'On {producedOn}, the day of production, the yellow of order {orderNumber} had been lapsed since {lapsedOn}, without a new inspection.',
  'finding.F04.lapsed-red':
    'On {producedOn}, the day of production, the site was still red: the period of order {orderNumber} was over since {lapsedOn}, without a newer act.',
  'finding.F04.lapsed-blue':
    'On {producedOn}, the day of production, the blue requested for this site had been lapsed since {lapsedOn}, without an inspection.',
  'finding.F04.status': 'The status of the site did not allow production on {producedOn} (status {internal}).',
  'finding.F08': 'The weight grew from {beforeGrams} g to {afterGrams} g between two scales, more than is allowed.',
  'finding.F09': 'The weight fell from {beforeGrams} g to {afterGrams} g between two scales, more than is allowed.',
  'finding.F13.weighed-before-produced': 'The weighing ({downstreamOn}) lies before the production ({upstreamOn}).',
  'finding.F13.weighed-in-the-future': 'The weighing is dated {upstreamOn}, after the day on which we learned of it ({downstreamOn}).',
  'finding.F13.sent-before-last-step': 'The dispatch ({downstreamOn}) lies before the step that it follows ({upstreamOn}).',
  'finding.F13.sent-in-the-future': 'The dispatch is dated {upstreamOn}, after the day on which we learned of it ({downstreamOn}).',
  'finding.F13.received-before-sent': 'The receipt ({downstreamOn}) lies before the dispatch ({upstreamOn}).',
  'finding.F13.received-in-the-future': 'The receipt is dated {upstreamOn}, after the day on which we learned of it ({downstreamOn}).',
  'finding.F13.formed-before-its-inputs': 'The lot was made on {downstreamOn}, before the last step of one of its bags ({upstreamOn}).',
  'finding.F13.formed-in-the-future': 'The lot is dated {upstreamOn}, after the day on which we learned of it ({downstreamOn}).',
  'finding.F13.assayed-in-the-future': 'The assay is dated {upstreamOn}, after the day on which we learned of it ({downstreamOn}).',
  'finding.F21': 'The mineral {mineral} is not on the site’s list ({listed}).',
  'finding.F22': 'More was taken from lot {lot} ({drawnGrams} g) than it holds ({massGrams} g).',
  'finding.F23': 'The lot weighs {massGrams} g and was made of {inputGrams} g only: {excessGrams} g have no origin.',
  'finding.P01.impossible': 'A tagged bag of {massGrams} g is not possible (limit {limitGrams} g).',
  'finding.P01.unusual': 'A bag of {massGrams} g is unusual (commonly {fromGrams} to {toGrams} g).',
  'finding.P02': 'The bag has no tag: its origin rests on a declaration alone.',
  'finding.P03.impossible': 'A grade of {value} of {element} is more than the mineral can hold ({limit}).',
  'finding.P03.unusual': 'A grade of {value} of {element} is unusual (commonly {from} to {to}).',
}
