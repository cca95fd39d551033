/* What the server refuses about sealed names. */
import type { namesFr } from './names-fr.ts'

export const namesEn: Record<keyof typeof namesFr, string> = {
  'refusal.unknown-secret-name':
    'This name cannot be read with this account. If it was sealed to you, ask another reader to seal it again.',
  'refusal.look-again': 'This look was written down and answered already. Ask for the name again: that is a new look.',
  'refusal.name-kept-already': 'This name is kept already. Reload the page.',
  'refusal.name-without-reader': 'Choose at least one person who may read this name.',
  'refusal.name-reader-twice': 'One person is chosen twice. Keep them once.',
  'refusal.name-reader-not-fit':
    'One of the chosen persons may no longer read names, or has another key now. Reload the page and choose again.',
  'refusal.name-empty': 'Write the name before you seal it.',
  'refusal.name-too-long': 'This name is too long: at most {most} bytes. Shorten it.',
  'refusal.cannot-open-name':
    'This name does not open with your key. It was sealed to others, or to a former key: ask another reader to seal it again.',
  'refusal.second-reader-needed':
    'Leaving out another reader or destroying the name needs the agreement of a second one: ask for it, and they do it after they read.',
  'refusal.only-reader-left': 'You are the only reader present: do it without asking.',
  'refusal.name-asked-already': 'Another reader asked for something already. Agree by doing it, or say no first.',
  'refusal.name-asks-of-nobody': 'Choose at least one other reader of this name.',
  'refusal.nothing-asked-of-name': 'Nothing is asked of this name. Reload the page.',
  'refusal.name-request-there': 'This request is recorded already.',
  'refusal.name-request-needs-key': 'Make your key first under “My key”: a name is sealed to a key.',
  'refusal.unknown-name-request': 'This request does not exist, waits no more, or is somebody else’s. Reload the page.',
  'refusal.name-request-over': 'This request is over. Reload the page.',
}
