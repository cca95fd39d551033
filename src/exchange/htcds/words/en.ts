/* What the server and the device refuse about imports and transfers of HTCDS, in English. */
import type { fr } from './fr.ts'

export const en: { readonly [key in keyof typeof fr]: string } = {
  'refusal.import-holds-identity':
    'The request holds something that identifies ({field}): it was refused and nothing was kept. Update the app.',
  'refusal.transfer-needs-consent': 'The person did not say yes to this transfer, or took it back. Ask, then note the answer in the file.',
  'refusal.transfer-referral-not-open':
    'This referral is not under way: no file with the name leaves for it. Send a new one if the need remains.',
  'refusal.file-leave-missing':
    'Another person, who supervises, has to allow this file first; the leave is good for {hours} hours. Ask for it under “Referrals”.',
  'refusal.file-not-asked-for': 'Nobody asked for a file for this referral. Who will make it asks for it first.',
  'refusal.file-allowed-by-another-person':
    'A file with the name is allowed by another person than the one who asked for it, and who supervises. Ask the supervision.',
  'refusal.transfer-key-not-valid': 'This is no recipient’s key. Ask for the public key (it begins with age1) by another way.',
}
