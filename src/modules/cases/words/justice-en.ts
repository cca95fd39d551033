/* Refusals about justice and the protection of witnesses. */
import type { justiceFr } from './justice-fr.ts'

export const justiceEn: { readonly [Key in keyof typeof justiceFr]: string } = {
  'refusal.justice-after-acceptance': 'A complaint is followed once the referral is accepted. Accept it first, then open this page again.',
  'refusal.unknown-justice-track': 'No proceedings of this number are open to you. Go back to the case.',
  'refusal.justice-track-not-so-far':
    'The proceedings have not come to that step. Load the page again: it offers only the steps that are possible.',
  'refusal.hearing-in-the-past': '{on} is already past. Choose the day of a hearing to come.',
  'refusal.justice-day-in-the-future': '{on} has not come yet. Choose the day on which it happened; a hearing to come is noted apart.',
  'refusal.justice-day-before-last-step': 'The step before is of {on}. Choose that day or a later one.',
  'refusal.final-judgment-confirmed-by-the-team':
    'That a judgment noted from outside is final is confirmed by the team of the case or by a reader of the witness’s vault. Ask them.',
  'refusal.final-judgment-already-confirmed': 'This final judgment is already confirmed. There is nothing to do.',
  'refusal.complaint-without-consent':
    'A complaint in the name of the person concerned needs their consent. Ask them; if they do not wish it, note that: help goes on.',
  'refusal.sentence-without-conviction': 'No conviction is noted: there is no sentence to enter. Correct the judgment first.',
  'refusal.sentence-comes-first': 'After a conviction the sentence is entered first. Note it, then the appeal or the final decision.',
  'refusal.unknown-witness': 'No protection of a witness is open to you under this code. Turn to the person who follows it.',
  'refusal.witness-already-open': 'This protection is already open. Load the page again.',
  'refusal.witness-in-a-vault-of-its-own': 'Who a witness is gets sealed in the vault of witnesses and nowhere else. Keep it there.',
  'refusal.witness-readers-not-yours-to-name': 'You cannot say who reads this vault. Ask the person responsible for protection.',
  'refusal.witness-reader-already': 'This person already reads this vault. There is nothing to do.',
  'refusal.witness-readers-full': 'This vault already has {most} readers, which is the most. Remove one before you name another.',
  'refusal.not-a-witness-reader': 'This person does not read this vault. Load the page again.',
  'refusal.witness-needs-a-reader': 'This is the last person who reads this vault. Name another one first.',
  'refusal.protection-measure-not-so-far': 'The measure has not come to that step. Load the page again: it offers only what can be done.',
  'refusal.threat-not-assessed': 'The threat has not been assessed yet. Assess it, then propose a measure.',
  'refusal.measure-without-consent':
    'A measure begins with the agreement of the witness. Speak of it through the safe contact, then note the answer.',
  'refusal.threat-still-high':
    'The threat is still high: the measure does not end like this. Replace it, assess the threat again, or note that the witness wishes it.',
}
