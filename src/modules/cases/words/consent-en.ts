/* Refusals about consent, overrides and referrals. */
import type { consentFr } from './consent-fr.ts'

export const consentEn: { readonly [Key in keyof typeof consentFr]: string } = {
  'refusal.consent-not-asked':
    'The person concerned has not been asked yet for this purpose and this recipient. Ask them, then note the answer.',
  'refusal.consent-refused': 'The person concerned said no. Nothing leaves. Offer another service; the help here stays the same.',
  'refusal.consent-withdrawn':
    'The person concerned has withdrawn this consent. Nothing leaves. Ask again only if they speak of it themselves.',
  'refusal.consent-not-yet-valid': 'This consent does not hold yet. Wait for the moment that the person concerned named.',
  'refusal.consent-expired': 'This consent has come to its end. Ask the person concerned whether they wish to renew it.',
  'refusal.consent-not-given-by-who-may':
    'At this age the consent must come from somebody else too, or the assent of the child is missing. Complete it, or propose a decision in the best interests of the child.',
  'refusal.consent-withheld-from-recipient':
    'The person concerned does not want this body to receive anything. Choose another recipient together.',
  'refusal.consent-does-not-cover-fields':
    'The consent does not cover everything that would be sent. Take these fields out, or ask the person concerned.',
  'refusal.consent-already-recorded': 'This consent is already kept. Load the page again.',
  'refusal.consent-ends-before-it-begins': 'The consent ends before it begins. Correct the dates.',
  'refusal.consent-item-id-reused': 'An answer has a number that was used before. Open the form again and send it once more.',
  'refusal.consent-item-cannot-be-asked-so':
    'A question cannot be asked like this: its purpose does not go with this recipient, service or extent. Correct it.',
  'refusal.unknown-consent': 'This consent is not in the case. Load the page again.',
  'refusal.unknown-consent-item': 'This answer is not in this consent. Load the page again.',
  'refusal.consent-already-withdrawn': 'This consent is already withdrawn: what was sent on it is stopped. There is nothing to do.',
  'refusal.no-consent-expired': 'No consent that came to its end carries anything open. There is nothing to do.',
  'refusal.best-interests-for-children-only': 'A decision in best interests is for a child. Ask an adult person themselves.',
  'refusal.best-interests-not-proposed': 'Nothing is proposed. Somebody who is trained proposes the decision first, with its reason.',
  'refusal.best-interests-by-another-person': 'You proposed this decision: another person approves it. Ask supervision.',
  'refusal.consent-override-not-yours': 'Your function may not override a consent. Call somebody who may at once.',
  'refusal.purpose-cannot-be-overridden':
    'For this purpose nothing stands in for consent: only danger to life can, and this purpose protects no life. Ask the person concerned.',
  'refusal.override-ground-for-children-only':
    'This ground is for a child. For an adult only imminent danger allows it: change the ground, or ask for consent.',
  'refusal.consent-override-already-made': 'This override is already kept. Load the page again.',
  'refusal.consent-given-no-override-needed': 'The person concerned has consented to this. Send it without an override.',
  'refusal.unknown-consent-override': 'This override is not in the case. Load the page again.',
  'refusal.consent-override-not-open': 'This override is already confirmed or over. Load the page again.',
  'refusal.override-confirmed-by-another-person': 'You made this override: another person confirms it. Tell them at once.',
  'refusal.override-confirmed-too-late':
    'The time to confirm is over: what was sent must be taken back. If the danger lasts, make a new override.',
  'refusal.consent-override-still-open': 'The time to confirm still runs. The override does not end before.',
  'refusal.unknown-referral': 'No referral of this number is open to you. Go back to the list.',
  'refusal.referral-not-so-far': 'The referral has not come to that step. Load the page again: it offers only what can be done.',
  'refusal.referral-without-consent':
    'A referral leaves with the consent of the person concerned, for this service and this body. Ask them.',
  'refusal.referral-answered-by-recipient-only': 'Only the body that received this referral answers it. Call them if they are slow.',
  'refusal.referral-belongs-to-its-sender': 'Only the body that wrote this referral sends it or takes it back. Tell them.',
  'refusal.referral-of-others': 'This referral is between other bodies. Turn to one of them.',
  'refusal.referral-still-in-time': 'The time to answer still runs. Wait, or take the referral back.',
  'refusal.referral-answer-due-in-the-past': 'The answer is asked for at a moment that is past. Choose one to come.',
  'refusal.package-without-sending':
    'What is sealed for a body goes with the referral, when it is sent. Open the referral and send it again.',
}
