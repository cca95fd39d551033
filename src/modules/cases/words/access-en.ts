/* Refusals about the team of a case, its keys and its sealed texts. */
import type { accessFr } from './access-fr.ts'

export const accessEn: { readonly [Key in keyof typeof accessFr]: string } = {
  'refusal.already-in-the-team': 'This person is in the team of the case already. Reload the page.',
  'refusal.not-in-the-team': 'This person is not in the team of the case. Reload the page to see the team.',
  'refusal.team-not-yours-to-change': 'Only the owner of the case and the supervision change its team. Ask them.',
  'refusal.case-has-an-owner': 'The case has an owner already. Have the supervision assign it.',
  'refusal.case-begins-otherwise': 'A case begins by being opened. Start again from “Open a case”.',
  'refusal.vault-not-yours-to-hand-out': 'You cannot give access to a vault that you do not read. Ask somebody of the team who does.',
  'refusal.witness-vault-apart':
    'The witness’s vault is given apart, to readers named for it alone. Have this person named as a reader of the witness.',
  'refusal.vault-needs-a-reader':
    'Without this person nobody would read this vault. Let somebody else in first, or say that the key is lost.',
  'refusal.vault-not-there': 'This vault is not in this case. Have somebody of the team make it, then try again.',
  'refusal.vault-key-too-old': 'The key of this vault has changed since. Reload the page and send again: nothing is lost.',
  'refusal.vault-key-must-be-renewed':
    'Somebody left the team: the key of this vault must be made anew before anything is written. Open the case with your key, then “Renew keys”.',
  'refusal.vault-key-renewed-meanwhile': 'Somebody else renewed the key meanwhile. Reload the page.',
  'refusal.unknown-text': 'The text to be replaced is not in this vault. Reload the page.',
  'refusal.screening-already-recorded': 'This interview is in the case already. Nothing has to be done again.',
  'refusal.break-glass-has-its-own-way': 'Emergency access is asked for apart, by two persons. Go to “Emergency access”.',
  'refusal.break-glass-not-yours': 'Emergency access belongs to the supervision and to who protects data. Ask them.',
  'refusal.break-glass-needs-a-reason':
    'Emergency access is asked for with a written explanation, sealed for the team of the case. Write it, then ask again.',
  'refusal.training-needed':
    'For this act a training in identification must be noted, and not have run out more than thirty days ago. Ask who supervises your body to note it under “Safety”, then try again.',
  'refusal.training-ran-out':
    'Your training in data protection ran out more than thirty days ago: no new key without it. Ask who supervises your body to note the next one under “Safety”, then try again. A key that was lost or stolen is replaced without waiting.',
  'refusal.undertaking-needed':
    'Your undertaking of confidentiality is not signed for this year. Read and sign it under “Undertaking of confidentiality”, then try again.',
  'refusal.break-glass-already-asked': 'This emergency access was asked for already. Wait for the second person.',
  'refusal.break-glass-already-answered': 'This request for emergency access has its answer already. Reload the page.',
  'refusal.break-glass-by-another-person': 'Another person than who asks must approve emergency access.',
  'refusal.break-glass-of-another-body':
    'This access was asked for by a body that keeps the case no more. Decline it; who needs it asks the body that keeps the case.',
  'refusal.break-glass-not-open': 'This emergency access is not open. Reload the page.',
  'refusal.break-glass-still-open': 'This emergency access still runs; it ends by itself.',
  'refusal.unknown-break-glass': 'There is no such request for emergency access. Reload the page.',
  'refusal.referral-not-accepted-for-bed': 'A bed is given after your house accepted the referral for shelter. Accept it first.',
  'refusal.vault-keys-and-generations-differ': 'The keys sent are not those announced. Reload the page and try again: nothing was written.',
  'refusal.wrap-for-nobody-who-joins': 'A key was prepared for somebody who does not join the team. Reload the page and try again.',
  'refusal.nobody-joins-themselves': 'Nobody joins the team of a case themselves. Ask somebody of the team to take you in.',
  'refusal.team-of-another-body': 'The team of a case is of the organisation that keeps it. Use a referral or a transfer.',
  'refusal.reader-without-key': 'This person has no personal key yet and could open nothing. Ask them to make one, then try again.',
  'refusal.wraps-and-readers-differ':
    'The new key must go to each reader of the vault and to nobody else. Reload the page and renew the keys.',
  'refusal.shares-come-with-a-new-key': 'Shares of custodians come with a new key. Renew the key, or renew the shares from “My key”.',
  'refusal.custodian-reads-no-case':
    'This person keeps shares of keys and enters no case, or they could open others for themselves. Choose a case worker or a supervisor.',
  'refusal.erasure-by-another-person': 'Erasing takes two: another person than who wrote down the choice carries it out.',
}
