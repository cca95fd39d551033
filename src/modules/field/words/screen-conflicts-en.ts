/* Words of the desk at which two versions of one form are settled. */
import type { screenConflictsFr } from './screen-conflicts-fr.ts'

export const screenConflictsEn: { readonly [Key in keyof typeof screenConflictsFr]: string } = {
  'conflict.title': 'Drafts to settle',
  'conflict.under': 'Two telephones went on with the same form without knowing of each other. Both versions are kept.',
  'conflict.none': 'Nothing to settle',
  'conflict.none.do': 'When two people go on with the same form, each on their own, both versions come here.',
  'conflict.settled': 'This form is settled',
  'conflict.versions': '{n} versions',
  'conflict.draft': 'Two versions of a form',
  'conflict.by.you': 'you',
  'conflict.by.colleague': 'a colleague of the same body',
  'conflict.by.desk': 'at a desk',
  'conflict.by.this-phone': 'on this telephone',
  'conflict.by.phone': 'telephone …{device}',
  'conflict.state.finished': 'already handed in',
  'conflict.state.dropped': 'given up',
  'conflict.no-base':
    'The state from which both versions came is not known here: every difference is to be chosen, even those of one side only.',
  'conflict.more': '{n} other {n|version waits|versions wait}: they come after these.',
  'conflict.differences': '{n} {n|answer differs|answers differ}',
  'conflict.same': 'The answers are the same on both sides. Join them.',
  'conflict.explain':
    'Where the state before is known, what only one side changed is chosen already; you may change that. What both sides changed waits for your choice. Both originals stay readable.',
  'conflict.choose': '– to choose',
  'conflict.only-here': 'changed on this side only',
  'conflict.before': 'Before: {value}',
  'conflict.empty': 'no answer',
  'conflict.other': 'Write another answer',
  'conflict.other.answer': 'Another answer',
  'conflict.to-choose': '{n} {n|answer is|answers are} still to be chosen.',
  'conflict.all-chosen': 'Everything is chosen.',
  'conflict.join': 'Join into one form',
  'conflict.apart': 'Keep both as separate answers',
  'conflict.apart.explain':
    'If the two versions speak of different things, keep them apart: the first stays this draft, the second becomes an answer of its own, to be finished and handed in from the same visit.',
}
