/* Refusals about identification and the best interests of a child. */
import type { identificationFr } from './identification-fr.ts'

export const identificationEn: { readonly [Key in keyof typeof identificationFr]: string } = {
  'refusal.assessment-not-there': 'The indications of this screening were not worked out. Open the screening, finish it, then send again.',
  'refusal.identification-not-so-far':
    'Identification has not come to that step: screening, presumption, review, determination. Take the step before it first; help does not wait.',
  'refusal.second-person-for-review': 'You presumed it: another person reviews it. Ask supervision.',
  'refusal.not-qualified-to-review': 'Reviewing indications needs a qualification that is not recorded for you. Hand it to supervision.',
  'refusal.second-person-for-determination': 'You presumed it: another person makes the determination.',
  'refusal.body-not-competent-to-identify':
    'Your body cannot declare a victim identified: the country sets which bodies can. The person stays a presumed victim and help goes on; pass it on with their consent.',
  'refusal.identification-day-in-the-future': '{day} has not come yet. Correct the date.',
  'refusal.own-determination-needs-its-steps':
    'This decision is your own body’s: it is taken step by step and not noted as one that came from elsewhere.',
  'refusal.best-interests-not-so-far':
    'The best-interests procedure has not come to that step. Load the page again; a bed, care and referrals do not wait.',
  'refusal.determination-is-mandatory': 'For this child a determination of best interests is mandatory. Call the panel.',
  'refusal.no-determination-by-another-person':
    'That no determination is needed is noted by somebody else than who presents or assessed the child. Ask a colleague of the team or the supervisor.',
  'refusal.panel-not-complete':
    'The panel is not complete: enough members, several disciplines, an open account and this year’s undertaking signed for each, and whoever works with the child present without a vote. Complete it.',
  'refusal.panel-recorded-by-another-person':
    'What the panel decided is noted by somebody else than who works with the child. Ask a member of the panel or the supervisor.',
  'refusal.panel-did-not-decide':
    'Too few members of the panel voted, or a vote is not a member’s. Bring the panel together and note the votes.',
  'refusal.child-not-heard': 'The view of the child is missing. Hear the child according to age, then note it before you decide.',
  'refusal.review-too-late': 'The review is set too late, or before the decision is carried out. Choose a nearer day.',
  'refusal.review-not-due': 'The review is not due yet. If things change before, tell supervision.',
  'refusal.unknown-signal': 'This signal does not exist, or is not yours. Open the list of your signals.',
  'refusal.signal-withdrawn-already': 'This signal is withdrawn already. Load the page again.',
  'refusal.signal-day-in-the-future': '{day} has not come yet. Correct the day of the signal.',
}
