/* What server and device refuse about files of a case. */
import type { attachmentsFr } from './attachments-fr.ts'

export const attachmentsEn: { readonly [key in keyof typeof attachmentsFr]: string } = {
  'refusal.unknown-attachment': 'This file is not in this case, or it is not yours to read. Reload the page.',
  'refusal.attachment-without-head': 'The file came without its sealed description. Add it again.',
  'refusal.attachments-too-many': 'This case already holds {most} files. Erase those that are no longer needed.',
  'refusal.attachment-proves-consent': 'This file proves a consent: it goes with the case and not before.',
  'refusal.attachment-only-with-a-draft': 'A file goes with a referral that has not been sent yet. Prepare a new one.',
  'refusal.attachment-outside-package': 'This referral does not carry that kind of information, or the file is none of it. It does not go.',
}
