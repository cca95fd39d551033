/* Words of sealed names on screens. */
import type { screenNamesFr } from './screen-names-fr.ts'

export const screenNamesEn: { readonly [key in keyof typeof screenNamesFr]: string } = {
  'names.sealed': 'Sealed name',
  'names.restricted': 'Restricted information',
  'names.seal': 'Seal a name',
  'names.seal.choose': 'Choose first who may read this name: at least one person, yourself if need be.',
  'names.seal.go': 'Seal to {n} {n|person|persons}',
  'names.seal.explain':
    'The name is sealed on this device before it leaves. Neither the server nor the administrator can read it. It will stand in no list, search, map or export.',
  'names.seal.no-read-back': 'If you do not choose yourself, or have no right to read, you will not be able to read it again.',
  'names.lost':
    'If a reader loses their key, another reader must seal the name again. If none is left, the name is lost: nobody can bring it back. Choose at least two.',
  'names.name': 'Name',
  'names.name.hint': 'A person or a network. Write it as it was told to you.',
  'names.readers': 'Who may read it',
  'names.readers.hint': 'At most {most} persons: each is one more who can be made to speak.',
  'names.readers.none': 'Nobody has a key for reading names yet. The analyst and the secretariat make theirs under "My key".',
  'names.readers.source': 'D · at most {most} persons for a name',
  'names.self': 'you',
  'names.fingerprint': 'digits of the key: {digits}',
  'names.changed':
    'The key of a person you chose has changed since this device saw it. Call that person and compare the digits before sealing.',
  'names.open': 'Read the name',
  'names.open.explain': 'Your reading is written to the log before the name opens. The other readers see it.',
  'names.open.go': 'Write down my reading and open',
  'names.hide': 'Close again',
  'names.looks': 'Who has read it',
  'names.looks.none': 'Nobody has read this name yet.',
  'names.looks.who': 'Who',
  'names.looks.when': 'When',
  'names.readers.now': 'Readers',
  'names.reader.gone': 'can no longer open it: right withdrawn or key changed',
  'names.reader.closed': 'closed account',
  'names.reseal': 'Seal again',
  'names.reseal.explain':
    'The name is sealed again to the persons chosen; the former box is destroyed. Who has read it once may know it still: leaving a person out does not take away what they remember.',
  'names.reseal.done': 'Sealed again.',
  'names.forget': 'Destroy the name',
  'names.forget.explain':
    'The box is destroyed for ever; the category stays. Readings stay in the log. To be done at the yearly review, or as soon as the name puts somebody in danger.',
  'names.forget.because': 'Reason',
  'names.forget.reviewed': 'Yearly review: the name is no longer of use',
  'names.forget.sealed-by-mistake': 'Sealed by mistake',
  'names.forget.danger': 'Keeping it puts somebody in danger',
  'names.forget.go': 'Destroy',
}
