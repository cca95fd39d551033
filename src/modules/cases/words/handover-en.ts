/* Refusals about a whole case that goes to another body. */
export const handoverEn = {
  'refusal.unknown-handover': 'There is no such offer, or it is not open to you any more. Load the page again.',
  'refusal.handover-already-offered':
    'This case is already offered to a body. Wait for its answer, or take the offer back before you make another.',
  'refusal.handover-to-own-body': 'This body already keeps the case. Choose another, or take a colleague into the team.',
  'refusal.handover-answer-time': 'The time for an answer is past or too long: {most} days at most. Choose another day.',
  'refusal.handover-still-in-time': 'The time for an answer still runs. Wait, or take the offer back.',
  'refusal.handover-answer-late':
    'The time of this offer is over: it can be accepted no more. Ask the body that keeps the case to make it again.',
  'refusal.handover-keys-missing':
    'The keys that came with this offer open the case no more, because a key has changed since. The body that keeps the case must make the offer again.',
  'refusal.handover-vault-not-agreed':
    'The person concerned did not agree that all of this goes to this body. Leave out what they did not agree to, or ask them again.',
  'refusal.handover-without-identity':
    'Without the vault of the identity nobody could reach the person safely any more. Ask them whether name and contact may go to this body; if they do not wish it, refer them instead, or keep the case.',
  'refusal.handover-taker-reads-apart':
    'You read the separate vault of this case already: one person does not open both. Let a colleague to whom it was offered too take it over, or decline it with a reason.',
  'refusal.handover-taker-of-another-body': 'One of the people chosen is not of this body. Load the page and choose again.',
  'refusal.handover-has-its-own-way': 'Another body does not join the team: the case is offered to it and it accepts. Use “Transfer”.',
  'refusal.transfer-accepted-by-receiver':
    'The receiving body accepts a transfer. Offer it the case under “Closure” and wait for its answer.',
}
