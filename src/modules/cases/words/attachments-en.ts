/* What server and device refuse about files of a case. */
import type { attachmentsFr } from './attachments-fr.ts'

export const attachmentsEn: { readonly [key in keyof typeof attachmentsFr]: string } = {
  'refusal.unknown-attachment': 'This file is not in this case, or it is not yours to read. Reload the page.',
  'refusal.attachment-without-head': 'The file came without its sealed description. Add it again.',
  'refusal.attachments-too-many': 'This case already holds {most} files. Erase those that are no longer needed.',
  'refusal.attachment-proves-consent': 'This file proves a consent: it goes with the case and not before.',
  'refusal.attachment-only-with-a-draft': 'A file goes with a referral that has not been sent yet. Prepare a new one.',
  'refusal.attachment-outside-package': 'This referral does not carry that kind of information, or the file is none of it. It does not go.',
  'refusal.attachment-not-here-yet': 'The file has not arrived whole yet. Wait for the device that took it to send it.',
  'refusal.attachment-too-large': 'The file is too large: {most} MB at most. Photograph it, or separate the pages.',
  'refusal.attachment-not-readable': 'This device cannot read the file. Take a photograph, a PDF or a recording.',
  'refusal.attachment-acts': 'This PDF holds a program, a hidden file or a lock. Print it and photograph the pages.',
}
