/* What is said to who sends from ODK Collect or KoboCollect, and why a form waits at the desk. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'openrosa.recorded': 'Received and recorded.',
  'openrosa.to-place': 'Received. The office will say to which inspection this form belongs; there is nothing to send again.',
  'openrosa.files-refused':
    '{files} {files|attachment|attachments} could not be kept: only JPEG or PNG photographs and PDFs of at most 10 MB are. Keep them on the telephone.',
  'openrosa.files-missing': '{kept} of {named} attachments {kept|has|have} arrived.',
  'openrosa.not-let-in': 'User name or password not known. Scan the QR code of the settings again, or ask the office for another one.',
  'openrosa.fault': 'The server failed ({id}). Nothing is lost: keep the form and send it later.',
  'refusal.not-a-submission': 'This is not a complete form. Keep it on the telephone and send it again.',
  'refusal.submission-without-id': 'This form has no identifier (instanceID). Fill it in with the form of this server.',
  'refusal.submission-differs':
    'Another form has this identifier already, with other content. Open the sent form with “Edit”, then send it: it gets a new identifier.',
  'refusal.submission-set-aside': 'The office has set this form aside. Ask why before sending it again.',
  'refusal.unknown-submission': 'The form that this one corrects has not arrived. Send the first one, then the correction.',
  'refusal.submission-already-amended': 'This form was corrected already. Correct the newest one.',
  'refusal.submission-settled': 'This form is no longer among those that wait. Load the list again.',
  'refusal.no-such-submission': 'This form is not in your list. Load it again.',
  'refusal.inspection-not-theirs': 'The author’s body does not sit in this inspection. Choose another one, or open one.',
  'refusal.mission-not-theirs': 'The author’s body does not sit in this mission. Choose another one.',
  'refusal.unknown-collect-login': 'This access is not in your list. Load it again.',
  'refusal.role-does-not-inspect': 'The role {role} does not take part in inspections: no Collect access opens for it.',
  'refusal.author-not-said':
    'The form was imported without saying whose observations it holds. Import it again with “--as ACCOUNT”, or place it yourself if your body sits in the mission: it is then recorded under your account.',
  'refusal.no-mission-of-theirs':
    'The author’s body is a member of no mission in the field on that day. Open the mission, or add the body to it.',
  'refusal.site-not-said': 'The form says neither the number nor the name of the site. Choose the inspection by place and day.',
  'refusal.site-not-in-their-missions':
    'No site of the author’s missions has this number or name. Choose the right site, or check the register.',
  'refusal.several-sites': '{sites} sites of the author’s missions have this name. Choose which.',
  'refusal.several-inspections': '{inspections} inspections of this site fit. Choose which.',
  'refusal.several-missions': 'Several missions visit this site ({missions}). Choose which.',
  'refusal.day-not-said': 'The form does not say the day of the visit. Choose the inspection.',
  'refusal.day-outside-mission': 'The visit of {day} lies outside the days of the mission. Choose the inspection, or the mission.',
  'refusal.day-in-future':
    'The visit is dated {day}, a day to come. Check the date with who filled in the form, then choose the inspection.',
  'refusal.day-far-from-inspection':
    'The visit of {day} is more than 30 days from the open inspection (of {inspection}). It may be an old form: choose its inspection, or set it aside.',
  'refusal.site-name-and-number-differ':
    'The form says “{name}” and the number {number}: they are not of one site. Check which of them is right, then choose the inspection.',
  'refusal.newer-answers-there':
    'This inspection already has newer answers of the same body than this imported form. Compare, then choose the inspection, or set the form aside.',
  'refusal.submission-answers-too-many':
    'This form has {answers} answers, at most {most} are taken. Keep it on the telephone, and fill in several shorter ones with fewer repeated rows.',
  'refusal.submission-files-too-many':
    'This form names {files} attachments, at most {most} are taken. Keep it on the telephone, and share the photographs among several forms.',
  'refusal.submission-answer-too-long': 'The answer to “{question}” is longer than {most} characters. Shorten it, then send again.',
  'refusal.edit-of-another-visit':
    'This form corrects one that is recorded, but names another site or day. Choose the inspection to which it belongs.',
}
