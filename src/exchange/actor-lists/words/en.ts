/* Words of the import of lists of actors. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'refusal.actor-list-unknown':
    'The first line has not the columns ActorId, NameData and Org of the actors of UCDP, and this is no JSON list. Choose one of these two files; nothing was imported.',
  'refusal.actor-list-broken': 'This file is cut off or damaged. Download it again; nothing was imported.',
  'actor-list.problem.not-a-row': 'the name, the number of mentions or the types are missing',
  'actor-list.problem.empty': 'the cell is empty and may not be',
  'actor-list.problem.no-letters': 'this name has no letter and no digit, or is too long',
  'actor-list.problem.unknown-org': 'this sort of actor is not 1 (group), 3 (people) or 4 (government)',
  'actor-list.problem.wrong-number-of-columns': 'the row does not have the columns of the heading',
}
