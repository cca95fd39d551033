/* Refusals about keys: the passphrase, the custodians, recovery, and what does not open on this device. */
export const keysEn = {
  'refusal.passphrase-too-short': 'The passphrase has at least {least} characters. Add words, or take the {words} words offered.',
  'refusal.passphrase-too-long': 'The passphrase has at most {most} characters. Shorten it.',
  'refusal.passphrase-too-easy': 'This phrase would be among the first tried. Take one of your own, or the words offered.',
  'refusal.wrong-passphrase': 'That is not the right passphrase. Check capitals and the language of the keyboard, then try again.',
  'refusal.passkey-unavailable': 'The passkey did not answer on this device. Try again, or use a passphrase.',
  'refusal.locked': 'Your key has locked itself. Unlock it and do this again: nothing that you wrote has left.',
  'refusal.not-a-reader': 'This text is not sealed for you. If you must read it, ask the person who follows the file.',
  'refusal.cannot-open': 'This text does not open with your key: it is damaged or sealed for another. Tell your supervisor.',
  'refusal.text-too-long':
    'This is too large to be sealed ({bytes} bytes, at most {most}). Cut the text in two or make the photograph smaller.',
  'refusal.receiver-without-key':
    'Nobody in that body has a key yet: nothing written can be sealed to it. Send the codes alone, give a slip, or ring together with the person.',
  'refusal.no-reader': 'Nobody could open this file. Choose at least one person who has a key.',
  'refusal.custodians-must-be-three': 'Three different people are needed; you named {named}. Complete the list.',
  'refusal.custodian-not-oneself': 'You cannot name yourself. Choose three other people.',
  'refusal.custodian-without-key':
    'One of those named has no key yet, or does not have this function in your organisation. They make their key first.',
  'refusal.no-custodians-to-confirm': 'No naming waits to be confirmed. Load the page again.',
  'refusal.custodians-confirmed-by-one-of-them': 'One of the three who were named confirms. Tell them.',
  'refusal.shares-do-not-fit':
    'The shares received do not fit together ({shares} of {needed} usable). Ask the custodians to give theirs again.',
  'refusal.shares-not-for-custodians':
    'These shares do not go to the three present custodians, or you do not read this file. Load the page again and start over.',
  'refusal.vault-key-changed':
    'The key of this vault is not the one the file says. Nothing was sent. Write nothing more in this file and call the data protection officer.',
  'refusal.colleague-key-changed':
    'This person’s key is not the one you knew. Send nothing. Call them and compare the digits: before {before}, now {now}.',
  'refusal.no-personal-key': 'You have no key in use, or it is another one. Open “My key”.',
  'refusal.public-key-known': 'This key was registered already. Make a new one.',
  'refusal.unknown-key-recovery': 'No request of this number concerns you. Go back to the list.',
  'refusal.key-recovery-over': 'This request is over. Load the page again.',
  'refusal.key-recovery-for-old-key': 'This request is for a key that was replaced since. The person makes a new request.',
  'refusal.key-recovery-by-others': 'Nobody gives a share to themselves. Two other custodians do.',
  'refusal.no-shares-of-yours': 'You keep no share that serves this request. Load the page again.',
  'refusal.unknown-consent-proof': 'There is no such proof for you. Go back to the list.',
  'refusal.proof-share-for-custodian': 'A share is lent to another custodian of the same proof. Choose one from the list.',
  'refusal.share-given-already': 'You gave your share already. Another custodian’s may be missing.',
  'refusal.two-custodians-needed': '{needed} custodians are needed; {given} gave so far. Wait, or call the others.',
} as const
