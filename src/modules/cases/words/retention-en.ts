/* Refusals about keeping, erasing and leaks of data. */
import type { retentionFr } from './retention-fr.ts'

export const retentionEn: { readonly [Key in keyof typeof retentionFr]: string } = {
  'refusal.legal-hold': 'A legal hold protects this case: nothing is erased while it lasts. Ask whoever may lift it.',
  'refusal.legal-hold-not-yours': 'Your function neither places nor lifts a legal hold. Ask the data protection officer.',
  'refusal.legal-hold-already-placed': 'This legal hold is already placed. Load the page again.',
  'refusal.unknown-legal-hold': 'This legal hold does not exist, or is already lifted. Load the page again.',
  'refusal.legal-hold-lifted-by-another-person': 'You placed this legal hold: another person lifts it.',
  'refusal.erasure-only-after-withdrawal':
    'The choice between erasing and sealing comes after consent was withdrawn. Note the withdrawal first, if the person concerned wishes it.',
  'refusal.already-shredded': 'It is already erased: the keys are destroyed and nothing can be read again. There is nothing to do.',
  'refusal.case-still-worked-on': 'This case is still worked on: it is not erased. Close it first, or note the withdrawal of consent.',
  'refusal.retention-not-over': 'The time of keeping is not over. See the day in the schedule, or wait until the case is closed.',
  'refusal.breach-not-so-far': 'The answer to the leak has not come to that step. Load the page again: the steps follow in order.',
  'refusal.breach-codes-named-already': 'These codes are in the list already. Add only those that are missing.',
  'refusal.breach-nobody-to-warn': 'No leak waits for this person to be warned. Nothing to do.',
  'refusal.breach-warned-without-code-word':
    'Without the agreed word one does not know who was spoken to. Say it first; where there is none, choose “no word agreed”.',
  'refusal.breach-warned-without-contact':
    'The file has no contact since the leak. Reach the person at their safe hours, note the contact, then come back.',
  'refusal.breach-warned-by-owner':
    'Whoever owns this file warns the person, by the safe contact way, and alone notes it. The task is in their list.',
  'refusal.breach-person-not-concerned': 'This person is not in the list of persons concerned by the leak. Check the code.',
  'refusal.unknown-breach': 'Your organisation knows of no such breach. Go back to the list.',
  'refusal.breach-code-not-a-code': 'Only codes of files are written here, with at least one digit, never a name. Copy the code.',
  'refusal.breach-detected-in-the-future': 'The moment of detection has not come yet. Correct it.',
  'refusal.breach-persons-not-assessed':
    'The risk of {left} {left|person concerned|persons concerned} is still to be assessed. Assess them one by one.',
  'refusal.breach-persons-not-warned':
    '{left} {left|person concerned is|persons concerned are} still to be warned through the safe contact. Warn them, or note why that would be dangerous.',
}
