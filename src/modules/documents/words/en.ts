/* Sentences of this module's refusals. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.file-kind-not-taken':
    'This kind of file ({kind}) is not taken. Send a PDF, PNG or JPEG; save any other document as a PDF first.',
  'refusal.file-empty': 'The file is empty. Open it on your device to see whether it can be read, then choose it again.',
  'refusal.file-not-what-it-says':
    'This file says it is a {says}, but its content is something else ({is}). Save it as {says} in the program that made it (on an iPhone: Settings, Camera, “Most Compatible”), then send it again.',
  'refusal.file-damaged':
    'This {kind} file is damaged ({problem}) and was not kept. Open it on your device, save it anew, then send it again.',
  'refusal.file-cut-short':
    'The end of this {kind} file is missing; it was not kept. Copy it again from the device it came from, then send it again.',
  'refusal.file-too-large':
    'This file is larger than {most} MB. Make the photograph smaller, or scan the paper at 150 dots per inch, then send again.',
  'refusal.picture-too-large':
    'This picture has {widthPixels} × {heightPixels} pixels, more than a phone can show ({most} million). Make it smaller, then send it again.',
  'refusal.picture-unusual':
    'This {kind} picture is written in a way that browsers do not show. Save it as an ordinary JPEG, then send it again.',
  'refusal.pdf-acts': 'This PDF holds more than pages ({what}): it could act when it is opened. Print it to PDF, then send the result.',
  'refusal.pdf-locked': 'This PDF is protected by a password and cannot be checked. Save it without protection, then send it again.',
  'refusal.upload-damaged':
    'This file arrived damaged: its fingerprint does not fit. It will be sent again from the start; if that goes on, take the photo again.',
  'refusal.uploads-too-many':
    'Too many files wait to be complete (at most {files} files, {megabytes} MB). Let those that were begun finish, then send this one.',
  'refusal.unknown-paper': 'This paper does not exist, or you have no part in it. Check the number in the list of papers.',
  'refusal.unknown-paper-issuer': 'The organisation that issues this paper is not known. Choose it from the list.',
  'refusal.paper-exists': 'This paper exists already. Open its page.',
  'refusal.paper-of-an-authority':
    'A transport authorisation is issued by the mines division, not by who trades or carries. Ask the division for it and name it as the issuer.',
  'refusal.paper-not-yours': 'This paper is another organisation’s. Ask it to issue, correct or cancel it.',
  'refusal.paper-type-unknown': 'This type of paper is not on the programme’s list. Choose another.',
  'refusal.paper-fields-missing': 'To fill in or to correct: {fields}.',
  'refusal.paper-dates-not-valid': 'The end ({until}) is before the beginning ({from}). Correct the dates.',
  'refusal.paper-scan-not-sent': 'The copy did not reach the server. Send it again.',
  'refusal.paper-number-taken': 'The number {number} is that of a paper of this type and organisation already. Check the number.',
  'refusal.paper-is-issued': 'This paper is issued and does not change any more. Cancel it and draw up another.',
  'refusal.paper-is-cancelled': 'This paper is cancelled. Draw up another.',
  'refusal.paper-day-in-the-future': '{on} has not come yet. Give a past day or today.',
}
