/* Refusals about shelter, grants, return and the mediation of debts. */
import type { supportFr } from './support-fr.ts'

export const supportEn: { readonly [Key in keyof typeof supportFr]: string } = {
  'refusal.room-named-twice': 'Two rooms have the same name. Give each its own.',
  'refusal.unknown-room': 'There is no such room on that day. Choose one from the list.',
  'refusal.room-full': 'No bed is free in this room from that night on. Choose another room, or another house.',
  'refusal.room-would-be-mixed': 'This room does not suit the group that the person chose, or a family sleeps in it. Choose another room.',
  'refusal.stay-day-not-possible': 'This day lies before the stay in the room began. Correct the date.',
  'refusal.shelter-stay-not-so-far': 'This stay has not come to that step. Load the page again.',
  'refusal.grant-not-so-far': 'The grant has not come to that step. Load the page again: it offers only what can be done.',
  'refusal.cash-needs-safeguarding-note':
    'Handing over money needs a note that says why it is safe for the person concerned. Write it, or choose a grant in kind.',
  'refusal.grant-committee-must-decide': 'This is for the grants committee to decide. Ask one of its members.',
  'refusal.grant-approved-by-another-person': 'You wrote this business plan: another member of the committee approves it.',
  'refusal.grant-more-than-planned': 'The amount is above that of the business plan. Lower it, or send the plan back to be revised.',
  'refusal.grant-round-already-visited': 'The visit of this month is already noted. Choose the next one.',
  'refusal.grant-visits-missing': 'The visits of months {months} are missing. Make them, or close with another reason.',
  'refusal.return-not-so-far': 'The return has not come to that step. Load the page again: it offers only what can be done.',
  'refusal.return-only-by-own-wish':
    'A return is by the wish of the person concerned and by that alone. If they hesitate, nothing is urgent: cancel it or wait.',
  'refusal.return-not-safe': 'The journey is not judged safe. Prepare measures and assess it again, or look for another solution.',
  'refusal.best-interests-before-return':
    'Before a child goes home, what is best for the child is assessed, and determined by a panel where it must be. Open “Child” in this case: every procedure there has an answer, and none is against the return. Finish them, then note the departure.',
  'refusal.grant-days-and-tranches-differ':
    'Each instalment needs its day, in their order. Put the number of instalments or the days right, then send again.',
  'refusal.family-assessment-first':
    'A child does not travel before the family was met and found able to receive it. Make that assessment.',
  'refusal.debt-mediation-not-so-far': 'The mediation has not come to that step. Load the page again: it offers only what can be done.',
  'refusal.mediation-only-by-own-wish':
    'Mediation is by the wish of the person concerned. If they do not want it, stop it; nothing else changes.',
  'refusal.reintegration-answers-once-each':
    'At least one answer is needed, and one only for each question. Leave empty what was not asked.',
  'refusal.support-form-not-read': 'A sum, a number or a day cannot be read, or a text is missing. Correct it and send again.',
  'refusal.mediation-not-safe': 'To speak to the creditor is not safe. Stop the mediation and look at the safety plan again.',
  'refusal.mediation-through-mediator-only': 'A meeting is not safe: the offer goes through the mediator, without the person concerned.',
  'refusal.mediation-above-fair-balance':
    'The amount is above the fair balance at market prices. Lower it: to pay more would make the next debt dearer.',
}
