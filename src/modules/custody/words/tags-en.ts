/* What the refusals of tags say, in English. In braces: the facts of the refusal. */
import type { tagsFr } from './tags-fr.ts'

export const tagsEn: { readonly [Key in keyof typeof tagsFr]: string } = {
  'refusal.tag-code-empty': 'No code was read. Point at the code of the tag again, or type its number.',
  'refusal.tag-code-of-something-else':
    'This code is not that of a tag ({read}). Point at the code printed on the tag of the bag, or type its number.',
  'refusal.tag-check-digit-wrong': 'Number misread: {tag} should end in {expected}, not in {read}. Read every digit on the tag again.',
  'refusal.tag-key-digit-wrong':
    'GS1 code misread: the key {key} should end in {expected}, not in {read}. Read it again, or type the number of the tag.',
  'finding.F03.activated-other-agent':
    'The tag {tag} was used on {usedOn} by another agent than the one to whom it was handed out that day.',
  'finding.F03.activated-nobody': 'The tag {tag} was used on {usedOn} without having been taken out of the box for that day.',
  'refusal.gs-key-not-valid':
    'This GS1 key does not fit: 13 digits (GRAI) or 14 (GTIN), a right check digit, and a tag number of at most 16 or 20 characters. Correct it, or leave it empty: it is not required.',
  'refusal.tags-given-already': 'The tags {first} to {last} were given to a site already. Choose a free range of the batch.',
  'refusal.beyond-tag-quota':
    '{quantity} tags are beyond the quota of the site: {left} are left. Give fewer, or set a new quota by an inspection.',
  'refusal.unknown-tag-request': 'You see no request for tags with this identifier. Check the address, or ask who made it.',
  'refusal.tag-request-not-approved': 'This request is not approved, or it is closed. Approve a number before you assign a range.',
  'refusal.tag-request-of-other-tags': 'The request is of another site or another type of tag. Choose a batch that fits it.',
  'refusal.more-tags-than-approved': '{quantity} tags are more than what is left to assign ({left}). Choose a shorter range.',
  'refusal.no-tags-to-destroy': 'From {from} to {to}, no tag can be destroyed: only those of emptied bags, damaged and void ones can.',
  'refusal.baseline-already-reported': 'This baseline report is recorded already. Nothing to do again.',
  'refusal.baseline-without-production': 'Say the production of at least one mineral, each mineral once.',
  'refusal.baseline-in-the-future': 'The count is dated {observedOn}, which is not yet here. Correct the date.',
  'refusal.unknown-baseline': 'You see no baseline report with this identifier.',
  'refusal.baseline-already-decided': 'This report is validated or rejected already. To replace it, record a new count.',
  'refusal.baseline-of-your-own': 'You made this report. Ask another person with the right to validate or reject it.',
  'refusal.tag-request-already-made': 'This request is recorded already. Nothing to do again.',
  'refusal.not-of-this-site':
    'Your organisation holds no key of the box of this site, and the site is not in your territory. Have the three key holders named first.',
  'refusal.tag-request-not-so-far': 'The request is not at this step. Reload the page to see where it stands.',
  'refusal.tag-request-of-your-own': 'You made this request. Ask another person with the right to approve it.',
  'refusal.site-receives-no-tags-now':
    'The status of the site allows no tags today. Wait for an order, or reject the request with this reason.',
  'refusal.more-than-proposed': '{quantity} tags are more than the proposal ({proposed}). Give a reason, or approve fewer.',
  'refusal.tags-on-the-way': '{assigned} tags are assigned to this request already. Count them when they come instead of cancelling.',
  'refusal.no-tags-on-the-way': 'No tag is assigned to this request. Wait until some are before you confirm that they came.',
  'refusal.tag-quota-without-basis':
    'A quota rests on an inspection or a validated baseline report of this site ({basisId} is none). Choose one.',
  'refusal.three-different-key-holders': 'The three keys belong to three different organisations. Choose three.',
  'refusal.nothing-counted': 'No number is given. Say at least one count; write 0 where there are none.',
  'refusal.count-in-the-future': 'The count is dated {day}, which is not yet here. Correct the day.',
  'refusal.tags-not-of-this-site': 'Not all of these numbers were given to this site. Choose a range that was.',
  'refusal.activation-not-for-this-day': 'Tags are taken out of the box for today or tomorrow, not for {day}.',
  'refusal.tag-not-free': 'The tag {tag} was used or declared already. Choose a range without it.',
  'refusal.tags-activated-already': 'Tags of this range, from {first} on, are taken out for {day} already. Choose another range.',
  'refusal.too-many-labels': 'Print at most {most} labels at a time. Choose a shorter range.',
}
