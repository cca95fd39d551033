/* Refusals about the case itself: steps, plan, notes, clocks, fields. */
import type { caseFr } from './case-fr.ts'

export const caseEn: { readonly [Key in keyof typeof caseFr]: string } = {
  'refusal.child-file-not-for-armed-body':
    'The file of a child who was with an armed group goes to no armed body. Choose a civilian child-protection service.',
  'refusal.unknown-case': 'No case of this number is open to you. Go back to your work list.',
  'refusal.case-not-so-far': 'The case has not come to that step. Load the page again: it offers only what can be done.',
  'refusal.case-not-open': 'The case is not open to this work at the moment. Load the page again to see where it stands.',
  'refusal.case-not-closed': 'This case is not closed. The check after closure comes later: note a follow-up instead.',
  'refusal.case-processing-stopped':
    'The person concerned has withdrawn consent: nothing more is written in this case. What is left is to ask whether it shall be erased or sealed.',
  'refusal.case-worker-not-trained':
    'This needs a training that is not recorded for you. Hand the case to somebody who is trained, or have yours recorded.',
  'refusal.case-worker-not-active': 'Your account for case management is not active. Ask supervision to make it active.',
  'refusal.supervisor-must-agree': 'This is for supervision. Ask them to do it or to decide.',
  'refusal.interview-not-safe':
    'The interview is not safe for the person concerned. Bring them to safety first, or agree on another place and time.',
  'refusal.screening-not-complete': 'The screening is not complete. Finish it, or note why it was stopped.',
  'refusal.information-not-given':
    'The person has not been told yet of their rights and of the services open to everybody. Tell them, then tick the box.',
  'refusal.case-without-consent':
    'Working on the case needs the consent of the person concerned, which is missing or no longer holds. Ask them and note the answer; urgent help does not wait.',
  'refusal.rapid-safety-missing': 'The rapid safety assessment is missing. Make it before you finish the assessment.',
  'refusal.vulnerability-missing': 'The assessment of vulnerability is missing. Make it before you finish the assessment.',
  'refusal.plan-not-ready': 'This plan is not ready: it needs at least one goal and must not be submitted already. Complete it.',
  'refusal.plan-not-submitted': 'This plan is not submitted. Whoever wrote it submits it first.',
  'refusal.plan-locked': 'A plan that was submitted or approved is not changed. Write a new version, or ask to have it returned to you.',
  'refusal.plan-approved-by-another-person': 'You wrote this plan: another person approves it. Ask supervision.',
  'refusal.services-still-open':
    '{open} {open|service of the plan is still open|services of the plan are still open}. Note what became of it, then go on to follow-up.',
  'refusal.unknown-service': 'This service is not in the plan. Load the page again, or add it in a new version.',
  'refusal.unknown-goal': 'This goal is not in the plan. Load the page again, or add it in a new version.',
  'refusal.transfer-without-consent':
    'A transfer needs the consent of the person concerned for this body. Ask them; if they refuse, the case stays here.',
  'refusal.no-approved-plan': 'No approved plan to revise in this case. Reload the page to see where the plan stands.',
  'refusal.closure-not-ready':
    'Closure is not ready. Go through the list again: points to tick, referrals, services and shelter to end, attempts to make contact.',
  'refusal.closure-approved-by-another-person': 'You asked for this closure: another person approves it. Ask supervision.',
  'refusal.reopening-needs-new-risk': 'A case is reopened for a new threat, a new exploitation or a new need. Choose the reason.',
  'refusal.review-by-another-person': 'You work on this case: its supervision is for another person. Ask them to look at it.',
  'refusal.unknown-note': 'This note is not in the case. Load the page again.',
  'refusal.note-already-written': 'This note is already kept. Load the page again.',
  'refusal.note-of-another-author': 'This note is another person’s. Write your own and name the one that it corrects.',
  'refusal.note-closed': 'The time to change this note is over. Write a new note that corrects it.',
  'refusal.clock-already-paused': 'This clock is already paused. Resume it before you pause it again.',
  'refusal.clock-not-paused': 'This clock is already running. Load the page again.',
  'refusal.unknown-conflict': 'This difference is already settled, or does not exist. Load the page again to see the value that was kept.',
  'refusal.field-need-by-owner': 'Only who answers for the case says whether the identity is needed in the field.',
  'refusal.field-need-too-long': 'That day is past or too far ahead: {most} days at most. Choose a nearer one.',
  'refusal.maturity-needs-a-reason':
    'Saying that a person of this age understands what consent means needs a reason: write what you asked and what they understood, then send again.',
  'refusal.choose-a-body': 'Choose the body that receives this case, then send.',
  'refusal.body-without-keys': 'Nobody in this body has a key yet: nothing can be sealed to it. Choose another, or call it.',
}
