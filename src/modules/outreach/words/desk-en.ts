/* What the resource-centre desk refuses, in English. */
import type { deskFr } from './desk-fr.ts'

export const deskEn: { readonly [Key in keyof typeof deskFr]: string } = {
  'refusal.centre-open-already': 'This centre is open already.',
  'refusal.centre-place-not-known': 'The area or the body is not in the register. Choose it from the list.',
  'refusal.unknown-centre': 'There is no such centre, or it lies outside your territory.',
  'refusal.unknown-desk-visit': 'There is no such visit, or it was taken back already.',
  'refusal.desk-visit-taken-back': 'This visit was taken back already.',
  'refusal.desk-visit-there': 'This is recorded already.',
  'refusal.desk-day-in-the-future': 'That day has not come yet at the centre. Correct the date.',
  'refusal.desk-visit-without-topic': 'Say at least one subject of the visit.',
  'refusal.desk-stretch-too-long': 'The period is longer than {days} days. Ask for a shorter one.',
  'refusal.recruiter-there': 'This recruiter is in the register already. Open its entry.',
  'refusal.unknown-recruiter': 'This recruiter is not in the register.',
  'refusal.licence-needs-number': 'A valid licence has a number. Write it, or choose “not checked”.',
  'refusal.recruiter-warned-already': 'There is a warning of this recruiter already.',
  'refusal.recruiter-not-warned': 'There is no warning of this recruiter.',
}
